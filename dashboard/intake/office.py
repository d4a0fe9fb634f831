"""What offices write between and under the rows: notes, totals; and units beside headers.

The rule: a row of notes or of a total is taken out and told, never summed into anything. A total is compared with its
rows where that may be done, and never made again over parts that are missing or withheld.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from dashboard.intake import contract, values
from dashboard.intake.report import Findings
from dashboard.intake.tables import Raw

NOTE = re.compile(r"^(\(?注|※|備考|資料|出典|\*|・|【|note|source|\d+\))")
TOTAL = re.compile(
    r"(総?合計|小計|総計|総数|計|全体|再掲|(うち|内)再掲|total|subtotal|.+(小計|合計|総計)|.+[区市町村局部課]計)"
)
OF_ALL = re.compile(r"総?合計|総計|総数|計|全体|total")
UNIT = re.compile(r"^(.+?)\s*[【(\[](?:単位\s*[::]?\s*)?([^【】()\[\]]+)[】)\]]$")
UNIT_ABOVE = re.compile(r"単位\s*[::]\s*([^\s()【】\[\]]+)")
MARK_RULES = {"none": "mark_none", "missing": "mark_missing", "withheld": "mark_withheld"}
UNEVEN = 1e-6


def bare(header: str) -> tuple[str, str]:
    """'加入世帯数【世帯】' -> ('加入世帯数', '世帯'); a bracket that holds no unit stays, and the unit is ''."""
    found = UNIT.match(values.plain(header))
    if found and values.squashed(found[2]) in unit_words():
        return found[1], found[2]
    return header, ""


def unit_words() -> frozenset[str]:
    return frozenset(values.squashed(word) for word in contract.document()["header_units"])


def check_unit(header: str, expected: str | None, above: str, findings: Findings) -> None:
    """A header's unit is the one its column is kept in: 円 in a column of 千円 would be a thousand times too much."""
    given = bare(header)[1] or above
    if expected and given and values.squashed(given) != values.squashed(expected):
        findings.add("error", "unit_differs", column=header, value=given, expected=expected)


def unit_above(rows: Iterable[list[str]]) -> str:
    """The unit that a title row tells for the whole table (単位：千円), or ''."""
    found = [UNIT_ABOVE.search(values.plain(cell)) for cells in rows for cell in cells]
    units = [it[1] for it in found if it and values.squashed(it[1]) in unit_words()]
    return units[0] if units else ""


def without_notes(raw: Raw, findings: Findings, loose: bool) -> Raw:
    """The table without rows that hold one text only: notes, wherever they stand; under the table any (`loose`)."""
    blank = {place: [cell for cell in raw.cells[place].unique() if not cell.strip()] for place in raw.cells}
    filled = sum((~raw.cells[place].isin(blank[place])).astype("int32") for place in raw.cells)
    alone = filled == 1
    if not alone.any():
        return raw
    text = raw.cells[alone].agg("".join, axis=1).str.strip()
    noted = text.map(lambda it: NOTE.match(values.plain(it).casefold()) is not None).astype(bool)
    notes = alone & noted.reindex(alone.index, fill_value=False)
    if loose and len(raw.headers) > 1 and not alone.all():
        last = raw.cells.index[~alone][-1]
        notes |= alone & (raw.cells.index > last)
    for row in raw.cells.index[notes][:5]:
        findings.add("note", "note_row", row, value=text[row])
    return raw.only(~notes)


