"""A correction of a survey that is out: both releases are one system of the same unknowns.

A respondent is known again by all of what was answered and said of oneself; forms carry no names. Who changed anything
is one person gone and one come. What is out stays out: only the figures of the correction may be joined or withdrawn.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix

from dashboard.publish.plan.algebra import EXACT, Structure, coarsen, incidence, system
from dashboard.publish.plan.groups import Block, Earlier, Row, adopt, blocks_of, merge, shown
from dashboard.publish.plan.lattice import Rules


class TooFewChangedError(ValueError):
    """So few people differ between the releases that no grouping keeps them from being told apart."""


@dataclass(frozen=True)
class Release:
    """What is out already. people, rows and targets by place in the universe; keep: row x item."""

    people: np.ndarray
    rows: list[Row]
    targets: list[np.ndarray]
    keep: np.ndarray


def universe(frames: Sequence[pd.DataFrame]) -> tuple[pd.DataFrame, list[np.ndarray]]:
    """(everybody in any release once, places of each release's respondents). frames: the same columns in each."""
    columns = list(frames[0].columns)
    places: dict[tuple, list[int]] = defaultdict(list)
    found, rows = [], []
    for frame in frames:
        used: dict[tuple, int] = defaultdict(int)
        own = []
        blank = frame[columns].astype(object).where(frame[columns].notna(), None)
        for key in blank.itertuples(index=False, name=None):
            if used[key] == len(places[key]):
                places[key].append(len(rows))
                rows.append(key)
            own.append(places[key][used[key]])
            used[key] += 1
        found.append(np.array(own, dtype=int))
    return pd.DataFrame(rows, columns=columns, dtype=object), found


def release(structure: Structure, keep: np.ndarray, places: np.ndarray) -> Release:
    """A release as it stands in the universe. places: of its respondents."""
    rows = [replace(row, people=np.sort(places[row.people])) for row in structure.rows]
    targets = [np.sort(places[people]) for people in structure.targets]
    return Release(places, rows, targets, keep)


def structure(
    staff: pd.DataFrame, valid: np.ndarray, own: np.ndarray, out: Sequence[Release], rules: Rules,
    earlier: Earlier | None = None, known: Earlier | None = None,
) -> Structure:  # fmt: skip
    """Groups of a correction that nothing takes apart, not even with all that is out; its rows follow those out.

    staff, valid: of the universe; own: places of the correction's respondents; earlier, known: see algebra.structure.
    Raises TooFewChangedError where the whole city would give somebody away.
    """
    blocks = [placed(block, own) for block in blocks_of(staff.iloc[own], valid[own], rules, earlier)]
    if known is None:
        merge(blocks, rules)
    else:
        adopt(blocks, known)
    past, fixed = [row for one in out for row in one.rows], [target for one in out for target in one.targets]
    fixed += [target for one in out for target in moved(staff, valid, one.people, own, rules)]
    cells = {block.key: block for block in blocks_of(staff, valid, rules)}
    while True:
        new = shown(blocks, rules)
        rows = [*past, *new]
        shows = incidence([row.people for row in rows], len(staff))
        differ = [too_near(shows, len(past), rules.k), *(few_moved(new, cells, one.people, rules.k) for one in out)]
        if (near := np.any(differ, axis=0)).any():
            give_up(new, near, rules)
            continue
        whole, found = system(blocks, rows, len(staff), rules.k, fixed)
        if not found:
            return whole
        give_up(new, found[0][len(past) :], rules)


def placed(block: Block, own: np.ndarray) -> Block:
    """A block of the correction, by place in the universe."""
    return replace(block, cells={value: np.sort(own[people]) for value, people in block.cells.items()})


def too_near(shows: csr_matrix, past: int, k: int) -> np.ndarray:
    """Rows of the correction that differ from a row that is out by 1..k-1 people, gone and come together."""
    sizes = np.asarray(shows.sum(axis=1)).ravel()
    common = (shows[:past] @ shows[past:].T).toarray()
    differ = sizes[:past, None] + sizes[None, past:] - 2 * common
    return ((differ > 0) & (differ < k)).any(axis=0)


def few_moved(new: list[Row], cells: dict[tuple, Block], before: np.ndarray, k: int) -> np.ndarray:
    """Rows of the correction to whose cells 1..k-1 people came or from which they went. before: who was there."""
    counts = [
        len(np.setxor1d(np.intersect1d(cells[row.block.key].people(row.group), before), row.people)) for row in new
    ]
    return np.array([0 < count < k for count in counts], dtype=bool)


def moved(
    staff: pd.DataFrame, valid: np.ndarray, before: np.ndarray, own: np.ndarray, rules: Rules
) -> list[np.ndarray]:
    """Who went from a cell or came to it, where they are 1..k-1 people."""
    found = []
    for people in (np.setdiff1d(before, own), np.setdiff1d(own, before)):
        for block in blocks_of(staff.iloc[people], valid[people], rules) if len(people) else []:
            own_cells = (np.sort(people[at]) for at in block.cells.values())
            found += [cell for cell in own_cells if len(cell) < rules.k]
    return found


def give_up(new: list[Row], weights: np.ndarray, rules: Rules) -> None:
    """Join the smallest group of the correction that a solution uses; the whole city cannot be joined with anything."""
    if not any(abs(weight) > EXACT and len(row.block.groups) > 1 for row, weight in zip(new, weights, strict=True)):
        raise TooFewChangedError
    coarsen(new, weights, rules)
