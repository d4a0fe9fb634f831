"""Departments of one bureau that start together: did they move differently from the others already before?

A joint test over all who start says little of a few. Here the slope before the start of each such group is set against
the slopes of as many others that had not started, drawn at random. A call is a warning, the effect is told of all.
"""

from collections.abc import Mapping
from itertools import groupby

import numpy as np
from scipy import stats

from dashboard.publish.effects.panel import NEVER, Panel

LEAST_POINTS, LEAST_OTHERS = 3, 10  # values behind a slope, departments to draw from


def slopes(values: np.ndarray) -> np.ndarray:
    """Per unit the change a period of a straight line through its values; NaN with fewer than three."""
    found = np.full(len(values), np.nan)
    for row, own in enumerate(values):
        at = np.flatnonzero(~np.isnan(own))
        if len(at) >= LEAST_POINTS:
            found[row] = np.polyfit(at, own[at], 1)[0]
    return found


def leads(panel: Panel, homes: list[str], rules: Mapping) -> list[dict]:
    """One row a group: bureau, start (fiscal year), units, slope beyond the others' (points a period), p, called.

    homes: the bureau of every unit.
    """
    begun = [row for row in range(len(panel.units)) if 0 < panel.starts[row] < NEVER]
    key = lambda row: (homes[row], int(panel.starts[row]))  # noqa: E731
    found = []
    for (bureau, start), rows in groupby(sorted(begun, key=key), key=key):
        steep = slopes(panel.values[:, :start])
        group = [row for row in rows if not np.isnan(steep[row])]
        late = np.flatnonzero((panel.starts >= start) & ~np.isnan(steep))
        others = np.setdiff1d(late, group)
        if len(group) >= rules["group"] and len(others) >= LEAST_OTHERS:
            told = set_against(steep, group, others, rules)
            own = {"bureau": bureau, "start": int(panel.years[start]), "units": len(group)}
            found.append({**own, **told, "called": told["p"] < rules["pre_p"]})
    return found


def set_against(steep: np.ndarray, group: list[int], others: np.ndarray, rules: Mapping) -> dict:
    """slope: the group's mean beyond that of the others; p: share of random groups as far from the rest; smallest: the
    slope that a normal spread like theirs would show in 4 of 5 cases.
    """
    pool = np.concatenate([steep[group], steep[others]])
    size, total = len(group), pool.sum()
    draws = np.random.default_rng(rules["seed"])
    picked = np.array([draws.permutation(len(pool))[:size] for _ in range(rules["dealings"])])
    sums = pool[picked].sum(axis=1)
    gaps = sums / size - (total - sums) / len(others)
    own = float(steep[group].mean() - steep[others].mean())
    p = float((1 + (np.abs(gaps) >= abs(own) - 1e-12).sum()) / (1 + len(gaps)))
    reach = stats.norm.ppf(1 - rules["pre_p"] / 2) + stats.norm.ppf(0.8)
    return {"slope": own, "p": p, "smallest": float(reach * gaps.std())}
