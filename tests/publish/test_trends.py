"""Where a line breaks because the organisation changed."""

import datetime

import pandas as pd
import pytest

from dashboard.publish.estimate import mean_difference, share_difference
from dashboard.publish.trends import break_rows, changed_sets, differences, enough, news_of, reorganised
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
    assert breaks(("X1", "X1", "2020", "移管")) == [("2021", "bureau", "D01"), ("2021", "bureau", "D02")]


def test_a_new_bureau_breaks_with_the_one_it_came_from():
    found = breaks(("D03", "D04", "2021", "分割"))
    assert [row for row in found if row[1] == "bureau"] == [("2021", "bureau", "D03"), ("2021", "bureau", "D04")]


def test_a_new_name_and_a_change_inside_one_bureau_break_nothing():
    assert breaks(("X1", "X1", "2021", "改称")) == []
    merged = breaks(("X2", "X3", "2021", "統合"))
    assert merged == [("2021", "department", "X2"), ("2021", "department", "X3")], "its bureau stays what it was"


def test_a_break_reaches_every_member_that_holds_the_unit():
    members = [("bureau", "D01"), ("bureau", "D02"), ("bureau_grade", "D01|1+2"), ("department", "X1+X2")]
    members = pd.DataFrame([*members, ("department", "X3")], columns=["view", "member"])
    found = break_rows([], [("2021", "bureau", "D01"), ("2021", "department", "X2")], members)
    touched = [("bureau", "D01"), ("bureau_grade", "D01|1+2"), ("department", "X1+X2")]
    assert list(found[["view", "member"]].itertuples(index=False, name=None)) == touched


def test_a_change_before_the_first_or_after_the_last_survey_breaks_nothing():
    assert breaks(("X1", "X1", "2019", "移管"), ("X1", "X1", "2022", "移管")) == []


def test_a_score_made_of_other_items_is_another_score():
    sets = {"2019": {"t": frozenset("ab"), "u": frozenset("a")}, "2021": {"t": frozenset("ac"), "u": frozenset("a")}}
    assert changed_sets(sets, HELD) == [("2021", "t")]
    sets["2019"] = {}
    assert changed_sets(sets, HELD) == []


def test_a_change_needs_its_answers_in_both_surveys():
    kinds = {"a1": "item", "theme_x": "theme", "motivation": "index", "response_rate": "rate"}
    for measure, least in (("a1", 30), ("theme_x", 20), ("motivation", 20), ("response_rate", 15)):
        both = pd.DataFrame({"measure": measure, "n": [least, 500, least], "old_n": [500, least - 1, least]})
        assert enough(both, kinds, 15).tolist() == [True, False, True]


def test_differences_are_those_of_means_or_of_shares_by_what_is_known():
    row = {"value": 80.0, "old_value": 60.0, "lo": 69.1817, "hi": 87.69, "old_lo": 49.0, "old_hi": 70.0}
    share = {**row, "measure": "a1", "se": None, "old_se": None}
    mean = {**row, "measure": "motivation", "se": 3.0, "old_se": 4.0}
    mixed, rate = {**mean, "old_se": None}, {**share, "measure": "response_rate", "lo": None}
    found = differences(pd.DataFrame([share, mean, mixed, rate]).astype({"se": float, "old_se": float, "lo": float}))
    expected = share_difference(80.0, (69.1817, 87.69), 60.0, (49.0, 70.0))
    assert tuple(found.loc[0]) == pytest.approx(expected)
    assert tuple(found.loc[1]) == pytest.approx(mean_difference(80.0, 3.0, 60.0, 4.0))
    assert found.loc[2].isna().all() and found.loc[3, "change"] == 20 and found.loc[3].isna().sum() == 2


def test_news_is_what_stays_in_its_own_family():
    """One change in twenty at p = .04 is no news; the same change alone is. Families do not touch each other."""
    quiet = [{"wave": "2025", "view": "ward", "measure": "a1", "change": 0.5, "change_lo": -1, "change_hi": 2}] * 19
    near = {"wave": "2025", "view": "ward", "measure": "a1", "change": 2.1, "change_lo": 0.1, "change_hi": 4.1}
    alone = {**near, "measure": "a2"}
    count = {**near, "measure": "response_rate", "change_lo": None, "change_hi": None}
    found = news_of(
        pd.DataFrame([*quiet, near, alone, count]).astype({"change_lo": float, "change_hi": float})
    ).tolist()
    assert found[:20] == [False] * 20 and found[20] is True and found[21] is None
