"""How wide a text runs and where it may break, reckoned without a browser: widest of the faces a reader may have."""

import math
import re
import unicodedata

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


def wrap(text: str, room: float, lang: str, size: float = 14, lines: int = 2) -> list[str]:
    """`text` broken into at most `lines` lines of `room` px, the last shortened with … where it would overflow."""
    if width(text, lang, size) <= room:
        return [text]
    broken: list[str] = []
    for piece in (part for whole in pieces(text, lang) for part in cut(whole, room, lang, size)):
        if broken and width((broken[-1] + piece).rstrip(), lang, size) <= room:
            broken[-1] += piece
        else:
            broken.append(piece)
    if len(broken) > lines:
        broken = [*broken[: lines - 1], shortened("".join(broken[lines - 1 :]), room, lang, size)]
    return [line.strip() for line in broken]


def pieces(text: str, lang: str) -> list[str]:
    """What holds together on a line: English words, Japanese phrases."""
    if lang == "en":
        return re.findall(r"\S+\s*", text)
    return PHRASE.split(text)


def cut(piece: str, room: float, lang: str, size: float) -> list[str]:
    """A piece too long for one line, cut where kana begins late in it, else into parts of like length."""
    count = math.ceil(width(piece.rstrip(), lang, size) / room)
    if count <= 1:
        return [piece]
    length = math.ceil(len(piece) / count)
    most = max(1, int(len(piece) * room / width(piece, lang, size)))
    late = [match.start() for match in SCRIPT_ENDS.finditer(piece) if len(piece) / 2 <= match.start() <= most]
    end = late[-1] if late else min(length, most)
    while end < len(piece) and piece[end] in NOT_FIRST and end > 1:
        end -= 1
    return [piece[:end], *cut(piece[end:], room, lang, size)]


def shortened(text: str, room: float, lang: str, size: float = 14) -> str:
    """`text`, or as much of it as fits `room` px with … at its end."""
    if width(text.rstrip(), lang, size) <= room:
        return text
    kept = text.rstrip()
    while kept and width(kept + "…", lang, size) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"
