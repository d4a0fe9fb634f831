"""Tables with a column for each year are read as the long table they stand for, or refused: no thing is told twice."""

import datetime
import tempfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_city import City, csv_bytes
from small_places import PLACES
from test_rules import problem_of

from dashboard import intake
from dashboard.intake.by_year import period
from dashboard.intake.report import Findings
from dashboard.intake.small_tables import read_table
from dashboard.intake.tables import Source

NAMES = {"households": "世帯数", "members": "加入世帯数"}
AREAS = ("a1", "a2", "K1")
MARKS = ["X", "…", "秘匿", "欠測", "－", ""]
NUMBER = st.integers(-2000, 2100)  # among them many that look like years
WAYS = {
    2019: ["令和元年度", "R1", "2019", "平成31年度", "2019年度（令和元年度）", "ＦＹ２０１９"],
    2021: ["令和3年度", "Ｒ３", "2021", "2021年度", "令和３年度"],
    2023: ["令和5年度【世帯】", "R5（世帯）", "２０２３", "令和5年"],
}  # fmt: skip


def number_as_written(value: int, form: int) -> str:
    return [f"{value}", f"{value:,}", f"▲{-value:,}" if value < 0 else f"{value}.0", f" {value} "][form]


CELL = st.one_of(st.sampled_from(MARKS), st.builds(number_as_written, NUMBER, st.integers(0, 3)))
TABLE = st.fixed_dictionaries({(area, name): st.tuples(CELL, CELL, CELL) for area in AREAS for name in NAMES})


def kind(area: str) -> str:
    return "district" if area.startswith("K") else "association"


def indicators() -> pd.DataFrame:
    rows = [{"indicator": code, "label_ja": label, "measured_in": "世帯", "numerator": None, "denominator": None,
             "additive": True} for code, label in NAMES.items()]  # fmt: skip
    return pd.DataFrame(rows)


def read(rows: list[list[str]], table: str = "indicator_values") -> tuple[pd.DataFrame | None, Findings]:
    findings = Findings("x.csv")
    found = read_table(Source("x.csv", csv_bytes(rows), table), {"indicators": indicators()}, findings)
    return None if found is None else found.frame, findings


def sorted_rows(frame: pd.DataFrame) -> list[list]:
    key = ["area", "fiscal_year", "indicator"]
    frame = frame.sort_values(key).reset_index(drop=True).astype(object)
    return frame.where(frame.notna(), None).to_numpy().tolist()


@settings(max_examples=150, database=None)
@given(TABLE, st.tuples(*(st.sampled_from(ways) for ways in WAYS.values())), st.booleans())
def test_a_table_by_year_is_the_long_table_it_stands_for(cells, years, merged):
    head = ["区分", "地域コード", "指標"]
    body = [[kind(area), area, NAMES[name], *three] for (area, name), three in cells.items()]
    top = [[*head, "推移", "", ""], ["", "", "", *years]] if merged else [[*head, *years]]
    wide, told = read([["統計表"], *top, *body])
    long_rows = [[kind(area), area, NAMES[name], str(year), cell] for (area, name), three in cells.items()
                 for year, cell in zip(WAYS, three, strict=True) if cell.strip()]  # fmt: skip
    long_rows = long_rows or [[kind("a1"), "a1", NAMES["members"], "2019", "－"]]
    long, _ = read([[*head, "年度", "値"], *long_rows])
    assert told.ok and sorted_rows(wide) == sorted_rows(long)


@pytest.mark.parametrize(
    ("header", "year", "day"),
    [
        ("令和5年7月1日現在", "2023", "2023-07-01"), ("R6.3.31時点", "2023", "2024-03-31"),
        ("令和5年度末【世帯】", "2023", "2024-03-31"), ("H30", "2018", ""), ("2021/4/1", "2021", "2021-04-01"),
    ],
)  # fmt: skip
def test_a_header_is_a_year_or_a_day(header, year, day):
    found = period(header)
    assert (found.year, found.day) == (year, day)


@pytest.mark.parametrize("header", ["増減", "前年度比", "合計", "45000", "1234", "備考", "世帯数", "令和5年度比"])
def test_other_headers_are_no_year(header):
    assert period(header) is None


