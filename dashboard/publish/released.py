"""What one survey with answers says, cell by cell: everything computed from what is printed, nothing from answers."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from dashboard.edition.catalogue import CITY, NO_DATA, SHOWN, WITHHELD
from dashboard.publish.answers import Answers
from dashboard.publish.estimate import Z, around, staff_behind, wilson
from dashboard.publish.grid import COLUMNS
from dashboard.publish.members import Listed
from dashboard.publish.plan.display import step_of
from dashboard.publish.plan.lattice import Rules
from dashboard.publish.plan.prints import Prints
from dashboard.publish.spreads import Spread

UNFAVOURABLE, NEUTRAL, FAVOURABLE = range(3)
UNIFORM = 12**-0.5  # standard deviation of a rounding error, in steps
BOUNDS = {-1: "≤", 0: None, 1: "≥"}


@dataclass(frozen=True)
class Survey:
    """One survey ready to be told. listed: members of the lattice; staff: (view, member) -> staff asked;
    theme_people: theme measure -> people of every row who answered any of its items.
    """

    wave: str
    read: Answers
    prints: Prints
    listed: list[Listed]
    staff: dict[tuple[str, str], int]
    spreads: dict[str, Spread]
    theme_people: dict[str, np.ndarray]
    rules: Rules

    @cached_property
    def places(self) -> dict[str, int]:
        """Item code -> its column."""
        return {item.code: at for at, item in enumerate(self.read.items)}


def cells(survey: Survey, measures: pd.DataFrame) -> pd.DataFrame:
    """Rows with COLUMNS of every member and measure of the survey; what is not shown is withheld."""
    alive = [measure for measure in measures.to_dict("records") if is_alive(survey, measure)]
    rows = []
    for one in survey.listed:
        for measure in alive:
            found = None if one.row is None else cell(survey, one, measure)
            keys = {"wave": survey.wave, "view": one.view, "member": one.member, "measure": measure["measure"]}
            rows.append({**keys, "status": WITHHELD} if found is None else {**keys, "status": SHOWN, **found})
    return pd.DataFrame(rows, columns=COLUMNS)


def is_alive(survey: Survey, measure: dict) -> bool:
    """Whether the survey has the measure at all."""
    name, kind = measure["measure"], measure["kind"]
    if kind in ("item", "trait"):
        return name.removeprefix("trait_") in survey.places
    if kind == "theme":
        return bool(survey.read.columns(measure["theme"]))
    return name == "response_rate" or any(item.in_index for item in survey.read.items)


def cell(survey: Survey, one: Listed, measure: dict) -> dict | None:
    """Numbers of one member and measure; None where they are withheld."""
    kind = measure["kind"]
    asked = asked_of(survey, one)
    if kind in ("item", "trait"):
        found = item(survey, one.row, survey.places[measure["measure"].removeprefix("trait_")], asked)
        return found if kind == "item" or found is None else {**found, **dict.fromkeys(("fav", "neu", "unf", "mean"))}
    if kind == "theme":
        return theme(survey, one, measure, asked)
    if measure["measure"] == "response_rate":
        return response_rate(int(survey.prints.people[one.row]), asked)
    return index(survey, one, asked)


def response_rate(people: int, asked: int | None) -> dict:
    """A count of all staff; no data where the roster does not say how many were asked."""
    return {"status": NO_DATA} if asked is None else {"value": 100 * people / asked, "n": people, "asked": asked}


def asked_of(survey: Survey, one: Listed) -> int | None:
    """Staff asked in the cells of a member, never fewer than answered; None where the roster does not say."""
    known = [survey.staff.get((one.view, code)) for code in one.cells]
    if None in known or not known:
        return None
    return max(sum(known), int(survey.prints.people[one.row]))


def width(n: int, rules: Rules) -> float:
    """How far apart two neighbouring prints of a share are, 0..1."""
    return float(step_of(np.array([n]), rules)[0]) / n


def item(survey: Survey, row: int, at: int, asked: int | None) -> dict | None:
    """Share favourable with Wilson's interval, widened by what the step hides; its split and mean where printed."""
    shown, n = survey.prints, int(survey.prints.n[row, at])
    if not shown.keep[row, at]:
        return None
    side = int(shown.bound[row, at])
    if side:
        end = shown.high if side < 0 else shown.low
        return {"bound": BOUNDS[side], "bound_at": 100 * end[row, at, FAVOURABLE] / n, "n": n, "asked": asked}
    share = min(shown.count[row, at, FAVOURABLE] / n, 1.0)
    lo, hi = wilson(share, n, asked)
    hidden = Z * UNIFORM * width(n, survey.rules)
    numbers = {
        "value": 100 * share,
        "lo": 100 * max(share - np.hypot(share - lo, hidden), 0.0),
        "hi": 100 * min(share + np.hypot(hi - share, hidden), 1.0),
        "n": n,
        "asked": asked,
    }
    return numbers | split(shown, row, at, n)


