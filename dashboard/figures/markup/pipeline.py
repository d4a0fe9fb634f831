"""Pipeline: how many studies ever came to each stage, how many are there now, and how long they stayed.

Frame: one row a stage in order with stage, stage_no, current, reached, median_days, projects, completed.
Never a bare percentage: every count stands beside what it is a part of.
"""

from html import escape

from dashboard.figures.codes import said
from dashboard.figures.markup import parts
from dashboard.figures.spec import FigureSpec
from dashboard.i18n import number, text

DECIDED = 4  # from this stage on a study is completed, and counts are parts of the completed


def draw(spec: FigureSpec) -> str:
    """The figure as HTML."""
    rows, lang = spec.rows(), spec.lang
    key = parts.key(spec, [(name, text(f"figure.pipeline.{name}", lang)) for name in ("reached", "current")])
    names = (("stage", "name"), ("count", "range"), ("share", "parts"), ("there", "now"), ("days", "value"))
    columns = [(text(f"figure.pipeline.{word}", lang), kind) for word, kind in names]
    return key + parts.table(spec, columns, [line(row, widest(rows), lang) for row in rows])


def widest(rows: list[dict]) -> int:
    """The count whose bar is as long as the track."""
    return max((row["reached"] for row in rows), default=0) or 1


def line(row: dict, most: int, lang: str) -> str:
    """One stage."""
    bars = (
        f'<i class="reached" style="{parts.place("to", 100 * row["reached"] / most)}"></i>'
        f'<i class="current" style="{parts.place("to", 100 * row["current"] / most)}"></i>'
        f'<b style="{parts.place("to", 100 * row["reached"] / most)}">{number(row["reached"])}</b>'
    )
    now = escape(text("figure.pipeline.now", lang, count=number(row["current"]))) if row["current"] else ""
    return (
        f'<tr><th scope="row" class="name">{escape(said(row["stage"], lang))}</th>'
        f'<td class="range"><span class="bar">{bars}</span></td>'
        f'<td class="parts">{escape(share(row, lang))}</td><td class="now">{now}</td>'
        f'<td class="value">{escape(days(row, lang))}</td></tr>'
    )


def share(row: dict, lang: str) -> str:
    """研究62件中46件, or 完了46件中17件."""
    completed = row["stage_no"] >= DECIDED
    key = "of_completed" if completed else "of_projects"
    of = row["completed" if completed else "projects"]
    return text(f"figure.pipeline.{key}", lang, of=number(of), count=number(row["reached"]))


def days(row: dict, lang: str) -> str:
    """Median of the days in the stage; '' where a stage has no end."""
    if row["median_days"] is None:
        return ""
    return text("figure.pipeline.median", lang, days=number(row["median_days"]))
