"""The form of the city's name and map: what it shows, what it writes, and a refusal that keeps what was typed."""

import pytest

from dashboard.i18n import LANGUAGES, text
from dashboard.settings import PAGES, settings


def saved(app, **given):
    for name, value in given.items():
        (app.selectbox if name == "projection" else app.text_input)(key=f"city-{name}").set_value(value)
    return app.button(key="city-save").click().run()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_city_is_named_on_the_page_and_a_wrong_code_changes_nothing(home, opened, lang):
    app = opened(lang).switch_page(str(PAGES / "data.py")).run()
    assert text("city.about", lang) in " ".join(html.proto.body for html in app.get("html"))
    app = saved(app, code="27101", name_ja="あおば市", name_en="Aoba", credit_ja="市作成")
    (error,) = app.error
    assert text("data.failed", lang) in error.value and "6674" in error.value, "the plane is of another prefecture"
    assert not home.settings.exists() and app.text_input(key="city-name_ja").value == "あおば市"
    app = saved(app, projection=6674)
    assert not app.exception and not app.error
    assert [it.value for it in app.success] == [text("city.done", lang)]
    values = settings(home.folder).values
    assert values["city"] == {"code": "27101", "name_ja": "あおば市", "name_en": "Aoba"}
    assert (values["map"]["projection"], values["map"]["credit_ja"]) == (6674, "市作成")
    name = {"ja": "あおば市", "en": "Aoba"}[lang]
    assert text("city.title", lang, name=name, code="27101") in [it.label for it in app.expander]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_home_asks_for_the_name_first(tmp_path, monkeypatch, opened, lang):
    monkeypatch.setenv("DASHBOARD_HOME", str(tmp_path))
    app = opened(lang)
    assert text("city.first", lang) in " ".join(html.proto.body for html in app.get("html"))
    (box,) = app.expander
    assert box.proto.expanded
    app = saved(app, code="43100", name_ja="みどり市", name_en="Midori")
    assert not app.error and not app.exception and not app.expander[0].proto.expanded


def test_settings_that_cannot_be_read_are_told_of_in_words(home, opened):
    home.settings.write_text("[city]\ncode = \n", encoding="utf-8")
    app = opened("ja")
    assert not app.exception
    told = [error.value for error in app.error]
    assert len(told) == 2 and all("settings.toml" in one and "line 2" in one for one in told)
