"""Rows in the order they are drawn: high to low, rows without a number last."""

from dashboard.figures.words import hidden


def has(row: dict, column: str) -> bool:
    """Whether a row may show the number of `column`."""
    return not hidden(row) and row.get(column) is not None


def ordered(rows: list[dict], column: str) -> list[dict]:
    """Rows from high to low, rows without a number last, ties as they come."""
    known = sorted((row for row in rows if has(row, column)), key=lambda row: -row[column])
    return known + [row for row in rows if not has(row, column)]
