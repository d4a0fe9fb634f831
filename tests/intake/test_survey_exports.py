"""Exports as form services give them; and the assistant, which proposes, keeps what is confirmed, and tells changes."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_city import TABLES, export, tree
from test_rules import problem_of
from typer.testing import CliRunner

from dashboard import intake
from dashboard.__main__ import app
from dashboard.intake import confirmed
from dashboard.intake.assistant import likeness
from dashboard.intake.options import looked_up

QUESTIONS = TABLES["questions.csv"]


def loaded(city, wave="2025"):
    report = intake.load([city.files], city.settings)
    assert report.ok, [it.message("en") for it in report.problems if it.severity == "error"]
    return intake.kept_tables(city.settings).responses[wave], report


def told(report) -> dict:
    return next(it for it in report.tables if it["table"] == "responses")


def test_an_export_with_everything_a_form_service_adds(city):
    header, *rows = export()
    wordings = ["1. 仕事に①の\n意欲がある。", "髙﨑の負担を感じる。", "ビジョンを知る。"]
    questions = [[*row] for row in QUESTIONS]
    questions[1][8] = "1. 仕事に①の意欲がある。"
    city.put("questions.csv", questions)
    second = ["", "", "", "", "", "単一回答", "単一回答", "単一回答"]
    body = [["回答一覧"], [], ["タイムスタンプ", *header[:5], *wordings], ["", *second], []]
    body += [["2025/07/08 9:15", *row] for row in rows] + [["注：令和7年7月31日締切"]]
    city.put("responses_2025.csv", body)
    frame, report = loaded(city)
    assert len(frame) == 30 and frame["q1"].tolist()[:3] == ["7", "7", "3"]
    rules = [it.rule for it in report.problems if it.file == "responses_2025.csv"]
    assert {"second_header", "note_row", "personal_column", "kept_without"} <= set(rules)
    assert problem_of(report, "second_header").row == 4
    assert told(report)["header_row"] == 3 and told(report)["first_rows"][0]["row"] == 6
    assert "2025/07/08" not in json.dumps(report.as_dict(), ensure_ascii=False)


OPTIONS = {"a": "a", "職場,自宅": "a", "電話、メール": "b", "b": "b", "その他": "c", "c": "c"}


@settings(max_examples=200, database=None)
@given(
    st.lists(st.sampled_from(list(OPTIONS)), min_size=1, max_size=5),
    st.sampled_from([";", "；", ",", ", ", "、", "\n", ";\n"]),
)
def test_answers_that_tick_several_are_read_with_every_mark(ticked, mark):
    """An option may hold the mark itself; a trailing mark changes nothing."""
    codes = ";".join(dict.fromkeys(OPTIONS[it] for it in ticked))
    for text in (mark.join(ticked), mark.join(ticked) + mark):
        assert looked_up(text, OPTIONS, many=True) == codes
    assert looked_up(mark.join([*ticked, "知らない"]), OPTIONS, many=True) is None


def misspelt(city):
    """Two headers and an answer that only come near."""
    header, *rows = export()
    header = [*header[:5], "Q1 仕事意欲", "職場で髙﨑の負担を感じる", "q3"]
    rows[0] = [*rows[0][:2], "係員級職員", *rows[0][3:]]
    city.put("responses_2025.csv", [header, *rows])


def test_what_comes_near_is_proposed_and_never_applied(city):
    misspelt(city)
    report = intake.load([city.files], city.settings)
    assert not report.ok and not city.settings.home.folder.exists()
    made = {(it["kind"], it["written"]): it["proposed"] for it in told(report)["proposals"]}
    assert made == {("header", "職場で髙﨑の負担を感じる"): "q2", ("header", "Q1 仕事意欲"): "q1",
                    ("label", "係員級職員"): "g1"}  # fmt: skip
    assert {it.value for it in report.problems if it.rule == "proposal"} == {written for _, written in made}
    assert {it.column for it in report.problems if it.rule == "item_absent"} == {"q1", "q2"}


def test_what_is_confirmed_is_kept_and_used_next_year(city, tmp_path):
    expected, _ = loaded(city)
    before = tree(city.settings.home.sources / "originals")
    misspelt(city)
    home = str(city.settings.home.folder)
    choice = tmp_path / "choice.json"
    choice.write_text(
        json.dumps({"headers": {"Q1 仕事意欲": "q1"}, "labels": {"grade": {"係員級職員": "g1"}}}), "utf-8"
    )
    done = CliRunner().invoke(
        app, ["--home", home, "confirm", "令和7年度", "職場で髙﨑の負担を感じる=q2", "--file", str(choice)]
    )
    assert done.exit_code == 0, done.output
    frame, report = loaded(city)
    assert frame.equals(expected) and before.items() <= tree(city.settings.home.sources / "originals").items()
    assert {it["header"]: it["how"] for it in told(report)["read_as"]}["Q1 仕事意欲"] == "confirmed"

    waves = [*TABLES["waves.csv"], ["2026", "R8", "令和8年度調査", "FY2026", "2026-07-06", "2026-08-07", "人事課", "1"]]
    city.put("waves.csv", waves)
    header, *rows = export()
    city.put("responses_2026.csv", [[*header[:5], "Q1 仕事意欲", "髙﨑の負担を感じる。"], *(row[:7] for row in rows)])
    report = intake.load([city.files / "waves.csv", city.files / "responses_2026.csv"], city.settings)
    assert report.ok, [it.message("en") for it in report.problems if it.severity == "error"]
    assert {it["header"]: it["how"] for it in told(report)["read_as"]}["Q1 仕事意欲"] == "carried"
    assert told(report)["before"] == "2025"
    assert told(report)["changed"]["headers"] == {
        "new": [], "gone": [{"name": "q3", "before": "q3"}],
        "reworded": [{"name": "q2", "before": "職場で髙﨑の負担を感じる", "now": "髙﨑の負担を感じる。"}],
    }  # fmt: skip
    assert told(report)["changed"]["labels"]["grade"]["gone"] == ["係員級職員"]
    assert problem_of(report, "headers_changed").values["gone"] == 1


@pytest.mark.parametrize(
    ("given_", "rule"),
    [({"headers": {"氏名": "q1"}}, "personal_confirmed"), ({"headers": ["q1"]}, "bad_confirmation"),
     ([], "bad_confirmation"), ({"labels": {"grade": "g1"}}, "bad_confirmation"), ({"other": {}}, "bad_confirmation")],
)  # fmt: skip
def test_a_confirmation_is_checked(given_, rule):
    assert [it.rule for it in confirmed.checked(given_)] == [rule]


def test_a_confirmation_of_what_was_not_asked_is_told_and_a_damaged_one_too(city):
    confirmed.keep_confirmed(city.settings.home.sources, "2025", {"Q1 意欲": "q9"}, {"grade": {"x": "g9"}})
    assert problem_of(intake.check([city.files], city.settings), "item_not_asked").values["item"] == "q9"
    (city.settings.home.sources / "codebook.json").write_text("{", "utf-8")
    with pytest.raises(intake.SourcesError):
        intake.check([city.files], city.settings)


@pytest.mark.parametrize(
    ("one", "other"),
    [("そう思います", "そう思わない"), ("agree", "disagree"), ("dissatisfied", "satisfied"), ("負担だ", "負担でない")],
)
def test_the_opposite_is_never_proposed(one, other):
    assert likeness(one, other) == likeness(other, one) == 0
    assert likeness("そう思います", "そう思う") >= 0.6
    assert likeness("仕事を負担に感じる(答えたくない方は空欄)", "仕事を負担に感じる") == 0.95


def test_likeness_knows_a_wording_inside_a_longer_header():
    assert likeness("ビジョンを知っている", "市のビジョンを知っている方は") == 0.95
    assert likeness("", "a") == 0 and likeness("そう思う", "時間") < 0.6


def test_an_attribute_that_is_absent_is_named_in_words_and_a_ward_is_the_units(city):
    city.put("responses_2025.csv", [[*row[:1], *row[2:4], *row[5:]] for row in export()])
    frame, report = loaded(city)
    absent = [it for it in report.problems if it.rule == "attribute_absent"]
    assert [it.column for it in absent] == ["dispatched"] and "まちづくり派遣の経験" in absent[0].message("ja")
    assert {"51101", "51102", "HQ"} <= set(frame["ward"].dropna())
