"""From kept tables to the table of cells: each survey planned, told from what it prints, compared with the last."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from dashboard.publish import aggregates, driver_rows, nonresponse, released
from dashboard.publish.answers import Answers, answers, members_of
from dashboard.publish.cases import Case, Correction, everybody
from dashboard.publish.codebook import Item, year_of
from dashboard.publish.grid import COLUMNS, KEYS, WIDER, grid, themes_of, with_wider
from dashboard.publish.linearise import Strata
from dashboard.publish.members import Listed, Member, listing
from dashboard.publish.plan.lattice import Rules
from dashboard.publish.plan.revisions import release
from dashboard.publish.plan.waves import attributes
from dashboard.publish.planning import Desk, Planned, plan_wave
from dashboard.publish.spreads import Spread, index_spread, theme_spread
from dashboard.publish.trends import break_rows, changed_sets, reorganised, reworded_items, with_changes
from dashboard.publish.units import BUREAU_LEVEL, Organisation, organisation, wave_day

CELL_COLUMNS = [
    *KEYS, "value", "lo", "hi", "bound", "bound_at", "n", "asked", "status", "change", "change_lo", "change_hi", "news",
    "fav", "neu", "unf", "mean", *WIDER,
]  # fmt: skip
Progress = Callable[[str, float], None]


@dataclass(frozen=True)
class Tables:
    """What is counted: the kept tables, the codebook, the edition's surveys and measures."""

    frames: dict[str, pd.DataFrame]
    responses: dict[str, pd.DataFrame]
    items: list[Item]
    waves: pd.DataFrame
    measures: pd.DataFrame

    @cached_property
    def held(self) -> list[str]:
        return self.waves.loc[self.waves["held"], "wave"].tolist()

    @cached_property
    def organised(self) -> dict[str, Organisation]:
        """The organisation at every survey held."""
        rows = self.waves[self.waves["held"]].to_dict("records")
        return {row["wave"]: organisation(self.frames["units"], wave_day(row)) for row in rows}


@dataclass
class Counted:
    """Collected survey by survey. sets: wave -> measure -> the items it is made of; ways: see grid.with_wider;
    members: every member of a view with the ward or bureau it splits, as of the latest survey.
    """

    parts: list[pd.DataFrame] = field(default_factory=list)
    members: dict[Member, str | None] = field(default_factory=dict)
    ways: list[tuple] = field(default_factory=list)
    sets: dict[str, dict[str, frozenset]] = field(default_factory=dict)
    planned: dict[str, Planned] = field(default_factory=dict)
    drivers: list[pd.DataFrame] = field(default_factory=list)
    weighed: list[pd.DataFrame] = field(default_factory=list)


def count_survey(tables: Tables, desk: Desk, progress: Progress) -> Counted:
    """Every survey held, oldest first: each plan knows the groups of the one before."""
    counted = Counted()
    for place, wave in enumerate(tables.held):

        def share(part: float, place: int = place) -> None:
            progress("publish.stage.plan", (place + part) / len(tables.held))

        share(0.0)
        staff = staff_asked(tables.frames["headcounts"], wave)
        if wave in tables.responses:
            count_answers(counted, wave, tables, staff, desk.watched(share))
        else:
            count_results(counted, wave, tables, staff, desk.rules)
    progress("publish.stage.plan", 1.0)
    return counted


