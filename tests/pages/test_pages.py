"""Every page, both languages, every ward: no exception, no error box, its finding on top."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.edition.ask import ask
from dashboard.settings import PAGES, ROOT

SURVEY = ["overview", "motivation", "workplace"]
PLACES = ["wards", "associations", "need", "karte", "dispatch", "vision", "institute", "effects", "actions"]
NAMES = [*SURVEY, *PLACES, "briefing", "find", "unknowns", "dictionary", "data"]


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


@pytest.mark.parametrize("split", ["grade", "age", "dispatched"])
@pytest.mark.parametrize("ward", ["all", "43104", "HQ"])
def test_every_split_opens_in_the_city_and_in_a_ward(app, split, ward):
    for lang, measure in (("ja", "theme_motivation"), ("en", "motivation")):
        app.query_params.update({"lang": lang, "ward": ward, "split": split, "measure": measure})
        app.run()
        app.switch_page(str(PAGES / "motivation.py")).run()
        assert not app.exception and not app.error and not app.warning


def test_every_bureau_shows_its_departments(app, demo_edition):
    members = ask(demo_edition, "members").rows()
    bureaus = {row["parent"] for row in members if row["view"] == "department"}
    assert len(bureaus) >= 15
    for bureau in sorted(bureaus):
        app.query_params.update({"bureau": bureau})
        app.run()
        app.switch_page(str(PAGES / "workplace.py")).run()
        assert not app.exception and not app.error and not app.warning
        assert "部署ごとの六つの見出し" in words(app)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_indicator_opens_as_value_and_as_change(app, demo_edition, lang):
    for row in ask(demo_edition, "indicators").rows():
        for showing in ("latest", "change"):
            app.query_params.update({"lang": lang, "indicator": row["indicator"], "showing": showing, "ward": "43104"})
            app.run()
            app.switch_page(str(PAGES / "wards.py")).run()
            assert not app.exception and not app.error, row["indicator"]
        app.switch_page(str(PAGES / "associations.py")).run()
        assert not app.exception and not app.error, row["indicator"]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_karte_opens_for_associations_of_every_sort(app, demo_edition, lang):
    rows = ask(demo_edition, "areas", area_kind="association").rows()
    gone = [row["area"] for row in rows if row["valid_to"]]
    longest = max(rows, key=lambda row: len(row["label_ja"]))["area"]
    late = next(row["association"] for row in ask(demo_edition, "associations").rows() if row["overdue"])
    for association in [rows[0]["area"], gone[0], longest, late]:
        app.query_params.update({"lang": lang, "association": association})
        app.run()
        app.switch_page(str(PAGES / "karte.py")).run()
        assert not app.exception and not app.error and not app.warning
        assert "k-strips" in words(app)


NEEDS = {
    "wards": "indicator_values.csv",
    "karte": "associations.csv",
    "dispatch": "dispatch_reports.csv",
    "institute": "projects.csv",
    "vision": "vision_reach.csv",
    "actions": "answers_given.csv",
}


def test_a_survey_alone_says_which_file_each_place_page_needs(survey_home, monkeypatch):
    monkeypatch.setenv("DASHBOARD_HOME", str(survey_home.home.folder))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60).run()
    for page, file in NEEDS.items():
        app.switch_page(str(PAGES / f"{page}.py")).run()
        assert not app.exception and not app.error
        assert file in words(app) and "python -m dashboard load" in words(app)
    for page in SURVEY:
        app.switch_page(str(PAGES / f"{page}.py")).run()
        assert not app.exception and not app.error and 'class="k-lines"' not in words(app)


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
    assert "python -m dashboard" in words(app)


def test_an_error_in_a_page_stays_in_our_own_box(app, monkeypatch):
    from dashboard.ui import panels

    monkeypatch.setattr(panels, "tiles", lambda frame: 1 / 0)
    app.run()
    assert not app.exception
    assert len(app.error) == 1 and "ZeroDivisionError" not in app.error[0].value
