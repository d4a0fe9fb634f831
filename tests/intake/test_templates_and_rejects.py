"""A template filled in loads; a refused row comes back as a workbook, is corrected there and loads."""

import io
import zipfile

import openpyxl
import pytest
from small_city import TABLES, export
from small_places import PLACES
from test_rules import problem_of
from typer.testing import CliRunner

from dashboard import intake
from dashboard.__main__ import app
from dashboard.intake import contract
from dashboard.intake.template import NoTemplateError, template

ROWS = [name for name, table in contract.tables().items() if table.layer is None]


def filled(made: bytes, rows: list[list[str]]) -> bytes:
    """A template with rows written under its headers, by meaning of the header."""
    book = openpyxl.load_workbook(io.BytesIO(made))
    for number, row in enumerate(rows, 2):
        for place, value in enumerate(row, 1):
            book.worksheets[0].cell(number, place).value = value or None
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ROWS)
def test_every_table_has_a_template_with_notes_and_validation(city, name):
    book = openpyxl.load_workbook(io.BytesIO(template(name, city.settings)))
    sheet, about, codes = book.worksheets
    columns = contract.tables()[name].columns
    assert [contract.tables()[name].column_of(cell.value) for cell in sheet[1]] == list(columns)
    assert all(columns[it].ja in cell.comment.text for it, cell in zip(columns, sheet[1], strict=True))
    assert about.max_row == len(columns) + 1 and codes.sheet_state == "hidden"
    checked = {str(it.sqref).split("2:")[0] for it in sheet.data_validations.dataValidation}
    for cell, column in zip(sheet[1], columns.values(), strict=True):
        limited = column.allowed or column.type in ("flag", "date", "integer", "decimal")
        assert (cell.column_letter in checked) == bool(limited), column.name


def test_a_city_made_of_templates_alone_loads(city):
    """Every table of the small city typed into its template; the responses with labels from the kept scales."""
    for path in list(city.files.iterdir()):
        path.unlink()
    for name in ("waves", "scales", "questions", "units", "headcounts"):
        table = contract.tables()[name]
        head, *rows = TABLES[f"{name}.csv"]
        at = {column: head.index(column) for column in head}
        lines = [[row[at[column]] if column in at else "" for column in table.columns] for row in rows]
        city.put(f"{name}.xlsx", filled(template(name, city.settings), lines))
        if name != "headcounts":
            report = intake.load([city.files / f"{name}.xlsx"], city.settings)
            assert report.ok, [it.message("en") for it in report.problems if it.severity == "error"]
    made = template("responses", city.settings)
    sheet, _, codes = openpyxl.load_workbook(io.BytesIO(made)).worksheets
    assert [cell.value for cell in sheet[1]][5:] == ["Q1 意欲", "髙﨑の負担を感じる。", "ビジョンを知る。"]
    assert [cell.value for cell in codes["F"]][:2] == ["段階7", "段階6"]
    city.put("responses_2025.xlsx", filled(made, export()[1:]))
    report = intake.load([city.files], city.settings)
    assert report.ok, [it.message("en") for it in report.problems if it.severity == "error"]
    assert len(intake.kept_tables(city.settings).responses["2025"]) == 30


def test_a_table_is_known_by_its_japanese_name_and_headers_are_japanese(city):
    sheet = openpyxl.load_workbook(io.BytesIO(template("回答", city.settings))).worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["所属", "区", "職位", "年齢階級", "まちづくり派遣の経験"]


def test_all_templates_come_at_once_under_names_that_are_known_again(city, tmp_path):
    for out in (tmp_path / "all.zip", tmp_path / "all"):
        assert run(city, "template", "--all", "--out", out).exit_code == 0
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    assert packed.keys() == {f"{path.parent.name}/{path.name}" for path in (tmp_path / "all").glob("*/*")}
    assert [contract.recognised(name) or ("responses", None) for name in packed] == [(name, None) for name in ROWS]
    needed = [name for name in ROWS if contract.tables()[name].required]
    assert [name.partition("/")[0] for name in packed].count("必須の表") == len(needed) == 6
    assert openpyxl.load_workbook(io.BytesIO(packed["必須の表/設問.xlsx"])).worksheets[0].max_row <= 101
    for wrong in (["events", "--all"], []):
        assert run(city, "template", *wrong, "--out", tmp_path / "x").exit_code == 2


