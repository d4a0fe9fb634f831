"""Witnesses are other tables with the same print."""

from dataclasses import replace

import numpy as np
import pytest
from population import FIVE, RULES, population, survey

from dashboard.publish.plan import display
from dashboard.publish.plan.proving import means_of, print_of, proof_of, prove, unproved
from dashboard.publish.plan.search import moves_of
from dashboard.publish.plan.witness import Scale, tally


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
    read = survey(city)
    proof = prove(read, 0, RULES, seed=0)
    assert unproved(proof) == 0 and proof.witnesses
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
    index = np.where(pull > 0, 50 + pull * (city.answers[:, 0] - 3), np.nan)
    read = replace(survey(city), pulls=pull[:, None], index=index)
    proof = prove(read, 0, RULES, seed=0)
    shown = np.flatnonzero(proof.print.indexed & proof.print.keep)
    assert len(shown) and proof.witnesses and unproved(proof) == 0

    def told(table):
        index = np.where(pull > 0, 50 + pull * (table - 3), np.nan)
        return [round(float(np.nanmean(index[read.structure.rows[at].people])), 6) for at in shown]

    own = display.tenths(np.array(told(read.answers[:, 0])))
    assert any(told(table) != told(read.answers[:, 0]) for table in proof.witnesses)
    for table in proof.witnesses:
        assert (display.tenths(np.array(told(table))) == own).all()


def test_the_same_seed_gives_the_same_plan():
    city = population(7, 300, items=1)
    first, second = (prove(survey(city), 0, RULES, seed=3) for _ in range(2))
    assert (first.print.keep == second.print.keep).all()
    assert all((a == b).all() for a, b in zip(first.witnesses, second.witnesses, strict=True))


def test_between_a_class_and_one_the_scale_lacks_there_is_no_move():
    halves = Scale(np.array([-1, 0, 2]), np.array([0, 1, 2]), (True, False, True))
    city = population(1, 240, items=1)
    city.answers[:] = np.where(city.answers > 3, 2, np.minimum(city.answers, 1))
    read = replace(survey(city), scales=[halves])
    shown = print_of(read, 0, RULES)
    silent = replace(shown, means=np.zeros_like(shown.means))
    proof = proof_of(read, 0, silent)
    everybody = proof.answers > 0
    assert len(moves_of(proof, proof.answers, (1, 2), everybody).people) == 0
    assert len(moves_of(proof, proof.answers, (0, 2), everybody).people) == everybody.sum()
