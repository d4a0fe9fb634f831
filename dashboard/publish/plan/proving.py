"""The plan of one item: search for witnesses, and withdraw the finest figures where no witness is found."""

from dataclasses import dataclass

import numpy as np

from dashboard.publish.plan import display
from dashboard.publish.plan.algebra import Structure
from dashboard.publish.plan.alone import settle, withdraw
from dashboard.publish.plan.lattice import Rules
from dashboard.publish.plan.search import movers, search
from dashboard.publish.plan.withdrawal import prices
from dashboard.publish.plan.witness import Print, Proof, Scale, printed

ROUNDS, ATTEMPTS = 2, 3


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


def means_of(structure: Structure) -> np.ndarray:
    """Rows whose view shows means: views of one attribute."""
    return np.array([not row.block.view.inside for row in structure.rows])


def prove(wave: Wave, item: int, rules: Rules, seed: int) -> Proof:
    """The plan of one item: what it shows, and the witnesses. The same seed and answers give the same plan."""
    rng = np.random.default_rng([seed, item])
    proof = proof_of(wave, item, print_of(wave, item, rules))
    pool = movers(proof, rng)
    search(proof, pool, ROUNDS, rng)
    settle(proof, pool)
    price = prices(wave.structure, rules, wave.released)
    for who in (pool, proof.answers > 0):
        withdraw(proof, who, price)
    if proof.open().any():
        proof.print = proof.print.without(np.arange(wave.released, len(proof.print.keep)))
        settle(proof, proof.answers > 0)
    return proof


def reprove(wave: Wave, item: int, keep: np.ndarray, rules: Rules, seed: int) -> Proof:
    """Prove what an item shows, and withdraw nothing. keep: rows that show it."""
    rng = np.random.default_rng([seed, item])
    proof = proof_of(wave, item, print_of(wave, item, rules).without(np.flatnonzero(~keep)))
    for attempt in range(ATTEMPTS):
        if keep.any() and proof.open().any():
            pool = movers(proof, rng) if attempt + 1 < ATTEMPTS else proof.answers > 0
            search(proof, pool, ROUNDS, rng)
            settle(proof, pool)
    return proof


def unproved(proof: Proof) -> int:
    """Targets that no witness moves far enough; none where the item is not shown at all."""
    return int(proof.open().any(axis=1).sum()) if proof.print.keep.any() else 0


def proof_of(wave: Wave, item: int, print_: Print) -> Proof:
    """The proof of one item, still without witnesses."""
    return Proof(wave.structure, wave.answers[:, item], wave.scales[item], print_, wave.pulls[:, item])


def print_of(wave: Wave, item: int, rules: Rules) -> Print:
    """What is printed of an item before anything is withdrawn."""
    structure, indexed = wave.structure, wave.indexed(rules) & bool(wave.in_index[item])
    slack = display.slack(*wave.indices())
    found = printed(structure, wave.answers[:, item], wave.scales[item], means_of(structure), indexed, slack, rules)
    return found.without(np.flatnonzero(~wave.allowed[:, item]))
