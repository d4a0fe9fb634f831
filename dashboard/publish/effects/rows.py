"""The tables of effects in an edition: a row a programme, a point of its event study, a group before its start."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass

import pandas as pd

from dashboard.edition.catalogue import DEPARTMENT
from dashboard.edition.places import ASSOCIATION
from dashboard.i18n import LANGUAGES, text
from dashboard.publish.effects import judge, panels, taking_part
from dashboard.publish.effects.estimate import REFERENCE, Estimate, Point, estimate
from dashboard.publish.effects.leads import leads
from dashboard.publish.effects.panel import Panel
from dashboard.publish.effects.sentences import with_sentences
from dashboard.publish.effects.taking_part import Frames

STEADY = 9  # decimals that are the same on every processor
THEME, RATE = "theme_motivation", "membership_rate"
SENT, VISITED, REACHED, TRAINED = "dispatch_staff", "dispatch_places", "vision", "institute"
NEEDS = {
    REACHED: ("vision_reach", "vision_posts"), SENT: ("dispatches",), VISITED: ("dispatches", "indicator_values"),
    TRAINED: ("project_people",),
}  # fmt: skip # effect -> the tables beside the survey's; in the order of the page
PROPOSALS = {REACHED: "vision", SENT: "dispatch", VISITED: "dispatch", TRAINED: "institute"}
UNITS = {REACHED: "bureau", SENT: DEPARTMENT, VISITED: ASSOCIATION, TRAINED: DEPARTMENT}  # what starts
Made = dict[str, "Case"]


@dataclass(frozen=True)
class Case:
    """One programme and its outcome. homes: the bureau of every department; bureaus: the same in every period, by
    department; both () for places.
    """

    effect: str
    outcome: str
    grid: panels.Grid
    panel: Panel
    homes: tuple[str, ...] = ()
    bureaus: tuple[dict[str, str], ...] = ()


def cases(frames: Frames, units: pd.DataFrame, rules: Mapping) -> Made:
    """The panel of every programme whose tables are there."""
    known = {name for name, frame in frames.items() if not frame.empty}
    found = [effect for effect, needs in NEEDS.items() if known.issuperset(needs)]
    if VISITED in found and not frames["indicator_values"]["indicator"].eq(RATE).any():
        found.remove(VISITED)
    made = {VISITED: places(frames, rules)} if VISITED in found else {}
    grid, waves = panels.departments(frames, THEME)
    if not grid.units:
        return {effect: made[effect] for effect in found if effect in made}
    bureaus = panels.bureaus_then(frames, units, waves)
    for effect in found:
        if effect != VISITED:
            made[effect] = staff(effect, grid, bureaus, frames, rules)
    return {effect: made[effect] for effect in found}


def staff(effect: str, grid: panels.Grid, bureaus: list[dict[str, str]], frames: Frames, rules: Mapping) -> Case:
    """A programme among departments: each starts by itself, or with its bureau."""
    reached = taking_part.reached(frames) if effect == REACHED else {}
    by_bureau, homes = panels.bureau_starts(grid, bureaus, reached)
    if effect == REACHED:
        return Case(effect, THEME, grid, grid.panel(by_bureau, homes, homes), tuple(homes), tuple(bureaus))
    years = (taking_part.sending if effect == SENT else taking_part.training)(frames, rules)
    panel = grid.panel(panels.own_starts(grid, years), grid.units, grid.units)
    return Case(effect, THEME, grid, panel, tuple(homes), tuple(bureaus))


def places(frames: Frames, rules: Mapping) -> Case:
    """Dispatch among associations; those of one school district are not independent of each other."""
    grid, districts = panels.associations(frames, RATE)
    starts = panels.own_starts(grid, taking_part.visited(frames, rules))
    return Case(VISITED, RATE, grid, grid.panel(starts, grid.units, districts))


def effect_rows(
    frames: Frames, units: pd.DataFrame, rules: Mapping, tick: Callable[[float], None] = lambda share: None
) -> tuple[dict[str, pd.DataFrame], Made]:
    """(the tables of effects by name, the cases they are made of). frames: the edition's other tables."""
    made = cases(frames, units, rules)
    rows, times, groups = [], [], []
    for at, case in enumerate(made.values()):
        found = estimate(case.panel, rules) if case.panel.units else None
        rows.append({**row(case, found, rules), **words(case, frames), "sort_no": at + 1})
        times += time_rows(case, found)
        if case.homes and found is not None and found.overall.lo is not None and UNITS[case.effect] == DEPARTMENT:
            groups += [{"effect": case.effect, **one} for one in leads(case.panel, list(case.homes), rules)]
        tick((at + 1) / len(made))
    tables = {"effects": with_sentences(rows, rules), "effect_times": pd.DataFrame(times)}
    tables["effect_leads"] = pd.DataFrame(groups)
    return {name: found.round(STEADY) for name, found in tables.items() if len(found)}, made


