"""Why nothing was published, in words that say what to do."""

from dataclasses import dataclass, field

from dashboard.i18n import text


@dataclass(frozen=True)
class Problem:
    """One reason; `rule` names its message. A value that is a dict is read as {language: words}."""

    rule: str
    values: dict[str, object] = field(default_factory=dict)

    def message(self, lang: str) -> str:
        known = {name: it[lang] if isinstance(it, dict) else it for name, it in self.values.items()}
        return text(f"publish.rule.{self.rule}", lang, **known)


class NotPublished(Exception):  # noqa: N818 - the name other wings rely on
    """Nothing was published and the old edition stays. problems: anything with message(lang)."""

    def __init__(self, problems: list):
        super().__init__([problem.message("en") for problem in problems])
        self.problems = problems

    def message(self, lang: str) -> str:
        """One line a reason, after a line that says what became of the edition."""
        lines = [text("publish.not_published", lang), *(problem.message(lang) for problem in self.problems)]
        return "\n".join(lines)


def refuse(rule: str, **values: object) -> NotPublished:
    """NotPublished for one reason."""
    return NotPublished([Problem(rule, values)])
