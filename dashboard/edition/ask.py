"""ask(edition, name, **parameters) -> Answer: the one way to read an edition."""

import duckdb

from dashboard.edition.answer import Answer
from dashboard.edition.defaults import meant
from dashboard.edition.question import question
from dashboard.edition.store import Edition, StoreError


class OlderEdition(StoreError):  # noqa: N818
    """The edition was made by a program with other tables and cannot answer what this one asks."""


class UnknownParameterError(ValueError):
    """A parameter that the question does not have."""

    def __init__(self, name: str, unknown: set[str], known: set[str]):
        super().__init__(f"{name}: {', '.join(sorted(unknown))} (known: {', '.join(sorted(known)) or '-'})")
        self.unknown, self.known = unknown, known


def ask(edition: Edition, name: str, **parameters: str | None) -> Answer:
    """Put the question `name` to an open edition.

    Parameters left out, or None, are bound to what they stand for in this edition (the latest survey held, the whole
    city), so that the answer tells what was asked. Raises UnknownQuestionError, UnknownParameterError, and OlderEdition
    where a table or column that is asked for is not in this edition.
    """
    asked = question(name)
    known = {parameter.name for parameter in asked.parameters}
    if unknown := parameters.keys() - known:
        raise UnknownParameterError(name, unknown, known)

    def rows(other: str, **given: str) -> list[dict]:
        return ask(edition, other, **given).rows()

    bound = {}
    for parameter in sorted(asked.parameters, key=lambda one: one.name):
        given = parameters.get(parameter.name)
        bound[parameter.name] = meant(parameter, rows) if given is None else given
    try:
        frame = edition.query(asked.sql, bound)
    except (duckdb.CatalogException, duckdb.BinderException) as error:
        raise OlderEdition(number=edition.number) from error
    return Answer(asked, bound, edition.number, edition.hash, frame)
