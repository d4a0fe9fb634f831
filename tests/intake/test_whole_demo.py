"""The demo city, when it is there, goes through without an error."""

import pytest

from dashboard import intake
from dashboard.settings import DATA, settings


@pytest.mark.skipif(not (DATA / "demo" / "waves.csv").exists(), reason="the demo city is not written yet")
def test_the_demo_city_loads_without_an_error(tmp_path):
    here = settings(tmp_path / "home")
    report = intake.load([DATA / "demo"], here)
    assert report.ok, [it.message("en") for it in report.problems if it.severity == "error"][:10]
    kept = intake.kept_tables(here)
    assert kept.sources["demo"].all()
    held = kept.frames["waves"]["opened_on"].notna()
    aggregates = set(kept.frames["survey_results"]["wave"])
    assert set(kept.responses) == set(kept.frames["waves"]["wave"][held]) - aggregates
    asked = kept.frames["headcounts"].query("dimension == 'city'").set_index("wave")["staff"]
    assert all(0 < len(frame) <= asked[wave] for wave, frame in kept.responses.items())
    assert not any(frame[column].isna().all() for frame in kept.responses.values() for column in frame)
