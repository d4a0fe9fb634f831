"""The shelf of editions: files with unique names, a pointer, a ledger; one publisher, any number of readers.

A reader never meets a writer: an edition is built under another name, validated, then moved to a name that never
existed before. Up to that move anything may fail (a kill, a full disk) and the old edition stays current.
"""

import fcntl
import hashlib
import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd

from dashboard.i18n import text
from dashboard.settings import QUERIES

PUBLISHED, HELD, WITHDRAWN = "published", "held", "withdrawn"
KEPT_OPEN = 8  # editions a process keeps open
# An edition can do nothing but answer: no file, no network, no Python variable, no setting can be reached from it.
LOCKED = {
    "enable_external_access": "false",
    "autoload_known_extensions": "false",
    "autoinstall_known_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "512MB",
    "threads": "1",
    "max_execution_time": "60000",  # milliseconds
    "lock_configuration": "true",
}


class StoreError(Exception):
    """Why the store refused; `message` says it in the reader's language."""

    def __init__(self, **values: object):
        super().__init__(type(self).__name__, values)
        self.values = values

    def message(self, lang: str) -> str:
        return text(f"store.{type(self).__name__}", lang, **self.values)


class StoreBusy(StoreError):  # noqa: N818 - these names are what other wings rely on
    """Someone else is publishing or moving the pointer."""


class NoEdition(StoreError):  # noqa: N818
    """Nothing has been published here."""


class NoSuchEdition(StoreError):  # noqa: N818
    """The ledger knows no edition of this number, or its file is gone."""


class WithdrawnEdition(StoreError):  # noqa: N818
    """The edition was taken back; the message gives the reason."""


class NothingToReturnTo(StoreError):  # noqa: N818
    """The current edition is the only one that readers may see."""


class DamagedEdition(StoreError):  # noqa: N818
    """A file does not hold what was written into it."""


@dataclass(frozen=True)
class Entry:
    """What the ledger knows of an edition. waves: surveys held; current: the pointer names it."""

    number: int
    hash: str
    built_on: str
    demo: bool
    waves: int
    status: str
    reason: str | None = None
    current: bool = False

    def as_dict(self) -> dict:
        return asdict(self)


@cache
def words_of(name: str) -> str:
    """The SQL text of queries/publish/<name>.sql."""
    return (QUERIES / "publish" / f"{name}.sql").read_text(encoding="utf-8")


class Edition:
    """One edition, open read-only and locked. Safe for threads: a cursor for each query, read to its end."""

    def __init__(self, path: Path):
        self._connection = duckdb.connect(str(path), read_only=True, config=LOCKED)
        label = self._connection.execute(words_of("label")).fetchall()
        ((self.number, self.hash, self.built_on, self.demo),) = label

    def query(self, sql: str, params: dict | None = None) -> pd.DataFrame:
        """Rows of one statement with $parameters bound; whole numbers with gaps come as Int32, dates as datetime64."""
        with closing(self._connection.cursor()) as cursor:
            return cursor.execute(sql, params or {}).df()

    def describe(self, sql: str, params: dict | None = None) -> list[tuple[str, str]]:
        """Column names and DuckDB types of a statement."""
        with closing(self._connection.cursor()) as cursor:
            cursor.execute(sql, params or {})
            columns = [(column[0], str(column[1])) for column in cursor.description]
            cursor.fetchall()
        return columns

    def contents_hash(self) -> str:
        """The hash computed anew from the rows; equal to `hash` unless the file was changed."""
        with closing(self._connection.cursor()) as cursor:
            return edition_hash(cursor)

    def close(self) -> None:
        self._connection.close()


def edition_hash(connection: duckdb.DuckDBPyConnection) -> str:
    """SHA-256 over the rows, in key order, of every table but `edition`: the same data always give the same hash."""
    digest = hashlib.sha256()
    for (name,) in connection.execute(words_of("tables")).fetchall():
        table = connection.table(name)
        digest.update(json.dumps([name, table.columns]).encode())
        for row in table.order("ALL").fetchall():  # keys stand first in every table
            digest.update(json.dumps(row, ensure_ascii=False, default=str).encode())
    return digest.hexdigest()


_opened: dict[tuple[str, str], Edition] = {}
_opening = threading.Lock()


