"""The words of an edition: its waves, members, measures and events by code, in both languages."""

import datetime
from dataclasses import dataclass

import pandas as pd

from dashboard.edition.ask import ask
from dashboard.edition.measure import Measure, both
from dashboard.edition.places import Places, places
from dashboard.edition.store import Edition
from dashboard.i18n import LANGUAGES, text

CONTEXT = "context"  # layer of the outlines around the wards
CITY, ALL, WARD, BUREAU, DEPARTMENT, HEAD_OFFICE = "city", "all", "ward", "bureau", "department", "HQ"
SHOWN, WITHHELD, NO_DATA = "表示", "秘匿", "データなし"


@dataclass(frozen=True)
class Wave:
    """One survey year; not held means that the year has no survey (未実施)."""

    code: str
    fiscal_year: int
    label: dict[str, str]
    held: bool
    closed_on: datetime.date | None
    source: str
    aggregate_only: bool


@dataclass(frozen=True)
class Event:
    """A dated event that a time axis may mark."""

    held_on: datetime.date
    label: dict[str, str]
    kind: str
    default_on: bool

    @property
    def fiscal_position(self) -> float:
        """Place on a fiscal-year axis: 1 April 2018 is 2017.5, half a year before the middle of FY2018."""
        start = datetime.date(self.held_on.year - (self.held_on.month < 4), 4, 1)
        return start.year - 0.5 + (self.held_on - start).days / 365


@dataclass(frozen=True)
class Catalogue:
    """Everything a page needs to name what it shows, of one edition. tables: the input tables it was made of; days:
    how far what has its own records reaches, by subject (vision, actions); map_credit: sources of the outlines drawn.
    """

    edition: int
    edition_hash: str
    built_on: datetime.date
    demo: bool
    waves: dict[str, Wave]
    members: dict[tuple[str, str], dict[str, str]]
    parents: dict[tuple[str, str], str]
    measures: dict[str, Measure]
    events: tuple[Event, ...]
    outlines: pd.DataFrame
    places: Places
    tables: frozenset[str]
    days: dict[str, datetime.date]
    map_credit: dict[str, str]

    @property
    def held(self) -> list[str]:
        """Codes of the waves held, oldest first; of a survey and its corrections the last."""
        last = {wave.fiscal_year: code for code, wave in self.waves.items() if wave.held}
        return list(last.values())

    def of_view(self, view: str) -> list[str]:
        """Member codes of a view in their fixed order."""
        return [member for of, member in self.members if of == view]

    def departments(self, bureau: str) -> list[str]:
        """Member codes of a bureau's departments."""
        return [member for (view, member), parent in self.parents.items() if (view, parent) == (DEPARTMENT, bureau)]

    def name(self, view: str, member: str, lang: str) -> str:
        """The label of a member."""
        return self.members[view, member][lang]

    def place_name(self, ward: str, lang: str) -> str:
        """The label of a ward or of the whole city ("all"): as a place, or of its staff where no places are known.

        A ward of another edition, which this one does not have, keeps its code.
        """
        kind = CITY if ward == ALL else WARD
        area = self.places.areas[kind].get(ward)
        return area.label[lang] if area else self.members.get((kind, ward), {}).get(lang, ward)


def wave_of(row: dict) -> Wave:
    closed = None if row["closed_on"] is None else datetime.date.fromisoformat(row["closed_on"])
    return Wave(
        row["wave"], row["fiscal_year"], both(row, "label"), row["held"], closed, row["source"], row["aggregate_only"]
    )


def measure_of(row: dict) -> Measure:
    breaks = tuple(float(part) for part in row["class_breaks"].split())
    words = (both(row, "label"), both(row, "unit"), both(row, "difference"))
    return Measure(
        row["measure"], row["kind"], row["theme"], *words,
        row["decimals"], row["direction"], breaks, row["target"], row["reversed"],
    )  # fmt: skip


def event_of(row: dict) -> Event:
    return Event(datetime.date.fromisoformat(row["held_on"]), both(row, "label"), row["kind"], row["default_on"])


def map_credit(origins: list[dict]) -> dict[str, str]:
    """Who drew the wards and what is around them, by language; '' where there is no map."""
    known = {row["layer"]: row for row in origins}
    drawn = [known[layer] for layer in (WARD, CONTEXT) if layer in known]
    return {lang: text("foot.map_joint", lang).join(credit_in(row, lang) for row in drawn) for lang in LANGUAGES}


def credit_in(row: dict, lang: str) -> str:
    """The credit of a layer; of an edition of an earlier program, which left it blank, the file."""
    return row[f"credit_{lang}"] or text("publish.outline.of_file", lang, file=row["file_name"])


def catalogue(edition: Edition) -> Catalogue:
    """Read the words of an open edition."""

    def rows(name: str, **parameters: str) -> list[dict]:
        return ask(edition, name, **parameters).rows()

    (meta,) = rows("edition")
    return Catalogue(
        edition=meta["number"],
        edition_hash=meta["hash"],
        built_on=datetime.date.fromisoformat(meta["built_on"]),
        demo=meta["demo"],
        waves={row["wave"]: wave_of(row) for row in rows("waves")},
        members={(row["view"], row["member"]): both(row, "label") for row in rows("members")},
        parents={(row["view"], row["member"]): row["parent"] for row in rows("members") if row["parent"]},
        measures={row["measure"]: measure_of(row) for row in rows("measures")},
        events=tuple(event_of(row) for row in rows("events")),
        outlines=ask(edition, "outlines").frame,
        places=places(rows),
        tables=frozenset(row["table_name"] for row in rows("sources")),
        days={row["subject"]: datetime.date.fromisoformat(row["as_of"]) for row in rows("days")},
        map_credit=map_credit(rows("outline_origins")),
    )
