"""What a check found: problems a person can act on, and the report that holds them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from dashboard.i18n import LANGUAGES, text
from dashboard.intake import contract

SHOWN = 50  # problems listed for one rule and column of a file; one more stands for the rest
LISTED = 5  # rows that a sentence names


@dataclass(frozen=True)
class Problem:
    """One finding: `rule` names its message and remedy, `file`, `row`, `column` and `value` say where.

    `row` is the row a person sees in Excel (quoted line breaks do not count). A value among `values` that is a
    dict is read as {language: words}, and so is `called`: a column in words, where the file does not head it.
    """

    severity: str  # error | warning | note
    rule: str
    file: str
    row: int | None = None
    column: str | None = None
    value: str | None = None
    values: dict = field(default_factory=dict)
    rows: tuple[int, ...] = ()  # of a problem that stands for many rows
    called: dict[str, str] | None = None

    def message(self, lang: str) -> str:
        """Where and what, in one sentence."""
        row = text("intake.place.row", lang, it=self.row) if self.row is not None else rows_in_words(self.rows, lang)
        value = None if self.value is None else text("intake.place.value", lang, it=self.value)
        return sentence(self, row, value, self.what(lang), lang)

    def what(self, lang: str) -> str:
        """What is wrong, wherever it is."""
        return self._say("rule", lang)

    def remedy(self, lang: str) -> str:
        """What to do next."""
        return self._say("remedy", lang)

    def as_dict(self) -> dict:
        """All of it, in both languages, ready for JSON."""
        words = {lang: {"message": self.message(lang), "remedy": self.remedy(lang)} for lang in LANGUAGES}
        place = {"file": self.file, "row": self.row, "column": self.column, "value": self.value}
        return {"severity": self.severity, "rule": self.rule, **place, **words}

    def _say(self, kind: str, lang: str) -> str:
        known = {name: it[lang] if isinstance(it, dict) else it for name, it in self.values.items()}
        return text(f"intake.{kind}.{self.rule}", lang, **known)


def sentence(problem: Problem, row: str | None, value: str | None, what: str, lang: str) -> str:
    """File, row, column and value, as far as they are told, and what is wrong there."""
    column = problem.column if problem.called is None else problem.called[lang]
    column = column and text("intake.place.column", lang, it=column)
    place = text("intake.place.separator", lang).join(filter(None, [problem.file, row, column, value]))
    return text("intake.place.sentence", lang, place=place, what=what) if place else what


def rows_in_words(rows: Sequence[int], lang: str) -> str | None:
    """5、9、12行目ほか35行; None for none."""
    listed = text("intake.place.separator", lang).join(map(str, rows[:LISTED]))
    if len(rows) > LISTED:
        return text("intake.place.rows_more", lang, rows=listed, count=len(rows) - LISTED)
    return (
        text("intake.place.rows" if len(rows) > 1 else "intake.place.row", lang, rows=listed, it=listed)
        if rows
        else None
    )


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
    """Problems of one file while it is being read. table: of the contract, which names columns the file lacks."""

    def __init__(self, file: str, table: contract.Table | None = None):
        self.file, self.table = file, table
        self.problems: list[Problem] = []
        self.headers: dict[str, str] = {}  # a column's own name -> its header in this file

    def add(self, severity: str, rule: str, row=None, column=None, value=None, **values: object) -> None:
        """One problem of this file."""
        shown = None if value is None else presentable(value)
        place = (self.file, None if row is None else int(row), self.headed(column), shown)
        self.problems.append(Problem(severity, rule, *place, values, called=self.called(column)))

    def add_rows(self, severity: str, rule: str, rows: Iterable[tuple], column=None, **values: object) -> None:
        """One problem a row of `rows` = (row, value) pairs; beyond SHOWN of them one for all the others."""
        found = list(rows)
        for row, value in found[:SHOWN]:
            self.add(severity, rule, row, column, value, **values)
        self.add_rest(severity, rule, [row for row, _ in found[SHOWN:]], column, **values)

    def add_rest(self, severity: str, rule: str, rows: Sequence[int], column=None, **values: object) -> None:
        """One problem that stands for many rows, if there are any."""
        if rows:
            self.add(severity, rule, None, column, **values)
            self.problems[-1] = replace(self.problems[-1], rows=tuple(map(int, rows)))

    def headed(self, column: str | None) -> str | None:
        """A column as its file heads it; a key of several columns is joined by bars."""
        return column and " / ".join(self.headers.get(name, name) for name in column.split(" / "))

    def called(self, column: str | None) -> dict[str, str] | None:
        """A column by its name in the contract, where this file has no header for it."""
        known = {} if self.table is None else self.table.columns
        names = (column or "").split(" / ")
        if not any(name in known and name not in self.headers for name in names):
            return None
        words = {name: known[name].called for name in names if name in known and name not in self.headers}
        return {lang: " / ".join(words[it][lang] if it in words else self.headers.get(it, it) for it in names)
                for lang in LANGUAGES}  # fmt: skip

    @property
    def ok(self) -> bool:
        return not any(problem.severity == "error" for problem in self.problems)
