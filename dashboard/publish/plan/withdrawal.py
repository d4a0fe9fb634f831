"""What an item no longer shows where targets stay unproved: first the nearest figures, at last all but the city."""

import numpy as np

from dashboard.publish.plan.algebra import Structure
from dashboard.publish.plan.groups import Row

OWN_GROUP, PAIRS, PARTS, SPLITS, ALL_BUT_CITY, EVERYTHING = range(6)


def withdrawn(level: int, structure: Structure, failing: np.ndarray) -> np.ndarray:
    """Rows an item no longer shows. failing: numbers of the targets that stay unproved.

    The group a target lies in and its smallest sibling; all pairs; everything inside a parent; all but the city and
    what nothing finer was asked of (wards, bureaus); all but the city; everything. What need not have gone is shown
    again afterwards.
    """
    rows = structure.rows
    if level == OWN_GROUP:
        return np.array(sorted({at for target in failing for at in own_group(structure, target)}), dtype=int)
    return np.flatnonzero([level == EVERYTHING or is_given_up(level, row, rows) for row in rows])


def own_group(structure: Structure, target: int) -> list[int]:
    """Rows of the group a target lies in, and the smallest sibling."""
    one, rows = structure.targets[target], structure.rows
    block = sorted((len(row.people), at) for at, row in enumerate(rows) if row.block is one.block)
    inside = [at for _, at in block if np.isin(one.people, rows[at].people).any()]
    return [*inside, *[at for _, at in block if at not in inside][:1]]


def is_given_up(level: int, row: Row, rows: list[Row]) -> bool:
    """Whether a row belongs to what a level gives up anywhere."""
    view = row.block.view
    if view.split is None:
        return False
    if level == PAIRS:
        return bool(view.inside) and not is_nested(row, rows)
    if level == PARTS or view.inside:
        return bool(view.inside)
    return level == ALL_BUT_CITY or (view.split,) not in {one.block.view.inside for one in rows}


def is_nested(row: Row, rows: list[Row]) -> bool:
    """Whether the split belongs to the parent alone (departments): no view splits the whole city by it."""
    split = row.block.view.split
    return not any(one.block.view.split == split and not one.block.view.inside for one in rows)


def coarsest_first(structure: Structure, gone: np.ndarray) -> list[int]:
    """The order in which withdrawn rows are shown again. gone: of every row."""
    rows = structure.rows
    return sorted(np.flatnonzero(gone), key=lambda at: (len(rows[at].block.view.inside), -len(rows[at].people), at))
