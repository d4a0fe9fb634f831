"""Standard errors by Taylor linearisation, with strata, clusters and the correction for a finite staff.

Source: Särndal, Swensson and Wretman, Model Assisted Survey Sampling (1992), section 5.5; as in the R package survey.
"""

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

ONE = "all"  # the stratum of everyone where there are no strata


def weighted_mean(values: np.ndarray, weights: np.ndarray) -> tuple[float, np.ndarray]:
    """A weighted mean and every respondent's pull on it: w (y - mean) / sum of w. The pulls sum to zero."""
    total = math.fsum(weights)
    mean = math.fsum(values * weights) / total
    return mean, weights * (values - mean) / total


@dataclass(frozen=True)
class Strata:
    """What was asked separately: the stratum of every respondent, and the staff (or clusters) asked in each.

    sizes: a stratum left out, or None: unknown, so that nothing is corrected for a finite staff.
    """

    of: Sequence[Hashable]
    sizes: Mapping[Hashable, int | None]

    def where(self, kept: np.ndarray) -> "Strata":
        """The strata of some respondents. kept: booleans."""
        return Strata([stratum for stratum, is_kept in zip(self.of, kept, strict=True) if is_kept], self.sizes)


def standard_error(
    pulls: np.ndarray, strata: Strata | None = None, clusters: Sequence[Hashable] | None = None
) -> float | None:
    """Standard error of an estimate from the pulls of its respondents.

    clusters: what was drawn, where that is not the respondent. None where a stratum that was not asked whole has one
    respondent: its spread is unknown.
    """
    own: dict[Hashable, list[int]] = {}
    for at, stratum in enumerate([ONE] * len(pulls) if strata is None else strata.of):
        own.setdefault(stratum, []).append(at)
    parts = []
    for stratum, people in own.items():
        totals = cluster_totals(pulls[people], None if clusters is None else [clusters[at] for at in people])
        parts.append(stratum_variance(totals, None if strata is None else strata.sizes.get(stratum)))
    return None if None in parts else math.sqrt(math.fsum(parts))


def cluster_totals(pulls: np.ndarray, clusters: list[Hashable] | None) -> list[float]:
    """The pulls, summed cluster by cluster."""
    if clusters is None:
        return pulls.tolist()
    by_cluster: dict[Hashable, list[float]] = {}
    for cluster, pull in zip(clusters, pulls.tolist(), strict=True):
        by_cluster.setdefault(cluster, []).append(pull)
    return [math.fsum(part) for part in by_cluster.values()]


def stratum_variance(totals: list[float], asked: int | None) -> float | None:
    """(1 - n / N) n / (n - 1) times the sum of squares around the stratum's mean."""
    n = len(totals)
    if asked is not None and asked <= n:
        return 0.0
    if n < 2:
        return None
    middle = math.fsum(totals) / n
    squares = math.fsum((total - middle) ** 2 for total in totals)
    return (1.0 if asked is None else (asked - n) / asked) * n / (n - 1) * squares
