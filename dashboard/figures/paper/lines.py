"""Lines over fiscal years on paper: bands, runs, points, labelled uprights, the words of years without a value."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.figures.flags import Flag, placed
from dashboard.figures.palette import AXIS, CONTEXT, FOCUS, GRID, INK, MUTED, PAGE, SECOND
from dashboard.figures.paper.sheet import BODY, DASHED, DOTTED, Axis, Sheet, leading
from dashboard.figures.paper.typeface import width
from dashboard.figures.scale import Scale, tick_text
from dashboard.figures.series import is_hollow, merged, runs, shown, with_interval
from dashboard.figures.years import Label, every_year, few_years

BAND, GREY_BAND = "#D9DCF6", "#E2E2E2"  # the line's colour at 15 %, flat: no transparency for printers
ROW, GAP = 4.6, 1.0  # mm: a row of labels above a plot, and from an upright to its label
FEW = 4  # years named on an axis too narrow for all
EDGE = 0.5  # years before the first and after the last: the whole fiscal year
WITHIN = 0.4  # mm a word on the axis keeps from the next


def course(
    sheet: Sheet, rows: list[dict], at: Axis, up: Axis, cuts: Iterable[int] = (), colour: str = FOCUS, dot: float = 1.7,
    behind: list[dict] | None = None,
) -> None:  # fmt: skip
    """One member: the 95 % band, the runs that may be joined, a point a year, hollow without an interval.

    behind: rows in grey between the band and the line, for the band lets nothing through.
    """
    parted, fill = runs(rows, cuts), BAND if colour == FOCUS else GREY_BAND
    for stretch in (stretch for run in parted for stretch in with_interval(run)):
        band(sheet, stretch, at, up, colour, fill)
    for run in runs(behind or [], cuts):
        path(sheet, run, at, up, CONTEXT, 1.2)
        if len(run) == 1:
            sheet.dot(at(run[0]["fiscal_year"]), up(run[0]["value"]), dot, CONTEXT, edge=CONTEXT, rim=0.6)
    for run in parted:
        path(sheet, run, at, up, colour, 1.8)
    for row in shown(rows):
        hollow = is_hollow(row)
        rim = {"edge": colour, "rim": 1.2} if hollow else {"edge": PAGE, "rim": 0.6}
        sheet.dot(at(row["fiscal_year"]), up(row["value"]), dot, PAGE if hollow else colour, **rim)


def band(sheet: Sheet, stretch: list[dict], at: Axis, up: Axis, colour: str, fill: str) -> None:
    """The band of a stretch; a single year gets an upright line instead."""
    lows = [(at(row["fiscal_year"]), up(row["lo"])) for row in stretch]
    highs = [(at(row["fiscal_year"]), up(row["hi"])) for row in stretch]
    if len(stretch) == 1:
        sheet.line([*lows, *highs], colour, 1.4)
    else:
        sheet.polygon([*lows, *highs[::-1]], fill)


def path(sheet: Sheet, run: list[dict], at: Axis, up: Axis, colour: str, wide: float) -> None:
    """The line of a run; one point makes none."""
    if len(run) > 1:
        sheet.line([(at(row["fiscal_year"]), up(row["value"])) for row in run], colour, wide)


@dataclass(frozen=True)
class Years:
    """An axis of fiscal years: where a year stands, its labels, and the height at which they begin (mm)."""

    at: Axis
    labels: list[Label]
    foot: float


def year_axis(sheet: Sheet, first: int, last: int, left: float, right: float) -> Years:
    """The axis at the foot of a sheet, whole fiscal years from end to end; every western year where all have room.

    Few years where two neighbours would touch: the first has its era and is the widest.
    """
    at = Axis(first - EDGE, last + EDGE, left, right)
    pitch = at(1) - at(0)
    labels = every_year(first, last, sheet.lang, western=pitch >= width("2025", BODY) + 1)
    if width(labels[0][1][0], BODY) > pitch:
        labels = few_years(first, last, sheet.lang, FEW)
    return Years(at, labels, sheet.height - max(len(words) for _, words in labels) * leading() - 1)


def value_grid(sheet: Sheet, scale: Scale, up: Axis, ends: tuple[float, float], labelled: bool = True) -> None:
    """A line a tick from end to end (mm), its number left of it; the foot of the scale is the axis."""
    for tick in scale.ticks:
        foot = tick == scale.low
        sheet.line([(ends[0], up(tick)), (ends[1], up(tick))], AXIS if foot else GRID, 0.7 if foot else 0.6)
        if labelled:
            sheet.say(ends[0] - 1.2, up(tick), tick_text(tick), at="right", colour=MUTED)


def ticks_width(scale: Scale, sign: bool = False) -> float:
    """Room for the numbers left of a grid, in mm."""
    return max((width(tick_text(tick, sign), BODY) for tick in scale.ticks), default=0) + 2


def year_labels(sheet: Sheet, labels: list[Label], at: Axis, top: float, greyed: Iterable[int] = ()) -> None:
    """Years under an axis; those without a survey muted."""
    quiet = set(greyed)
    for year, lines in labels:
        colour = MUTED if year in quiet else INK
        half = max(width(line, BODY) for line in lines) / 2
        x = max(at(year), at.start + half - 0.8)  # clear of the number at the foot of the scale
        sheet.say(x, top + 0.8, lines, at="center", up="top", colour=colour)


def rows_of(found: list[Flag], at: Axis, right_end: float) -> int:
    """Give every upright its row and side; the rows used. right_end: how far a label may run, mm."""
    return placed(found, lambda words: width(words, BODY), lambda year: at(year) - at.start, right_end - at.start, GAP)


def uprights(sheet: Sheet, found: list[Flag], at: Axis, top: float, foot: float) -> None:
    """Events dotted, breaks dashed, from their label above the plot (its top at `top`) down to its foot."""
    for flag in found:
        x, y = at(flag.at), top - flag.row * ROW - ROW / 2
        colour, dash = (MUTED, DASHED) if flag.broken else (SECOND, DOTTED)
        sheet.line([(x, foot), (x, y - ROW / 2 + 0.6)], colour, 0.9, dash)
        side = ("right", -GAP) if flag.left else ("left", GAP)
        sheet.say(x + side[1], y, flag.label, at=side[0], colour=colour)


def axis_words(sheet: Sheet, words: dict[int, str], at: Axis, foot: float) -> None:
    """Why a year has no point, on the axis and within the plot; two words that touch stand in two rows."""
    reach, lifted = float("-inf"), False
    for middle, word in merged(words):
        half = width(word, BODY) / 2 + WITHIN
        x = min(max(at(middle), at.start + half), at.end - half)
        lifted = x - half < reach and not lifted
        reach = x + half
        y = foot - leading() * (1.5 if lifted else 0.5) - 0.3
        sheet.say(x, y, word, at="center", colour=MUTED, plate=PAGE)
