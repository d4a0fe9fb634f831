"""The axis of fiscal years: its ticks, the years without a value, and the labels of events and breaks."""

from dashboard.figures.flags import MOST, Flag
from dashboard.figures.lettering import width
from dashboard.figures.screen.series import is_hollow
from dashboard.figures.words import NAMED, hidden
from dashboard.i18n import text
from dashboard.i18n.numerals import era

ROW = 20  # px of one row of labels
GAP = 4  # px between a label and its line


def short_year(year: int, lang: str, with_era: bool) -> str:
    """平28 or 29, 令元 or 2; 2016 or 17."""
    if lang == "en":
        return str(year) if with_era else f"{year % 100:02d}"
    name, count = era(year)
    return (name[0] if with_era else "") + ("元" if count == 1 else str(count))


def opens_era(year: int) -> bool:
    """Whether a new era opens in this fiscal year."""
    return era(year)[0] != era(year - 1)[0]


def ticks(first: int, last: int, lang: str) -> dict:
    """A tick a year; the era where it opens, and the western year under both ends and under a new era."""
    years = list(range(first, last + 1))
    if lang == "en":
        return {"tickvals": years, "ticktext": [short_year(year, lang, year == first) for year in years]}
    labels = []
    for year in years:
        told = year == first or opens_era(year)
        label = short_year(year, lang, told)
        labels.append(f"{label}<br>{year}" if told or year == last else label)
    return {"tickvals": years, "ticktext": labels}


def few_ticks(first: int, last: int, lang: str, count: int) -> dict:
    """First and last year and some between, each with its era, for narrow panels."""
    years = sorted({first + (last - first) * k // (count - 1) for k in range(count)})
    labels = [f"{year % 100:02d}" if lang == "en" and year > first else short_year(year, lang, True) for year in years]
    return {"tickvals": years, "ticktext": labels}


def marks(rows: list[dict], not_held: list[int], lang: str) -> dict[int, str]:
    """Why a year has no point, or a point no interval: year -> 未実施, 秘匿, データなし or 集計値のみ."""
    words = {row["fiscal_year"]: NAMED.get(row.get("status"), "figure.no_data") for row in rows if hidden(row)}
    words |= {row["fiscal_year"]: "figure.aggregate_only" for row in rows if not hidden(row) and is_hollow(row)}
    words |= dict.fromkeys(not_held, "figure.not_held")
    return {year: text(key, lang) for year, key in sorted(words.items())}


def merged(words: dict[int, str]) -> list[tuple[float, str]]:
    """Neighbouring years of one word share it: [(middle of the years, word)]."""
    groups: list[tuple[list[int], str]] = []
    for year, word in words.items():
        if groups and groups[-1][1] == word and year - groups[-1][0][-1] == 1:
            groups[-1][0].append(year)
        else:
            groups.append(([year], word))
    return [(sum(years) / len(years), word) for years, word in groups]


def placed(found: list[Flag], lang: str, pixels, right_end: float) -> int:
    """Give every flag a row and a side so that no label meets another label or line. Returns the rows used.

    The last flag is placed first. A label right of its line is never crossed by an earlier line; one left of it
    may be, so that side is only taken where no other line stands.
    pixels: year -> px from the left end of the plot; right_end: px a label may reach.
    """
    done: list[tuple[float, float, float, int]] = []
    for flag in reversed(found):
        for row, left in ((row, left) for row in range(MOST) for left in (False, True)):
            span = label_span(flag, lang, pixels, left)
            crossed = left and any(span[0] - 1 < pixels(other.at) < span[1] for other in found)
            if span[0] >= 0 and span[1] <= right_end and not crossed and not meets(span, pixels(flag.at), row, done):
                break
        else:
            row, left = len(done), pixels(flag.at) > right_end / 2
            span = label_span(flag, lang, pixels, left)
        flag.row, flag.left = row, left
        done.append((*span, pixels(flag.at), row))
    return max((flag.row for flag in found), default=-1) + 1


def label_span(flag: Flag, lang: str, pixels, left: bool) -> tuple[float, float]:
    """From where to where a label runs, in px."""
    at, run = pixels(flag.at), width(flag.label, lang)
    return (at - GAP - run, at - GAP) if left else (at + GAP, at + GAP + run)


def meets(span: tuple[float, float], at: float, row: int, done: list[tuple[float, float, float, int]]) -> bool:
    """Whether a label in `row` meets a label of that row, the line of a higher one, or its line a lower label."""
    start, end = span
    for other_start, other_end, other_at, other_row in done:
        same_row = other_row == row and start < other_end + GAP and other_start < end + GAP
        under_its_line = other_row > row and start - 1 < other_at < end + GAP
        over_its_label = other_row < row and other_start - 1 < at < other_end + GAP
        if same_row or under_its_line or over_its_label:
            return True
    return False
