"""想定問答: every standing question with its answer, number, evidence, what must be added, and the page that shows it.

Answers speak (です・ます). Where the data do not carry one the answer says so, and what is missing.
"""

from collections.abc import Callable

from dashboard.briefing import standing_council, standing_executive, standing_planner
from dashboard.briefing.pack import Pack
from dashboard.briefing.replies import Reply, row
from dashboard.briefing.tables import heads

ASKED: dict[str, tuple[tuple[str, Callable[[Pack], Reply]], ...]] = {
    "executive": standing_executive.REPLIES,
    "planner": standing_planner.REPLIES,
    "council": standing_council.REPLIES,
}


def page(pack: Pack) -> dict:
    """Questions under who asks them."""
    groups = [
        {"title": pack.say(f"standing.{who}"), "rows": [row(pack, code, reply(pack)) for code, reply in replies]}
        for who, replies in ASKED.items()
    ]
    return {
        "kind": "standing", "code": "standing", "headline": pack.headline("standing.headline").words,
        "subtitle": pack.say("standing.subtitle"), "groups": groups,
        "heads": heads(pack, "asked_question", "answer", "number", "page"),
    }  # fmt: skip
