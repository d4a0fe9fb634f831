"""A home of a city that has loaded its survey and nothing else."""

import pytest

from dashboard.intake import load
from dashboard.publish import publish
from dashboard.settings import DATA, settings

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
