"""One published demo edition for all tests that read one."""

import hypothesis
import pytest

from dashboard.edition.store import Store
from dashboard.intake import load
from dashboard.publish import publish
from dashboard.settings import DATA, settings

# Nothing is timed: a busy machine is no fault of what is tested.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory):
    """Settings of a home that holds the published demo city."""
    here = settings(tmp_path_factory.mktemp("home"))
    report = load([DATA / "demo"], here)
    assert report.ok, [problem.message("en") for problem in report.problems if problem.severity == "error"]
    publish(here)
    return here


@pytest.fixture(scope="session")
def demo_edition(demo_home):
    """The demo edition, open."""
    store = Store(demo_home.home.editions)
    return store.open_edition(store.current_number())
