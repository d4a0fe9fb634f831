"""The kind of areas told by a header, their names in place of codes, and the day told over a table."""

import datetime

import pytest
from small_places import PLACES
from test_rules import problem_of

from dashboard import intake

VALUES = ["自治会コード", "年度", "世帯数", "members"]
NAMES = {"a1": "一丁目自治会", "a2": "二丁目 自治会"}


@pytest.fixture
def places(city):
    """The small city with its place tables."""
    for name, rows in PLACES.items():
        city.put(name, rows)
    return city


def kept(city, table="indicator_values"):
    report = intake.load([city.files], city.settings)
    assert report.ok, [problem.message("en") for problem in report.problems if problem.severity == "error"]
    return intake.kept_tables(city.settings).frames[table], report


def by_header(*headers, areas=("a1", "a2")):
    """The same values under headers for the areas."""
    cells = [[{"区": "51101", "校区": "K1"}.get(header, area) for header in headers] for area in areas]
    return [[*headers, *VALUES[1:]], *([*areas_of, "2025", "10", "8"] for areas_of in cells)]


@pytest.mark.parametrize("header", ["自治会コード", "自治会名", "町内会", "団体コード"])
def test_a_header_tells_the_kind_and_a_name_its_code(places, header):
    rows = by_header(header)
    if header not in ("自治会コード", "団体コード"):
        rows = [[NAMES.get(cell, cell) for cell in row] for row in rows]
    places.put("指標値.csv", rows)
    frame, report = kept(places)
    assert sorted(map(tuple, frame[["area_kind", "area", "value"]].to_numpy())) == [
        ("association", "a1", 8.0), ("association", "a1", 10.0), ("association", "a2", 8.0), ("association", "a2", 10.0)
    ]  # fmt: skip
    assert problem_of(report, "area_by_header").column == header


def test_of_several_headers_the_finest_is_the_area_and_a_code_goes_before_a_name(places):
    rows = [
        ["区", "校区", "自治会名", "自治会コード", *VALUES[1:]],
        ["北区", "本校区", "別の名", "a1", "2025", "10", "8"],
    ]
    places.put("指標値.csv", rows)
    assert set(kept(places)[0]["area"]) == {"a1"}


def test_districts_and_wards_are_known_by_header_and_name_too(places):
    places.put("指標値.csv", [["校区", *VALUES[1:]], ["新 校区", "2025", "10", "8"]])
    frame, _ = kept(places)
    assert set(map(tuple, frame[["area_kind", "area"]].to_numpy())) == {("district", "K2")}
    places.put("指標値.csv", [["行政区", *VALUES[1:]], ["51101", "2025", "10", "8"]])
    assert set(kept(places)[0]["area_kind"]) == {"ward"}


def test_a_name_that_two_areas_bear_is_refused_with_what_to_do(places):
    places.put(
        "自治会一覧.csv", [*PLACES["自治会一覧.csv"], ["a4", "一丁目自治会", "い", "51102", "K2", "", "", "", "", ""]]
    )
    places.put("指標値.csv", [["自治会名", *VALUES[1:]], ["一丁目自治会", "2025", "10", "8"]])
    report = intake.check([places.files], places.settings)
    errors = [it for it in report.problems if it.severity == "error"]
    assert [(it.rule, it.row, it.column, it.value) for it in errors] == [
        ("ambiguous_area", 2, "自治会名", "一丁目自治会")
    ]
    assert "コード" in errors[0].remedy("ja")


def test_a_name_and_its_code_are_the_same_area(places):
    rows = [["自治会名", *VALUES[1:]], ["一丁目自治会", "2025", "10", "8"], ["a1", "2025", "11", "8"]]
    places.put("指標値.csv", rows)
    assert problem_of(intake.check([places.files], places.settings), "doubled_key").row == 3


def test_an_own_column_for_the_kind_goes_before_any_header(places):
    rows = [["区分", "コード", "校区", *VALUES[1:]], ["association", "a1", "K2", "2025", "10", "8"]]
    places.put("指標値.csv", rows)
    assert set(map(tuple, kept(places)[0][["area_kind", "area"]].to_numpy())) == {("association", "a1")}


def test_a_kind_that_stands_in_a_row_makes_it_no_header(places):
    """区分 and 指標 hold words that are headers elsewhere."""
    rows = [["自治会", area, "世帯数", "X", ""] for area in ("a1", "a2")]
    places.put("指標値.csv", [["区分", "コード", "指標", "令和6年度", "令和7年度"], *rows])
    assert sorted(kept(places)[0]["area"]) == ["a1", "a2"]


TITLE = [["町内自治会一覧", "", "", "（令和７年７月１日現在）"], []]
DAY = datetime.date(2025, 7, 1)


@pytest.mark.parametrize("personal", [False, True])
def test_a_day_in_the_title_is_the_day_of_a_list_also_where_only_a_copy_is_kept(places, personal):
    rows = PLACES["自治会一覧.csv"]
    if personal:
        rows = [[*row, word] for row, word in zip(rows, ("会長氏名", "某", "某", "某"), strict=True)]
    places.put("自治会一覧.csv", [*TITLE, *rows])
    frame, report = kept(places, "associations")
    assert set(frame["as_of"]) == {DAY} and problem_of(report, "day_by_title").value == "2025-07-01"


def test_it_is_the_day_of_its_own_fiscal_year_only_and_an_own_column_goes_before_it(places):
    rows = [["自治会コード", *VALUES[1:]], ["a1", "令和6年度", "10", "8"], ["a1", "2025", "11", "9"]]
    places.put("指標値.csv", [*TITLE, *rows])
    frame, _ = kept(places)
    assert set(map(tuple, frame[["fiscal_year", "as_of"]].to_numpy())) == {(2024, None), (2025, DAY)}
    dated = [[*row, word] for row, word in zip(rows, ("時点", "", "2025-06-01"), strict=True)]
    places.put("指標値.csv", [*TITLE, *dated])
    assert set(kept(places)[0]["as_of"]) == {None, datetime.date(2025, 6, 1)}


@pytest.mark.parametrize(
    "over", ["令和7年7月1日現在（令和6年7月1日現在と比較）", "令和7年13月1日現在", "令和7年7月1日作成"]
)
def test_two_days_or_none_over_a_table_tell_nothing(places, over):
    places.put("自治会一覧.csv", [[over], *PLACES["自治会一覧.csv"]])
    assert set(kept(places, "associations")[0]["as_of"]) == {None}
