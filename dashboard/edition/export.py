"""An Answer as a file that stands alone: codes and labels, source, as-of and edition in every row."""

import datetime
import io

import pandas as pd

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, WARD, Catalogue, Wave
from dashboard.i18n import text

BOM = "\ufeff"


def labels_of(frame: pd.DataFrame, words: Catalogue, lang: str) -> dict[str, list]:
    """Label columns for the key columns an answer has."""
    found: dict[str, list] = {}
    if {"view", "member"} <= set(frame):
        known = zip(frame["view"], frame["member"], strict=True)  # what has no label stays: '*' is any member
        found["member"] = [words.members[v, m][lang] if (v, m) in words.members else m for v, m in known]
    if "ward" in frame:
        found["ward"] = [ward_label(ward, words, lang) for ward in frame["ward"]]
    for other in ("wider", "basis"):
        if f"{other}_member" in frame:
            known = zip(frame[f"{other}_view"], frame[f"{other}_member"], strict=True)
            labels = [words.members[v, m][lang] if (v, m) in words.members else None for v, m in known]
            found[f"{other}_member"] = labels
    for key in ("measure", "item"):
        if key in frame:
            found[key] = [words.measures[code].label[lang] if code in words.measures else code for code in frame[key]]
    if "indicator" in frame and "unit_ja" not in frame:  # rows that carry their unit carry the indicator's label
        known = words.places.indicators
        found["indicator"] = [known[code].measure.label[lang] for code in frame["indicator"]]
    if "wave" in frame:
        found["wave"] = [wave_label(words.waves[code], lang) for code in frame["wave"]]
    return found


def ward_label(ward: str, words: Catalogue, lang: str) -> str:
    """Name of a ward of the survey or of places; the whole city, and blank where there is none."""
    known = words.places.areas["city" if ward == ALL else WARD].get(ward)
    if known is not None:
        return known.label[lang]
    return words.name(WARD, ward, lang) if (WARD, ward) in words.members else ""


def wave_label(wave: Wave, lang: str) -> str:
    """The survey's name; a year without survey says so, for it is neither zero nor missing."""
    return wave.label[lang] if wave.held else text("wave.not_held", lang, label=wave.label[lang])


def readable(answer: Answer, words: Catalogue, lang: str) -> pd.DataFrame:
    """The rows as a person reads them: labels in the place of codes."""
    frame = labelled(answer, words, lang)
    codes = [column for column in frame if column in ("view", "wider_view", "basis_view") or f"{column}_label" in frame]
    other = "en" if lang == "ja" else "ja"
    foreign = [column for column in frame if str(column).endswith(f"_{other}")]
    own = {column: str(column).removesuffix(f"_{lang}") for column in frame if str(column).endswith(f"_{lang}")}
    named = [
        column for column in frame if f"{column}_{lang}" in frame or f"{column}".removesuffix("_label") in own.values()
    ]
    return frame.drop(columns=list({*codes, *foreign, *named})).rename(columns=own)


def labelled(answer: Answer, words: Catalogue, lang: str) -> pd.DataFrame:
    """The answer's rows with a <key>_label column behind each code column."""
    frame = answer.frame.copy()
    for key, labels in labels_of(frame, words, lang).items():
        frame.insert(frame.columns.get_loc(key) + 1, f"{key}_label", labels)
    return frame


def stamped(
    answer: Answer, words: Catalogue, lang: str, source: str, as_of: datetime.date | None, number: str = ""
) -> pd.DataFrame:
    """The rows with source, as-of, edition, number and demo mark in each: a part of the file tells them too."""
    frame = labelled(answer, words, lang)
    frame["source"] = source
    frame["source_as_of"] = as_of
    frame["edition"] = words.edition
    frame["evidence"] = number
    if words.demo:
        frame["note"] = text("demo.mark", lang)
    return frame


def csv_of(
    answer: Answer, words: Catalogue, lang: str, source: str, as_of: datetime.date | None, number: str = ""
) -> bytes:
    """The rows as CSV in UTF-8 with byte order mark, as office software opens it. number: their evidence number."""
    out = io.StringIO()
    stamped(answer, words, lang, source, as_of, number).to_csv(out, index=False, lineterminator="\r\n")
    return (BOM + out.getvalue()).encode("utf-8")


def file_name(answer: Answer, words: Catalogue, lang: str, suffix: str) -> str:
    """<demo mark>_<question>_<what was asked>_edition<number>.<suffix>; real data carry no mark."""
    asked = [value for _, value in sorted(answer.parameters.items()) if value not in (None, ALL)]
    return marked(words.demo, lang, answer.question.name, *asked, f"edition{words.edition}") + f".{suffix}"


def marked(demo: bool, lang: str, *parts: str) -> str:
    """The stem of a file's name: <demo mark>_<part>_<part>; real data carry no mark."""
    return "_".join([*([text("demo.mark", lang).replace(" ", "-")] if demo else []), *parts])
