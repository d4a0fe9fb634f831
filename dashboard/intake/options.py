"""Every way to write an answer -> its code; an answer that ticks several options -> their codes."""

import re
import unicodedata
from collections.abc import Iterable

import pandas as pd

from dashboard.intake import values

SEVERAL = "\0several"  # a name that more than one code bears; no file can hold it
BETWEEN = re.compile(r"([;,、|\n])")  # after NFKC: ； and ， are ; and ,


def answers(scales: pd.DataFrame, scale: str) -> dict[str, str]:
    """Every way to write an answer of `scale` -> its code: code, label, or both ('5 そう思う', '5.そう思う')."""
    options: dict[str, str] = {}
    rows = scales[scales["scale"] == scale]
    for code, *labels in zip(rows["code"], rows["label_ja"], rows["label_en"], strict=True):
        both = [f"{code}{mark}{label}" for label in labels if label for mark in ("", ".", ":", ")", "、")]
        add(options, code, [code, *filter(None, labels), *both])
    return options


def add(options: dict[str, str], code: str, names: Iterable[str]) -> None:
    for name in {values.squashed(name) for name in names}:
        options[name] = code if options.get(name, code) == code else SEVERAL


def looked_up(text: str, options: dict[str, str], many: bool) -> str | None:
    """The code behind a text; of a question with several answers the codes joined by ';', each once."""
    whole = options.get(values.squashed(text))
    if whole is not None or not many:
        return whole
    codes = ticked(BETWEEN.split(unicodedata.normalize("NFKC", text)), options)
    if not codes:
        return None
    return SEVERAL if SEVERAL in codes else ";".join(dict.fromkeys(codes))


def ticked(parts: list[str], options: dict[str, str]) -> list[str] | None:
    """The codes of a text cut at every mark, the longest option first: an option may hold a comma itself."""
    codes, at = [], 0
    while at < len(parts):
        if not parts[at].strip() or BETWEEN.fullmatch(parts[at]):
            at += 1
            continue
        ends = range(len(parts), at, -1)
        end = next((end for end in ends if values.squashed("".join(parts[at:end])) in options), None)
        if end is None:
            return None
        codes.append(options[values.squashed("".join(parts[at:end]))])
        at = end
    return codes
