"""Files with the same bytes everywhere: no clock, no locale, no line ends of the machine."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from dashboard.demo.seed import Row

UTF8 = "utf-8-sig"
LINE_ENDS = {UTF8: "\n", "cp932": "\r\n"}  # cp932 is what Excel writes, with its line ends


def write_rows(path: Path, headers: Sequence[str], rows: Iterable[Sequence], encoding: str = UTF8) -> Path:
    """A CSV file; a character that `encoding` lacks is an error."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator=LINE_ENDS[encoding])
    writer.writerow(headers)
    writer.writerows(rows)
    path.write_bytes(buffer.getvalue().encode(encoding))
    return path


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> Path:
    """A CSV file of some columns of `rows`; what a row lacks is blank."""
    return write_rows(path, columns, ([row.get(name, "") for name in columns] for row in rows))
