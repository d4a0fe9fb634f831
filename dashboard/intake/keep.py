"""The home's sources: originals copied once and never changed, and a manifest that says which of them count.

sources/originals/<sha256><suffix>  read-only copies; sources/manifest.json: `current` one entry a table and wave,
`history` every entry ever loaded, oldest first. The manifest is replaced as a whole, so a load is all or nothing.
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from dashboard.intake.report import Problem
from dashboard.intake.tables import Source

VERSION = 1


class SourcesError(Exception):
    """What is kept cannot be used; `problems` say why, message(lang) says it in one text."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        super().__init__(self.message("en"))

    def message(self, lang: str) -> str:
        return "\n".join(f"{problem.message(lang)} {problem.remedy(lang)}" for problem in self.problems)


@dataclass(frozen=True)
class Entry:
    """One kept file."""

    table: str
    wave: str | None
    file_name: str
    sha256: str  # of the kept copy
    loaded_sha256: str  # of the file as handed in; differs where columns were taken out
    suffix: str
    row_count: int
    demo: bool
    loaded_at: str
    reason: str | None
    read_as: dict | None = None  # of responses: how headers and answers were read, for the next year

    @property
    def key(self) -> str:
        return self.table if self.wave is None else f"{self.table}/{self.wave}"


@dataclass(frozen=True)
class Addition:
    """A file to be kept: its entry and the bytes of the kept copy."""

    entry: Entry
    data: bytes


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def manifest(sources: Path) -> dict:
    """{'current': {key: entry}, 'history': [entry]}; an empty one if nothing was ever loaded.

    Raises SourcesError if the file is damaged.
    """
    path = sources / "manifest.json"
    if not path.exists():
        return {"version": VERSION, "current": {}, "history": []}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        current = {key: Entry(**entry) for key, entry in found["current"].items()}
        return {"version": found["version"], "current": current, "history": [Entry(**it) for it in found["history"]]}
    except (ValueError, KeyError, TypeError) as error:
        raise SourcesError([Problem("error", "manifest_damaged", path.name)]) from error


def original(sources: Path, entry: Entry) -> Source:
    """The kept copy of an entry. Raises SourcesError if it is missing or no longer what was kept."""
    path = place(sources, entry)
    data = path.read_bytes() if path.exists() else b""
    if hashlib.sha256(data).hexdigest() != entry.sha256:
        raise SourcesError([Problem("error", "original_damaged", entry.file_name, value=path.name)])
    return Source(Path(entry.file_name).stem + entry.suffix, data, entry.table, entry.wave, kept=True,
                  read_as=entry.read_as)  # fmt: skip


def place(sources: Path, entry: Entry) -> Path:
    return sources / "originals" / (entry.sha256 + entry.suffix)


@contextmanager
def locked(sources: Path) -> Iterator[None]:
    """One writer at a time; readers never wait."""
    sources.mkdir(parents=True, exist_ok=True)
    with (sources / ".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def commit(sources: Path, additions: list[Addition]) -> None:
    """Copy the originals, then name them in the manifest. If anything fails, nothing has changed. Needs the lock."""
    known = manifest(sources)
    (sources / "originals").mkdir(exist_ok=True)
    for left_by_a_crash in [*sources.glob(".*.tmp"), *sources.glob("originals/.*.tmp")]:
        left_by_a_crash.unlink()
    written: list[Path] = []
    try:
        for addition in additions:
            path = place(sources, addition.entry)
            if not path.exists() or path.read_bytes() != addition.data:
                written.append(path)
                write(path, addition.data, mode=0o444)
        current = known["current"] | {it.entry.key: it.entry for it in additions}
        history = known["history"] + [it.entry for it in additions]
        body = {
            "version": VERSION,
            "current": {key: asdict(entry) for key, entry in sorted(current.items())},
            "history": [asdict(entry) for entry in history],
        }
        write(sources / "manifest.json", json.dumps(body, ensure_ascii=False, indent=1).encode())
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def write(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Replace `path` as a whole: a reader, or a power cut, sees the old bytes or the new ones."""
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
