"""Rows of text -> one table: the header is found, personal columns are taken out, every file row keeps its number."""

import csv
import gzip
import hashlib
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

import pandas as pd

from dashboard.intake import contract, read, values
from dashboard.intake.report import Findings

TITLE_ROWS = 30  # a header stands within the first rows of a sheet
HEADER_ROWS = 3  # a merged header cell reaches over at most so many rows
FIRST_ROWS = 5  # rows shown to the person who handed a file in
LARGE = 5_000_000  # cells; a copy with more is kept packed
MATCHES = 2  # so many known names make a row a header

Known = Callable[[str], bool]
More = Callable[[list[str]], bool]


@dataclass(frozen=True)
class Source:
    """One file of the city: as handed in, or as kept."""

    file: str
    data: bytes
    table: str
    wave: str | None = None
    kept: bool = False
    read_as: dict | None = None  # of responses kept before: how they were read (assistant.read_as)

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@dataclass
class Raw:
    """A file's table as text. `cells`: columns 0, 1, ... as in the file, index = row as Excel shows it."""

    encoding: str
    header_row: int
    headers: list[str]
    cells: pd.DataFrame
    sheet: str = ""
    flaws: list[tuple[str, int, int]] = field(default_factory=list)  # rule, row, column
    above: list[list[str]] = field(default_factory=list)  # the rows over the header

    def only(self, rows: pd.Series) -> "Raw":
        """The same table with some of its rows."""
        return replace(self, cells=self.cells[rows])

    def reading(self, shown: list[int], names: dict[int, str]) -> dict:
        """How the file was read, for a person to look at: where its table stands and its first rows.

        shown: positions of the columns that may be seen; names: position -> what it was read as.
        """
        columns = [{"header": self.headers[p], "name": names.get(p)} for p in shown]
        first = self.cells[shown].head(FIRST_ROWS)
        rows = [
            {"row": int(row), "cells": cells} for row, cells in zip(first.index, first.to_numpy().tolist(), strict=True)
        ]
        return {"encoding": self.encoding, "rows": len(self.cells), "sheet": self.sheet,
                "header_row": self.header_row, "columns": columns, "first_rows": rows}  # fmt: skip

    def copy_of(self, positions: list[int]) -> bytes:
        """A CSV (UTF-8) of some columns only, packed where it is large; every row stays at its number."""
        buffer = io.BytesIO()
        large = len(self.cells) * len(positions) > LARGE
        packed = gzip.GzipFile(fileobj=buffer, mode="wb", compresslevel=1, mtime=0) if large else buffer
        text = io.TextIOWrapper(packed, "utf-8-sig", newline="", write_through=True)
        writer, written = csv.writer(text), self.header_row
        writer.writerows([[]] * (self.header_row - 1))
        writer.writerow([self.headers[p] for p in positions])
        columns = (self.cells[p].tolist() for p in positions)
        for number, cells in zip(self.cells.index.tolist(), zip(*columns, strict=True), strict=True):
            writer.writerows([[]] * (number - written - 1))
            writer.writerow(cells)
            written = number
        text.detach()
        if large:
            packed.close()
        return buffer.getvalue()


def raw_table(source: Source, known: Known, findings: Findings, more: More | None = None) -> Raw | None:
    """The table in `source` whose header holds the most names that are `known`; None if there is none (then found).

    more: whether a row under a header is a part of it although nothing in it is known (the years under a merged cell).
    """
    try:
        sheets = read.sheets(source.file, source.data)
    except read.UnreadableError as problem:
        findings.add("error", problem.rule, row=problem.row)
        return None
    tops = [(sheet, at, cells) for sheet in sheets for at, (_, cells) in enumerate(sheet.rows[:TITLE_ROWS])]
    scores = [(matches(cells, known), sheet, at) for sheet, at, cells in tops]
    best, sheet, at = max(scores, key=lambda score: score[0])  # the first of equals
    if best < MATCHES:
        findings.add("error", "no_header", table=contract.tables()[source.table].label)
        return None
    raw = cut(sheet, at, known, findings, more)
    findings.headers = {header: header for header in raw.headers}
    if raw.cells.empty:
        findings.add("error" if contract.tables()[source.table].required else "warning", "no_rows")
    return raw


def matches(cells: list[str], known: Known) -> int:
    return len({values.squashed(cell) for cell in cells if cell.strip() and known(cell)})


