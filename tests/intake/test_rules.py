"""Every rule names file, row, column and value, in both languages; a refused file changes nothing."""

import re

import pytest
from small_city import TABLES, csv_bytes, export, tree

from dashboard import intake
from dashboard.i18n import LANGUAGES
from dashboard.i18n.catalogue import messages
from dashboard.settings import ROOT

# file, row, column, what is written there -> rule, and the value shown
BROKEN = [
    ("waves.csv", 2, "wave", "last year", "bad_value", "last year"),
    ("waves.csv", 2, "fiscal_year", "令和6年度", "year_differs", "2024"),
    ("waves.csv", 2, "opened_on", "7月7日", "bad_value", "7月7日"),
    ("waves.csv", 2, "closed_on", "", "half_period", "2023"),
    ("waves.csv", 2, "closed_on", "2023-06-01", "ends_before", "2023-06-01"),
    ("waves.csv", 2, "label_ja", " ", "value_required", None),
    ("waves.csv", 3, "wave", "2023", "doubled_key", "2023"),
    ("questions.csv", 2, "theme", "love", "not_allowed", "love"),
    ("questions.csv", 2, "kind", "essay", "not_allowed", "essay"),
    ("questions.csv", 2, "scale", "agree9", "unknown_reference", "agree9"),
    ("questions.csv", 2, "scale", "", "scale_required", "q1"),
    ("questions.csv", 2, "reversed", "maybe", "bad_value", "maybe"),
    ("questions.csv", 2, "item", "問1", "bad_item", "問1"),
    ("questions.csv", 2, "item", "Unit", "reserved_item", "Unit"),
    ("questions.csv", 2, "item", "Q2", "alike_items", "q2"),
    ("questions.csv", 4, "first_wave", "2019", "unknown_reference", "2019"),
    ("questions.csv", 4, "last_wave", "2023", "ends_before", "2023"),
    ("scales.csv", 2, "score", "many", "bad_value", "many"),
    ("scales.csv", 2, "score", "", "score_required", "7"),
    ("scales.csv", 2, "class", "", "class_required", "7"),
    ("scales.csv", 9, "score", "0", "score_not_allowed", "0"),
    ("scales.csv", 3, "label_ja", "段階７", "ambiguous_option", "段階７"),
    ("units.csv", 4, "parent", "B7", "no_bureau", "B7"),
    ("units.csv", 3, "parent", "B1", "nested_bureau", "B1"),
    ("units.csv", 4, "level", "班", "not_allowed", "班"),
    ("units.csv", 7, "unit", "U3", "doubled_key", "U3 /"),
    ("headcounts.csv", 2, "staff", "約千人", "bad_value", "約千人"),
    ("headcounts.csv", 2, "staff", "-1", "too_low", "-1"),
    ("headcounts.csv", 2, "member", "B1", "unknown_member", "B1"),
    ("headcounts.csv", 3, "member", "U1", "unknown_member", "U1"),
    ("headcounts.csv", 5, "member", "43101", "unknown_member", "43101"),
    ("headcounts.csv", 8, "member", "HQ", "unknown_member", "HQ"),
    ("headcounts.csv", 8, "member", "HQ|a9", "unknown_member", "HQ|a9"),
    ("headcounts.csv", 2, "wave", "2022", "unknown_reference", "2022"),
    ("survey_results.csv", 2, "item", "q99", "unknown_reference", "q99"),
    ("survey_results.csv", 2, "fav", "0.551", "shares_not_100", "45.5"),
    ("survey_results.csv", 2, "fav", "155.1", "too_high", "155.1"),
    ("survey_results.csv", 2, "neu", "", "partial_shares", "q1"),
    ("survey_results.csv", 2, "mean", "7.5", "mean_outside", "7.5"),
    ("survey_results.csv", 3, "mean", "", "no_result", "motivation"),
    ("responses_2025.csv", 7, "所属", "宇宙課", "unknown_unit", "宇宙課"),
    ("responses_2025.csv", 7, "所属", "総務課", "ambiguous_value", "総務課"),
    ("responses_2025.csv", 7, "所属", "旧企画課", "unit_not_valid", "旧企画課"),
    ("responses_2025.csv", 7, "区", "北極区", "unknown_ward", "北極区"),
    ("responses_2025.csv", 7, "職位", "社長", "outside_scale", "社長"),
    ("responses_2025.csv", 7, "年齢階級", "120", "outside_scale", "120"),
    ("responses_2025.csv", 7, "Q1 意欲", "8", "outside_scale", "8"),
    ("responses_2025.csv", 7, "q3", "段階９", "outside_scale", "段階９"),
]


def problem_of(report: intake.Report, rule: str) -> intake.Problem:
    found = [it for it in report.problems if it.rule == rule]
    assert found, [(it.rule, it.row, it.column, it.value) for it in report.problems]
    return found[0]


@pytest.mark.parametrize(("file", "row", "column", "written", "rule", "value"), BROKEN)
def test_a_broken_cell_is_named_and_nothing_changes(city, file, row, column, written, rule, value):
    assert intake.load([city.files], city.settings).ok
    before = tree(city.settings.home.folder)
    city.change(file, row, column, written)
    report = intake.load([city.files], city.settings)
    assert not report.ok
    problem = problem_of(report, rule)
    at = {"alike_items": 3}.get(rule, row)
    assert (problem.file, problem.row, problem.value) == (file, at, value)
    assert problem.column is not None
    for lang in LANGUAGES:
        sentence = problem.message(lang)
        assert file in sentence and str(at) in sentence and problem.column in sentence
        assert value is None or value in sentence
        assert problem.remedy(lang)
    assert problem.message("ja") != problem.message("en")
    assert tree(city.settings.home.folder) == before


