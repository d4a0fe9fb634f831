"""What a parameter left out stands for: the code its header names, or what the edition holds newest or first."""

from collections.abc import Callable

from dashboard.edition.places import PERCENT
from dashboard.edition.question import Parameter

Rows = Callable[..., list[dict]]


def latest_survey(rows: Rows) -> str | None:
    return max((row["wave"] for row in rows("waves") if row["held"]), default=None)


def latest_year(rows: Rows) -> str | None:
    return max((row["period"] for row in rows("place_years")), default=None)


def first_rate(rows: Rows) -> str | None:
    return next((row["indicator"] for row in rows("indicators") if row["denominator"]), None)


def first_share(rows: Rows) -> str | None:
    known = (row["indicator"] for row in rows("indicators") if row["denominator"] and row["unit_ja"] == PERCENT)
    return next(known, None)


def first_association(rows: Rows) -> str | None:
    return next((row["area"] for row in rows("areas", area_kind="association") if row["valid_to"] is None), None)


HELD = {  # the words of a header -> how this edition understands them
    "the latest survey held": latest_survey,
    "the latest with values": latest_year,
    "the first rate": first_rate,
    "the first share": first_share,
    "the first association": first_association,
}


def meant(parameter: Parameter, rows: Rows) -> str | None:
    """The value that leaving `parameter` out stands for in an edition; None where its question has no default.

    rows(question, **parameters) gives an answer's rows.
    """
    found = HELD.get(parameter.default)
    return parameter.default if found is None else found(rows)
