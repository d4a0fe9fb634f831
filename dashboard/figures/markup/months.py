"""Months: one bar a month with its count; a printed 0 is a month without, a hatched one was not reported.

Frame: one row a month in order with month (first day, ISO) and the counted column; None = 報告なし.
Options: column, the column counted.
"""

from html import escape

from dashboard.figures.counts import month_name, most
from dashboard.figures.markup import parts
from dashboard.figures.spec import FigureSpec
from dashboard.i18n import number, text


def draw(spec: FigureSpec) -> str:
    """The figure as HTML."""
    rows, column, lang = spec.rows(), spec.option("column"), spec.lang
    silent = any(row[column] is None for row in rows)
    key = parts.key(spec, [("silent", text("figure.months.no_report", lang))]) if silent else ""
    bars = "".join(bar(row, column, most(rows, column), lang) for row in rows)
    return f'{key}<ol class="k-fig k-months" lang="{lang}" aria-label="{escape(spec.alt)}">{bars}</ol>'


def bar(row: dict, column: str, longest: int, lang: str) -> str:
    """One month."""
    count = row[column]
    if count is None:
        inner = f'<i class="silent" title="{escape(text("figure.months.no_report", lang))}"></i>'
    else:
        height = parts.place("to", 100 * count / longest)
        inner = f'<b class="{"" if count else "zero"}">{number(count)}</b><i style="{height}"></i>'
    return f"<li><span>{inner}</span>{escape(month_name(row['month'], lang))}</li>"
