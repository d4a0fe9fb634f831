"""ask(edition, name, **parameters) -> Answer: the one way to read an edition."""

from dashboard.edition.answer import Answer
from dashboard.edition.defaults import meant
from dashboard.edition.question import question
from dashboard.edition.store import Edition


class UnknownParameterError(ValueError):
    """A parameter that the question does not have."""

    def __init__(self, name: str, unknown: set[str], known: set[str]):
        super().__init__(f"{name}: {', '.join(sorted(unknown))} (known: {', '.join(sorted(known)) or '-'})")
        self.unknown, self.known = unknown, known


def ask(edition: Edition, name: str, **parameters: str | None) -> Answer:
    """Put the question `name` to an open edition.

    Parameters left out, or None, are bound to what they stand for in this edition (the latest survey held, the whole
    city), so that the answer tells what was asked. Raises UnknownQuestionError, UnknownParameterError.
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
    return Answer(asked, bound, edition.number, edition.hash, edition.query(asked.sql, bound))
