"""What is news: changes that stay when many are looked at together (Benjamini and Hochberg 1995)."""

from statistics import NormalDist

import numpy as np

RATE = 0.05  # share of false alarms among what is called news
Z = NormalDist().inv_cdf(0.975)


def adjusted(chances: np.ndarray) -> np.ndarray:
    """p values adjusted for a family: the smallest false discovery rate at which each would be news."""
    count = len(chances)
    order = np.argsort(chances, kind="stable")
    stepped = chances[order] * count / np.arange(1, count + 1)
    found = np.empty(count)
    found[order] = np.minimum(np.minimum.accumulate(stepped[::-1])[::-1], 1)
    return found


def chance(change: float, lo: float, hi: float) -> float:
    """Two-sided p value of a change from its 95 % interval: under .05 exactly where the interval excludes zero."""
    spread = change - lo if change > 0 else hi - change
    if spread <= 0:
        return 0.0 if change else 1.0
    return 2 * (1 - NormalDist().cdf(abs(change) / spread * Z))
