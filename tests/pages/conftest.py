"""Homes to open pages on: one with the survey and nothing else, one of its own with the demo's edition."""

import shutil

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.intake import load
from dashboard.publish import publish
from dashboard.settings import DATA, ROOT, settings
from dashboard.ui import data_page_kept

SURVEY_FILES = ("waves", "questions", "scales", "units", "headcounts", "events", "responses_2025", "responses_2024")


@pytest.fixture(scope="session")
def survey_home(tmp_path_factory):
    """A home that holds the survey only."""
    here = settings(tmp_path_factory.mktemp("survey"))
    plans = [DATA / "demo" / f"plan_{wave}.json" for wave in (2024, 2025)]
    report = load([*(DATA / "demo" / f"{name}.csv" for name in SURVEY_FILES), *plans], here)
    assert report.ok, [problem.message("en") for problem in report.problems]
    publish(here)
    return here


@pytest.fixture
def home(demo_home, tmp_path, monkeypatch):
    """A home of its own with the demo's edition and no kept files."""
    shutil.copytree(demo_home.home.editions, tmp_path / "editions")
    monkeypatch.setenv("DASHBOARD_HOME", str(tmp_path))
    monkeypatch.setattr(data_page_kept, "told", lambda *_: ["[]"])
    data_page_kept.kept.clear()
    yield settings(tmp_path).home
    data_page_kept.kept.clear()


@pytest.fixture
def opened():
    """opened(lang): the app's first page, run."""

    def run(lang):
        app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
        app.query_params["lang"] = lang
        return app.run()

    return run
