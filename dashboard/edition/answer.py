"""The Answer: the only thing that leaves an edition."""

from dataclasses import dataclass

import pandas as pd

from dashboard.edition.question import Question


@dataclass(frozen=True)
class Answer:
    """Rows of one question put to one edition.

    frame: one row per grain of the question, columns as its header states.
    parameters: what was bound, those left out too; None where a question has no default.
    """

    question: Question
    parameters: dict[str, str | None]
    edition: int
    edition_hash: str
    frame: pd.DataFrame

    def rows(self) -> list[dict]:
        """Rows as plain values: dates as ISO text, missing as None."""
        frame = self.frame.astype(object).where(self.frame.notna(), None)
        return [{key: plain(value) for key, value in row.items()} for row in frame.to_dict("records")]


def plain(value: object) -> object:
    """A value that JSON can carry: numpy scalars unwrapped, dates in ISO form."""
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return value.item() if hasattr(value, "item") else value
