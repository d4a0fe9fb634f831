"""A table with a column for each year, as offices keep statistics, turned into a row for each year.

The rule: a header that is a fiscal year (令和5年度, R5, 2023, 令和5年度（2023年度）) or a day (令和5年7月1日現在,
令和5年度末), with a unit in brackets behind it or not, is a column of values of that year, and a day is the day of the
values too. Beside such columns there is none that tells the same again: no year, no value, no member of another table,
and no day where there is more than one year. What is told twice is refused: nobody knows which of the two is meant.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.intake import values
from dashboard.intake.contract import Table
from dashboard.intake.office import bare
from dashboard.intake.report import Findings
from dashboard.intake.tables import HEADER_ROWS, Raw

AS_OF = "as_of"
NOW = re.compile(r"(現在|時点)$")
YEAR_END = re.compile(r"(.+年度)末$")


@dataclass(frozen=True)
class Period:
    """What a header tells: a fiscal year, and the day of the value or ''."""

    year: str
    day: str = ""


def period(header: str) -> Period | None:
    """'令和5年度【世帯】' -> 2023; 'R5.7.1現在' -> 2023 with its day; None for any other header."""
    words = NOW.sub("", values.squashed(bare(header)[0]))
    if end := YEAR_END.fullmatch(words):
        year = year_of(end[1])
        return None if year is None else Period(str(year), datetime.date(year + 1, 3, 31).isoformat())
    if (year := year_of(words)) is not None:
        return Period(str(year))
    try:
        day = values.day(words)
    except ValueError:
        return None
    return None if words.isdigit() else Period(str(day.year - (day.month < 4)), day.isoformat())


def year_of(words: str) -> int | None:
    try:
        return values.fiscal_year(words)
    except ValueError:
        return None


def only_years(cells: Iterable[str]) -> bool:
    """True for a row of a header that holds years and nothing else: those under a merged cell."""
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and all(period(cell) is not None for cell in filled)


def year_columns(raw: Raw, table: Table, found: dict[int, str], wide: dict, findings: Findings) -> dict[int, Period]:
    """position -> its year, of a table that may be handed in by year; what is told twice is in the findings.

    found: positions of the table's own columns; wide: those that are members of another table.
    """
    if table.by_year is None:
        return {}
    told = {place: period(header) for place, header in enumerate(raw.headers) if place not in found | wide}
    years = {place: it for place, it in told.items() if it is not None}
    check_above(raw, wide, findings)
    if not years:
        return {}
    twice = {table.by_year["year"], table.value}
    several = len(years) > 1 or any(it.day for it in years.values())
    clashing = [place for place, name in found.items() if name in twice or (name == AS_OF and several)]
    headers = " / ".join(raw.headers[place] for place in list(years)[:3])
    for place in [*clashing, *wide]:
        findings.add("error", "years_and_column", column=raw.headers[place], headers=headers)
    if not clashing and not wide:
        first, last = min(it.year for it in years.values()), max(it.year for it in years.values())
        findings.add("note", "years_to_rows", row=raw.header_row, count=len(years), first=first, last=last)
    return years


def check_above(raw: Raw, wide: dict[int, str], findings: Findings) -> None:
    """Refuses a table of two dimensions: years over the same members again and again."""
    if len(set(wide.values())) < len(wide):
        over = dict.fromkeys(cell.strip() for cells in raw.above[1 - HEADER_ROWS :] for cell in cells if period(cell))
        if len(over) > 1:
            findings.add("error", "years_over_columns", row=raw.header_row, headers=" / ".join(list(over)[:3]))
