"""Scores, intervals and differences as pure functions of counts and scores. No page computes any of this.

Sums are integers or math.fsum (exactly rounded), so the order of respondents never changes a bit.
Shares are fractions 0..1 here; N is the staff asked, None = roster unknown = no finite population correction.
"""

import math
from collections.abc import Sequence

import numpy as np

from dashboard.publish.linearise import ONE, Strata, standard_error, weighted_mean

Z = 1.959963984540054  # 97.5 % quantile of the normal distribution
NEEDED = (4, 5)  # a respondent needs four fifths of the index items

Interval = tuple[float, float]


def staff_behind(n: int, N: int | None) -> int | None:  # noqa: N803 - N and n are the survey's own names
    """Staff asked, never fewer than those who answered."""
    return None if N is None else max(n, N)


def wilson(p: float, n: int, N: int | None = None) -> Interval:  # noqa: N803
    """95 % Wilson interval of a share p of n answers, with n_eff = n/((N-n)/(N-1)); all answered: the point itself.

    Source: Wilson 1927; correction as in methods for finite staff. n must be 1 or more.
    """
    N = staff_behind(n, N)  # noqa: N806
    if n == N:
        return p, p
    effective = n if N is None else n * (N - 1) / (N - n)
    spread = Z * math.sqrt(p * (1 - p) / effective + (Z / (2 * effective)) ** 2)
    middle, scale = p + Z * Z / (2 * effective), 1 + Z * Z / effective
    lo = 0.0 if p == 0 else (middle - spread) / scale
    hi = 1.0 if p == 1 else (middle + spread) / scale
    return min(lo, p), max(hi, p)


def wald_margin(p: float, n: int, N: int) -> float:  # noqa: N803
    """Half the width of the simple 95 % interval with correction (UK Civil Service People Survey, technical guide)."""
    return Z * math.sqrt(p * (1 - p) / n * (N - n) / (N - 1))


def mean_se(
    scores: Sequence[float],
    N: int | None = None,  # noqa: N803
    strata: Strata | None = None,
) -> tuple[float, float | None]:
    """Mean of respondent scores and its standard error; None for fewer than two scores. strata: of the respondents."""
    mean, pulls = weighted_mean(np.asarray(scores, dtype=float), np.ones(len(scores)))
    return mean, spread(pulls, N, strata)


def spread(pulls: np.ndarray, N: int | None, strata: Strata | None) -> float | None:  # noqa: N803
    """Standard error from pulls: by strata where each tells its own spread, else as one staff of N."""
    found = None if strata is None else standard_error(pulls, strata)
    return standard_error(pulls, Strata([ONE] * len(pulls), {ONE: N})) if found is None else found


def index_scores(scores: np.ndarray, points: Sequence[int]) -> np.ndarray:
    """Index 0..100 of each respondent: items scored evenly spaced over their k points, averaged.

    scores: respondents x items, integers 1..k, 0 = no answer; points: k of each item.
    Returns one float a respondent, NaN where fewer than 80 % of the items are answered.
    """
    steps = math.lcm(*(k - 1 for k in points))
    weights = np.array([steps // (k - 1) for k in points], dtype=np.int64)
    answered = (scores > 0).sum(axis=1)
    total = (np.maximum(scores.astype(np.int64) - 1, 0) * weights).sum(axis=1)
    enough = answered * NEEDED[1] >= len(points) * NEEDED[0]
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(enough & (answered > 0), 100 * total / (steps * answered), np.nan)


def theme_score(
    favourable: np.ndarray,
    valid: np.ndarray,
    N: int | None,  # noqa: N803
    strata: Strata | None = None,
) -> tuple[float, float | None, int]:
    """Mean over items of the share favourable, its standard error by Taylor linearisation, and n.

    favourable, valid: respondents x items, booleans; strata: of the respondents. An item nobody here answered is left
    out.
    n = respondents with at least one valid answer.
    """
    answers = valid.sum(axis=0, dtype=np.int64)
    kept = answers > 0
    favourable, valid, answers = favourable[:, kept] & valid[:, kept], valid[:, kept], answers[kept]
    counts = favourable.sum(axis=0, dtype=np.int64)
    shares = counts / answers
    n = int(valid.any(axis=1).sum())
    score = math.fsum(shares) / len(shares)
    # each respondent's pull on the score: zero where an item was not answered
    pulls = np.where(valid, (favourable - shares) / answers, 0.0)
    answered = valid.any(axis=1)
    own = np.array([math.fsum(row) / len(shares) for row in pulls[answered].tolist()])
    return score, spread(own, N, None if strata is None else strata.where(answered)), n


def around(value: float, se: float | None) -> tuple[float | None, float | None]:
    """95 % interval of an estimate on 0..100 from its standard error."""
    if se is None:
        return None, None
    return max(value - Z * se, 0.0), min(value + Z * se, 100.0)


def share_difference(new: float, new_interval: Interval, old: float, old_interval: Interval) -> tuple:
    """Difference of two shares with Newcombe's hybrid interval (method 10, 1998) from their own intervals."""
    down = math.hypot(new - new_interval[0], old_interval[1] - old)
    up = math.hypot(new_interval[1] - new, old - old_interval[0])
    return new - old, new - old - down, new - old + up


def mean_difference(new: float, new_se: float, old: float, old_se: float) -> tuple[float, float, float]:
    """Difference of two independent means with its 95 % interval."""
    half = Z * math.hypot(new_se, old_se)
    return new - old, new - old - half, new - old + half