def cells_of(
    counted: Counted, members: pd.DataFrame, tables: Tables, rules: Rules
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """(cells, breaks) of the edition."""
    cells = grid(counted.parts, tables.waves["wave"].tolist(), members, tables.measures)
    ways = pd.DataFrame(counted.ways, columns=["wave", "view", "member", "to_view", "to_member", "step"])
    breaks = all_breaks(counted, members, tables)
    cells = with_changes(with_wider(cells, ways), breaks, tables.held, kinds_of(tables.measures), rules.change_from)
    return cells[CELL_COLUMNS].sort_values(KEYS, kind="stable", ignore_index=True), breaks


def kinds_of(measures: pd.DataFrame) -> dict[str, str]:
    """Kind of every measure."""
    return dict(zip(measures["measure"], measures["kind"], strict=True))


def staff_asked(headcounts: pd.DataFrame, wave: str) -> dict[Member, int]:
    """(view, member) -> staff asked in one survey; a correction without a roster of its own takes the survey's."""
    known = wave if wave in set(headcounts["wave"]) else year_of(wave)
    rows = headcounts[(headcounts["wave"] == known) & headcounts["staff"].notna()]
    return {
        (view, member): int(n) for view, member, n in rows[["dimension", "member", "staff"]].itertuples(index=False)
    }


def case_of(wave: str, counted: Counted, tables: Tables, rules: Rules) -> Case:
    """A survey with answers as it is planned; beside a release of the same year it is a correction of that."""
    frame, units = tables.responses[wave], tables.frames["units"]
    departments = set(units.loc[units["level"] != BUREAU_LEVEL, "unit"])

    def asked(people: pd.DataFrame) -> tuple[Answers, pd.DataFrame]:
        read = answers(people, tables.items, wave, members_of(people, tables.organised[wave]))
        return read, attributes(people, read, departments, rules)

    before = [code for code in counted.planned if year_of(code) == year_of(wave)]
    if not before:
        return Case(wave, *asked(frame))
    people, places = everybody([*(tables.responses[code] for code in before), frame])
    known = zip((counted.planned[code] for code in before), places, strict=False)
    out = [release(one.wave.structure, one.prints.keep, at) for one, at in known]
    return Case(wave, *asked(frame), Correction(*asked(people), places[-1], out))


def count_answers(counted: Counted, wave: str, tables: Tables, staff: dict, desk: Desk) -> None:
    """Plan a survey that has responses, and tell what it prints."""
    case, last = case_of(wave, counted, tables, desk.rules), next(reversed(counted.planned.values()), None)
    planned = counted.planned[wave] = plan_wave(case, last and last.joined, desk)
    read = case.read
    listed = listing(planned.wave.structure, desk.rules)
    strata = bureaus(read, staff)
    survey = released.Survey(
        wave, read, planned.prints, listed, staff, spreads(read, tables.measures, strata),
        theme_people(planned, read, tables.measures), desk.rules,
    )  # fmt: skip
    cells = released.cells(survey, tables.measures)
    counted.parts.append(cells)
    scores = driver_rows.scored(read, tables.measures, case.staff["department"])
    counted.drivers.append(driver_rows.rows(wave, scores, listed, planned.wave.structure.shows, cells, desk.rules))
    people = nonresponse.respondents(case.staff, staff)
    counted.weighed.append(nonresponse.weighed(cells, people, tables.measures))
    counted.sets[wave] = item_sets({item.code: item for item in read.items}, tables.measures)
    note(counted, wave, listed)


def note(counted: Counted, wave: str, listed: list[Listed]) -> None:
    """Keep the members of a survey and where to look instead of each."""
    counted.members |= {(one.view, one.member): one.parent for one in listed}
    counted.ways += [
        (wave, one.view, one.member, *way, step) for one in listed for step, way in enumerate(one.ways, start=1)
    ]


def spreads(read: Answers, measures: pd.DataFrame, strata: Strata | None) -> dict[str, Spread]:
    """Measure -> how wide its intervals are."""
    found = {measure: theme_spread(read, theme, strata) for measure, theme in themes_of(measures)}
    return found | {"motivation": index_spread(read, strata)}


def theme_people(planned: Planned, read: Answers, measures: pd.DataFrame) -> dict[str, np.ndarray]:
    """Theme measure -> people of every row who answered any of its items."""
    shows = planned.wave.structure.shows
    return {
        measure: (shows @ read.valid[:, read.columns(theme)].any(axis=1).astype(float)).astype(int)
        for measure, theme in themes_of(measures)
    }


def bureaus(read: Answers, staff: dict[Member, int]) -> Strata | None:
    """The bureaus of all respondents as strata of the city; None where somebody's bureau or its staff is unknown.

    Inside wards no strata are known: the roster counts wards and bureaus, not both at once.
    """
    of = list(read.members.get("bureau", [None]))
    if None in of or any(("bureau", one) not in staff for one in set(of)):
        return None
    return Strata(of, {bureau: max(staff["bureau", bureau], of.count(bureau)) for bureau in set(of)})


def count_results(counted: Counted, wave: str, tables: Tables, staff: dict, rules: Rules) -> None:
    """Tell a survey known from a table of results, or not at all."""
    results = tables.frames["survey_results"]
    results = results[(results["wave"] == wave) & results["view"].isin([view.name for view in rules.views])]
    if results.empty:
        counted.sets[wave] = {}
        return
    shared = set(results["item"])
    sets = item_sets({it.code: it for it in tables.items if it.code in shared}, tables.measures)
    rows = aggregates.cells(wave, results, staff, tables.measures, sets, rules.k)
    counted.parts.append(pd.DataFrame(rows, columns=COLUMNS))
    if "motivation" in shared:  # the items behind a ready-made index are those of the codebook
        sets["motivation"] = frozenset(item.code for item in tables.items if item.in_index and item.is_asked(wave))
    counted.sets[wave] = sets
    for known in results[["view", "member"]].itertuples(index=False, name=None):
        counted.members.setdefault(known, None)


def item_sets(items: dict[str, Item], measures: pd.DataFrame) -> dict[str, frozenset]:
    """Measure -> the items it is made of."""
    sets = {
        measure: frozenset(code for code, item in items.items() if item.theme == theme)
        for measure, theme in themes_of(measures)
    }
    return sets | {"motivation": frozenset(code for code, item in items.items() if item.in_index)}


def all_breaks(counted: Counted, members: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    measures = reworded_items(tables.items, tables.held) + changed_sets(counted.sets, tables.held)
    touched = reorganised(tables.frames["unit_changes"], tables.organised, tables.held)
    return break_rows(measures, touched, members)
