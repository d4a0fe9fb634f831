"""The words of the place half: indicators, wards, school districts and associations by code, in both languages."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard.edition.measure import Measure, both

ASSOCIATION, DISTRICT = "association", "district"
KINDS = ("city", "ward", DISTRICT, ASSOCIATION)
INDICATOR, PERCENT = "indicator", "%"
POINTS = {"ja": "ポイント", "en": "pt"}
Rows = Callable[..., list[dict]]


@dataclass(frozen=True)
class Indicator:
    """An indicator of places. measure: its values; change: the same for differences between two years.

    finest: the finest kind of area that has values. definition, note: words by language, '' where none were given.
    """

    measure: Measure
    change: Measure
    finest: str
    definition: dict[str, str]
    note: dict[str, str]
    source: str


@dataclass(frozen=True)
class Area:
    """A ward, school district or association; codes of what it lies in, None where that does not apply."""

    kind: str
    code: str
    label: dict[str, str]
    kana: str | None
    ward: str | None
    district: str | None
    gone: bool


@dataclass(frozen=True)
class Places:
    """Everything a page needs to name places. years: fiscal years with values, newest first, as text."""

    indicators: dict[str, Indicator]
    areas: dict[str, dict[str, Area]]
    years: tuple[str, ...]
    as_of: datetime.date | None

    def within(self, kind: str, ward: str | None, district: str | None = None) -> list[Area]:
        """Areas of a kind that still exist, in a ward or a district (None: anywhere)."""
        return [
            area
            for area in self.areas[kind].values()
            if not area.gone and ward in (None, area.ward) and district in (None, area.district)
        ]


def indicator_of(row: dict) -> Indicator:
    unit = both(row, "unit")
    difference = POINTS if unit["ja"] == PERCENT else unit
    breaks = tuple(float(part) for part in row["class_breaks"].split())
    measure = Measure(
        row["indicator"], INDICATOR, row["field"], both(row, "label"), unit, difference,
        row["decimals"], row["direction"], breaks, None, False,
    )  # fmt: skip
    moves = tuple(float(part) for part in row["change_breaks"].split())
    return Indicator(
        measure, replace(measure, unit=difference, breaks=moves), row["finest"],
        both(row, "definition"), both(row, "note"), row["source"],
    )  # fmt: skip


def area_of(row: dict, today: str | None) -> Area:
    gone = row["valid_to"] is not None and today is not None and row["valid_to"] < today
    return Area(row["area_kind"], row["area"], both(row, "label"), row["name_kana"], row["ward"], row["district"], gone)


def places(rows: Rows) -> Places:
    """Read the place words. rows(question, **parameters) gives an answer's rows."""
    today = next((row["as_of"] for row in rows("place_as_of")), None)
    return Places(
        indicators={row["indicator"]: indicator_of(row) for row in rows("indicators")},
        areas={kind: {row["area"]: area_of(row, today) for row in rows("areas", area_kind=kind)} for kind in KINDS},
        years=tuple(row["period"] for row in rows("place_years")),
        as_of=None if today is None else datetime.date.fromisoformat(today),
    )
