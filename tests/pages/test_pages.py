"""Every page, both languages, every ward: no exception, no error box, its finding on top."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.settings import PAGES, ROOT

NAMES = ["overview", "motivation", "workplace"]


@pytest.fixture
def app(demo_home, monkeypatch):
    monkeypatch.setenv("DASHBOARD_HOME", str(demo_home.home.folder))
    return AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)


def words(app):
    """The HTML a page wrote itself."""
    return " ".join(str(block.proto.body) for block in app.get("html"))


@pytest.mark.parametrize("ward", ["all", "43104", "HQ"])
@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("page", NAMES)
def test_page_opens(app, page, lang, ward):
    app.query_params.update({"lang": lang, "ward": ward})
    app.run()
    app.switch_page(str(PAGES / f"{page}.py")).run()
    assert not app.exception and not app.error and not app.warning
    assert "k-head" in words(app) and "k-foot" in words(app)
    assert ("架空のデモデータ" if lang == "ja" else "Fictional demo data") in words(app)


@pytest.mark.parametrize("wave", ["2016", "2017", "2019", "2021", "2024"])
@pytest.mark.parametrize("measure", ["motivation", "gap_vision", "theme_colleagues", "theme_offwork", "response_rate"])
def test_every_survey_and_measure_opens(app, wave, measure):
    app.query_params.update({"wave": wave, "measure": measure})
    app.run()
    for page in NAMES:
        app.switch_page(str(PAGES / f"{page}.py")).run()
        assert not app.exception and not app.error


def test_a_bad_link_is_told_and_dropped(app):
    app.query_params.update({"ward": "99999", "measure": "nonsense"})
    app.run()
    told = " ".join(warning.value for warning in app.warning)
    assert "99999" in told and "nonsense" in told
    assert not app.exception and not app.error


def test_an_empty_home_says_what_to_run(tmp_path, monkeypatch):
    monkeypatch.setenv("DASHBOARD_HOME", str(tmp_path))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert any("python -m dashboard" in info.value for info in app.info)


def test_an_error_in_a_page_stays_in_our_own_box(app, monkeypatch):
    from dashboard.ui import panels

    monkeypatch.setattr(panels, "tiles", lambda frame: 1 / 0)
    app.run()
    assert not app.exception
    assert len(app.error) == 1 and "ZeroDivisionError" not in app.error[0].value
