"""How wide a text runs and where it may break, reckoned without a browser: widest of the faces a reader may have."""

import math
import re
import unicodedata
from collections.abc import Callable

Ruler = Callable[[str], float]  # a line to its width

# Width of a half-width character in em in the Japanese faces: BIZ UDPGothic takes 9 px a digit at 14.
NARROW = 0.645
# Widths in Source Sans, measured: the face of English, letters of like width together; all others are MIDDLE.
ENGLISH = {
    0.26: " ',.:;ijlI|",
    0.31: "!f()[]{}-",
    0.35: "/rt",
    0.46: "*?szxcvyJY",
    0.5: "aegkFLV0123456789+−",
    0.65: "GUHNOQ&",
    0.73: "wM",
    0.82: "mW%@",
}
LETTERS = {letter: ems for ems, letters in ENGLISH.items() for letter in letters}
MIDDLE = 0.55
BOLD = 1.06
LINE = 1.3  # line height in em, as Plotly sets it
# 行頭禁則: what must not open a line.
NOT_FIRST = set("、。，．・：；？！）」』】〕〉》ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々,.:;?!)")
# A Japanese line may break after kana that ends a phrase, before a kanji, katakana or opening bracket.
PHRASE = re.compile(r"(?<=[ぁ-ん、。」）])(?=[^ぁ-んー、。」）])|(?<=[^（「])(?=[（「])")
HYPHEN = "-"
SYLLABLE = re.compile(
    r"(?<=[aeiouy])[b-df-hj-np-tv-xz]*?(ch|ph|sh|th|[bcdfgkpt][lr]|[b-df-hj-np-tv-xz])(?=[aeiouy])", re.IGNORECASE
)
SCRIPT_ENDS = re.compile(r"(?<=[一-鿿ァ-ヴー])(?=[ぁ-ん])")


def width(text: str, lang: str, size: float = 14, bold: bool = False) -> float:
    """Width of one line in px."""
    return sum(ems(mark, lang, bold) for mark in text) * size


def ems(mark: str, lang: str, bold: bool) -> float:
    """Width of one character in em; full-width ones are no wider in bold."""
    if unicodedata.east_asian_width(mark) in "WFA":
        return 1
    return (NARROW if lang == "ja" else LETTERS.get(mark, MIDDLE)) * (BOLD if bold else 1)


def widest(texts: list[str], lang: str, size: float = 14, bold: bool = False) -> float:
    """Width of the longest of several lines in px, 0 when there are none."""
    return max((width(text, lang, size, bold) for text in texts), default=0)


def wrap(text: str, room: float, lang: str, size: float = 14, lines: int = 2, ruler: Ruler | None = None) -> list[str]:
    """`text` broken into at most `lines` lines of `room`, the last shortened with … where it would overflow.

    room is in px, or in the unit of `ruler`, which measures a line where its face is known.
    """
    measure = ruler or screen_ruler(lang, size)
    if measure(text) <= room:
        return [text]
    broken: list[str] = []
    for piece in (part for whole in pieces(text, lang) for part in cut(whole, room, measure)):
        if broken and measure((broken[-1] + piece).rstrip()) <= room:
            broken[-1] += piece
        else:
            broken.append(piece)
    if len(broken) > lines:
        broken = [*broken[: lines - 1], shortened("".join(broken[lines - 1 :]), room, lang, size, measure)]
    return [line.strip() for line in broken]


def screen_ruler(lang: str, size: float) -> Ruler:
    """Measures a line in px as the widest face would set it."""
    return lambda line: width(line, lang, size)


def pieces(text: str, lang: str) -> list[str]:
    """What holds together on a line: English words, Japanese phrases."""
    if lang == "en":
        return re.findall(r"\S+\s*", text)
    return PHRASE.split(text)


def cut(piece: str, room: float, measure: Ruler) -> list[str]:
    """A piece too long for one line, cut where kana begins late in it, else into parts of like length; an English word
    is divided between syllables where one ends within the room."""
    count = math.ceil(measure(piece.rstrip()) / room)
    if count <= 1:
        return [piece]
    ends = [at for at in syllable_ends(piece) if measure(piece[:at] + HYPHEN) <= room]
    if ends:
        return [piece[: ends[-1]] + HYPHEN, *cut(piece[ends[-1] :], room, measure)]
    length = math.ceil(len(piece) / count)
    most = max(1, int(len(piece) * room / measure(piece)))
    late = [match.start() for match in SCRIPT_ENDS.finditer(piece) if len(piece) / 2 <= match.start() <= most]
    end = late[-1] if late else min(length, most)
    while end < len(piece) and piece[end] in NOT_FIRST and end > 1:
        end -= 1
    return [piece[:end], *cut(piece[end:], room, measure)]


def syllable_ends(word: str) -> list[int]:
    """Where an English word may be divided: before the last consonant between vowels, three letters on each side."""
    return [match.start(1) for match in SYLLABLE.finditer(word) if 3 <= match.start(1) <= len(word.rstrip()) - 3]


def shortened(text: str, room: float, lang: str, size: float = 14, ruler: Ruler | None = None) -> str:
    """`text`, or as much of it as fits `room` with … at its end."""
    measure = ruler or screen_ruler(lang, size)
    if measure(text.rstrip()) <= room:
        return text
    kept = text.rstrip()
    while kept and measure(kept + "…") > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"
