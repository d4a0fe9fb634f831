"""How much of a karte its page holds: heights in mm reckoned from the words, before anything is set.

Measuring on the page would be exact but costs four times the time and memory, which a file of hundreds of pages feels.
So every estimate is on the safe side: rather a row less than a second page.
"""

import math
import unicodedata
from collections.abc import Iterable, Mapping

BODY = 263.0  # height of the page between its margins
WIDTH, LEFT, RIGHT = 180.0, 113.0, 62.0
# field, indicator, value, what a rate is made of, track, place in words
COLUMNS = {"ja": (13, 41, 26, 26, 52, 22), "en": (21, 57, 28, 22, 28, 24)}
ISSUES = {"ja": (17, 31, 36, 29), "en": (22, 28, 34, 29)}  # status, issue, raised, who answers
PITCHES = (5.2, 4.8, 4.4, 4.1)  # of a row of strips, from roomy to dense
WRAPPED = 3.9  # what a second line adds to a row
LEAST = 62.0  # what the strips leave to the parts below them
POINT = 25.4 / 72
# Widths of the font's characters in its size, bold; what is not named is 0.58.
BUILDS = ((" ijlI'.,:;", 0.29), ("ftr()[]-/!|", 0.44), ("mwMW%@", 0.95), ("ABCDEFGHJKLNOPQRSTUVXYZ&", 0.75))
EMS = {mark: width for marks, width in BUILDS for mark in marks}
NAME_SIZES = (22, 18, 15, 13, 12)  # as in karte.typ: the first that holds the name in two lines, else the last
PART, GAP, COUNTED = 9.4, 3.0, 3.9  # a part's heading, the space before the next, a line that counts the rest
ROW, LINE = 5.2, 4.5  # a row of a small table, each further line in it
MONTHS = PART + 21.5
STUDIES = 2  # studies told at most


def ems(words: str) -> float:
    """Width of a line in its own type size, rather too wide than too narrow."""
    return sum(em(mark) for mark in words)


def em(mark: str) -> float:
    """Width of a character."""
    return 1.0 if unicodedata.east_asian_width(mark) in "WFA" else EMS.get(mark, 0.58)


def lines(words: str, points: float, width: float) -> int:
    """Lines that a text needs in a column of `width` mm; a line of words loses a little at its end."""
    full = ems(words) * points * POINT / width
    return 1 if full <= 1 else math.ceil(full * 1.05)


def text_height(words: str, points: float, width: float, leading: float = 0.5) -> float:
    """Height of a text set in a column."""
    count = lines(words, points, width)
    return (count + (count - 1) * leading) * points * POINT


def head_height(page: Mapping[str, object]) -> float:
    """Everything above the strips."""
    size = next((size for size in NAME_SIZES if lines(page["name"], size, WIDTH) <= 2), NAME_SIZES[-1])
    height = 3.6 + 2 + text_height(page["name"], size, WIDTH) + 1.6 + text_height(page["reading"], 8.5, WIDTH) + 2.4
    height += 4.2 * bool(page["ended"])
    return height + 3.6 + text_height(page["finding"], 11, WIDTH - 6) + 3.4


def strip_heights(rows: Iterable[Mapping[str, object]], pitch: float, lang: str) -> list[float]:
    """Height of each row of strips; one with a long label takes two lines."""
    column = COLUMNS[lang][1] - 2
    return [pitch + WRAPPED * (lines(row["label"], 9, column) - 1) for row in rows]


def small_heights(rows: Iterable[Iterable[str]], widths: Iterable[float]) -> list[float]:
    """Height of each row of a small table. rows: its cells; widths: of their columns, in mm."""
    columns = [width - 2 for width in widths]
    most = (max(lines(words, 9, width) for words, width in zip(cells, columns, strict=True)) for cells in rows)
    return [ROW + LINE * (count - 1) for count in most]


def held(heights: list[float], room: float) -> int:
    """How many rows fit, with a line for the rest where they do not all."""
    if sum(heights) <= room:
        return len(heights)
    room, count = room - COUNTED, 0
    while count < len(heights) and sum(heights[: count + 1]) <= room:
        count += 1
    return count


def fitted(page: Mapping[str, object], lang: str) -> dict:
    """What the page shows: pitch and heights of the strips, and how many rows of each list."""
    room = BODY - head_height(page) - 3 - text_height(page["note"] + "　" * 9, 8.5, WIDTH) - 3.4
    strips, rows = page["strips"], [*page["strips"]["own"], *page["strips"]["district"]]
    around = PART + 4.4 + 6.2 * bool(strips["district"]) + 4.6
    issues = small_heights((row["cells"] for row in page["issues"]["rows"]), ISSUES[lang])
    named = max((ems(row["name"]) for row in page["facts"]["rows"]), default=0) * 9 * POINT
    facts = small_heights(([row["words"]] for row in page["facts"]["rows"]), [RIGHT - named - 1])
    history = small_heights(([words] for _, words in page["history"]["rows"]), [RIGHT - 15])
    studies = small_heights(([title] for title, _ in page["projects"]["rows"][:STUDIES]), [LEFT - 28])
    under = MONTHS + (PART + sum(studies) + GAP + COUNTED if studies else 0) + PART + ROW + GAP
    left, right = under + sum(issues), 2 * PART + GAP + sum(facts) + sum(history)
    pitch = next(
        (p for p in PITCHES if sum(strip_heights(rows, p, lang)) + around + max(left, right) <= room), PITCHES[-1]
    )
    heights = strip_heights(rows, pitch, lang)
    shown = held(heights, room - around - LEAST)
    below = room - around - sum(heights[:shown])
    told = held(facts, below - 2 * PART - GAP - COUNTED)
    return {
        "heights": heights[:shown],
        "issues": held(issues, below - under),
        "projects": len(studies),
        "facts": told,
        "history": held(history, below - 2 * PART - GAP - sum(facts[:told])),
    }