def words(case: Case, frames: Frames) -> dict:
    """What the outcome is called, its decimals and the unit of a difference."""
    if case.outcome == RATE:
        known = frames["indicators"].set_index("indicator").loc[RATE]
        said = {f"outcome_{lang}": known[f"label_{lang}"] for lang in LANGUAGES}
        points = {f"unit_{lang}": text("publish.unit.share_difference", lang) for lang in LANGUAGES}
        return said | points | {"decimals": int(known["decimals"])}
    known = frames["measures"].set_index("measure").loc[case.outcome]
    said = {f"outcome_{lang}": known[f"label_{lang}"] for lang in LANGUAGES}
    return said | {f"unit_{lang}": known[f"difference_{lang}"] for lang in LANGUAGES} | {"decimals": 1}


def row(case: Case, found: Estimate | None, rules: Mapping) -> dict:
    """One row of table effects. An effect whose comparison is doubtful has no value."""
    panel, meaningful = case.panel, rules["meaningful"][case.outcome]
    lost = case.grid.lost(panel)
    verdict = judge.verdict(found, meaningful, rules)
    strength = judge.strength(found, panel.never, lost, meaningful, rules)
    whole = Point(None, None, None, None, 0) if found is None or verdict == judge.DOUBTFUL else found.overall
    answers = case.grid.answers(panel)
    return {
        "effect": case.effect, "proposal": PROPOSALS[case.effect], "unit_kind": UNITS[case.effect],
        "outcome": case.outcome, "verdict": verdict, "value": whole.value, "lo": whole.lo, "hi": whole.hi,
        "described_only": found is None or found.overall.lo is None, "treated": panel.treated, "never": panel.never,
        "clusters": panel.cluster_count, "waves_before": panel.waves_before, "first_year": panel.years[0],
        "last_year": panel.years[-1], "pre_p": found and found.pre_p, "placebo_p": found and found.placebo_p,
        "mde": found and found.mde, "meaningful": meaningful, "missing": lost.whole, "missing_treated": lost.treated,
        "missing_never": lost.never, "marks": strength.marks,
        **{f"mark_{name}": is_given for name, is_given in asdict(strength).items()}, "answers": answers,
        "answers_needed": judge.answers_needed(found, answers, meaningful),
        "starts_needed": judge.starts_needed(found, panel.treated, panel.never, meaningful),
    }  # fmt: skip


def time_rows(case: Case, found: Estimate | None) -> list[dict]:
    """The event study, with the time that every other is compared with."""
    if found is None or not found.times:
        return []
    rows = {time: {"value": one.value, "lo": one.lo, "hi": one.hi, "n": one.units} for time, one in found.times.items()}
    rows[REFERENCE] = {"value": 0.0, "lo": None, "hi": None, "n": None}
    own = {"effect": case.effect}
    return [{**own, "event_time": time, **rows[time], "is_pre": time < 0} for time in sorted(rows)]