@pytest.fixture
def places():
    with tempfile.TemporaryDirectory() as folder:
        city = City(Path(folder))
        for name, rows in PLACES.items():
            city.put(name, rows)
        yield city


def test_statistics_of_an_office_are_kept_with_a_row_for_each_year(places):
    rows = [["校区別統計"], ["区分", "地域コード", "指標", "令和5年7月1日現在", "令和6年7月1日現在（世帯）", "増減"],
            ["association", "a1", "世帯数", "1,180", "1,200", "20"], ["association", "a2", "members", "X", "－", "-"],
            ["合計", "", "世帯数", "1,180", "1,210", "30"], ["注 各年の申告による。"]]  # fmt: skip
    places.put("指標値.csv", rows)
    report = intake.load([places.files], places.settings)
    assert report.ok, [it.message("en") for it in report.problems if it.severity == "error"]
    found = intake.kept_tables(places.settings).frames["indicator_values"]
    assert found[["area", "fiscal_year", "indicator", "status"]].to_numpy().tolist() == [
        ["a1", 2023, "households", "実測"], ["a1", 2024, "households", "実測"], ["a2", 2023, "members", "秘匿"],
    ]  # fmt: skip
    assert found["value"].tolist()[:2] == [1180, 1200] and found["as_of"].tolist()[0] == datetime.date(2023, 7, 1)
    said = problem_of(report, "years_to_rows")
    assert (said.values["count"], said.values["first"], said.values["last"]) == (2, "2023", "2024")
    assert problem_of(report, "total_differs").column == "令和6年7月1日現在（世帯）"
    assert "増減" in {it.column for it in report.problems if it.rule == "unknown_column"}


def test_costs_by_year_are_read_and_a_bad_cell_is_told_by_its_header(places):
    head = ["提言", "区", "費目", "人件費", "令和5年度（千円）", "令和6年度（千円）"]
    places.put("事業費.csv", [head, ["vision", "", "印刷", "no", "10", "1,200"], ["vision", "", "旅費", "no", "", "5"]])
    assert intake.load([places.files], places.settings).ok
    costs = intake.kept_tables(places.settings).frames["costs"]
    assert costs[["fiscal_year", "amount_thousand_yen"]].to_numpy().tolist() == [[2023, 10], [2024, 1200], [2024, 5]]
    places.put("事業費.csv", [head, ["vision", "", "印刷", "no", "10", "多い"]])
    wrong = problem_of(intake.check([places.files], places.settings), "bad_value")
    assert (wrong.row, wrong.column, wrong.value) == (2, "令和6年度（千円）", "多い")


HEAD = ["区分", "地域コード", "指標"]
REFUSED = {
    "a year too": ([[*HEAD, "年度", "R5", "R6"], ["association", "a1", "世帯数", "R5", "1", "2"]], "years_and_column"),
    "a value too": ([[*HEAD, "値", "R5"], ["association", "a1", "世帯数", "1", "2"]], "years_and_column"),
    "a member too": ([["区分", "地域コード", "世帯数", "R5"], ["association", "a1", "1", "2"]], "years_and_column"),
    "one day for two years": (
        [[*HEAD, "時点", "R5", "R6"], ["association", "a1", "世帯数", "2025-07-01", "1", "2"]], "years_and_column"),
    "one year twice": ([[*HEAD, "R5", "2023"], ["association", "a1", "世帯数", "1", "2"]], "doubled_column"),
    "another unit": ([[*HEAD, "R5【人】", "R6"], ["association", "a1", "世帯数", "1", "2"]], "unit_differs"),
    "years over members": (
        [["区分", "地域コード", "R5", "", "R6", ""], ["", "", "世帯数", "加入世帯数", "世帯数", "加入世帯数"],
         ["association", "a1", "1", "1", "2", "2"]], "years_over_columns"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_told_twice_is_refused(case):
    rows, rule = REFUSED[case]
    _, findings = read(rows)
    assert rule in {it.rule for it in findings.problems if it.severity == "error"}
    assert "years_to_rows" not in {it.rule for it in findings.problems} or rule in ("doubled_column", "unit_differs")
