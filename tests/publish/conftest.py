"""The small city, its edition's tables, and the same with a place half and an internal network."""

import pytest
from network_city import network_frames
from place_city import place_frames
from survey_city import city

from dashboard.settings import settings


@pytest.fixture
def small_city():
    return city()


@pytest.fixture(scope="session")
def small_home(tmp_path_factory):
    """Settings of an empty home that lets replies between bureaus be told."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "settings.toml").write_text("[vision]\nexchange = true\n", encoding="utf-8")
    return settings(folder)


@pytest.fixture(scope="session")
def small_frames(small_home):
    """Every table of the small city's edition."""
    from dashboard.publish.build import assemble

    return assemble(city(), small_home)


@pytest.fixture(scope="session")
def small_place_frames(small_home):
    """Every table of the small city's edition with its place half and its network."""
    from dashboard.publish.build import assemble

    kept = city()
    kept.frames |= place_frames() | network_frames()
    return assemble(kept, small_home)
