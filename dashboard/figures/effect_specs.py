"""The event study of one effect, from Answers."""

from dataclasses import replace

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import Catalogue, Measure
from dashboard.figures.alt import described
from dashboard.figures.spec import FigureSpec
from dashboard.i18n import text

SHOWN = (-4, 6)  # periods that are drawn; the table behind holds all
IN_YEARS = "association"  # what is counted every year; everything else from survey to survey


def measure_of(row: dict, words: Catalogue) -> Measure:
    """The outcome of an effect."""
    known = words.measures.get(row["outcome"])
    return known or words.places.indicators[row["outcome"]].measure


def study(row: dict, answer: Answer, words: Catalogue, lang: str, titled: bool = False, **size: int) -> FigureSpec:
    """row: of effects(); answer: its effect_times. titled: the headline names the programme."""
    frame = answer.frame[answer.frame["event_time"].between(*SHOWN)]
    name = text(f"effect.name.{row['effect']}", lang)
    counted = "years" if row["unit_kind"] == IN_YEARS else "surveys"
    options = {"policy": text("effect.policy", lang), "counted": counted, **size}
    subtitle = text("effect.study_sub", lang, outcome=row[f"outcome_{lang}"])
    headline = text("effect.study_of" if titled else "effect.study", lang, name=name, unit=row[f"unit_{lang}"])
    spec = FigureSpec("event_study", frame, lang, measure_of(row, words), headline, subtitle, "", options)
    return replace(spec, alt=described(spec))
