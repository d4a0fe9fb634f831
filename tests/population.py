"""Populations of staff for the release plan: uneven departments, correlated answers, people who did not say."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.publish.plan import algebra
from dashboard.publish.plan.lattice import Rules, View
from dashboard.publish.plan.proving import Wave
from dashboard.publish.plan.witness import Scale

LATTICE = (
    View("city"),
    View("ward", (), "ward"),
    View("bureau", (), "bureau"),
    View("department", ("bureau",), "department"),
    View("grade", (), "grade", ordered=True),
    View("age", (), "age", ordered=True),
    View("dispatched", (), "dispatched"),
    View("ward_age", ("ward",), "age", ordered=True),
    View("ward_grade", ("ward",), "grade", ordered=True),
    View("ward_dispatched", ("ward",), "dispatched"),
    View("bureau_grade", ("bureau",), "grade", ordered=True),
)
RULES = Rules(LATTICE)
KNOWN = 4  # items of the index whose answers are known
FIVE = Scale(np.array([-1, 0, 0, 1, 2, 2]), np.array([0, 1, 2, 3, 4, 5]))


@dataclass(frozen=True)
class Population:
    """Attributes of every respondent and their answers 1..5, 0 = none."""

    staff: pd.DataFrame
    answers: np.ndarray

    @property
    def valid(self) -> np.ndarray:
        return self.answers > 0


def population(seed: int, people: int, items: int = 3, bureaus: int = 6, blank: float = 0.0) -> Population:
    """A city: bureaus of uneven departments, five wards and a head office, grades and ages unevenly filled."""
    dice = np.random.default_rng(seed)
    departments = [f"{b:02d}{d:02d}" for b in range(bureaus) for d in range(dice.integers(3, 8))]
    weights = dice.lognormal(0, 0.9, len(departments))
    department = dice.choice(departments, people, p=weights / weights.sum())
    home = {
        one: dice.choice(["w1", "w2", "w3", "w4", "w5", "HQ"], p=[0.1, 0.1, 0.1, 0.1, 0.1, 0.5]) for one in departments
    }
    staff = pd.DataFrame({"department": department})
    staff["bureau"] = staff["department"].str[:2]
    staff["ward"] = staff["department"].map(home)
    staff["grade"] = dice.choice(["g1", "g2", "g3", "g4"], people, p=[0.55, 0.3, 0.12, 0.03])
    staff["age"] = dice.choice([f"a{k}" for k in range(1, 8)], people, p=[0.04, 0.14, 0.2, 0.22, 0.2, 0.15, 0.05])
    staff["dispatched"] = dice.choice(["no", "now", "past"], people, p=[0.86, 0.08, 0.06])
    for name in ("grade", "age"):
        staff[name] = staff[name].where(dice.random(people) >= blank, "")
    mood = dice.normal(0, 0.7, people) + staff["department"].map(
        dict(zip(departments, dice.normal(0, 0.4, len(departments)), strict=True))
    )
    scores = mood.to_numpy()[:, None] + dice.normal(0, 1, (people, items)) + dice.normal(0.2, 0.3, items)
    answers = np.digitize(scores, [-1.3, -0.5, 0.3, 1.2]) + 1
    answers[dice.random((people, items)) < 0.02] = 0
    return Population(staff, answers)


def survey(city: Population, indexed: int = 0) -> Wave:
    """The city as one survey.

    indexed: the index is the mean of the first so many items and of four more that everybody is known to answer with 3;
    four in five must be answered.
    """
    structure = algebra.structure(city.staff, city.valid, RULES)
    answered = city.valid[:, :indexed].sum(axis=1) + KNOWN
    known = (answered >= 0.8 * (indexed + KNOWN)) & (indexed > 0)
    pulls = np.zeros(city.answers.shape)
    pulls[:, :indexed] = np.where(known, 25 / answered, 0.0)[:, None]
    index = (pulls * np.maximum(city.answers - 1, 0)).sum(axis=1) + 50 * KNOWN / answered
    allowed = np.ones((len(structure.rows), city.answers.shape[1]), dtype=bool)
    scales = [FIVE] * city.answers.shape[1]
    return Wave(structure, city.answers, scales, pulls, np.where(known, index, np.nan), allowed)
