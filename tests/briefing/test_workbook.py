"""briefing.xlsx: every number of every answer in its cell, blanks apart from zero, charts on the cells."""

import re
import zipfile

import openpyxl
import pytest

from dashboard.briefing import workbook
from dashboard.briefing.pack import Pack
from dashboard.briefing.subjects import rows, subjects
from dashboard.edition.ask import ask
from dashboard.edition.catalogue import catalogue
from dashboard.edition.question import questions
from dashboard.figures.selection import Selection
from dashboard.figures.twins import column_name
from dashboard.i18n import LANGUAGES, text

HEAD = workbook.HEAD_ROW + 1  # openpyxl counts from one
# As a pack asks: several answers of a question, the city beneath its wards, values withheld.
ASKED = [
    ("survey_trend", {"measure": "motivation", "view": "city"}),
    ("survey_trend", {"measure": "motivation", "view": "ward_grade", "member": "43101|1"}),
    ("survey_wave", {"measure": "motivation", "view": "ward"}),
    ("survey_wave", {"measure": "motivation", "view": "city"}),
    ("area_values", {"area_kind": "ward"}),
    ("area_values", {"area_kind": "city"}),
    *(("ward_context", {"ward": ward}) for ward in ("43101", "43102")),
]
OTHERS = [(name, {}) for name, question in sorted(questions().items()) if question.subject != "catalogue"]


@pytest.fixture(scope="module")
def packs(demo_edition, demo_home):
    """A pack that asked every question there is, by language."""
    words = catalogue(demo_edition)
    asked = [ask(demo_edition, name, **given) for name, given in [*ASKED, *OTHERS] if name != "finding"]
    numbers = {id(answer): f"E-{at:05d}" for at, answer in enumerate(asked)}
    made = {}
    for lang in LANGUAGES:
        chosen = Selection(words, lang, "motivation", words.held[-1])
        made[lang] = Pack(demo_edition, demo_home, chosen, lambda answer: numbers[id(answer)], asked)
    return made


@pytest.fixture(scope="module")
def written(packs, tmp_path_factory):
    folder = tmp_path_factory.mktemp("book")
    for lang, pack in packs.items():
        workbook.write(pack, folder / f"{lang}.xlsx")
    return folder


@pytest.fixture(scope="module")
def books(written):
    """The workbooks as Excel reads them: what formulas came to."""
    return {lang: openpyxl.load_workbook(written / f"{lang}.xlsx", data_only=True) for lang in LANGUAGES}


def tabs(pack):
    """Subjects under the names of their sheets."""
    found = subjects(pack.asked)
    names = workbook.unique([one.tab(pack.words, pack.lang) for one in found], taken=[])
    return dict(zip(names, found, strict=True))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_of_every_answer_stands_in_its_cell(lang, packs, books):
    pack, book = packs[lang], books[lang]
    seen, zeros = set(), 0
    for tab, subject in tabs(pack).items():
        sheet = book[tab]
        heads = [cell.value for cell in sheet[HEAD]]
        row = HEAD + 1
        for answer in subject.answers:
            seen.add(id(answer))
            for values in answer.rows():
                for column, value in values.items():
                    if column == "decimals" or isinstance(value, str | bool) or value is None:
                        continue
                    cell = sheet.cell(row, heads.index(column_name(column, lang)) + 1).value
                    assert cell == pytest.approx(value, rel=1e-15), f"{tab} {column} row {row}"  # 16 digits are kept
                    zeros += value == 0
                row += 1
    assert seen == {id(answer) for answer in pack.asked if len(answer.frame)}, "no answer is left out"
    assert zeros > 10, "a zero is written as one"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_has_no_value_is_blank_and_named(lang, packs, books):
    """A chart would draw a word as zero: so the cell is blank and the column of status says why."""
    told = {text("figure.withheld", lang): 0, text("figure.no_data", lang): 0, text("figure.not_held", lang): 0}
    for tab, subject in tabs(packs[lang]).items():
        sheet, heads = books[lang][tab], [cell.value for cell in books[lang][tab][HEAD]]
        if "value" not in subject.answers[0].frame or "status" not in subject.answers[0].frame:
            continue
        value, status = (heads.index(column_name(column, lang)) + 1 for column in ("value", "status"))
        for at in range(sum(len(answer.frame) for answer in subject.answers)):
            cell, said = sheet.cell(HEAD + 1 + at, value).value, sheet.cell(HEAD + 1 + at, status).value
            if said in told:
                assert cell is None
                told[said] += 1
    assert all(told.values()), told


