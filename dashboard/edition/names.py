"""Names as people type them: width, case, kana and spaces make no difference."""

import unicodedata

KATAKANA, HIRAGANA = ord("ァ"), ord("ぁ")
TURNED = {KATAKANA + step: HIRAGANA + step for step in range(ord("ヶ") - KATAKANA + 1)}


def folded(written: str) -> str:
    """A name reduced to what is compared: NFKC, lower case, katakana as hiragana, no spaces."""
    return "".join(unicodedata.normalize("NFKC", written).casefold().translate(TURNED).split())


def matches(query: str, *names: str | None) -> bool:
    """Whether every word of the query stands in one of the names."""
    known = [folded(name) for name in names if name]
    return all(any(folded(word) in name for name in known) for word in query.split())
