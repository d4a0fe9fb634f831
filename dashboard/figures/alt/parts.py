"""What alternative texts are made of: messages with the measure's name, lists, values in words."""

from dashboard.figures import words
from dashboard.figures.spec import FigureSpec
from dashboard.i18n import text


def said(spec: FigureSpec, key: str, **values: object) -> str:
    """A message of this wing with the measure's name."""
    named = {} if spec.measure is None else {"measure": spec.measure.label[spec.lang]}
    return text(f"figure.{key}", spec.lang, **named, **values)


def listed(spec: FigureSpec, parts: list[str]) -> str:
    """Parts of a sentence joined as the language does."""
    return ("、" if spec.lang == "ja" else ", ").join(parts) or words.absent({}, spec.lang)


def value(spec: FigureSpec, row: dict) -> str:
    """A value with unit, or why there is none."""
    if words.hidden(row):
        return words.absent(row, spec.lang)
    return words.unit_value(row["value"], spec.measure, spec.lang)
