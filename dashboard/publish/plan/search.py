"""The search for witnesses: integer programs that exchange answers and leave every print as it is."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix, csc_matrix, diags

from dashboard.publish.plan.program import Within, solved
from dashboard.publish.plan.witness import CLASSES, POINTS, Proof, Scale, tally

ROUGH = 0.4  # how far from the best table a program for all targets together may stop
RARE, SCARCE, SAMPLE = 0.15, 0.5, 0.1  # share below which a class is scarce; of whom may move, scarce or not
LOCAL = 150  # people of a row in which a move is hard to make up for


@dataclass(frozen=True)
class Moves:
    """Moves that may be made: whose answer, from which answer, into which."""

    people: np.ndarray
    old: np.ndarray
    new: np.ndarray

    def shift(self, worth: np.ndarray) -> np.ndarray:
        """By how much every move changes a sum. worth: of every answer."""
        return worth[self.new].astype(float) - worth[self.old]

    def made(self, table: np.ndarray, chosen: np.ndarray) -> np.ndarray:
        """The table after some of the moves."""
        other = table.copy()
        other[self.people[chosen]] = self.new[chosen]
        return other


@dataclass(frozen=True)
class Limit:
    """Sums that stay inside their print: of the rows shown, moved by every move (row x move).

    rows: their numbers; each: the most that one move changes a sum.
    """

    rows: np.ndarray
    within: Within
    each: float


def push(proof: Proof, kind: int, gain: np.ndarray, pool: np.ndarray) -> None:
    """Move class `kind` up in targets of gain +1 and down in those of -1, by exchanges with each other class in turn.

    gain: one number a target; pool: which respondents may move. Every step is recorded.
    """
    table = proof.answers
    for classes in [(other, kind) for other in (2, 0, 1) if other != kind]:
        table = exchanged(proof, table, classes, gain, kind, pool)
        proof.record(table)


def exchanged(
    proof: Proof, table: np.ndarray, classes: tuple[int, ...], gain: np.ndarray, kind: int, pool: np.ndarray
) -> np.ndarray:
    """A table with more answers of class `kind` where gain is positive, by exchanges between `classes`."""
    moves = moves_of(proof, table, classes, pool)
    worth = (gain @ proof.structure.hides[:, moves.people]) * moves.shift(proof.scale.classes == kind)
    if not worth.any():
        return table
    kept = [one.within for one in limits(proof, table, classes, moves)]
    chosen = solved(-worth, [*kept, Within(once(moves), -np.inf, 1)], ROUGH)
    return table if chosen is None else moves.made(table, chosen)


def moves_of(proof: Proof, table: np.ndarray, classes: tuple[int, ...], pool: np.ndarray) -> Moves:
    """An answer goes over to another of the classes, or where sums of points are shown to its neighbour in its class.

    The latter changes points alone and so balances a sum that must stay.
    """
    scale, found = proof.scale, [np.empty((3, 0), dtype=np.int64)]  # no move at all is a possible answer
    for old in range(1, len(scale.points)):
        into = {scale.other(old, kind) for kind in classes} if scale.classes[old] in classes else set()
        if proof.print.has_points:
            into.add(neighbour(scale, old))
        people = np.flatnonzero(pool & (table == old))
        found += [(people, np.full_like(people, old), np.full_like(people, new)) for new in sorted(into - {old})]
    return Moves(*(np.concatenate(parts) for parts in zip(*found, strict=True)))


def neighbour(scale: Scale, code: int) -> int:
    """Another answer of the same class, the nearest in points; itself where there is none."""
    same = [other for other in np.flatnonzero(scale.classes == scale.classes[code]) if other != code]
    return int(min(same, key=lambda other: abs(scale.points[other] - scale.points[code]), default=code))


def limits(proof: Proof, table: np.ndarray, classes: tuple[int, ...], moves: Moves) -> list[Limit]:
    """Counts of the classes, sums of points behind a mean and sums behind an index, of every row that shows them."""
    print_, scale, structure = proof.print, proof.scale, proof.structure
    rows, now = np.flatnonzero(print_.keep), tally(structure.shows, table, scale)
    low, high = print_.low - now, print_.high - now
    found = []
    for kind in classes:
        shift = shifted(structure.shows[rows], moves, moves.shift(scale.classes == kind))
        found.append(Limit(rows, Within(shift, low[rows, kind], high[rows, kind]), 1.0))
    points, steps = moves.shift(scale.points), float(scale.top - 1)
    if len(rows := np.flatnonzero(print_.means & print_.keep)):
        shift = shifted(structure.shows[rows], moves, points)
        found.append(Limit(rows, Within(shift, low[rows, POINTS], high[rows, POINTS]), steps))
    if len(rows := np.flatnonzero(print_.indexed & print_.keep)):
        room = (print_.slack - proof.moved(table)[:, None])[rows]
        shift = shifted(structure.shows[rows], moves, proof.pull[moves.people] * points)
        found.append(Limit(rows, Within(shift, room[:, 0], room[:, 1]), steps * float(proof.pull.max())))
    return found


def shifted(shows: csc_matrix, moves: Moves, shift: np.ndarray) -> csc_matrix:
    """What every move does to the sum of every row."""
    return (shows[:, moves.people] @ diags(shift)).tocsc()


def once(moves: Moves) -> csc_matrix:
    """Person x move: nobody moves twice."""
    who, which = np.unique(moves.people, return_inverse=True)
    return coo_matrix((np.ones(len(which)), (which, np.arange(len(which)))), (len(who), len(which))).tocsc()


def search(proof: Proof, pool: np.ndarray, rounds: int, rng: np.random.Generator) -> None:
    """Push all open targets together in random directions: the pool may move."""
    targets = len(proof.need)
    for _ in range(rounds):
        for kind in (2, 0, 1):
            sign = rng.choice([-1.0, 1.0], targets)
            for way in (sign, -sign):
                open_ = wanting(proof, kind)
                if open_.any():
                    push(proof, kind, way * open_, pool)


def around(proof: Proof, target: int) -> np.ndarray:
    """Who stands in a small shown row with somebody of a target: whoever moves there must be made up for there."""
    shows, hides = proof.structure.shows, proof.structure.hides
    sizes = np.asarray(shows.sum(axis=1)).ravel()
    touched = np.asarray((shows @ hides[target].T).todense()).ravel() > 0
    return np.asarray(shows[touched & (sizes < LOCAL)].sum(axis=0)).ravel() > 0


def wanting(proof: Proof, kind: int) -> np.ndarray:
    """Targets whose count of a class still has to move; the favourable carry the points with them."""
    open_ = proof.open()
    return open_[:, kind] | open_[:, POINTS] if kind == CLASSES - 1 else open_[:, kind]


def movers(proof: Proof, rng: np.random.Generator) -> np.ndarray:
    """Who may move at first: targets, and a sample of all others, larger where answers are scarce."""
    kinds = proof.scale.classes[proof.answers]
    counts = np.bincount(kinds[kinds >= 0], minlength=CLASSES)
    scarce = (counts / max(counts.sum(), 1) < RARE)[np.maximum(kinds, 0)]
    inside = np.asarray(proof.structure.hides.sum(axis=0)).ravel() > 0
    drawn = rng.random(len(kinds))
    return (inside | (drawn < np.where(scarce, SCARCE, SAMPLE))) & (kinds >= 0)
