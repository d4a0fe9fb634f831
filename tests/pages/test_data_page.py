"""The data page: what was checked is what is loaded; nothing is confirmed, shown or taken back without a press."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.edition.store import Store
from dashboard.i18n import text
from dashboard.intake import contract
from dashboard.settings import PAGES, ROOT, settings
from dashboard.ui import data_page, data_page_kept, following

LANGUAGES = ("ja", "en")
READ = {
    "table": "events",
    "wave": None,
    "file": "<b>events.csv",
    "rows": 26,
    "encoding": "cp932",
    "columns": [{"header": "date", "name": "date"}],
    "first_rows": [{"row": 2, "cells": ["<script>2011-03-12"]}],
}
FINE = {"ok": True, "problems": [], "groups": [], "skipped": [], "tables": [READ]}
WRONG = {
    "severity": "error",
    "rule": "bad_value",
    "file": "events.csv",
    "row": 3,
    "column": "date",
    "value": "x",
    "ja": {"message": "読めません。", "remedy": "直してください。"},
    "en": {"message": "Cannot be read.", "remedy": "Correct it."},
}
MANY = {
    "severity": "error",
    "rule": "bad_value",
    "file": "events.csv",
    "count": 38,
    "ja": {"message": "38行にある。", "remedy": "直してください。", "each": ["3行目<b>", "40行目"]},
    "en": {"message": "In 38 rows.", "remedy": "Correct it.", "each": ["row 3<b>", "row 40"]},
}
PROPOSED = {
    "kind": "header",
    "written": "やる気*1*",
    "proposed": "q1",
    "words": "意欲がある",
    "likeness": 0.8,
    "scale": None,
}


@pytest.fixture
def answers(monkeypatch):
    """What jobs were asked, and the report each gives."""
    asked, reports = [], []

    def steps(job):
        asked.append(job.arguments)
        job.output = json.dumps(reports.pop(0), ensure_ascii=False).splitlines()
        yield from ()

    monkeypatch.setattr(following.Job, "steps", steps)
    return asked, reports


def opened(lang="ja"):
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    app.query_params.update({"lang": lang})
    app.run()
    app.switch_page(str(PAGES / "data.py")).run()
    assert not app.exception and not app.error
    return app


def dropped(lang, name="events.csv"):
    app = opened(lang)
    app.file_uploader[0].set_value((name, b"date\n", "text/csv")).run()
    app.button(key="check").click().run()
    assert not app.exception and not app.error
    return app


def words(app):
    return " ".join(str(block.proto.body) for block in app.get("html"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_checked_is_loaded_and_leaves_the_inbox(home, answers, lang):
    asked, reports = answers
    reports += [FINE, FINE]
    app = dropped(lang, "../events.csv")
    assert text("data.ready", lang) in words(app) and "Shift_JIS" in words(app)
    assert "<script>" not in words(app) and "<b>events" not in words(app)
    path = Path(asked[0][1])
    assert asked[0] == ("check", str(path), "--json") and path.parent.parent == home.inbox and path.exists()
    app.button(key="load").click().run()
    assert asked[1] == ("load", str(path), "--json")
    assert text("data.loaded", lang) in words(app) and not path.exists()
    assert app.button(key="load").disabled and app.button(key="check").disabled


@pytest.mark.parametrize("lang", LANGUAGES)
def test_refused_files_say_why_once_and_row_by_row_and_cannot_be_loaded(home, answers, lang):
    answers[1].append({**FINE, "ok": False, "problems": [WRONG], "groups": [{**MANY, "rows": 38}]})
    app = dropped(lang)
    assert MANY[lang]["message"] in words(app) and MANY[lang]["remedy"] in words(app)
    assert text("data.refused", lang, count="38") in words(app)
    assert text("data.one_by_one", lang, count="38") in [box.label for box in app.expander]
    assert "row 3<b>" not in words(app) and ("40行目" if lang == "ja" else "row 40") in words(app)
    assert app.button(key="load").disabled and not app.button(key="rejects").disabled


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_reading_is_never_used_unconfirmed(home, answers, lang, monkeypatch):
    asked, reports = answers
    confirmed = []

    def told(_, *arguments, lang):
        confirmed.append((arguments[:2], json.loads(Path(arguments[3]).read_text(encoding="utf-8"))))
        return []

    monkeypatch.setattr(data_page, "told", told)
    waiting = [{**READ, "table": "responses", "wave": "2025", "proposals": [PROPOSED]}]
    reports += [{**FINE, "tables": waiting}, FINE]
    app = dropped(lang)
    (box,) = app.checkbox
    assert box.value is False and app.button(key="confirm").disabled and not confirmed
    box.check().run()
    app.button(key="confirm").click().run()
    assert confirmed == [(("confirm", "2025"), {"headers": {"やる気*1*": "q1"}, "labels": {}})]
    assert [command[0] for command in asked] == ["check", "check"] and not app.checkbox


@pytest.mark.parametrize("lang", LANGUAGES)
def test_which_table_a_file_is_is_asked_only_where_its_name_does_not_tell(home, answers, lang):
    asked, reports = answers
    unknown = {**WRONG, "rule": "unknown_table", "file": "アンケート.csv", "row": None}
    replaced = {**WRONG, "rule": "replaces", "severity": "note", "row": None}
    asked_of = {**MANY, **unknown, "count": 1, "rows": 0}
    refused, ready = (
        {**FINE, "ok": False, "problems": [unknown], "groups": [asked_of]},
        {**FINE, "problems": [replaced]},
    )
    reports += [refused, ready, {**FINE, "problems": []}]
    app = dropped(lang, "アンケート.csv")
    assert text("data.waiting", lang) in words(app) and WRONG[lang]["message"] not in words(app), "asked, not blamed"
    assert app.button(key="which").disabled and not any(it.key.startswith("wave-") for it in app.selectbox)
    app.selectbox(key="table-アンケート.csv").select("responses").run()
    assert app.button(key="which").disabled, "a survey's answers need their year"
    app.selectbox(key="wave-アンケート.csv").select("2025").run()
    app.button(key="which").click().run()
    assert not app.exception and not app.error
    assert asked[1] == ("check", asked[0][1], "--as", "アンケート.csv=responses/2025", "--json")
    assert not [it for it in app.button if it.key == "which"]
    app.text_input(key="replace_reason").set_value("集計の誤り").run()
    app.button(key="load").click().run()
    assert asked[2] == ("load", *asked[1][1:4], "--reason", "集計の誤り", "--json")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_typed_karte_changes_is_shown_beside_what_was(home, answers, lang):
    change = {"place": "みなみ<自治会>", "what": "世帯数", "before": "412（R6）", "now": "420（R7）"}
    answers[1].append({**FINE, "visits": [{"ja": change, "en": {**change, "what": "Households"}}]})
    told = words(dropped(lang, "karte.xlsx"))
    assert "412（R6）" in told and "420（R7）" in told and "みなみ<" not in told
    assert ("世帯数" if lang == "ja" else "Households") in told


def test_a_template_comes_under_a_name_that_is_known_again(home):
    known = settings(home.folder).tables
    names = [data_page_kept.file_name(about, name, lang) for name, about in known.items() for lang in LANGUAGES]
    assert all(contract.recognised(name) is not None for name in names)


def held(home):
    """A second edition of the same rows, held back."""
    store = Store(home.editions)
    shutil.copy(store.path(1), store.path(2))
    with duckdb.connect(str(store.path(2))) as connection:
        connection.execute("UPDATE edition SET number = 2")
    ledger = json.loads((home.editions / "ledger.json").read_text(encoding="utf-8"))
    ledger["editions"].append({**ledger["editions"][0], "number": 2, "status": "held"})
    (home.editions / "ledger.json").write_text(json.dumps(ledger), encoding="utf-8")
    return store


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_held_edition_is_compared_shown_and_left_again(home, lang):
    store = held(home)
    app = opened(lang)
    assert text("data.headline", lang, number=1, date=app.session_state["frame"].catalogue.built_on) in words(app)
    assert text("data.same_files", lang) in words(app) and "913" in words(app)
    app.button(key="point").click().run()
    assert not app.exception and not app.error and store.current_number() == 2
    assert app.button(key="point").label == text("data.point", lang, number=1)
    app.button(key="point").click().run()
    assert not app.exception and not app.error and store.current_number() == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_another_name_or_source_of_the_map_is_told_beside_the_files(home, lang):
    store = held(home)
    with duckdb.connect(str(store.path(2))) as connection:
        connection.execute("UPDATE areas SET label_ja = 'あおば市', label_en = 'Aoba' WHERE area_kind = 'city'")
    told = words(opened(lang))
    known = {"ja": ("熊本市", "あおば市"), "en": ("Kumamoto City", "Aoba")}[lang]
    assert text("data.city_changed", lang, before=known[0], after=known[1]) in told
    assert text("data.credit_changed", lang, before="", after="").split("→")[0].strip() not in told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_edition_is_taken_back_with_a_reason_only(home, lang):
    store = held(home)
    app = opened(lang)
    app.selectbox(key="withdraw_number").select(1).run()
    app.text_input(key="withdraw_reason").set_value("  ").run()
    assert app.button(key="withdraw").disabled
    app.text_input(key="withdraw_reason").set_value("取り違え").run()
    app.button(key="withdraw").click().run()
    (error,) = app.error  # the only one that readers have seen cannot be taken back
    assert store.current_number() == 1 and text("data.failed", lang) in error.value
    app.selectbox(key="withdraw_number").select(2).run()
    app.button(key="withdraw").click().run()
    assert not app.error and store.editions()[1].reason == "取り違え" and "取り違え" in words(app)


def test_the_setting_hides_the_page(home):
    (home.folder / "settings.toml").write_text("[data]\npage = false\n", encoding="utf-8")
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        opened()


def test_every_table_of_rows_offers_a_template_that_opens(tmp_path):
    known = settings(tmp_path).tables
    assert "layer" in known["boundaries"] and "layer" not in known["events"]
    home = settings(tmp_path).home
    assert all(data_page_kept.made(home, *which).startswith(b"PK") for which in (["events"], ["--all", "--filled"]))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_templates_are_offered_first_and_the_items_that_come_along_are_told_of(home, lang):
    app = opened(lang)
    box = app.selectbox(key="template_table")
    assert box.options[:2] == [text("data.templates_all", lang), text("data.templates_filled", lang)]
    about = text("data.templates_filled_about", lang)
    assert about not in words(app)
    assert about in words(box.select(data_page_kept.FILLED).run())
