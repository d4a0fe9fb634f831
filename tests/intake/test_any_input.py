"""Whatever a file holds, the intake answers with a report: it never falls over, and never keeps what it refuses."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from small_city import TABLES, City, csv_bytes, export

from dashboard import intake
from dashboard.i18n import LANGUAGES

NAMES = [*TABLES, "responses_2025.csv"]
ODD = ["", " ", "0", "-1", "1e9", "9" * 30, "令和7年度", "2025-07-07", "○", "all", "HQ", "a|b", "B1", "U1", "q1", "NaN",
       "None", "True", "２０２５", "{x}", "\x00", "=1+1", "😀", "\n", '"', "七", "2025r1", "局", "na"]  # fmt: skip
CHANGES = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(["cell", "row", "column", "copy", "header"]),
              st.integers(0, 40), st.integers(0, 12), st.one_of(st.sampled_from(ODD), st.text(max_size=12))),
    min_size=1, max_size=4,
)  # fmt: skip


def changed(rows: list[list[str]], kind: str, row: int, column: int, value: str) -> list[list[str]]:
    row, column = row % len(rows), column % len(rows[0])
    if kind == "row":
        return rows[:row] + rows[row + 1 :] or [[]]
    if kind == "copy":
        return [*rows, rows[row]]
    if kind == "column":
        return [cells[:column] + cells[column + 1 :] for cells in rows]
    at = 0 if kind == "header" else row
    return [[value if (r, c) == (at, column) else cell for c, cell in enumerate(cells)] for r, cells in enumerate(rows)]


@settings(max_examples=80, database=None)
@given(CHANGES)
def test_any_change_of_any_table_ends_in_a_report(changes):
    with tempfile.TemporaryDirectory() as folder:
        city = City(Path(folder))
        tables = {**TABLES, "responses_2025.csv": export()}
        for name, kind, row, column, value in changes:
            if tables[name] and tables[name][0]:
                tables[name] = changed(tables[name], kind, row, column, value)
        for name, rows in tables.items():
            city.put(name, csv_bytes(rows).decode("utf-8-sig").encode("utf-8", "replace"))
        report = intake.load([city.files], city.settings)
        assert all(it.message(lang) and it.remedy(lang) for it in report.problems for lang in LANGUAGES)
        assert report.ok == city.settings.home.folder.exists()
        if report.ok:
            intake.kept_tables(city.settings)


@settings(max_examples=60, database=None)
@given(st.sampled_from(["units.csv", "units.xlsx", "units.csv.gz", "boundaries.geojson"]), st.binary(max_size=300))
def test_any_bytes_end_in_a_report(name, data):
    with tempfile.TemporaryDirectory() as folder:
        city = City(Path(folder))
        report = intake.check([city.put(name, data)], city.settings)
        assert not report.ok
        assert report.as_dict()["problems"]
