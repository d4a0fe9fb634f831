"""What the silent may change: the printed figure, its raked twin and the two ends, row by row on one scale. HTML."""

from collections.abc import Mapping, Sequence
from html import escape

from dashboard.edition.measure import Measure
from dashboard.figures.markup.parts import place
from dashboard.figures.words import absent, hidden
from dashboard.i18n import number, text

Row = Mapping[str, object]  # label, value, raked, least, most (0..100), status, chosen (the place looked at)
MARKS = ("span", "raked", "own")


def spans(rows: Sequence[Row], measure: Measure, lang: str) -> str:
    """A table with a track from 0 to 100 a row; every number on it is printed beside it."""
    key = "".join(f'<span><i class="{name}"></i>{escape(text(f"figure.spans.{name}", lang))}</span>' for name in MARKS)
    columns = (("", "name"), ("scale", "range"), ("value", "value"), ("raked_short", "value"), ("ends", "value"))
    head = "".join(f'<th scope="col" class="{kind}">{header(word, lang)}</th>' for word, kind in columns)
    body = "".join(line(row, measure, lang) for row in rows)
    return (
        f'<p class="k-leg k-key" lang="{lang}">{key}</p><table class="k-fig k-spans" lang="{lang}">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def header(word: str, lang: str) -> str:
    """The words over a column; over the track its two ends."""
    if word == "scale":
        return "<span><b>0</b><b>100</b></span>"
    return escape(text(f"figure.spans.{word}", lang)) if word else ""


def line(row: Row, measure: Measure, lang: str) -> str:
    """One place: its marks, then its numbers; what is not known is told in words."""
    kind = "name chosen" if row["chosen"] else "name"
    name = f'<th scope="row" class="{kind}">{escape(row["label"])}</th>'
    return f'<tr>{name}<td class="range">{track(row)}</td>{values(row, measure, lang)}</tr>'


def values(row: Row, measure: Measure, lang: str) -> str:
    """The three numbers of a place."""
    if hidden(row):
        return f'<td class="value" colspan="3">{escape(absent(row, lang))}</td>'
    raked = ends = text("figure.no_data", lang)
    if row["raked"] is not None:
        raked = number(row["raked"], measure.decimals)
    if row["least"] is not None:
        ends = text("figure.spans.from_to", lang, least=number(row["least"]), most=number(row["most"]))
    told = (f"<b>{number(row['value'], measure.decimals)}</b>", escape(raked), escape(ends))
    return "".join(f'<td class="value">{words}</td>' for words in told)


def track(row: Row) -> str:
    """The two ends as a band, the raked figure as a ring, the printed one as a dot."""
    if hidden(row):
        return '<span class="track none"></span>'
    marks = []
    if row["least"] is not None:
        ends = f"{place('at', row['least'])};{place('to', row['most'])}"
        marks.append(f'<i class="span" style="{ends}"></i>')
    marks += [
        f'<i class="{name}" style="{place("at", row[key])}"></i>'
        for name, key in (("raked", "raked"), ("own", "value"))
        if row[key] is not None
    ]
    return f'<span class="track">{"".join(marks)}</span>'
