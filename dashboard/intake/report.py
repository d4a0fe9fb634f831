"""What a check found: problems a person can act on, and the report that holds them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dashboard.i18n import LANGUAGES, text

SHOWN = 50  # problems listed for one rule and column of a file; the rest are counted


@dataclass(frozen=True)
class Problem:
    """One finding: `rule` names its message and remedy, `file`, `row`, `column` and `value` say where.

    `row` is the row a person sees in Excel (quoted line breaks do not count). A value among `values` that is a
    dict is read as {language: words}.
    """

    severity: str  # error | warning | note
    rule: str
    file: str
    row: int | None = None
    column: str | None = None
    value: str | None = None
    values: dict = field(default_factory=dict)
    rows: tuple[int, ...] = ()  # of a problem that only counts: the rows it stands for

    def message(self, lang: str) -> str:
        """Where and what, in one sentence."""
        parts = [text(f"intake.place.{name}", lang, it=it) for name, it in self._place() if it is not None]
        what = self._say("rule", lang)
        place = text("intake.place.separator", lang).join(parts)
        return text("intake.place.sentence", lang, place=place, what=what) if parts else what

    def remedy(self, lang: str) -> str:
        """What to do next."""
        return self._say("remedy", lang)

    def as_dict(self) -> dict:
        """All of it, in both languages, ready for JSON."""
        words = {lang: {"message": self.message(lang), "remedy": self.remedy(lang)} for lang in LANGUAGES}
        place = {"file": self.file, "row": self.row, "column": self.column, "value": self.value}
        return {"severity": self.severity, "rule": self.rule, **place, **words}

    def _place(self) -> list[tuple[str, object]]:
        return [("file", self.file or None), ("row", self.row), ("column", self.column), ("value", self.value)]

    def _say(self, kind: str, lang: str) -> str:
        known = {name: it[lang] if isinstance(it, dict) else it for name, it in self.values.items()}
        return text(f"intake.{kind}.{self.rule}", lang, **known)


@dataclass
class Report:
    """The outcome of one check or load."""

    problems: list[Problem] = field(default_factory=list)
    tables: list[dict] = field(default_factory=list)  # table, wave, file, rows, encoding, sha256
    skipped: list[str] = field(default_factory=list)  # names of files that are no table
    visits: list[dict] = field(default_factory=list)  # what typed kartes change, by language: place, what, before, now

    @property
    def ok(self) -> bool:
        """True if nothing stands against keeping the files."""
        return not any(problem.severity == "error" for problem in self.problems)

    def as_dict(self) -> dict:
        """The report ready for JSON."""
        problems = [problem.as_dict() for problem in self.problems]
        rest = {"tables": self.tables, "skipped": self.skipped, "visits": self.visits}
        return {"ok": self.ok, "problems": problems, **rest}


def presentable(value: object, most: int = 40) -> str:
    """`value` as a report may show it: short, on one line, and never an e-mail address."""
    words = " ".join(str(value).split())
    if "@" in words or "＠" in words:
        return "…@…"
    return words if len(words) <= most else words[: most - 1] + "…"


class Findings:
    """Problems of one file while it is being read."""

    def __init__(self, file: str):
        self.file = file
        self.problems: list[Problem] = []
        self.headers: dict[str, str] = {}  # a column's own name -> its header in this file

    def add(self, severity: str, rule: str, row=None, column=None, value=None, **values: object) -> None:
        """One problem of this file."""
        shown = None if value is None else presentable(value)
        place = (self.file, None if row is None else int(row), self.headed(column), shown)
        self.problems.append(Problem(severity, rule, *place, values))

    def add_rows(self, severity: str, rule: str, rows: Iterable[tuple], column=None, **values: object) -> None:
        """One problem a row of `rows` = (row, value) pairs; beyond SHOWN of them only their number."""
        found = list(rows)
        for row, value in found[:SHOWN]:
            self.add(severity, rule, row, column, value, **values)
        if len(found) > SHOWN:
            rest = tuple(int(row) for row, _ in found[SHOWN:])
            self.problems.append(
                Problem(severity, "more", self.file, None, self.headed(column), None, {"count": len(rest)}, rest)
            )

    def headed(self, column: str | None) -> str | None:
        """A column as its file heads it; a key of several columns is joined by bars."""
        return column and " / ".join(self.headers.get(name, name) for name in column.split(" / "))

    @property
    def ok(self) -> bool:
        return not any(problem.severity == "error" for problem in self.problems)
