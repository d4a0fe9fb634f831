"""Workbooks -> rows of text as a person sees them: percentages, padded numbers, errors, formulas never computed."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from python_calamine import CalamineError, CalamineWorkbook

from dashboard.intake import contract, read

# The files inside are looked at as bytes: no XML is expanded, so none can grow.
SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*?r:id=\"([^\"]+)\"")
RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
ATTRIBUTE = re.compile(rb"([\w:]+)=\"([^\"]*)\"")
FORMATS = re.compile(rb"<numFmt\b[^>]*>")
STYLES = re.compile(rb"<cellXfs\b.*?</cellXfs>", re.DOTALL)
STYLE = re.compile(rb"<xf\b[^>]*>")
CELL = re.compile(rb"<c ([^>]*)>")
NO_VALUE = re.compile(rb"<c ((?:(?!t=\"str\")[^>])*)><f[^>]*(?:/>|>[^<]*</f>)(?:<v></v>|<v/>)?</c>")
ROW = re.compile(rb"\br=\"[A-Z]{0,3}(\d{1,9})\"")
LETTERS = re.compile(rb"\br=\"([A-Z]{1,3})\d")
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
PERCENTS = {9: "%", 10: "%"}  # Excel's own formats 0% and 0.00%
PERCENT = "%"


@dataclass(frozen=True)
class Marked:
    """What a sheet's cells are besides their values: (row, column) -> '%' or a padding such as '000'; and flaws."""

    shown: dict[tuple[int, int], str]
    flaws: list[tuple[str, int, int]]  # rule, row, column


def workbook(data: bytes) -> list[read.Sheet]:
    """Every worksheet of an xlsx. Raises read.UnreadableError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            read.check_members(archive)
            marked = list(markings(archive))
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        found = [book.get_sheet_by_name(name) for name in book.sheet_names]
        grids = [(sheet.name, sheet.to_python(skip_empty_area=False)) for sheet in found]
    except (CalamineError, *read.BROKEN_ZIP) as error:
        raise read.UnreadableError("bad_workbook") from error
    marked += [Marked({}, [])] * (len(grids) - len(marked))
    named = zip(grids, marked, strict=False)
    return [read.Sheet(name, "xlsx", numbered(grid, mark.shown), mark.flaws) for (name, grid), mark in named]


def numbered(grid: list[list[object]], shown: dict[tuple[int, int], str]) -> list[tuple[int, list[str]]]:
    rows = []
    for number, values in enumerate(grid, 1):
        cells = [written(value) for value in values]
        if shown:
            cells = [as_shown(cell, shown.get((number, place))) for place, cell in enumerate(cells)]
        if any(cell.strip() for cell in cells):
            rows.append((number, cells))
    return rows


def written(cell: object) -> str:
    """A cell as text: 5.0 -> '5', TRUE -> 'true', a day -> '2025-07-07'."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.15g}"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


def as_shown(cell: str, form: str | None) -> str:
    """0.831 shown as a percentage -> '83.1%'; 7 shown as 000 -> '007'."""
    if form is None or not cell:
        return cell
    if form == PERCENT:
        try:
            return f"{float(cell) * 100:.12g}%"
        except ValueError:
            return cell
    return cell.zfill(len(form)) if cell.isdigit() else cell


def markings(archive: zipfile.ZipFile) -> Iterator[Marked]:
    """The markings of each worksheet, in the workbook's order."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return
    related = [attributes(tag[0]) for tag in RELATION.finditer(archive.read("xl/_rels/workbook.xml.rels"))]
    targets = {it.get("Id"): it.get("Target", "") for it in related}
    forms = forms_of(archive.read("xl/styles.xml")) if "xl/styles.xml" in names else {}
    for sheet in SHEET.finditer(archive.read("xl/workbook.xml")):
        target = targets.get(sheet[1].decode("utf-8", "replace"), "")
        path = target.lstrip("/") if target.startswith("/") else "xl/" + target
        inside = archive.read(path) if path in names else b""
        check_extent(inside)
        yield marks_of(inside, forms)


def check_extent(sheet: bytes) -> None:
    """Rows times columns as the cells' own places tell them: one far cell makes a reader reserve all between."""
    rows = columns = 1
    for row in ROW.finditer(sheet):
        rows = max(rows, int(row[1]))
    for letters in {found[1] for found in LETTERS.finditer(sheet)}:
        columns = max(columns, place(letters.decode() + "1")[1] + 1)
    if columns > contract.limit("columns") or rows * columns > contract.limit("cells"):
        raise read.UnreadableError("too_large")


def attributes(tag: bytes) -> dict[str, str]:
    return {name.decode(): value.decode("utf-8", "replace") for name, value in ATTRIBUTE.findall(tag)}


def forms_of(styles: bytes) -> dict[str, str]:
    """Number of a cell style -> '%' or a padding, where it shows another text than its value."""
    formats = dict(PERCENTS)
    for tag in FORMATS.finditer(styles):
        told = attributes(tag[0])
        form = told.get("formatCode", "").split(";")[0]
        plain = re.sub(r"\"[^\"]*\"|\\.|\[[^\]]*\]|_.", "", form)
        if told.get("numFmtId", "").isdigit() and ("%" in plain or re.fullmatch("0{2,}", plain)):
            formats[int(told["numFmtId"])] = PERCENT if "%" in plain else plain
    block = STYLES.search(styles)
    used = [attributes(tag[0]).get("numFmtId", "") for tag in STYLE.finditer(block[0] if block else b"")]
    return {str(at): formats[int(it)] for at, it in enumerate(used) if it.isdigit() and int(it) in formats}


def marks_of(sheet: bytes, forms: dict[str, str]) -> Marked:
    """What the cells of one worksheet are shown as; errors; formulas that no program has ever computed."""
    shown, flaws = {}, []
    if forms or b't="e"' in sheet:
        for tag in CELL.finditer(sheet):
            told = attributes(tag[1])
            at = place(told.get("r", ""))
            if at and told.get("t") == "e":
                flaws.append(("error_cell", *at))
            elif at and told.get("s") in forms and told.get("t", "n") == "n":
                shown[at] = forms[told["s"]]
    for tag in NO_VALUE.finditer(sheet):
        at = place(attributes(tag[1]).get("r", ""))
        flaws += [("formula_without_value", *at)] if at else []
    return Marked(shown, flaws)


def place(written_place: str) -> tuple[int, int] | None:
    """'B2' -> (2, 1): the row as a person counts it, the column from 0."""
    found = PLACE.fullmatch(written_place)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column - 1
