"""An edition of the hand-made city with its place half and its internal network."""

import duckdb
import pytest
from network_city import network_frames
from place_city import place_frames
from survey_city import city

from dashboard.edition.store import Edition
from dashboard.publish.build import assemble, write
from dashboard.settings import settings

SURVEY_TABLES = ("breaks", "cells", "events", "findings", "measures", "members", "waves")


@pytest.fixture(scope="session")
def place_file(tmp_path_factory):
    """The edition's file."""
    folder = tmp_path_factory.mktemp("places")
    (folder / "settings.toml").write_text("[vision]\nexchange = true\n", encoding="utf-8")
    kept = city()
    kept.frames |= place_frames() | network_frames()
    path = folder / "edition.duckdb"
    write(path, assemble(kept, settings(folder)), 1, demo=True)
    return path


@pytest.fixture(scope="session")
def place_edition(place_file):
    return Edition(place_file)


@pytest.fixture(scope="session")
def without_survey(place_file, tmp_path_factory):
    """The same edition with every table of the survey gone."""
    path = tmp_path_factory.mktemp("bare") / "edition.duckdb"
    path.write_bytes(place_file.read_bytes())
    with duckdb.connect(str(path)) as connection:
        for name in SURVEY_TABLES:
            connection.execute(f"DROP TABLE {name}")
    return Edition(path)
