"""The facts of one cell of the survey: value, change with its interval, verdict, and how many answered of how many."""

from dataclasses import dataclass
from functools import cached_property

from dashboard.briefing.facts import COUNT, VERDICT, Fact, Form
from dashboard.briefing.pack import Pack, cell_of
from dashboard.edition.answer import Answer
from dashboard.edition.measure import Measure


@dataclass(frozen=True)
class Cell:
    """A measure of one member in the survey the pack is about. A number becomes a fact when it is first used.

    row: as the answer has it.
    """

    pack: Pack
    measure: Measure
    view: str
    member: str

    @property
    def answer(self) -> Answer:
        return self.pack.ask("survey_trend", measure=self.measure.code, view=self.view, member=self.member)

    @cached_property
    def row(self) -> dict:
        return cell_of(self.answer, wave=self.pack.chosen.wave)

    @property
    def value(self) -> Fact:
        return self._fact("value", Form("number", self.measure.decimals, self.measure.unit[self.pack.lang]))

    @property
    def n(self) -> Fact:
        return self._fact("n", COUNT)

    @property
    def asked(self) -> Fact:
        return self._fact("asked", COUNT)

    @property
    def verdict(self) -> Fact:
        return self._fact("verdict", VERDICT)

    @property
    def change(self) -> Fact | None:
        """None where the survey cannot be compared with the last one."""
        form = Form("change", self.measure.decimals, self.measure.difference[self.pack.lang])
        return None if self.row["change"] is None else self._fact("change", form)

    def end(self, column: str) -> Fact | None:
        """change_lo or change_hi; None where the change has no interval."""
        return None if self.row[column] is None else self._fact(column, Form("change", self.measure.decimals))

    def _fact(self, column: str, form: Form) -> Fact:
        key = ".".join([self.measure.code, self.view, self.member, column])
        return self.pack.fact(key, self.answer, column, form, wave=self.pack.chosen.wave)


def cell(pack: Pack, code: str, view: str, member: str) -> Cell:
    """A measure, by its code, of one member."""
    return Cell(pack, pack.words.measures[code], view, member)


def change_words(pack: Pack, one: Cell) -> str:
    """+0.9点（+0.5～+1.3）, the change alone where it has no interval, '' where there is none."""
    if one.change is None:
        return ""
    lo, hi = one.end("change_lo"), one.end("change_hi")
    return one.change.printed if lo is None else pack.say("brief.change", change=one.change, lo=lo, hi=hi)
