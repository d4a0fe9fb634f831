"""What the silent may change: margins met, bounds by hand, and the figures that raking the answers would give."""

import numpy as np
import pandas as pd
import pytest

from dashboard.publish import nonresponse
from dashboard.publish.answers import answers, members_of
from dashboard.publish.build import read_kept, silent
from dashboard.publish.codebook import codebook
from dashboard.publish.nonresponse import BLANK, MARGINS
from dashboard.publish.plan.lattice import rules
from dashboard.publish.plan.waves import attributes
from dashboard.publish.survey import staff_asked
from dashboard.publish.units import BUREAU_LEVEL, organisation, wave_day

CELL = {"wave": "2025", "measure": "motivation", "status": "表示"}
MEASURES = pd.DataFrame({"measure": ["motivation", "response_rate"], "kind": ["index", "rate"]})


def cells(*rows):
    """Rows of (view, member, value, n, asked), each with an interval of 2 points on either side."""
    frame = pd.DataFrame(rows, columns=["view", "member", "value", "n", "asked"]).assign(**CELL)
    frame = frame.assign(lo=frame["value"] - 2, hi=frame["value"] + 2)
    return frame.astype({"asked": "Int64", "n": "Int64"})


def people(*groups):
    """(count, ward, bureau, grade) of respondents."""
    rows = [{"ward": w, "bureau": b, "grade": g, "age": BLANK} for count, w, b, g in groups for _ in range(count)]
    return pd.DataFrame(rows)


def test_bounds_are_those_of_the_style_guide():
    told = nonresponse.rows(cells(("city", "all", 57.7, 5325, 7500), ("ward", "A", 60.0, 30, 40)), [], MEASURES)
    city, ward = told.to_dict("records")
    assert (round(city["least"]), round(city["most"])) == (41, 70)
    assert (ward["least"], ward["most"]) == (45, 70)
    assert np.isnan(city["raked"]) and np.isnan(city["design_effect"])


def test_nothing_is_told_where_the_roster_is_unknown():
    told = nonresponse.rows(cells(("city", "all", 57.7, 5325, 7500), ("ward", "A", 60.0, 30, None)), [], MEASURES)
    assert set(told["view"]) == {"city"}
    assert nonresponse.respondents(people((5, "A", "X", "1")), {("bureau", "Y"): 9}) is None


def test_weights_meet_the_roster_and_who_did_not_say_keeps_theirs():
    answered = people((60, "A", "X", "1"), (20, "A", "Y", "2"), (10, "B", "Y", "1"), (10, "B", BLANK, "2"))
    staff = {("bureau", "X"): 100, ("bureau", "Y"): 80, ("grade", "1"): 108, ("grade", "2"): 72}
    found = nonresponse.respondents(answered, staff)
    by_bureau = pd.Series(found.weights).groupby(answered["bureau"]).sum()
    assert by_bureau["X"] / by_bureau["Y"] == pytest.approx(100 / 80)
    assert by_bureau[BLANK] == pytest.approx(10)
    assert pd.Series(found.weights).groupby(answered["grade"]).sum().tolist() == pytest.approx([60, 40])


def test_the_raked_figure_follows_the_printed_ones():
    """Two bureaus, 50 of 50 and 50 of 150 answered, 40 and 60 points: the staff's mean is 55, the respondents' 50."""
    answered = people((50, "A", "X", "1"), (50, "B", "Y", "1"))
    staff = {("bureau", "X"): 50, ("bureau", "Y"): 150}
    printed = cells(("city", "all", 50.0, 100, 200), ("ward", "A", 40.0, 50, 50), ("ward", "B", 60.0, 50, 150),
                    ("bureau", "X", 40.0, 50, 50), ("bureau", "Y", 60.0, 50, 150))  # fmt: skip
    part = nonresponse.weighed(printed, nonresponse.respondents(answered, staff), MEASURES)
    told = nonresponse.rows(printed, [part], MEASURES).set_index("member")
    assert told["raked"].to_dict() == {"all": 55.0, "A": 40.0, "B": 60.0}
    assert told["design_effect"].to_dict() == {"all": 1.25, "A": 1.0, "B": 1.0}
    assert told.loc["all", ["raked_lo", "raked_hi"]].tolist() == [52.8, 57.2]  # 2 points and the root of 1.25


@pytest.fixture(scope="module")
def demo_raking(demo_home):
    """(attributes, answers, staff) of the demo's latest survey, and its tables."""
    kept = read_kept(demo_home, silent)
    frames, release = kept.frames, rules(demo_home.release)
    wave = next(row for row in frames["waves"].to_dict("records") if row["wave"] == "2025")
    organised = organisation(frames["units"], wave_day(wave))
    frame = kept.responses["2025"]
    read = answers(frame, codebook(frames["questions"], frames["scales"]), "2025", members_of(frame, organised))
    departments = set(frames["units"].loc[frames["units"]["level"] != BUREAU_LEVEL, "unit"])
    return attributes(frame, read, departments, release), read, staff_asked(frames["headcounts"], "2025")


def test_the_demos_weights_meet_every_margin_of_its_roster(demo_raking):
    said, _, staff = demo_raking
    found = nonresponse.respondents(said, staff)
    for name in MARGINS:
        weights = pd.Series(found.weights).groupby(said[name]).sum().drop(BLANK, errors="ignore")
        roster = pd.Series({member: n for (view, member), n in staff.items() if view == name})
        assert (weights / weights.sum()).to_dict() == pytest.approx((roster / roster.sum()).to_dict(), abs=1e-6)
    assert found.weights.max() <= 5 * np.median(found.weights)


def test_the_demos_raked_index_is_that_of_its_answers(demo_raking, demo_edition):
    said, read, staff = demo_raking
    found, known = nonresponse.respondents(said, staff), ~np.isnan(read.index)
    told = demo_edition.query(
        "SELECT member, raked FROM nonresponse WHERE wave = '2025' AND measure = 'motivation' ORDER BY member"
    )
    assert len(told) == 7
    for member, raked in told.itertuples(index=False):
        inside = known & found.of("city" if member == "all" else "ward", member)
        straight = np.average(read.index[inside], weights=found.weights[inside])
        assert raked == pytest.approx(straight, abs=0.15 if member == "all" else 0.25)
