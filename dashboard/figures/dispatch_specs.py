"""From answers about community dispatch to what is drawn; alternative text made.

reach(chosen, dispatch_reach, breaks, district)     gives a FigureSpec for any writer
"""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL
from dashboard.edition.measure import Measure
from dashboard.edition.places import PERCENT, POINTS
from dashboard.figures.alt import described
from dashboard.figures.selection import Selection
from dashboard.figures.spec import FigureSpec
from dashboard.i18n import LANGUAGES, text


def measure(breaks: Sequence[float]) -> Measure:
    """The share of associations visited in twelve months."""
    label = {lang: text("dispatch.share", lang) for lang in LANGUAGES}
    percent = dict.fromkeys(LANGUAGES, PERCENT)
    return Measure("visited", "dispatch", None, label, percent, POINTS, 0, "up", tuple(breaks), None, False)


def reach(
    chosen: Selection, answer: Answer, breaks: Sequence[float], district: str = ALL, borders: Answer | None = None
) -> FigureSpec:
    """School districts by the share of their associations visited; one that lacks a report is crossed, not pale.

    breaks: the three class breaks, %; district: the one chosen; borders: area_outlines.
    """
    rows = answer.frame
    rows = rows.assign(label=rows[f"label_{chosen.lang}"], code=rows["district"])
    options = {
        "outlines": chosen.catalogue.outlines,
        "ward": None if chosen.place_ward == ALL else chosen.place_ward,
        "chosen": None if district == ALL else district,
        "borders": None if borders is None else borders.frame,
        "width": 440,
        "height": 250,
    }
    title, subtitle = chosen.say("dispatch.map"), chosen.say("dispatch.map_sub")
    spec = FigureSpec("points", rows, chosen.lang, measure(breaks), title, subtitle, options=options)
    return replace(spec, alt=described(spec))
