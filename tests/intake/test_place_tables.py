"""Tables of places: wide and long are the same, every rule names its cell, everything kept comes back."""

import datetime

import pytest
from small_city import tree
from small_places import LONG, PLACES
from test_rules import problem_of

from dashboard import intake
from dashboard.i18n import LANGUAGES


@pytest.fixture
def places(city):
    """The small city with its place tables."""
    for name, rows in PLACES.items():
        city.put(name, rows)
    return city


def kept(city, table):
    report = intake.load([city.files], city.settings)
    assert report.ok, [problem.message("en") for problem in report.problems if problem.severity == "error"]
    return intake.kept_tables(city.settings).frames[table]


def test_a_wide_table_is_the_long_one(places):
    wide = kept(places, "indicator_values")
    (places.files / "指標値.csv").unlink()
    places.put("indicator_values.csv", LONG)
    long = kept(places, "indicator_values")
    key = ["area_kind", "area", "fiscal_year", "indicator"]
    assert sorted(map(tuple, wide[key].to_numpy())) == sorted(map(tuple, long[key].to_numpy()))
    columns = [*key, "value", "status", "as_of"]
    left, right = (frame.sort_values(key)[columns].astype(object).reset_index(drop=True) for frame in (wide, long))
    assert left.where(left.notna(), None).equals(right.where(right.notna(), None))


def test_zero_missing_and_blank_stay_apart(places):
    values = kept(places, "indicator_values").set_index(["area", "indicator"])
    assert values.loc[("K2", "households"), "value"] == 0
    assert values.loc[("a2", "members"), "status"] == "欠測" and ("K2", "members") not in values.index
    assert values.loc[("a1", "members"), "value"] == 800 and values.loc[("a1", "households"), "value"] == 1200


def test_dates_months_and_years_of_an_office_are_read(places):
    associations = kept(places, "associations").set_index("association")
    assert associations.loc["a2", "valid_from"] == datetime.date(1993, 4, 1)
    assert (
        associations.loc["a3", "succeeded_by"] == "a2"
        and associations.loc["a3", "lat"] != associations.loc["a3", "lat"]
    )
    assert intake.kept_tables(places.settings).frames["dispatch_reports"]["month"].tolist() == [
        datetime.date(2025, 5, 1)
    ]
    assert intake.kept_tables(places.settings).frames["project_stages"]["entered"].tolist() == ["2024", "2025-06-01"]


def test_two_visits_on_one_day_are_two_visits(places):
    assert len(kept(places, "activities")) == 2


# file, row, column, what is written there -> rule, and the value shown
BROKEN = [
    ("校区.csv", 3, "校区コード", "K1", "doubled_key", "K1"),
    ("自治会一覧.csv", 2, "校区", "K9", "unknown_reference", "K9"),
    ("自治会一覧.csv", 2, "区", "51102", "ward_of_district", "51102"),
    ("自治会一覧.csv", 2, "ふりがな", "", "value_required", None),
    ("自治会一覧.csv", 2, "緯度", "130.7", "too_high", "130.7"),
    ("自治会一覧.csv", 4, "解散日", "1999-03-31", "ends_before", "1999-03-31"),
    ("自治会一覧.csv", 4, "引継先", "a9", "unknown_reference", "a9"),
    ("指標.csv", 4, "分母", "", "half_rate", "rate"),
    ("指標.csv", 4, "階級", "90 80 70", "bad_breaks", "90 80 70"),
    ("指標.csv", 2, "分野", "愛", "not_allowed", "愛"),
    ("指標値.csv", 2, "地域コード", "a9", "unknown_area", "a9"),
    ("指標値.csv", 4, "地域コード", "a1", "unknown_area", "a1"),
    ("指標値.csv", 2, "世帯数", "約千", "bad_value", "約千"),
    ("指標値.csv", 3, "地域コード", "a1", "doubled_key", "association / a1 / 2025 / households"),
    ("地域課題.csv", 2, "誰が", "市長", "not_allowed", "市長"),
    ("地域課題.csv", 2, "完了日", "2025-04-01", "ends_before", "2025-04-01"),
    ("地域課題.csv", 2, "担当所属", "U7", "unknown_reference", "U7"),
    ("地域課題.csv", 2, "地域コード", "a9", "unknown_area", "a9"),
    ("project_stages.csv", 3, "stage", "採択", "not_allowed", "採択"),
    ("project_stages.csv", 2, "entered", "昨年", "bad_value", "昨年"),
    ("dispatches.csv", 2, "area", "a9", "unknown_area", "a9"),
    ("dispatches.csv", 2, "ends_on", "2025-03-01", "ends_before", "2025-03-01"),
    ("activities.csv", 2, "kind", "散歩", "not_allowed", "散歩"),
    ("dispatch_reports.csv", 2, "month", "5月頃", "bad_value", "5月頃"),
]


