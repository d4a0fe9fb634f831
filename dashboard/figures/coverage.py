"""Associations visited, not visited and without report, place by place: one bar each, every count beside it. HTML."""

from collections.abc import Mapping, Sequence
from html import escape

from dashboard.figures.markup.parts import place
from dashboard.i18n import number, text

Row = Mapping[str, object]  # label, associations, visited, zero, no_report, covered, chosen (the place looked at)
PARTS = ("visited", "zero", "no_report")
COUNTS = (*PARTS, "associations", "covered")


def coverage(rows: Sequence[Row], lang: str) -> str:
    """A table of counts with a bar of the three parts; 0 is printed, and what was not reported is no 0."""
    key = "".join(f'<span><i class="{name}"></i>{escape(text(f"dispatch.{name}", lang))}</span>' for name in PARTS)
    head = "".join(
        f'<th scope="col" class="value">{escape(text(f"dispatch.head_{name}", lang))}</th>' for name in COUNTS
    )
    return (
        f'<p class="k-leg k-key k-parts" lang="{lang}">{key}</p>'
        f'<table class="k-fig k-coverage" lang="{lang}"><thead><tr>'
        f'<th scope="col">{escape(text("dispatch.head_ward", lang))}</th><td class="range"></td>{head}</tr></thead>'
        f"<tbody>{''.join(map(line, rows))}</tbody></table>"
    )


def line(row: Row) -> str:
    """One place: its bar, then its counts."""
    cells = "".join(f'<td class="value {name}">{number(row[name])}</td>' for name in COUNTS)
    kind = "name chosen" if row["chosen"] else "name"
    return (
        f'<tr><th scope="row" class="{kind}">{escape(row["label"])}</th>'
        f'<td class="range"><span class="whole">{bar(row)}</span></td>{cells}</tr>'
    )


def bar(row: Row) -> str:
    """The three parts end to end, of a whole of all associations."""
    whole, start, drawn = max(row["associations"], 1), 0.0, ""
    for name in PARTS:
        share = 100 * row[name] / whole
        drawn += f'<i class="{name}" style="{place("at", start)};{place("to", share)}"></i>' if row[name] else ""
        start += share
    return drawn
