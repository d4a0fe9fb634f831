"""A correction beside what is out: nobody added, removed or changed is told apart by the two together."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from population import RULES, population

from dashboard.publish.plan import algebra, revisions


def two_releases(seed, people, leave, come):
    """(everybody, first release, places of the correction's people) of a city some leave and some join."""
    city = population(seed, people)
    first = np.arange(people - come)
    dice = np.random.default_rng(seed)
    gone = dice.choice(first, leave, replace=False)
    own = np.setdiff1d(np.arange(people), gone)
    return city, first, own


def both(city, first, own):
    """(rows of the first release, structure of the correction behind them)."""
    before = algebra.structure(city.staff.iloc[first], city.valid[first], RULES)
    out = revisions.release(before, np.ones((len(before.rows), 3), dtype=bool), first)
    groups = {block.key: block.groups for block in before.blocks}
    return out, revisions.structure(city.staff, city.valid, own, [out], RULES, groups)


@given(st.integers(0, 10**6), st.integers(250, 900), st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=15)
def test_no_sum_or_difference_of_two_or_three_figures_of_both_releases_is_a_few_people(seed, people, leave, come):
    city, first, own = two_releases(seed, people, leave, come)
    try:
        out, found = both(city, first, own)
    except revisions.TooFewChangedError:
        assert leave + come < 3 * RULES.k, "a large correction can always be shown, at least for the whole city"
        return
    vectors = np.zeros((len(found.rows), people), dtype=int)
    for at, row in enumerate(found.rows):
        vectors[at, row.people] = 1
    past = len(out.rows)
    for old in range(past):
        for new in range(past, len(vectors)):
            differ = np.abs(vectors[old] - vectors[new]).sum()
            assert differ == 0 or differ >= RULES.k
    unlike = [at for at in range(past) if len(found.rows[at].people) < 60][:12]
    for one, two in combinations(unlike, 2):
        for new in range(past, len(vectors)):
            for rest in (vectors[one] + vectors[two] - vectors[new], vectors[new] - vectors[one] - vectors[two]):
                is_set = set(np.unique(rest)) <= {0, 1}
                assert not is_set or not 0 < rest.sum() < RULES.k
    assert not algebra.solvable(found.shows.tocsr(), found.hides.tocsr())
    sets = {people.tobytes() for people in found.targets}
    assert len(sets) == len(found.targets)


def test_where_a_group_crosses_ten_the_smaller_stays_withheld():
    """Nine of a department answered, then thirteen; elsewhere twenty were added: the nine are not to be had."""
    rows = [("b", "x", 9), ("b", "y", 60), ("b", "z", 40), ("c", "u", 50), ("c", "v", 45)]
    late = [("b", "x", 4), ("c", "u", 20), ("b", "y", 15)]
    staff = pd.DataFrame(
        [(bureau, unit) for part in (rows, late) for bureau, unit, n in part for _ in range(n)],
        columns=["bureau", "department"],
    ).assign(ward="w", grade="g", age="a", dispatched="no")
    valid = np.ones((len(staff), 1), dtype=bool)
    first = np.arange(sum(n for *_, n in rows))
    before = algebra.structure(staff.iloc[first], valid[first], RULES)
    out = revisions.release(before, np.ones((len(before.rows), 1), dtype=bool), first)
    groups = {block.key: block.groups for block in before.blocks}
    found = revisions.structure(staff, valid, np.arange(len(staff)), [out], RULES, groups)
    own = {row.group for row in found.rows[len(before.rows) :] if row.block.view.name == "department"}
    assert ("x",) not in own and {("u",), ("v",)} <= own
    grown = revisions.structure(staff, valid, np.arange(len(staff)), [out], RULES)
    assert ("x",) not in {row.group for row in grown.rows[len(before.rows) :]}, (
        "alone, the nine would be thirteen less four"
    )


def test_everybody_is_known_again_by_all_that_was_said():
    first = pd.DataFrame({"unit": ["a", "a", "b", None], "m1": ["1", "1", "2", "3"]})
    second = pd.DataFrame({"unit": ["b", "a", "a", "a", None], "m1": ["2", "1", "1", "1", "4"]})
    people, (one, two) = revisions.universe([first, second])
    assert one.tolist() == [0, 1, 2, 3] and two.tolist() == [2, 0, 1, 4, 5], "a third like the two is a new person"
    assert people["m1"].tolist() == ["1", "1", "2", "3", "1", "4"]


@pytest.mark.parametrize(("leave", "come"), [(0, 0), (25, 30)])
def test_a_correction_that_changes_nobody_or_many_shows_the_city(leave, come):
    city, first, own = two_releases(1, 500, leave, come)
    out, found = both(city, first, own)
    assert [len(row.people) for row in found.rows[len(out.rows) :]][0] == 500 - leave
