"""Rates as sorted bars from zero, group by group, each with its counts and the whole city's rate as a line. HTML."""

from collections.abc import Mapping, Sequence
from html import escape

from dashboard.figures.markup.parts import place
from dashboard.figures.words import absent, hidden
from dashboard.i18n import number, text

Row = Mapping[str, object]  # label, value (%), n, asked, status


def rates(groups: Sequence[tuple[str, Sequence[Row]]], city: float | None, lang: str) -> str:
    """A table a group, highest first, what is withheld last. groups: (title, rows); city: the whole city's rate, %."""
    tables = "".join(group(title, rows, city, lang) for title, rows in groups)
    return f'<div class="k-rates" lang="{lang}">{tables}</div>'


def group(title: str, rows: Sequence[Row], city: float | None, lang: str) -> str:
    lines = "".join(line(row, city, lang) for row in ordered(rows))
    return f'<table class="k-fig"><caption>{escape(title)}</caption><tbody>{lines}</tbody></table>'


def ordered(rows: Sequence[Row]) -> list[Row]:
    """Highest first; rows without a value at the end, as they came."""
    seen = sorted((row for row in rows if not hidden(row)), key=lambda row: -row["value"])
    return [*seen, *(row for row in rows if hidden(row))]


def line(row: Row, city: float | None, lang: str) -> str:
    """One bar with the name upon it, its rate and counts, or why there is none."""
    label = escape(str(row["label"]))
    if hidden(row):
        return f'<tr><th scope="row">{label}</th><td class="value" colspan="2">{escape(absent(row, lang))}</td></tr>'
    mark = "" if city is None else f'<i class="city" style="{place("at", city)}"></i>'
    bar = f'<i class="rate" style="{place("to", row["value"])}"></i>{mark}<span>{label}</span>'
    counts = {"numerator": number(row["n"]), "denominator": number(row["asked"])}
    told = escape(text("figure.fraction", lang, **counts))
    return (
        f'<tr><th scope="row" class="on" title="{label}">{bar}</th>'
        f'<td class="value"><b>{number(row["value"], 1)}</b>%</td><td class="parts">{told}</td></tr>'
    )
