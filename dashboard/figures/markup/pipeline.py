"""Pipeline: how many studies ever came to each stage, how many are there now, and how long they stayed.

Frame: one row a stage in order with stage, stage_no, current, reached, median_days, projects, completed.
Never a bare percentage: every count stands beside what it is a part of.
"""

from html import escape

from dashboard.figures.codes import said
from dashboard.figures.counts import days, most, now, share
from dashboard.figures.markup import parts
from dashboard.figures.spec import FigureSpec
from dashboard.i18n import number, text


def draw(spec: FigureSpec) -> str:
    """The figure as HTML."""
    rows, lang = spec.rows(), spec.lang
    key = parts.key(spec, [(name, text(f"figure.pipeline.{name}", lang)) for name in ("reached", "current")])
    names = (("stage", "name"), ("count", "range"), ("share", "parts"), ("there", "now"), ("days", "value"))
    columns = [(text(f"figure.pipeline.{word}", lang), kind) for word, kind in names]
    return key + parts.table(spec, columns, [line(row, most(rows, "reached"), lang) for row in rows])


def line(row: dict, longest: int, lang: str) -> str:
    """One stage."""
    bars = (
        f'<i class="reached" style="{parts.place("to", 100 * row["reached"] / longest)}"></i>'
        f'<i class="current" style="{parts.place("to", 100 * row["current"] / longest)}"></i>'
        f'<b style="{parts.place("to", 100 * row["reached"] / longest)}">{number(row["reached"])}</b>'
    )
    return (
        f'<tr><th scope="row" class="name">{escape(said(row["stage"], lang))}</th>'
        f'<td class="range"><span class="bar">{bars}</span></td>'
        f'<td class="parts">{escape(share(row, lang))}</td><td class="now">{escape(now(row, lang))}</td>'
        f'<td class="value">{escape(days(row, lang))}</td></tr>'
    )
