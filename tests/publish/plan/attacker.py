"""An attacker who knows every print, every group and who answered, and shares no code with the planner but the rules.

Two attacks: linear programs over the answers behind everything printed of one item, or of all items of the index at
once, all classes jointly and the means with them; and all sums and differences of up to three shown groups. Fractions
of people are allowed: this attacker takes too much for possible, never too little.
"""

from dataclasses import dataclass
from itertools import combinations
from math import ceil, floor

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array, identity, kron, vstack

TENTH, HAIR = 0.05, 1e-6  # half a printed decimal; what a float may hide
CLASSES = {1: 0, 2: 0, 3: 1, 4: 2, 5: 2}  # answer -> unfavourable, neutral, favourable
AT_MOST, AT_LEAST, ABOUT = "at most", "at least", "about"


def said(count, n, rules):
    """What is printed of a count of n, read from the rules anew."""
    share = next((part for below, part in ((20, 0.3), (40, 0.1), (100, 0.05)) if n < below), 0.01)
    end = floor(share * n + HAIR) if n < 20 else max(floor(share * n + HAIR), rules.floor)
    if count <= end:
        return AT_MOST, end
    if count >= n - end:
        return AT_LEAST, n - end
    step = max(rules.step, n // 100)
    return ABOUT, step * floor(count / step + 0.5)


def wanted(n, share):
    """How wide a class's count in a target of n must stay, read from the rules anew. share: the class in the city."""
    return max(1, ceil(min(n / 2, 2 * n * min(share, 1 - share)) - HAIR)) if n else 0


@dataclass(frozen=True)
class Seen:
    """What is seen of one item. n, counts: row -> answers and what each class says; means: row -> mean."""

    n: dict[int, int]
    counts: dict[int, list[tuple]]
    means: dict[int, float]


def seen(prints, item):
    """One item as it is printed."""
    rows = [int(row) for row in np.flatnonzero(prints.keep[:, item])]
    n = {row: int(prints.n[row, item]) for row in rows}

    def told(row, kind):
        low, high = int(prints.low[row, item, kind]), int(prints.high[row, item, kind])
        if prints.coded[row, item, kind]:
            return (AT_MOST, high) if low == 0 else (AT_LEAST, low)
        return ABOUT, int(prints.count[row, item, kind])

    means = {row: float(prints.mean[row, item]) for row in rows if not np.isnan(prints.mean[row, item])}
    return Seen(n, {row: [told(row, kind) for kind in range(3)] for row in rows}, means)


class Attack:
    """Everything that must hold of the answers to one or more items.

    Unknowns: for every item, pattern of groups and answer 1..5, how many people of the pattern gave it.
    """

    def __init__(self, groups, answered, targets, items, rules):
        """groups: people of every row; answered: person x item, known; targets: their people; items: what is seen."""
        member = np.zeros((len(answered), len(groups) + len(targets)), dtype=bool)
        for at, people in enumerate([*groups, *targets]):
            member[people, at] = True
        known, self.sizes = np.unique(np.column_stack([member, answered]), axis=0, return_counts=True)
        self.groups, self.targets = known[:, : len(groups)], known[:, len(groups) : member.shape[1]]
        self.given = known[:, member.shape[1] :]  # pattern x item: whether its people answered
        self.rows, self.least, self.most = [], [], []
        for item, one in enumerate(items):
            for row, prints in one.counts.items():
                for kind, print_ in enumerate(prints):
                    n = one.n[row]
                    same = [count for count in range(n + 1) if said(count, n, rules) == print_]
                    same = same or [0]  # the scale has no such answer, as everybody knows
                    self.must(self.row(item, self.groups[:, row], self.of_class(kind)), same[0], same[-1])
            for row, mean in one.means.items():
                points = {answer: answer for answer in CLASSES}
                self.near(self.row(item, self.groups[:, row], points), mean, one.n[row])

    def read_index(self, groups, known):
        """groups: row -> (index, people with an index). The index is the mean of the items answered, 0..100, four in
        five of them at least; known: so many of them are known to be answered with 3."""
        answered = self.given.sum(axis=1) + known
        pull = np.where(answered >= 0.8 * (self.given.shape[1] + known), 25 / answered, 0.0)
        for row, (index, n) in groups.items():
            weights, points = self.groups[:, row] * pull, {answer: answer - 1 for answer in CLASSES}
            parts = [self.row(item, weights, points) for item in range(self.given.shape[1])]
            self.near(sum(parts[1:], parts[0]), index, n, 2 * known * (weights * self.sizes).sum())

    @staticmethod
    def of_class(kind):
        return {answer: 1 for answer, own in CLASSES.items() if own == kind}

    def row(self, item, weights, points):
        """Weight x points of every answer, over all unknowns."""
        grid = np.zeros((self.given.shape[1], len(self.sizes), len(CLASSES)))
        for answer, worth in points.items():
            grid[item, :, answer - 1] = weights * worth
        return csr_array(grid.reshape(1, -1))

    def near(self, row, mean, n, known=0.0):
        self.must(row, (mean - TENTH) * n - known - HAIR, (mean + TENTH) * n - known + HAIR)

    def must(self, row, least, most):
        self.rows += [row, -row]
        self.most += [most, -least]

    def reach(self, item, target, points):
        """Least and most that the answers of a target may come to."""
        goal = self.row(item, self.targets[:, target], points).toarray().ravel()
        given = (self.given * self.sizes[:, None]).T.ravel()
        equal = kron(identity(len(given)), np.ones((1, len(CLASSES)))).tocsr()
        ends = []
        for sign in (1, -1):
            printed = (vstack(self.rows).tocsr(), self.most) if self.rows else (None, None)  # an item shown nowhere
            done = linprog(sign * goal, *printed, equal, given, bounds=(0, None))
            assert done.status == 0, done.message
            ends.append(sign * done.fun)
        return ends


def small_sums(groups, answered, k):
    """Sums and differences of up to three shown groups that come down to 1..k-1 people who answered an item."""
    member = np.zeros((len(groups) + 1, len(answered)), dtype=np.int16)  # the last is nobody: sums of fewer than three
    for at, people in enumerate(groups):
        member[at, people] = 1
    member[:, ~answered] = 0
    signed = np.vstack([member, -member])
    sizes = signed.sum(axis=1)
    found = []
    for first, second in combinations(range(len(signed)), 2):
        pair = sizes[first] + sizes[second]
        left = pair + sizes[second + 1 :]
        for third in second + 1 + np.flatnonzero((left > 0) & (left < k)):
            total = signed[first] + signed[second] + signed[third]
            if total.min() == 0 and total.max() == 1:
                found.append((first, second, int(third)))
    return found
