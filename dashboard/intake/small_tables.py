"""One table that is not of a wave: columns found, notes and totals taken out, columns turned into rows, typed."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pandas as pd

from dashboard.intake import contract, spread, values
from dashboard.intake.by_year import Period, only_years, year_columns
from dashboard.intake.check import typed
from dashboard.intake.office import bare, check_unit, unit_above, with_status, without_notes, without_totals
from dashboard.intake.report import Findings
from dashboard.intake.tables import Raw, Source, named, raw_table
from dashboard.intake.told_once import AREA, area_column, spelt_out

Frames = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class Columns:
    """position -> what it is: `own` a column of the table, `members` one of another table, `years` values of a year.

    kind: of the areas, where their header tells it.
    """

    own: dict[int, str]
    members: dict[int, str]
    years: dict[int, Period]
    kind: str | None = None

    @property
    def names(self) -> dict[int, str]:
        """position -> the name it is told by."""
        return self.own | self.members | {place: it.year for place, it in self.years.items()}

    def turned(self, table: contract.Table) -> dict[int, dict[str, str]]:
        """Columns turned into rows -> what stands in their rows."""
        if self.members:
            return {place: {table.spread["name"]: code} for place, code in self.members.items()}
        dated = any(it.day for it in self.years.values())
        day = (lambda it: {"as_of": it.day}) if dated and "as_of" in table.columns else (lambda it: {})
        return {place: {table.by_year["year"]: it.year} | day(it) for place, it in self.years.items()}


@dataclass(frozen=True)
class Read:
    """A table as text and as values. may_stay: positions that may be kept; names: what the columns were read as."""

    raw: Raw
    may_stay: list[int]
    names: dict[int, str]
    frame: pd.DataFrame


def read_table(source: Source, frames: Frames, findings: Findings) -> Read | None:
    """The table of a file; None where there is none in it (then found). frames: the tables read before it."""
    table = contract.tables()[source.table]
    members = spread.member_headers(table, frames)
    raw = raw_table(source, known_by(table, members), findings, only_years if table.by_year else None)
    if raw is None:
        return None
    columns = columns_of(raw, table, members, findings)
    check_units(raw, table, columns, members, frames, findings)
    raw = office_rows(raw, table, columns, frames, findings)
    raw, own = spelt_out(raw, table, columns.own, columns.kind, findings)
    columns = replace(columns, own=own)
    may_stay = named(raw, columns.names, findings, keep_unknown=True)
    return Read(raw, may_stay, columns.names, as_values(raw, table, columns, members, findings))


def known_by(table: contract.Table, members: dict[str, str]) -> Callable[[str], bool]:
    """Whether a header is one of the table's, or names a member that may be a column of it.

    A kind of area is no sign of a header: it stands in rows too (区分, 自治会).
    """

    def known(header: str) -> bool:
        return any(
            table.column_of(it) is not None or values.squashed(it) in members for it in (header, bare(header)[0])
        )

    return known


def columns_of(raw: Raw, table: contract.Table, members: dict[str, str], findings: Findings) -> Columns:
    """What every column of the file is."""
    found, wide = {}, {}
    for place, header in enumerate(raw.headers):
        for words in (header, bare(header)[0]) if header else ():
            if name := table.column_of(words):
                found[place] = name
            elif values.squashed(words) in members:
                wide[place] = members[values.squashed(words)]
            if place in found or place in wide:
                break
    place, kind = area_column(raw, table, found) or (None, None)
    found |= {} if kind is None else {place: AREA}
    return Columns(found, wide, year_columns(raw, table, found, wide, findings), kind)


def as_values(raw: Raw, table: contract.Table, columns: Columns, members: dict, findings: Findings) -> pd.DataFrame:
    """The typed table, wide turned long."""
    written, positions = raw, {name: place for place, name in columns.own.items()}
    turned = columns.turned(table) if columns.members or columns.years else {}
    if turned:
        raw, positions = spread.long(raw, columns.own, turned, table)
    if table.spread and table.spread["name"] in positions:
        raw = spread.as_codes(raw, positions[table.spread["name"]], members)
    if table.spread and table.value in positions:
        raw, positions = with_status(raw, positions, table.spread, findings)
    findings.headers = {name: written.headers[place] for place, name in columns.own.items()}
    frame = typed(raw, table, positions, findings)
    spread.named_as_written(findings, written, turned, table.value)
    return frame


def office_rows(raw: Raw, table: contract.Table, columns: Columns, frames: Frames, findings: Findings) -> Raw:
    """The table without notes and totals (told)."""
    sums, found = spread.units_and_sums(table, frames)[1], columns.own
    key = [place for place, name in found.items() if name in table.key]
    labels = [place for place, name in found.items() if name in table.key or name == "name_ja"]
    summed = {place: None for place, name in found.items() if is_summed(table, name)}
    summed |= {place: None for place, name in columns.members.items() if name in sums}
    other = next((p for p, name in found.items() if table.spread and name == table.spread["name"]), None)
    values_at = value_places(table, columns)
    if other is not None:
        summed |= dict.fromkeys(values_at, sums)
    elif columns.years and is_summed(table, table.value):
        summed |= dict.fromkeys(values_at)
    raw = without_notes(raw, findings, loose=True)
    return without_totals(raw, key, labels, summed, other, findings)


def value_places(table: contract.Table, columns: Columns) -> list[int]:
    """Positions of the values of a table with one value a row: its own column, or those of the years."""
    return [*columns.years, *(place for place, name in columns.own.items() if name == table.value)]


def check_units(raw: Raw, table, columns: Columns, members: dict, frames: Frames, findings: Findings) -> None:
    """A unit beside a header, or over the table, is the one that the column, or its row's member, is kept in."""
    units, above = spread.units_and_sums(table, frames)[0], unit_above(raw.above)
    kept_in = {place: table.columns[name].unit for place, name in columns.own.items()}
    kept_in |= dict.fromkeys(columns.years, table.columns[table.value].unit if columns.years else None)
    for place, unit in kept_in.items():
        check_unit(raw.headers[place], unit, above if unit else "", findings)
    for place, name in columns.members.items():
        check_unit(raw.headers[place], units.get(name), "", findings)
    at = next((place for place, name in columns.own.items() if table.spread and name == table.spread["name"]), None)
    if at is not None:
        codes = {members.get(values.squashed(cell)) for cell in raw.cells[at].unique()}
        for place in value_places(table, columns):
            for unit in sorted({units[code] for code in codes if code in units}):
                check_unit(raw.headers[place], unit, "", findings)


def is_summed(table: contract.Table, name: str) -> bool:
    """True for a column of counts or amounts: a total of it is the sum of its rows."""
    return table.columns[name].type == "integer" or table.columns[name].unit is not None
