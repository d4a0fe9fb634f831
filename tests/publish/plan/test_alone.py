"""One target moved by itself: by its need, and what prints otherwise is what was paid for, the cheapest first."""

import numpy as np
import pytest
from population import RULES, population, survey

from dashboard.publish.plan.alone import goal, settle, table_moving, withdraw
from dashboard.publish.plan.proving import print_of, proof_of
from dashboard.publish.plan.withdrawal import prices
from dashboard.publish.plan.witness import tally


@pytest.fixture(scope="module")
def read():
    return survey(population(21, 200, items=1, blank=0.02))


def settled(read):
    """The proof of the item as far as it goes while everything is shown."""
    proof = proof_of(read, 0, print_of(read, 0, RULES))
    settle(proof, proof.answers > 0)
    return proof


def test_a_table_moves_its_target_by_its_need_and_changes_only_what_was_paid_for(read):
    proof, price = settled(read), prices(read.structure, RULES, released=3)
    assert np.isinf(price[:3]).all() and np.isfinite(price[3:]).all() and proof.open().any()
    paid = 0
    for target, column in np.argwhere(proof.open()):
        table = table_moving(proof, target, column, True, proof.answers > 0, price)
        alike = proof.alike(table)
        assert alike[:3].all()
        paid += not alike.all()
        own = tally(read.structure.hides, table, proof.scale)[target, column] - proof.own[target, column]
        least, most = goal(proof, target, column, True)
        assert 0 < least <= own <= most
    assert paid


def test_few_figures_are_given_up_and_none_that_has_no_price(read):
    proof = settled(read)
    withdraw(proof, proof.answers > 0, prices(read.structure, RULES, 0))
    assert not proof.open().any() and 0 < (~proof.print.keep).sum() <= 5 and proof.print.keep[0]
    dear = settled(read)
    withdraw(dear, dear.answers > 0, np.full(len(dear.print.keep), np.inf))
    assert dear.print.keep.all() and dear.open().any()


def test_the_price_of_a_view():
    structure = survey(population(22, 240, items=1)).structure
    price = dict(zip([row.block.view.name for row in structure.rows], prices(structure, RULES, 0), strict=True))
    assert np.isinf(price["city"])
    assert price["ward"] == price["bureau"] > price["grade"] == price["age"] > price["department"] > price["ward_age"]
