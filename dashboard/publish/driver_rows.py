"""What goes along with motivation, group by group: the edition's table `drivers`.

The one table that is computed from answers and not from what is printed: a share of R² cannot be had from rounded
counts. It tells nothing beyond the noise of its rounding: only groups of 15 departments and more whose index and scores
are all shown have rows, every number is rounded to a whole percent, and no count of people goes with it.
"""

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
import pandas as pd
from scipy.sparse import csc_matrix

from dashboard.edition.catalogue import SHOWN
from dashboard.publish.answers import Answers
from dashboard.publish.drivers import shares
from dashboard.publish.grid import KEYS, themes_of
from dashboard.publish.members import Listed, Member
from dashboard.publish.plan.groups import BLANK
from dashboard.publish.plan.lattice import Rules

OUTCOME = "motivation"
COLUMNS = [*KEYS, "share", "share_lo", "share_hi", "r2"]
DEPARTMENTS, PEOPLE = 15, 20  # what a group has at least to have associations of its own
DRAWS, SEED = 200, 1980  # of departments, with replacement; the same seed gives the same intervals
MIDDLE = (2.5, 97.5)  # percentiles of the draws between which 95 % lie


@dataclass(frozen=True)
class Scored:
    """Who can be compared in one survey: whoever has the index and every score.

    predictors: measures, by column; values: respondent x (1, index, scores) on 0..100, NaN where one is missing;
    departments: of every respondent, as numbers; who named none stand together as -1.
    """

    predictors: list[str]
    values: np.ndarray
    departments: np.ndarray

    @cached_property
    def is_complete(self) -> np.ndarray:
        return ~np.isnan(self.values).any(axis=1)

    def moments(self, people: np.ndarray) -> np.ndarray:
        """department x v x v: sums of products of (1, index, scores) over people; every draw is a sum of these."""
        people = people[self.is_complete[people]]
        people = people[np.argsort(self.departments[people], kind="stable")]
        own, values = self.departments[people], self.values[people]
        starts = np.flatnonzero(np.diff(own, prepend=-2))
        products = values[:, :, None] * values[:, None, :]
        return np.add.reduceat(products, starts, axis=0) if len(people) else products

    def named(self, people: np.ndarray) -> int:
        """Departments that people named."""
        return len(set(self.departments[people[self.is_complete[people]]]) - {-1})


def predictors_of(measures: pd.DataFrame, read: Answers) -> dict[str, list[int]]:
    """Predictor -> its items' columns: every heading and gap asked that holds no item of the index."""
    found = {measure: read.columns(theme) for measure, theme in themes_of(measures)}
    return {
        measure: columns
        for measure, columns in found.items()
        if columns and not any(read.items[at].in_index for at in columns)
    }


def theme_points(read: Answers, columns: list[int]) -> np.ndarray:
    """Score of each respondent on 0..100: mean of the item scores, evenly spaced over their points.

    NaN where fewer than half of the items are answered.
    """
    scores = read.scores[:, columns].astype(float)
    steps = np.array([read.items[at].points - 1 for at in columns])
    answered = (scores > 0).sum(axis=1)
    total = np.where(scores > 0, (scores - 1) / steps, 0.0).sum(axis=1)
    return np.where(2 * answered >= len(columns), 100 * total / np.maximum(answered, 1), np.nan)


def scored(read: Answers, measures: pd.DataFrame, departments: pd.Series) -> Scored:
    """A survey's respondents with index and scores. departments: of every respondent, blank = unknown."""
    predictors = predictors_of(measures, read)
    points = [theme_points(read, columns) for columns in predictors.values()]
    codes, _ = pd.factorize(departments.where(departments != BLANK), sort=True)
    return Scored(list(predictors), np.column_stack([np.ones(len(read.index)), read.index, *points]), codes)


def centred(moments: np.ndarray) -> np.ndarray:
    """Covariances (times n) of index and scores from sums of products of (1, index, scores)."""
    ones = moments[:, :1, :1]
    return moments[:, 1:, 1:] - moments[:, 1:, :1] * moments[:, :1, 1:] / ones


@cache
def draws(count: int) -> np.ndarray:
    """draw x department: how often each is drawn; in the first row once each, the group as it is."""
    drawn = np.random.default_rng(SEED).multinomial(count, np.full(count, 1 / count), DRAWS)
    return np.vstack([np.ones(count), drawn])


def bootstrapped(moments: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(draw x predictor shares of R², R² of every draw), the group as it is first. moments: by department."""
    drawn = np.einsum("dn,nij->dij", draws(len(moments)), moments)  # one thread: the same sums on every machine
    found = shares(centred(drawn))
    return found, found.sum(axis=1)


def whole(share: np.ndarray) -> np.ndarray:
    """Whole percent, half up."""
    return np.floor(100 * share + 0.5).astype(int)


def group_rows(survey: Scored, people: np.ndarray) -> pd.DataFrame | None:
    """Shares of one group with their intervals in percent of its R²; None where there are too few or none to share."""
    moments = survey.moments(people)
    if survey.named(people) < DEPARTMENTS or moments[:, 0, 0].sum() < PEOPLE:
        return None
    found, r2 = bootstrapped(moments)
    if not (r2 > 0).all():
        return None
    of_r2 = found / r2[:, None]
    lo, hi = np.percentile(of_r2[1:], MIDDLE, axis=0)
    return pd.DataFrame({
        "measure": survey.predictors,
        "share": whole(of_r2[0]),
        "share_lo": whole(np.minimum(lo, of_r2[0])),
        "share_hi": whole(np.maximum(hi, of_r2[0])),
        "r2": whole(r2[:1])[0],
    })  # fmt: skip


def open_members(cells: pd.DataFrame, measures: list[str]) -> set[Member]:
    """Members of which every one of these measures is shown."""
    shown = cells[(cells["status"] == SHOWN) & cells["measure"].isin(measures)]
    counts = shown.groupby(["view", "member"]).size()
    return set(counts[counts == len(measures)].index)


def rows(
    wave: str, survey: Scored, listed: list[Listed], shows: csc_matrix, cells: pd.DataFrame, rules: Rules
) -> pd.DataFrame:
    """Rows with COLUMNS of one survey: every predictor of every group that has associations of its own.

    Groups of one attribute only. shows: row of the plan x respondent; cells: what the survey prints.
    """
    inside = {view.name for view in rules.views if view.inside}
    known = open_members(cells, [OUTCOME, *survey.predictors])
    people, parts = shows.tocsr(), []
    for one in listed:
        if survey.predictors and one.view not in inside and (one.view, one.member) in known:
            found = group_rows(survey, people[one.row].indices)
            parts += [] if found is None else [found.assign(wave=wave, view=one.view, member=one.member)]
    return joined(parts)


def joined(parts: list[pd.DataFrame]) -> pd.DataFrame:
    """One table of several, or an empty one."""
    return pd.concat(parts, ignore_index=True)[COLUMNS] if parts else pd.DataFrame(columns=COLUMNS)
