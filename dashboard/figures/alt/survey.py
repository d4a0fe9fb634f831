"""Alternative texts of the survey's figures."""

from dashboard.figures import words
from dashboard.figures.alt.parts import listed, said, value
from dashboard.figures.spec import FigureSpec
from dashboard.figures.studies import is_reference, printed, time_text
from dashboard.i18n import fiscal_year, number, signed, text


def trend(spec: FigureSpec) -> dict:
    """First and last value, and the years without one."""
    rows = sorted(spec.rows(), key=lambda row: row["fiscal_year"])
    seen = [row for row in rows if not words.hidden(row)]
    parts = [
        said(spec, "alt.point", year=words.year_text(row, spec.lang), value=value(spec, row)) for row in ends(seen)
    ]
    absent = [f"{words.year_text(row, spec.lang)} {words.absent(row, spec.lang)}" for row in rows if words.hidden(row)]
    not_held = text("figure.not_held", spec.lang)
    held = [f"{fiscal_year(year, spec.lang)} {not_held}" for year in spec.option("not_held", [])]
    label = rows[0].get("label") or "" if rows else ""
    return {"label": label, "course": listed(spec, parts), "gaps": gaps(spec, sorted(absent + held))}


def ends(rows: list[dict]) -> list[dict]:
    """First and last row, once each."""
    return rows if len(rows) < 2 else [rows[0], rows[-1]]


def gaps(spec: FigureSpec, absent: list[str]) -> str:
    """Sentence on the years without a value, '' where there are none."""
    return said(spec, "alt.gaps", years=listed(spec, absent)) if absent else ""


def multiples(spec: FigureSpec) -> dict:
    """Every member's last value."""
    last: dict[str, dict] = {}
    for row in sorted(spec.rows(), key=lambda row: row["fiscal_year"]):
        if not words.hidden(row) or row["member"] not in last:
            last[row["member"]] = row
    order = spec.option("order", list(last))
    parts = [
        f"{last[member]['label']} {words.year_text(last[member], spec.lang)} {value(spec, last[member])}"
        for member in order
        if member in last
    ]
    return {"values": listed(spec, parts)}


def values(spec: FigureSpec) -> dict:
    """Every member's value, high to low, and the city's."""
    rows = sorted(spec.rows(), key=lambda row: (words.hidden(row), 0 if words.hidden(row) else -row["value"]))
    parts = [f"{row['label']} {value(spec, row)}" for row in rows]
    city = spec.option("city") if spec.kind == "dots" else None
    if city is not None:
        parts.append(f"{city['label']} {value(spec, words.filled(city))}")
    return {"values": listed(spec, parts)}


def changes(spec: FigureSpec) -> dict:
    """Every member's change with its verdict."""
    parts = []
    for row in spec.rows():
        if words.hidden(row) or row.get("change") is None:
            why = words.absent(row, spec.lang) if words.hidden(row) else text("figure.not_comparable", spec.lang)
            parts.append(f"{row['label']} {why}")
            continue
        amount = signed(row["change"], spec.measure.decimals)
        amount = words.joined(amount, spec.measure.difference[spec.lang], spec.lang)
        parts.append(f"{row['label']} {amount} {words.verdict_word(row, spec.lang)}".strip())
    return {"values": listed(spec, parts)}


def heat(spec: FigureSpec) -> dict:
    """How many members and columns; the cells that differ are in the table behind the figure."""
    rows = spec.rows()
    members = {row["member"] for row in rows} - {spec.option("city", "all")}
    columns = [measure.label[spec.lang] for measure in spec.option("measures", {}).values()]
    return {"members": len(members), "columns": listed(spec, columns)}


def likert(spec: FigureSpec) -> dict:
    """Favourable share of every item."""
    rows = [{**row, "value": row.get("fav")} for row in spec.rows()]
    rows.sort(key=lambda row: (words.hidden(row), 0 if words.hidden(row) else -row["value"]))
    quote = ("「", "」") if spec.lang == "ja" else ("“", "” ")
    parts = [
        f"{quote[0]}{row['label']}{quote[1]}"
        + (words.absent(row, spec.lang) if words.hidden(row) else f"{number(row['value'])}%")
        for row in rows[: spec.option("most", 6)]
    ]
    return {"values": listed(spec, parts)}


def event_study(spec: FigureSpec) -> dict:
    """Every difference with its interval, before and after the policy."""
    sides = {"before": [], "after": []}
    for row in spec.rows():
        time = time_text(spec, row["event_time"])
        amount = text("figure.event_study.reference", spec.lang) if is_reference(row) else printed(row, spec)
        interval = words.interval_text(row.get("lo"), row.get("hi"), spec.measure.decimals, spec.lang, sign=True)
        shown = "" if words.hidden(row) else interval
        sides["before" if row["is_pre"] else "after"].append(" ".join(part for part in (time, amount, shown) if part))
    return {name: listed(spec, parts) for name, parts in sides.items()}


def quadrants(spec: FigureSpec) -> dict:
    """Share and score of every heading and gap, the largest share first."""
    parts = []
    for row in sorted(spec.rows(), key=lambda row: -row["share"]):
        score = words.absent(row, spec.lang) if words.hidden(row) else f"{number(row['value'])}%"
        told = {"label": row["label"], "share": number(row["share"]), "score": score}
        parts.append(text("figure.quadrants.told", spec.lang, **told))
    return {"values": listed(spec, parts)}


def traits(spec: FigureSpec) -> dict:
    """Value of every trait, beside the whole city's."""
    quote = ("「", "」") if spec.lang == "ja" else ("“", "” ")
    parts = []
    for row in spec.rows():
        value = words.absent(row, spec.lang) if words.hidden(row) else f"{number(row['value'])}%"
        seen = not words.hidden(row) and row["city_value"] is not None
        city = f"{text('figure.city', spec.lang)} {number(row['city_value'])}%" if seen else ""
        parts.append(f"{quote[0]}{row['label']}{quote[1]}{value} {city}".strip())
    return {"values": listed(spec, parts)}
