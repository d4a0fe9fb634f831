"""One item's proof: how far other answer tables with exactly the same print move the counts of every target."""

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csc_matrix

from dashboard.publish.plan import display
from dashboard.publish.plan.algebra import Structure
from dashboard.publish.plan.lattice import Rules

CLASSES = 3  # unfavourable, neutral, favourable
POINTS = 3  # the column of points behind the classes


@dataclass(frozen=True)
class Scale:
    """Class (0 unfavourable, 1 neutral, 2 favourable, -1 none) and points of every answer; answer 0 is no answer.

    has: which classes may be answered at all: of one that may not, everybody knows that nobody did.
    """

    classes: np.ndarray
    points: np.ndarray
    has: tuple[bool, ...] = (True,) * CLASSES

    @property
    def top(self) -> int:
        return int(self.points.max())

    def other(self, answer: int, into: int) -> int:
        """The answer of class `into` nearest in points, itself where there is none."""
        found = np.flatnonzero(self.classes == into)
        return int(found[np.argmin(np.abs(self.points[found] - self.points[answer]))]) if len(found) else answer


@dataclass(frozen=True)
class Print:
    """What is printed of one item: counts and sums of points that would look the same, row by row.

    means: rows that print a mean; indexed: rows that print an index resting on this item; slack: how far the sum behind
    each row's index may move, down and up, before it prints otherwise; keep: rows shown at all.
    """

    low: np.ndarray
    high: np.ndarray
    means: np.ndarray
    indexed: np.ndarray
    slack: np.ndarray
    keep: np.ndarray

    def alike(self, tally: np.ndarray, moved: np.ndarray) -> np.ndarray:
        """Which rows print the same. tally: row x (classes, points); moved: by how much the sum behind each index."""
        inside = (tally >= self.low) & (tally <= self.high)
        inside[:, POINTS] |= ~self.means
        stays = (moved >= self.slack[:, 0]) & (moved <= self.slack[:, 1])
        return inside.all(axis=1) & (stays | ~self.indexed)

    @property
    def has_points(self) -> bool:
        """Whether any sum of points is shown."""
        return bool(((self.means | self.indexed) & self.keep).any())

    def without(self, rows: np.ndarray) -> "Print":
        """The same print with rows taken away."""
        keep = self.keep.copy()
        keep[rows] = False
        return replace(self, keep=keep)


def tally(matrix: csc_matrix, answers: np.ndarray, scale: Scale) -> np.ndarray:
    """Counts of the three classes and the sum of points of every row of a 0/1 matrix."""
    counts = [matrix @ (scale.classes[answers] == kind).astype(float) for kind in range(CLASSES)]
    return np.stack([*counts, matrix @ scale.points[answers].astype(float)], axis=1)


def printed(
    structure: Structure, answers: np.ndarray, scale: Scale, means: np.ndarray, indexed: np.ndarray, slack: np.ndarray,
    rules: Rules,
) -> Print:  # fmt: skip
    """What is printed of one item. means: rows whose view shows means; indexed, slack: see Print."""
    counts = tally(structure.shows, answers, scale)
    n = counts[:, :CLASSES].sum(axis=1)
    low, high = display.intervals(counts[:, :CLASSES], rules, scale.has)
    coded = display.is_coded(counts[:, :CLASSES], rules, scale.has).any(axis=1)
    least, most = display.points(counts[:, POINTS], n, coded, scale.top, rules)
    large = means & (n >= rules.mean_from)
    keep = np.ones(len(n), dtype=bool)
    return Print(np.column_stack([low, least]), np.column_stack([high, most]), large & ~coded, indexed, slack, keep)


def needs(hidden: np.ndarray, city: np.ndarray, has: tuple[bool, ...], has_points: bool) -> np.ndarray:
    """How far every count of every target must be moved. hidden: target x (classes, points); city: its class counts.

    max(1, ceil(min(n / 2, 2 n min(p, 1 - p)))) with p the class's share in the city: a class that is rare in the city
    is rare in every small group, and one that nobody can answer (has) needs no cover. Points must move by half the
    group's size where sums of points are shown.
    """
    n = hidden[:, :CLASSES].sum(axis=1, keepdims=True)
    share = city / max(city.sum(), 1)
    wanted = np.minimum(n / 2, 2 * n * np.minimum(share, 1 - share))
    need = np.where(has, np.maximum(1, np.ceil(wanted)), 0)
    behind = np.maximum(1, np.ceil(n / 2)) if has_points else np.zeros_like(n)
    return np.where(n > 0, np.column_stack([need, behind]), 0)


class Proof:
    """The range of every target's counts over the witnesses found so far.

    pull: how much one answer point moves the index of each respondent, 0 = not at all.
    """

    def __init__(self, structure: Structure, answers: np.ndarray, scale: Scale, print_: Print, pull: np.ndarray):
        self.structure, self.answers, self.scale, self.print = structure, answers, scale, print_
        self.pull = pull
        self.own = self.least = self.most = tally(structure.hides, answers, scale)
        city = tally(structure.shows[:1], answers, scale)[0, :CLASSES]
        self.need = needs(self.least, city, scale.has, print_.has_points)
        self.witnesses: list[np.ndarray] = []

    def open(self) -> np.ndarray:
        """Target x (classes, points): not yet moved far enough."""
        return self.most - self.least < self.need

    def moved(self, table: np.ndarray) -> np.ndarray:
        """How far a table moves the sum behind the index of every row."""
        return self.structure.shows @ (self.pull * (self.scale.points[table] - self.scale.points[self.answers]))

    def alike(self, table: np.ndarray) -> np.ndarray:
        """Which rows print the same of another table, checked by counting."""
        return self.print.alike(tally(self.structure.shows, table, self.scale), self.moved(table))

    def record(self, table: np.ndarray) -> bool:
        """Take a table as a witness if everything shown prints the same; widen the ranges."""
        if not self.alike(table)[self.print.keep].all():
            return False
        found = tally(self.structure.hides, table, self.scale)
        low, high = np.minimum(self.least, found), np.maximum(self.most, found)
        if (low < self.least).any() or (high > self.most).any():
            self.least, self.most = low, high
            self.witnesses.append(table)
        return True
