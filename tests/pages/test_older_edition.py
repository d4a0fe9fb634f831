"""An edition made by an earlier program: what it cannot answer is said, and a new one can be made from the page."""

import shutil

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.i18n import LANGUAGES, text
from dashboard.settings import PAGES, ROOT
from dashboard.ui import data_page_kept


@pytest.fixture
def without(demo_home, tmp_path, monkeypatch):
    """A function that makes the demo's edition one that lacks a view or table, in a home of its own."""
    shutil.copytree(demo_home.home.editions, tmp_path / "editions")
    monkeypatch.setenv("DASHBOARD_HOME", str(tmp_path))
    monkeypatch.setattr(data_page_kept, "told", lambda *_: ["[]"])
    data_page_kept.kept.clear()

    def lacking(statement):
        (path,) = (tmp_path / "editions").glob("*.duckdb")
        with duckdb.connect(str(path)) as connection:
            connection.execute(statement)

    yield lacking
    data_page_kept.kept.clear()


def opened(lang):
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    app.query_params["lang"] = lang
    return app.run()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_says_what_it_cannot_show_and_the_data_page_still_publishes(without, lang):
    without("DROP VIEW indicators_today; DROP VIEW data_as_of")
    app = opened(lang).switch_page(str(PAGES / "wards.py")).run()
    assert not app.exception
    assert [error.value for error in app.error] == [text("store.OlderEdition", lang, number=1)]
    app = app.switch_page(str(PAGES / "data.py")).run()
    assert not app.exception and not app.error
    assert "publish" in {button.key for button in app.button}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_edition_that_no_page_can_read_gives_way_to_the_data_page(without, lang):
    without("ALTER TABLE measures RENAME TO other")
    app = opened(lang)
    assert not app.exception and not app.error
    words = " ".join(html.proto.body for html in app.get("html"))
    assert text("first.older", lang) in words and "1" in text("store.OlderEdition", lang, number=1)
    assert "publish" in {button.key for button in app.button}
