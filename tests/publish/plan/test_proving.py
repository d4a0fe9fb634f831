"""Witnesses are other tables with the same print; an attacker from outside finds nothing exact."""

import numpy as np
import pytest
from attacker import bounds, small_sums
from population import RULES, population

from dashboard.publish.plan import algebra, display
from dashboard.publish.plan.proving import Wave, means_of, prove
from dashboard.publish.plan.witness import Scale, tally

FIVE = Scale(np.array([-1, 0, 0, 1, 2, 2]), np.array([0, 1, 2, 3, 4, 5]))


def wave(city, pull=None):
    """The city as one survey; pull: how much an answer point moves each respondent's index, which rests on item 0."""
    structure = algebra.structure(city.staff, city.valid, RULES)
    count = city.answers.shape[1]
    pulls, index = np.zeros(city.answers.shape), np.full(len(city.staff), np.nan)
    if pull is not None:
        pulls[:, 0] = pull
        index = np.where(pull > 0, 50 + pull * (city.answers[:, 0] - 3), np.nan)
    allowed = np.ones((len(structure.rows), count), dtype=bool)
    return Wave(structure, city.answers, [FIVE] * count, pulls, index, allowed)


def printed_of(structure, answers, keep):
    """What a reader sees, computed anew: per row the three intervals, and the mean where it is shown."""
    counts = tally(structure.shows, answers, FIVE)
    low, high = display.intervals(counts[:, :3], RULES)
    n = counts[:, :3].sum(axis=1)
    coded = display.is_coded(counts[:, :3], RULES).any(axis=1)
    has_mean = means_of(structure) & (n >= RULES.mean_from) & ~coded
    mean = np.where(has_mean, (20 * counts[:, 3] + n) // np.maximum(2 * n, 1), 0)  # half up, in whole numbers
    return np.column_stack([low, high, mean])[keep]


@pytest.mark.parametrize(("seed", "people"), [(1, 240), (2, 500), (3, 900)])
def test_every_witness_prints_the_same_and_moves_its_target(seed, people):
    city = population(seed, people, items=1)
    read = wave(city)
    proven = prove(read, 0, RULES, seed=0)
    proof = proven.proof
    assert proven.unproved == 0 and proof.witnesses
    own = printed_of(read.structure, read.answers[:, 0], proof.print.keep)
    low = high = tally(read.structure.hides, read.answers[:, 0], FIVE)
    for table in proof.witnesses:
        assert ((table > 0) == (read.answers[:, 0] > 0)).all(), "who answered is known and stays"
        assert (printed_of(read.structure, table, proof.print.keep) == own).all()
        found = tally(read.structure.hides, table, FIVE)
        low, high = np.minimum(low, found), np.maximum(high, found)
    assert (high[:, :3] - low[:, :3] >= proof.need[:, :3]).all()


def test_every_index_prints_as_before():
    """Some left an index item blank, so that the others count more; some have no index at all."""
    city = population(4, 400, items=1)
    pull = np.random.default_rng(0).choice([5.0, 6.25, 0.0], 400, p=[0.9, 0.06, 0.04]) * (city.answers[:, 0] > 0)
    read = wave(city, pull)
    proven = prove(read, 0, RULES, seed=0)
    shown = np.flatnonzero(proven.proof.print.indexed & proven.proof.print.keep)
    assert len(shown) and proven.proof.witnesses and proven.unproved == 0

    def told(table):
        index = np.where(pull > 0, 50 + pull * (table - 3), np.nan)
        return [round(float(np.nanmean(index[read.structure.rows[at].people])), 6) for at in shown]

    own = display.tenths(np.array(told(read.answers[:, 0])))
    assert any(told(table) != told(read.answers[:, 0]) for table in proven.proof.witnesses)
    for table in proven.proof.witnesses:
        assert (display.tenths(np.array(told(table))) == own).all()


@pytest.mark.parametrize("seed", [5, 6])
def test_an_attacker_finds_nothing_exact_and_nothing_narrower_than_the_need(seed):
    city = population(seed, 400, items=1)
    read = wave(city)
    proven = prove(read, 0, RULES, seed=0)
    proof, structure = proven.proof, read.structure
    keep = np.flatnonzero(proof.print.keep)
    sets = [structure.rows[at].people for at in keep]
    answered = read.answers[:, 0] > 0
    assert small_sums(sets, answered, RULES.k) == []
    counts = tally(structure.shows, read.answers[:, 0], FIVE)
    low, high = display.intervals(counts[:, :3], RULES)
    prints = [(place, kind, low[at, kind], high[at, kind]) for place, at in enumerate(keep) for kind in range(3)]
    for at, target in enumerate(structure.targets[:12]):
        for kind, (least, most) in enumerate(bounds(sets, prints, target.people, answered)):
            assert most - least >= proof.need[at, kind] - 1e-6, (at, kind, least, most)


def test_the_same_seed_gives_the_same_plan():
    city = population(7, 300, items=1)
    first, second = (prove(wave(city), 0, RULES, seed=3) for _ in range(2))
    assert first.level == second.level and (first.proof.print.keep == second.proof.print.keep).all()
    assert all((a == b).all() for a, b in zip(first.proof.witnesses, second.proof.witnesses, strict=True))
