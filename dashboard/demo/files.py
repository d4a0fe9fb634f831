"""Files with the same bytes everywhere: no clock, no locale, no line ends of the machine."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook

from dashboard.demo.seed import Row

UTF8 = "utf-8-sig"
LINE_ENDS = {UTF8: "\n", "cp932": "\r\n"}  # cp932 is what Excel writes, with its line ends
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
STAMP = re.compile(rb"(<dcterms:\w+ [^>]*>)[^<]*")
FIXED_STAMP = rb"\g<1>2018-08-31T00:00:00Z"
MEMBER_MODE = 0o644 << 16


def write_rows(path: Path, headers: Sequence[str], rows: Iterable[Sequence], encoding: str = UTF8) -> Path:
    """A CSV file; a character that `encoding` lacks is an error."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator=LINE_ENDS[encoding])
    writer.writerow(headers)
    writer.writerows(rows)
    path.write_bytes(buffer.getvalue().encode(encoding))
    return path


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> Path:
    """A CSV file of some columns of `rows`; what a row lacks is blank."""
    return write_rows(path, columns, ([row.get(name, "") for name in columns] for row in rows))


def write_workbook(path: Path, words: Row, attributes: int, headers: Sequence[str], rows: list[list[str]]) -> Path:
    """An xlsx as an office keeps it: two title rows, then a header of two rows in which cells are merged."""
    book = Workbook()
    sheet = book.active
    sheet.title = words["sheet"]
    sheet.append([words["title"]])
    sheet.append([words["note"]])
    sheet.append([*headers[:attributes], words["band"]])
    sheet.append([None] * attributes + list(headers[attributes:]))
    for row in rows:
        sheet.append([int(it) if it.isdigit() else it or None for it in row])
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=attributes)
    for column in range(1, attributes + 1):
        sheet.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)
    sheet.merge_cells(start_row=3, end_row=3, start_column=attributes + 1, end_column=len(headers))
    buffer = io.BytesIO()
    book.save(buffer)
    path.write_bytes(timeless(buffer.getvalue()))
    return path


def timeless(workbook: bytes) -> bytes:
    """The same workbook without the moment it was made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as made, zipfile.ZipFile(buffer, "w") as fixed:
        for name in sorted(made.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            data = made.read(name)
            member = zipfile.ZipInfo(name, ZIP_TIME)
            member.compress_type, member.external_attr, member.create_system = zipfile.ZIP_DEFLATED, MEMBER_MODE, 3
            fixed.writestr(
                member, STAMP.sub(FIXED_STAMP, data) if name == "docProps/core.xml" else data, compresslevel=9
            )
    return buffer.getvalue()
