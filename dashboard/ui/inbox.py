"""Files on their way in: HOME/inbox, a folder a check, under names that can do no harm, gone once they are loaded."""

import re
import secrets
import shutil
import time
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from dashboard.settings import Home

MOST_FILES, MOST_BYTES = 60, 200 * 2**20
LONGEST = 120  # characters of a name
KEPT = 24 * 3600  # seconds that a folder nobody loaded may lie: it may hold answers as they came
UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*‎‏‪-‮⁦-⁩]')


class TooMuchError(Exception):
    """More files, or larger ones, than a browser should send."""


def safe_name(name: str) -> str:
    """The last part of a name, composed, without control characters and marks that systems read otherwise."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    stem, dot, suffix = UNSAFE.sub("_", last).strip(" .").rpartition(".")
    return f"{stem[:LONGEST]}{dot}{suffix[:10]}" or "file"


def put(home: Home, files: Iterable[tuple[str, bytes]]) -> list[Path]:
    """Write files (name, content) into a new folder; where each lies. Raises TooMuchError.

    A file given twice is written once; another of the same name lies in a folder of its own, so that the check can
    say that a table was handed in twice.
    """
    given = list(files)
    if len(given) > MOST_FILES or sum(len(content) for _, content in given) > MOST_BYTES:
        raise TooMuchError
    clear(home)
    folder = home.inbox / secrets.token_hex(8)
    folder.mkdir(parents=True, mode=0o700)
    return [write(folder, name, content) for name, content in dict.fromkeys(given)]


def write(folder: Path, name: str, content: bytes) -> Path:
    """One more file in a folder of the inbox."""
    path, count = folder / safe_name(name), 1
    while path.exists():
        count += 1
        path = folder / str(count) / safe_name(name)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


def drop(paths: Iterable[Path]) -> None:
    """Forget the folders these files lie in."""
    for folder in {path.parent for path in paths}:
        shutil.rmtree(folder, ignore_errors=True)


def clear(home: Home) -> None:
    """Remove what was left behind."""
    for folder in home.inbox.glob("*"):
        if folder.is_dir() and time.time() - folder.stat().st_mtime > KEPT:
            shutil.rmtree(folder, ignore_errors=True)
