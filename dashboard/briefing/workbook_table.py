"""A table on a sheet: heads, cells with the formats a reader expects, widths and heights that show all of it."""

import datetime
import math
from collections.abc import Callable

import pandas as pd

from dashboard.briefing.subjects import CHANGES
from dashboard.edition.workbook import WIDEST
from dashboard.figures.twins import PLAIN, is_number, is_whole, worded

HIGH = 15  # points of a row of one line
Style = Callable[[str], object]


def write_table(
    sheet: object, frame: pd.DataFrame, names: list[str], head: int, decimals: list[int], style: Style, lang: str
) -> None:
    """Write the rows under their heads. names: of the columns; head: the row of the heads; decimals: of each row.

    A missing value is a blank cell and 0 is 0.
    """
    lines = [1] * len(frame)
    for place, (name, column) in enumerate(zip(names, frame, strict=True)):
        counts = is_number(frame[column])
        sheet.write_string(head, place, name, style("head_number" if counts else "head"))
        values = frame[column].astype(object).where(frame[column].notna(), None).tolist()
        whole = counts and is_whole(frame[column])
        shown = []
        for row, (value, places) in enumerate(zip(values, decimals, strict=True), start=head + 1):
            if counts:
                shown.append(write_number(sheet, row, place, value, column, 0 if whole else places, style))
            else:
                shown.append(write_words(sheet, row, place, value, column, style, lang))
        width = min(WIDEST, 2 + max([*map(wide, shown), min(wide(name), 14)], default=8))
        sheet.set_column(place, place, width)
        lines = [max(had, math.ceil(wide(words) / (width - 1))) for had, words in zip(lines, shown, strict=True)]
    for at, count in enumerate(lines):
        if count > 1:
            sheet.set_row(head + 1 + at, HIGH * count)
    sheet.set_row(head, HIGH * 2)
    sheet.autofilter(head, 0, head + len(frame), len(frame.columns) - 1)


def write_number(
    sheet: object, row: int, place: int, value: object, column: str, decimals: int, style: Style
) -> str:  # fmt: skip
    """Write an amount in full, shown to its decimals. About what it looks like."""
    if value is None:
        sheet.write_blank(row, place, None, style("text"))
        return ""
    sheet.write_number(row, place, value, style(number_format(column, decimals)))
    return f"{value:+,.{decimals}f}"


def write_words(
    sheet: object, row: int, place: int, value: object, column: str, style: Style, lang: str
) -> str:  # fmt: skip
    """Write a day, a year or words. What it looks like."""
    if value is None:
        sheet.write_blank(row, place, None, style("text"))
        return ""
    if isinstance(value, datetime.date):
        sheet.write_datetime(row, place, datetime.datetime(value.year, value.month, value.day), style("yyyy-mm-dd"))
        return "2000-00-00"
    if column in PLAIN:
        sheet.write_number(row, place, value, style("0"))
        return str(value)
    said = value if column == "status" else worded(column, value, lang)
    sheet.write_string(row, place, said, style("text"))
    return said


def number_format(column: str, decimals: int) -> str:
    """How Excel prints an amount, as the screen does: thousands, a sign before every change, a true minus."""
    digits = "#,##0" + ("." + "0" * decimals if decimals else "")
    return f'+{digits};"−"{digits};"±"{digits}' if column in CHANGES else f'{digits};"−"{digits}'


def wide(words: str) -> int:
    """Width of a text in characters, full ones counted twice."""
    return sum(1 + (ord(mark) > 0x2E7F) for mark in words)
