"""The search for witnesses: integer programs that exchange answers and leave every print as it is."""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csc_matrix, diags, hstack, identity

from dashboard.publish.plan.witness import CLASSES, POINTS, Proof, Scale, tally

SECONDS, GAP = 3, 0.4  # of one program: a good table is enough, the best is not needed
RARE, SCARCE, SAMPLE = 0.15, 0.5, 0.1  # share below which a class is scarce; of whom may move, scarce or not
ALONE = 24  # targets pushed one by one after all were pushed together
LOCAL = 150  # people of a row in which a move is hard to make up for


def push(proof: Proof, kind: int, gain: np.ndarray, pool: np.ndarray) -> None:
    """Move class `kind` up in targets of gain +1 and down in those of -1, by exchange with each other class in turn.

    gain: one number a target; pool: which respondents may move. Every step is recorded.
    """
    table = proof.answers
    for other in (2, 0, 1):
        if other == kind:
            continue
        table = exchanged(proof, table, (other, kind), gain, pool)
        proof.record(table)


def exchanged(proof: Proof, table: np.ndarray, pair: tuple[int, int], gain: np.ndarray, pool: np.ndarray) -> np.ndarray:
    """The table that moves most answers from the first class of the pair to the second where gain is positive.

    Two kinds of variables: an answer goes over to the other class (or comes back), or it moves to its neighbour within
    its class, which changes points alone and so balances a sum that must stay.
    """
    over, inner = moves(proof, table, pair, pool, proof.print.has_points)
    if not len(over.people) or not gain.any():
        return table
    shows = proof.structure.shows[proof.print.keep]
    constraints = [balance(proof, table, pair, over, shows)]
    if proof.print.has_points:
        constraints += [*sums(proof, table, over, inner), once(over, inner)]
    wide = len(over.people) + len(inner.people)
    worth = np.zeros(wide)
    worth[: len(over.people)] = (gain @ proof.structure.hides[:, over.people]) * over.sign
    found = milp(
        -worth, integrality=np.ones(wide), bounds=Bounds(0, 1), constraints=[widened(one, wide) for one in constraints],
        options={"mip_rel_gap": GAP, "time_limit": SECONDS},
    )  # fmt: skip
    if found.x is None:
        return table
    chosen = np.round(found.x).astype(bool)
    new = table.copy()
    new[over.people[chosen[: len(over.people)]]] = over.into[chosen[: len(over.people)]]
    new[inner.people[chosen[len(over.people) :]]] = inner.into[chosen[len(over.people) :]]
    return new


class Moves:
    """Moves that may be made: whose answer, into which answer, and +1 towards the wanted class, -1 away, 0 within."""

    def __init__(self, people: np.ndarray, into: np.ndarray, sign: np.ndarray):
        self.people, self.into, self.sign = people, into, sign


def moves(
    proof: Proof, table: np.ndarray, pair: tuple[int, int], pool: np.ndarray, with_inner: bool
) -> tuple[Moves, Moves]:
    """(moves between the two classes, moves within a class)."""
    scale = proof.scale
    kinds = scale.classes[table]
    lookup = {
        code: scale.other(code, pair[1] if scale.classes[code] == pair[0] else pair[0])
        for code in np.flatnonzero(np.isin(scale.classes, pair))
    }
    people = np.flatnonzero(pool & np.isin(kinds, pair))
    into = np.array([lookup[code] for code in table[people]], dtype=table.dtype)
    over = Moves(people, into, np.where(kinds[people] == pair[0], 1.0, -1.0))
    beside = {code: near for code in range(1, len(scale.points)) if (near := neighbour(scale, code)) is not None}
    inner = np.flatnonzero(pool & np.isin(table, list(beside))) if with_inner else np.array([], dtype=int)
    within = np.array([beside[code] for code in table[inner]], dtype=table.dtype)
    return over, Moves(inner, within, np.zeros(len(inner)))


def neighbour(scale: Scale, code: int) -> int | None:
    """Another answer of the same class, the nearest in points."""
    same = [other for other in np.flatnonzero(scale.classes == scale.classes[code]) if other != code]
    return min(same, key=lambda other: abs(scale.points[other] - scale.points[code])) if same else None


def balance(proof: Proof, table: np.ndarray, pair: tuple[int, int], over: Moves, shows: csc_matrix) -> LinearConstraint:
    """Both classes of the pair stay inside their print in every row shown."""
    keep = proof.print.keep
    now = tally(shows, table, proof.scale)
    low, high = proof.print.low[keep], proof.print.high[keep]
    first, second = pair
    least = np.maximum(low[:, second] - now[:, second], now[:, first] - high[:, first])
    most = np.minimum(high[:, second] - now[:, second], now[:, first] - low[:, first])
    return LinearConstraint(shows[:, over.people] @ diags(over.sign), least, most)


def sums(proof: Proof, table: np.ndarray, over: Moves, inner: Moves) -> list[LinearConstraint]:
    """Sums of points behind a shown mean, and sums behind a shown index, stay inside their print."""
    points, print_ = proof.scale.points.astype(float), proof.print
    means, indexed = print_.means & print_.keep, print_.indexed & print_.keep
    shift = [points[one.into] - points[table[one.people]] for one in (over, inner)]
    now = proof.structure.shows[means] @ points[table]
    found = []
    if means.any():
        low, high = print_.low[means][:, POINTS] - now, print_.high[means][:, POINTS] - now
        found.append(LinearConstraint(shifted(proof.structure.shows[means], (over, inner), shift), low, high))
    if indexed.any():
        pulled = [proof.pull[one.people] * by for one, by in zip((over, inner), shift, strict=True)]
        room = proof.slack - proof.moved(table)[:, None]
        rows = shifted(proof.structure.shows[indexed], (over, inner), pulled)
        found.append(LinearConstraint(rows, room[:, 0], room[:, 1]))
    return found


def shifted(shows: csc_matrix, parts: tuple[Moves, Moves], shift: list[np.ndarray]) -> csc_matrix:
    """What every move does to the sum of every row."""
    return hstack([shows[:, one.people] @ diags(by) for one, by in zip(parts, shift, strict=True)]).tocsc()


def once(over: Moves, inner: Moves) -> LinearConstraint:
    """Nobody moves twice."""
    both = np.intersect1d(over.people, inner.people, return_indices=True)
    left = identity(len(over.people), format="csr")[both[1]]
    right = identity(len(inner.people), format="csr")[both[2]]
    return LinearConstraint(hstack([left, right]).tocsc(), -np.inf, 1)


def widened(one: LinearConstraint, wide: int) -> LinearConstraint:
    """A constraint on the first variables as one on all of them."""
    missing = wide - one.A.shape[1]
    return (
        one
        if missing == 0
        else LinearConstraint(hstack([one.A, csc_matrix((one.A.shape[0], missing))]), one.lb, one.ub)
    )


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
                push(proof, kind, way * (np.arange(targets) == target), free)


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
