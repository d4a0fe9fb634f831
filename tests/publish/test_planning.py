"""A survey once released prints the same for ever; a correction of it is proved with all that is out."""

import json

import pandas as pd
import pytest
from survey_city import city

from dashboard.publish.build import assemble, assembled, silent
from dashboard.publish.planning import freeze
from dashboard.publish.problems import NotPublished
from dashboard.publish.reproof import proofs
from dashboard.settings import settings


@pytest.fixture
def here(tmp_path):
    return settings(tmp_path)


def plan_of(here):
    return json.loads((here.home.plans / "plan_2025.json").read_text())


def test_a_plan_is_kept_and_taken_again(here):
    _, first = assembled(city(), here, silent)
    assert [one.is_new for one in first] == [True, True]
    _, again = assembled(city(), here, silent)
    assert [one.is_new for one in again] == [False, False]
    assert plan_of(here)["respondents"] == 252 and not plan_of(here)["frozen"]


def test_late_answers_to_a_survey_that_is_out_are_refused(here):
    tables, planned = assembled(city(), here, silent)
    freeze(here.home.plans, planned)
    before = plan_of(here)
    late = city()
    late.responses["2025"] = late.responses["2025"].iloc[:-1]
    with pytest.raises(NotPublished) as refused:
        assemble(late, here)
    assert "2025" in refused.value.message("ja") and "frozen" in refused.value.message("en")
    assert plan_of(here) == before
    pd.testing.assert_frame_equal(assemble(city(), here)["cells"], tables["cells"])


def corrected(drop=(), change=()):
    """The small city with a correction of its last survey: answers taken out, answers changed."""
    kept = city()
    own = kept.responses["2025"].copy()
    own.loc[own.index[list(change)], "a1"] = own.loc[own.index[list(change)], "a1"].map(
        lambda code: "1" if code != "1" else "5"
    )
    revised = kept.frames["waves"].iloc[[-1]].assign(wave="2025r1")
    kept.frames["waves"] = pd.concat([kept.frames["waves"], revised], ignore_index=True)
    kept.responses["2025r1"] = own.drop(own.index[list(drop)]).reset_index(drop=True)
    return kept


def shown_of(cells, wave, view="city"):
    rows = cells[(cells["wave"] == wave) & (cells["view"] == view) & (cells["measure"] == "response_rate")]
    return rows.set_index("member")["n"].dropna().astype(int).to_dict()


def test_a_correction_stands_beside_its_survey_and_is_compared_with_the_year_before(here):
    own = assemble(city(), here)["cells"]
    cells = assemble(corrected(drop=range(0, 120, 5)), here)["cells"]  # 24 of one bureau
    pd.testing.assert_frame_equal(cells[cells["wave"] != "2025r1"].reset_index(drop=True), own, check_dtype=False)
    assert shown_of(cells, "2025") == {"all": 252} and shown_of(cells, "2025r1") == {"all": 228}
    assert shown_of(cells, "2025r1", "bureau") == {"D01": 96, "D02": 120, "D03": 12}
    city_rows = cells[(cells["view"] == "city") & (cells["measure"] == "motivation")].set_index("wave")
    changed = city_rows.loc["2025r1", "value"] - city_rows.loc["2023", "value"]
    assert city_rows.loc["2025r1", "change"] == pytest.approx(changed)


def test_a_group_that_a_correction_changes_by_few_is_not_shown_anew(here):
    """Nine leave D02 and twenty D01: beside the released D02 the corrected one would be those nine."""
    kept = corrected(drop=[*range(0, 100, 5), *range(125, 215, 10)])
    cells = assemble(kept, here)["cells"]
    assert shown_of(cells, "2025r1") == {"all": 223}
    assert "D02" not in shown_of(cells, "2025r1", "bureau"), "joined with another, or not shown"
    assert sum(n for n in shown_of(cells, "2025r1", "bureau").values()) in (0, 223)


@pytest.mark.parametrize(("drop", "change"), [((3,), ()), ((), (3, 9)), (range(9), ())])
def test_a_correction_of_fewer_than_ten_people_is_refused(here, drop, change):
    with pytest.raises(NotPublished) as refused:
        assemble(corrected(drop, change), here)
    assert "2025r1" in refused.value.message("ja") and "10" in refused.value.message("en")


def test_a_plan_of_a_correction_is_kept_and_both_releases_are_proved_together(here):
    kept = corrected(drop=range(0, 120, 5))
    _, first = assembled(kept, here, silent)
    _, again = assembled(corrected(drop=range(0, 120, 5)), here, silent)
    assert [one.is_new for one in again] == [False, False, False]
    both, keep = again[-1].proved
    assert both.released == len(again[-2].wave.structure.rows) and len(keep) == len(both.structure.rows)
    assert len(both.index) == 252, "whoever stayed is one unknown"
    assert [one.found for one in proofs(again[-1], here, lambda share: None)] == [0, 0]


def test_a_draft_is_made_anew_and_a_forged_plan_is_not_believed(here):
    assemble(city(), here)
    honest = plan_of(here)
    forged = {**honest, "withdrawn": {"a1": [["city", "all"]]}}
    (here.home.plans / "plan_2025.json").write_text(json.dumps(forged))
    assemble(city(), here)
    assert plan_of(here) == honest
    (here.home.plans / "plan_2025.json").write_text("no plan at all")
    assemble(city(), here)
    assert plan_of(here) == honest
