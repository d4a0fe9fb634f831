"""Numbers in text: each is a fact, read from an answer at a place that can be read again and printed one way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

from dashboard.edition.answer import Answer
from dashboard.edition.change import verdict
from dashboard.figures.words import absent, joined
from dashboard.i18n import fiscal_year, number, signed, text

CHANGE = ("change", "change_lo", "change_hi", "news")
WAYS = ("value", "count", "least", "most")
Rows = Sequence[Mapping[str, object]]


class Ambiguous(LookupError):  # noqa: N818 - named for what it says
    """A reading that meets no row or several: a defect of the template that asks for it."""


@dataclass(frozen=True)
class Reading:
    """A place in an answer: the rows that have `where`, and a column of them.

    how: value (of the only such row), count (of rows), least or most (of the column's values). Rows of the survey
    have one column more, `verdict`: rose | fell | unclear | level.
    """

    question: str
    parameters: Mapping[str, str | None]
    column: str
    where: Mapping[str, object]
    how: str = "value"

    def of(self, rows: Rows) -> tuple[object, Mapping[str, object]]:
        """(the raw value, the row it stands in; an empty row for a count or an extreme)."""
        met = [row for row in map(judged, rows) if all(row[name] == code for name, code in self.where.items())]
        if self.how == "count":
            return len(met), {}
        if self.how == "value":
            if len(met) != 1:
                raise Ambiguous(f"{self.question} {dict(self.where)}: {len(met)} rows")
            return met[0][self.column], met[0]
        known = [row[self.column] for row in met if row[self.column] is not None]
        return (min if self.how == "least" else max)(known, default=None), {}


def judged(row: Mapping[str, object]) -> Mapping[str, object]:
    """The row with what may be said of its change."""
    if "change_lo" not in row:
        return row
    return {**row, "verdict": verdict(*(row[name] for name in CHANGE))}


@dataclass(frozen=True)
class Form:
    """How a raw value is printed. kind: number | change | year | verdict | words."""

    kind: str = "number"
    decimals: int = 0
    unit: str = ""

    def printed(self, raw: object, row: Mapping[str, object], lang: str) -> str:
        """The value as a person reads it; why there is none where there is none."""
        if raw is None:
            return absent(dict(row), lang)
        if self.kind in ("number", "change"):
            shown = (signed if self.kind == "change" else number)(raw, self.decimals)
            return joined(shown, self.unit, lang) if self.unit else shown
        if self.kind == "year":
            return fiscal_year(int(raw), lang)
        if self.kind == "verdict":
            return text("figure.not_comparable" if raw == "level" else f"figure.{raw}", lang)
        return str(raw)


COUNT, YEAR, VERDICT, WORDS = Form(), Form("year"), Form("verdict"), Form("words")


@dataclass(frozen=True)
class Fact:
    """A number of the text. value: raw, as the answer has it; n: people or things behind it; as_of: ISO date."""

    key: str
    printed: str
    value: object
    unit: str
    evidence: str
    n: int | None
    as_of: str | None
    form: Form
    reading: Reading

    def __str__(self) -> str:
        return self.printed

    def as_dict(self) -> dict:
        return asdict(self)


def fact_of(values: Mapping[str, object]) -> Fact:
    """A fact from its dict, as facts.json holds it."""
    form, reading = Form(**values["form"]), Reading(**values["reading"])
    return Fact(**{**values, "form": form, "reading": reading})


class Facts:
    """The facts of one pack by key, in the order they were taken."""

    def __init__(self, lang: str, evidence: Callable[[Answer], str], as_of: Callable[[Answer], str | None]):
        self.lang, self.evidence, self.as_of = lang, evidence, as_of
        self.known: dict[str, Fact] = {}
        self._rows: dict[tuple[str, str], list[dict]] = {}  # of answers read before: most hold several facts

    def take(self, key: str, answer: Answer, column: str, where: Mapping[str, object], how: str, form: Form) -> Fact:
        """Read a fact off an answer. The same key twice must be the same fact."""
        reading = Reading(answer.question.name, answer.parameters, column, dict(where), how)
        raw, row = reading.of(self._rows_of(answer))
        as_of = row.get("as_of") or self.as_of(answer)
        printed = form.printed(raw, row, self.lang)
        fact = Fact(key, printed, raw, form.unit, self.evidence(answer), row.get("n"), as_of, form, reading)
        if self.known.setdefault(key, fact) != fact:
            raise ValueError(f"two facts are called {key}")
        return fact

    def _rows_of(self, answer: Answer) -> list[dict]:
        key = (answer.question.name, repr(sorted(answer.parameters.items())))
        if key not in self._rows:
            self._rows[key] = answer.rows()
        return self._rows[key]
