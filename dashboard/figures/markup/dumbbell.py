"""Dumbbells: every outcome from its baseline to what was reached, beside its target, each on a scale of its own.

Frame: one row an outcome with title, outcome, unit, direction, baseline, target, actual, result.
Right is better in every row: where less is better the scale runs backwards. Units differ from row to row, so the
numbers are printed and no row is compared with another.
"""

from html import escape

from dashboard.figures.codes import said
from dashboard.figures.counts import amount, places
from dashboard.figures.markup import parts
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import joined
from dashboard.i18n import text

PAD = 8  # percent of a track left free at either end


def draw(spec: FigureSpec) -> str:
    """The figure as HTML."""
    lang = spec.lang
    key = parts.key(spec, [(name, text(f"figure.dumbbell.{name}", lang)) for name in ("baseline", "actual", "target")])
    names = (("outcome", "name"), ("course", "range"), ("values", "value"), ("target", "value"))
    columns = [(text(f"figure.dumbbell.{word}", lang), kind) for word, kind in names]
    columns.append(("", "result"))
    rows = parts.table(spec, columns, [line(row, lang) for row in spec.rows()])
    return f'{key}<div class="k-roll" tabindex="0">{rows}</div>'


def line(row: dict, lang: str) -> str:
    """One outcome."""
    reached = "" if row["actual"] is None else joined(amount(row["actual"]), row["unit"], lang)
    course = f"{escape(amount(row['baseline']))} → <b>{escape(reached) or '-'}</b>"
    target = "" if row["target"] is None else amount(row["target"])
    words = f"{row['outcome']} {row['title']}"
    return (
        f'<tr><th scope="row" class="name" title="{escape(words)}">{escape(row["outcome"])}'
        f" <small>{escape(row['title'])}</small></th>"
        f'<td class="range">{track(row)}</td><td class="value">{course}</td><td class="value">{escape(target)}</td>'
        f'<td class="result r-{RESULTS.get(row["result"], "open")}">{escape(said(row["result"], lang))}</td></tr>'
    )


RESULTS = {"達成": "good", "未達": "short"}


def track(row: dict) -> str:
    """Baseline, actual and target on the row's own scale."""
    at = {name: percent(share) for name, share in places(row).items()}
    if not at:
        return '<span class="track none"></span>'
    ends = sorted((at["baseline"], at["actual"]))
    run = f'<i class="run" style="{parts.place("at", ends[0])};{parts.place("to", ends[1])}"></i>'
    marks = "".join(
        f'<i class="{name}" style="{parts.place("at", where)}"></i>' for name, where in at.items() if where is not None
    )
    return f'<span class="track">{run}{marks}</span>'


def percent(share: float | None) -> float | None:
    """Place on the track, which has some room at either end."""
    return None if share is None else PAD + (100 - 2 * PAD) * share
