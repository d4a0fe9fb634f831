"""The find page: a number typed in opens what it stands for, in words, with its rows and files."""

import csv
import io
from html import escape

import pytest
from python_calamine import CalamineWorkbook
from streamlit.testing.v1 import AppTest

from dashboard.edition.ask import ask
from dashboard.edition.catalogue import catalogue
from dashboard.edition.evidence import evidence
from dashboard.settings import PAGES, ROOT, settings
from dashboard.ui.behind import as_csv, as_workbook
from dashboard.ui.frame import Frame, base_of
from dashboard.ui.shown_on import chosen, link_to
from dashboard.ui.state import Choice

ASKED = {
    "survey_trend": ({"measure": "gap_vision", "view": "ward", "member": "43104"}, ["ビジョンの共有", "南区"], "./?"),
    "survey_items": ({"view": "bureau", "member": "B03"}, ["局・区役所", "令和7年度（2025年度）"], "workplace?"),
    "survey_members": ({"view": "ward_grade", "parent": "43104"}, ["区×職位", "南区"], "motivation?"),
    "area_values": ({"area_kind": "district", "ward": "43104"}, ["校区", "加入率"], "associations?"),
    "karte": ({"association": "43104-0103"}, ["自治会"], "karte?"),
    "survey_nonresponse": ({"measure": "gap_vision"}, ["ビジョンの共有", "回答しなかった職員により"], "unknowns?"),
    "project_pipeline": ({"origin": "大学研究"}, ["大学研究"], "institute?"),
    "vision_trend": ({"network": "reactions"}, ["反応", "水循環局"], "vision?"),
    "answers_given": ({"ward": "43101"}, ["中央区"], "actions?"),
    "waves": ({}, ["調査はいつ実施したか"], None),
}


@pytest.fixture
def app(demo_home, monkeypatch):
    monkeypatch.setenv("DASHBOARD_HOME", str(demo_home.home.folder))
    return AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)


def opened(app, lang, written):
    app.query_params.update({"lang": lang, "q": written})
    app.run()
    app.switch_page(str(PAGES / "find.py")).run()
    assert not app.exception and not app.error and not app.warning
    return " ".join(str(block.proto.body) for block in app.get("html"))


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", ASKED)
def test_a_number_opens_its_question_in_words(app, demo_home, demo_edition, name, lang):
    given, told, link = ASKED[name]
    answer = ask(demo_edition, name, **given)
    number = evidence(demo_home.home).of(answer)
    page = opened(app, lang, number.lower())
    question = answer.question.ja if lang == "ja" else answer.question.en
    assert escape(question) in page and f"{number}{'・第1版' if lang == 'ja' else ', edition 1'}" in page
    assert "SELECT" in page and "k-tab" in page
    assert (f'href="{link}' in page) if link else "href=" not in page
    if lang == "ja":
        assert all(word in page for word in told)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_an_unknown_number_is_told_with_what_to_do(app, lang):
    page = opened(app, lang, "E-ZZZZZ<b>")
    assert ("入れ直す" if lang == "ja" else "type it again") in page and "ZZZZZ&lt;b&gt;" in page


def test_a_withdrawn_or_missing_edition_is_told(app, demo_home, demo_edition):
    number = evidence(demo_home.home).of(ask(demo_edition, "survey_wave"))
    assert "第9版はありません" in opened(app, "ja", f"{number}・第9版")


@pytest.mark.parametrize(("lang", "kind"), [("ja", "校区"), ("en", "School district")])
def test_a_name_lists_what_fits_with_links_that_hold(app, lang, kind):
    app.query_params["ward"] = "43104"  # another ward: a link must let go of it
    page = opened(app, lang, "泉沢")
    assert "k-box-found" in page and kind in page and "43102-12" in page
    assert all("ward=all" in link for link in page.split('href="')[1:] if "43102-" in link.split('"')[0])
    none = opened(app, lang, "存在しない名前の場所")
    assert ("よみがな" if lang == "ja" else "Type the reading") in none


def test_enter_on_one_best_hit_opens_its_karte(app):
    app.query_params["ward"] = "43104"
    app.run()
    app.switch_page(str(PAGES / "find.py")).run()
    app.text_input[0].set_value("ニッシン 第3町内自治会").run()  # half converted
    assert not app.exception and app.query_params["association"] in ("43101-0103", ["43101-0103"])
    assert app.query_params["ward"] in ("all", ["all"])


def test_what_was_typed_stands_in_the_link(app):
    app.query_params["q"] = "E-ZZZZZ"
    app.run()
    app.switch_page(str(PAGES / "find.py")).run()
    app.text_input[0].set_value("").run()
    assert app.query_params["q"] in ("", [""])
    app.text_input[0].set_value("E-YYYYY").run()
    assert app.query_params["q"] in ("E-YYYYY", ["E-YYYYY"])


def test_the_link_keeps_only_what_this_edition_can_show(demo_edition):
    answer = ask(demo_edition, "survey_trend", measure="a1", view="ward", member="43104")
    assert chosen(answer.parameters) == {"measure": "a1", "ward": "43104"}
    allowed = {"measure": ["motivation"], "ward": ["all", "43104"]}
    link = link_to(answer, Choice(measure="motivation"), allowed)
    assert "ward=43104" in link and "measure=motivation" in link


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_both_files_of_a_figure_carry_its_number(demo_home, demo_edition, lang):
    words = catalogue(demo_edition)
    frame = Frame(demo_home, words, Choice(lang=lang, wave="2025"), {})
    answer = ask(demo_edition, "survey_wave", view="ward")
    base, number = base_of(frame), evidence(demo_home.home).of(answer)
    header, *lines = csv.reader(as_csv(frame, answer, base).decode("utf-8-sig").splitlines())
    assert len(lines) == 6 and {line[header.index("evidence")] for line in lines} == {number}
    book = CalamineWorkbook.from_filelike(io.BytesIO(as_workbook(frame, answer, base)))
    about = " ".join(str(cell) for row in book.get_sheet_by_index(1).to_python() for cell in row)
    assert number in about and (answer.question.ja if lang == "ja" else answer.question.en) in about


def test_a_register_that_cannot_be_written_leaves_figures_without_a_number(tmp_path, demo_edition, caplog):
    (tmp_path / "log").write_text("a file where the folder should be")
    frame = Frame(settings(tmp_path), catalogue(demo_edition), Choice(wave="2025"), {})
    assert frame.evidence(ask(demo_edition, "survey_wave")) == ""
    assert "台帳に書けない" in caplog.text and "cannot be written" in caplog.text
