"""One effect with its uncertainty: estimate, event study, test of the time before, placebo, what could be seen at all.

Point estimates by diff-diff (Callaway and Sant'Anna 2021). Variance by leaving out each cluster in turn (CV3:
MacKinnon, Nielsen and Webb 2023), which holds with small cohorts; Student's t with clusters - 1 degrees of freedom. The
time before by Hotelling's T² over the leads. Placebo: the starts dealt out anew among those they were decided for.
"""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy import stats

from dashboard.publish.effects.panel import Panel
from dashboard.publish.effects.refits import Design, at_time, group_time, overall

REFERENCE = -1  # the event time that every other is compared with


@dataclass(frozen=True)
class Point:
    """value with its standard error (None: not told) and 95 % interval; units: treated units behind it."""

    value: float
    se: float | None
    lo: float | None
    hi: float | None
    units: int


@dataclass(frozen=True)
class Estimate:
    """times: event time -> difference, without the reference. pre_p: joint test of the leads; placebo_p: share of
    placebos as far from 0; mde: the smallest effect seen in 4 of 5 cases. None where the rules allow none.
    """

    overall: Point
    times: dict[int, Point]
    pre_p: float | None
    placebo_p: float | None
    mde: float | None


def fitted(panel: Panel, design: Design | None = None):
    """diff-diff's results for a panel; it is loaded here because it takes a second. None without any comparison."""
    from diff_diff import CallawaySantAnna

    design = design or Design()
    model = CallawaySantAnna(
        control_group="not_yet_treated" if design.not_yet else "never_treated", estimation_method="reg",
        base_period="universal" if design.is_universal else "varying",
    )  # fmt: skip
    with warnings.catch_warnings():  # cohorts without comparison and unbalanced panels are counted by us
        warnings.simplefilter("ignore")
        return model.fit(panel.long(), outcome="value", unit="unit", time="period", first_treat="start")


def event_points(panel: Panel, design: Design | None = None) -> dict[int, float]:
    """Event time -> difference, by diff-diff; the reference and what cannot be estimated are left out."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        study = fitted(panel, design).aggregate("event_study")
    told = zip(study.event_time, study.att, study.is_reference, strict=True)
    return {int(time): float(value) for time, value, is_reference in told if not is_reference and not np.isnan(value)}


def without_each(panel: Panel) -> np.ndarray:
    """Weights, clusters x units: 0 for the units of the cluster left out."""
    _, place = np.unique(panel.clusters, return_inverse=True)
    return (np.arange(place.max() + 1)[:, None] != place[None, :]).astype(float)


def covariance(whole: np.ndarray, left: np.ndarray) -> np.ndarray:
    """Of estimates (k), from their values without each cluster (clusters x k)."""
    away = left - whole
    return (len(left) - 1) / len(left) * away.T @ away


def point(value: float, variance: float, clusters: int, units: int) -> Point:
    if not np.isfinite(variance):
        return Point(value, None, None, None, units)
    se = float(np.sqrt(variance))
    reach = float(stats.t.ppf(0.975, clusters - 1)) * se
    return Point(value, se, value - reach, value + reach, units)


def units_behind(panel: Panel, time: int) -> int:
    """Clusters of the units seen so many periods after their start and in the one before it."""
    at, rows = panel.starts + time, np.flatnonzero(panel.is_treated)
    inside = [row for row in rows if 0 <= at[row] < len(panel.years)]
    seen = ~np.isnan(panel.values)
    return len({panel.clusters[row] for row in inside if seen[row, at[row]] and seen[row, panel.starts[row] - 1]})


def estimate(panel: Panel, rules: Mapping) -> Estimate | None:
    """The effect of taking part; None where nothing can be compared. rules: data/effects.toml."""
    if not panel.is_treated.any() or not (panel.is_never.any() or len(set(panel.starts[panel.is_treated])) > 1):
        return None
    value = float(fitted(panel).overall_att)
    if np.isnan(value):
        return None
    known = {
        time: it for time, it in event_points(panel).items() if units_behind(panel, time) >= rules["least_at_time"]
    }
    times = sorted(known)
    own = panel.starts[None, :]
    cells = group_time(panel.values, own, without_each(panel))
    left = np.column_stack([overall(cells), *(at_time(cells, time) for time in times)])
    spread = covariance(np.array([value, *(known[time] for time in times)]), left)
    count = len(left)
    if is_descriptive(panel, rules):
        bare = {time: Point(known[time], None, None, None, units_behind(panel, time)) for time in times}
        return Estimate(Point(value, None, None, None, panel.treated), bare, None, None, None)
    points = {
        time: point(known[time], spread[at, at], count, units_behind(panel, time)) for at, time in enumerate(times, 1)
    }
    whole = point(value, spread[0, 0], count, panel.treated)
    leads = [at for at, time in enumerate(times, 1) if REFERENCE - rules["leads"] <= time < REFERENCE]
    tested = joint(np.array([known[times[at - 1]] for at in leads]), spread[np.ix_(leads, leads)], count)
    return Estimate(whole, points, tested, placebo(panel, value, rules), smallest_seen(whole.se, count))


def is_descriptive(panel: Panel, rules: Mapping) -> bool:
    """Too few waves before, starts or clusters: no interval and no test."""
    enough = panel.waves_before >= rules["waves_before"] and panel.treated >= rules["treated"]
    return not enough or panel.cluster_count < rules["clusters"]


def joint(leads: np.ndarray, spread: np.ndarray, clusters: int) -> float | None:
    """p of all leads being 0 together; None without leads or where they cannot be told apart."""
    count = len(leads)
    if not count or not np.isfinite(spread).all() or np.linalg.matrix_rank(spread) < count or clusters <= count:
        return None
    distance = float(leads @ np.linalg.solve(spread, leads))
    return float(stats.f.sf(distance * (clusters - count) / (count * (clusters - 1)), count, clusters - count))


def placebo(panel: Panel, value: float, rules: Mapping) -> float:
    """Share of dealings of the starts, this one included, with an estimate at least as far from 0."""
    codes, place = np.unique(panel.assigned, return_inverse=True)
    first = np.array([panel.starts[place == at].min() for at in range(len(codes))])
    draws = np.random.default_rng(rules["seed"])
    dealt = np.array([draws.permutation(first) for _ in range(rules["placebos"])])[:, place]
    false = overall(group_time(panel.values, dealt, np.ones((1, len(panel.units)))))
    far = np.abs(false) >= abs(value) - 1e-12
    return float((1 + far.sum()) / (1 + len(false)))


def smallest_seen(se: float | None, clusters: int) -> float | None:
    """The effect that an interval of this width leaves 0 for in 4 of 5 cases."""
    if se is None:
        return None
    return float((stats.t.ppf(0.975, clusters - 1) + stats.t.ppf(0.8, clusters - 1)) * se)
