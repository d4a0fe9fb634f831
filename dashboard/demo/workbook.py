"""A small xlsx with the same bytes everywhere: written by hand, since libraries stamp the moment into their files."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from dashboard.demo.seed import Row

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
MEMBER_MODE = 0o644 << 16
UNIX = 3
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KIND}.worksheet+xml"/></Types>'
)
BOOK = (
    f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>'
    '<sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def write_workbook(path: Path, words: Row, attributes: int, headers: Sequence[str], rows: list[list[str]]) -> Path:
    """An xlsx as an office keeps it: two title rows, then a header of two rows in which cells are merged.

    Of an attribute the header cell reaches down over both rows; a band lies over the questions.
    """
    band = [words["band"], *[""] * (len(headers) - attributes - 1)]
    top = [[words["title"]], [words["note"]], [*headers[:attributes], *band], [""] * attributes + headers[attributes:]]
    last, first_question = letters(len(headers)), letters(attributes + 1)
    merged = [f"A1:{letters(attributes)}1", f"{first_question}3:{last}3"]
    merged += [f"{letters(column)}3:{letters(column)}4" for column in range(1, attributes + 1)]
    members = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": link("officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": link("worksheet", "worksheets/sheet1.xml"),
        "xl/workbook.xml": BOOK.format(name=escape(words["sheet"])),
        "xl/worksheets/sheet1.xml": worksheet([*top, *rows], merged),
    }
    path.write_bytes(packed(members))
    return path


def link(kind: str, target: str) -> str:
    """A member that says where another one is."""
    return (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{LINKS}/{kind}" Target="{target}"/></Relationships>'
    )


def worksheet(rows: list[list[str]], merged: list[str]) -> str:
    """The sheet; cells stand in order, so none needs an address."""
    known: dict[str, str] = {}
    body = []
    for number, row in enumerate(rows, 1):
        cells = [known.get(text) or known.setdefault(text, cell(text)) for text in row]
        body.append(f'<row r="{number}">{"".join(cells)}</row>')
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{"".join(body)}</sheetData>'
        f'<mergeCells count="{len(merged)}">{merges}</mergeCells></worksheet>'
    )


def cell(text: str) -> str:
    """A number where the text is one, as Excel would take it."""
    if text == "":
        return "<c/>"
    if text.isdigit():
        return f"<c><v>{text}</v></c>"
    return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def letters(column: int) -> str:
    """1 -> 'A', 27 -> 'AA'."""
    before, place = divmod(column - 1, 26)
    return (letters(before) if before else "") + chr(ord("A") + place)


def packed(members: dict[str, str]) -> bytes:
    """The members as a zip without a clock."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in members.items():
            member = zipfile.ZipInfo(name, ZIP_TIME)
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, MEMBER_MODE
            member.create_system = UNIX
            archive.writestr(member, text.encode("utf-8"), compresslevel=9)
    return buffer.getvalue()
