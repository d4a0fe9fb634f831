"""An Answer as an xlsx workbook: the rows on one sheet, what they rest on on another."""

import datetime
import io
from collections.abc import Callable, Mapping

import pandas as pd
import xlsxwriter

LETTERS = 31  # Excel's limit for the name of a sheet
WIDEST = 44  # characters of a column
FIXED = datetime.datetime(2000, 1, 1)  # the same rows give the same bytes


def workbook(frame: pd.DataFrame, name_of: Callable[[str], str], sheet: str, about: Mapping[str, str]) -> bytes:
    """The workbook.

    frame: the rows as a person reads them; name_of: column -> header; about: lines of the second sheet, its title
    first. Codes stay text with their leading zeros, and no text is ever taken for a formula.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": FIXED})
        write_rows(book, book.add_worksheet(sheet[:LETTERS]), frame, name_of)
        title, *lines = about.items()
        page = book.add_worksheet(title[0][:LETTERS])
        page.set_column(0, 0, 16)
        page.set_column(1, 1, 90)
        for row, (name, said) in enumerate([(title[1], ""), *lines]):
            page.write_string(row, 0, name)
            page.write_string(row, 1, said)
    return out.getvalue()


def write_rows(book: xlsxwriter.Workbook, page, frame: pd.DataFrame, name_of: Callable[[str], str]) -> None:
    """The table with a frozen, filtered header; a missing value is a blank cell and 0 is 0."""
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for place, column in enumerate(frame.columns):
        page.write_string(0, place, name_of(column), head)
        cells = frame[column].astype(object).where(frame[column].notna(), None).tolist()
        for row, value in enumerate(cells, start=1):
            write_cell(page, row, place, value, day)
        page.set_column(place, place, min(WIDEST, 3 + max([wide(name_of(column)), *map(wide, cells)], default=8)))
    page.freeze_panes(1, 1)
    if len(frame):
        page.autofilter(0, 0, len(frame), len(frame.columns) - 1)


def write_cell(page, row: int, place: int, value: object, day) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        page.write_boolean(row, place, value)
    elif isinstance(value, datetime.date):
        page.write_datetime(row, place, datetime.datetime(value.year, value.month, value.day), day)
    elif hasattr(value, "item") or isinstance(value, int | float):
        page.write_number(row, place, value)
    else:
        page.write_string(row, place, str(value))


def wide(value: object) -> int:
    """Width of a cell's text, full-width characters counted twice."""
    return sum(1 + (ord(mark) > 0x2E7F) for mark in str("" if value is None else value)[:WIDEST])
