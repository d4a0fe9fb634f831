"""The table twin of a figure as plain HTML: the same rows in words and numbers, every text escaped."""

import datetime
from html import escape

import pandas as pd

from dashboard.edition.catalogue import SHOWN, WITHHELD
from dashboard.figures import words
from dashboard.figures.codes import said
from dashboard.figures.spec import plain_rows
from dashboard.i18n import number, signed, text

CHANGES = ("change", "change_lo", "change_hi")
MEASURED = (
    "value", "score", "lo", "hi", *CHANGES, "fav", "neu", "unf", "mean", "previous", "last_value", "city_value",
    "ward_value", "raked", "raked_lo", "raked_hi", "design_effect", "least", "most",
    "smoothed", "overall", "lo95", "hi95", "lo998", "hi998",
)  # fmt: skip
WORDED = ("value", "score", "fav", "n", "asked")  # a withheld row says so here, and nothing in its other numbers
APART = ("share", "share_lo", "share_hi", "r2")  # but in these, which are not of the withheld cell
FINER = {"design_effect": 2}  # decimals of columns that one or none would flatten
PLAIN = ("fiscal_year", "figure_year", "sort_no", "stage_no")  # whole numbers that are names: no thousands mark
DAY = len("2025-04-01")
CODED = (
    "area_kind", "basis", "beyond", "category", "detail", "direction", "fact", "field", "kind", "made_to", "origin",
    "owner", "raised_by", "reason", "result", "stage", "state", "visit_status",
)  # fmt: skip


def table(frame: pd.DataFrame, lang: str, decimals: int = 1) -> str:
    """The table twin of a figure: one row a row, withheld 秘匿, no data データなし, 0 stays 0.

    Columns whose key figure.column.<name> exists are named in words, others by their own name. Numbers stand at the
    right; a row's own `decimals` win over the argument.
    """
    told = frame.drop(columns="decimals", errors="ignore")
    columns = [column for column in told if told[column].notna().any() or column in ("value", "fav")]
    whole = {column: is_whole(frame[column]) for column in columns if is_number(frame[column])}
    right = {column: ' class="n"' if column in whole else "" for column in columns}
    head = "".join(f'<th scope="col"{right[column]}>{escape(column_name(column, lang))}</th>' for column in columns)
    rows = []
    for row in plain_rows(frame):
        places = {column: 0 if no_part else row.get("decimals", decimals) for column, no_part in whole.items()}
        places |= {column: FINER[column] for column in FINER.keys() & places.keys()}
        rows.append(table_row(row, right, places, lang))
    return f'<table class="k-tab" lang="{lang}"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def is_number(column: pd.Series) -> bool:
    """Whether a column holds amounts."""
    kind = pd.api.types
    return kind.is_numeric_dtype(column) and not kind.is_bool_dtype(column) and column.name not in PLAIN


def is_whole(column: pd.Series) -> bool:
    """Whether a column counts: its gaps made it a float, but no number in it has a part."""
    return column.name not in MEASURED and (column.dropna() % 1 == 0).all()


def column_name(column: str, lang: str) -> str:
    """Name of a column in words where the catalogue has one."""
    try:
        return text(f"figure.column.{column}", lang)
    except KeyError:
        return str(column)


def table_row(row: dict, right: dict[str, str], places: dict[str, int], lang: str) -> str:
    """One row; its first cell is its header. right: columns and their class; places: decimals of the amounts."""
    cells = []
    for place, (column, side) in enumerate(right.items()):
        shown = escape(cell_text(row, column, lang, places.get(column)))
        cells.append(f'<th scope="row">{shown}</th>' if place == 0 else f"<td{side}>{shown}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def cell_text(row: dict, column: str, lang: str, places: int | None) -> str:
    """One cell. A withheld row shows the word in its first number and nothing in the others. places: None = words."""
    value = row.get(column)
    if row.get("status") == WITHHELD and column not in APART and (places is not None or column in WORDED):
        return words.absent(row, lang) if column in WORDED else ""
    if value is None:
        return words.absent(row, lang) if column in ("value", "score") else ""
    if places is not None:
        return signed(value, places) if column in CHANGES else number(value, places)
    return worded(column, value, lang)


def worded(column: str, value: object, lang: str) -> str:
    """A code, status or yes and no in the reader's language, a day without its hour; anything else as it is."""
    if isinstance(value, bool):
        return text("figure.yes" if value else "figure.no", lang)
    if isinstance(value, datetime.date):
        return value.isoformat()[:DAY]
    if column == "status":
        return text("figure.shown", lang) if value == SHOWN else words.absent({"status": value}, lang)
    return said(str(value), lang) if column in CODED else str(value)