def is_hidden(sheet, place):
    return any(one.hidden and one.min <= place <= one.max for one in sheet.column_dimensions.values())


def came_to(formula, sheet):
    """=B6-A6 or =B6*0.5, reckoned anew."""
    first, sign, second = re.fullmatch(r"=([A-Z]+\d+)([-*])([A-Z]*-?[\d.]+)", formula).groups()
    value = sheet[first].value
    return value - sheet[second].value if sign == "-" else value * float(second)


def test_lengths_of_a_chart_are_formulas_of_the_cells(written, books):
    """Error bars and halves around neutral: hidden, and what they come to is what the cells say."""
    formulas = openpyxl.load_workbook(written / "ja.xlsx")
    tried = 0
    for sheet in formulas:
        for row in sheet.iter_rows(min_row=HEAD + 1):
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    assert is_hidden(sheet, cell.column)
                    shown = books["ja"][sheet.title]
                    assert came_to(cell.value, shown) == pytest.approx(shown[cell.coordinate].value, abs=1e-9)
                    tried += 1
    assert tried > 100


def test_charts_are_native_and_a_missing_survey_is_a_gap(written):
    with zipfile.ZipFile(written / "ja.xlsx") as parts:
        charts = [parts.read(name).decode() for name in parts.namelist() if "charts/chart" in name]
        drawings = "".join(parts.read(name).decode() for name in parts.namelist() if "drawings/drawing" in name)
    assert any("<c:lineChart>" in chart for chart in charts)
    assert not any("<c:dispBlanksAs" in chart for chart in charts), "a gap unless another way is named"
    assert any("<c:barChart>" in chart and "<c:errBars>" in chart for chart in charts)
    assert all('<c:min val="0"/>' in chart for chart in charts if '<c:grouping val="clustered"/>' in chart)
    assert drawings.count("descr=") == len(charts), "each has an alternative text"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sheet_says_what_it_is_and_prints_on_one_width(lang, packs, books):
    mark = text("demo.mark", lang)
    for sheet in books[lang]:
        assert mark in (sheet.oddHeader.right.text or "") and sheet["A3"].value == mark
        assert sheet.page_setup.fitToWidth in (None, 1) and sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.freeze_panes == f"B{HEAD + 1}" and sheet.print_title_rows == f"${HEAD}:${HEAD}"
    method = " ".join(str(cell.value) for row in books[lang][text("book.method", lang)] for cell in row)
    assert packs[lang].words.edition_hash in method and text("book.method.shown_said", lang) in method


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_sheet_leads_to_all_others(lang, packs, books):
    book = books[lang]
    contents = book[book.sheetnames[0]]
    named = [contents.cell(HEAD + 1 + at, 1).value for at in range(len(book.sheetnames) - 2)]
    assert named == book.sheetnames[1:-1]
    numbers = " ".join(contents.cell(HEAD + 1 + at, 4).value for at in range(len(named)))
    assert set(numbers.split()) == {packs[lang].number(answer) for answer in packs[lang].asked if len(answer.frame)}


def test_the_same_pack_gives_the_same_bytes(packs, written, tmp_path):
    workbook.write(packs["ja"], tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == (written / "ja.xlsx").read_bytes()


def test_names_of_sheets_are_what_excel_accepts():
    names = workbook.unique(["推移 a/b:c", "推移 a/b:c", "目次", "長い" * 30, "長い" * 30], taken=["目次"])
    assert len(set(names)) == 5 and all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    assert names[0] == "推移 a_b_c" and names[1] == "推移 a_b_c 2" and names[2] == "目次 2"


def test_answers_of_one_question_say_which_is_which(packs):
    """The rows of a ward's context hold no ward: the sheet names it."""
    (context,) = [one for one in subjects(packs["ja"].asked) if one.question == "ward_context"]
    frame = rows(context, packs["ja"].words, "ja", packs["ja"].number)
    assert frame.iloc[:, 0].nunique() == len(context.answers) == 3
