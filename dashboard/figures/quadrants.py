"""Association and score as points in four quarters parted at the means: scales, and names that cover nothing.

Frame: one row a heading or gap with label, value (score), lo, hi, status, bound, bound_at, share, share_lo, share_hi
(whole per cent), direction, is_gap. A row whose score is not shown has no point; it is named beneath with its share.
Option: instead, words on what can be seen where no score is shown at all.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np

from dashboard.figures.lettering import Ruler, wrap
from dashboard.figures.scale import Scale, even
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import absent, hidden
from dashboard.i18n import number, text

KEPT = 200  # arrangements of names looked at further
AIR = 0.2  # lines free at either end of a name
Box = tuple[float, float, float, float]  # left, right, bottom, top of the plot


@dataclass(frozen=True)
class Setting:
    """How names are set: what measures a line, its height, room for a name's line without its share, and half the
    square a point takes; all in one unit, px or mm.
    """

    ruler: Ruler
    line: float
    room: float
    reach: float


@dataclass(frozen=True)
class Name:
    """A name beside its point: its lines, from the point to its left edge and its middle (right and up), its width,
    and what it takes.
    """

    row: dict
    lines: list[str]
    left: float
    middle: float
    wide: float
    box: Box

    @property
    def side(self) -> str:
        """left | right | center: where its lines are ranged, towards the point."""
        return "left" if self.left > 0 else "right" if self.wide <= -self.left else "center"


class Plane:
    """What is drawn of a figure. rows: those that have a point."""

    def __init__(self, spec: FigureSpec):
        self.lang, self.every = spec.lang, spec.rows()
        self.rows = [row for row in self.every if not hidden(row)]
        self.instead = f"{absent(next(iter(self.every), {}), spec.lang)} {spec.option('instead', '')}".strip()

    @property
    def across(self) -> Scale:
        """Scores."""
        scores = [row["value"] for row in self.rows]
        return even(min(scores), max(scores))

    @property
    def upward(self) -> Scale:
        """Shares, from zero; whoever has no point counts too, so that two groups of one basis have one scale."""
        return even(0, max(row["share_hi"] for row in self.every), count=5)

    @property
    def means(self) -> tuple[float, float]:
        """Mean score and mean share, where the quarters meet."""
        return tuple(sum(row[name] for row in self.rows) / len(self.rows) for name in ("value", "share"))

    @property
    def beneath(self) -> list[str]:
        """Names of the rows without a point: why, and their share."""
        return [
            text("figure.quadrants.absent", self.lang, why=absent(row, self.lang), label=row["label"],
                 share=number(row["share"]))
            for row in self.every
            if hidden(row)
        ]  # fmt: skip

    def names(self, wide: float, high: float, setting: Setting) -> list[Name]:
        """Where each name stands on a plot so wide and high: it covers no other name, no point and no whisker."""
        x, y = self.across, self.upward

        def at(row: dict, share: str = "share") -> tuple[float, float]:
            return (row["value"] - x.low) / (x.high - x.low) * wide, (row[share] - y.low) / (y.high - y.low) * high

        taken = [around(*at(row), *at(row), setting.reach) for row in self.rows]
        taken += [around(*at(row, "share_lo"), *at(row, "share_hi"), setting.reach / 3) for row in self.rows]
        tried = [candidates(row, at(row), self.lang, setting) for row in self.rows]
        boxes = [np.array([one.box for one in some]) for some in tried]
        less_natural = np.arange(len(tried[0])) * setting.line**2 / 50
        alone = [less_natural + cost(some, np.array(taken), (0, wide, 0, high)) for some in boxes]
        return [some[place] for some, place in zip(tried, arranged(boxes, alone), strict=True)]


def mark_of(row: dict) -> str:
    """heading | gap | plain: which mark a row has; plain where no direction is good."""
    return "plain" if row["direction"] == "none" else "gap" if row["is_gap"] else "heading"


def around(left: float, bottom: float, right: float, top: float, reach: float) -> Box:
    """What a point or a whisker takes."""
    return left - reach, right + reach, bottom - reach, top + reach


def candidates(row: dict, point: tuple[float, float], lang: str, setting: Setting) -> list[Name]:
    """Places of a name around its point, the most natural first: beside it, then above and below."""
    lines = wrap(row["label"], setting.room, lang, ruler=setting.ruler)
    lines[-1] += f" {number(row['share'])}%"
    wide, high = max(map(setting.ruler, lines)), len(lines) * setting.line
    air = AIR * setting.line
    gap = setting.reach + air
    beside = product((gap, -wide - gap), (0, high / 2, -high / 2, high, -high))
    stacked = product((-wide / 2, -wide * 0.8, -wide * 0.2), (high / 2 + gap, -high / 2 - gap))
    found = []
    for left, middle in [*beside, *stacked]:
        start, level = point[0] + left, point[1] + middle
        box = (start - air, start + wide + air, level - high / 2, level + high / 2)
        found.append(Name(row, lines, left, middle, wide, box))
    return found


def arranged(boxes: list[np.ndarray], alone: list[np.ndarray]) -> list[int]:
    """The place of every name that disturbs least in all: name after name, the best arrangements kept.

    boxes: the places of each name; alone: what each of them costs, whatever the others do.
    """
    chosen, total = np.zeros((1, 0), dtype=int), np.zeros(1)
    for k, some in enumerate(boxes):
        more = total[:, None] + alone[k]
        for before in range(k):
            more += 4 * shared(boxes[before], some)[chosen[:, before]]
        best = np.argsort(more, axis=None, kind="stable")[:KEPT]
        rows, places = np.unravel_index(best, more.shape)
        chosen, total = np.column_stack([chosen[rows], places]), more[rows, places]
    return chosen[0].tolist()


def cost(boxes: np.ndarray, taken: np.ndarray, plot: Box) -> np.ndarray:
    """How much each place disturbs by itself: the area it covers, and what runs over the edge."""
    areas = (boxes[:, 1] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 2])
    return 2 * shared(boxes, taken).sum(axis=1) + 5 * (areas - shared(boxes, np.array([plot]))[:, 0])


def shared(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """box x box: the area they have in common."""
    left, right, bottom, top = (some[:, None, side] for side in range(4))
    wide = np.minimum(right, others[:, 1]) - np.maximum(left, others[:, 0])
    high = np.minimum(top, others[:, 3]) - np.maximum(bottom, others[:, 2])
    return np.maximum(wide, 0) * np.maximum(high, 0)
