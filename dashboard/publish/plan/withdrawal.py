"""What an item no longer shows where targets stay unproved: first the nearest figures, at last all but the city."""

import numpy as np

from dashboard.publish.plan.algebra import Structure
from dashboard.publish.plan.groups import Row

OWN_GROUP, OWN_BLOCK, NEAR_PAIRS, NEAR_PARTS, PAIRS, PARTS, SPLITS, ALL_BUT_CITY, EVERYTHING = range(9)


def withdrawn(level: int, structure: Structure, failing: np.ndarray) -> np.ndarray:
    """Rows an item no longer shows. failing: numbers of the targets that stay unproved.

    The group a target lies in and its smallest sibling; its whole block; pairs, then everything inside a parent, that
    hold somebody of a target; all pairs; everything inside a parent; all but the city and what nothing finer was asked
    of (wards, bureaus); all but the city; everything.
    """
    rows = structure.rows
    if level == EVERYTHING:
        return np.arange(len(rows))
    if level in (OWN_GROUP, OWN_BLOCK):
        return np.array(sorted({at for target in failing for at in own(level, structure, target)}), dtype=int)
    given_up = np.array([is_given_up(level, row, rows) for row in rows])
    if level in (NEAR_PAIRS, NEAR_PARTS):
        near = np.asarray((structure.shows @ structure.hides[failing].T).sum(axis=1)).ravel() > 0
        given_up &= near
    return np.flatnonzero(given_up)


def own(level: int, structure: Structure, target: int) -> list[int]:
    """Rows of a target's block; of its group and the smallest sibling only at the first level."""
    one, rows = structure.targets[target], structure.rows
    block = sorted((len(row.people), at) for at, row in enumerate(rows) if row.block is one.block)
    inside = [at for _, at in block if np.isin(one.people, rows[at].people).any()]
    others = [at for _, at in block if at not in inside]
    return [*inside, *(others if level else others[:1])]


def is_given_up(level: int, row: Row, rows: list[Row]) -> bool:
    """Whether a row belongs to what a level gives up anywhere."""
    view = row.block.view
    if view.split is None:
        return False
    if level in (NEAR_PAIRS, PAIRS):
        return bool(view.inside) and not is_nested(row, rows)
    if level in (NEAR_PARTS, PARTS) or view.inside:
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
