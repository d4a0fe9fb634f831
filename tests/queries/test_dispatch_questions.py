"""Questions about community dispatch, answered by hand from tests/place_city.py."""

import pytest

from dashboard.edition.ask import ask
from dashboard.edition.dispatch import costs_of, of_costs


def rows(edition, name, *keys, **asked):
    return {tuple(row[key] for key in keys): row for row in ask(edition, name, **asked).rows()}


def test_work_is_counted_by_ward_and_role_with_what_tells_its_hours(place_edition):
    """d1 beside other work in ward 1: three activities of this year; d2 full time in ward 2: one; d3 ended before."""
    found = rows(place_edition, "dispatch_work", "ward", "role")
    assert set(found) == {("99101", "兼務"), ("99102", "専任"), ("all", "専任"), ("all", "兼務")}
    own = found["99101", "兼務"]
    assert [own[name] for name in ("officers", "activities", "visits", "meetings", "hours", "residents")] == [
        1, 3, 2, 1, 5, 28,
    ]  # fmt: skip
    assert found["all", "専任"]["hours_known"] == 1 and found["all", "兼務"]["visits"] == 2


def test_a_share_is_told_only_where_every_association_reported(place_edition):
    found = rows(place_edition, "dispatch_reach", "district")
    assert {key[0]: (row["value"], row["status"], row["no_report"]) for key, row in found.items()} == {
        "A1": (None, "報告なし", 2), "A2": (None, "報告なし", 1), "B1": (None, "報告なし", 1),
    }  # fmt: skip
    assert found["A1",]["visited"] == 1 and found["A1",]["zero"] == 0


def test_issues_lead_to_answers_and_studies(place_edition):
    (city,) = [row for row in ask(place_edition, "dispatch_issues").rows() if row["ward"] == "all"]
    counted = ("issues", "by_officers", "open_issues", "answered_issues", "became_projects", "adopted", "median_days")
    assert [city[name] for name in counted] == [3, 1, 2, 1, 1, 1, 31]
    assert city["answered_share"] == pytest.approx(100 / 3)


def test_load_keeps_full_time_and_beside_other_work_apart_and_names_no_place(place_edition):
    found = rows(place_edition, "dispatch_officers", "role", "officer")
    assert {key: (row["associations"], row["visits"]) for key, row in found.items()} == {
        ("専任", "s2"): (1, 1), ("兼務", "s1"): (1, 2),
    }  # fmt: skip
    named = {column.name for column in ask(place_edition, "dispatch_officers").question.columns}
    assert not named & {"area", "ward", "district", "centre", "unit", "unit_ja", "association"}
    centres = rows(place_edition, "dispatch_centres", "ward")
    assert (centres["99101",]["officers"], centres["99101",]["beside"], centres["99101",]["covered"]) == (0, 1, 1)
    assert (centres["99102",]["officers"], centres["99102",]["per_officer"], centres["99102",]["beside"]) == (1, 2, 0)
    departments = rows(place_edition, "dispatch_departments", "role", "unit")
    assert list(departments) == [("専任", "D0202"), ("兼務", "D0201")]


def test_costs_of_wards_and_of_no_ward_make_the_whole_and_say_what_they_hold(place_edition):
    found = rows(place_edition, "dispatch_costs", "ward")
    assert [found[key,]["total_thousand_yen"] for key in ("99101", "99102", "shared", "all")] == [60, 30, 510, 600]
    assert found["99101",]["programme_each_thousand_yen"] == 15, "four associations of its own"
    assert found["99102",]["programme_each_thousand_yen"] == 15 and found["99102",]["associations"] == 2
    assert (found["shared",]["associations"], found["shared",]["total_each_thousand_yen"]) == (None, None)
    assert (found["all",]["programme_each_thousand_yen"], found["all",]["total_each_thousand_yen"]) == (15, 100)
    assert [found[key,]["holds"] for key in ("99101", "shared", "all")] == ["no", "estimated", "no;estimated"]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_cost_is_said_without_what_it_holds(place_edition, lang):
    answer = ask(place_edition, "dispatch_costs").rows()
    assert costs_of(answer, 2023) == [] and costs_of(answer, 2030) == answer
    said = of_costs(costs_of(answer, 2024), "2024", lang)
    held = ("人件費を除く", "概算を含む") if lang == "ja" else ("without staff pay", "estimate of staff pay")
    assert all(words in said for words in held) and "15.0" in said and "100.0" in said and "510" in said


def test_places_with_and_without_dispatch_are_described_with_their_numbers(place_edition):
    """a1 alone has dispatch; households shown without it: 20, 200, 40 (two are withheld)."""
    found = rows(place_edition, "dispatch_comparison", "indicator")["households",]
    assert (found["with_value"], found["with_n"], found["without_value"], found["without_n"]) == (100, 1, 40, 3)
    assert found["difference"] == 60 and found["change_difference"] is None
