"""The small city as a fixture."""

from pathlib import Path

import pytest
from small_city import City


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)
