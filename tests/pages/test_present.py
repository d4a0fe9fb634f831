"""The view for meetings: every message in both languages, for every place; what is not there is left out."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.settings import PAGES, ROOT
from dashboard.ui.state import MESSAGES

HEADLINES = {
    "motivation": ("意欲指数は市全体で", "motivation"),
    "wards": ("5区の", "wards"),
    "gaps": ("三つの課題", "three gaps"),
    "bureaus": ("18の局・区役所のうち", "18 bureaus"),
    "vision": ("発信一件が届いた職員", "post"),
    "dispatch": ("まちづくり派遣", "community dispatch"),
    "institute": ("完了した研究", "completed studies"),
    "limits": ("データの限界と留意事項", "Limits of the data"),
}


@pytest.fixture
def app(demo_home, monkeypatch):
    monkeypatch.setenv("DASHBOARD_HOME", str(demo_home.home.folder))
    return AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)


def shown(app, **link):
    app.query_params.update(link)
    app.run()
    app.switch_page(str(PAGES / "present.py")).run()
    assert not app.exception and not app.error and not app.warning
    return " ".join(str(block.proto.body) for block in app.get("html") if "k-" in str(block.proto.body)[:40])


def test_every_message_has_a_test():
    assert tuple(HEADLINES) == MESSAGES


@pytest.mark.parametrize("ward", ["all", "43104", "HQ"])
@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_opens_with_its_sentence_number_and_mark(app, message, lang, ward):
    page = shown(app, lang=lang, ward=ward, message=message)
    if ward == "all":
        assert HEADLINES[message][lang == "en"] in page
    assert "E-" in page and ("架空のデモデータ" if lang == "ja" else "Fictional demo data") in page
    assert not app.selectbox and len(app.button) == 4, "no filter in sight"


@pytest.mark.parametrize("wave", ["2016", "2017", "2021"])
def test_every_message_opens_for_older_surveys(app, wave):
    for message in MESSAGES:
        shown(app, wave=wave, message=message)


def test_the_keys_turn_the_messages_and_stop_at_the_ends(app):
    assert "市全体で" in shown(app, message="motivation")
    back, on, page_up, page_down = app.button
    assert (back.proto.shortcut, on.proto.shortcut) == ("left", "right")
    assert (page_up.proto.shortcut, page_down.proto.shortcut) == ("pageup", "pagedown")
    assert back.disabled and not on.disabled
    on.click().run()
    assert app.query_params["message"] in ("wards", ["wards"])
    app.button[3].click().run()
    app.button[2].click().run()
    assert app.query_params["message"] in ("wards", ["wards"])
    shown(app, message="limits")
    assert app.button[1].disabled


def test_a_survey_alone_leaves_places_and_institute_out(survey_home, monkeypatch):
    monkeypatch.setenv("DASHBOARD_HOME", str(survey_home.home.folder))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    assert "1／5" in shown(app, lang="ja", message="motivation")
    assert "市全体" in shown(app, message="dispatch"), "what is not there falls back to the first"
