"""From kept tables to the table of cells: every survey counted, small groups withheld, changes added."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from dashboard.publish.answers import ALL, answers, members_of
from dashboard.publish.cells import KEYS, NUMBERS, aggregate_cells, answered_cells, grid, themes_of
from dashboard.publish.codebook import Item
from dashboard.publish.release import nested, seal, withheld
from dashboard.publish.trends import break_rows, changed_sets, reorganised, reworded_items, with_changes
from dashboard.publish.units import Organisation, organisation, wave_day

CELL_COLUMNS = [
    *KEYS, "value", "lo", "hi", "bound", "n", "asked", "status", "change", "change_lo", "change_hi", "news",
    "fav", "neu", "unf", "mean",
]  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """What is counted: the codebook, the edition's words, the views and threshold of the release."""

    items: list[Item]
    waves: pd.DataFrame
    members: pd.DataFrame
    measures: pd.DataFrame
    views: list[str]
    k: int

    @cached_property
    def held(self) -> list[str]:
        return self.waves.loc[self.waves["held"], "wave"].tolist()

    @cached_property
    def known(self) -> dict[str, set[str]]:
        """View -> the codes of its members."""
        return {view: set(self.members.loc[self.members["view"] == view, "member"]) for view in self.views}


@dataclass
class Counted:
    """Collected survey by survey. sets: wave -> measure -> the items it is made of."""

    rows: list[dict] = field(default_factory=list)
    hidden: set[tuple[str, str, str]] = field(default_factory=set)
    sets: dict[str, dict[str, frozenset]] = field(default_factory=dict)


def count_survey(frames: dict, responses: dict, plan: Plan, progress: Callable) -> tuple[pd.DataFrame, pd.DataFrame]:
    """(cells, breaks) of the edition from the kept tables."""
    organised = {
        row["wave"]: organisation(frames["units"], wave_day(row))
        for row in plan.waves.to_dict("records")
        if row["held"]
    }
    counted = Counted()
    for place, wave in enumerate(plan.held):
        progress("publish.stage.estimate", place / len(plan.held))
        staff = staff_asked(frames["headcounts"], wave)
        if wave in responses:
            count_answers(counted, wave, responses[wave], organised[wave], staff, plan)
        else:
            results = frames["survey_results"]
            count_results(counted, wave, results[results["wave"] == wave], staff, plan)
    cells = grid(counted.rows, plan.waves["wave"].tolist(), plan.members, plan.measures)
    cells = seal(cells, counted.hidden, NUMBERS)
    breaks = all_breaks(frames, counted, organised, plan)
    cells = with_changes(cells, breaks, plan.held, kinds_of(plan.measures)).assign(bound=None)
    progress("publish.stage.estimate", 1.0)
    return cells[CELL_COLUMNS].sort_values(KEYS, kind="stable", ignore_index=True), breaks


def kinds_of(measures: pd.DataFrame) -> dict[str, str]:
    """Kind of every measure."""
    return dict(zip(measures["measure"], measures["kind"], strict=True))


def staff_asked(headcounts: pd.DataFrame, wave: str) -> dict[tuple[str, str], int]:
    """(view, member) -> staff asked in one survey."""
    rows = headcounts[(headcounts["wave"] == wave) & headcounts["staff"].notna()]
    return {
        (view, member): int(n) for view, member, n in rows[["dimension", "member", "staff"]].itertuples(index=False)
    }


def count_answers(counted: Counted, wave: str, frame: pd.DataFrame, organised: Organisation, staff: dict, plan: Plan):
    """Count a survey that has responses."""
    read = answers(frame, plan.items, wave, members_of(frame, organised, plan.known))
    counted.rows += answered_cells(wave, read, plan.views, staff, plan.measures)
    counted.sets[wave] = item_sets({item.code: item for item in read.items}, plan)
    counts = {view: read.counts(view) for view in plan.views}
    hide(counted, wave, counts, plan)
    inner = nested(pd.DataFrame({view: read.members[view] for view in plan.views}), plan.k)
    counted.hidden |= {(wave, view, member) for view, member in inner}


def count_results(counted: Counted, wave: str, results: pd.DataFrame, staff: dict, plan: Plan) -> None:
    """Count a survey known from a table of results, or not at all."""
    if results.empty:
        counted.sets[wave] = {}
        return
    known = {(view, member) for view in plan.views for member in plan.known[view]}
    results = results[pd.MultiIndex.from_frame(results[["view", "member"]]).isin(known)]
    shared = set(results["item"])
    sets = counted.sets[wave] = item_sets({it.code: it for it in plan.items if it.code in shared}, plan)
    counted.rows += aggregate_cells(wave, results, staff, plan.measures, sets)
    if "motivation" in shared:  # the items behind a ready-made index are those of the codebook
        index = [item.code for item in plan.items if item.in_index and item.is_asked(wave)]
        sets["motivation"] = frozenset(index)
    counts = {
        view: group.pivot(index="member", columns="item", values="n").astype("float64")
        for view, group in results.groupby("view")
    }
    hide(counted, wave, counts, plan)


def item_sets(items: dict[str, Item], plan: Plan) -> dict[str, frozenset]:
    """Measure -> the items it is made of."""
    sets = {
        measure: frozenset(code for code, item in items.items() if item.theme == theme)
        for measure, theme in themes_of(plan.measures)
    }
    return sets | {"motivation": frozenset(code for code, item in items.items() if item.in_index)}


def hide(counted: Counted, wave: str, counts: dict[str, pd.DataFrame], plan: Plan) -> None:
    """Withhold what is small or could be found by subtraction. counts: view -> member x people behind each number."""
    city = counts.get("city")
    whole = None if city is None or ALL not in city.index else city.loc[ALL]
    for view, people in counts.items():
        hidden = withheld(people, None if view == "city" else whole, plan.k)
        counted.hidden |= {(wave, view, member) for member in hidden}


def all_breaks(frames: dict, counted: Counted, organised: dict[str, Organisation], plan: Plan) -> pd.DataFrame:
    measures = reworded_items(plan.items, plan.held) + changed_sets(counted.sets, plan.held)
    bureaus = reorganised(frames["unit_changes"], organised, plan.held)
    return break_rows(measures, [row for row in bureaus if row[1] in plan.known.get("bureau", ())], plan.views)
