"""A table handed in wide, as offices keep it: one column for each member of another table, turned long."""

from dataclasses import replace

import pandas as pd

from dashboard.intake import values
from dashboard.intake.contract import Table
from dashboard.intake.tables import Raw

STATUS = "status"


def member_headers(table: Table, frames: dict[str, pd.DataFrame]) -> dict[str, str]:
    """How a member's column may be headed (squashed) -> its code; empty where the table is only handed in long."""
    if table.spread is None or table.spread["members"] not in frames:
        return {}
    members = frames[table.spread["members"]]
    codes = members[table.spread["name"]]
    written = [*zip(members[table.spread["label"]], codes, strict=True), *zip(codes, codes, strict=True)]
    return {values.squashed(words): code for words, code in written if words and code}


def units_and_sums(table: Table, frames: dict[str, pd.DataFrame]) -> tuple[dict[str, str], set[str]]:
    """(member -> its unit, the members whose values may be summed) of a table that is handed in wide."""
    if table.spread is None or table.spread["members"] not in frames:
        return {}, set()
    members = frames[table.spread["members"]]
    codes = members[table.spread["name"]]
    parts = {*members["numerator"].dropna(), *members["denominator"].dropna()}
    units = {code: unit for code, unit in zip(codes, members["measured_in"], strict=True) if code and unit}
    return units, parts | set(codes[members["additive"]].dropna())


def long(raw: Raw, found: dict[int, str], wide: dict[int, str], table: Table) -> tuple[Raw, dict[str, int]]:
    """(the table with a row for every filled cell, canonical name -> position).

    found: positions of the table's own columns; wide: positions of members' columns -> their code. The index keeps
    the row of the file. A cell that is one of the words allowed for the status is that status without a value.
    """
    own = list(found)
    melted = raw.cells.melt(id_vars=own, value_vars=list(wide), var_name="place", value_name="cell", ignore_index=False)
    melted = melted[melted["cell"].str.strip() != ""].sort_index(kind="stable")
    marks = set(table.columns[STATUS].allowed)
    is_mark = melted["cell"].str.strip().isin(marks)
    told = next((place for place, name in found.items() if name == STATUS), None)
    status = "" if told is None else melted[told]
    cells = {name: melted[place] for place, name in found.items() if name != STATUS}
    cells[table.spread["name"]] = melted["place"].map(wide)
    cells[table.spread["value"]] = melted["cell"].where(~is_mark, "")
    cells[STATUS] = melted["cell"].str.strip().where(is_mark, status)
    headers = list(cells)
    frame = pd.DataFrame({place: cells[name] for place, name in enumerate(headers)}, index=melted.index, dtype=object)
    return replace(raw, headers=headers, cells=frame), {name: place for place, name in enumerate(headers)}
