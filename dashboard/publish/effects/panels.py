"""Panels made of an edition's own tables: what is withheld, joined or coded there is missing here."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.edition.catalogue import ALL, DEPARTMENT, NO_DATA, SHOWN
from dashboard.edition.places import ASSOCIATION
from dashboard.publish.effects.judge import Attrition
from dashboard.publish.effects.panel import NEVER, Panel, period_of
from dashboard.publish.effects.taking_part import Frames
from dashboard.publish.plan.codes import PLUS
from dashboard.publish.units import organisation, wave_day


@dataclass(frozen=True)
class Grid:
    """values: units x periods as shown; there: whether the unit existed then; people: answers behind a value (0: not
    known). Together with years and units this is a panel before anybody has started anything.
    """

    units: list[str]
    years: list[int]
    values: np.ndarray
    there: np.ndarray
    people: np.ndarray

    def panel(self, starts: list[int], assigned: list[str], clusters: list[str]) -> Panel:
        return Panel(self.units, self.years, self.values, np.array(starts), np.array(assigned), np.array(clusters))

    def lost(self, panel: Panel) -> Attrition:
        """Missing cells in % of those that were there."""
        missing, of = self.there & np.isnan(self.values), panel.starts != NEVER
        return Attrition(*(share(missing[rows], self.there[rows]) for rows in (slice(None), of, ~of)))

    def answers(self, panel: Panel) -> int | None:
        """Answers in the last period of those who take part; None where values rest on none."""
        return int(self.people[panel.is_treated, -1].sum()) or None


def share(missing: np.ndarray, there: np.ndarray) -> float:
    return 100 * float(missing.sum()) / max(int(there.sum()), 1)


def pivot(rows: pd.DataFrame, unit: str, year: str) -> Grid:
    """rows: unit, year, value (NaN = missing), n."""
    shape = {name: rows.pivot(index=unit, columns=year, values=name) for name in ("value", "n")}
    there = rows.assign(there=True).pivot(index=unit, columns=year, values="there").notna()
    values = shape["value"].to_numpy(dtype=float)
    people = np.where(np.isnan(values), 0, shape["n"].astype(float).fillna(0).to_numpy()).astype(int)
    return Grid(
        [str(code) for code in there.index], [int(at) for at in there.columns], values, there.to_numpy(), people
    )


def departments(frames: Frames, measure: str) -> tuple[Grid, list[str]]:
    """(a measure by department and survey, the wave of every period). The last survey of a year stands for it; what
    lies before a break is not compared with what lies after it.
    """
    cells, waves = frames["cells"], frames["waves"]
    latest = waves[waves["held"]].sort_values("wave").drop_duplicates("fiscal_year", keep="last")
    rows = cells[(cells["view"] == DEPARTMENT) & (cells["measure"] == measure) & (cells["status"] != NO_DATA)]
    rows = rows[~rows["member"].str.contains(PLUS, regex=False)].merge(latest[["wave", "fiscal_year"]], on="wave")
    value = pd.to_numeric(rows["value"]).where(rows["status"] == SHOWN)
    broken = [last_break(frames["breaks"], member, measure) for member in rows["member"]]
    rows = rows.assign(value=value.where(rows["wave"] >= pd.Series(broken, index=rows.index, dtype=object)))
    held = dict(zip(latest["fiscal_year"], latest["wave"], strict=True))
    grid = pivot(rows, "member", "fiscal_year") if len(rows) else Grid([], [], *(np.zeros((0, 0)),) * 3)
    return grid, [held[year] for year in grid.years]


def last_break(breaks: pd.DataFrame, member: str, measure: str) -> str:
    """The wave from which a member's measure is comparable with now; '' where it always was."""
    own = breaks[(breaks["view"] == DEPARTMENT) & breaks["member"].isin([member, "*"])]
    return max(own.loc[own["measure"].isin([measure, "*"]), "wave"], default="")


def bureaus_then(frames: Frames, units: pd.DataFrame, waves: list[str]) -> list[dict[str, str]]:
    """Per wave: department -> the bureau it belonged to."""
    rows = {row["wave"]: row for row in frames["waves"].to_dict("records")}
    return [organisation(units, wave_day(rows[wave])).bureaus for wave in waves]


def associations(frames: Frames, indicator: str) -> tuple[Grid, list[str]]:
    """(an indicator by association and year, the school district of every association)."""
    areas = frames["areas"][frames["areas"]["area_kind"] == ASSOCIATION].set_index("area")
    values = frames["indicator_values"]
    values = values[(values["area_kind"] == ASSOCIATION) & (values["indicator"] == indicator)]
    years = sorted({int(year) for year in values["fiscal_year"]})
    frame = pd.DataFrame([(area, year) for area in areas.index for year in years], columns=["area", "fiscal_year"])
    frame = frame[[exists(areas.loc[area], year) for area, year in zip(*frame.T.to_numpy(), strict=True)]]
    shown = values.loc[values["status"] == SHOWN, ["area", "fiscal_year", "value"]]
    grid = pivot(frame.merge(shown, on=["area", "fiscal_year"], how="left").assign(n=0), "area", "fiscal_year")
    return grid, [str(areas.loc[area, "district"] or ALL) for area in grid.units]


def exists(area: Mapping, year: int) -> bool:
    """Whether an association was there in a fiscal year."""
    since, until = area["valid_from"], area["valid_to"]
    return (pd.isna(since) or since.year <= year) and (pd.isna(until) or until.year > year)


def bureau_starts(grid: Grid, bureaus: list[dict[str, str]], reached: Mapping[str, int]) -> tuple[list[int], list[str]]:
    """(per department the first period in which its bureau of the time had been reached, its latest bureau)."""
    starts, homes = [], []
    for unit in grid.units:
        then = [of.get(unit) for of in bureaus]
        on = [at for at, year in enumerate(grid.years) if reached.get(then[at], year + 1) <= year]
        starts.append(min(on, default=NEVER))
        homes.append(next((bureau for bureau in reversed(then) if bureau is not None), unit))
    return starts, homes


def own_starts(grid: Grid, years: Mapping[str, int]) -> list[int]:
    """Per unit the period in which it started itself."""
    return [period_of(years.get(unit), grid.years) for unit in grid.units]