def without_totals(raw: Raw, key: list[int], labels: list[int], summed: dict[int, set | None], other: int | None,
                   findings: Findings) -> Raw:  # fmt: skip
    """The table without its rows of totals, which are compared with the rows they are made of.

    key: positions of the columns that name a row; labels: those in which a total may be named; summed: position ->
    None, or for a long table the names (in column `other`) whose values may be summed.
    """
    is_total = pd.Series(False, index=raw.cells.index)
    word = pd.Series("", index=raw.cells.index)
    for place in labels:
        named = {cell: total_word(cell) for cell in raw.cells[place].unique()}
        found = raw.cells[place].map(named)
        word, is_total = word.where(is_total | (found == ""), found), is_total | (found != "")
    if not is_total.any():
        return raw
    for row in raw.cells.index[is_total][:50]:
        findings.add("note", "total_row", row, value=word[row])
    above_first = bool(is_total.iloc[0])
    block = is_total.cumsum() if above_first else is_total[::-1].cumsum()[::-1]
    rest = [place for place in key if not raw.cells.loc[is_total, place].map(total_word).any()]
    for row in raw.cells.index[is_total]:
        parts = raw.cells[~is_total]
        for place in rest:
            if raw.cells.at[row, place].strip():
                parts = parts[parts[place].map(same) == same(raw.cells.at[row, place])]
        near = parts[block[parts.index] == block[row]]
        of_all = OF_ALL.fullmatch(values.squashed(word[row])) is not None
        for place, names in summed.items():
            if names is None or raw.cells.at[row, other].strip() in names:
                compare(raw, row, place, [near, parts] if not of_all else [parts, near], findings)
    return raw.only(~is_total)


def same(cell: str) -> str:
    """A key cell for comparing: a fiscal year in whichever calendar, else the text squashed."""
    try:
        return str(values.fiscal_year(cell))
    except ValueError:
        return values.squashed(cell)


def total_word(cell: str) -> str:
    """The cell if it names a total, else ''."""
    return cell if TOTAL.fullmatch(values.squashed(cell)) else ""


def compare(raw: Raw, row: int, place: int, groups: list[pd.DataFrame], findings: Findings) -> None:
    """A total against the rows it may be made of; nothing is said where a part has no number."""
    total = number(raw.cells.at[row, place])
    parts = [[number(cell) for cell in group[place]] for group in groups if len(group)]
    if total is None or not parts or any(it is None for it in parts[0]):
        return
    sums = [sum(it) for it in parts if None not in it]
    if total > 0 and len(parts[0]) > 1 and not any(parts[0]):
        findings.add("warning", "suspected_withheld", row, raw.headers[place], raw.cells.at[row, place])
    elif all(abs(total - it) > UNEVEN * max(1, abs(total)) for it in sums):
        shown = f"{sums[0]:g}" if abs(sums[0]) < 1e15 else str(sums[0])
        findings.add("warning", "total_differs", row, raw.headers[place], raw.cells.at[row, place], sum=shown)


def number(cell: str) -> float | None:
    try:
        return values.decimal(cell)
    except ValueError:
        return None


def with_status(raw: Raw, at: dict[str, int], spread: dict, findings: Findings) -> tuple[Raw, dict[str, int]]:
    """Marks among the values as what they are: missing and withheld become the status, none is no row at all."""
    value, cells = at[spread["value"]], raw.cells
    marks = cells[value].map({cell: values.mark(cell) for cell in cells[value].unique()})
    if not (marks != "").any():
        return raw, at
    status = at.get("status", len(raw.headers))
    words = {name: spread[name] for name in ("missing", "withheld")}
    given = cells[status] if "status" in at else pd.Series("", index=cells.index)
    new = cells.copy()
    new[status] = given.where(~marks.isin(list(words)), marks.map(words).fillna(""))
    new[value] = cells[value].where(marks == "", "")
    none = marks == "none"
    tell_marks(cells[value], marks, raw.headers[value], findings)
    headers = raw.headers + ([] if "status" in at else ["status"])
    return replace(raw, headers=headers, cells=new[~none]), at | {"status": status}


def tell_marks(cells: pd.Series, marks: pd.Series, header: str, findings: Findings) -> None:
    """How often which mark stands in a column, and where first."""
    for cell in dict.fromkeys(cells[marks != ""]):
        rows = cells.index[cells == cell]
        findings.add("note", MARK_RULES[values.mark(cell)], rows[0], header, cell, count=len(rows))
