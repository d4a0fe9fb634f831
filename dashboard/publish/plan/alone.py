"""One target alone: another table that moves it as far as it must be moved, at the least price in figures given up."""

import numpy as np
from scipy.sparse import csc_matrix, hstack

from dashboard.publish.plan.program import Within, solved
from dashboard.publish.plan.search import Limit, around, limits, moves_of, once
from dashboard.publish.plan.witness import CLASSES, POINTS, Proof

NEARLY = 0.05  # how far from the least price a program may stop
MOVE = 1e-4  # price of a single move: of equal tables the one nearest to the answers
EVERY_CLASS = tuple(range(CLASSES))


def settle(proof: Proof, pool: np.ndarray) -> None:
    """Move every target that is still open by itself, while everything shown prints the same."""
    kept = np.full(len(proof.print.keep), np.inf)
    for target, column in np.argwhere(proof.open()):
        for up in (True, False):
            if proof.open()[target, column]:
                table = table_moving(proof, target, column, up, pool | around(proof, target), kept)
                if table is not None:
                    proof.record(table)


def withdraw(proof: Proof, pool: np.ndarray, price: np.ndarray) -> None:
    """Withdraw the cheapest figures that keep an open target from being moved, target by target.

    price: of every row; what has none (infinity) stays.
    """
    for target, column in np.argwhere(proof.open()):
        if not proof.open()[target, column]:
            continue
        free = pool | around(proof, target)
        found = [table_moving(proof, target, column, up, free, price) for up in (True, False)]
        tables = [table for table in found if table is not None]
        lost = [proof.print.keep & ~proof.alike(table) for table in tables]
        if lost:
            best = int(np.argmin([price[rows].sum() for rows in lost]))
            proof.print = proof.print.without(np.flatnonzero(lost[best]))
            proof.record(tables[best])


def table_moving(
    proof: Proof, target: int, column: int, up: bool, pool: np.ndarray, price: np.ndarray
) -> np.ndarray | None:
    """A table whose count (or sum of points) of one target lies by the need above the least, or below the most, known.

    price: of every row, paid where it prints otherwise; infinity: it must not. None where no such table is found.
    """
    moves = moves_of(proof, proof.answers, EVERY_CLASS, pool)
    inside = proof.structure.hides[target].toarray().ravel()[moves.people]
    gain = inside * moves.shift(proof.scale.points if column == POINTS else proof.scale.classes == column)
    if not gain.any():
        return None
    paid = np.flatnonzero(proof.print.keep & np.isfinite(price))
    kept = limits(proof, proof.answers, EVERY_CLASS, moves)
    within = [one for limit in kept for one in priced(limit, paid, proof.need[target, column] + 1)]
    within += [Within(widened(once(moves), len(paid)), -np.inf, 1)]
    within += [Within(widened(csc_matrix(gain), len(paid)), *goal(proof, target, column, up))]
    cost = np.concatenate([np.full(len(gain), MOVE if len(paid) else 0), price[paid]])
    chosen = solved(cost, within, NEARLY)
    return None if chosen is None else moves.made(proof.answers, chosen[: len(gain)])


def goal(proof: Proof, target: int, column: int, up: bool) -> tuple[float, float]:
    """(least, most) by which a target's own count must move."""
    own, need = proof.own[target, column], proof.need[target, column]
    least, most = proof.least[target, column], proof.most[target, column]
    return (least + need - own, np.inf) if up else (-np.inf, most - need - own)


def priced(limit: Limit, paid: np.ndarray, room: float) -> list[Within]:
    """A limit that a row may leave by so many moves once it is paid for. paid: numbers of the rows that may be."""
    if not len(paid):
        return [limit.within]
    kept = limit.within
    at, which = np.nonzero(limit.rows[:, None] == paid)
    leave = csc_matrix((np.full(len(at), room * limit.each), (at, which)), (len(limit.rows), len(paid)))
    return [
        Within(hstack([kept.matrix, -leave]).tocsc(), -np.inf, kept.most),
        Within(hstack([kept.matrix, leave]).tocsc(), kept.least, np.inf),
    ]


def widened(matrix: csc_matrix, columns: int) -> csc_matrix:
    """A matrix with empty columns behind its own."""
    return hstack([matrix, csc_matrix((matrix.shape[0], columns))]).tocsc()
