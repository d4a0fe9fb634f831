"""A table handed in wide, as offices keep it: columns turned into rows, each a member of another table or a year."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from dashboard.intake import values
from dashboard.intake.contract import Table
from dashboard.intake.report import Findings, presentable
from dashboard.intake.tables import Raw

STATUS = "status"
Long = tuple[Raw, dict[str, int]]


def member_headers(table: Table, frames: dict[str, pd.DataFrame]) -> dict[str, str]:
    """How a member's column may be headed (squashed) -> its code; empty where the table is only handed in long."""
    if table.spread is None or table.spread["members"] not in frames:
        return {}
    members = frames[table.spread["members"]]
    codes = members[table.spread["name"]]
    written = [*zip(members[table.spread["label"]], codes, strict=True), *zip(codes, codes, strict=True)]
    return {values.squashed(words): code for words, code in written if words and code}


def units_and_sums(table: Table, frames: dict[str, pd.DataFrame]) -> tuple[dict[str, str], set[str]]:
    """(member -> its unit, codes and names of the members whose values may be summed)."""
    if table.spread is None or table.spread["members"] not in frames:
        return {}, set()
    members = frames[table.spread["members"]]
    codes = members[table.spread["name"]]
    summed = {*members["numerator"].dropna(), *members["denominator"].dropna(), *codes[members["additive"]].dropna()}
    names = [*zip(codes, codes, strict=True), *zip(members[table.spread["label"]], codes, strict=True)]
    units = {code: unit for code, unit in zip(codes, members["measured_in"], strict=True) if code and unit}
    return units, {name for name, code in names if name and code in summed}


def long(raw: Raw, found: dict[int, str], wide: dict[int, dict[str, str]], table: Table) -> Long:
    """(the table with a row for every filled cell, canonical name -> position).

    found: positions of the table's own columns; wide: positions of the columns turned into rows -> what stands in the
    rows instead (a member, a year). The index keeps the row of the file. A cell that is one of the words allowed for
    the status is that status without a value.
    """
    own = list(found)
    melted = raw.cells.melt(id_vars=own, value_vars=list(wide), var_name="place", value_name="cell", ignore_index=False)
    melted = melted[melted["cell"].str.strip() != ""].sort_index(kind="stable")
    cells = {name: melted[place] for place, name in found.items()}
    for name in next(iter(wide.values())):
        cells[name] = melted["place"].map({place: told[name] for place, told in wide.items()})
    cells[table.value] = melted["cell"]
    if STATUS in table.columns:
        is_mark = melted["cell"].str.strip().isin(set(table.columns[STATUS].allowed))
        cells[table.value] = melted["cell"].where(~is_mark, "")
        cells[STATUS] = melted["cell"].str.strip().where(is_mark, cells.get(STATUS, ""))
    headers = list(cells)
    frame = pd.DataFrame({place: cells[name] for place, name in enumerate(headers)}, index=melted.index, dtype=object)
    return replace(raw, headers=headers, cells=frame), {name: place for place, name in enumerate(headers)}


def as_codes(raw: Raw, place: int, members: dict[str, str]) -> Raw:
    """The table with a member's name read as its code."""
    codes = {cell: members.get(values.squashed(cell), cell) for cell in raw.cells[place].unique()}
    cells = raw.cells.copy()
    cells[place] = cells[place].map(codes)
    return replace(raw, cells=cells)


def named_as_written(findings: Findings, raw: Raw, wide: Iterable[int], value: str) -> None:
    """Problems of a cell turned into a row are told with the header that it stands under in the file."""
    for at, problem in enumerate(findings.problems):
        if problem.column == value and problem.row in raw.cells.index and problem.value is not None:
            cells = {place: presentable(raw.cells.at[problem.row, place]) for place in wide}
            headers = [raw.headers[place] for place, cell in cells.items() if cell == problem.value]
            findings.problems[at] = replace(problem, column=" / ".join(headers) or value)
