"""An Answer as a file that stands alone: codes and labels, source, as-of and edition in every row."""

import io

import pandas as pd

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import WARD, Catalogue, Wave
from dashboard.i18n import text

BOM = "\ufeff"


def labels_of(frame: pd.DataFrame, words: Catalogue, lang: str) -> dict[str, list]:
    """Label columns for the key columns an answer has."""
    found: dict[str, list] = {}
    if {"view", "member"} <= set(frame):
        found["member"] = [words.name(v, m, lang) for v, m in zip(frame["view"], frame["member"], strict=True)]
    if "ward" in frame:
        found["ward"] = [words.name(WARD, ward, lang) for ward in frame["ward"]]
    for key in ("measure", "item"):
        if key in frame:
            found[key] = [words.measures[code].label[lang] for code in frame[key]]
    if "wave" in frame:
        found["wave"] = [wave_label(words.waves[code], lang) for code in frame["wave"]]
    return found


def wave_label(wave: Wave, lang: str) -> str:
    """The survey's name; a year without survey says so, for it is neither zero nor missing."""
    return wave.label[lang] if wave.held else text("wave.not_held", lang, label=wave.label[lang])


def readable(answer: Answer, words: Catalogue, lang: str) -> pd.DataFrame:
    """The rows as a person reads them: labels in the place of codes."""
    frame = labelled(answer, words, lang)
    codes = [column for column in frame if column == "view" or f"{column}_label" in frame]
    return frame.drop(columns=codes)


def labelled(answer: Answer, words: Catalogue, lang: str) -> pd.DataFrame:
    """The answer's rows with a <key>_label column behind each code column."""
    frame = answer.frame.copy()
    for key, labels in labels_of(frame, words, lang).items():
        frame.insert(frame.columns.get_loc(key) + 1, f"{key}_label", labels)
    return frame


def csv_of(answer: Answer, words: Catalogue, lang: str, wave: str) -> bytes:
    """The rows as CSV in UTF-8 with byte order mark, as office software opens it."""
    frame = labelled(answer, words, lang)
    source = words.waves[wave]
    frame["source"] = source.source
    frame["as_of"] = source.closed_on
    frame["edition"] = words.edition
    if words.demo:
        frame["note"] = text("demo.mark", lang)
    out = io.StringIO()
    frame.to_csv(out, index=False, lineterminator="\r\n")
    return (BOM + out.getvalue()).encode("utf-8")


def file_name(answer: Answer, words: Catalogue, lang: str, suffix: str) -> str:
    """<demo mark>_<question>_<what was asked>_edition<number>.<suffix>; real data carry no mark."""
    asked = [value for _, value in sorted(answer.parameters.items()) if value is not None]
    mark = [text("demo.mark", lang).replace(" ", "-")] if words.demo else []
    return "_".join([*mark, answer.question.name, *asked, f"edition{words.edition}"]) + f".{suffix}"
