"""What was taken out of an edition: a line for each file, in a CSV that office software opens."""

import csv
import io
import logging
import os
from collections.abc import Iterable
from datetime import datetime

from dashboard.edition.export import BOM
from dashboard.edition.lines import add, only_writer
from dashboard.i18n import LANGUAGES, text
from dashboard.settings import Home

LOG = logging.getLogger("dashboard")
COLUMNS = ("exported_at", "file", "edition", "evidence", "who")
FORMULA = ("=", "+", "-", "@")  # what a spreadsheet would take for one


def log_export(home: Home, what: str, edition: int, numbers: Iterable[str] = (), who: str = "") -> None:
    """Write down that a file was made: its name, edition, the evidence numbers in it and who asked ('' if unknown).

    A log that cannot be written stops no export: it is said on stderr.
    """
    at = datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        with only_writer(home.exports) as file:
            if file.seek(0, os.SEEK_END) == 0:
                add(file, BOM.encode() + line_of(COLUMNS))
            add(file, line_of((at, what, str(edition), " ".join(numbers), who)))
    except OSError as error:
        for lang in LANGUAGES:
            LOG.error(text("export.unlogged", lang, what=what, path=home.exports, error=error))


def line_of(values: Iterable[str]) -> bytes:
    """One line of CSV; a value is never a formula and never breaks the line."""
    out = io.StringIO()
    plain = [" ".join(value.split()) for value in values]
    csv.writer(out, lineterminator="\r\n").writerow("'" + it if it.startswith(FORMULA) else it for it in plain)
    return out.getvalue().encode("utf-8")
