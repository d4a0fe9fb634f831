"""One table against the contract: columns, types, required and allowed values, keys."""

import pandas as pd

from dashboard.i18n import LANGUAGES, text
from dashboard.intake import values
from dashboard.intake.contract import Column, Table
from dashboard.intake.office import tell_marks
from dashboard.intake.report import SHOWN, Findings
from dashboard.intake.tables import Raw

EMPTY = {"integer": "Int64", "fiscal_year": "Int64", "decimal": "float64", "flag": "bool"}


def typed(raw: Raw, table: Table, places: dict[str, int], findings: Findings) -> pd.DataFrame:
    """The table with canonical columns and types; index = row in the file.

    `places`: canonical name -> position in the file. Text and codes are str or None, days datetime.date or None,
    integers Int64, decimals float64 (NaN where blank), flags bool. Whatever does not fit is in `findings`.
    """
    frame = pd.DataFrame(index=raw.cells.index)
    for column in table.columns.values():
        if column.name in places:
            place = places[column.name]
            frame[column.name] = typed_column(raw.cells[place], column, raw.headers[place], findings)
        else:
            frame[column.name] = absent(column, raw.cells.index, findings)
    check_key(frame, table, findings)
    return frame


def empty(table: Table) -> pd.DataFrame:
    """The table without rows: what a table not handed in looks like."""
    return pd.DataFrame({name: pd.Series([], dtype=EMPTY.get(it.type, object)) for name, it in table.columns.items()})


def absent(column: Column, index: pd.Index, findings: Findings) -> pd.Series:
    if column.required is not None:
        label = {lang: getattr(column, lang) for lang in LANGUAGES}
        headers = " / ".join([column.name, *sorted(column.headers - {column.name})])
        findings.add("error", "missing_column", column=column.name, label=label, headers=headers)
    default = column.default if column.default is not None or column.type != "flag" else False
    return pd.Series([default] * len(index), index=index, dtype=EMPTY.get(column.type, object))


def typed_column(cells: pd.Series, column: Column, header: str, findings: Findings) -> pd.Series:
    """Text -> values of the column's type, each distinct text parsed once."""
    parse = values.PARSERS[column.type]
    parsed, bad = {}, {}
    cells = without_marks(cells, column, header, findings)
    for cell in cells.unique():
        try:
            parsed[cell] = column.spoken.get(values.squashed(cell)) or parse(cell) if cell.strip() else column.default
        except ValueError:
            parsed[cell], bad[cell] = None, cell
    expected = {lang: text(f"intake.expected.{column.type}", lang) for lang in LANGUAGES}
    findings.add_rows("error", "bad_value", places_of(cells, bad), header, expected=expected)
    if column.required == "value":
        blank = {cell for cell in parsed if not cell.strip()}
        findings.add_rows("error", "value_required", [(row, None) for row, _ in places_of(cells, blank)], header)
    check_allowed(cells, {cell: it for cell, it in parsed.items() if it is not None}, column, header, findings)
    return as_type([parsed[cell] for cell in cells], cells.index, column)


def without_marks(cells: pd.Series, column: Column, header: str, findings: Findings) -> pd.Series:
    """The numbers of a column that may be blank, with the marks of none, missing and withheld as blanks (told)."""
    if column.type not in ("integer", "decimal") or column.required == "value":
        return cells
    marks = cells.map({cell: values.mark(cell) for cell in cells.unique()})
    tell_marks(cells, marks, header, findings)
    return cells.where(marks == "", "")


def as_type(found: list, index: pd.Index, column: Column) -> pd.Series:
    if column.type == "flag":
        return pd.Series([bool(it) for it in found], index=index, dtype=bool)
    return pd.Series(found, index=index, dtype=EMPTY.get(column.type, object))


def places_of(cells: pd.Series, wanted) -> list[tuple[int, str]]:
    """(row, text) of every cell whose text is among `wanted`."""
    hits = cells[cells.isin(list(wanted))]
    return list(zip(hits.index.tolist(), hits.tolist(), strict=True))


def check_allowed(cells: pd.Series, parsed: dict, column: Column, header: str, findings: Findings) -> None:
    if column.allowed:
        outside = [cell for cell, it in parsed.items() if it not in column.allowed]
        allowed = {lang: " / ".join(column.said(lang)) for lang in LANGUAGES}
        findings.add_rows("error", "not_allowed", places_of(cells, outside), header, allowed=allowed)
    low = [cell for cell, it in parsed.items() if column.least is not None and it < column.least]
    findings.add_rows("error", "too_low", places_of(cells, low), header, least=column.least)
    high = [cell for cell, it in parsed.items() if column.most is not None and it > column.most]
    findings.add_rows("error", "too_high", places_of(cells, high), header, most=column.most)


def check_key(frame: pd.DataFrame, table: Table, findings: Findings) -> None:
    """No two rows share the table's key."""
    doubled = frame[frame.duplicated(list(table.key), keep=False)][list(table.key)] if table.key else frame.iloc[:0]
    if doubled.empty:
        return
    keys = doubled.astype(object).where(lambda it: it.notna(), "").astype(str).agg(" / ".join, axis=1)
    again = keys[keys.duplicated()]
    first = {key: row for row, key in reversed(list(keys.items()))}
    for row, key in list(again.items())[:SHOWN]:
        findings.add("error", "doubled_key", row, " / ".join(table.key), key, first=first[key])
    findings.add_rest("error", "doubled_again", again.index[SHOWN:].tolist(), " / ".join(table.key))
