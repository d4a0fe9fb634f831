"""Bytes -> rows of text. Nothing is guessed that can be tried: encodings strictly, in one fixed order."""

import csv
import gzip
import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field

from dashboard.intake import contract

BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    KeyError,
)
TABLE_SUFFIXES = (".csv", ".csv.gz", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls")
HALF_WIDTH_KATAKANA = re.compile("[\uff61-\uff9f]")
FIELD_MAX = 1_000_000  # letters of one cell
HEAD = 100  # rows in which a table that is too wide shows
NO_CP932 = re.compile("[\x80\xa0\uf8f0-\uf8f3]")  # what Python makes of bytes that cp932 does not have


class UnreadableError(Exception):
    """The bytes are no table; `rule` names the message, `row` the place, if there is one."""

    def __init__(self, rule: str, row: int | None = None):
        super().__init__(rule)
        self.rule, self.row = rule, row


@dataclass(frozen=True)
class Sheet:
    """Rows of text with their row numbers as Excel shows them; rows without any text are left out."""

    name: str
    encoding: str
    rows: list[tuple[int, list[str]]]
    flaws: list[tuple[str, int, int]] = field(default_factory=list)  # rule, row, column


def suffix_of(name: str) -> str:
    """'.csv', '.csv.gz', '.xlsx' ..., in lower case; '' if the name is none of a table."""
    return next((s for s in sorted(TABLE_SUFFIXES, key=len, reverse=True) if name.lower().endswith(s)), "")


def sheets(name: str, data: bytes) -> list[Sheet]:
    """The sheets of a file: one for text, each of a workbook.

    Raises UnreadableError, whose rule says why.
    """
    suffix = suffix_of(name)
    if suffix == ".xls":
        raise UnreadableError("old_excel")
    if suffix == "":
        raise UnreadableError("unknown_suffix")
    if len(data) > contract.limit("file_bytes"):
        raise UnreadableError("too_large")
    found = workbook_sheets(data) if suffix in (".xlsx", ".xlsm") else [text_sheet(unpacked(suffix, data))]
    found = [sheet for sheet in found if sheet.rows]
    if any(len(cells) > contract.limit("columns") for sheet in found for _, cells in sheet.rows[:HEAD]):
        raise UnreadableError("too_many_columns")
    if not found:
        raise UnreadableError("empty_file")
    return found


def unpacked(suffix: str, data: bytes) -> bytes:
    """The text inside .csv.gz, never more than a text may have."""
    if suffix != ".csv.gz":
        return data
    try:
        with gzip.open(io.BytesIO(data)) as file:
            text = file.read(contract.limit("file_bytes") + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError("bad_gzip") from error
    if len(text) > contract.limit("file_bytes"):
        raise UnreadableError("too_large")
    return text


def strictly(data: bytes, encoding: str) -> str | None:
    """The text, or None if one byte does not fit."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, UnicodeError):
        return None


def decoded(data: bytes) -> tuple[str, str]:
    """(text, encoding): utf-8-sig, utf-16 with its mark, cp932, euc_jp, strictly and in this order.

    One exception to the order: EUC-JP is often also valid cp932, as rows of half-width katakana; where both fit and
    cp932 gives such katakana, the file is EUC-JP.
    """
    marked = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-8-sig", "utf-16", "cp932", "euc_jp"):
        text = strictly(data, encoding) if encoding != "utf-16" or marked else None
        if text is None:
            continue
        if encoding == "cp932" and (NO_CP932.search(text) or looks_like_euc(text, data)):
            continue
        if "\0" in text:
            raise UnreadableError("no_text")
        return text, encoding
    raise UnreadableError("bad_encoding")


def looks_like_euc(text: str, data: bytes) -> bool:
    return HALF_WIDTH_KATAKANA.search(text) is not None and strictly(data, "euc_jp") is not None


def delimiter(text: str) -> str:
    """Comma, tab or semicolon: the one that parts the richest of the first lines most often, then the most lines."""
    lines = [re.sub(r'"[^"]*"', "", line) for line in text[:100_000].splitlines()[:40]]
    counts = {mark: [line.count(mark) for line in lines] for mark in ",\t;"}
    return max(counts, key=lambda mark: (max(counts[mark], default=0), sum(map(bool, counts[mark]))))


def text_sheet(data: bytes) -> Sheet:
    """The one sheet of a CSV, TSV or semicolon file."""
    text, encoding = decoded(data)
    csv.field_size_limit(FIELD_MAX)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    rows: list[tuple[int, list[str]]] = []
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            if any(cell.strip() for cell in cells):
                rows.append((number, cells))
    except csv.Error as error:
        raise UnreadableError("bad_csv", number + 1) from error
    return Sheet("", encoding, rows)


def workbook_sheets(data: bytes) -> list[Sheet]:
    from dashboard.intake.workbook import workbook  # which is built upon this module

    return workbook(data)


def check_members(archive: zipfile.ZipFile) -> None:
    """Not too many members, not too large: read from the index, before anything is unpacked."""
    members = archive.infolist()
    if len(members) > contract.limit("members"):
        raise UnreadableError("too_many_members")
    if sum(member.file_size for member in members) > contract.limit("unpacked_bytes"):
        raise UnreadableError("too_large")