@pytest.mark.parametrize(("file", "row", "column", "written", "rule", "value"), BROKEN)
def test_a_broken_cell_is_named_and_nothing_changes(places, file, row, column, written, rule, value):
    assert intake.load([places.files], places.settings).ok
    before = tree(places.settings.home.folder)
    rows = [list(cells) for cells in PLACES[file]]
    rows[row - 1][rows[0].index(column)] = written
    places.put(file, rows)
    report = intake.load([places.files], places.settings)
    assert not report.ok
    problem = problem_of(report, rule)
    assert (problem.file, problem.row, problem.value) == (file, row, value)
    for lang in LANGUAGES:
        assert file in problem.message(lang) and str(row) in problem.message(lang) and problem.remedy(lang)
    assert tree(places.settings.home.folder) == before


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (["association", "a1", "2025", "", "rate", "66.7", ""], "rate_has_values"),
        (["association", "a1", "2025", "", "households", "5", "秘匿"], "status_and_value"),
        (["association", "a1", "2025", "", "households", "", "実測"], "status_and_value"),
    ],
)
def test_a_value_must_agree_with_its_status_and_a_rate_is_computed_here(places, row, rule):
    (places.files / "指標値.csv").unlink()
    places.put("indicator_values.csv", [LONG[0], row])
    report = intake.check([places.files], places.settings)
    assert not report.ok and problem_of(report, rule).row == 2


def test_names_and_telephones_of_people_are_never_kept(places):
    rows = [list(cells) for cells in PLACES["自治会一覧.csv"]]
    places.put(
        "自治会一覧.csv", [[*cells, word] for cells, word in zip(rows, ("会長氏名", "熊本太郎", "", ""), strict=True)]
    )
    report = intake.load([places.files], places.settings)
    assert report.ok, [problem.message("en") for problem in report.problems if problem.severity == "error"]
    assert "熊本太郎" not in str(report.as_dict())
    everything = b"".join(path.read_bytes() for path in places.settings.home.folder.rglob("*") if path.is_file())
    assert "熊本太郎".encode() not in everything and "会長氏名".encode() not in everything


def test_places_alone_are_loaded_beside_an_earlier_survey(places):
    """What is not handed in again stays as it was kept."""
    assert intake.load([places.files], places.settings).ok
    again = places.put("activities.csv", PLACES["activities.csv"][:2])
    assert intake.load([again], places.settings).ok
    kept = intake.kept_tables(places.settings)
    assert len(kept.frames["activities"]) == 1 and len(kept.frames["associations"]) == 3 and len(kept.responses) == 1


def test_an_adoption_without_a_document_is_named_and_kept(places):
    rows = [list(cells) for cells in PLACES["project_stages.csv"]]
    rows[2][rows[0].index("document_no")] = ""
    places.put("project_stages.csv", rows)
    report = intake.load([places.files], places.settings)
    problem = problem_of(report, "document_needed")
    assert report.ok and (problem.severity, problem.row, problem.value) == ("warning", 3, "p1")


def test_a_row_of_another_table_may_be_called_by_its_name_if_no_other_bears_it(places):
    by_code = kept(places, "associations")
    rows = PLACES["自治会一覧.csv"]
    named = [[*row[:4], {"K1": "本 校区"}.get(row[4], row[4]), *row[5:]] for row in rows]
    places.put("自治会一覧.csv", named)
    assert kept(places, "associations").equals(by_code)
    places.put("校区.csv", [*PLACES["校区.csv"], ["K3", "本校区", "ほんこうく", "51102", "新", "校区"]])
    assert problem_of(intake.check([places.files], places.settings), "unknown_reference").value == "本 校区"


def test_a_missing_column_of_wards_is_told_once_and_no_row_is_called_wrong_for_it(places):
    rows = [[*row[:3], *row[4:]] for row in PLACES["自治会一覧.csv"]]
    places.put("自治会一覧.csv", rows)
    problems = [it for it in intake.check([places.files], places.settings).problems if it.severity == "error"]
    assert [(it.rule, it.column) for it in problems] == [("missing_column", "ward")]


@pytest.mark.parametrize("header", ["行政区", "区名"])
def test_a_ward_stands_under_any_of_its_headers_in_every_table(places, header):
    by_code = kept(places, "associations")
    rows = PLACES["自治会一覧.csv"]
    places.put("自治会一覧.csv", [[header if cell == "区" else cell for cell in rows[0]], *rows[1:]])
    assert kept(places, "associations").equals(by_code)
