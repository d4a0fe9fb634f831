"""How far each loaded table reaches, and how often it is expected anew; what is made of the two is asked in SQL."""

import datetime
from collections.abc import Mapping

import pandas as pd

from dashboard.publish.codebook import present

Frames = Mapping[str, pd.DataFrame]


def source_ages(sources: pd.DataFrame, frames: Frames, contract: Mapping[str, dict]) -> pd.DataFrame:
    """Sources with as_of, the newest day their rows speak of, and cycle_months; each None where there is none.

    sources: table_name, wave, …; frames: the kept tables; contract: as data/contract.toml has its tables.
    """
    newest = {name: reach(name, frames, contract) for name in sources["table_name"].unique()}
    closed = days("waves", frames, contract)
    of_wave = dict(zip(frames["waves"]["wave"], closed, strict=True))
    pairs = zip(sources["table_name"], sources["wave"], strict=True)
    as_of = [of_wave.get(wave) if wave else newest[name] for name, wave in pairs]
    cycles = [contract[name].get("cycle_months") for name in sources["table_name"]]
    return sources.assign(as_of=as_of, cycle_months=pd.array(cycles, dtype="Int64")).astype({"as_of": object})


def reach(name: str, frames: Frames, contract: Mapping[str, dict]) -> datetime.date | None:
    """The newest day a table speaks of."""
    known = [day for day in days(name, frames, contract) if day is not None]
    return max(known, default=None)


def days(name: str, frames: Frames, contract: Mapping[str, dict]) -> list[datetime.date | None]:
    """The day of every row: its own, the last of its fiscal year, or that of the row it refers to; else none."""
    column, frame = contract[name].get("day"), frames.get(name)
    if column is None or frame is None or frame.empty:
        return []
    rules = contract[name]["columns"][column]
    if "refers" in rules:
        other, key = rules["refers"].split(".")
        known = dict(zip(frames[other][key], days(other, frames, contract), strict=True))
        return [known.get(code) for code in frame[column]]
    return [day_of(present(value)) for value in frame[column]]


def day_of(value: object) -> datetime.date | None:
    """A day as it is or as 2025-07-01; of a fiscal year (2025 or "2025") its last day."""
    if value is None or isinstance(value, datetime.date):
        return value
    written = str(value)
    return datetime.date.fromisoformat(written) if "-" in written else datetime.date(int(written) + 1, 3, 31)
