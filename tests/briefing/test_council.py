"""A pack for the council holds bureaus and school districts and nothing finer; what is finer is named."""

import pytest

from dashboard.briefing.making import opened
from dashboard.briefing.problems import FinerThanCouncil

FINER = [
    ("survey_wave", {"view": "department"}, "department"),
    ("survey_wave", {"view": "bureau_grade"}, "bureau_grade"),
    ("survey_trend", {"view": "age", "member": "20"}, "age"),
    ("associations", {}, "association"),
    ("area_values", {"area_kind": "association"}, "association"),
    ("karte", {}, "association"),
    ("karte_issues", {}, "association"),
    ("need_values", {}, "association"),
    ("alike", {"area_kind": "association"}, "association"),
]
WIDE = [
    ("survey_themes", {"view": "bureau"}), ("survey_trend", {}), ("ward_map", {}), ("dispatch_coverage", {}),
    ("dispatch_districts", {}), ("area_values", {"area_kind": "district"}), ("project_list", {}),
]  # fmt: skip


@pytest.fixture(scope="module")
def pack(demo_home, demo_edition):
    return opened(demo_home, demo_edition, None, None, "ja")


@pytest.mark.parametrize(("name", "asked", "kind"), FINER)
def test_a_finer_answer_is_refused_by_question_and_member(pack, name, asked, kind):
    with pytest.raises(FinerThanCouncil) as caught:
        pack.ask(name, **asked)
    assert caught.value.values["question"] == name
    assert caught.value.values["kind"] == kind
    assert caught.value.values["member"] in caught.value.message("ja")
    assert name not in [answer.question.name for answer in pack.asked]


@pytest.mark.parametrize(("name", "asked"), WIDE)
def test_a_wide_answer_enters_and_is_on_record(pack, name, asked):
    assert pack.ask(name, **asked) in pack.asked
