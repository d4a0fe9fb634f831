"""Who is asked and who answers in one wave: arrays with one entry a person."""

from dataclasses import dataclass, replace

import numpy as np

from dashboard.demo.draws import Draws
from dashboard.demo.seed import Department, Seed


@dataclass(frozen=True)
class People:
    """`place` is the index in `departments`; age, grade and dispatched are places in their scale."""

    wave: str
    departments: list[Department]
    place: np.ndarray
    age: np.ndarray
    grade: np.ndarray
    dispatched: np.ndarray

    def __len__(self) -> int:
        return len(self.place)

    def only(self, chosen: np.ndarray) -> "People":
        """The people at these positions, in this order."""
        arrays = {name: getattr(self, name)[chosen] for name in ("place", "age", "grade", "dispatched")}
        return replace(self, **arrays)

    def of(self, view: str, seed: Seed) -> list[tuple[str, np.ndarray]]:
        """(member, who belongs to it) of a view; every member of the view, also where nobody belongs to it."""
        if view == "city":
            return [("all", np.ones(len(self), dtype=bool))]
        if view in ("ward", "bureau", "department"):
            field = {"ward": "ward", "bureau": "bureau", "department": "code"}[view]
            keys = np.array([getattr(it, field) or "HQ" for it in self.departments])
            return [(str(key), keys[self.place] == key) for key in np.unique(keys)]
        own = getattr(self, view)
        return [(row["code"], own == at) for at, row in enumerate(seed.members(view))]


def asked(seed: Seed, departments: list[Department], wave: str) -> People:
    """All staff of one wave."""
    levels = seed.levels
    draws = Draws(levels["seed"], int(wave), 2)
    place = np.repeat(np.arange(len(departments)), [it.staff for it in departments])
    age = draws.member(np.tile(levels["age"]["share"], (len(place), 1)))
    grade = draws.member(np.array(levels["age"]["grade"])[age])
    shares = np.array([dispatch_shares(seed, it.code, int(wave)) for it in departments])
    return People(wave, departments, place, age, grade, draws.member(shares[place]))


def dispatch_shares(seed: Seed, department: str, year: int) -> list[int]:
    """Per mille of a department's staff: never, now, once dispatched."""
    start = seed.programmes["dispatch"].get(department)
    if start is None or year < start:
        return [1000, 0, 0]
    now, once = seed.levels["currently_dispatched"], seed.levels["once_dispatched"] * (year - start)
    return [1000 - now - once, now, once]


def answering(seed: Seed, people: People) -> np.ndarray:
    """The positions of those who answer, in the order in which the form service lists them."""
    levels = seed.levels
    draws = Draws(levels["seed"], int(people.wave), 3)
    base = next(int(row["response"]) for row in seed.held if row["wave"] == people.wave)
    own = levels["response"]
    of_place = np.array([own.get(it.home, 0) + own.get(it.code, 0) for it in people.departments])
    of_person = np.array(levels["age"]["response"])[people.age] + np.array(levels["grade"]["response"])[people.grade]
    willing = draws.below(1000, len(people)) < base + of_place[people.place] + of_person
    chosen = np.flatnonzero(willing)
    return chosen[draws.order(len(chosen))]
