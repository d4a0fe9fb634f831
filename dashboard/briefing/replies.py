"""A reply to a standing question, and the two ways to give one: from facts, or that the data carry none."""

from dataclasses import dataclass

from dashboard.briefing.drawings import people
from dashboard.briefing.facts import Fact
from dashboard.briefing.pack import Pack
from dashboard.edition.answer import Answer
from dashboard.i18n.phrases import phrases


@dataclass(frozen=True)
class Reply:
    """answer: sentences; number: as printed, '' where there is none; page: code of the page that shows it."""

    answer: str
    number: str
    page: str
    source: Answer | None = None
    n: str = ""
    is_answered: bool = True


def told(
    pack: Pack, code: str, number: str, page: str, source: Answer, base: Fact | None = None, /, **facts: Fact | str
) -> Reply:
    """The reply of message standing.<code>. base: how many stand behind the number."""
    n = "" if base is None else people(pack, base.value)
    return Reply(pack.say(f"standing.{code}", **facts), number, page, source, n)


def none(pack: Pack, missing: str, page: str = "limits", said: str = "") -> Reply:
    """お答えできるデータがありません, with what is missing; said: what can be said all the same."""
    words = pack.say("standing.none", missing=pack.say(f"standing.missing.{missing}"))
    joint = " " if pack.lang == "en" and said else ""
    return Reply(f"{words}{joint}{said}", "", page, is_answered=False)


def row(pack: Pack, code: str, reply: Reply) -> dict:
    """The reply as the page shows it."""
    aside = [] if reply.source is None else [pack.evidence(reply.source), as_of(pack, reply.source)]
    return {
        "question": phrases(pack.say(f"standing.{code}.question", place=pack.place), pack.lang), "answer": reply.answer,
        "note": pack.say(f"standing.{code}.note"), "number": reply.number, "page": reply.page,
        "aside": pack.chosen.joined(*aside, reply.n),
    }  # fmt: skip


def as_of(pack: Pack, source: Answer) -> str:
    """時点 2025-08-08, '' where none is known."""
    date = pack.as_of(source)
    return "" if date is None else pack.chosen.say("brief.as_of", date=date)
