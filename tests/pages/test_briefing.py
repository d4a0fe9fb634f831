"""The page that makes papers: what it would make, what it made, what went wrong; and the karte's PDF on its pages."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.i18n import text
from dashboard.settings import PAGES, ROOT, settings
from dashboard.ui import following, packs
from dashboard.ui.jobs import JobFailedError, Step

LANGUAGES = ("ja", "en")


@pytest.fixture
def home(demo_home, tmp_path, monkeypatch):
    """A home with the demo's editions and nothing made of them yet."""
    (tmp_path / "editions").symlink_to(demo_home.home.editions)
    monkeypatch.setenv("DASHBOARD_HOME", str(tmp_path))
    return settings(tmp_path).home


def opened(page, **choice):
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    app.query_params.update(choice)
    app.run()
    app.switch_page(str(PAGES / f"{page}.py")).run()
    assert not app.exception
    return app


def words(app):
    return " ".join(str(block.proto.body) for block in app.get("html"))


def labels(app, kind="download_button"):
    return [button.proto.label for button in app.get(kind)]


def lay(home, name, **changes):
    """A pack's folder as the command line leaves it."""
    folder = home.packs / name
    folder.mkdir(parents=True)
    told = {"edition": 1, "built_on": "2026-11-25", "ward": "43104", "wave": "2025", "lang": "ja", "demo": True}
    (folder / packs.MANIFEST).write_text(json.dumps({**told, **changes}), encoding="utf-8")
    for file in (packs.PDF, packs.XLSX):
        (folder / file).write_bytes(file.encode())
    return folder


@pytest.mark.parametrize("ward", ["all", "43104", "HQ"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_says_what_it_would_make(home, lang, ward):
    app = opened("briefing", lang=lang, ward=ward)
    assert labels(app, "button") == [text("briefing.button", lang)] and not labels(app)
    assert text("briefing.none", lang) in words(app) and text("demo.mark", lang) in words(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_press_makes_what_the_filters_show_and_offers_it(home, lang, monkeypatch):
    asked = []

    def steps(job):
        asked.append(job.arguments)
        lay(home, job.arguments[-1].rsplit("/", 1)[1], lang=lang)
        yield Step({"ja": "問う", "en": "ask"}, 0.5)

    monkeypatch.setattr(following.Job, "steps", steps)
    app = opened("briefing", lang=lang, ward="43104")
    app.button(key="make").click().run()
    assert not app.exception and not app.error
    (command,) = asked
    folder = packs.folder_of(home, 1, "43104", "2025", lang)
    assert command == ("brief", "--ward", "43104", "--wave", "2025", "--lang", lang, "--out", str(folder))
    files = [text(f"briefing.file.{suffix}", lang) for suffix in ("pdf", "xlsx", "zip")]
    assert labels(app) == files * 2, "where it was made, and in the list"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_failure_shows_the_last_words_of_the_job(home, lang, monkeypatch):
    def steps(job):
        yield Step({"ja": "問う", "en": "ask"}, 0.5)
        raise JobFailedError(["ディスクに空きがない", "the disk is full"])

    monkeypatch.setattr(following.Job, "steps", steps)
    app = opened("briefing", lang=lang)
    app.button(key="make").click().run()
    (error,) = app.error
    assert "ディスクに空きがない" in error.value and "the disk is full" in error.value
    assert text("jobs.failed", lang) in error.value and not labels(app)


def test_packs_are_told_by_edition_and_damaged_or_unfinished_ones_are_not(home):
    lay(home, "edition1_43104_2025_ja")
    lay(home, ".edition1_all_2025_ja.build-7")
    lay(home, "broken")
    (home.packs / "broken" / packs.MANIFEST).write_text("{", encoding="utf-8")
    (pack,) = packs.made(home)
    assert (pack.edition, pack.ward, pack.withdrawn) == (1, "43104", False)
    assert pack.files()[packs.ZIP]() == pack.files()[packs.ZIP](), "the same folder, the same bytes"
    app = opened("briefing", lang="ja")
    assert "南区" in words(app) and "第1版（2026-11-25）" in words(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_karte_and_the_list_offer_their_pdf(home, lang):
    assert text("karte.pdf.one", lang) in labels(opened("karte", lang=lang, association="43105-1008"))
    button = opened("associations", lang=lang).button(key="kartes")
    assert button.disabled and button.label == text("karte.pdf.several", lang)
    button = opened("associations", lang=lang, ward="43104").button(key="kartes")
    assert "190" in button.label and not button.disabled
