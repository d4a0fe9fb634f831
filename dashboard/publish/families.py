"""What is news: changes that stay when many are looked at together (Benjamini and Hochberg 1995)."""

import numpy as np
from scipy.stats import norm

RATE = 0.05  # share of false alarms among what is called news
Z = norm.ppf(0.975)


def adjusted(chances: np.ndarray) -> np.ndarray:
    """p values adjusted for a family: the smallest false discovery rate at which each would be news."""
    count = len(chances)
    order = np.argsort(chances, kind="stable")
    stepped = chances[order] * count / np.arange(1, count + 1)
    found = np.empty(count)
    found[order] = np.minimum(np.minimum.accumulate(stepped[::-1])[::-1], 1)
    return found


def chance(change: np.ndarray, lo: np.ndarray, hi: np.ndarray) -> np.ndarray:
    """Two-sided p values of changes from their 95 % intervals: under .05 exactly where one excludes zero."""
    spread = np.where(np.asarray(change) > 0, np.subtract(change, lo), np.subtract(hi, change))
    flat = np.where(np.equal(change, 0), 1.0, 0.0)
    score = np.abs(change) / np.where(spread > 0, spread, 1) * Z
    return np.where(spread > 0, 2 * norm.sf(score), flat)
