"""How far an order can be trusted: the ranks a member may have when all are compared with each other at once.

Source: Mogstad, Romano, Shaikh and Wilhelm, Inference for Ranks (Review of Economic Studies 2024), with Bonferroni's
critical value; the interval of a difference from two intervals: Newcombe 1998. Told in one sentence, never as a list.
"""

import numpy as np
from scipy.stats import norm

LEVEL = 0.05  # chance that any comparison is wrong
ALONE = norm.ppf(0.975)


def lowest_of_highest(value: np.ndarray, lo: np.ndarray, hi: np.ndarray) -> int:
    """The lowest rank the highest may have: one more than the members it does not surely exceed.

    value, lo, hi: 95 % intervals of two members or more. 1: it is surely the highest.
    """
    top = int(np.argmax(value))
    pairs = len(value) * (len(value) - 1) / 2
    wider = norm.ppf(1 - LEVEL / (2 * pairs)) / ALONE
    margin = wider * np.hypot(value[top] - lo[top], hi - value)
    return int((value[top] - value <= margin).sum())  # the highest itself counts once
