"""The plan of one item: search for witnesses, and withdraw the finest figures where no witness is found."""

from dataclasses import dataclass

import numpy as np

from dashboard.publish.plan.algebra import Structure
from dashboard.publish.plan.groups import Row
from dashboard.publish.plan.lattice import Rules
from dashboard.publish.plan.search import movers, search
from dashboard.publish.plan.witness import Proof, Scale, printed

ROUNDS = 2
LEVELS = 6  # of withdrawal, see withdrawn


@dataclass(frozen=True)
class Wave:
    """A survey as the plan sees it.

    answers: respondent x item, 0 = none; in_index: which items the index rests on; weights: see Proof.
    """

    structure: Structure
    answers: np.ndarray
    scales: list[Scale]
    in_index: np.ndarray
    weights: np.ndarray


@dataclass(frozen=True)
class Proven:
    """What an item shows, and how that was proved. level: how far figures were withdrawn, -1 not at all."""

    proof: Proof
    level: int

    @property
    def unproved(self) -> int:
        """Targets that no witness moves far enough."""
        return int(self.proof.open().any(axis=1).sum())


def means_of(structure: Structure) -> np.ndarray:
    """Rows whose view shows means: views of one attribute."""
    return np.array([not row.block.view.inside for row in structure.rows])


def prove(wave: Wave, item: int, rules: Rules, seed: int) -> Proven:
    """The plan of one item. Deterministic: the same seed and answers give the same plan."""
    structure, answers = wave.structure, wave.answers[:, item]
    rng = np.random.default_rng([seed, item])
    print_ = printed(structure, answers, wave.scales[item], means_of(structure), bool(wave.in_index[item]), rules)
    proof = Proof(structure, answers, wave.scales[item], print_, wave.weights)
    valid = answers > 0
    search(proof, movers(proof, joined(structure), rng), ROUNDS, rng)
    if proof.open().any():
        search(proof, valid, 0, rng)  # everybody may move: slower
    level = -1
    while proof.open().any() and level < LEVELS - 1:
        level += 1
        proof.print = print_.without(withdrawn(level, structure, np.flatnonzero(proof.open().any(axis=1))))
        search(proof, valid, 1, rng)
    return Proven(proof, level)


def joined(structure: Structure) -> np.ndarray:
    """Which respondents stand in a group of several cells."""
    found = np.zeros(structure.shows.shape[1], dtype=bool)
    for row in structure.rows:
        found[row.people] |= len(row.group) > 1
    return found


def withdrawn(level: int, structure: Structure, failing: np.ndarray) -> np.ndarray:
    """Rows an item no longer shows.

    0: the group a target lies in and its smallest sibling; 1: its whole block; 2: all pairs; 3: everything inside a
    parent; 4: all but the city and what nothing finer was asked of (wards, bureaus); 5: all but the city.
    """
    rows = structure.rows
    if level >= 2:
        return np.array([at for at, row in enumerate(rows) if is_given_up(level, row, rows)], dtype=int)
    gone: list[int] = []
    for at in failing:
        target = structure.targets[at]
        own = sorted((len(row.people), k) for k, row in enumerate(rows) if row.block is target.block)
        inside = [k for _, k in own if np.isin(target.people, rows[k].people).any()]
        others = [k for _, k in own if k not in inside]
        gone += [k for _, k in own] if level else [*inside, *others[:1]]
    return np.unique(np.array(gone, dtype=int))


def is_given_up(level: int, row: Row, rows: list[Row]) -> bool:
    view = row.block.view
    if view.split is None or level < 2:
        return False
    if level == 2:
        return bool(view.inside) and not is_nested(row, rows)
    if level == 3:
        return bool(view.inside)
    parents = {one.block.view.inside for one in rows}
    return level == 5 or bool(view.inside) or (view.split,) not in parents


def is_nested(row: Row, rows: list[Row]) -> bool:
    """Whether the split belongs to the parent alone (departments): no view splits the whole city by it."""
    split = row.block.view.split
    return not any(one.block.view.split == split and not one.block.view.inside for one in rows)
