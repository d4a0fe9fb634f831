"""Bytes -> rows: every encoding, every delimiter, workbooks as offices make them."""

import datetime
import gzip
import io

import openpyxl
import pytest
from small_city import TABLES, csv_bytes, export

from dashboard import intake
from dashboard.intake import contract, read, values

WORDS = [["項目", "名称"], ["1", "①髙﨑祇\n二行目"], [], ["3", "a,b"]]
COMMON = [["項目", "名称"], ["1", "日本の職員\n二行目"], [], ["3", "a,b"]]  # EUC-JP has neither ① nor 髙


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_every_encoding_and_delimiter_gives_the_same_rows(encoding, delimiter):
    rows = COMMON if encoding == "euc_jp" else WORDS
    [sheet] = read.sheets("x.csv", csv_bytes(rows, encoding, delimiter))
    assert sheet.rows == [(1, rows[0]), (2, rows[1]), (4, rows[3])]  # the blank row keeps its number
    assert sheet.encoding == {"utf-8": "utf-8-sig"}.get(encoding, encoding)


def test_euc_that_is_also_valid_cp932_is_not_read_as_katakana():
    data = "意欲,あかさ\r\nあい,意欲\r\n".encode("euc_jp")
    assert data.decode("cp932") != data.decode("euc_jp")  # both fit
    assert read.decoded(data) == (data.decode("euc_jp"), "euc_jp")
    katakana = "設問,ｱｶｻ\r\n".encode("cp932")
    assert read.decoded(katakana) == (katakana.decode("cp932"), "cp932")


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("x.xls", b"\xd0\xcf\x11\xe0", "old_excel"),
        ("x.xlsx", b"not a workbook", "bad_workbook"),
        ("x.csv", b"", "empty_file"),
        ("x.csv", b"\r\n , \r\n", "empty_file"),
        ("x.csv", "項目,名称\r\n".encode("utf-16-le"), "no_text"),
        ("x.csv", b"a,b\r\n\xff\xff\xff,1\r\n", "bad_encoding"),
        ("x.csv", b'a,b\r\n1,2\r\n"3,4\r\n', "bad_csv"),
        ("x.csv.gz", b"\x1f\x8bbroken", "bad_gzip"),
        ("x.pdf", b"%PDF", "unknown_suffix"),
    ],
)
def test_what_is_no_table_is_refused_by_name(name, data, rule):
    with pytest.raises(read.UnreadableError) as refused:
        read.sheets(name, data)
    assert refused.value.rule == rule
    assert refused.value.row == (3 if rule == "bad_csv" else None)


def test_a_compressed_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(contract, "limit", lambda name: 1000)
    with pytest.raises(read.UnreadableError, match="too_large"):
        read.sheets("x.csv.gz", gzip.compress(b"a," * 5000))


def workbook(rows: list[list[object]], merge: tuple[str, ...] = (), sheets: tuple[str, ...] = ()) -> bytes:
    book = openpyxl.Workbook()
    for title in sheets:
        book.active.append([title])
        book.create_sheet()
        book.active = len(book.sheetnames) - 1
    for row in rows:
        book.active.append(row)
    for cells in merge:
        book.active.merge_cells(cells)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_workbook_with_title_rows_merged_headers_and_typed_cells(city):
    header, *data = export()
    rows = [
        ["令和7年度職員意識調査　回答"],
        ["作成者　山田"],
        [*header[:5], "職場", "", ""],
        [*[None] * 5, *header[5:]],
    ]
    typed = [[int(cell) if cell.isdigit() else cell for cell in cells] for cells in data]
    (city.files / "responses_2025.csv").unlink()
    merged = workbook(rows + typed, merge=("A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:H3"), sheets=("表紙",))
    city.put("令和7年度職員意識調査_回答.xlsx", merged)
    assert intake.load([city.files], city.settings).ok
    frame = intake.kept_tables(city.settings).responses["2025"]
    assert frame["q1"].tolist()[:3] == ["7", "7", "3"]
    assert frame["unit"].tolist()[:4] == ["U1", "U1", "U2", "U3"]
    assert all("山田" not in it.read_text("utf-8") for it in (city.settings.home.sources / "originals").iterdir())


