"""The demo city's plans: held, and with --slow proved again item by item."""

import json

import pytest

from dashboard.publish.plan.lattice import rules
from dashboard.publish.reproof import full_audit
from dashboard.settings import DATA

PLANS = {path.stem[-4:]: json.loads(path.read_text(encoding="utf-8")) for path in (DATA / "demo").glob("plan_*.json")}


def test_every_survey_with_answers_has_its_plan_and_publishing_takes_it(demo_home):
    waves = {path.stem[-4:] for path in (DATA / "demo").glob("responses_*")}
    assert set(PLANS) == waves
    for wave, shipped in PLANS.items():
        kept = json.loads((demo_home.home.plans / f"plan_{wave}.json").read_text(encoding="utf-8"))
        assert kept["frozen"] and {**kept, "frozen": shipped["frozen"]} == shipped


def test_city_wards_and_bureaus_are_always_shown_and_departments_nearly(demo_edition):
    """No item of theirs is withdrawn; of departments, under one respondent in ten stands in a joined group.

    Grade, age and dispatch give up under two figures in a hundred of some 750.
    """
    for plan in PLANS.values():
        views = [view for cells in plan["withdrawn"].values() for view, _ in cells]
        assert not {"city", "ward", "bureau"} & set(views)
        assert sum(view in ("grade", "age", "dispatched") for view in views) < 15
    for wave in PLANS:
        shown = demo_edition.query(
            "SELECT view, member, n FROM cells WHERE wave = $wave AND measure = 'response_rate' AND status = '表示'",
            {"wave": wave},
        )
        people = shown.groupby("view")["n"].sum()
        joined = shown[(shown["view"] == "department") & shown["member"].str.contains("+", regex=False)]["n"].sum()
        assert joined < 0.1 * people["city"]
        assert people["department"] > 0.97 * people["city"] and people["bureau"] > 0.97 * people["city"]


@pytest.mark.slow
def test_the_demo_edition_is_proved_again(demo_home, demo_edition):
    tried = full_audit(demo_home, demo_edition, lambda stage, share: None)
    assert [one for one in tried if one.found] == []
    assert sum(one.tried for one in tried if one.test == "witnesses") > 8 * 30 * 40 * 3
    assert rules(demo_home.release).k == 10
