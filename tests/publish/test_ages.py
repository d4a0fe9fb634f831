"""How far a table reaches: its own days, the last of a fiscal year, or the days of the rows it refers to."""

import datetime

import pandas as pd
import pytest
from place_city import place_frames

from dashboard.publish.ages import reach, source_ages
from dashboard.settings import settings

CONTRACT = settings().tables
DAY = datetime.date


@pytest.fixture
def frames():
    waves = pd.DataFrame({"wave": ["2024", "2025"], "closed_on": [DAY(2024, 7, 31), None]})
    posts = pd.DataFrame({"post": ["v1", "v2"], "posted_on": [DAY(2025, 4, 1), DAY(2025, 9, 1)]})
    reached = pd.DataFrame({"post": ["v1"]})
    return place_frames() | {"waves": waves, "vision_posts": posts, "vision_reach": reached}


@pytest.mark.parametrize(
    ("table", "day"),
    [
        ("waves", DAY(2024, 7, 31)), ("indicator_values", DAY(2025, 7, 1)), ("costs", DAY(2025, 3, 31)),
        ("project_stages", DAY(2025, 5, 1)), ("vision_reach", DAY(2025, 4, 1)), ("dispatch_reports", DAY(2026, 3, 31)),
        ("districts", None), ("associations", None), ("actions", None),
    ],
)  # fmt: skip
def test_a_table_reaches_to_its_newest_day(frames, table, day):
    assert reach(table, frames, CONTRACT) == day


def test_a_surveys_file_reaches_to_the_day_it_closed(frames):
    sources = pd.DataFrame({"table_name": ["responses", "responses", "units"], "wave": ["2024", "2025", ""]})
    found = source_ages(sources, frames, CONTRACT)
    assert found["as_of"].tolist() == [DAY(2024, 7, 31), None, None]
    assert found["cycle_months"].tolist() == [12, 12, pd.NA]


def test_every_day_of_the_contract_is_a_column_that_tells_one():
    kinds = {"date", "fiscal_year", "date_or_year"}
    for name, entry in CONTRACT.items():
        rules = entry["columns"][entry["day"]] if "day" in entry else {}
        assert not rules or rules["type"] in kinds or CONTRACT[rules["refers"].split(".")[0]]["day"], name