def test_a_workbook_of_responses_is_kept_without_its_other_sheets(city):
    (city.files / "responses_2025.csv").unlink()
    city.put("回答_2025.xlsx", workbook(export(), sheets=("山田太郎",)))
    report = intake.load([city.files], city.settings)
    assert report.ok and "kept_without" in {it.rule for it in report.problems}
    assert len(intake.kept_tables(city.settings).responses["2025"]) == 30
    assert {it.suffix for it in (city.settings.home.sources / "originals").iterdir()} == {".csv"}


def test_excel_dates_and_a_row_number_below_titles(city):
    header, first, *rest = TABLES["waves.csv"]
    first = [*first[:4], datetime.date(2023, 7, 3), datetime.datetime(2023, 7, 28), *first[6:]]
    rest[-1] = [*rest[-1][:5], "令和7年13月1日", *rest[-1][6:]]
    (city.files / "waves.csv").unlink()
    city.put("調査回.xlsx", workbook([["調査回の一覧"], [], header, first, *rest]))
    report = intake.check([city.files], city.settings)
    [problem] = [it for it in report.problems if it.severity == "error" and it.rule == "bad_value"]
    assert (problem.file, problem.row, problem.column) == ("調査回.xlsx", 6, "closed_on")


@pytest.mark.parametrize(
    ("written", "year"),
    [("2026", 2026), ("R8", 2026), ("令和8年度", 2026), ("令和元年度", 2019), ("平成30年度", 2018), ("H30", 2018),
     ("２０２６", 2026), ("Ｒ８年度", 2026), ("FY2026", 2026), ("令和7年度（2025年度）", 2025)],
)  # fmt: skip
def test_fiscal_years_in_both_calendars(written, year):
    assert values.fiscal_year(written) == year


@pytest.mark.parametrize("written", ["", "8", "令和0年度", "明治8年度", "令和7年度（2024年度）", "2026年13月", "20260"])
def test_what_is_no_fiscal_year(written):
    with pytest.raises(ValueError, match=r"^"):
        values.fiscal_year(written)


def test_days_numbers_and_marks():
    day = datetime.date(2025, 7, 7)
    written = [
        "2025-07-07",
        "2025/7/7",
        "令和7年7月7日",
        "Ｒ７.7.7",
        "２０２５年７月７日",
        "45845",
        "2025-07-07 00:00:00",
    ]
    assert [values.day(it) for it in written] == [day] * 7
    assert [values.integer(it) for it in ["1,234", "１２３４", "0", "▲5"]] == [1234, 1234, 0, -5]
    assert [values.flag(it) for it in ["○", "はい", "TRUE", "１", "0", "いいえ", "false"]] == [True] * 4 + [False] * 3
    for parse, bad in [(values.decimal, "inf"), (values.decimal, "1e5"), (values.integer, "1.5"),
                       (values.integer, "1,23"), (values.day, "2025-02-30"), (values.flag, "2")]:  # fmt: skip
        with pytest.raises(ValueError, match=r"^"):
            parse(bad)


@pytest.mark.parametrize(
    ("name", "found"),
    [("responses_2025.csv", ("responses", "2025")), ("回答_2025.csv", ("responses", "2025")),
     ("令和7年度職員意識調査_回答.xlsx", ("responses", "2025")), ("回答_令和元年度.csv.gz", ("responses", "2019")),
     ("responses_2025r1.csv", ("responses", "2025r1")), ("回答Ｒ７.csv", ("responses", "2025")),
     ("responses.csv", ("responses", None)), ("調査回.csv", ("waves", None)), ("WAVES.CSV", ("waves", None)),
     ("headcounts_2025.csv", None), ("README.md", None)],
)  # fmt: skip
def test_a_table_is_known_by_its_file_name(name, found):
    assert contract.recognised(name) == found
