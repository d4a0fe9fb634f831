"""From kept tables to an edition that readers see, or to a refusal that changes nothing."""

import resource
import shutil
import subprocess
import sys

import pandas as pd
import pytest

from dashboard.edition.ask import ask
from dashboard.edition.store import NoEdition, Store, StoreBusy
from dashboard.i18n import text
from dashboard.publish import NotPublished, build, publish
from dashboard.settings import ROOT, settings


@pytest.fixture
def home(tmp_path, monkeypatch, small_city):
    """A home that keeps the small city."""
    monkeypatch.setattr(build, "kept_tables", lambda settings, progress=None: small_city)
    return settings(tmp_path)


def current(home):
    store = Store(home.home.editions)
    return store.open_edition(store.current_number())


def test_published_is_what_readers_get(home):
    stages = []
    published = publish(home, progress=lambda stage, share: stages.append((stage, share)))
    edition = current(home)
    assert (edition.number, edition.hash, edition.demo) == (published.number, published.hash, True)
    (entry,) = Store(home.home.editions).editions()
    assert (entry.waves, entry.status, entry.current) == (3, "published", True)
    row = ask(edition, "survey_wave", view="bureau").rows()[0]
    assert (row["wave"], row["member"], row["status"]) == ("2025", "D01", "表示")
    assert all(0 <= share <= 1 for _, share in stages)
    assert {text(stage, "ja") for stage, _ in stages} and stages[-1] == ("publish.stage.check", 1.0)


def test_shuffled_answers_and_thread_counts_give_one_hash(home, small_city):
    first = publish(home, threads=1)
    for wave, frame in small_city.responses.items():
        small_city.responses[wave] = frame.sample(frac=1, random_state=7)
    for name in ("units", "headcounts", "survey_results", "waves"):
        small_city.frames[name] = small_city.frames[name].sample(frac=1, random_state=7)
    assert publish(home, threads=4).hash == first.hash
    shutil.rmtree(home.home.plans)  # a survey that is out is frozen
    small_city.responses["2025"].loc[:20, "a1"] = "1"
    assert publish(home).hash != first.hash


def test_hold_builds_without_showing(home):
    published = publish(home, hold=True)
    with pytest.raises(NoEdition):
        Store(home.home.editions).current_number()
    assert Store(home.home.editions).open_edition(published.number).hash == published.hash


def test_an_audit_that_finds_a_row_stops_publishing(home, monkeypatch):
    first = publish(home)
    honest = build.assembled

    def leaking(*arguments):
        frames, planned = honest(*arguments)
        withheld = frames["cells"].index[frames["cells"]["status"] == "秘匿"][0]
        frames["cells"].loc[withheld, "n"] = 9
        return frames, planned

    monkeypatch.setattr(build, "assembled", leaking)
    with pytest.raises(NotPublished) as refused:
        publish(home)
    assert "withheld_cells_are_empty" in refused.value.message("ja")
    assert "withheld_cells_are_empty" in refused.value.message("en")
    assert current(home).number == first.number
    assert not list(home.home.editions.glob("000002*"))


@pytest.mark.parametrize("table", ["waves", "questions", "scales", "units"])
def test_a_table_that_is_missing_is_named(home, small_city, table):
    small_city.frames[table] = small_city.frames[table].iloc[:0]
    with pytest.raises(NotPublished) as refused:
        publish(home)
    assert all(home.tables[table][lang] in refused.value.message(lang) for lang in ("ja", "en"))


def test_a_city_without_any_answers_is_told_so(home, small_city):
    small_city.responses.clear()
    small_city.frames["survey_results"] = small_city.frames["survey_results"].iloc[:0]
    with pytest.raises(NotPublished) as refused:
        publish(home)
    assert [problem.rule for problem in refused.value.problems] == ["no_wave"]


def test_an_announced_survey_is_not_held_yet(home, small_city):
    waves = small_city.frames["waves"]
    later = {**waves.iloc[-1], "wave": "2026", "fiscal_year": 2026}
    small_city.frames["waves"] = pd.concat([waves, pd.DataFrame([later])], ignore_index=True)
    publish(home)
    assert ask(current(home), "survey_wave").rows()[0]["wave"] == "2025"


def test_a_second_publisher_is_refused_at_once(home):
    with Store(home.home.editions).publish_lock(), pytest.raises(StoreBusy) as refused:
        publish(home)
    assert refused.value.message("ja") != refused.value.message("en")


def test_a_full_disk_leaves_the_old_edition(home, small_frames):
    """The child may write 64 KiB a file: building the next edition fails, and nothing else changes."""
    first = publish(home)
    pickled = home.home.folder / "frames.pickle"
    pd.to_pickle(small_frames, pickled)
    code = (
        "import signal, sys, pandas as pd\n"
        "from dashboard.publish import build\n"
        "from dashboard.publish.problems import NotPublished\n"
        "from dashboard.settings import settings\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "build.read_kept = lambda *_: type('Kept', (), {'sources': pd.DataFrame({'demo': [True]})})\n"
        "build.assembled = lambda *_: (pd.read_pickle(sys.argv[2]), [])\n"
        "try: build.publish(settings(sys.argv[1]))\n"
        "except NotPublished as error: sys.exit(error.message('en'))\n"
    )
    limit = (64 * 1024, 64 * 1024)
    child = subprocess.run(
        [sys.executable, "-c", code, str(home.home.folder), str(pickled)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit), cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert child.returncode == 1 and "could not be written" in child.stderr, child.stderr
    assert current(home).number == first.number
    assert publish(home).number == 2
