"""An empty home: its first edition is made from the page, and then every page opens."""

import pytest
import second_city

from dashboard.i18n import LANGUAGES, text
from dashboard.intake import load
from dashboard.ui import data_page_kept


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """The second city's files, and the settings of its empty home."""
    files, here = second_city.written(tmp_path)
    monkeypatch.setenv("DASHBOARD_HOME", str(here.home.folder))
    data_page_kept.kept.clear()
    yield files, here
    data_page_kept.kept.clear()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_home_asks_for_files_in_the_readers_language(empty, opened, lang):
    app = opened(lang)
    assert not app.exception and not app.error
    assert any(text("first.headline", lang) in html.proto.body for html in app.get("html"))
    assert [button.label for button in app.button if button.key == "publish"] == [text("first.publish", lang)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_published_before_the_needed_tables_are_there(empty, opened, lang):
    files, here = empty
    assert load([files[0] / f"{name}.csv" for name in ("waves", "scales", "questions", "units")], here).ok
    app = opened(lang)
    assert app.button(key="publish").disabled
    waiting = text("data.between", lang).join(here.tables[name][lang] for name in ("headcounts", "responses"))
    assert any(text("first.lacking", lang, tables=waiting) in html.proto.body for html in app.get("html"))


def test_the_first_edition_is_published_and_shown(empty, opened):
    files, here = empty
    assert load(files, here).ok
    app = opened("ja")
    app.button(key="publish").click().run()
    assert not app.exception and not app.error
    assert not any(text("first.headline", "ja") in html.proto.body for html in app.get("html"))
