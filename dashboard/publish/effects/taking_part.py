"""Who takes part in a programme, and from which fiscal year on: read from what the edition shows of the programme."""

from collections.abc import Mapping

import pandas as pd

from dashboard.edition.places import ASSOCIATION, DISTRICT
from dashboard.publish.network import fiscal_year

Frames = Mapping[str, pd.DataFrame]


def first_years(frame: pd.DataFrame, unit: str, years: pd.Series) -> dict[str, int]:
    """unit -> the first fiscal year in which it appears."""
    return {code: int(year) for code, year in years.groupby(frame[unit]).min().items()}


def dispatches(frames: Frames, rules: Mapping) -> pd.DataFrame:
    """Dispatches of the programme with the fiscal year they start in."""
    rows = frames["dispatches"]
    rows = rows[rows["role"].isin(rules["takes_part"]["roles"])]
    return rows.assign(fiscal_year=[fiscal_year(day) for day in rows["starts_on"]])


def sending(frames: Frames, rules: Mapping) -> dict[str, int]:
    """Departments whose staff are sent to a place."""
    rows = dispatches(frames, rules)
    return first_years(rows, "unit", rows["fiscal_year"])


def visited(frames: Frames, rules: Mapping) -> dict[str, int]:
    """Associations somebody is sent to, themselves or with their school district."""
    rows = dispatches(frames, rules)
    found = {
        kind: first_years(part, "area", part["fiscal_year"])
        for kind, part in ((kind, rows[rows["area_kind"] == kind]) for kind in (ASSOCIATION, DISTRICT))
    }
    areas = frames["areas"][frames["areas"]["area_kind"] == ASSOCIATION]
    starts = {}
    for area, district in zip(areas["area"], areas["district"], strict=True):
        years = [found[ASSOCIATION].get(area), found[DISTRICT].get(district)]
        if known := [year for year in years if year is not None]:
            starts[area] = min(known)
    return starts


def reached(frames: Frames) -> dict[str, int]:
    """Bureaus that a post reached; a reach that is withheld does not count."""
    rows = frames["vision_reach"].merge(frames["vision_posts"][["post", "fiscal_year"]], on="post")
    rows = rows[rows["reached"].fillna(0) > 0]
    return first_years(rows, "bureau", rows["fiscal_year"])


def training(frames: Frames, rules: Mapping) -> dict[str, int]:
    """Departments with people at the institute."""
    rows = frames["project_people"]
    rows = rows[rows["kind"].isin(rules["takes_part"]["kinds"]) & rows["unit"].notna()]
    return first_years(rows, "unit", rows["fiscal_year"])
