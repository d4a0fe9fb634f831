"""The cells of the small city, each counted again by hand from its answers."""

import datetime
import math

import pandas as pd
import pytest

from dashboard.publish.build import assemble
from dashboard.publish.units import organisation

FAVOURABLE = {"4", "5"}
VALID = {"1", "2", "3", "4", "5"}
DAYS = ("2020-03-31", "2020-04-01", "2021-03-31", "2021-04-01")
INDEX = ["m1", "m2", "m3", "m4", "m5"]


@pytest.fixture
def cell(small_frames):
    cells = small_frames["cells"].set_index(["wave", "view", "member", "measure"])

    def find(*key):
        return cells.loc[key].to_dict()

    return find


def test_every_survey_member_and_measure_has_a_cell(small_frames):
    sizes = {name: len(small_frames[name]) for name in ("waves", "members", "measures")}
    assert sizes == {"waves": 4, "members": 1 + 3 + 3 + 4, "measures": 11 + 1 + 10}
    assert len(small_frames["cells"]) == math.prod(sizes.values())


def stepped(count: int, n: int) -> float:
    """A share as it is printed of fewer than 300 people: the nearest three people, in percent."""
    return 100 * 3 * round(count / 3) / n


def test_an_item_counts_answers_and_leaves_out_blank_and_do_not_know(cell, small_city):
    answers = [code for code in small_city.responses["2025"]["a1"] if code in VALID]
    found = cell("2025", "city", "all", "a1")
    assert found["n"] == len(answers) < len(small_city.responses["2025"])
    assert found["value"] == found["fav"] == pytest.approx(stepped(sum(c in FAVOURABLE for c in answers), len(answers)))
    assert found["neu"] == pytest.approx(stepped(answers.count("3"), len(answers)))
    assert found["mean"] == pytest.approx(round(sum(map(int, answers)) / len(answers), 1))
    assert found["lo"] < found["value"] < found["hi"]


def test_a_reversed_item_is_recoded_once(cell, small_city):
    answers = [int(code) for code in small_city.responses["2025"]["s1"] if code in VALID]
    found = cell("2025", "city", "all", "s1")
    assert found["fav"] == pytest.approx(stepped(sum(code <= 2 for code in answers), len(answers)))
    assert found["unf"] == pytest.approx(stepped(sum(code >= 4 for code in answers), len(answers)))
    assert found["mean"] == pytest.approx(round(6 - sum(answers) / len(answers), 1))
    assert cell("2025", "city", "all", "theme_stress")["value"] == pytest.approx(found["value"])


def test_the_index_is_a_mean_of_respondents_with_four_of_five_answers(cell, small_city):
    scores = []
    for row in small_city.responses["2025"][INDEX].itertuples(index=False):
        steps = [25 * (int(code) - 1) for code in row if code in VALID]
        if len(steps) >= 4:
            scores.append(sum(steps) / len(steps))
    found = cell("2025", "city", "all", "motivation")
    assert (found["n"], found["asked"]) == (len(scores), 313)
    assert found["value"] == pytest.approx(round(sum(scores) / len(scores), 1))


def test_a_theme_is_the_mean_of_its_items_and_counts_who_answered_any(cell, small_city):
    shares = [cell("2025", "bureau", "D01", item)["value"] for item in INDEX]
    people = small_city.responses["2025"]
    people = people[people["unit"] == "D0101"][INDEX]
    found = cell("2025", "bureau", "D01", "theme_motivation")
    assert found["value"] == pytest.approx(sum(shares) / 5)
    assert found["n"] == people.isin(VALID).any(axis=1).sum()


def test_a_trait_is_its_item_under_another_name(cell):
    item, trait = cell("2025", "city", "all", "t01"), cell("2025", "city", "all", "trait_t01")
    same = ("value", "lo", "hi", "n", "asked", "change", "change_lo", "bound")
    assert {key: item[key] for key in same} == {key: trait[key] for key in same}


def test_response_rate_is_a_count_of_all(cell):
    found = cell("2025", "city", "all", "response_rate")
    assert (found["n"], found["asked"], found["value"]) == (252, 313, pytest.approx(100 * 252 / 313))
    assert math.isnan(found["lo"]) and not math.isnan(found["change"]) and math.isnan(found["change_lo"])


def test_ward_is_the_units_and_none_is_the_head_office(cell):
    shown = {ward: cell("2025", "ward", ward, "response_rate")["n"] for ward in ("99101", "99102", "HQ")}
    assert shown == {"99101": 72, "99102": 48, "HQ": 120 + 12}


def test_change_skips_the_year_without_survey(cell):
    new, old = cell("2025", "city", "all", "motivation"), cell("2023", "city", "all", "motivation")
    assert cell("2024", "city", "all", "motivation")["status"] == "データなし"
    assert new["change"] == pytest.approx(new["value"] - old["value"])
    assert new["change_lo"] < new["change"] < new["change_hi"]


def test_results_only_have_intervals_for_items_alone(cell):
    item, index = cell("2022", "city", "all", "a1"), cell("2022", "city", "all", "motivation")
    theme = cell("2022", "city", "all", "theme_motivation")
    assert (item["value"], item["mean"], item["n"]) == (51.3, 3.31, 250) and item["lo"] < 51.3 < item["hi"]
    assert (index["value"], index["n"]) == (58.7, 250) and math.isnan(index["lo"])
    assert theme["value"] == pytest.approx(51.3) and math.isnan(theme["lo"])
    assert cell("2022", "city", "all", "response_rate")["value"] == pytest.approx(100 * 250 / 313)
    assert not math.isnan(cell("2023", "city", "all", "a1")["change_lo"])
    assert math.isnan(cell("2023", "city", "all", "motivation")["change"])