def split(shown: Prints, row: int, at: int, n: int) -> dict:
    """The three shares and the mean; nothing where an end of any of them is coded."""
    if shown.coded[row, at].any():
        return {}
    fav, neu, unf = (100 * min(shown.count[row, at, kind] / n, 1.0) for kind in (FAVOURABLE, NEUTRAL, UNFAVOURABLE))
    mean = shown.mean[row, at]
    return {"fav": fav, "neu": neu, "unf": unf, "mean": None if np.isnan(mean) else float(mean)}


def theme(survey: Survey, one: Listed, measure: dict, asked: int | None) -> dict | None:
    """Mean of the printed shares of its items; a coded one counts with the middle of what it may be."""
    shown, row = survey.prints, one.row
    places = survey.read.columns(measure["theme"])
    if not shown.keep[row, places].all():
        return None
    n, sides = shown.n[row, places].astype(float), shown.bound[row, places]
    low, high = shown.low[row, places, FAVOURABLE], shown.high[row, places, FAVOURABLE]
    people = int(survey.theme_people[measure["measure"]][row])
    if (sides == sides[0]).all() and sides[0]:
        ends = (high if sides[0] < 0 else low) / n
        return {"bound": BOUNDS[int(sides[0])], "bound_at": 100 * float(ends.mean()), "n": people, "asked": asked}
    share = np.where(sides == 0, np.minimum(shown.count[row, places, FAVOURABLE] / n, 1.0), (low + high) / 2 / n)
    hidden = np.where(sides == 0, step_of(n, survey.rules), high - low) / n
    left = np.array([1.0 if asked is None else rest(int(k), asked) for k in n])
    spread = survey.spreads[measure["measure"]]
    factor = spread.city if one.view == CITY else spread.group
    value, se = 100 * float(share.mean()), None
    if factor is not None:
        variance = factor**2 * (share * (1 - share) / n * left).sum() + ((hidden * UNIFORM) ** 2).sum()
        se = 100 * float(np.sqrt(variance)) / len(places)
    lo, hi = around(value, se)
    return {"value": value, "lo": lo, "hi": hi, "n": people, "asked": asked, "se": se}


def rest(n: int, asked: int) -> float:
    """Correction of a variance for a finite staff, (N - n) / (N - 1)."""
    staff = staff_behind(n, asked)
    return 0.0 if staff == n else (staff - n) / (staff - 1)


def index(survey: Survey, one: Listed, asked: int | None) -> dict | None:
    """The index as printed; its interval from the city's spread."""
    value, n = float(survey.prints.index[one.row]), int(survey.prints.index_n[one.row])
    if np.isnan(value):
        return None
    spread = survey.spreads["motivation"]
    deviation = spread.city if one.view == CITY else spread.group
    left = 1.0 if asked is None else rest(n, asked)
    se = None if deviation is None else deviation * float(np.sqrt(left / n))
    lo, hi = around(value, se)
    return {"value": value, "lo": lo, "hi": hi, "n": n, "asked": asked, "se": se}
