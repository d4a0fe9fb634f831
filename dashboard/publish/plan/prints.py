"""What a whole survey prints, row by row and item by item: the numbers that leave, before they are put in words."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csc_matrix

from dashboard.publish.plan import display
from dashboard.publish.plan.codes import member_code
from dashboard.publish.plan.lattice import Rules
from dashboard.publish.plan.proving import Wave, means_of
from dashboard.publish.plan.witness import CLASSES


@dataclass(frozen=True)
class Prints:
    """Row x item arrays of one survey.

    people: respondents of every row; n: valid answers; keep: whether the row shows the item; count: row x item x class
    (unfavourable, neutral, favourable) as printed; low, high: least and most counts with the same print; coded: classes
    told as at most or at least; mean: of one decimal, NaN where none is shown; index: of one decimal, NaN where none is
    shown, with index_n answers; keep_index: whether every item behind it is shown.
    """

    people: np.ndarray
    n: np.ndarray
    keep: np.ndarray
    count: np.ndarray
    low: np.ndarray
    high: np.ndarray
    coded: np.ndarray
    mean: np.ndarray
    index: np.ndarray
    index_n: np.ndarray

    @cached_property
    def bound(self) -> np.ndarray:
        """Row x item: whether the favourable share is told as at most (-1), at least (1), or as a number (0)."""
        favourable = CLASSES - 1
        return np.where(self.coded[..., favourable], np.where(self.low[..., favourable] == 0, -1, 1), 0)


def prints(wave: Wave, keep: np.ndarray, rules: Rules) -> Prints:
    """Everything a survey prints. keep: row x item."""
    shows, answers = wave.structure.shows, wave.answers
    counts = np.stack([tallied(shows, answers, wave, kind) for kind in range(CLASSES)], axis=2)
    n = counts.sum(axis=2)
    has = [scale.has for scale in wave.scales]
    found = [display.intervals(counts[:, item], rules, has[item]) for item in range(counts.shape[1])]
    coded = np.stack([display.is_coded(counts[:, item], rules, has[item]) for item in range(counts.shape[1])], axis=1)
    count = np.stack([display.nearest(counts[:, item], rules) for item in range(counts.shape[1])], axis=1)
    points = np.stack([shows @ scale.points[answers[:, at]] for at, scale in enumerate(wave.scales)], axis=1)
    with_mean = means_of(wave.structure)[:, None] & (n >= rules.mean_from) & ~coded.any(axis=2) & keep
    total, index_n = wave.indices()
    has_index = wave.indexed(rules) & keep[:, wave.in_index].all(axis=1) & wave.in_index.any()
    return Prints(
        people=np.asarray(shows.sum(axis=1)).ravel().astype(int),
        n=n.astype(int),
        keep=keep & (n > 0),
        count=count,
        low=np.stack([low for low, _ in found], axis=1),
        high=np.stack([high for _, high in found], axis=1),
        coded=coded,
        mean=np.where(with_mean, display.tenths(points / np.maximum(n, 1)), np.nan),
        index=np.where(has_index, display.tenths(total / np.maximum(index_n, 1)), np.nan),
        index_n=index_n.astype(int),
    )


def tallied(shows: csc_matrix, answers: np.ndarray, wave: Wave, kind: int) -> np.ndarray:
    """Row x item: answers of one class."""
    given = [scale.classes[answers[:, at]] == kind for at, scale in enumerate(wave.scales)]
    return shows @ np.column_stack(given).astype(float)


def row_names(wave: Wave, rules: Rules) -> list[tuple[str, str]]:
    """(view, member) of every row."""
    return [(row.block.view.name, member_code(row.block, row.group, rules)) for row in wave.structure.rows]


def digest(wave: Wave, found: Prints, rules: Rules) -> str:
    """SHA-256 of everything a survey prints."""
    whole = hashlib.sha256(json.dumps([row_names(wave, rules), found.people.tolist()]).encode())
    shown = found.keep[..., None]
    for values in (found.n * found.keep, found.low * shown, found.high * shown, found.index_n):
        whole.update(np.ascontiguousarray(values.astype("<i8")).tobytes())
    for values in (found.mean, found.index):
        tenth = np.where(np.isnan(values), -1, np.round(np.nan_to_num(values) * 10))
        whole.update(np.ascontiguousarray(tenth.astype("<i8")).tobytes())
    return whole.hexdigest()
