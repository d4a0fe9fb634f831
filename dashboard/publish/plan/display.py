"""What a shown group says: a fixed function of its own counts, so that every print is an interval of counts.

Below 300 people counts move in steps of `step`, from 300 in whole percent; both ends are coded as at most and at least.
"""

import numpy as np

from dashboard.publish.plan.lattice import Rules

CODED_SHARE = ((20, 0.30), (40, 0.10), (100, 0.05))  # below so many people, the share up to which a count is coded
CODED_ELSE = 0.01
WHOLE_PERCENT = 0.01
EXACTLY = 1e-9
NEARLY = 1e-6  # of a sum: what the solver's own tolerance may hide
Has = tuple[bool, ...]
EVERY_CLASS: Has = (True, True, True)


def threshold(n: np.ndarray, rules: Rules) -> np.ndarray:
    """Counts up to this are shown as at most, counts from n less this as at least."""
    share = np.select([n < below for below, _ in CODED_SHARE], [part for _, part in CODED_SHARE], CODED_ELSE)
    return np.where(n < CODED_SHARE[0][0], np.floor(share * n), np.maximum(np.floor(share * n), rules.floor))


def step_of(n: np.ndarray, rules: Rules) -> np.ndarray:
    """People by which a count moves."""
    return np.maximum(rules.step, np.floor(WHOLE_PERCENT * n))


def nearest(counts: np.ndarray, rules: Rules) -> np.ndarray:
    """The counts as they are printed where they are not coded. counts: row x class."""
    step = step_of(counts.sum(axis=1, keepdims=True), rules)
    return np.floor(counts / step + 0.5) * step


def intervals(counts: np.ndarray, rules: Rules, has: Has = EVERY_CLASS) -> tuple[np.ndarray, np.ndarray]:
    """(least, most) counts with the same print. counts: row x class (unfavourable, neutral, favourable).

    has: which classes the scale has; of any other it is known that nobody answered so.
    """
    n = counts.sum(axis=1, keepdims=True)
    coded, step, printed = threshold(n, rules), step_of(n, rules), nearest(counts, rules)
    low, high = np.ceil(printed - step / 2), np.ceil(printed + step / 2) - 1
    low = np.where(counts <= coded, 0, np.where(counts >= n - coded, n - coded, np.maximum(low, coded + 1)))
    high = np.where(counts <= coded, coded, np.where(counts >= n - coded, n, np.minimum(high, n - coded - 1)))
    return np.where(has, np.maximum(low, 0), 0), np.where(has, np.minimum(high, n), 0)


def is_coded(counts: np.ndarray, rules: Rules, has: Has = EVERY_CLASS) -> np.ndarray:
    """Which classes of which rows are printed as at most or at least. has: see intervals."""
    n = counts.sum(axis=1, keepdims=True)
    coded = threshold(n, rules)
    return ((counts <= coded) | (counts >= n - coded)) & np.array(has)


def points(
    total: np.ndarray, n: np.ndarray, coded: np.ndarray, top: int, rules: Rules
) -> tuple[np.ndarray, np.ndarray]:
    """(least, most) sums of answer points with the same printed mean, of one decimal.

    total: sum of points of every row; n: answers; coded: rows of which a class is coded, which print no mean; top: most
    points of one answer.
    """
    mean = tenths(total / np.maximum(n, 1))
    low, high = np.ceil(n * (mean - 0.05) - EXACTLY), np.floor(n * (mean + 0.05) - EXACTLY)
    silent = coded | (n < rules.mean_from)
    return np.where(silent, n, np.minimum(low, total)), np.where(silent, top * n, np.maximum(high, total))


def tenths(values: np.ndarray) -> np.ndarray:
    """Rounded half up to one decimal; a half that a float holds a hair too low goes up like any other."""
    return np.floor(10 * values + 0.5 + EXACTLY) / 10


def slack(total: np.ndarray, n: np.ndarray) -> np.ndarray:
    """(down, up) by which the sum behind every mean of one decimal may move before it prints otherwise."""
    mean = tenths(total / np.maximum(n, 1))
    down, up = n * (mean - 0.05) - total, n * (mean + 0.05) - total
    return np.column_stack([np.minimum(down + NEARLY, 0), np.maximum(up - NEARLY, 0)])
