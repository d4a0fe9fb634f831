"""Refused rows as a workbook with their reasons; corrected there, they take their places in the file again."""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

from dashboard.i18n import LANGUAGES, text
from dashboard.intake import read
from dashboard.intake.report import Problem, Report
from dashboard.intake.road import Journey
from dashboard.intake.tables import Raw, Source

LEDGER = "ledger"  # the hidden sheet that says which file, row by row of it, each other sheet belongs to
FORM = "rejects 1"
LONGEST_TITLE, NOT_IN_TITLE = 24, re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
OWN = 2  # columns before the file's own: row and reason
BOLD, WRONG = Font(bold=True), PatternFill("solid", fgColor="FDE9E7")


def workbook(journey: Journey, languages: Sequence[str] = LANGUAGES) -> tuple[bytes | None, int]:
    """(a sheet for each file with refused rows, how many rows); None where no row is refused. languages: of reasons.

    Only columns that may be kept are in it: whoever corrects an answer does not see who gave it.
    """
    book, count = Workbook(), 0
    ledger = book.active
    ledger.title = LEDGER
    ledger.append([FORM])
    for key, (raw, shown) in journey.raws.items():
        reasons = reasons_of(journey.report, journey.plan[key].file)
        rows = [row for row in sorted(reasons) if row in raw.cells.index]
        if rows:
            sheet = book.create_sheet(title(journey.plan[key].file, book.sheetnames))
            fill(sheet, raw, shown, {row: reasons[row] for row in rows}, languages)
            source = journey.plan[key]
            places = json.dumps(shown)
            ledger.append([sheet.title, source.file, source.sha256, raw.sheet, places])
            count += len(rows)
    if not count:
        return None, 0
    book.move_sheet(ledger, len(book.sheetnames))
    book.active, ledger.sheet_state = 0, "hidden"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue(), count


def title(file: str, taken: list[str]) -> str:
    """A sheet's name from its file's, as Excel takes it: short, without its marks, no name twice."""
    stem = NOT_IN_TITLE.sub("_", Path(file).stem)[:LONGEST_TITLE]
    known = {name.casefold() for name in taken}
    return stem if stem and stem.casefold() not in known else f"{stem} {len(taken)}"


def reasons_of(report: Report, file: str) -> dict[int, list[Problem]]:
    """Row -> what is wrong in it; rows that a report only counts among them."""
    found = defaultdict(list)
    for problem in report.problems:
        if problem.file == file and problem.severity == "error":
            for row in (problem.row, *problem.rows):
                if row is not None:
                    found[row].append(problem)
    return found


def fill(sheet, raw: Raw, shown: list[int], reasons: dict[int, list[Problem]], languages: Sequence[str]) -> None:
    titles = [" / ".join(text(f"rejects.{name}", lang) for lang in LANGUAGES) for name in ("row", "reason")]
    sheet.append([*titles, *(raw.headers[place] for place in shown)])
    for cell in sheet[1]:
        cell.font = BOLD
    for row, problems in reasons.items():
        wrong = {problem.column for problem in problems}
        why = "\n".join(dict.fromkeys(f"{it.message(lang)} {it.remedy(lang)}" for it in problems for lang in languages))
        cells = [raw.cells.at[row, place] for place in shown]
        number = sheet.max_row + 1
        for at, value in enumerate([row, why, *cells], 1):
            cell = sheet.cell(number, at, value)
            cell.data_type = "n" if at == 1 else "s"  # what looks like a formula stays a text
            cell.number_format = "General" if at == 1 else "@"
            if at > OWN and raw.headers[shown[at - OWN - 1]] in wrong:
                cell.fill = WRONG
    sheet.freeze_panes = "C2"
    sheet.column_dimensions["B"].width = 60


def corrected(sources: list[Source], path: Path, report: Report) -> list[Source]:
    """The files with the rows of a corrected workbook in their places; what does not fit is a problem.

    A row whose cells were all cleared is left out.
    """
    try:
        sheets = {sheet.name: sheet for sheet in read.sheets(path.name, path.read_bytes())}
        ledger = [cells for _, cells in sheets[LEDGER].rows]
        entries = {(cells[1], cells[2]): cells for cells in ledger[1:]}
        if ledger[0][0] != FORM:
            raise KeyError(FORM)
        left = dict(entries)
        made = []
        for source in sources:
            entry = left.pop((source.file, source.sha256), None)
            made.append(source if entry is None else put_back(source, entry, sheets[entry[0]]))
    except (read.UnreadableError, OSError, KeyError, IndexError, ValueError) as error:
        rule = error.rule if isinstance(error, read.UnreadableError) else "no_rejects"
        report.problems.append(Problem("error", rule, path.name))
        return sources
    for file, _ in left:
        report.problems.append(Problem("error", "rejects_of_other_file", path.name, value=file))
    return made


def put_back(source: Source, entry: list[str], sheet: read.Sheet) -> Source:
    """The source as a CSV with the corrected rows, every row at its number."""
    places = [int(place) for place in json.loads(entry[4])]
    fresh = {int(cells[0]): cells[OWN:] for _, cells in sheet.rows[1:] if cells[0].strip()}
    original = next(it for it in read.sheets(source.file, source.data) if it.name == entry[3])
    buffer, at = io.StringIO(newline=""), 0
    writer = csv.writer(buffer)
    for number, cells in original.rows:
        cells = list(cells)
        for place, value in zip(places, fresh.get(number, []), strict=False):
            cells += [""] * (place + 1 - len(cells))
            cells[place] = value
        writer.writerows([[]] * (number - at - 1))
        cleared = number in fresh and not any(value.strip() for value in fresh[number])
        writer.writerow([] if cleared else cells)
        at = number
    name = Path(source.file).name.removesuffix(".gz")
    return Source(str(Path(name).with_suffix(".csv")), buffer.getvalue().encode("utf-8-sig"), source.table, source.wave)
