"""The effects page: four cards by rule, nothing by ward, the demo's truth beside them; verify-demo says the same."""

import re

import pytest
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from dashboard.__main__ import app as command
from dashboard.edition.ask import ask
from dashboard.settings import PAGES, ROOT

UNCLEAR = {"ja": "現時点では判断できない", "en": "Cannot tell yet"}
DOUBTFUL = {"ja": "前提が満たされていないおそれがある", "en": "The comparison may not be valid"}
RANDOM = {"ja": "無作為に割り当てたものではない", "en": "Not assigned at random"}
EFFECTS = ["vision", "dispatch_staff", "dispatch_places", "institute"]


def opened(home, monkeypatch, **asked):
    monkeypatch.setenv("DASHBOARD_HOME", str(home.home.folder))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    app.query_params.update(asked)
    app.run()
    app.switch_page(str(PAGES / "effects.py")).run()
    assert not app.exception and not app.error and not app.warning
    return " ".join(str(block.proto.body) for block in app.get("html")), app


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("effect", EFFECTS)
def test_four_cards_stand_beside_a_course_and_the_truth(demo_home, monkeypatch, lang, effect):
    page, app = opened(demo_home, monkeypatch, lang=lang, effect=effect)
    cards = re.findall(r'<li class="k-card">(.*?)</li>', page)
    assert len(cards) == 4 and all("/5" in card for card in cards)
    assert UNCLEAR[lang] in cards[0] and '<div class="v">' in cards[0]
    assert DOUBTFUL[lang] in cards[3] and '<div class="v">' not in cards[3], "no effect is stated where it is doubtful"
    assert RANDOM[lang] in page and len(app.get("plotly_chart")) == 1
    assert "k-rules" in page and page.count("<tr>") >= 6 and "k-method" in page
    assert not re.search(r"effect\.[a-z_]+", page)


def test_the_choice_of_a_ward_changes_no_effect(demo_home, monkeypatch):
    whole, _ = opened(demo_home, monkeypatch, ward="all")
    ward, _ = opened(demo_home, monkeypatch, ward="43104")
    cards = [re.search(r'<ul class="k-cards".*?</ul>', page)[0] for page in (whole, ward)]
    assert cards[0] == cards[1]


def test_without_its_tables_the_page_says_what_to_load(survey_home, monkeypatch):
    page, app = opened(survey_home, monkeypatch)
    assert "まだ取り込まれていない" in page and '<li class="k-card">' not in page and not app.get("plotly_chart")


def test_the_demo_city_is_told_by_the_rules(demo_edition):
    """The institute's course before its start differs by chance: nothing of the kind is planted. One test in twenty
    says so."""
    rows = {row["effect"]: row for row in ask(demo_edition, "effects").rows()}
    assert list(rows) == EFFECTS
    told = {name: row["verdict"] for name, row in rows.items()}
    assert told == dict(zip(EFFECTS, ("unclear", "unclear", "none", "doubtful"), strict=True))
    assert not any(row["verdict"] == "found" and row["lo"] <= 0 <= row["hi"] for row in rows.values())
    for row in rows.values():
        is_stated = row["verdict"] != "doubtful"
        assert row["lo"] <= row["value"] <= row["hi"] if is_stated else row["value"] is row["lo"] is row["hi"] is None
        assert row["cost_thousand_yen"] > 0
        assert 1 / 200 <= row["placebo_p"] <= 1 and row["unit_kind"] != "ward"
        times = ask(demo_edition, "effect_times", effect=row["effect"]).rows()
        assert [time for time in times if time["lo"] is None] == [time for time in times if time["event_time"] == -1]


def test_verify_demo_says_what_the_page_says(demo_home, demo_edition):
    truths = ask(demo_edition, "effect_truths").rows()
    assert sorted({row["kind"] for row in truths}) == ["effect", "lead", "null"]
    done = CliRunner().invoke(command, ["--home", str(demo_home.home.folder), "verify-demo"])
    covered = sum(row["result"] == "right" for row in truths if row["kind"] == "effect")
    lines = done.stdout.strip().splitlines()
    assert lines[-1].startswith(f"covered {covered} of 3; null: right; pre-trend: ") and len(lines) == len(truths) + 1
    assert done.exit_code == 0


def test_verify_demo_without_a_truth_says_so(survey_home):
    done = CliRunner().invoke(command, ["--home", str(survey_home.home.folder), "verify-demo"])
    assert done.exit_code == 1