def test_nine_people_are_withheld_with_the_next_smallest_bureau(cell):
    states = {bureau: cell("2022", "bureau", bureau, "a1")["status"] for bureau in ("D01", "D02", "D03")}
    assert states == {"D01": "秘匿", "D02": "表示", "D03": "秘匿"}
    hidden = cell("2022", "bureau", "D03", "response_rate")
    told = {key for key, value in hidden.items() if value == value and value is not None}
    assert told == {"status", "wider_view", "wider_member"}
    assert (hidden["wider_view"], hidden["wider_member"]) == ("city", "all")


def test_items_of_other_years_have_no_data(cell):
    assert cell("2022", "city", "all", "c2")["status"] == "データなし"
    assert cell("2025", "city", "all", "c2_old")["status"] == "データなし"
    assert cell("2022", "bureau", "D03", "c2")["status"] == "データなし"


def test_a_reworded_item_breaks_its_line_and_its_themes(cell, small_frames):
    breaks = set(small_frames["breaks"].itertuples(index=False, name=None))
    measures = ("c2", "theme_colleagues")
    assert breaks == {
        ("2023", view, "*", measure, "設問変更")
        for view in ("city", "ward", "bureau", "department")
        for measure in measures
    }
    assert cell("2023", "city", "all", "theme_colleagues")["status"] == "表示"
    assert math.isnan(cell("2023", "city", "all", "theme_colleagues")["change"])


def test_unknown_roster_means_no_correction_and_no_rate(small_city, small_home):
    small_city.frames["headcounts"] = small_city.frames["headcounts"].query("dimension != 'city'")
    cells = assemble(small_city, small_home)["cells"].set_index(["wave", "view", "member", "measure"])
    known = cells.loc["2025", "bureau", "D01", "a1"]
    unknown = cells.loc["2025", "city", "all", "a1"]
    assert known["asked"] == 150 and unknown.isna()["asked"]
    assert unknown["status"] == "表示" and unknown["lo"] < unknown["value"]
    assert cells.loc["2025", "city", "all", "response_rate"]["status"] == "データなし"


def test_a_reorganised_bureau_is_not_compared_and_a_given_ward_goes_first(small_city, small_home):
    """D0202 moves to D01 on the day the survey of 2025 opens; one of its people names another ward."""
    day = datetime.date(2025, 7, 1)
    units = small_city.frames["units"]
    moved = {**units[units["unit"] == "D0202"].iloc[0], "parent": "D01", "valid_from": day}
    units.loc[units["unit"] == "D0202", "valid_to"] = day - datetime.timedelta(days=1)
    small_city.frames["units"] = pd.concat([units, pd.DataFrame([moved])], ignore_index=True)
    small_city.frames["unit_changes"] = pd.DataFrame([{"old": "D0202", "new": "D0202", "wave": "2024", "kind": "移管"}])
    people = small_city.responses["2025"]
    people.loc[people["unit"].eq("D0202").idxmax(), "ward"] = "99101"
    frames = assemble(small_city, small_home)
    cells = frames["cells"].set_index(["wave", "view", "member", "measure"])
    assert cells.loc[("2025", "bureau", "D01", "response_rate"), "n"] == 120 + 48
    assert cells.loc[("2025", "ward", "99101", "response_rate"), "n"] == 72 + 1
    changes = cells.loc["2025"].xs("m1", level="measure")["change"]
    assert changes[[("bureau", "D01"), ("bureau", "D02")]].isna().all()
    assert changes[[("city", "all"), ("ward", "99102")]].notna().all()
    assert pd.isna(changes["bureau", "D03"]), "a dozen answers are too few for a change of an item"
    assert pd.isna(cells.loc[("2025", "bureau", "D03", "response_rate"), "change"]), "and a dozen people for any"
    breaks = frames["breaks"].query("wave == '2025' and view == 'bureau'")
    assert set(breaks["member"]) == {"D01", "D02", "D02+D03"} and set(breaks["kind"]) == {"組織改編"}


def test_the_last_day_of_a_unit_still_counts():
    units = pd.DataFrame([{"unit": "D01", "parent": None, "level": "局", "ward": None}]).astype(object)
    units = units.assign(valid_from=datetime.date(2020, 4, 1), valid_to=datetime.date(2021, 3, 31))
    found = {day: organisation(units, datetime.date.fromisoformat(day)).bureaus for day in DAYS}
    assert [bool(found[day]) for day in DAYS] == [False, True, True, False]


def test_the_city_is_estimated_bureau_by_bureau(small_city, small_home):
    """Taylor linearisation with bureaus as strata, written out; the spread is told in whole points."""
    cells = assemble(small_city, small_home)["cells"].set_index(["wave", "view", "member", "measure"])
    row = cells.loc["2025", "city", "all", "motivation"]
    people = small_city.responses["2025"]
    scores = people[["m1", "m2", "m3", "m4", "m5"]].replace({"0": None}).astype(float)
    index = ((scores - 1) * 25).mean(axis=1)[scores.notna().sum(axis=1) >= 4]
    bureau, asked = people["unit"].str[:3][index.index], {"D01": 150, "D02": 150, "D03": 13}
    assert row["value"] == pytest.approx(index.mean(), abs=0.05)
    variance = 0
    for code, own in ((index - index.mean()) / len(index)).groupby(bureau):
        n = len(own)
        variance += (1 - n / asked[code]) * n / (n - 1) * ((own - own.mean()) ** 2).sum()
    assert (row["hi"] - row["value"]) / 1.959963984540054 == pytest.approx(variance**0.5, rel=0.08)
