"""The plan of one item: search for witnesses, and withdraw the finest figures where no witness is found."""

from dataclasses import dataclass

import numpy as np

from dashboard.publish.plan import display
from dashboard.publish.plan.algebra import Structure
from dashboard.publish.plan.lattice import Rules
from dashboard.publish.plan.search import movers, search, search_alone
from dashboard.publish.plan.withdrawal import EVERYTHING, OWN_BLOCK, coarsest_first, withdrawn
from dashboard.publish.plan.witness import Print, Proof, Scale, printed

ROUNDS, ATTEMPTS = 2, 3
EVERYBODY = OWN_BLOCK  # level of withdrawal from which everybody may move in the search: ten times slower


@dataclass(frozen=True)
class Wave:
    """A survey as the plan sees it.

    answers: respondent x item, 0 = none; pulls: respondent x item, how much an answer point moves the index of the
    respondent; index: of every respondent, NaN = none; allowed: row x item, whether the item may be shown in so fine a
    view; released: so many of the first rows are out already and stay as they are.
    """

    structure: Structure
    answers: np.ndarray
    scales: list[Scale]
    pulls: np.ndarray
    index: np.ndarray
    allowed: np.ndarray
    released: int = 0

    @property
    def in_index(self) -> np.ndarray:
        """Items the index rests on."""
        return self.pulls.any(axis=0)

    def indices(self) -> tuple[np.ndarray, np.ndarray]:
        """(sum of the index, people with an index) of every row."""
        known = ~np.isnan(self.index)
        return self.structure.shows @ np.where(known, self.index, 0.0), self.structure.shows @ known.astype(float)

    def indexed(self, rules: Rules) -> np.ndarray:
        """Rows that show an index."""
        return means_of(self.structure) & (self.indices()[1] >= rules.mean_from)


@dataclass(frozen=True)
class Proven:
    """What an item shows, and how that was proved. level: how far figures were withdrawn, -1 not at all."""

    proof: Proof
    level: int

    @property
    def unproved(self) -> int:
        """Targets that no witness moves far enough; none where the item is not shown at all."""
        return int(self.proof.open().any(axis=1).sum()) if self.proof.print.keep.any() else 0


def means_of(structure: Structure) -> np.ndarray:
    """Rows whose view shows means: views of one attribute."""
    return np.array([not row.block.view.inside for row in structure.rows])


def prove(wave: Wave, item: int, rules: Rules, seed: int) -> Proven:
    """The plan of one item. Deterministic: the same seed and answers give the same plan."""
    structure, answers = wave.structure, wave.answers[:, item]
    rng = np.random.default_rng([seed, item])
    print_ = print_of(wave, item, rules)
    proof = Proof(structure, answers, wave.scales[item], print_, wave.pulls[:, item])
    pool = movers(proof, rng)
    search(proof, pool, ROUNDS, rng)
    search_alone(proof, pool, near=True)
    level = -1
    while proof.open().any() and level < EVERYTHING:
        level += 1  # what was withdrawn stays so: the witnesses found since then print it otherwise
        gone = withdrawn(level, structure, np.flatnonzero(proof.open().any(axis=1)))
        proof.print = proof.print.without(gone[gone >= wave.released])
        if not proof.print.keep.any():
            break
        search(proof, pool, 1, rng)
        search_alone(proof, pool, near=True)
        if level >= EVERYBODY:
            search_alone(proof, answers > 0, near=False)
    if level >= 0 and not proof.open().any():
        proof.show_again(print_, coarsest_first(structure, print_.keep & ~proof.print.keep))
    return Proven(proof, level)


def reprove(wave: Wave, item: int, keep: np.ndarray, rules: Rules, seed: int) -> Proven:
    """Prove what an item shows, and withdraw nothing. keep: rows that show it."""
    rng = np.random.default_rng([seed, item])
    shown = print_of(wave, item, rules).without(np.flatnonzero(~keep))
    proof = Proof(wave.structure, wave.answers[:, item], wave.scales[item], shown, wave.pulls[:, item])
    for attempt in range(ATTEMPTS):
        if keep.any() and proof.open().any():
            pool = movers(proof, rng)
            search(proof, pool, ROUNDS, rng)
            search_alone(proof, pool, near=True)
            if attempt:
                search_alone(proof, proof.answers > 0, near=False)
    return Proven(proof, -1)


def print_of(wave: Wave, item: int, rules: Rules) -> Print:
    """What is printed of an item before anything is withdrawn."""
    structure, indexed = wave.structure, wave.indexed(rules) & bool(wave.in_index[item])
    slack = display.slack(*wave.indices())
    found = printed(structure, wave.answers[:, item], wave.scales[item], means_of(structure), indexed, slack, rules)
    return found.without(np.flatnonzero(~wave.allowed[:, item]))
