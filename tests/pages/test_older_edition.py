"""An edition made by an earlier program: what it cannot answer is said, and a new one can be made from the page."""

import duckdb
import pytest

from dashboard.i18n import LANGUAGES, text
from dashboard.settings import PAGES


@pytest.fixture
def without(home):
    """A function that makes the demo's edition one that lacks a view or table."""

    def lacking(statement):
        (path,) = home.editions.glob("*.duckdb")
        with duckdb.connect(str(path)) as connection:
            connection.execute(statement)

    return lacking


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_says_what_it_cannot_show_and_the_data_page_still_publishes(without, opened, lang):
    without("DROP VIEW indicators_today; DROP VIEW data_as_of")
    app = opened(lang).switch_page(str(PAGES / "wards.py")).run()
    assert not app.exception
    assert [error.value for error in app.error] == [text("store.OlderEdition", lang, number=1)]
    app = app.switch_page(str(PAGES / "data.py")).run()
    assert not app.exception and not app.error
    assert "publish" in {button.key for button in app.button}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_edition_that_no_page_can_read_gives_way_to_the_data_page(without, opened, lang):
    without("ALTER TABLE measures RENAME TO other")
    app = opened(lang)
    assert not app.exception and not app.error
    words = " ".join(html.proto.body for html in app.get("html"))
    assert text("first.older", lang) in words and "1" in text("store.OlderEdition", lang, number=1)
    assert "publish" in {button.key for button in app.button}
