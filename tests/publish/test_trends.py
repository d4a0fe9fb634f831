"""Where a line breaks because the organisation changed."""

import datetime

import pandas as pd

from dashboard.publish.trends import changed_sets, reorganised
from dashboard.publish.units import organisation

HELD = ["2019", "2021"]


def unit(code, parent, since=None, until=None):
    days = {"valid_from": since, "valid_to": until}
    return {"unit": code, "parent": parent, "level": "部署" if parent else "局", "ward": None, **days}


MARCH, APRIL = datetime.date(2021, 3, 31), datetime.date(2021, 4, 1)
UNITS = pd.DataFrame(
    [
        unit("D01", None), unit("D02", None), unit("D03", None), unit("D04", None, since=APRIL),
        unit("X1", "D01", until=MARCH), unit("X1", "D02", since=APRIL), unit("X2", "D03"), unit("X3", "D03"),
    ]
).astype(object)  # fmt: skip


def breaks(*changes):
    organised = {wave: organisation(UNITS, datetime.date(int(wave), 7, 1)) for wave in HELD}
    return reorganised(pd.DataFrame(changes, columns=["old", "new", "wave", "kind"]), organised, HELD)


def test_a_unit_that_moves_breaks_both_bureaus_at_the_next_survey_held():
    assert breaks(("X1", "X1", "2020", "移管")) == [("2021", "D01"), ("2021", "D02")]


def test_a_new_bureau_breaks_with_the_one_it_came_from():
    assert breaks(("D03", "D04", "2021", "分割")) == [("2021", "D03"), ("2021", "D04")]


def test_a_new_name_and_a_change_inside_one_bureau_break_nothing():
    assert breaks(("X1", "X1", "2021", "改称"), ("X2", "X3", "2021", "統合")) == []


def test_a_change_before_the_first_or_after_the_last_survey_breaks_nothing():
    assert breaks(("X1", "X1", "2019", "移管"), ("X1", "X1", "2022", "移管")) == []


def test_a_score_made_of_other_items_is_another_score():
    sets = {"2019": {"t": frozenset("ab"), "u": frozenset("a")}, "2021": {"t": frozenset("ac"), "u": frozenset("a")}}
    assert changed_sets(sets, HELD) == [("2021", "t")]
    sets["2019"] = {}
    assert changed_sets(sets, HELD) == []
