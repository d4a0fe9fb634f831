"""Where Japanese may break: text cut into phrases, so that no word is torn at the end of a line."""

CLOSING, OPENING, LONG = "。、」）", "「（", "ー・"


def is_kana(mark: str) -> bool:
    return "ぁ" <= mark <= "ん"


def starts_phrase(before: str, mark: str) -> bool:
    """Whether a phrase begins at `mark`: after kana or a closing mark, or with an opening one."""
    if mark in OPENING:
        return before not in OPENING
    return (before in CLOSING or is_kana(before)) and not is_kana(mark) and mark not in CLOSING + LONG


def phrases(words: str, lang: str) -> str | list[str]:
    """The pieces of a Japanese line that stay whole; another language breaks at its spaces and is left as it is."""
    if lang != "ja" or not words:
        return words
    pieces = [words[0]]
    for before, mark in zip(words, words[1:], strict=False):
        if starts_phrase(before, mark):
            pieces.append(mark)
        else:
            pieces[-1] += mark
    return pieces
