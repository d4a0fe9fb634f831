"""ask(edition, name, **parameters) -> Answer: the one way to read an edition."""

from dashboard.edition.answer import Answer
from dashboard.edition.question import question
from dashboard.edition.store import Edition


class UnknownParameterError(ValueError):
    """A parameter that the question does not have."""

    def __init__(self, name: str, unknown: set[str], known: set[str]):
        super().__init__(f"{name}: {', '.join(sorted(unknown))} (known: {', '.join(sorted(known)) or '-'})")
        self.unknown, self.known = unknown, known


def ask(edition: Edition, name: str, **parameters: str | None) -> Answer:
    """Put the question `name` to an open edition.

    Parameters left out, or None, take the question's own default (the latest survey held, the whole city).
    Raises UnknownQuestionError, UnknownParameterError.
    """
    asked = question(name)
    known = {parameter.name for parameter in asked.parameters}
    if unknown := parameters.keys() - known:
        raise UnknownParameterError(name, unknown, known)
    bound = {key: parameters.get(key) for key in sorted(known)}
    return Answer(asked, bound, edition.number, edition.hash, edition.query(asked.sql, bound))
