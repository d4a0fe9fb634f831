"""A city that handed in its places but nothing of dispatch or issues: no page takes what is not there for silence."""

from subprocess import run

import pandas as pd
import pytest
from place_city import place_frames
from streamlit.testing.v1 import AppTest
from survey_city import city
from typer.testing import CliRunner

from dashboard.__main__ import app as command
from dashboard.briefing.karte import karte_pdf
from dashboard.edition.ask import ask
from dashboard.edition.evidence import Evidence
from dashboard.edition.store import Store
from dashboard.i18n import LANGUAGES, text
from dashboard.publish.build import assemble, store_frames
from dashboard.settings import PAGES, ROOT, settings

LATER = ("dispatches", "activities", "dispatch_reports", "issues")


@pytest.fixture(scope="module")
def quiet_home(tmp_path_factory):
    """Settings of a home with such an edition."""
    here = settings(tmp_path_factory.mktemp("quiet"))
    kept = city()
    kept.frames |= {name: frame.iloc[:0] if name in LATER else frame for name, frame in place_frames().items()}
    kept.frames["projects"] = kept.frames["projects"].assign(issue=None)
    kept.sources = pd.concat(
        [kept.sources, *(kept.sources.assign(table_name=name) for name in place_frames() if name not in LATER)]
    )
    with Store(here.home.editions).publish_lock():
        store_frames(Store(here.home.editions), assemble(kept, here), True, here.release)
    return here


@pytest.fixture
def quiet_edition(quiet_home):
    store = Store(quiet_home.home.editions)
    return store.open_edition(store.current_number())


def opened(page, lang, home, monkeypatch, **asked):
    monkeypatch.setenv("DASHBOARD_HOME", str(home.home.folder))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    app.query_params.update({"lang": lang, **asked})
    app.run()
    app.switch_page(str(PAGES / f"{page}.py")).run()
    assert not app.exception and not app.error
    return app


def words(app):
    return " ".join(str(block.proto.body) for block in app.get("html"))


@pytest.mark.parametrize("asked", [{}, {"ward": "99101"}, {"district": "B1"}], ids=["city", "ward", "district"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_associations_name_the_files_they_lack_and_count_no_silence(lang, asked, quiet_home, monkeypatch):
    app = opened("associations", lang, quiet_home, monkeypatch, **asked)
    told = words(app)
    silent, head = text("associations.unreported", lang), told[told.index("<header") : told.index("</header>")]
    assert "dispatch_reports.csv" in head and silent not in head and f">{silent}<" not in told
    heads = [text(f"associations.col_{name}", lang) for name in ("visits", "issues")]
    assert not any(f">{head}</th>" in told for head in heads)
    [sort] = [one for one in app.selectbox if one.key == "sort"]
    assert not any(head in option for head in heads for option in sort.options)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_karte_says_that_nothing_was_loaded(lang, quiet_home, monkeypatch):
    told = words(opened("karte", lang, quiet_home, monkeypatch, association="a1"))
    assert "dispatch_reports.csv" in told and "issues.csv" in told
    assert text("karte.issues_none", lang) not in told and text("karte.visits_silent", lang) not in told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_karte_on_paper_says_so_too(lang, quiet_edition, tmp_path):
    made = karte_pdf(quiet_edition, Evidence(tmp_path / "evidence.jsonl"), {"association": "a1"}, lang)
    said = run(["pdftotext", "-raw", "-", "-"], input=made, capture_output=True, check=True).stdout.decode()
    assert said.count(text("karte.paper.absent", lang)) == 2 and text("figure.months.no_report", lang) not in said


def test_a_pack_for_a_ward_draws_its_districts_without_any_dispatch(quiet_home, tmp_path):
    asked = ["--home", str(quiet_home.home.folder), "brief", "--ward", "99101", "--out", str(tmp_path)]
    done = CliRunner().invoke(command, asked)
    assert done.exit_code == 0, done.output
    said = run(["pdftotext", "-raw", str(tmp_path / "briefing.pdf"), "-"], capture_output=True, check=True).stdout
    title = text("brief.places.districts", "ja", place="99101", label="加入率")
    assert title in "".join(said.decode().split()), "the rate that the city has, not the one of the settings"


def test_nothing_handed_in_is_no_data(quiet_edition):
    for row in ask(quiet_edition, "associations").rows():
        assert (row["visits"], row["visit_status"], row["open_issues"]) == (None, "データなし", None)
