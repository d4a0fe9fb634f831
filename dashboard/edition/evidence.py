"""Evidence numbers: a short name for a question and its parameters, the same in every edition, never given twice."""

import hashlib
import json
import logging
import os
import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import BinaryIO

from dashboard.edition.answer import Answer
from dashboard.edition.lines import add, only_writer
from dashboard.i18n import text
from dashboard.settings import Home

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
SHORTEST = 5  # digits; one more where the first ones are another's
MARK = "E-"
TAKEN_FOR = str.maketrans("OIL‐‑‒–—―−ー", "011--------")  # as Crockford reads them; every stroke is a hyphen
EDITION = re.compile(r"第\s*(\d+)\s*版|EDITION\s*(\d+)")
LOG = logging.getLogger("dashboard")
Asked = tuple[str, dict[str, str]]


def digits(key: str) -> str:
    """SHA-256 of a key as 51 digits of base 32."""
    bits = int.from_bytes(hashlib.sha256(key.encode()).digest())
    return "".join(DIGITS[bits >> place & 31] for place in range(251, 0, -5))


def key_of(question: str, parameters: Mapping[str, str | None]) -> str:
    """What a number stands for, written one way only."""
    given = {name: value for name, value in parameters.items() if value is not None}
    return json.dumps([question, given], ensure_ascii=False, sort_keys=True)


def printed(number: str, edition: int, lang: str) -> str:
    """E-7K3F2・第12版, E-7K3F2, edition 12."""
    return text("evidence.printed", lang, number=number, edition=edition)


def edition_in(written: str) -> int | None:
    """The edition named beside a number, None where none is."""
    found = EDITION.search(unicodedata.normalize("NFKC", written).upper())
    return int(found[1] or found[2]) if found else None


def candidates(written: str) -> Iterator[str]:
    """What may be the digits of a number as people type it: any width and case, with or without E- and edition."""
    upright = EDITION.sub(" ", unicodedata.normalize("NFKC", written).upper()).translate(TAKEN_FOR)
    yield from re.findall(r"(?<![0-9A-Z])E\s*-\s*([0-9A-Z]+)", upright)
    bare = re.findall(r"[0-9A-Z]+", upright)
    yield from bare
    yield from (word.removeprefix("E") for word in bare)


def looks_like_one(written: str) -> bool:
    """Whether a text is meant as a number: it begins as one does, or is nothing but five digits of base 32."""
    upright = EDITION.sub(" ", unicodedata.normalize("NFKC", written).upper()).translate(TAKEN_FOR).strip()
    return bool(re.match(r"E\s*-", upright) or re.fullmatch(rf"[{DIGITS}]{{{SHORTEST}}}", upright))


def line_of(code: str, key: str) -> bytes:
    """A line of the register."""
    question, parameters = json.loads(key)
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    entry = {"number": MARK + code, "question": question, "parameters": parameters, "since": since}
    return (json.dumps(entry, ensure_ascii=False) + "\n").encode()


class Evidence:
    """The register of a home: lines of JSON that are only ever added to, so that a number keeps its meaning.

    Several processes may add at once (a lock on the file). A number is handed out once its line is on the disk: what a
    killed writer left of a line belongs to nobody and is cut off by the next one. Safe for threads; a number known
    costs no look at the file.
    """

    def __init__(self, path: Path):
        self.path = path
        self._numbers: dict[str, str] = {}
        self._asked: dict[str, Asked] = {}
        self._seen = 0  # bytes of whole lines taken in
        self._lock = threading.Lock()

    def number(self, question: str, parameters: Mapping[str, str | None]) -> str:
        """The number of a question with its parameters, made at first use. Raises OSError if it cannot be kept."""
        return self.numbers([(question, parameters)])[0]

    def numbers(self, asked: Iterable[tuple[str, Mapping[str, str | None]]]) -> list[str]:
        """The numbers of many questions; new ones are kept together, which is quicker than one by one."""
        keys = [key_of(*one) for one in asked]
        if not self._numbers.keys() >= set(keys):
            with self._lock:
                self._add(keys)
        return [MARK + self._numbers[key] for key in keys]

    def of(self, answer: Answer) -> str:
        """The number of an answer, the same whatever edition gave it."""
        return self.number(answer.question.name, answer.parameters)

    def find(self, written: str) -> Asked | None:
        """The question and parameters of a number as typed or printed; None if it was never given out here."""
        typed = list(candidates(written))
        if not any(code in self._asked for code in typed) and self.path.exists():
            with self._lock, self.path.open("rb") as file:
                self._take_in(file)
        return next((self._asked[code] for code in typed if code in self._asked), None)

    def _add(self, keys: list[str]) -> None:
        with only_writer(self.path) as file:
            self._take_in(file)
            made: dict[str, str] = {}
            for key in dict.fromkeys(keys):
                if key not in self._numbers:
                    made[self._free(key, made)] = key
            if made:
                add(file, b"".join(line_of(code, key) for code, key in made.items()))
                self._take_in(file)

    def _free(self, key: str, made: Mapping[str, str]) -> str:
        every = digits(key)
        lengths = range(SHORTEST, len(every))
        return next(every[:n] for n in lengths if every[:n] not in self._asked and every[:n] not in made)

    def _take_in(self, file: BinaryIO) -> None:
        """Learn the lines added since the last look; all of them where the file was put back to an older state."""
        if os.fstat(file.fileno()).st_size < self._seen:
            self._seen = 0
            self._numbers.clear()
            self._asked.clear()
        file.seek(self._seen)
        *whole, _ = file.read().split(b"\n")
        for line in whole:
            self._seen += len(line) + 1
            try:
                entry = json.loads(line)
                code, asked = entry["number"].removeprefix(MARK), (entry["question"], entry["parameters"])
                self._numbers[key_of(*asked)] = code
                self._asked[code] = asked
            except (ValueError, LookupError, TypeError, AttributeError):
                LOG.warning("%s: no evidence number in this line, passed over: %.80r", self.path, line)


@cache
def evidence(home: Home) -> Evidence:
    """The register of a home, one a process."""
    return Evidence(home.evidence)
