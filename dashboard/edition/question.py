"""A question is a file: queries/<subject>/<name>.sql, with a header that is read here and held by a test."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.settings import DATA, QUERIES, shipped

SUBJECTS = ("catalogue", "survey", "places", "dispatch", "institute", "vision", "effects", "actions")
LINE = re.compile(r"-- (question|english|grain|param|column): (.+)")
COLUMN = re.compile(r"(\w+) (\w+) \[(.+?)\] ?(.*)")


@dataclass(frozen=True)
class Parameter:
    """A bound value: its name, DuckDB type and meaning, which ends with what leaving it out stands for."""

    name: str
    type: str
    meaning: str

    @property
    def default(self) -> str | None:
        """A code, or words that edition/defaults.py knows; None where it may not be left out."""
        _, named, said = self.meaning.rpartition("default: ")
        return said if named else None


@dataclass(frozen=True)
class Column:
    """A column of the answer: its name, DuckDB type, unit and meaning."""

    name: str
    type: str
    unit: str
    meaning: str

    def measured_in(self, lang: str) -> str:
        """Its unit in a language."""
        return self.unit if lang == "ja" else shipped(DATA / "units_of_measure.toml")[self.unit]


@dataclass(frozen=True)
class Question:
    """One question: what it asks in both languages, its grain (the key of an answer's rows), and its SQL.

    subject: the folder it stands in.
    """

    name: str
    subject: str
    ja: str
    en: str
    grain: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    sql: str


class UnknownQuestionError(LookupError):
    """No queries/<subject>/<name>.sql of that name."""


def parse(path: Path) -> Question:
    """Read one question file. Raises ValueError naming the file when its header lacks a part."""
    sql = path.read_text(encoding="utf-8")
    parts: dict[str, list[str]] = {}
    for line in sql.splitlines():
        if match := LINE.fullmatch(line):
            parts.setdefault(match[1], []).append(match[2])
    missing = {"question", "english", "grain", "column"} - parts.keys()
    if missing:
        raise ValueError(f"{path}: header lacks {sorted(missing)}")
    return Question(
        name=path.stem,
        subject=path.parent.name,
        ja=parts["question"][0],
        en=parts["english"][0],
        grain=tuple(name.strip() for name in parts["grain"][0].split(",")),
        parameters=tuple(Parameter(*line.split(" ", 2)) for line in parts.get("param", [])),
        columns=tuple(Column(*COLUMN.fullmatch(line).groups()) for line in parts["column"]),
        sql=sql,
    )


@cache
def questions() -> dict[str, Question]:
    """Every question by name; names are unique over the subjects."""
    found = [parse(path) for subject in SUBJECTS for path in sorted((QUERIES / subject).glob("*.sql"))]
    return {question.name: question for question in found}


def question(name: str) -> Question:
    """The question `name`. Raises UnknownQuestionError."""
    try:
        return questions()[name]
    except KeyError:
        raise UnknownQuestionError(name) from None
