"""Which bureau and ward a unit belongs to on a day; unit codes are reused, so dates matter."""

import datetime
from dataclasses import dataclass

import pandas as pd

from dashboard.publish.codebook import present

BUREAU_LEVEL, HEAD_OFFICE = "局", "HQ"


def wave_day(wave: dict) -> datetime.date:
    """The day whose organisation a survey describes: its first, else the middle of its fiscal year."""
    return present(wave["opened_on"]) or datetime.date(int(wave["fiscal_year"]), 10, 1)


@dataclass(frozen=True)
class Organisation:
    """The units valid on one day. bureaus: unit -> bureau; wards: unit -> ward (HQ = city-wide)."""

    bureaus: dict[str, str]
    wards: dict[str, str]


def organisation(units: pd.DataFrame, day: datetime.date) -> Organisation:
    """The organisation of one day; both ends of a validity count."""
    valid = [row for row in units.to_dict("records") if is_valid(row, day)]
    bureaus = {
        row["unit"]: row["unit"] if row["level"] == BUREAU_LEVEL else present(row["parent"])
        for row in valid
        if row["level"] == BUREAU_LEVEL or present(row["parent"]) is not None
    }
    return Organisation(bureaus, {row["unit"]: present(row["ward"]) or HEAD_OFFICE for row in valid})


def is_valid(row: dict, day: datetime.date) -> bool:
    since, until = present(row["valid_from"]), present(row["valid_to"])
    return (since is None or since <= day) and (until is None or day <= until)


def latest_names(units: pd.DataFrame) -> pd.DataFrame:
    """One row per unit that ever was, by code: its latest row."""
    since = [present(day) or datetime.date.min for day in units["valid_from"]]
    latest = units.assign(since=since).sort_values(["unit", "since"], kind="stable")
    return latest.drop_duplicates("unit", keep="last").reset_index(drop=True)


def ward_codes(units: pd.DataFrame) -> list[str]:
    """The wards that units serve, by code; the head office is none of them."""
    return sorted({ward for ward in units["ward"].dropna() if ward not in ("", HEAD_OFFICE)})
