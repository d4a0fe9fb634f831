"""The logic chain of a proposal: input, activity, output, outcome. Which measure stands where is data/chains.csv."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.edition.answer import Answer
from dashboard.settings import DATA

STEPS = ("input", "activity", "output", "outcome")
SURVEYED = "measure"  # the unit of a card that shows a measure of the survey


@dataclass(frozen=True)
class Link:
    """One card of a chain.

    step: of STEPS; effect: the expected effect it measures, '' for none; question with what it is given and the row
    looked at, both with {ward}, {wave}, {period}, {view}, {member} to fill; value: the column shown; whole: the column
    it is a part of, or n; blank: what an empty value means, where
    the row does not say so itself; needs: the tables without which there is nothing to show.
    """

    proposal: str
    step: str
    card: str
    effect: str
    question: str
    given: str
    row: str
    value: str
    whole: str
    unit: str
    decimals: int
    blank: str
    needs: tuple[str, ...]


@cache
def chain(proposal: str) -> tuple[Link, ...]:
    """The cards of a proposal (vision, dispatch, institute) in order."""
    with (DATA / "chains.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["proposal"] == proposal]
    return tuple(
        Link(**{**row, "decimals": int(row["decimals"]), "needs": tuple(row["needs"].split(";"))}) for row in rows
    )


def filled(pairs: str, choice: Mapping[str, str]) -> dict[str, str]:
    """`key=value;key=value` with the choice filled in."""
    parts = (pair.split("=", 1) for pair in pairs.split(";") if pair)
    return {key: value.format(**choice) for key, value in parts}


def row_of(link: Link, answer: Answer, choice: Mapping[str, str]) -> dict | None:
    """The row a card shows; None where the answer has none."""
    wanted = filled(link.row, choice)
    rows = (row for row in answer.rows() if all(str(row[key]) == value for key, value in wanted.items()))
    return next(rows, None)
