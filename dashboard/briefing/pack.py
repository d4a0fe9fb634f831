"""A briefing pack in the making: one edition from first to last, every question on record, every number a fact."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dashboard.briefing import council
from dashboard.briefing.facts import COUNT, Fact, Facts, Form
from dashboard.briefing.headlines import Condition, Headline, failing
from dashboard.edition.answer import Answer
from dashboard.edition.ask import ask
from dashboard.edition.catalogue import ALL, CITY, WARD, Catalogue
from dashboard.edition.measure import Measure
from dashboard.edition.places import PERCENT, Indicator
from dashboard.edition.question import questions
from dashboard.edition.store import Edition
from dashboard.figures.selection import Selection
from dashboard.i18n import fiscal_year, text
from dashboard.settings import Settings

DIGIT = re.compile(r"\d")
SURVEY = "survey"


class Words(str):
    """Words that may hold digits in a sentence: a label of the edition (65歳以上), or a sentence made of facts."""


class BareNumber(ValueError):  # noqa: N818 - named for what it says
    """A number on its way into a sentence that is no fact: a defect of the text that uses it."""


@dataclass
class Pack:
    """What pages are made with. chosen: language, survey wave and ward; number: an answer's evidence number."""

    edition: Edition
    settings: Settings
    chosen: Selection
    number: Callable[[Answer], str]
    asked: list[Answer] = field(default_factory=list)
    given: dict[tuple, Answer] = field(default_factory=dict)
    headlines: list[Headline] = field(default_factory=list)
    pages: list[dict] = field(default_factory=list)
    drawings: dict[str, str] = field(default_factory=dict)

    @property
    def words(self) -> Catalogue:
        return self.chosen.catalogue

    @property
    def lang(self) -> str:
        return self.chosen.lang

    @cached_property
    def facts(self) -> Facts:
        return Facts(self.lang, self.number, self.as_of)

    @property
    def is_city(self) -> bool:
        return self.chosen.ward == ALL

    @property
    def cell(self) -> dict[str, str]:
        """View and member of the survey's cell that the pack is about."""
        return {"view": CITY, "member": ALL} if self.is_city else {"view": WARD, "member": self.chosen.ward}

    @property
    def place(self) -> Words:
        """The city or ward in words."""
        return self.member(**self.cell)

    def member(self, view: str, member: str) -> Words:
        """Label of a member of the survey."""
        return Words(self.words.name(view, member, self.lang))

    def short_name(self, view: str, member: str) -> Words:
        """A label for a table: the whole city and the head office by their short names."""
        return self.say("panel.city_short") if member == ALL else Words(self.chosen.short_name(view, member))

    def label(self, measure: Measure) -> Words:
        """Label of what is measured."""
        return Words(measure.label[self.lang])

    @property
    def period(self) -> str:
        """The fiscal year of place values: the survey's, or the latest with values."""
        year = str(self.words.waves[self.chosen.wave].fiscal_year)
        return year if year in self.words.places.years else next(iter(self.words.places.years), year)

    def has(self, *tables: str) -> bool:
        """Whether the edition was made of these input tables."""
        return self.words.tables.issuperset(tables)

    def knows(self, question: str) -> bool:
        """Whether the program has a question of this name."""
        return question in questions()

    def indicator(self, code: str) -> Indicator | None:
        """An indicator of places, None where the city has none of this code."""
        return self.words.places.indicators.get(code)

    @property
    def first_indicator(self) -> Indicator:
        """The indicator that lists and maps begin with: that of the settings; of a city without it its first rate, or
        its first. Only where the city has any."""
        every = self.words.places.indicators
        rates = (one for one in every.values() if one.measure.unit["ja"] == PERCENT)
        return every.get(self.settings.values["places"]["list"]) or next(rates, next(iter(every.values())))

    def ask(self, name: str, **parameters: str | None) -> Answer:
        """Put a question to the pinned edition, once; on record. Raises FinerThanCouncil."""
        key = (name, *sorted((of, code) for of, code in parameters.items() if code is not None))
        if key not in self.given:
            answer = ask(self.edition, name, **parameters)
            known = next((one for one in self.asked if same(one, answer)), None)  # asked before in other words
            if known is None:
                council.check(answer, self.settings.release["council"])
                self.asked.append(answer)
            self.given[key] = known or answer
        return self.given[key]

    def as_of(self, answer: Answer) -> str | None:
        """The day an answer speaks of: its survey's last, or the newest of the place tables."""
        on = self.words.places.as_of
        if answer.question.subject == SURVEY:
            wave = answer.parameters.get("wave") or answer.parameters.get("period") or self.chosen.wave
            on = self.words.waves[wave].closed_on
        return None if on is None else on.isoformat()

    def fact(
        self, key: str, answer: Answer, column: str = "value", form: Form = COUNT, how: str = "value", **where: object
    ) -> Fact:
        """A number of the text, read off an answer."""
        return self.facts.take(key, answer, column, where, how, form)

    def say(self, message: str, **given: Fact | str) -> Words:
        """A sentence of the catalogues; its numbers must be facts, words must hold none. Raises BareNumber."""
        for name, value in given.items():
            if not isinstance(value, Fact | Words) and DIGIT.search(value):
                raise BareNumber(f"{message} {name}: {value}")
        return Words(text(message, self.lang, **given))

    def listed(self, parts: list[str]) -> Words:
        """Labels or sentences as a list in one line."""
        return Words(self.say("finding.list_joint").join(parts))

    def headline(self, message: str, conditions: tuple[Condition, ...] = (), **given: Fact | str) -> Headline:
        """A headline of the catalogues with what must hold for it."""
        return self.stated(message, self.say(message, **given), conditions)

    def stated(self, code: str, words: str, conditions: tuple[Condition, ...]) -> Headline:
        """A ready sentence as a headline, on record with its conditions."""
        headline = Headline(code, words, conditions)
        self.headlines.append(headline)
        return headline

    def hold(self) -> None:
        """Raise HeadlineFails for the first headline whose condition does not hold."""
        for failure in failing(self.headlines, self.facts.known):
            raise failure

    def evidence(self, answer: Answer) -> str:
        """根拠 E-7K3F2"""
        return text("brief.evidence", self.lang, number=self.number(answer))

    def year(self, value: int | str) -> str:
        """A fiscal year in words."""
        return fiscal_year(int(value), self.lang)


def same(one: Answer, other: Answer) -> bool:
    return (one.question.name, one.parameters) == (other.question.name, other.parameters)


def cell_of(answer: Answer, **where: object) -> Mapping[str, object]:
    """The only row that has `where`."""
    (row,) = (row for row in answer.rows() if all(row[name] == code for name, code in where.items()))
    return row
