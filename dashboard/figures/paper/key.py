"""Legends on paper: swatches drawn as the marks are, with the words of dashboard.figures.legends."""

from collections.abc import Callable

from dashboard.figures.legends import FILLS, Entry, entries
from dashboard.figures.palette import AXIS, TONES
from dashboard.figures.paper.marks import absent_box, rule
from dashboard.figures.paper.sheet import BODY, Sheet, leading
from dashboard.figures.paper.typeface import width
from dashboard.figures.spec import FigureSpec

WIDE, HIGH = 5.0, 3.2  # mm of a swatch
NEAR, APART = 1.2, 3.6  # mm from a swatch to its words, and to the next swatch
HEAT = ("worse_far", "worse", "unclear", "better", "better_far", *"0123")  # how a cell differs, or its class
SCALES = {"map": "0123", "points": "0123", "heat": HEAT}
ABSENT, BOUND = ("withheld", "no_data"), "bound"  # ≥83% says itself what it is
Sign = Callable[[Sheet, str, float, float], None]


class Key:
    """A legend of so many mm. Tones that form a scale stand side by side in its order, names below, where the names
    fit; every other tone is a swatch with its words beside it."""

    def __init__(self, spec: FigureSpec, wide: float, told: list[Entry] | None = None):
        every = [entry for entry in (entries(spec) if told is None else told) if entry[0] != BOUND]
        self.wide, order = wide, SCALES.get(spec.kind, ())
        scale = [entry for entry in every if entry[0] in order]
        each = wide / max(len(scale), 1)
        self.is_ladder = bool(scale) and all(width(words, BODY) <= each - 0.6 for _, words in scale)
        self.ladder = scale if self.is_ladder else []
        self.lines = flowed([entry for entry in every if entry not in self.ladder], wide)

    @property
    def height(self) -> float:
        """What it takes, in mm."""
        return (HIGH + leading() + 1) * self.is_ladder + (leading() + 0.6) * len(self.lines)

    def draw(self, sheet: Sheet, x: float, y: float, sign: Sign | None = None) -> None:
        """Draw it from its upper left corner. sign: draws what stands for a missing number, where that is no ground."""
        each = self.wide / max(len(self.ladder), 1)
        for place, (tone, words) in enumerate(self.ladder):
            swatch(sheet, tone, x + place * each, y, each)
            sheet.say(x + (place + 0.5) * each, y + HIGH + 0.4, words, at="center", up="top")
        y += (HIGH + leading() + 1) * self.is_ladder
        for line in self.lines:
            left = x
            for entry in line:
                if sign and entry[0] in ABSENT:
                    sign(sheet, entry[0], left + WIDE / 2, y + leading() / 2)
                elif entry[0]:
                    swatch(sheet, entry[0], left, y + (leading() - HIGH) / 2, WIDE)
                left += run(entry)
                sheet.say(left, y + leading() / 2, entry[1], at="right")
                left += APART
            y += leading() + 0.6


def run(entry: Entry) -> float:
    """Width of a swatch with its words; of words alone where there is no tone."""
    tone, words = entry
    return (WIDE + NEAR if tone else 0) + width(words, BODY)


def flowed(told: list[Entry], wide: float) -> list[list[Entry]]:
    """Entries in as many lines as they need."""
    lines: list[list[Entry]] = []
    left = float("inf")
    for entry in told:
        if left + run(entry) > wide:
            lines.append([])
            left = 0
        lines[-1].append(entry)
        left += run(entry) + APART
    return lines


def swatch(sheet: Sheet, tone: str, x: float, y: float, wide: float) -> None:
    """A tone as it is drawn in the figure."""
    if tone in FILLS:
        edge = TONES.get(tone, (None, None, None))[2] or AXIS
        sheet.box(x, y, wide, HIGH, FILLS[tone], edge, 0.5)
        rule(sheet, tone, x + wide / 2, y + HIGH / 2, HIGH * 0.27, WIDE * 0.6)
    else:
        absent_box(sheet, tone, x, y, wide, HIGH)
