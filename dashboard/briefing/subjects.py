"""What the sheets of a workbook are about: the answers of a pack, those of one subject together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import CITY, Catalogue, Wave
from dashboard.edition.export import readable
from dashboard.figures.asked import in_words
from dashboard.figures.twins import worded
from dashboard.figures.years import short_year
from dashboard.i18n import text
from dashboard.i18n.catalogue import messages

CATALOGUE = "catalogue"  # words and sources: they are told on the last sheet
SENTENCES = ("finding",)  # no table: the paper has them as headlines
# Questions whose answers each are a chart: a sheet for each of these parameters. Other questions have one sheet.
APART = {
    "survey_trend": ("measure", "view", "member"),
    "survey_wave": ("measure", "view"),
    "ward_map": ("measure",),
    "survey_items": ("view", "member"),
    "area_values": ("indicator", "area_kind"),
}
WHOLE = {"survey_wave": "view", "area_values": "area_kind"}  # a row of the whole city goes beneath its parts
YEAR, UNIT, EVIDENCE = "wave", "unit", "evidence"
TITLED = ("measure_label", "member_label", "ward_label", UNIT, EVIDENCE, "area_kind")
CHANGES = ("change", "change_lo", "change_hi")


@dataclass(frozen=True)
class Subject:
    """One sheet. answers: of one question; their rows stand one under the other."""

    answers: tuple[Answer, ...]

    @property
    def question(self) -> str:
        return self.answers[0].question.name

    def asked(self, words: Catalogue, lang: str) -> list[str]:
        """The parameters all its answers share, in words."""
        every = [told(answer, words, lang) for answer in self.answers]
        shared = {name: one[1] for name, one in every[0].items() if all(other.get(name) == one for other in every)}
        if "member" in shared:
            shared.pop("view", None)  # a member names its view
        return [label for label in dict.fromkeys(shared.values()) if label != text("asked.all", lang)]

    def apart(self, words: Catalogue, lang: str) -> list[dict[str, str]]:
        """What each answer was asked that others were not and its rows do not say: name -> label, both in words."""
        every = [told(answer, words, lang) for answer in self.answers]
        silent = [name for name in every[0] if name not in self.answers[0].frame]
        differing = [name for name in silent if len({one.get(name) for one in every}) > 1]
        return [dict(one[name] for name in differing) for one in every]

    def tab(self, words: Catalogue, lang: str) -> str:
        """A short name: what the sheet shows and, where there are several such, of what."""
        key = f"book.tab.{self.question}"
        name = text(key, lang) if key in messages(lang) else self.question
        asked = told(self.answers[0], words, lang)
        apart = [asked[part][1] for part in APART.get(self.question, ()) if part in asked]
        return " ".join([name, *dict.fromkeys(apart)])


def told(answer: Answer, words: Catalogue, lang: str) -> dict[str, tuple[str, str]]:
    """What was asked: parameter -> its name and value in words."""
    given = [name for name, value in answer.parameters.items() if value is not None]
    return dict(zip(given, in_words(answer, words, lang), strict=True))


def subjects(answers: Sequence[Answer]) -> list[Subject]:
    """The sheets in the order of the pack."""
    groups: dict[tuple, list[Answer]] = {}
    for answer in answers:
        apart = answer.question.subject == CATALOGUE or answer.question.name in SENTENCES
        if not apart and len(answer.frame):
            groups.setdefault(key_of(answer), []).append(answer)
    for key in [key for key in groups if is_whole(groups[key][0])]:
        beneath = [other for other in groups if other != key and part_of(other, groups[other][0], groups[key][0])]
        for other in beneath:
            groups[other] += groups[key]
        if beneath:
            del groups[key]
    return [Subject(tuple(found)) for found in groups.values()]


def key_of(answer: Answer) -> tuple:
    """What makes a sheet: the question and the parameters that set its sheets apart."""
    return (answer.question.name, *(answer.parameters[name] for name in APART.get(answer.question.name, ())))


def is_whole(answer: Answer) -> bool:
    return answer.question.name in WHOLE and answer.parameters[WHOLE[answer.question.name]] == CITY


def part_of(key: tuple, answer: Answer, whole: Answer) -> bool:
    """Whether the answer splits what `whole` tells of the city: the same question but for the view."""
    if answer.question.name != whole.question.name or is_whole(answer):
        return False
    view = WHOLE[answer.question.name]
    return all(answer.parameters[name] == value for name, value in whole.parameters.items() if name != view)


def rows(subject: Subject, words: Catalogue, lang: str, number: Callable[[Answer], str]) -> pd.DataFrame:
    """The rows as a person reads them: years first, units, and the evidence number where the sheet has several.

    number(answer): its evidence number. What the sheet's own title tells of every row is left out, and so is a column
    that is empty throughout.
    """
    apart = subject.apart(words, lang)
    parts = [
        one_answer(answer, words, lang).assign(**asked, **{EVIDENCE: number(answer)})
        for answer, asked in zip(subject.answers, apart, strict=True)
    ]
    frame = pd.concat(parts, ignore_index=True)
    frame = frame[[*apart[0], *(column for column in frame if column not in apart[0])]]
    empty = {column for column in frame if frame[column].isna().all() and column != "value"}
    said = {column for column in TITLED if column in frame and frame[column].nunique() == 1}
    return frame.drop(columns=[*(empty | said), *frame.columns.intersection(["decimals"])])


def one_answer(answer: Answer, words: Catalogue, lang: str) -> pd.DataFrame:
    frame, own = readable(answer, words, lang), answer.frame
    if "wave" in own:
        frame = frame.drop(columns="wave_label")
        frame.insert(0, YEAR, [year_of(words.waves[code], lang) for code in own["wave"]])
    if "measure" in own and "value" in frame:
        units = [words.measures[code].unit[lang] for code in own["measure"]]
        frame.insert(frame.columns.get_loc("value") + 1, UNIT, units)
    if "status" in frame:
        frame["status"] = [worded("status", status, lang) for status in frame["status"]]
    if {"wave", "status"} <= set(own):  # neither zero nor missing
        held = [words.waves[code].held for code in own["wave"]]
        frame["status"] = frame["status"].where(held, text("figure.not_held", lang))
    return frame


def year_of(wave: Wave, lang: str) -> str:
    """令7 2025 / 2025"""
    year = short_year(wave.fiscal_year, lang, with_era=True)
    return year if lang == "en" else f"{year} {wave.fiscal_year}"


def codes(subject: Subject) -> pd.DataFrame:
    """The answers' own rows, one under the other."""
    return pd.concat([answer.frame for answer in subject.answers], ignore_index=True)


def decimals(subject: Subject, words: Catalogue) -> list[int]:
    """Decimals of what is measured, a row each: of its indicator or measure, else one."""
    found = []
    for answer in subject.answers:
        asked = words.places.indicators.get(answer.parameters.get("indicator"))
        found += [asked.measure.decimals if asked else of_row(row, answer, words) for row in answer.rows()]
    return found


def of_row(row: dict, answer: Answer, words: Catalogue) -> int:
    if row.get("decimals") is not None:
        return row["decimals"]
    code = row.get("measure") or row.get("item") or answer.parameters.get("measure")
    return words.measures[code].decimals if code in words.measures else 1
