"""The search for witnesses: integer programs that exchange answers and leave every print as it is."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix, csc_matrix, diags

from dashboard.publish.plan.witness import CLASSES, POINTS, Proof, Scale, tally

NODES = 20  # of one program: no clock, so that plans repeat
ROUGH, FINE = 0.4, 0.0  # how far from the best table a program may stop: for all targets together, and for one alone
RARE, SCARCE, SAMPLE = 0.15, 0.5, 0.1  # share below which a class is scarce; of whom may move, scarce or not
ALONE = 24  # targets pushed one by one after all were pushed together
LOCAL = 150  # people of a row in which a move is hard to make up for
EVERY_CLASS = tuple(range(CLASSES))


@dataclass(frozen=True)
class Moves:
    """Moves that may be made: whose answer, from which answer, into which."""

    people: np.ndarray
    old: np.ndarray
    new: np.ndarray

    def shift(self, worth: np.ndarray) -> np.ndarray:
        """By how much every move changes a sum. worth: of every answer."""
        return worth[self.new].astype(float) - worth[self.old]


def push(proof: Proof, kind: int, gain: np.ndarray, pool: np.ndarray, hard: bool = False) -> None:
    """Move class `kind` up in targets of gain +1 and down in those of -1.

    gain: one number a target; pool: which respondents may move; hard: exchange answers of all classes at once and look
    for the best table, not with each other class in turn for a good one. Every step is recorded.
    """
    table = proof.answers
    for classes in [EVERY_CLASS] if hard else [(other, kind) for other in (2, 0, 1) if other != kind]:
        table = exchanged(proof, table, classes, gain, kind, pool, FINE if hard else ROUGH)
        proof.record(table)


def exchanged(
    proof: Proof, table: np.ndarray, classes: tuple[int, ...], gain: np.ndarray, kind: int, pool: np.ndarray, gap: float
) -> np.ndarray:
    """The table that moves most answers into class `kind` where gain is positive, by exchanges between `classes`."""
    moves = moves_of(proof, table, classes, pool)
    worth = (gain @ proof.structure.hides[:, moves.people]) * moves.shift(proof.scale.classes == kind)
    if not worth.any():
        return table
    found = milp(
        -worth, integrality=np.ones(len(worth)), bounds=Bounds(0, 1),
        constraints=[*counts(proof, table, classes, moves), *sums(proof, table, moves), once(moves)],
        options={"mip_rel_gap": gap, "node_limit": NODES},
    )  # fmt: skip
    if found.x is None:
        return table
    chosen = np.round(found.x).astype(bool)
    other = table.copy()
    other[moves.people[chosen]] = moves.new[chosen]
    return other


def moves_of(proof: Proof, table: np.ndarray, classes: tuple[int, ...], pool: np.ndarray) -> Moves:
    """An answer goes over to another of the classes, or where sums of points are shown to its neighbour in its class.

    The latter changes points alone and so balances a sum that must stay.
    """
    scale, found = proof.scale, []
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


def counts(proof: Proof, table: np.ndarray, classes: tuple[int, ...], moves: Moves) -> list[LinearConstraint]:
    """The classes stay inside their print in every row shown."""
    keep = proof.print.keep
    shows = proof.structure.shows[keep]
    low, high = (ends[keep] - tally(shows, table, proof.scale) for ends in (proof.print.low, proof.print.high))
    return [
        LinearConstraint(shifted(shows, moves, moves.shift(proof.scale.classes == kind)), low[:, kind], high[:, kind])
        for kind in classes
    ]


def sums(proof: Proof, table: np.ndarray, moves: Moves) -> list[LinearConstraint]:
    """Sums of points behind a shown mean, and sums behind a shown index, stay inside their print."""
    print_, shows, shift = proof.print, proof.structure.shows, moves.shift(proof.scale.points)
    found = []
    if (means := print_.means & print_.keep).any():
        now = shows[means] @ proof.scale.points[table]
        low, high = (ends[means][:, POINTS] - now for ends in (print_.low, print_.high))
        found.append(LinearConstraint(shifted(shows[means], moves, shift), low, high))
    if (indexed := print_.indexed & print_.keep).any():
        room = (print_.slack - proof.moved(table)[:, None])[indexed]
        pulled = shifted(shows[indexed], moves, proof.pull[moves.people] * shift)
        found.append(LinearConstraint(pulled, room[:, 0], room[:, 1]))
    return found


def shifted(shows: csc_matrix, moves: Moves, shift: np.ndarray) -> csc_matrix:
    """What every move does to the sum of every row."""
    return (shows[:, moves.people] @ diags(shift)).tocsc()


def once(moves: Moves) -> LinearConstraint:
    """Nobody moves twice."""
    who, which = np.unique(moves.people, return_inverse=True)
    each = coo_matrix((np.ones(len(which)), (which, np.arange(len(which)))), (len(who), len(which)))
    return LinearConstraint(each.tocsc(), -np.inf, 1)


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


def search_alone(proof: Proof, pool: np.ndarray, near: bool) -> None:
    """Push at most ALONE of the targets still open one by one. near: those around the target may move too."""
    targets = len(proof.need)
    for target, column in np.argwhere(proof.open())[:ALONE]:
        kind = 2 if column == POINTS else int(column)
        free = pool | around(proof, target) if near else pool
        for way in (1.0, -1.0):
            if proof.open()[target, column]:
                push(proof, kind, way * (np.arange(targets) == target), free, hard=not near)


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
