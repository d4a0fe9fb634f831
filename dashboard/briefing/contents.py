"""What a briefing pack asks, page by page in the order of the paper; pages without their tables are left out."""

from collections.abc import Callable

from dashboard.briefing import (
    districts,
    effects,
    first,
    follow_up,
    gaps,
    limits,
    places,
    sources,
    standing,
    studies,
    themes,
)
from dashboard.briefing.pack import Pack

Progress = Callable[[str, float], None]
PLACES = ("associations", "districts", "indicators", "indicator_values")
STUDIES = ("projects", "project_stages")
# page, the input tables without which it is left out
PAGES = (
    (first.page, ()), (gaps.page, ()), (themes.page, ()), (places.page, PLACES), (districts.page, PLACES),
    (studies.page, STUDIES), (studies.outcomes, (*STUDIES, "project_outcomes")),
    (effects.page, ()),
    (follow_up.page, (follow_up.TABLE,)), (limits.page, ()), (standing.page, ()),
)  # fmt: skip
SOURCES_BEFORE = "standing"


def contents(pack: Pack, progress: Progress) -> list[dict]:
    """The pages in order. The sources list what all others asked: made last, they stand before the answers."""
    made = []
    for at, (page, tables) in enumerate(PAGES):
        if pack.has(*tables) and (one := page(pack)) is not None:
            made.append(one)
        progress("brief.stage.ask", (at + 1) / len(PAGES))
    made.insert(next(at for at, page in enumerate(made) if page["code"] == SOURCES_BEFORE), sources.page(pack))
    return made
