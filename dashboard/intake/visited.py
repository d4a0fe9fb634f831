"""A blank karte typed back after a visit: its rows put among those kept, and the tables loaded as any other."""

import csv
import tempfile
from pathlib import Path

import pandas as pd

from dashboard.intake import contract, read
from dashboard.intake.check import empty
from dashboard.intake.loading import load
from dashboard.intake.report import Problem, Report
from dashboard.intake.template import kept_frames
from dashboard.intake.values import PARSERS
from dashboard.settings import Settings

# table: the cells of which one must be filled for a row to count
FORM = {"indicator_values": ("value", "status"), "association_facts": ("text_ja",)}


def load_visit(path: Path, settings: Settings, reason: str | None = None) -> Report:
    """Check and keep what was typed into the workbook `path`; rows left blank change nothing. All or nothing.

    A row takes the place of the kept row of the same key. The report tells of the whole tables, as after any load.
    """
    try:
        sheets = {sheet.name: sheet for sheet in read.sheets(path.name, path.read_bytes())}
    except (read.UnreadableError, OSError) as error:
        return refused(path, error.rule if isinstance(error, read.UnreadableError) else "bad_workbook")
    typed = {name: rows_of(sheets[name], name) for name in FORM if name in sheets}
    typed = {name: rows for name, rows in typed.items() if not rows.empty}
    if not typed:
        return refused(path, "nothing_typed")
    frames = kept_frames(settings)
    with tempfile.TemporaryDirectory() as folder:
        paths = [written(Path(folder), name, together(name, frames, rows)) for name, rows in typed.items()]
        return load(paths, settings, reason=reason or path.name)


def refused(path: Path, rule: str) -> Report:
    report = Report()
    report.problems.append(Problem("error", rule, path.name))
    return report


def rows_of(sheet: read.Sheet, name: str) -> pd.DataFrame:
    """The rows of a sheet that were typed into, as text, under the table's own column names."""
    table = contract.tables()[name]
    (_, headers), *rows = sheet.rows or [(1, [])]
    known = {at: column for at, header in enumerate(headers) if (column := table.column_of(header))}
    found = [{column: cells[at] if at < len(cells) else "" for at, column in known.items()} for _, cells in rows]
    frame = pd.DataFrame(found, columns=list(table.columns)).fillna("")
    return frame[(frame[list(FORM[name])].apply(lambda column: column.str.strip()) != "").any(axis=1)]


def together(name: str, frames: dict[str, pd.DataFrame], rows: pd.DataFrame) -> pd.DataFrame:
    """The kept rows as text with the typed ones in the place of those of the same key."""
    table = contract.tables()[name]
    kept = frames.get(name, empty(table)).astype(object)
    kept = kept.where(kept.notna(), None).map(lambda cell: "" if cell is None else shown(cell))
    fresh = {key_of(row, table) for row in rows.to_dict("records")}
    left = [key_of(row, table) not in fresh for row in kept.to_dict("records")]
    return pd.concat([kept[left], rows])[list(table.columns)]


def shown(cell: object) -> str:
    """A value as it is handed in: 412, not 412.0."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def key_of(row: dict, table: contract.Table) -> tuple[str, ...]:
    """What names a row, a fiscal year in either calendar alike; what cannot be read is left to the check."""
    return tuple(plain(row[name], table.columns[name].type) for name in table.key)


def plain(cell: str, kind: str) -> str:
    """A cell of a key, read as its type and written again."""
    try:
        return str(PARSERS[kind](cell))
    except ValueError:
        return cell


def written(folder: Path, name: str, frame: pd.DataFrame) -> Path:
    path = folder / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(frame.columns)
        writer.writerows(frame.itertuples(index=False))
    return path
