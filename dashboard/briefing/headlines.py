"""Headlines with their conditions: a headline that the facts no longer bear out stops the pack."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from dashboard.briefing.facts import Fact
from dashboard.i18n import text

MUST = {
    "be": lambda value, other: value == other,
    "exceed": lambda value, other: value is not None and other is not None and value > other,
}


@dataclass(frozen=True)
class Condition:
    """What must hold: the fact `fact` must be, or exceed, `other`: a value, or the key of another fact."""

    fact: str
    must: str
    other: object

    def holds(self, facts: Mapping[str, Fact]) -> bool:
        other = facts[self.other].value if self.other in facts else self.other
        return MUST[self.must](facts[self.fact].value, other)

    def said(self, facts: Mapping[str, Fact], lang: str) -> str:
        """The condition in words, with what the fact is instead."""
        fact = facts[self.fact]
        return text(f"brief.must.{self.must}", lang, fact=self.fact, other=self.other, value=fact.value)


@dataclass(frozen=True)
class Headline:
    """A sentence over a page or figure. code: which; every condition must hold."""

    code: str
    words: str
    conditions: tuple[Condition, ...] = ()

    def as_dict(self) -> dict:
        return asdict(self)


class HeadlineFails(Exception):  # noqa: N818 - named for what it says
    """A headline whose condition no longer holds. values: headline, condition, fact, printed."""

    def __init__(self, headline: Headline, condition: Condition, facts: Mapping[str, Fact]):
        super().__init__(f"{headline.code}: {condition}")
        self.headline, self.condition, self.facts = headline, condition, facts

    def message(self, lang: str) -> str:
        fact = self.facts[self.condition.fact]
        condition = self.condition.said(self.facts, lang)
        return text(
            "brief.error.headline", lang, code=self.headline.code, headline=self.headline.words, condition=condition,
            fact=fact.key, printed=fact.printed, evidence=fact.evidence,
        )  # fmt: skip


def failing(headlines: Sequence[Headline], facts: Mapping[str, Fact]) -> list[HeadlineFails]:
    """Every headline with a condition that does not hold."""
    return [
        HeadlineFails(headline, condition, facts)
        for headline in headlines
        for condition in headline.conditions
        if not condition.holds(facts)
    ]
