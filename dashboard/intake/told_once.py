"""What a table tells once for all of its rows: the kind of its areas by a header, the day it speaks of by its title."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pandas as pd

from dashboard.intake import contract, values
from dashboard.intake.report import Findings
from dashboard.intake.tables import Raw

KIND, AREA, AS_OF = "area_kind", "area", "as_of"
CODED = ("コード", "code")
NOW = re.compile(rf"(?:{values.DATE.pattern}|{values.ERA_DATE.pattern})(?=現在|時点)")
YEARS = ("fiscal_year", "wave")
Own = dict[int, str]


def area_column(raw: Raw, table: contract.Table, own: Own) -> tuple[int, str] | None:
    """(position of the areas, their kind) where headers such as 校区 or 町内会名 tell both; the finest kind of several,
    of it a column of codes first. None where the table has columns of its own for them.

    own: position -> column of the table.
    """
    if KIND not in table.columns or {KIND, AREA} & set(own.values()):
        return None
    kinds = {place: kind for place, header in enumerate(raw.headers) if (kind := kind_of(table, header))}
    order = table.columns[KIND].allowed
    if not kinds:
        return None
    finest = max(kinds.values(), key=order.index)
    places = [place for place, kind in kinds.items() if kind == finest]
    coded = [place for place in places if values.squashed(raw.headers[place]).endswith(CODED)]
    return (coded or places)[0], finest


def kind_of(table: contract.Table, header: str) -> str | None:
    """The kind of area that a header names, of those the table may hold."""
    if KIND not in table.columns:
        return None
    wanted = values.squashed(header)
    known = contract.document()["area_headers"].items()
    found = (kind for kind, headers in known if wanted in map(values.squashed, headers))
    return next((kind for kind in found if kind in table.columns[KIND].allowed), None)


def title_day(above: Iterable[list[str]]) -> date | None:
    """The day told over a table (令和7年7月1日現在); None where there is none, or more than one."""
    cells = (values.plain(cell).upper().replace(" ", "") for row in above for cell in row)
    told = {match[0] for cell in cells for match in NOW.finditer(cell)}
    days = set()
    for words in told:
        try:
            days.add(values.day(words))
        except ValueError:  # 令和7年13月1日
            continue
    return next(iter(days)) if len(days) == 1 else None


def spelt_out(raw: Raw, table: contract.Table, own: Own, kind: str | None, findings: Findings) -> tuple[Raw, Own]:
    """The table with what it tells once written into its rows (told). kind: of its areas, where a header tells it."""
    if kind is not None:
        place = next(place for place, name in own.items() if name == AREA)
        said = {lang: table.columns[KIND].said_of(kind, lang) for lang in ("ja", "en")}
        findings.add("note", "area_by_header", column=raw.headers[place], kind=said)
        raw, own = with_column(raw, own, table, KIND, pd.Series(kind, index=raw.cells.index, dtype=object))
    day = title_day(raw.above) if AS_OF in table.columns and AS_OF not in own.values() else None
    if day is not None:
        cells = of_its_year(raw, own, day)
        if (cells != "").any():
            findings.add("note", "day_by_title", value=day.isoformat(), count=int((cells != "").sum()))
            raw, own = with_column(raw, own, table, AS_OF, cells)
    return raw, own


def of_its_year(raw: Raw, own: Own, day: date) -> pd.Series:
    """The day in every row of its own fiscal year; in every row where the table has no year."""
    year = next((place for place, name in own.items() if name in YEARS), None)
    if year is None:
        return pd.Series(day.isoformat(), index=raw.cells.index, dtype=object)
    wanted = day.year - (day.month < 4)
    return raw.cells[year].map(lambda cell: day.isoformat() if same_year(cell, wanted) else "")


def same_year(cell: str, wanted: int) -> bool:
    try:
        return values.fiscal_year(cell) == wanted
    except ValueError:
        return False


def with_column(raw: Raw, own: Own, table: contract.Table, name: str, cells: pd.Series) -> tuple[Raw, Own]:
    """The table with one more column behind its own, headed as a person would head it."""
    header = contract.document()["tables"][table.name]["columns"][name]["headers"][0]
    place, wider = len(raw.headers), raw.cells.copy()
    wider[place] = cells
    return replace(raw, headers=[*raw.headers, header], cells=wider), own | {place: name}
