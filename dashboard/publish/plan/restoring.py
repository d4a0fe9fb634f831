"""Withdrawn figures are shown again as far as the proof still holds: withdrawal overshoots."""

import numpy as np

from dashboard.publish.plan.search import around, push_alone
from dashboard.publish.plan.witness import Print, Proof


def show_again(proof: Proof, whole: Print, rows: list[int], pool: np.ndarray) -> Proof:
    """The proof that shows most of what was withdrawn: all of these rows, or what may be shown of each half.

    whole: the print before anything was withdrawn; rows: in order of what matters most; pool: who may move at first.
    """
    wider = proof.showing(rows, whole) if rows else proof
    if is_closed(wider, pool, hard=len(rows) == 1):
        return wider
    for witness in wider.witnesses:
        proof.record(witness.table)  # what was found in vain for all of them spares the search for each half
    half = len(rows) // 2
    for part in (rows[:half], rows[half:]) if half else ():
        proof = show_again(proof, whole, part, pool)
    return proof


def is_closed(proof: Proof, pool: np.ndarray, hard: bool) -> bool:
    """Whether every target is moved far enough, by new witnesses where need be; stops at the first that is not.

    hard: look for the best witnesses, not only for good ones.
    """
    for target, column in np.argwhere(proof.open()):
        for best in (False, True) if hard else (False,):
            push_alone(proof, target, column, pool | around(proof, target), best)
        if proof.open()[target, column]:
            return False
    return True
