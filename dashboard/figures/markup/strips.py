"""Karte strips: one row an indicator, the association's mark on the range of the city, its real value at the end.

Frame: one row an indicator with field, label, unit, decimals, direction, area_kind (association | district), value,
numerator, denominator, status, overdue, compared, position (0-100, 100 is good), ward_position.
A circle is the association's own value, a diamond that of its school district; both are hollow and grey where no
direction is good. The band behind all rows is the middle half of the city.
"""

from html import escape

from dashboard.figures.codes import said
from dashboard.figures.markup import parts
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import absent, fraction, hidden, joined
from dashboard.i18n import number, text

KEY = (("own", "own"), ("own far", "district"), ("own flat", "neutral"), ("ward", "ward"), ("middle", "middle"))
FLAT, FAR, LATE = " flat", " far", "*"


def draw(spec: FigureSpec) -> str:
    """The figure as HTML."""
    rows, lang = spec.rows(), spec.lang
    used = {kind for row in rows for kind in kinds(row)} | {"own", "ward", "middle"}
    entries = [(name, text(f"figure.strips.{word}", lang)) for name, word in KEY if name in used]
    if any(row["overdue"] for row in rows):
        entries.append(("late", f"{LATE} {text('figure.late', lang)}"))
    key = parts.key(spec, entries)
    return key + parts.table(spec, columns(spec), [line(rows, at, lang) for at in range(len(rows))])


def kinds(row: dict) -> list[str]:
    """What the key must explain about a row's mark."""
    return [f"own{part}" for part in (FAR, FLAT) if part in mark(row)]


def columns(spec: FigureSpec) -> list[tuple[str | tuple[str, ...], str]]:
    """Headers: only the ends of the range are named."""
    ends = tuple(text(f"figure.strips.{end}", spec.lang) for end in ("weak", "strong"))
    return [("", "field"), ("", "name"), (ends, "range"), ("", "parts"), ("", "value")]


def line(rows: list[dict], at: int, lang: str) -> str:
    """One row; the field is named where it changes."""
    row = rows[at]
    opens = at == 0 or rows[at - 1]["field"] != row["field"]
    field = escape(said(row["field"], lang)) if opens else ""
    name = f'<th scope="row" class="name">{escape(row["label"])}</th>'
    return (
        f'<tr class="{"open" if opens else ""}"><td class="field">{field}</td>{name}'
        f'<td class="range"{told(row, lang)}>{track(row)}</td>'
        f'<td class="parts">{escape(fraction(row, lang))}</td><td class="value">{value(row, lang)}</td></tr>'
    )


def told(row: dict, lang: str) -> str:
    """The place in words, for who points at the strip."""
    if hidden(row) or row["position"] is None:
        return ""
    words = {"compared": number(row["compared"]), "position": number(row["position"])}
    return f' title="{escape(text("figure.strips.place", lang, **words))}"'


def track(row: dict) -> str:
    """The line, the ward's tick and the mark; dashed where there is no value."""
    if hidden(row) or row["position"] is None:
        return '<span class="track none"></span>'
    ward = row["ward_position"]
    tick = "" if ward is None else f'<i class="ward" style="{parts.place("at", ward)}"></i>'
    return f'<span class="track">{tick}<i class="{mark(row)}" style="{parts.place("at", row["position"])}"></i></span>'


def mark(row: dict) -> str:
    """Class of the mark: of the association or its district, with or without a good direction."""
    return "own" + (FAR if row["area_kind"] == "district" else "") + (FLAT if row["direction"] == "none" else "")


def value(row: dict, lang: str) -> str:
    """The value with its unit, or why there is none; late where its update is overdue."""
    late = f'<em title="{escape(text("figure.late", lang))}">{LATE}</em>' if row["overdue"] else ""
    if hidden(row):
        return f"{late}<span>{escape(absent(row, lang))}</span>"
    return f"{late}<b>{escape(joined(number(row['value'], row['decimals']), row['unit'], lang))}</b>"
