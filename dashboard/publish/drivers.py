"""What goes along with motivation: each heading's share of the explained variance, whatever the order of entry.

Shapley values of R² (Lindeman, Merenda and Gold 1980; LMG in the R package relaimpo). Associations, never causes.
"""

from itertools import combinations
from math import factorial

import numpy as np
import pandas as pd


def explained(covariance: np.ndarray, predictors: tuple[int, ...]) -> float:
    """R² of column 0 on the columns named, from a covariance matrix."""
    if not predictors:
        return 0.0
    own, beside = covariance[np.ix_(predictors, predictors)], covariance[list(predictors), 0]
    return float(beside @ np.linalg.solve(own, beside) / covariance[0, 0])


def shapley(outcome: np.ndarray, predictors: np.ndarray) -> np.ndarray:
    """Share of R² of every predictor; they sum to the R² of all. predictors: respondent x predictor, at most ten."""
    covariance = np.cov(np.column_stack([outcome, predictors]), rowvar=False)
    count = predictors.shape[1]
    fits = {
        chosen: explained(covariance, chosen)
        for size in range(count + 1)
        for chosen in combinations(range(1, count + 1), size)
    }
    shares = np.zeros(count)
    for chosen, fit in fits.items():
        weight = factorial(len(chosen)) * factorial(count - len(chosen) - 1) if len(chosen) < count else 0
        for new in set(range(1, count + 1)) - set(chosen):
            shares[new - 1] += weight / factorial(count) * (fits[tuple(sorted((*chosen, new)))] - fit)
    return shares


def alpha(items: pd.DataFrame) -> float:
    """Cronbach's alpha of items from their covariances, pair by pair over who answered both (as psych::alpha)."""
    covariance = items.cov().to_numpy()
    count = len(covariance)
    return float(count / (count - 1) * (1 - np.trace(covariance) / covariance.sum()))
