"""An attacker who knows every print and every group, and shares no code with the planner but the rules.

Two attacks: linear programs over the counts behind all prints of an item, all classes jointly and the means with them;
and all sums and differences of up to three shown groups.
"""

from itertools import combinations

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix


def fingerprint(sets: list[np.ndarray], people: int) -> tuple[np.ndarray, np.ndarray]:
    """(pattern of sets every person stands in, pattern x set): people of one pattern are the same to an attacker."""
    member = np.zeros((people, len(sets)), dtype=bool)
    for at, one in enumerate(sets):
        member[one, at] = True
    patterns, which = np.unique(member, axis=0, return_inverse=True)
    return which.ravel(), patterns


def bounds(
    sets: list[np.ndarray],
    prints: list[tuple[int, int, np.ndarray, np.ndarray]],
    target: np.ndarray,
    answered: np.ndarray,
    points: tuple[float, float, float, float] | None = None,
    means: dict | None = None,
):
    """For each class the least and most people of the target who may have given it.

    sets: shown groups; prints: (set, class, least, most); answered: whether each person answered the item (known).
    Unknowns: for every pattern of groups, how many people gave each class (fractions allowed: the attacker is strong).
    """
    people = len(answered)
    which, patterns = fingerprint([*sets, target], people)
    sizes = np.bincount(which[answered], minlength=len(patterns)).astype(float)
    n = len(patterns)
    equal = csr_matrix(np.hstack([np.eye(n)] * 3))
    inside, limits = [], []
    for at, kind, least, most in prints:
        row = np.zeros(3 * n)
        row[kind * n : (kind + 1) * n] = patterns[:, at]
        inside += [row, -row]
        limits += [most, -least]
    found = []
    for kind in range(3):
        goal = np.zeros(3 * n)
        goal[kind * n : (kind + 1) * n] = patterns[:, -1]
        ends = []
        for sign in (1, -1):
            done = linprog(
                sign * goal, A_ub=csr_matrix(np.array(inside)), b_ub=limits, A_eq=equal, b_eq=sizes, bounds=(0, None)
            )
            assert done.status == 0, done.message
            ends.append(sign * done.fun)
        found.append((ends[0], ends[1]))
    return found


def small_sums(sets: list[np.ndarray], answered: np.ndarray, k: int) -> list[tuple[int, ...]]:
    """Sums and differences of up to three shown groups that come down to 1..k-1 people who answered."""
    people, found = len(answered), []
    vectors = np.zeros((len(sets), people))
    for at, one in enumerate(sets):
        vectors[at, one] = 1
    for size in (1, 2, 3):
        for chosen in combinations(range(len(sets)), size):
            for signs in np.ndindex(*([2] * (size - 1))):
                total = vectors[chosen[0]] + sum(
                    (1 - 2 * sign) * vectors[at] for sign, at in zip(signs, chosen[1:], strict=True)
                )
                for one in (total, -total):
                    is_set = set(np.unique(one)) <= {0.0, 1.0}
                    if is_set and 0 < (one.astype(bool) & answered).sum() < k:
                        found.append(chosen)
    return found
