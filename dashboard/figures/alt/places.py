"""Alternative texts of the figures of places and studies."""

from dashboard.figures import words
from dashboard.figures.alt.parts import listed, said, value
from dashboard.figures.codes import said as code_word
from dashboard.figures.funnel import MOST, Funnel
from dashboard.figures.series import by_member
from dashboard.figures.spec import FigureSpec, plain_rows
from dashboard.i18n import fiscal_year, number, text


def points(spec: FigureSpec) -> dict:
    """How many areas have a value, and the lowest and highest."""
    known = sorted((row for row in spec.rows() if not words.hidden(row)), key=lambda row: row["value"])
    ends = known if len(known) < 2 else [known[0], known[-1]]
    told = [f"{row['label']} {value(spec, row)}" for row in ends]
    most = said(spec, "alt.points_ends", values=listed(spec, told)) if ends else ""
    return {"known": number(len(known)), "most": most}


def locator(spec: FigureSpec) -> dict:
    """What is shown, and in which ward."""
    wards = {row["code"]: row[f"label_{spec.lang}"] for row in plain_rows(spec.option("outlines"))}
    return {"label": spec.option("label", ""), "ward": wards.get(spec.option("ward"), "")}


def layers(spec: FigureSpec) -> dict:
    """Title of every panel with its last value."""
    return {"panels": listed(spec, [layer(panel, spec.lang) for panel in spec.option("panels", [])])}


def layer(panel: dict, lang: str) -> str:
    """One panel: title, last year and value, or the last counts."""
    rows = plain_rows(panel["rows"])
    if panel["kind"] == "bars":
        last = rows[-1]
        counts = (f"{text(f'figure.layers.{name}', lang)} {number(last[name])}" for name in ("completed", "adopted"))
        return f"{panel['title']} {words.year_text(last, lang)} {' '.join(counts)}"
    seen = [row for row in rows if not words.hidden(row)]
    if not seen:
        return f"{panel['title']} {words.absent({}, lang)}"
    last = seen[-1]
    told = words.unit_value(last["value"], panel["measure"], lang)
    return f"{panel['title']} {fiscal_year(int(last['fiscal_year']), lang)} {told}"


def strips(spec: FigureSpec) -> dict:
    """Every indicator's place; the values are in the rows themselves."""
    parts = []
    for row in spec.rows():
        place = {"compared": number(row["compared"] or 0), "position": number(row["position"] or 0)}
        known = not words.hidden(row) and row["position"] is not None
        told = text("figure.strips.place", spec.lang, **place) if known else words.absent(row, spec.lang)
        parts.append(f"{row['label']} {told}")
    return {"values": listed(spec, parts)}


def pipeline(spec: FigureSpec) -> dict:
    """Counts by stage."""
    return {"values": listed(spec, [f"{code_word(row['stage'], spec.lang)} {row['reached']}" for row in spec.rows()])}


def months(spec: FigureSpec) -> dict:
    """Counts by month."""
    column, silent = spec.option("column"), text("figure.months.no_report", spec.lang)
    rows = ((str(row["month"])[:7], row[column]) for row in spec.rows())
    return {"values": listed(spec, [f"{month} {silent if count is None else number(count)}" for month, count in rows])}


def dumbbell(spec: FigureSpec) -> dict:
    """How each outcome came out."""
    return {"values": listed(spec, [f"{row['outcome']} {code_word(row['result'], spec.lang)}" for row in spec.rows()])}


def steps(spec: FigureSpec) -> dict:
    """Where every curve ends, and when."""
    last = [rows[-1] for rows in by_member(spec.rows()).values()]
    days = max((row["days"] for row in last if not words.hidden(row)), default=0)
    return {"days": number(days), "values": listed(spec, [f"{row['label']} {value(spec, row)}" for row in last])}


def funnel(spec: FigureSpec) -> dict:
    """How many have a share, how many lie beyond the limits, the farthest of them, and how many have none."""
    drawn = Funnel(spec)
    far = [f"{row['label']} {value(spec, row)}" for row in drawn.beyond[:MOST]]
    counts = {"count": number(len(drawn.beyond)), "known": number(len(drawn.rows))}
    return {**counts, "values": listed(spec, far) if far else "", "absent": drawn.words["absent"]}
