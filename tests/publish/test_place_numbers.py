"""Areas, indicators and small counts of a place half reckoned by hand (tests/place_city.py)."""

import datetime

import pandas as pd
import pytest
from place_city import place_frames
from survey_city import city

from dashboard.publish.build import assemble

KEY = ["area_kind", "area", "fiscal_year", "indicator"]


@pytest.fixture(scope="module")
def values(small_place_frames):
    return small_place_frames["indicator_values"].set_index(KEY)


def at(values, kind, area, indicator, year=2025):
    return values.loc[(kind, area, year, indicator)]


def test_sums_go_upwards_and_say_of_how_many(values):
    city = at(values, "city", "all", "households")
    assert (city["value"], city["basis"], city["status"]) == (413, "合計", "表示")
    assert at(values, "ward", "99101", "households")["value"] == 173
    assert at(values, "district", "B1", "households")["value"] == 240


def test_a_sum_of_sums_is_as_complete_as_they_are(values):
    """In 2024 only a1 of six handed in households; the members of A2 and of b2 are missing in 2025."""
    for kind, area, name, year, parts in (
        ("district", "A1", "households", 2024, (1, 3)),
        ("ward", "99101", "households", 2024, (1, 4)),
        ("city", "all", "households", 2024, (1, 6)),
        ("city", "all", "households", 2025, (6, 6)),
        ("ward", "99101", "rate", 2025, (3, 4)),
        ("city", "all", "members", 2025, (4, 6)),
    ):
        row = at(values, kind, area, name, year)
        assert (row["parts"], row["parts_of"]) == parts, (kind, area, name, year)


def test_what_is_not_additive_is_not_summed(values):
    assert ("district", "A1", 2025, "fee") not in values.index
    assert at(values, "association", "a1", "fee")["value"] == 300


def test_a_rate_of_a_sum_counts_only_areas_that_have_both_parts(values):
    """A2's members are missing and b2 handed in none: 127 / 153 in A1, 150 / 200 in B1, 277 / 353 in the city."""
    for kind, area, numerator, denominator in (
        ("association", "a1", 80, 100),
        ("district", "A1", 127, 153),
        ("ward", "99101", 127, 153),
        ("ward", "99102", 150, 200),
        ("city", "all", 277, 353),
    ):
        row = at(values, kind, area, "rate")
        assert (row["numerator"], row["denominator"]) == (numerator, denominator), (kind, area)
        assert row["value"] == pytest.approx(100 * numerator / denominator)
    assert ("district", "A2", 2025, "rate") not in values.index


def test_a_small_count_is_withheld_with_the_smallest_other_that_could_give_it_back(values):
    """Three households at a2: with a1's 100 and the district's 153 it would come back, so a3's 50 goes too."""
    for name in ("households", "members", "rate"):
        assert [at(values, "association", code, name)["status"] for code in ("a1", "a2", "a3")] == [
            "表示", "秘匿", "秘匿",
        ]  # fmt: skip
    hidden = values[values["status"] == "秘匿"]
    assert hidden[["value", "numerator", "denominator", "parts", "parts_of"]].isna().all().all()
    assert at(values, "association", "a2", "lamps")["value"] == 0, "lamps are no people, and 0 is 0"
    assert at(values, "association", "a3", "lamps")["value"] == 4


def test_a_count_handed_in_as_withheld_does_not_stand_alone(small_home):
    """b2 came as 秘匿: with the district's own total and b1 shown, it would be the rest, so b1 goes too."""
    kept = city()
    kept.frames |= place_frames()
    given = kept.frames["indicator_values"]
    secret = (given["area"] == "b2") & (given["indicator"] == "households")
    given.loc[secret, ["value", "status"]] = [None, "秘匿"]
    total = given[secret].assign(area_kind="district", area="B1", value=240.0, status="実測")
    kept.frames["indicator_values"] = pd.concat([given, total], ignore_index=True)
    found = assemble(kept, small_home)["indicator_values"].set_index(KEY)
    assert at(found, "district", "B1", "households")["value"] == 240
    assert [at(found, "association", code, "households")["status"] for code in ("b1", "b2")] == ["秘匿", "秘匿"]


