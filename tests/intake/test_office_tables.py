"""Tables as offices keep them: titles, merged headers, units, notes, totals, marks, codes with a check digit."""

import io

import openpyxl
import pytest
from small_places import PLACES
from test_rules import problem_of

from dashboard import intake
from dashboard.intake import values


@pytest.fixture
def places(city):
    """The small city with its place tables."""
    for name, rows in PLACES.items():
        city.put(name, rows)
    return city


def rules(report) -> list[str]:
    return [it.rule for it in report.problems]


def kept(city, table):
    report = intake.load([city.files], city.settings)
    assert report.ok, [problem.message("en") for problem in report.problems if problem.severity == "error"]
    return intake.kept_tables(city.settings).frames[table], report


WIDE = [
    ["令和７年度　町内自治会の状況"],
    ["", "", "", "", "（令和7年7月1日現在）"],
    ["区分", "地域コード", "年度", "時点", "世帯数【世帯】", "加入世帯数（世帯）"],
    ["association", "a1", "R7", "令和7年7月1日", "１，２００", "X"],
    ["association", "a2", "平31", "2025-07-01", "40", "…"],
    ["association", "a2", "令和７年度", "2025-07-01", "△5", "－"],
    ["合計", "", "R7", "", "1,195", ""],
    ["", "", "", "", "", ""],
    ["注1）世帯数は住民基本台帳による。", "", "", "", "", ""],
    ["自治振興課調べ", "", "", "", "", ""],
]


def test_a_wide_table_of_an_office_is_read_as_it_is_meant(places):
    places.put("指標値.csv", WIDE)
    found, report = kept(places, "indicator_values")
    rows = found.set_index(["area", "fiscal_year", "indicator"])
    assert rows.loc[("a1", 2025, "households"), "value"] == 1200
    assert rows.loc[("a1", 2025, "members"), "status"] == "秘匿"
    assert rows.loc[("a2", 2019, "members"), "status"] == "欠測" and rows.loc[("a2", 2019, "households"), "value"] == 40
    assert rows.loc[("a2", 2025, "households"), "value"] == -5
    assert ("a2", 2025, "members") not in rows.index and len(rows) == 5  # － is none: no value, and not zero
    told = {it.rule: it.row for it in report.problems if it.file == "指標値.csv"}
    assert told == {"note_row": 10, "total_row": 7, "mark_withheld": 4, "mark_missing": 5, "mark_none": 6}
    [table] = [it for it in report.tables if it["table"] == "indicator_values"]
    assert (table["header_row"], table["encoding"], table["first_rows"][0]["row"]) == (3, "utf-8-sig", 4)


def test_a_long_table_has_its_marks_too(places):
    (places.files / "指標値.csv").unlink()
    head = ["area_kind", "area", "fiscal_year", "indicator", "value"]
    lines = [["association", "a1", "2025", "members", "[c]"], ["association", "a2", "2025", "members", "-"]]
    places.put("indicator_values.csv", [head, *lines, ["association", "a2", "2025", "households", "0"]])
    found, _ = kept(places, "indicator_values")
    assert found[["area", "status"]].to_numpy().tolist() == [["a1", "秘匿"], ["a2", "実測"]]
    assert found["value"].tolist()[1] == 0


TOTALS = [
    # households of a1, a2 and of the row of totals -> what is said of it
    ("1200", "40", "1240", None),
    ("1200", "40", "1250", "total_differs"),
    ("0", "0", "35", "suspected_withheld"),
    ("0", "0", "0", None),
    ("1200", "X", "9", None),  # never made again over a withheld part
    ("1200", "…", "9", None),
]


@pytest.mark.parametrize("at", ["top", "bottom"])
@pytest.mark.parametrize(("one", "two", "total", "rule"), TOTALS)
def test_a_total_is_taken_out_and_compared(places, at, one, two, total, rule):
    rows = [["association", "a1", "2025", "", one, "1"], ["association", "a2", "2025", "", two, "1"]]
    whole = ["", "総数", "2025", "", total, "2"]
    header = ["区分", "地域コード", "年度", "時点", "世帯数", "members"]
    places.put("指標値.csv", [header, *([whole, *rows] if at == "top" else [*rows, whole])])
    found, report = kept(places, "indicator_values")
    assert set(found["area"]) == {"a1", "a2"}
    assert {"total_differs", "suspected_withheld"} & set(rules(report)) == ({rule} if rule else set())
    assert problem_of(report, "total_row").row == (2 if at == "top" else 4)


