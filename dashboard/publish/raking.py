"""Weights by raking: respondents count so that every margin (bureau, grade, age) is that of the whole staff.

Source: Deming and Stephan 1940 (iterative proportional fitting); design effect: Kish 1965.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

ROUNDS, CLOSE = 200, 1e-10
CAP = 5.0  # times the median weight


@dataclass(frozen=True)
class Margin:
    """One margin: the class of every respondent, and how many people of the staff each class has."""

    classes: Sequence[str]
    totals: Mapping[str, float]


def without_empty(margin: Margin) -> Margin:
    """The margin with classes nobody answered from added to the smallest class that somebody did."""
    present = set(margin.classes)
    kept = {name: float(total) for name, total in margin.totals.items() if name in present}
    missing = sum(total for name, total in margin.totals.items() if name not in present)
    if missing and kept:
        kept[min(kept, key=lambda name: (kept[name], name))] += missing
    return Margin(margin.classes, kept)


def rake(weights: np.ndarray, margins: Sequence[Margin], cap: float | None = CAP) -> np.ndarray:
    """Weights that meet every margin in turn until none moves; none above `cap` times the median.

    Raises KeyError for a respondent whose class has no total.
    """
    codes = []
    for margin in (without_empty(one) for one in margins):
        names = sorted(set(margin.classes))
        place = {name: at for at, name in enumerate(names)}
        which = np.array([place[name] for name in margin.classes])
        codes.append((which, np.array([margin.totals[name] for name in names])))
    found = np.asarray(weights, dtype=float).copy()
    for _ in range(ROUNDS):
        before = found.copy()
        for which, totals in codes:
            found *= (totals / np.bincount(which, weights=found, minlength=len(totals)))[which]
        if cap is not None:
            found = np.minimum(found, cap * np.median(found))
        if np.abs(found / before - 1).max() < CLOSE:
            break
    return found


def design_effect(weights: np.ndarray) -> float:
    """1 + CV² of the weights: by how much uneven weights widen a variance."""
    return float(len(weights) * (weights**2).sum() / weights.sum() ** 2)
