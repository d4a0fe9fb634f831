"""A clerk writes words, not codes: themes, kinds, units and wards by name; and says which table a file is."""

import json

import pytest
from small_city import TABLES, export
from test_rules import problem_of

from dashboard import intake
from dashboard.intake import contract

AREA = {"type": "Polygon", "coordinates": [[[130, 32], [131, 32], [131, 33], [130, 33], [130, 32]]]}


def in_words(name: str, column: str, rows: list[list[str]]) -> list[list[str]]:
    at = rows[0].index(column)
    rule = contract.tables()[name].columns[column]
    said = dict(zip(rule.allowed, rule.said("ja"), strict=True))
    return [rows[0], *([*row[:at], said.get(row[at], row[at]), *row[at + 1 :]] for row in rows[1:])]


def test_words_mean_what_the_codes_mean(city):
    assert intake.load([city.files], city.settings).ok
    before = intake.kept_tables(city.settings)
    city.put("questions.csv", in_words("questions", "theme", TABLES["questions.csv"]))
    city.put("scales.csv", in_words("scales", "class", TABLES["scales.csv"]))
    counts = in_words("headcounts", "dimension", TABLES["headcounts.csv"])
    names = {"all": "市全体", "B1": "みらい局", "B2": "北区役所", "HQ": "本庁", "HQ|a1": "本庁|29歳以下"}
    city.put("headcounts.csv", [[*row[:2], names.get(row[2], row[2]), *row[3:]] for row in counts])
    report = intake.load([city.files], city.settings)
    assert report.ok, [it.message("en") for it in report.problems if it.severity == "error"]
    after = intake.kept_tables(city.settings)
    for name in ("questions", "scales", "headcounts"):
        assert after.frames[name].equals(before.frames[name]), name


def test_a_name_that_several_units_bear_is_refused_and_a_member_is_counted_once(city):
    rows = TABLES["headcounts.csv"]
    city.put("headcounts.csv", [*rows, ["2025", "department", "総務課", "40", ""]])
    assert problem_of(intake.check([city.files], city.settings), "unknown_member").value == "総務課"
    city.put("headcounts.csv", [*rows, ["2025", "department", "北区役所 総務課", "40", ""]])
    assert intake.check([city.files], city.settings).ok
    city.put("headcounts.csv", [*rows, ["2025", "bureau", "みらい局", "9", ""]])
    assert problem_of(intake.check([city.files], city.settings), "doubled_key").row == len(rows) + 1


def test_a_ward_may_be_written_by_the_name_that_the_outlines_give_it(city):
    rows = [[{"51101": "海の区"}.get(cell, cell) for cell in row] for row in TABLES["units.csv"]]
    path = city.put("units.csv", rows)
    assert problem_of(intake.check([path], city.settings), "bad_ward").value == "海の区"
    area = {"type": "Feature", "properties": {"code": "51101", "name": "海の区"}, "geometry": AREA}
    drawn = json.dumps({"type": "FeatureCollection", "features": [area]}, ensure_ascii=False)
    city.put("boundaries.geojson", drawn.encode())
    report = intake.check([city.files], city.settings)
    assert report.ok and problem_of(report, "wards_by_name").values["count"] == 2


@pytest.mark.parametrize("choice", ["アンケート.csv=responses/令和7年度", "アンケート.csv=responses/2025"])
def test_a_file_is_what_it_is_said_to_be(city, choice):
    (city.files / "responses_2025.csv").unlink()
    path = city.put("アンケート.csv", export())
    others = [it for it in city.files.iterdir() if it != path]
    assert problem_of(intake.check([*others, path], city.settings), "unknown_table").file == path.name
    report = intake.load([*others, path], city.settings, choices=[choice])
    assert report.ok, [it.message("en") for it in report.problems if it.severity == "error"]
    assert intake.kept_tables(city.settings).responses["2025"].shape[0] == 30
    for wrong, rule in [("アンケート.csv=cats", "unknown_table_name"), ("responses", "bad_choice"),
                        ("アンケート.csv=responses", "wave_needed")]:  # fmt: skip
        assert problem_of(intake.check([*others, path], city.settings, choices=[wrong]), rule)


def test_what_excel_leaves_beside_an_open_table_is_told_and_not_read(city):
    lock = city.put("~$units.xlsx", b"\x05clerk")
    report = intake.check([lock, *(it for it in city.files.iterdir() if it != lock)], city.settings)
    assert report.ok and problem_of(report, "lock_file").severity == "note"


@pytest.mark.parametrize("name", ["調査回 (1).csv", "調査回 - コピー.csv", "waves - copy.csv", "調査回のコピー.CSV"])
def test_a_second_copy_is_known_by_its_name(name):
    assert contract.recognised(name) == ("waves", None)
    assert contract.recognised("回答(2025).csv") == ("responses", "2025")