def told(area, name, value, status="実測", kind="association"):
    """A row of values as a city hands it in."""
    return {"area_kind": kind, "area": area, "fiscal_year": 2025, "indicator": name, "value": value, "status": status,
            "as_of": datetime.date(2025, 7, 1)}  # fmt: skip


def published(home, *rows):
    """The place half with some rows in place of its own."""
    kept = city()
    kept.frames |= place_frames()
    own = pd.DataFrame(rows).astype({"fiscal_year": "Int64"})
    given = kept.frames["indicator_values"]
    left = ~pd.MultiIndex.from_frame(given[KEY]).isin(pd.MultiIndex.from_frame(own[KEY]))
    kept.frames["indicator_values"] = pd.concat([given[left], own], ignore_index=True)
    return assemble(kept, home)["indicator_values"].set_index(KEY)


@pytest.mark.parametrize("name", ["households", "lamps"])
def test_a_total_over_a_withheld_part_is_not_made(small_home, name):
    """a1 came as 秘匿: no total of what is left, up to the city; nor a rate of the rest."""
    found = published(small_home, told("a1", name, None, "秘匿"))
    above = [("district", "A1"), ("ward", "99101"), ("city", "all")]
    for kind, area in above:
        row = at(found, kind, area, name)
        assert row["status"] == "秘匿" and row[["value", "parts", "parts_of"]].isna().all(), (kind, area)
    assert at(found, "district", "B1", name)["status"] == "表示"
    rates = [at(found, *place, "rate")["status"] for place in [("association", "a1"), *above]]
    assert set(rates) == ({"秘匿"} if name == "households" else {"表示"})
    assert at(found, "ward", "99102", "rate")["value"] == pytest.approx(75)


def test_a_total_that_the_city_gives_stands_over_withheld_parts(small_home):
    """The ward's own number is shown, and the city's is made of the wards."""
    given = told("a1", "lamps", None, "秘匿"), told("99101", "lamps", 40.0, kind="ward")
    found = published(small_home, *given)
    assert at(found, "district", "A1", "lamps")["status"] == "秘匿"
    ward, whole = at(found, "ward", "99101", "lamps"), at(found, "city", "all", "lamps")
    assert (ward["value"], ward["basis"], whole["basis"]) == (40, "実測", "合計")
    assert whole["value"] == 40 + at(found, "ward", "99102", "lamps")["value"]


def test_missing_is_not_zero(values):
    missing = at(values, "association", "a4", "members")
    assert missing["status"] == "データなし" and missing["value"] != missing["value"]
    assert at(values, "association", "b2", "lamps")["value"] == 0


def test_an_association_that_ended_stays_in_the_years_it_had(small_place_frames, values):
    areas = small_place_frames["areas"].set_index("area")
    assert areas.loc["b0", "succeeded_by"] == "b1" and str(areas.loc["b0", "valid_to"]) == "2024-03-31"
    assert at(values, "district", "B1", "households", 2023)["value"] == 70


def test_areas_stand_in_their_order_with_their_parents(small_place_frames):
    areas = small_place_frames["areas"]
    assert areas["area"].tolist() == [
        "all", "99101", "99102", "A1", "A2", "B1", "a1", "a2", "a3", "a4", "b0", "b1", "b2",
    ]  # fmt: skip
    a4 = areas.set_index("area").loc["a4"]
    assert (a4["ward"], a4["district"], a4["centre"]) == ("99101", "A2", "センター")


def test_the_newest_day_is_that_of_any_table(small_place_frames):
    assert str(small_place_frames["places_as_of"]["as_of"].iloc[0]) == "2026-03-31"


def test_project_tables_keep_every_row_with_words_for_units(small_place_frames):
    stages = small_place_frames["project_stages"]
    assert len(stages) == 11 and bool(stages.loc[stages["project"] == "p4", "entered_is_year"].iloc[0])
    wards = small_place_frames["project_wards"]
    assert sorted(zip(wards["project"], wards["ward"], strict=True)) == [
        ("p1", "99101"), ("p2", "99101"), ("p2", "99102"), ("p4", "99102"), ("p5", "99102"),
    ]  # fmt: skip
    units = small_place_frames["issues"].set_index("issue")
    assert units.loc["i1", "answering_unit_ja"] == "D02局 D0201課"
    assert units.loc["i1", "answering_unit_en"] == "D0201, Bureau D02"
