"""Associations with motivation: who has their own, what goes in, and that drawing departments is drawing people."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from survey_city import city

from dashboard.publish import driver_rows
from dashboard.publish.answers import answers
from dashboard.publish.build import assemble
from dashboard.publish.codebook import codebook
from dashboard.publish.driver_rows import COLUMNS, DEPARTMENTS, predictors_of, scored, theme_points
from dashboard.publish.drivers import shapley
from dashboard.publish.vocabulary import measure_rows
from dashboard.settings import settings

EACH = 12  # respondents of a department
KEYS = ["view", "member"]


def wide_city(departments: int):
    """Bureau D01 of so many departments and D02 of three, answers that go along with one another."""
    kept = city()
    codes = [f"D01{k:02d}" for k in range(departments)] + ["D0201", "D0202", "D0203"]
    units = kept.frames["units"]
    bureaus = units[units["unit"].isin(["D01", "D02"])]
    blank = {"level": "部署", "ward": None, "kind": "本庁", "valid_from": None, "valid_to": None}
    below = [{**blank, "unit": code, "parent": code[:3], "name_ja": f"{code}課", "name_en": code} for code in codes]
    kept.frames["units"] = pd.concat([bureaus, pd.DataFrame(below)], ignore_index=True)
    kept.frames["headcounts"] = kept.frames["headcounts"].iloc[:0]
    kept.frames["survey_results"] = kept.frames["survey_results"].iloc[:0]
    kept.responses = {"2025": people(codes)}
    return kept


def people(codes) -> pd.DataFrame:
    dice = np.random.default_rng(5)
    units = [code for code in codes for _ in range(EACH)]
    mood = dice.normal(size=len(units))
    frame = pd.DataFrame({"respondent": range(len(units)), "unit": units})
    frame = frame.assign(ward=None, grade=None, age=None, dispatched=None).astype(object)
    pulls = {"a1": 1.2, "s1": -0.3, "c2": 0.6, "t01": 0.5} | {f"m{k}": 1.0 for k in range(1, 6)}
    for item, pull in pulls.items():
        scores = np.digitize(pull * mood + dice.normal(size=len(units)), [-1.2, -0.4, 0.4, 1.2]) + 1
        frame[item] = scores.astype(str)
    return frame


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return settings(tmp_path_factory.mktemp("drivers"))


@pytest.fixture(scope="module")
def wide(home):
    return assemble(wide_city(DEPARTMENTS), home)


@pytest.fixture(scope="module")
def asked(home):
    """A survey as it is read: answers and measures."""
    kept = wide_city(DEPARTMENTS)
    items = codebook(kept.frames["questions"], kept.frames["scales"])
    return answers(kept.responses["2025"], items, "2025", {}), measure_rows(items, home)


def test_only_groups_of_many_departments_have_associations_of_their_own(wide, home):
    assert set(wide["drivers"][KEYS].itertuples(index=False, name=None)) == {
        ("city", "all"), ("ward", "HQ"), ("bureau", "D01"),
    }  # fmt: skip
    fewer = assemble(wide_city(DEPARTMENTS - 4), home)["drivers"]
    assert fewer.empty and list(fewer) == COLUMNS, "eleven and three departments: not even the city"


def test_the_shares_are_those_of_respondents_in_whole_percent(wide, asked):
    read, measures = asked
    frame = wide["drivers"].query("view == 'city'").set_index("measure")
    points = np.column_stack([theme_points(read, columns) for columns in predictors_of(measures, read).values()])
    found = shapley(read.index, points)
    assert frame["share"].tolist() == np.floor(100 * found / found.sum() + 0.5).tolist()
    assert set(frame["r2"]) == {int(100 * found.sum() + 0.5)} and abs(frame["share"].sum() - 100) <= 1
    assert (frame["share_lo"] <= frame["share"]).all() and (frame["share"] <= frame["share_hi"]).all()
    assert frame["share"].idxmax() == "theme_atmosphere" and frame["share"].idxmin() == "theme_stress"


def test_a_predictor_never_holds_an_item_of_the_outcome(asked, wide):
    read, measures = asked
    of_index = {at for at, item in enumerate(read.items) if item.in_index}
    found = predictors_of(measures, read)
    assert len(of_index) == 5 and set(found) == {"theme_atmosphere", "theme_stress", "theme_colleagues"}
    assert not of_index & {at for columns in found.values() for at in columns}
    assert set(wide["drivers"]["measure"]) == set(found)
    mixed = measures.assign(theme=measures["theme"].replace({"stress": "motivation"}))
    assert set(predictors_of(mixed, read)) == {"theme_atmosphere", "theme_colleagues"}


def test_a_score_is_the_mean_of_half_of_the_items_at_least(asked):
    read, _ = asked
    columns = [at for at, item in enumerate(read.items) if item.in_index][:4]
    scores = np.zeros((3, len(read.items)), dtype=int)
    scores[:, columns] = [[5, 4, 0, 0], [1, 0, 0, 0], [3, 3, 3, 3]]
    found = theme_points(replace(read, scores=scores), columns)
    assert found[[0, 2]].tolist() == [87.5, 50.0] and np.isnan(found[1])


def test_a_draw_of_departments_is_a_draw_of_their_people(asked):
    """The sums of a draw are those of its respondents, repeated as often as their department was drawn."""
    read, measures = asked
    departments = pd.Series([f"d{k // 7:03d}" for k in range(len(read.index))])
    survey = scored(read, measures, departments)
    moments = survey.moments(np.arange(len(read.index)))
    times = driver_rows.draws(len(moments))[3].astype(int)
    drawn = np.concatenate([np.flatnonzero(departments == f"d{k:03d}").repeat(n) for k, n in enumerate(times)])
    drawn = drawn[survey.is_complete[drawn]]
    shares, _ = driver_rows.bootstrapped(moments)
    assert shares[3] == pytest.approx(shapley(survey.values[drawn, 1], survey.values[drawn, 2:]))


def test_two_publications_tell_the_same(wide, home):
    driver_rows.draws.cache_clear()
    pd.testing.assert_frame_equal(assemble(wide_city(DEPARTMENTS), home)["drivers"], wide["drivers"])


def test_a_group_whose_index_is_withheld_tells_nothing(wide):
    cells = wide["cells"]
    of_bureau = (cells["view"] == "bureau") & (cells["member"] == "D01") & (cells["measure"] == "motivation")
    hidden = cells.assign(status=cells["status"].where(~of_bureau, "秘匿"))
    measures = ["motivation", *wide["drivers"]["measure"].unique()]
    assert ("bureau", "D01") in driver_rows.open_members(cells[cells["wave"] == "2025"], measures)
    assert ("bureau", "D01") not in driver_rows.open_members(hidden[hidden["wave"] == "2025"], measures)
