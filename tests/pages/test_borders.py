"""Borders of districts and associations on the pages: what is drawn, and of what it is made."""

import bordered_city
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.i18n import LANGUAGES, text
from dashboard.settings import PAGES, ROOT


@pytest.fixture(scope="module")
def bordered_home(tmp_path_factory):
    return bordered_city.published(tmp_path_factory.mktemp("bordered"))


@pytest.fixture
def told(bordered_home, monkeypatch):
    """What a page sends: told(page, lang, **what the link says)."""
    monkeypatch.setenv("DASHBOARD_HOME", str(bordered_home.home.folder))

    def run(page, lang, **asked):
        app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
        app.query_params.update({"lang": lang, **asked})
        app.run()
        app.switch_page(str(PAGES / f"{page}.py")).run()
        assert not app.exception and not app.error and not app.warning
        return " ".join(str(element.proto) for element in app.main)

    return run


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_associations_of_a_district_are_drawn_and_their_source_is_named(told, lang):
    whole, own = told("associations", lang), told("associations", lang, district="A1")
    title = text("associations.map_of", lang)
    assert title in own and title not in whole
    assert bordered_city.FILES["association"] in own and bordered_city.FILES["association"] not in whole
    assert bordered_city.FILES["district"] in whole


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_border_of_a_kartes_association_is_named_too(told, lang):
    told_of = told("karte", lang, association="a1")
    assert bordered_city.FILES["association"] in told_of and text("borders.thinned", lang, metres=25) in told_of
    assert bordered_city.FILES["association"] not in told("karte", lang, association="b0"), (
        "it ended, and has no border"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", ["dispatch", "institute", "wards", "need", "effects", "briefing", "unknowns"])
def test_pages_of_places_open_on_a_questionnaire_of_another_kind(told, page, lang):
    """Its items have none of the codes by which the shipped chains name outcomes: those cards are left out."""
    assert "k-head" in told(page, lang)
