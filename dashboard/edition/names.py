"""Names as people type them: width, case, kana, spaces, old and new forms of a letter make no difference."""

import csv
import re
import unicodedata
from functools import cache

from dashboard.settings import DATA

KATAKANA, HIRAGANA = ord("ァ"), ord("ぁ")
TURNED = {KATAKANA + step: HIRAGANA + step for step in range(ord("ヶ") - KATAKANA + 1)}
KANJI = "一-鿿㐀-䶿\U00020000-\U0003ffff"
BETWEEN = "漢字の間"  # a letter that is another only between two kanji: 月ケ原 is 月ヶ原, ケヤキ stays


def rows_of(name: str) -> list[dict[str, str]]:
    """Rows of a table of data/."""
    with (DATA / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@cache
def forms() -> tuple[dict[int, str], dict[str, str]]:
    """Letter -> the form it is compared as, and the same for letters between two kanji (data/letterforms.csv)."""
    always, between = {}, {}
    for row in rows_of("letterforms"):
        if row["where"] == BETWEEN:
            between[row["written"]] = row["taken_as"]
        else:
            always[ord(row["written"].translate(TURNED))] = row["taken_as"]
    return always, between


@cache
def between_kanji() -> re.Pattern:
    """A letter of the table that stands between two kanji."""
    return re.compile(f"(?<=[{KANJI}])[{''.join(forms()[1])}](?=[{KANJI}])")


def folded(written: str) -> str:
    """A name reduced to what is compared: NFKC, lower case, katakana as hiragana, new forms, no spaces."""
    plain = "".join(unicodedata.normalize("NFKC", written).casefold().split())
    always, between = forms()
    plain = between_kanji().sub(lambda found: between[found[0]], plain)
    return plain.translate(TURNED).translate(always)


@cache
def readings() -> tuple[tuple[str, str, str], ...]:
    """(kanji, a reading of it, how it may be read as well), all folded (data/readings.csv)."""
    return tuple(tuple(folded(row[name]) for name in ("written", "reading", "also")) for row in rows_of("readings"))


def read_as(name: str, kana: str) -> set[str]:
    """The folded kana of a name, and what a reader who does not know its reading would type: 立石原 as たていしはら."""
    written, known = folded(name), folded(kana)
    other = {known.replace(own, also) for kanji, own, also in readings() if kanji in written and own in known}
    return {known} | other


def matches(query: str, *names: str | None) -> bool:
    """Whether every word of the query stands in one of the names."""
    known = [folded(name) for name in names if name]
    return all(any(folded(word) in name for name in known) for word in query.split())