def test_a_refused_first_load_leaves_no_home(city):
    city.change("scales.csv", 2, "score", "many")
    assert not intake.load([city.files], city.settings).ok
    assert not city.settings.home.folder.exists()


def test_check_writes_nothing(city):
    assert intake.check([city.files], city.settings).ok
    assert not city.settings.home.folder.exists()


def test_the_same_error_in_thousands_of_rows_is_listed_fifty_times_and_counted(city):
    header, row, *_ = export()
    city.put("responses_2025.csv", [header] + [[*row[:5], "9", *row[6:]]] * 1000)
    report = intake.check([city.files], city.settings)
    *listed, rest = [it for it in report.problems if it.rule == "outside_scale"]
    assert [it.row for it in listed] == list(range(2, 52)) and rest.rows == tuple(range(52, 1002))


@pytest.mark.parametrize(
    ("name", "change", "rule"),
    [
        ("units.csv", lambda rows: [cells[1:] for cells in rows], "missing_column"),
        ("units.csv", lambda rows: [[*cells, cells[0]] for cells in rows], "doubled_column"),
        ("units.csv", lambda rows: [["何か"], ["1"]], "no_header"),
        ("units.csv", lambda rows: [*rows[:3], [*rows[3], "x"], *rows[4:]], "long_row"),
        ("units.csv", lambda rows: [*rows, [*rows[-1][:7], "2020-01-01", "2024-05-01"]], "overlapping_unit"),
        ("responses_2025.csv", lambda rows: [[*cells, cells[-1]] for cells in rows], "doubled_column"),
        ("responses_2025.csv", lambda rows: [cells[1:] for cells in rows], "missing_column"),
        ("responses_2025.csv", lambda rows: [cells[:5] for cells in rows], "no_items"),
        ("responses_2025.csv", lambda rows: [[*rows[0][:7], "q3_old"], *rows[1:]], "item_not_asked"),
        ("questions.csv", lambda rows: [*rows, ["q4", *rows[1][1:]]], "ambiguous_column"),
    ],
)
def test_a_broken_header_is_refused(city, name, change, rule):
    city.put(name, change(export() if name.startswith("responses") else TABLES[name]))
    report = intake.check([city.files], city.settings)
    assert not report.ok
    problem = problem_of(report, rule)
    assert problem.severity == "error" and problem.message("ja") and problem.remedy("en")


def test_other_files_are_refused_or_skipped_by_name(city, tmp_path):
    for name in ("README.md", "truth.toml", "memo.csv", ".DS_Store"):
        city.put(name, b"a,b\r\n1,2\r\n")
    (city.files / "seed").mkdir()
    report = intake.check([city.files], city.settings)
    assert report.ok
    assert report.skipped == [".DS_Store", "README.md", "memo.csv", "seed/", "truth.toml"]
    assert problem_of(report, "table_not_recognised").file == "memo.csv"
    for path, rule in [("memo.csv", "unknown_table"), ("none.csv", "no_file"), ("old/responses.csv", "no_file")]:
        report = intake.check([city.files / path], city.settings)
        assert not report.ok and problem_of(report, rule)
    city.put("responses.csv", export())
    assert problem_of(intake.check([city.files / "responses.csv"], city.settings), "wave_needed")
    assert problem_of(intake.check([tmp_path / "home"], city.settings, table="cats"), "unknown_table_name")
    old = city.put("units.xls", b"\xd0\xcf")
    assert problem_of(intake.check([city.files], city.settings), "doubled_table").values["other"] == "units.csv"
    assert problem_of(intake.check([old], city.settings), "old_excel").remedy("ja").find("xlsx") > 0


def test_a_wave_that_is_unknown_or_not_held_is_refused(city):
    for name, rule in [("responses_2019.csv", "unknown_wave"), ("responses_2024.csv", "wave_not_held")]:
        path = city.put(name, export())
        assert problem_of(intake.check([city.files], city.settings), rule).file == name
        path.unlink()


def test_more_answers_than_staff_is_a_warning(city):
    city.change("headcounts.csv", 3, "staff", "3")
    report = intake.check([city.files], city.settings)
    problem = problem_of(report, "more_than_asked")
    assert report.ok and (problem.values["member"], problem.values["answered"]) == ("B1", 10)
    assert problem_of(report, "margins_differ").value == "bureau"


def test_every_rule_has_words_and_every_word_a_rule():
    source = "".join(path.read_text("utf-8") for path in (ROOT / "dashboard" / "intake").glob("*.py"))
    for lang in LANGUAGES:
        rules = {key.removeprefix("intake.rule.") for key in messages(lang) if key.startswith("intake.rule.")}
        remedies = {key.removeprefix("intake.remedy.") for key in messages(lang) if key.startswith("intake.remedy.")}
        assert rules == remedies
        assert rules == {rule for rule in rules if f'"{rule}"' in source}
        used = re.findall(r'"(?:error|warning|note)",\s*"([a-z_0-9]+)"', source)
        used += re.findall(r'UnreadableError\("([a-z_]+)"', source)
        assert set(used) <= rules


def test_a_report_is_plain_data_and_shows_no_address(city):
    city.change("responses_2025.csv", 7, "所属", "taro.yamada@example.jp")
    told = intake.check([city.files], city.settings).as_dict()
    assert "taro" not in str(told)
    assert told["ok"] is False and {"ja", "en"} <= told["problems"][0].keys()
    assert csv_bytes([["x"]])
