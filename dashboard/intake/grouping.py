"""What a check found, told once: the same fault in many rows is one line with its rows and the values written there."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.i18n import LANGUAGES, text
from dashboard.intake.report import LISTED, Problem, Report, rows_in_words, sentence

HEADERS = ("unknown_column", "item_absent", "missing_column", "no_items")  # rules that a reading of a header answers
VALUES = ("outside_scale", "unknown_unit", "unknown_ward")  # rules that a reading of a value answers


@dataclass(frozen=True)
class Group:
    """Problems of one rule in one column of a file, in the order of their rows; or one that has no row."""

    problems: tuple[Problem, ...]

    @property
    def rows(self) -> list[int]:
        """Every row it is about, also of those only counted."""
        return sorted({row for it in self.problems for row in (it.row, *it.rows) if row is not None})

    @property
    def count(self) -> int:
        """How many places there are to look at."""
        return max(len(self.rows), 1)

    def message(self, lang: str) -> str:
        """As of its one problem; of many where they are, and what is wrong: in the first row, where it differs."""
        first = self.problems[0]
        if len(self.problems) == 1:
            return first.message(lang)
        said = first.what(lang)
        if any(it.what(lang) != said for it in self.problems):
            said = text("intake.group.first", lang, row=first.row, what=said)
        return sentence(first, rows_in_words(self.rows, lang), self.values(lang), said, lang)

    def remedy(self, lang: str) -> str:
        """What to do next, the same for all."""
        return self.problems[0].remedy(lang)

    def values(self, lang: str) -> str | None:
        """値「x」「y」など: the different values written there, the first ones."""
        known = list(dict.fromkeys(it.value for it in self.problems if it.value is not None))
        is_more = len(known) > LISTED or any(it.rows for it in self.problems)
        if not known or (len(known) == 1 and not is_more):
            return text("intake.place.value", lang, it=known[0]) if known else None
        listed = "".join(text("intake.group.value", lang, it=it) for it in known[:LISTED])
        return text("intake.group.values_more" if is_more else "intake.group.values", lang, values=listed.strip(" ,"))

    def as_dict(self) -> dict:
        """The group in both languages, ready for JSON; each: what is said of its problems one by one, where many."""
        first = self.problems[0]
        each = [it.message for it in self.problems] if len(self.problems) > 1 else []
        words = {
            lang: {"message": self.message(lang), "remedy": self.remedy(lang), "each": [said(lang) for said in each]}
            for lang in LANGUAGES
        }
        return {"severity": first.severity, "rule": first.rule, "file": first.file, "count": self.count,
                "rows": len(self.rows), **words}  # fmt: skip


def told(report: Report) -> dict:
    """A report ready for JSON: its problems one by one, and in groups without those that a proposed reading answers."""
    left = unanswered(report.problems, report.tables)
    return {**report.as_dict(), "groups": [group.as_dict() for group in groups(left)]}


def groups(problems: Iterable[Problem]) -> list[Group]:
    """The problems by severity, rule, file and column, in their order; what has no row stands alone, and so do a few
    of which different things are to be said."""
    found: dict[tuple, list[Problem]] = {}
    for at, it in enumerate(problems):
        alone = None if it.row is not None or it.rows else at
        found.setdefault((it.severity, it.rule, it.file, it.column, alone), []).append(it)
    made = []
    for them in found.values():
        them.sort(key=lambda it: (it.row is None, it.row))
        is_told_apart = len(them) <= LISTED and len({it.what(LANGUAGES[0]) for it in them}) > 1
        made += [Group((it,)) for it in them] if is_told_apart else [Group(tuple(them))]
    return made


def unanswered(problems: Iterable[Problem], tables: Iterable[dict]) -> list[Problem]:
    """The problems without those that a reading waiting to be confirmed would answer. tables: of the report."""
    waiting = set()
    for one in tables:
        for it in one.get("proposals") or []:
            waiting |= {(one["file"], it["written"]), (one["file"], it["proposed"]), (one["file"], None)}
    problems = list(problems)
    left = [it for it in problems if not is_answered(it, waiting)]
    cells = {(it.file, it.column) for it in problems if it.rule in VALUES and not it.rows}
    settled = cells - {(it.file, it.column) for it in left if it.rule in VALUES and not it.rows}
    return [it for it in left if not (it.rows and it.rule in VALUES and (it.file, it.column) in settled)]


def is_answered(problem: Problem, waiting: set) -> bool:
    """Whether a waiting reading of its header, or of its value, would answer a problem."""
    if problem.rule == "proposal":
        return True
    if problem.rule in HEADERS:
        return (problem.file, problem.column) in waiting
    return problem.rule in VALUES and not problem.rows and (problem.file, problem.value) in waiting