def cut(sheet: read.Sheet, at: int, known: Known, findings: Findings, more: More | None = None) -> Raw:
    """The rows below the header, each as long as it. `at`: the best row; of several header rows the last counts."""
    while at + 1 < len(sheet.rows) and (is_header(sheet, at + 1, known) or (more and more(sheet.rows[at + 1][1]))):
        at += 1
    number, header = sheet.rows[at]
    headers = [merged(sheet, at, place, known) for place in range(len(header))]
    below = sheet.rows[at + 1 :]
    width = len(headers)
    long = [(row, None) for row, cells in below if any(cell.strip() for cell in cells[width:])]
    findings.add_rows("error", "long_row", long, width=width)
    rows = pd.Index([row for row, _ in below])
    columns = {place: [cells[place] if place < len(cells) else "" for _, cells in below] for place in range(width)}
    cells = pd.DataFrame(columns, index=rows, columns=range(width), dtype=object)
    over = [row for _, row in sheet.rows[:at]]
    return Raw(sheet.encoding, number, headers, cells, sheet.name, sheet.flaws, over)


def merged(sheet: read.Sheet, at: int, place: int, known: Known) -> str:
    """The header at `place`; of a cell merged downwards the text stands in a row above the last."""
    rows = reversed(sheet.rows[max(0, at - HEADER_ROWS + 1) : at + 1])
    cells = [row[place].strip() for _, row in rows if place < len(row)]
    return next((cell for cell in [*cells, *under(sheet, at, place)] if cell and known(cell)), cells[0])


def under(sheet: read.Sheet, at: int, place: int) -> list[str]:
    """The header cell joined to what stands over it, in every way: 世帯 over 総数 -> 世帯総数, 世帯 総数, 世帯_総数."""
    own = sheet.rows[at][1][place].strip()
    return [f"{upper}{mark}{own}" for upper in above(sheet, at, place) for mark in ("", " ", "_") if own]


def above(sheet: read.Sheet, at: int, place: int) -> list[str]:
    """What stands over a header cell, nearest first; a cell merged sideways stands at its left end."""
    rows = [row for _, row in reversed(sheet.rows[max(0, at - HEADER_ROWS + 1) : at])]
    found = (next((cell.strip() for cell in reversed(row[: place + 1]) if cell.strip()), "") for row in rows)
    return [cell for cell in found if cell]


def is_header(sheet: read.Sheet, at: int, known: Known) -> bool:
    """True for a second header row: at least half of its cells are known names, alone or with what is over them."""
    filled = [place for place, cell in enumerate(sheet.rows[at][1]) if cell.strip()]
    ways = ([sheet.rows[at][1][place], *under(sheet, at, place)] for place in filled)
    return sum(any(known(cell) for cell in cells) for cells in ways) >= max(MATCHES, len(filled) / 2)


def named(
    raw: Raw, found: dict[int, str], findings: Findings, keep_unknown: bool, told: Iterable[int] = ()
) -> list[int]:
    """The columns that may be kept, given those `found` (position -> name); every other is named in the findings.

    A personal column is never kept. An unknown one is kept beside its table (`keep_unknown`) but not read; the
    responses, in which it could tell who answered, go without it, and without the columns already `told` of.
    """
    kept = list(found)
    for rule, row, place in raw.flaws:
        if place in found and row in raw.cells.index:
            findings.add("error", rule, row, raw.headers[place])
    for place, header in enumerate(raw.headers):
        if place in found or place in told:
            continue
        if not header and not filled(raw, place):
            kept.append(place)
            continue
        if header and contract.is_personal(header):
            findings.add("note", "personal_column", column=header)
            continue
        findings.add("warning", "unknown_column" if header else "unnamed_column", column=header or letter(place))
        kept += [place] if keep_unknown else []
    doubled = {name for name in found.values() if list(found.values()).count(name) > 1}
    for name in sorted(doubled):
        headers = [raw.headers[place] for place, other in found.items() if other == name]
        findings.add("error", "doubled_column", column=headers[-1], name=name, headers=" / ".join(headers))
    return sorted(kept)


def filled(raw: Raw, place: int) -> bool:
    return any(cell.strip() for cell in raw.cells[place].unique())


def letter(place: int) -> str:
    """0 -> 'A', 26 -> 'AA': a column without a header is named as Excel names it."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
