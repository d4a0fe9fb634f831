"""Tables of places that go into an edition row by row, with the names of units in words."""

import datetime

import pandas as pd

from dashboard.publish.areas import Tables
from dashboard.publish.codebook import present

STAGES = ("課題提起", "調査研究", "提言", "所管局で検討中", "試行", "施策化", "評価", "施策化に至らず")
AS_THEY_ARE = ("association_towns", "activities", "dispatch_reports", "costs", "project_budgets")
DAYS = {
    "indicator_values": ("as_of",), "association_facts": ("as_of",), "activities": ("held_on",),
    "dispatch_reports": ("received_on",), "issues": ("raised_on", "closed_on"),
}  # fmt: skip


def unit_words(units: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """unit -> (bureau and department in Japanese, in English), by its latest row."""
    latest = {row["unit"]: row for row in units.to_dict("records")}
    words = {}
    for code, row in latest.items():
        above = latest.get(present(row["parent"]))
        ja = row["name_ja"] if above is None else f"{above['name_ja']} {row['name_ja']}"
        en = row["name_en"] if above is None else f"{row['name_en']}, {above['name_en']}"
        words[code] = (ja, en)
    return words


def with_unit(frame: pd.DataFrame, column: str, words: dict[str, tuple[str, str]]) -> pd.DataFrame:
    """The frame with <column>_ja and <column>_en."""
    found = [words.get(code, (None, None)) for code in frame[column]]
    return frame.assign(**{f"{column}_ja": [ja for ja, _ in found], f"{column}_en": [en for _, en in found]})


def stage_rows(stages: pd.DataFrame) -> pd.DataFrame:
    """Stages with their place in the order; a year alone stands for its 1 April."""
    is_year = stages["entered"].map(len).eq(4)
    days = [datetime.date.fromisoformat(f"{it}-04-01" if len(it) == 4 else it) for it in stages["entered"]]
    number = stages["stage"].map({stage: at for at, stage in enumerate(STAGES, start=1)}).astype(int)
    return stages.assign(entered=days, entered_is_year=is_year.astype(bool), stage_no=number)


def ward_rows(projects: pd.DataFrame) -> pd.DataFrame:
    """One row for each project and ward it concerns."""
    pairs = [
        {"project": row["project"], "ward": ward.strip()}
        for row in projects.to_dict("records")
        for ward in (present(row["wards"]) or "").split(";")
        if ward.strip()
    ]
    return pd.DataFrame(pairs, columns=["project", "ward"])


def in_words(frame: pd.DataFrame, **columns: str) -> pd.DataFrame:
    """Columns renamed, an English one filled with the Japanese where it is blank."""
    frame = frame.rename(columns=columns)
    for english in [name for name in frame if name.endswith("_en") and name.removesuffix("_en") + "_ja" in frame]:
        frame[english] = frame[english].where(frame[english].notna(), frame[english.removesuffix("_en") + "_ja"])
    return frame


def place_rows(frames: Tables) -> Tables:
    """Every table that needs no counting, by its name in the edition; tables not handed in are left out."""
    given = {name: frame for name, frame in frames.items() if not frame.empty}
    words = unit_words(frames["units"])
    rows = {name: given[name] for name in AS_THEY_ARE if name in given}
    makers = {
        "association_facts": lambda frame: in_words(frame),
        "issues": lambda frame: with_unit(frame, "answering_unit", words),
        "dispatches": lambda frame: with_unit(frame, "unit", words),
        "projects": lambda frame: in_words(with_unit(frame, "lead_unit", words).drop(columns="wards")),
        "project_stages": stage_rows,
        "project_people": lambda frame: with_unit(frame, "unit", words),
        "project_outcomes": lambda frame: in_words(
            frame, outcome="outcome_ja", measured_in="unit_ja", measured_in_en="unit_en"
        ),
    }
    rows |= {name: make(given[name]) for name, make in makers.items() if name in given}
    if "projects" in given:
        rows["project_wards"] = ward_rows(given["projects"])
    return rows | {"places_as_of": newest_day(given)}


def newest_day(given: Tables) -> pd.DataFrame:
    """The newest day any table speaks of, as one row; no row where there is none."""
    columns = [given[name][column].dropna() for name, days in DAYS.items() for column in days if name in given]
    newest = max((days.max() for days in columns if len(days)), default=None)
    return pd.DataFrame({"as_of": [] if newest is None else [newest]})
