"""The table twin of a figure as plain HTML: the same rows in words and numbers, every text escaped."""

from html import escape

import pandas as pd

from dashboard.edition.catalogue import SHOWN, WITHHELD
from dashboard.figures import words
from dashboard.figures.spec import plain_rows
from dashboard.i18n import number, signed, text

WHOLE = ("n", "asked", "fiscal_year", "sort_no")
CHANGES = ("change", "change_lo", "change_hi")
NUMBERS = ("value", "lo", "hi", "n", "asked", *CHANGES, "fav", "neu", "unf", "mean")


def table(frame: pd.DataFrame, lang: str, decimals: int = 1) -> str:
    """The table twin of a figure: one row a row, withheld 秘匿, no data データなし, 0 stays 0.

    Columns whose key figure.column.<name> exists are named in words, others by their own name.
    """
    columns = [column for column in frame.columns if frame[column].notna().any() or column in ("value", "fav")]
    head = "".join(f'<th scope="col"{right(column)}>{escape(column_name(column, lang))}</th>' for column in columns)
    body = "".join(table_row(row, columns, lang, decimals) for row in plain_rows(frame))
    return f'<table class="k-tab" lang="{lang}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def right(column: str) -> str:
    """Numbers stand at the right."""
    return ' class="n"' if column in NUMBERS else ""


def column_name(column: str, lang: str) -> str:
    """Name of a column in words where the catalogue has one."""
    try:
        return text(f"figure.column.{column}", lang)
    except KeyError:
        return str(column)


def table_row(row: dict, columns: list[str], lang: str, decimals: int) -> str:
    """One row; its label is its header cell."""
    cells = []
    for place, column in enumerate(columns):
        shown = escape(cell_text(row, column, lang, decimals))
        cells.append(f'<th scope="row">{shown}</th>' if place == 0 else f"<td{right(column)}>{shown}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def cell_text(row: dict, column: str, lang: str, decimals: int) -> str:
    """One cell. A withheld row shows the word in its first number and nothing in the others."""
    value = row.get(column)
    if column in NUMBERS and row.get("status") == WITHHELD:
        return words.absent(row, lang) if column in ("value", "fav", "n", "asked") else ""
    if value is None:
        return words.absent(row, lang) if column == "value" else ""
    if column == "status":
        return {SHOWN: text("figure.shown", lang)}.get(value) or words.absent({"status": value}, lang)
    if column in NUMBERS:
        places = 0 if column in WHOLE else decimals
        return signed(value, places) if column in CHANGES else number(value, places)
    return str(value)
