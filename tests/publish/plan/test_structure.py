"""Which groups are shown: small ones joined, one recode for all parents, nothing found by subtraction."""

import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from population import LATTICE, RULES, population

from dashboard.publish.plan import algebra, certificates, groups
from dashboard.publish.plan.lattice import Rules, View, rules

GRADES = (View("grade", (), "grade", True), View("pair", ("ward",), "grade", True))


def everyone(staff):
    return np.ones((len(staff), 1), dtype=bool)


def people(**counts):
    """Staff of one attribute: value -> how many."""
    return pd.DataFrame({"unit": [value for value, n in counts.items() for _ in range(n)]})


def shown(structure, view):
    return [row.group for row in structure.rows if row.block.view.name == view]


def test_a_small_group_joins_its_smallest_sibling():
    lattice = Rules((View("city"), View("unit", (), "unit")))
    staff = people(a=40, b=25, c=6, d=60)
    found = algebra.structure(staff, everyone(staff), lattice)
    assert shown(found, "unit") == [("a",), ("b", "c"), ("d",)], "6 + 25 make 31; 6 alone, or 6 + 60, would not be it"


def test_a_joined_group_has_twenty_or_more():
    lattice = Rules((View("city"), View("unit", (), "unit")))
    staff = people(a=40, b=9, c=6, d=60)
    assert shown(algebra.structure(staff, everyone(staff), lattice), "unit") == [("a", "b", "c"), ("d",)]


def test_ordered_views_join_neighbours_only():
    lattice = Rules((View("city"), View("unit", (), "unit", ordered=True)))
    staff = people(a=11, b=50, c=4, d=60)
    assert shown(algebra.structure(staff, everyone(staff), lattice), "unit") == [("a",), ("b", "c"), ("d",)]


def test_one_recode_for_all_parents():
    """Grade z is small in one ward only; cut in that ward alone, the city's z less the other wards' would be it."""
    rows = [("p", "x", 40), ("p", "y", 30), ("p", "z", 3), ("q", "x", 40), ("q", "y", 30), ("q", "z", 30)]
    staff = pd.DataFrame([(ward, grade) for ward, grade, n in rows for _ in range(n)], columns=["ward", "grade"])
    views = (View("city"), View("ward", (), "ward"), *GRADES)
    found = algebra.structure(staff, everyone(staff), Rules(views))
    pairs = {block.parent: block.groups for block in found.blocks if block.view.name == "pair"}
    assert pairs[("p",)] == pairs[("q",)] == [("x",), ("y", "z")]
    assert shown(found, "grade") == [("x",), ("y",), ("z",)]


def test_a_pair_joined_for_other_parents_is_taken_apart_where_nothing_is_found():
    """Grade z is small in p alone; with a third ward that keeps y and z joined, q may show its own."""
    wards = {"p": (40, 30, 3), "q": (40, 30, 30), "r": (40, 30, 30)}
    cells = [(ward, grade, n) for ward, sizes in wards.items() for grade, n in zip("xyz", sizes, strict=True)]
    staff = pd.DataFrame([(ward, grade) for ward, grade, n in cells for _ in range(n)], columns=["ward", "grade"])
    views = (View("city"), View("ward", (), "ward"), *GRADES)
    found = algebra.structure(staff, everyone(staff), Rules(views))
    pairs = {block.parent: block.groups for block in found.blocks if block.view.name == "pair"}
    apart = [ward for (ward,), groups_ in pairs.items() if ("z",) in groups_]
    assert apart in (["q"], ["r"]), "one of the two: both would leave p its three by subtraction"
    assert not algebra.solvable(found.shows.tocsr(), found.hides.tocsr())


def test_a_target_made_by_two_views_is_taken_apart():
    """A bureau and a ward that hold the same people but four: shown together they would give those four away."""
    staff = pd.DataFrame({"bureau": ["b"] * 30 + ["c"] * 60, "ward": ["w"] * 26 + ["v"] * 64})
    views = (View("city"), View("bureau", (), "bureau"), View("ward", (), "ward"))
    found = algebra.structure(staff, everyone(staff), Rules(views))
    assert len(found.rows) < 5 and not algebra.solvable(found.shows.tocsr(), found.hides.tocsr())


def test_people_who_did_not_say_are_a_cell_like_any_other():
    lattice = Rules((View("city"), View("unit", (), "unit")))
    staff = people(a=40, b=50).reindex(range(93)).fillna(groups.BLANK)
    assert shown(algebra.structure(staff, everyone(staff), lattice), "unit") == [("", "a"), ("b",)]


def test_a_next_wave_keeps_a_joined_group_until_every_cell_of_it_is_large():
    lattice = Rules((View("city"), View("unit", (), "unit")))
    first = people(a=40, b=25, c=6, d=60)
    before = {block.key: block.groups for block in algebra.structure(first, everyone(first), lattice).blocks}
    second = people(a=8, b=25, c=15, d=60, e=35)
    found = algebra.structure(second, everyone(second), lattice, before)
    assert shown(found, "unit") == [("a", "e"), ("b", "c"), ("d",)], "c could stand alone, but b and c stay together"
    third = people(a=40, b=25, c=20, d=60, e=40)
    apart = algebra.structure(third, everyone(third), lattice, before)
    assert shown(apart, "unit") == [("a",), ("b",), ("c",), ("d",), ("e",)], (
        "both are as large as a joined group must be"
    )


def test_a_plan_of_these_people_is_taken_as_it_is_and_a_false_one_is_not_believed():
    city = population(11, 600, blank=0.03)
    city.staff.loc[::15, "ward"] = groups.BLANK
    own = algebra.structure(city.staff, city.valid, RULES)
    kept = json.loads(json.dumps(certificates.joined_of(own)))
    assert "na" in kept["ward_age"]
    plan = certificates.Certificate("2025", 600, 0, "", {}, kept, {})
    again = algebra.structure(city.staff, city.valid, RULES, known=plan.groups())
    assert [block.groups for block in again.blocks] == [block.groups for block in own.blocks]
    nothing = algebra.structure(city.staff, city.valid, RULES, known={})
    assert not algebra.solvable(nothing.shows.tocsr(), nothing.hides.tocsr()), "joined until nothing can be found"


@settings(max_examples=15, database=None)
@given(st.integers(0, 10_000), st.integers(200, 1200), st.sampled_from([0.0, 0.01]))
def test_no_target_is_a_sum_of_shown_groups_and_none_is_small(seed, size, blank):
    city = population(seed, size, blank=blank)
    found = algebra.structure(city.staff, city.valid, RULES)
    assert all(city.valid[row.people].sum(axis=0).min() >= RULES.k for row in found.rows)
    assert not algebra.solvable(found.shows.tocsr(), found.hides.tocsr())
    whole = {row.group for row in found.rows if row.block.view.name == "city"}
    assert whole == {("all",)}
    assert all(city.valid[people].sum(axis=0).min() < RULES.k for people in found.targets)


def test_the_rules_are_read_and_k_is_never_below_five():
    read = rules(
        {
            "k": 3,
            "lattice": [{"name": "city"}, {"name": "ward_age", "inside": ["ward"], "split": "age", "ordered": True}],
        }
    )
    assert read.k == 5 and read.views[1] == View("ward_age", ("ward",), "age", True)
    assert read.attributes == ["ward", "age"] and len(LATTICE) == 11


@pytest.mark.parametrize("values", [["a"], ["a", "b", "c"]])
def test_runs_are_all_cuts_of_an_ordered_list(values):
    found = list(groups.runs(values))
    assert len(found) == 2 ** (len(values) - 1) and all(sum(map(list, cut), []) == values for cut in found)
