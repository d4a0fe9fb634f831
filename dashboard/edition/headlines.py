"""Two editions side by side: their headline numbers, and the files that differ. Pure: it only asks."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import SHOWN, Catalogue
from dashboard.edition.measure import Measure

MEASURES = ("motivation", "response_rate", "gap_vision", "gap_community", "gap_policy")
COUNTED = ("associations", "project_list")  # questions whose rows are counted

Asking = Callable[..., Answer]


@dataclass(frozen=True)
class Side:
    """One edition: how to ask it, and its words."""

    ask: Asking
    catalogue: Catalogue

    @property
    def wave(self) -> str | None:
        """The latest survey held."""
        return self.catalogue.held[-1] if self.catalogue.held else None


@dataclass(frozen=True)
class Headline:
    """One number in both editions. before, after: rows with value, status and bound, None where an edition has none.

    measure: what is measured, None where things are counted.
    """

    code: str
    measure: Measure | None
    before: dict | None
    after: dict | None

    @property
    def difference(self) -> float | None:
        """after - before in the measure's unit; None unless both show a number."""
        if shown(self.before) is None or shown(self.after) is None:
            return None
        return self.after["value"] - self.before["value"]


@dataclass(frozen=True)
class ChangedFile:
    """A table, or a survey's, whose file is another one. before, after: rows of it, None where it was not there."""

    table: str
    wave: str | None
    before: int | None
    after: int | None


def shown(row: dict | None) -> float | None:
    """The number a row may show."""
    return None if row is None or row["status"] != SHOWN else row["value"]


def headlines(before: Side, after: Side) -> list[Headline]:
    """The latest survey's numbers of the whole city, each edition's own latest, and what is counted."""
    found = []
    for code in MEASURES:
        measure = after.catalogue.measures.get(code) or before.catalogue.measures.get(code)
        if measure is not None:
            found.append(Headline(code, measure, latest(before, code), latest(after, code)))
    for name in COUNTED:
        one, other = counted(before, name), counted(after, name)
        if one["value"] or other["value"]:
            found.append(Headline(name, None, one, other))
    return found


def latest(side: Side, code: str) -> dict | None:
    """The whole city's row of a measure in the latest survey."""
    rows = side.ask("survey_trend", measure=code, view="city", member="all").rows()
    return next((row for row in rows if row["wave"] == side.wave), None)


def counted(side: Side, name: str) -> dict:
    return {"value": len(side.ask(name).rows()), "status": SHOWN}


def changed_files(before: Side, after: Side) -> list[ChangedFile]:
    """Tables whose file differs, by table and survey."""
    old, new = (
        {(row["table_name"], row["wave"]): row for row in side.ask("sources").rows()} for side in (before, after)
    )
    differing = [
        key for key in sorted(old.keys() | new.keys(), key=str)
        if old.get(key, {}).get("sha256") != new.get(key, {}).get("sha256")
    ]  # fmt: skip
    return [ChangedFile(*key, rows_of(old, key), rows_of(new, key)) for key in differing]


def rows_of(side: dict, key: tuple) -> int | None:
    return side[key]["row_count"] if key in side else None
