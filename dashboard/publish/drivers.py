"""Shares of the explained variance, whatever the order of entry: what goes along with an outcome, never what causes it.

Shapley values of R² (Lindeman, Merenda and Gold 1980; LMG in the R package relaimpo), for many matrices at once.
"""

from math import comb

import numpy as np
import pandas as pd

NOTHING = 1e-9  # of a correlation matrix's diagonal: what is left of a predictor that the others give already


def unexplained(correlations: np.ndarray) -> np.ndarray:
    """Share of the outcome's variance that every subset of the predictors leaves.

    correlations: batch x (1 + p) x (1 + p), the outcome first. Returns batch x 2^p; bit k of the second index says
    whether predictor p - k is in. Every predictor, last first, is swept out and left alone: 2^p small matrices in the
    time of a few.
    """
    left = correlations[:, None]
    while left.shape[-1] > 1:
        alone, beside, own = left[..., :-1, :-1], left[..., :-1, -1], left[..., -1, -1]
        weight = np.divide(1.0, own, out=np.zeros_like(own), where=own > NOTHING)
        swept = alone - weight[..., None, None] * beside[..., :, None] * beside[..., None, :]
        left = np.concatenate([alone, swept], axis=1)
    return left[..., 0, 0]


def weights(count: int) -> np.ndarray:
    """2^p x p: with what weight the fit of each subset enters each predictor's share."""
    is_in = (np.arange(2**count)[:, None] >> np.arange(count)[::-1]) & 1
    size = is_in.sum(axis=1)
    orders = np.array([1 / (count * comb(count - 1, before)) for before in range(count)])
    return np.where(is_in, orders[size[:, None] - 1], -orders[np.minimum(size, count - 1)][:, None])


def shares(covariances: np.ndarray) -> np.ndarray:
    """batch x p shares of R², which sum to it. covariances: batch x (1 + p) x (1 + p), the outcome first, p <= 10.

    Where the outcome does not vary there is nothing to share and all are 0.
    """
    deviations = np.sqrt(np.diagonal(covariances, axis1=1, axis2=2))
    scale = np.divide(1.0, deviations, out=np.zeros_like(deviations), where=deviations > 0)
    correlations = covariances * scale[:, :, None] * scale[:, None, :]
    return -unexplained(correlations) @ weights(covariances.shape[1] - 1)


def shapley(outcome: np.ndarray, predictors: np.ndarray) -> np.ndarray:
    """Share of R² of every predictor. predictors: respondent x predictor."""
    return shares(np.cov(np.column_stack([outcome, predictors]), rowvar=False)[None])[0]


def alpha(items: pd.DataFrame) -> float:
    """Cronbach's alpha of items from their covariances, pair by pair over who answered both (as psych::alpha)."""
    covariance = items.cov().to_numpy()
    count = len(covariance)
    return float(count / (count - 1) * (1 - np.trace(covariance) / covariance.sum()))