def test_subtotals_are_compared_with_their_own_rows(places):
    lines = [["R7", "vision", "", "印刷", "10", "no"], ["R7", "vision", "", "小計", "10", "no"],
             ["R7", "dispatch", "", "旅費", "30", "no"], ["R7", "dispatch", "", "消耗品", "5", "no"],
             ["R7", "dispatch", "", "小計", "35", "no"], ["R7", "", "", "合計", "44", "no"]]  # fmt: skip
    places.put("事業費.csv", [["年度", "提言", "区", "費目", "金額【千円】", "人件費"], *lines])
    found, report = kept(places, "costs")
    assert found["amount_thousand_yen"].tolist() == [10, 30, 5]
    wrong = problem_of(report, "total_differs")
    assert (wrong.row, wrong.value, wrong.values["sum"]) == (7, "44", "45")


@pytest.mark.parametrize("title", [True, False])
def test_a_unit_that_is_not_the_columns_is_refused(places, title):
    head = ["年度", "提言", "区", "費目", "金額" if title else "金額【円】", "人件費"]
    above = [["", "", "", "", "（単位：円）"]] if title else []
    places.put("事業費.csv", [*above, head, ["R7", "vision", "", "印刷", "10000", "no"]])
    report = intake.check([places.files], places.settings)
    assert not report.ok and problem_of(report, "unit_differs").values["expected"] == "千円"


def test_merged_headers_over_two_rows_name_one_column(places):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [["指標の値"], ["区分", "地域コード", "年度", "時点", "世帯", None],
                [None, None, None, None, "数", "加入"], ["association", "a1", 2025, None, 1200, 800]]:  # fmt: skip
        sheet.append(row)
    sheet.merge_cells("E2:F2")
    buffer = io.BytesIO()
    book.save(buffer)
    (places.files / "指標値.csv").unlink()
    rows = [list(row) for row in PLACES["指標.csv"]]
    rows[2][2] = "世帯加入"
    places.put("指標.csv", rows)
    places.put("指標値.xlsx", buffer.getvalue())
    found, report = kept(places, "indicator_values")
    assert found[["indicator", "value"]].to_numpy().tolist() == [["households", 1200.0], ["members", 800.0]]
    [table] = [it for it in report.tables if it["table"] == "indicator_values"]
    assert (table["sheet"], table["header_row"]) == ("Sheet", 3)


def test_a_workbook_is_read_as_it_is_shown(places):
    """A percentage is 0.25 inside, 007 is 7: read as a person sees them."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["自治会コード", "町名", "区", "割合"])
    sheet.append([7, "本町", 511013, 0.25])
    sheet["A2"].number_format, sheet["D2"].number_format = "000", "0.0%"
    buffer = io.BytesIO()
    book.save(buffer)
    from dashboard.intake.read import sheets

    [found] = sheets("x.xlsx", buffer.getvalue())
    assert found.rows[1] == (2, ["007", "本町", "511013", "25%"])


def test_a_formula_never_computed_and_an_error_are_refused_by_cell(places):
    rows = [list(row) for row in PLACES["自治会一覧.csv"]]
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.active["F2"] = "=16+16.8"
    book.active["G3"] = "#N/A"
    buffer = io.BytesIO()
    book.save(buffer)
    (places.files / "自治会一覧.csv").unlink()
    places.put("自治会一覧.xlsx", buffer.getvalue())
    report = intake.check([places.files], places.settings)
    assert not report.ok
    formula, error = problem_of(report, "formula_without_value"), problem_of(report, "error_cell")
    assert (formula.row, formula.column, error.row, error.column) == (2, "緯度", 3, "経度")


def test_codes_with_a_check_digit_and_codes_without_their_zeros(places):
    def renamed(name, **columns):
        rows = [list(row) for row in PLACES[name]]
        for row in rows[1:]:
            for column, change in columns.items():
                row[rows[0].index(column)] = change(row[rows[0].index(column)])
        places.put(name, rows)

    digits = {"51101": "511013", "51102": "511021"}
    assert all(values.municipality(six) == five for five, six in digits.items())
    renamed("校区.csv", 区=digits.get, 校区コード=lambda it: "00" + it[1])
    renamed("自治会一覧.csv", 校区=lambda it: it[1])
    renamed("指標値.csv", 地域コード=lambda it: "002" if it == "K2" else it)
    renamed("dispatch_reports.csv", area=lambda it: "001")
    found, report = kept(places, "associations")
    assert set(found["district"]) == {"001", "002"} and set(found["ward"]) == {"51101", "51102"}
    assert problem_of(report, "zeros_restored").values["count"] == 3
    with pytest.raises(ValueError, match="511014"):
        values.municipality("511014")


def test_a_column_that_may_be_blank_takes_a_mark_and_one_that_may_not_refuses_it(places):
    places.put("activities.csv", [*PLACES["activities.csv"][:1], ["h1", "2025-05-01", "訪問", "…", "－"]])
    found, report = kept(places, "activities")
    assert found[["hours", "residents"]].isna().all().all() and {"mark_missing", "mark_none"} <= set(rules(report))
    places.change("headcounts.csv", 2, "staff", "X")
    assert problem_of(intake.check([places.files], places.settings), "bad_value").value == "X"
