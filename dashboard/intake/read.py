"""Bytes -> rows of text. Nothing is guessed that can be tried: encodings strictly, in one fixed order."""

import codecs
import csv
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO

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
ROW_COSTS = 12  # a row takes the memory of so many cells more
NO_CP932 = re.compile("[\x80\xa0\uf8f0-\uf8f3]")  # what Python makes of bytes that cp932 does not have

MARKS = {"nul": re.compile("\0"), "odd": NO_CP932, "katakana": HALF_WIDTH_KATAKANA}
PIECE = 1 << 22  # bytes decoded at a time
HEAD_LETTERS = 100_000  # in which the delimiter is found
Opener = Callable[[], IO[bytes]]


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
    found = workbook_sheets(data) if suffix in (".xlsx", ".xlsm") else [text_sheet(opener(suffix, data))]
    found = [sheet for sheet in found if sheet.rows]
    if not found:
        raise UnreadableError("empty_file")
    return found


def opener(suffix: str, data: bytes) -> Opener:
    """How to read a text from its beginning, unpacked on the way: it is never in memory as a whole."""
    return (lambda: gzip.open(io.BytesIO(data))) if suffix == ".csv.gz" else (lambda: io.BytesIO(data))


def strictly(data: bytes, encoding: str) -> str | None:
    """The text, or None if one byte does not fit."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, UnicodeError):
        return None


def decoded(data: bytes) -> tuple[str, str]:
    """(text, encoding) of bytes; see encoding_of."""
    encoding = encoding_of(lambda: io.BytesIO(data))
    return data.decode(encoding), encoding


def encoding_of(opened: Opener) -> str:
    """utf-8-sig, utf-16 with its mark, cp932, euc_jp, strictly and in this order.

    One exception to the order: EUC-JP is often also valid cp932, as rows of half-width katakana; where both fit and
    cp932 gives such katakana, the file is EUC-JP. Raises UnreadableError.
    """
    with opened() as file:
        marked = file.read(2) in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-8-sig", "utf-16", "cp932", "euc_jp"):
        seen = scanned(opened, encoding) if encoding != "utf-16" or marked else None
        if seen is None:
            continue
        if encoding == "cp932" and ("odd" in seen or ("katakana" in seen and scanned(opened, "euc_jp") is not None)):
            continue
        if "nul" in seen:
            raise UnreadableError("no_text")
        return encoding
    raise UnreadableError("bad_encoding")


def scanned(opened: Opener, encoding: str) -> set[str] | None:
    """What of MARKS the text has, read piece by piece; None if one byte does not fit the encoding."""
    decoder, seen, size = codecs.getincrementaldecoder(encoding)(), set(), 0
    with opened() as file:
        while True:
            piece = file.read(PIECE)
            size += len(piece)
            if size > contract.limit("file_bytes"):
                raise UnreadableError("too_large")
            try:
                text = decoder.decode(piece, final=not piece)
            except UnicodeError:
                return None
            seen |= {name for name, mark in MARKS.items() if name not in seen and mark.search(text)}
            if not piece:
                return seen


def delimiter(text: str) -> str:
    """Comma, tab or semicolon: the one that parts the richest of the first lines most often, then the most lines."""
    lines = [re.sub(r'"[^"]*"', "", line) for line in text.splitlines()[:40]]
    counts = {mark: [line.count(mark) for line in lines] for mark in ",\t;"}
    return max(counts, key=lambda mark: (max(counts[mark], default=0), sum(map(bool, counts[mark]))))


def text_sheet(opened: Opener) -> Sheet:
    """The one sheet of a CSV, TSV or semicolon file. A text that comes again and again is held once."""
    try:
        encoding = encoding_of(opened)
        with io.TextIOWrapper(opened(), encoding, newline="") as text:
            mark = delimiter(text.read(HEAD_LETTERS))
        csv.field_size_limit(FIELD_MAX)
        with io.TextIOWrapper(opened(), encoding, newline="") as text:
            return Sheet("", encoding, rows_of(csv.reader(text, delimiter=mark, strict=True)))
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError("bad_gzip") from error


def rows_of(reader) -> list[tuple[int, list[str]]]:
    rows: list[tuple[int, list[str]]] = []
    once: dict[str, str] = {}
    number = held = 0
    try:
        for number, cells in enumerate(reader, 1):
            held += len(cells) + ROW_COSTS
            if len(cells) > contract.limit("columns"):
                raise UnreadableError("too_many_columns", number)
            if held > contract.limit("text_cells"):
                raise UnreadableError("too_large", number)
            if any(map(str.strip, cells)):
                rows.append((number, [once.setdefault(cell, cell) for cell in cells]))
    except csv.Error as error:
        raise UnreadableError("bad_csv", number + 1) from error
    return rows


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