def test_the_shipped_questionnaire_is_a_start_for_a_city_of_its_own(city, tmp_path):
    for name in ("questions", "scales"):
        (city.files / f"{name}.csv").unlink()
        assert run(city, "template", name, "--filled", "--out", city.files / f"{name}.xlsx").exit_code == 0
    only = [city.files / name for name in ("waves.csv", "questions.xlsx", "scales.xlsx")]
    report = intake.load(only, city.settings)
    assert report.ok, [it.message("en") for it in report.problems if it.severity == "error"]
    frames = intake.kept_tables(city.settings).frames
    assert len(frames["questions"]) == 49 and frames["questions"]["first_wave"].isna().all()
    assert frames["questions"]["in_index"].sum() == 5 and frames["questions"]["reversed"].sum() == 3
    assert set(frames["scales"]["scale"]) == {"agree5", "grade", "age", "dispatched"}
    refused = run(city, "template", "events", "--filled", "--out", tmp_path / "e.xlsx")
    assert refused.exit_code == 1 and "questions / scales" in refused.output and not (tmp_path / "e.xlsx").exists()


def test_outlines_have_no_template(city):
    for name in ("boundaries", "cats"):
        with pytest.raises(NoTemplateError) as refused:
            template(name, city.settings)
        assert name in refused.value.message("ja")


def run(city, *arguments):
    return CliRunner().invoke(app, ["--home", str(city.settings.home.folder), *map(str, arguments)])


def broken(city):
    """Refused rows: a hundred answers, a formula in disguise; and a name that nobody may see."""
    for name, rows in PLACES.items():
        city.put(name, rows)
    header, *rows = export()
    rows = [*rows, *([*rows[0][:5], "9", *rows[0][6:]] for _ in range(100))]
    city.put("responses_2025.csv", [["氏名", *header], *(["山田太郎", *row] for row in rows)])
    activities = [*PLACES["activities.csv"], ["h1", "=1+1", "訪問", "", ""]]
    city.put("activities.csv", activities)


def test_refused_rows_are_corrected_and_loaded_again(city, tmp_path):
    broken(city)
    out = tmp_path / "見送り.xlsx"
    assert run(city, "rejects", city.files, "--out", out).exit_code == 0
    book = openpyxl.load_workbook(out)
    cells = [cell.value for sheet in book for row in sheet for cell in row]
    assert not any("山田" in str(value) for value in cells) and "=1+1" in cells
    by_width = {sheet.max_column: sheet for sheet in book.worksheets[:-1]}
    answers, visits = (by_width[width] for width in (10, 7))
    assert (answers.title, visits.title) == ("responses_2025", "activities")
    assert book.worksheets[-1].sheet_state == "hidden" and "cannot be read" in visits["B2"].value
    assert answers.max_row == 1 + 100 and visits["A2"].value == 4 and "=1+1" in visits["B2"].value
    for row in range(2, 101):
        answers.cell(row, 8).value = "段階7"
    for place in range(3, answers.max_column + 1):
        answers.cell(101, place).value = None  # left out
    visits["D2"] = "2025-05-02"
    book.save(out)
    assert run(city, "load", city.files).exit_code == 1 and not city.settings.home.folder.exists()
    done = run(city, "load", city.files, "--corrected", out)
    assert done.exit_code == 0, done.output
    kept = intake.kept_tables(city.settings)
    assert kept.responses["2025"]["q1"].tolist()[30:] == ["7"] * 99 and len(kept.frames["activities"]) == 3


def test_reasons_come_in_the_language_that_is_asked_for(city):
    broken(city)
    _, made, _ = intake.refused_rows([city.files], city.settings, languages=["en"])
    told = openpyxl.load_workbook(io.BytesIO(made))["activities"]["B2"].value
    assert "cannot be read" in told and "読めません" not in told


def test_corrections_of_another_file_are_refused(city, tmp_path):
    broken(city)
    out = tmp_path / "r.xlsx"
    run(city, "rejects", city.files, "--out", out)
    city.put("activities.csv", PLACES["activities.csv"])
    report = intake.check([city.files], city.settings, corrections=out)
    assert problem_of(report, "rejects_of_other_file").value == "activities.csv"
    out.write_bytes(b"PK")
    assert problem_of(intake.check([city.files], city.settings, corrections=out), "bad_workbook").file == "r.xlsx"
    assert run(city, "rejects", city.files / "waves.csv", "--out", out).exit_code == 0  # nothing to refuse
