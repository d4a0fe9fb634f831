"""The same fault in many rows is told once, with nothing lost; what a waiting reading answers is no problem."""

import re

from small_city import TABLES, export
from typer.testing import CliRunner

from dashboard import intake
from dashboard.__main__ import app
from dashboard.i18n import LANGUAGES
from dashboard.intake.grouping import groups, unanswered
from dashboard.intake.report import Problem


def group_of(report, rule):
    (found,) = [it for it in groups(report.problems) if it.problems[0].rule == rule]
    return found


def test_a_fault_in_many_rows_is_one_line_on_the_command_line_too(city):
    header, row, *_ = export()
    city.put("responses_2025.csv", [header] + [[*row[:5], str(20 + at % 7), *row[6:]] for at in range(1000)])
    report = intake.check([city.files], city.settings)
    found = group_of(report, "outside_scale")
    assert found.count == 1000 and found.rows == list(range(2, 1002))
    assert "2、3、4、5、6行目ほか995行" in found.message(
        "ja"
    ) and "値「20」「21」「22」「23」「24」など" in found.message("ja")
    assert "rows 2, 3, 4, 5, 6 and 995 more" in found.message("en") and '"24" and others' in found.message("en")
    assert len(found.as_dict()["ja"]["each"]) == 51, "fifty one by one, and one for the rest"
    done = CliRunner().invoke(app, ["--home", str(city.settings.home.folder), "check", str(city.files)])
    for lang in LANGUAGES:
        assert done.output.count(found.message(lang)) == 1
    assert len(re.findall("responses_2025.csv", done.output)) < 10


def test_what_differs_from_row_to_row_is_told_of_the_first_and_other_columns_stand_apart(city):
    waves = TABLES["waves.csv"]
    city.put("waves.csv", [*waves, waves[1], waves[2], *[waves[1]] * 60])
    head, first, second, *rest = TABLES["headcounts.csv"]
    odd = [[*first[:3], "約千人", first[4]], ["last year", *second[1:3], "約百人", second[4]]]
    city.put("headcounts.csv", [head, *odd, *rest])
    report = intake.check([city.files], city.settings)
    found = group_of(report, "doubled_key")
    first = found.problems[0]
    assert f"{first.row}行目では：{first.what('ja')}" in found.message("ja")
    assert {it.rule for it in report.problems} >= {"doubled_again"}
    apart = {it.problems[0].column: it.rows for it in groups(report.problems) if it.problems[0].rule == "bad_value"}
    assert apart == {"wave": [3], "staff": [2, 3]}


def test_a_few_of_which_different_things_are_said_are_told_one_by_one():
    doubled = [Problem("error", "doubled_key", "a.csv", row, "wave", "2023", {"first": row - 5}) for row in (9, 8, 7)]
    assert [it.rows for it in groups(doubled)] == [[7], [8], [9]]
    same = [Problem("error", "doubled_again", "a.csv", row, "wave") for row in (9, 8)]
    assert [it.rows for it in groups(same)] == [[8, 9]]


def test_a_single_problem_and_those_without_a_row_stand_as_they_are(city):
    city.change("waves.csv", 2, "label_ja", "")
    city.put("units.csv", [cells[1:] for cells in TABLES["units.csv"]])
    report = intake.check([city.files], city.settings)
    for it in groups(report.problems):
        if len(it.problems) == 1:
            assert it.message("ja") == it.problems[0].message("ja")
    assert sum(len(it.problems) for it in groups(report.problems)) == len(report.problems)


def test_a_column_that_a_file_lacks_is_named_in_the_readers_language(city):
    header, *rows = export()
    city.put("responses_2025.csv", [header[:2] + header[5:], *(row[:2] + row[5:] for row in rows)])
    report = intake.check([city.files], city.settings)
    absent = [it for it in report.problems if it.rule == "attribute_absent"]
    assert {it.column for it in absent} == {"grade", "age", "dispatched"}
    told = {lang: " ".join(it.message(lang) for it in absent) for lang in LANGUAGES}
    assert "列「まちづくり派遣の経験」" in told["ja"] and 'column "dispatch experience"' in told["en"]
    assert "dispatched" not in told["ja"] + told["en"]


def test_a_column_is_named_as_its_file_heads_it(city):
    header, *rows = export()
    city.put("responses_2025.csv", [header, *([row[0], "43199", *row[2:]] for row in rows[:1]), *rows[1:]])
    report = intake.check([city.files], city.settings)
    assert any(f"列「{header[1]}」" in it.message("ja") for it in report.problems if it.file == "responses_2025.csv")


def test_what_a_waiting_reading_answers_is_no_problem_of_its_own():
    label = {"kind": "label", "written": "とても", "proposed": "5", "scale": "agree5"}
    head = {"kind": "header", "written": "やる気*1*", "proposed": "q1", "scale": None}
    tables = [{"file": "a.csv", "proposals": [label, head]}]
    cell = Problem("error", "outside_scale", "a.csv", 2, "q1", "とても")
    counted = Problem("error", "outside_scale", "a.csv", None, "q1", None, rows=(9, 10))
    unread = Problem("error", "unknown_column", "a.csv", None, "やる気*1*")
    proposal = Problem("error", "proposal", "a.csv", None, "q1")
    assert unanswered([cell, counted, unread, proposal], tables) == []
    other = Problem("error", "outside_scale", "a.csv", 3, "q1", "知らない")
    assert unanswered([cell, counted, other], tables) == [counted, other], "the counted ones may be of this kind"
    assert unanswered([cell, counted, unread, proposal], []) == [cell, counted, unread]