class Store:
    """The editions of one home.

    folder: NNNNNN.duckdb (editions), current (the pointer: a number as text), ledger.json (entries and pointer
    moves), .publish.lock, and .build-NNNNNN.duckdb while one is being made.
    """

    def __init__(self, folder: Path):
        self.folder = Path(folder)

    @contextmanager
    def publish_lock(self) -> Iterator[None]:
        """Be the only writer; what a killed writer left behind is removed first. Raises StoreBusy."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / ".publish.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise StoreBusy from None
            for leftover in self.folder.glob(".build-*"):
                leftover.unlink()
            yield

    def path(self, number: int) -> Path:
        """Where edition `number` lies."""
        return self.folder / f"{number:06d}.duckdb"

    def build_path(self, number: int) -> Path:
        """Where edition `number` is made, under the lock."""
        return self.folder / f".build-{number:06d}.duckdb"

    def new_number(self) -> int:
        """Above every edition known and every file seen: a number never comes twice."""
        seen = [int(path.stem) for path in self.folder.glob("*.duckdb") if path.stem.isdigit()]
        return 1 + max([0, *seen, *(entry.number for entry in self.editions())])

    def commit(
        self, number: int, hash: str, waves: int, hold: bool = False, gate: Callable[[Edition], None] | None = None
    ) -> Path:
        """Make the built file edition `number`; call it under the lock.

        waves: surveys held, for the list. hold: do not point to it. gate: looks at the file as a reader will, and
        raises to stop everything. Raises DamagedEdition when the file is not what was written.
        """
        built = self.build_path(number)
        if built.with_name(built.name + ".wal").exists():
            raise DamagedEdition(number=number)
        with closing(Edition(built)) as edition:
            if (edition.number, edition.hash, edition.contents_hash()) != (number, hash, hash):
                raise DamagedEdition(number=number)
            if gate:
                gate(edition)
            label = (str(edition.built_on), edition.demo)
        with built.open("rb+") as file:
            os.fsync(file.fileno())
        built.replace(self.path(number))
        ledger = self._ledger()
        ledger["editions"].append(asdict(Entry(number, hash, *label, waves, HELD if hold else PUBLISHED)))
        self._write(ledger, None if hold else number)
        return self.path(number)

    def current_number(self) -> int:
        """The edition readers see. Raises NoEdition."""
        number = self._pointer()
        if number is None:
            raise NoEdition
        return number

    def editions(self) -> list[Entry]:
        """Every edition of the ledger, oldest first; a file the ledger does not know is no edition."""
        current = self._pointer()
        entries = [Entry(**values) for values in self._ledger()["editions"]]
        return [replace(entry, current=entry.number == current) for entry in sorted(entries, key=lambda it: it.number)]

    def point(self, number: int) -> None:
        """Let readers see edition `number`. Raises NoSuchEdition, WithdrawnEdition, StoreBusy."""
        with self.publish_lock():
            self._readable(number)
            self._write(self._marked(number, PUBLISHED, None), number)

    def withdraw(self, number: int, reason: str) -> None:
        """Take an edition back for good; its file stays. The pointer leaves it for the newest still valid.

        Raises NoSuchEdition, NothingToReturnTo (publish a better one first), StoreBusy.
        """
        with self.publish_lock():
            self._entry(number)
            if number == self._pointer():
                left = [it.number for it in self.editions() if it.status == PUBLISHED and not it.current]
                if not left:
                    raise NothingToReturnTo(number=number)
                # the pointer first: killed in between, no reader is left with a withdrawn edition
                self._write(self._ledger(), max(left), reason)
            self._write(self._marked(number, WITHDRAWN, reason), None)

    def open_edition(self, number: int) -> Edition:
        """The edition, open and locked, once a process. Raises NoSuchEdition, WithdrawnEdition, DamagedEdition."""
        entry = self._readable(number)
        key = (str(self.path(number)), entry.hash)
        with _opening:
            if key not in _opened:
                edition = Edition(self.path(number))
                if (edition.number, edition.hash) != (number, entry.hash):
                    raise DamagedEdition(number=number)
                if len(_opened) == KEPT_OPEN:
                    del _opened[next(iter(_opened))]  # closes once its last reader has let go of it
                _opened[key] = edition
            return _opened[key]

    def _readable(self, number: int) -> Entry:
        entry = self._entry(number)
        if entry.status == WITHDRAWN:
            raise WithdrawnEdition(number=number, reason=entry.reason)
        return entry

    def _entry(self, number: int) -> Entry:
        found = [entry for entry in self.editions() if entry.number == number]
        if not found or not self.path(number).exists():
            raise NoSuchEdition(number=number)
        return found[0]

    def _pointer(self) -> int | None:
        try:
            return int((self.folder / "current").read_text(encoding="ascii"))
        except FileNotFoundError:
            return None

    def _ledger(self) -> dict:
        path = self.folder / "ledger.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"editions": [], "moves": []}

    def _marked(self, number: int, status: str, reason: str | None) -> dict:
        ledger = self._ledger()
        for values in ledger["editions"]:
            if values["number"] == number:
                values.update(status=status, reason=reason)
        return ledger

    def _write(self, ledger: dict, target: int | None, why: str | None = None) -> None:
        """Ledger first, then the pointer: the pointer never names an edition that the ledger does not know."""
        if target is not None:
            at = datetime.now().astimezone().isoformat(timespec="seconds")
            ledger["moves"].append({"at": at, "from": self._pointer(), "to": target, "why": why})
        self._replace("ledger.json", json.dumps(ledger, ensure_ascii=False, indent=1))
        if target is not None:
            self._replace("current", f"{target}\n")

    def _replace(self, name: str, content: str) -> None:
        """Write a small file so that a reader sees the old one or the new one, whatever happens."""
        beside = self.folder / f".build-{name}"  # a leftover is cleared like any other
        with beside.open("w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self.folder / name)
        folder = os.open(self.folder, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
