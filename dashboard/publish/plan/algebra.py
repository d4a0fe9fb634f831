"""What subtraction gives away, whatever the answers are: targets in the row space of the shown groups."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import csc_matrix, csr_matrix

from dashboard.publish.plan.groups import (
    Block,
    Earlier,
    Row,
    adopt,
    blocks_of,
    cuts,
    in_order,
    join,
    merge,
    shown,
)
from dashboard.publish.plan.lattice import Rules
from dashboard.publish.plan.remainders import remainders

EXACT = 1e-6


@dataclass(frozen=True)
class Structure:
    """Groups that no subtraction can take apart.

    targets: row numbers of 1..k-1 respondents nobody may learn about; shows: row x respondent; hides: target x
    respondent, both 0/1.
    """

    blocks: list[Block]
    rows: list[Row]
    targets: list[np.ndarray]
    shows: csc_matrix
    hides: csc_matrix


def incidence(sets: list[np.ndarray], people: int) -> csr_matrix:
    """0/1 matrix sets x respondents."""
    lengths = [len(one) for one in sets]
    places = np.repeat(np.arange(len(sets)), lengths)
    members = np.concatenate(sets) if sets else np.array([], dtype=int)
    return csr_matrix((np.ones(sum(lengths)), (places, members)), (len(sets), people))


def system(
    blocks: list[Block], rows: list[Row], people: int, k: int, fixed: Sequence[np.ndarray] = ()
) -> tuple[Structure, list[np.ndarray]]:
    """(what is shown and hidden, the coefficients of the rows for every target that subtraction finds).

    Targets are the cells of the lattice with 1..k-1 respondents, what up to three rows leave of each other, and those
    that are `fixed`. What three rows leave needs no algebra and is found by these three alone.
    """
    shows = incidence([row.people for row in rows], people)
    left = list(remainders(shows, np.array([row.valid for row in rows]), k))
    small = [np.sort(who) for block in blocks for value, who in block.cells.items() if block.size((value,)) < k]
    targets = distinct([*fixed, *small, *(np.flatnonzero(signs @ shows[list(parts)]) for parts, signs in left)])
    hides = incidence(targets, people)
    found = [coefficients(parts, signs, len(rows)) for parts, signs in left]
    if targets and not found:
        found = [weights for _, weights in solvable(shows, hides)]
    return Structure(blocks, rows, targets, shows.tocsc(), hides.tocsc()), found


def coefficients(parts: tuple[int, ...], signs: np.ndarray, rows: int) -> np.ndarray:
    """One number a row, of a sum of a few."""
    found = np.zeros(rows)
    found[list(parts)] = signs
    return found


def distinct(targets: list[np.ndarray]) -> list[np.ndarray]:
    """Every set of people once."""
    return list({people.tobytes(): people for people in targets}.values())


def solvable(shows: csr_matrix, hides: csr_matrix) -> list[tuple[int, np.ndarray]]:
    """Targets that are sums and differences of shown groups: (target, coefficient of every row)."""
    values, vectors = np.linalg.eigh((shows @ shows.T).toarray())
    kept = values > 1e-9 * values[-1]
    inverse = (vectors[:, kept] / values[kept]) @ vectors[:, kept].T
    weights = inverse @ (shows @ hides.T).toarray()
    left = np.abs(hides.T.toarray() - shows.T @ weights).max(axis=0) if hides.shape[0] else np.array([])
    return [(at, weights[:, at]) for at in np.flatnonzero(left < EXACT)]


def structure(
    staff: pd.DataFrame, valid: np.ndarray, rules: Rules, earlier: Earlier | None = None, known: Earlier | None = None
) -> Structure:
    """Join small cells, then go on joining until no target is a sum and difference of shown groups.

    staff: attributes of every respondent; valid: respondent x item, whether answered; earlier: the joined groups of the
    survey before; known: the joined groups of this survey's own plan, which are tried first and not believed.
    """
    blocks = blocks_of(staff, valid, rules, earlier)
    if known is None:
        merge(blocks, rules)
    else:
        adopt(blocks, known)
    while True:
        now, found = tried(blocks, len(staff), rules)
        if not found:
            break
        coarsen(now.rows, found[0], rules)
    return now if known is not None else refined(now, len(staff), rules)


def tried(blocks: list[Block], people: int, rules: Rules) -> tuple[Structure, list[np.ndarray]]:
    """The system of what these groups show."""
    return system(blocks, shown(blocks, rules), people, rules.k)


def refined(now: Structure, people: int, rules: Rules) -> Structure:
    """Take joined groups of pairs apart again where that gives nothing away: joining overshoots.

    What is joined in other views stays so, for a next survey inherits it.
    """
    for block in now.blocks:
        waiting = [group for group in block.groups if len(group) > 1 and rules.worth(block.view) == 0]
        while waiting:
            group = waiting.pop()
            for parts in cuts(block, group, rules):
                before, block.groups = block.groups, in_order([*(g for g in block.groups if g != group), *parts])
                finer, found = tried(now.blocks, people, rules)
                if found or len(finer.rows) <= len(now.rows):
                    block.groups = before
                    continue
                now, waiting = finer, waiting + [part for part in parts if len(part) > 1]
                break
    return now


def coarsen(rows: list[Row], weights: np.ndarray, rules: Rules) -> None:
    """Join the smallest group that a solution uses: of a pair where it uses one, else of a view inside a parent."""
    used = [row for row, weight in zip(rows, weights, strict=True) if abs(weight) > EXACT and len(row.block.groups) > 1]
    smallest = min(used, key=lambda row: (rules.worth(row.block.view), len(row.people), row.block.key, row.group))
    join(smallest.block, smallest.group)
