"""From an evidence number as typed to its answer: of the edition written beside it where that can still be shown."""

from dataclasses import dataclass

import duckdb

from dashboard.edition.answer import Answer
from dashboard.edition.ask import UnknownParameterError, ask
from dashboard.edition.evidence import Asked, edition_in, evidence
from dashboard.edition.question import UnknownQuestionError
from dashboard.edition.store import Store, StoreError
from dashboard.i18n import text
from dashboard.settings import Home


class LookupRefusedError(Exception):
    """Why a number has no answer; `message` says it, and what to do, in the reader's language."""

    def __init__(self, **values: object):
        super().__init__(type(self).__name__, values)
        self.values = values

    def message(self, lang: str) -> str:
        return text(f"evidence.{type(self).__name__}", lang, **self.values)


class UnknownNumberError(LookupRefusedError):
    """No number in the text was ever given out in this home."""


class NothingFoundError(LookupRefusedError):
    """Nothing of the edition has such a name, and no number looks like it."""


class QuestionGoneError(LookupRefusedError):
    """The number is known, but this program or edition no longer answers its question."""


@dataclass(frozen=True)
class Found:
    """A number's answer. notice: key and values of what must be said about its edition, None if it is the current."""

    number: str
    answer: Answer
    notice: tuple[str, dict[str, object]] | None = None

    def told(self, lang: str) -> str:
        """The notice in words, '' where there is none."""
        if self.notice is None:
            return ""
        key, values = self.notice
        why = {"why": values["why"].message(lang)} if "why" in values else {}
        return text(key, lang, **{**values, **why})


def look_up(home: Home, written: str, current: int) -> Found:
    """The answer to what a number names. written: a number as typed or printed; current: the edition readers see.

    Raises UnknownNumberError, QuestionGoneError.
    """
    register, store = evidence(home), Store(home.editions)
    asked = register.find(written)
    if asked is None:
        raise UnknownNumberError(written=written.strip()[:40])
    wanted = edition_in(written)
    if wanted not in (None, current):
        try:
            answer = answered(store, wanted, asked)
            older = {"wanted": wanted, "current": current}
            return Found(register.of(answer), answer, ("evidence.other_edition", older))
        except (StoreError, QuestionGoneError) as error:
            answer = answered(store, current, asked)
            missed = {"wanted": wanted, "current": current, "why": error}
            return Found(register.of(answer), answer, ("evidence.edition_missed", missed))
    answer = answered(store, current, asked)
    return Found(register.of(answer), answer)


def answered(store: Store, edition: int, asked: Asked) -> Answer:
    """The answer of one edition. Raises StoreError, and QuestionGoneError where the edition has no such table."""
    name, parameters = asked
    try:
        return ask(store.open_edition(edition), name, **parameters)
    except (UnknownQuestionError, UnknownParameterError, duckdb.Error) as error:
        raise QuestionGoneError(name=name, edition=edition) from error
