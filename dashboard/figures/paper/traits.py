"""Ten traits on paper; frame as in dashboard.figures.traits, one line or two a trait, its track beside it."""

from dashboard.figures.legends import why
from dashboard.figures.lettering import wrap
from dashboard.figures.palette import AXIS, CONTEXT, FOCUS, GRID, INK, MUTED, PAGE
from dashboard.figures.paper.marks import absent_box
from dashboard.figures.paper.sheet import BODY, Axis, Sheet, leading
from dashboard.figures.paper.typeface import width
from dashboard.figures.spec import FigureSpec
from dashboard.figures.traits import change_words, is_unclear, scale_of, signs
from dashboard.figures.words import absent, hidden
from dashboard.i18n import number, text

GAP, NAME, DOT, BAND = 2.5, 0.42, 2.4, "#9DB7F9"  # mm between columns, share of the width, mm of a dot
SIGN = 4.6  # mm a sign takes in the key


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet."""
    Traits(spec, sheet).draw()


class Traits:
    """Rows of text, track, value and change."""

    def __init__(self, spec: FigureSpec, sheet: Sheet):
        self.sheet, self.lang, self.rows = sheet, spec.lang, spec.rows()
        self.heads = {name: text(f"figure.traits.{name}", self.lang) for name in ("value", "change")}
        changes = [width(change_words(row, self.lang), BODY) for row in self.rows]
        self.change = max([width(self.heads["change"], BODY), *changes])
        values = [width(self.value(row), BODY, True) for row in self.rows]
        self.value_end = sheet.width - self.change - GAP
        self.scale = scale_of(self.rows)
        start = sheet.width * NAME + GAP
        end = self.value_end - max([width(self.heads["value"], BODY), *values]) - GAP
        self.at = Axis(self.scale.low, self.scale.high, start, end)
        self.top = 2 * leading() + 1.6
        self.foot = sheet.height - (leading() + 0.6 if is_unclear(self.rows) else 0)
        self.pitch = (self.foot - self.top) / max(len(self.rows), 1)

    def value(self, row: dict) -> str:
        """The share, or why there is none."""
        return absent(row, self.lang) if hidden(row) else f"{number(row['value'])}%"

    def draw(self) -> None:
        """Key, heads, rows, note."""
        self.key(leading() / 2)
        y = leading() * 1.5 + 0.6
        for tick in (self.scale.ticks[0], self.scale.ticks[-1]):
            self.sheet.say(self.at(tick), y, f"{number(tick)}%", at="center", colour=MUTED)
        self.sheet.say(self.value_end, y, self.heads["value"], at="right", colour=MUTED)
        self.sheet.say(self.sheet.width, y, self.heads["change"], at="right", colour=MUTED)
        self.sheet.line([(0, self.top), (self.sheet.width, self.top)], INK, 0.8)
        for place, row in enumerate(self.rows):
            self.row(row, place, self.top + (place + 0.5) * self.pitch)
        if is_unclear(self.rows):
            self.sheet.say(0, self.sheet.height, text("figure.traits.unclear", self.lang), colour=MUTED, up="bottom")

    def key(self, y: float) -> None:
        """What each sign means."""
        x = 0.0
        for name in signs(self.rows):
            words = text(f"figure.traits.{name}", self.lang)
            self.sign(name, x + SIGN / 2 - 0.6, x + SIGN / 2 - 1.6, x + SIGN / 2 + 0.4, y)
            self.sheet.say(x + SIGN, y, words)
            x += SIGN + width(words, BODY) + GAP

    def sign(self, name: str, x: float, low: float, high: float, y: float) -> None:
        """A sign at x; the interval from low to high."""
        if name == "interval":
            self.sheet.box(low, y - 0.8, high - low, 1.6, BAND)
        elif name == "city":
            self.sheet.line([(x, y - DOT * 0.75), (x, y + DOT * 0.75)], INK, 1.6)
        elif name == "last":
            self.sheet.dot(x, y, DOT - 0.3, PAGE, AXIS, 1.4)
        else:
            self.sheet.dot(x, y, DOT, FOCUS, PAGE, 0.6)

    def row(self, row: dict, place: int, y: float) -> None:
        """One trait."""
        if place:
            self.sheet.line([(0, y - self.pitch / 2), (self.sheet.width, y - self.pitch / 2)], GRID)
        room, lines = self.sheet.width * NAME, 2 if self.pitch >= 2 * leading() else 1
        name = wrap(row["label"], room, self.lang, lines=lines, ruler=lambda words: width(words, BODY))
        self.sheet.say(0, y, name)
        seen = not hidden(row)
        self.sheet.say(self.value_end, y, self.value(row), at="right", bold=seen, colour=INK if seen else MUTED)
        self.sheet.say(self.sheet.width, y, change_words(row, self.lang), at="right")
        self.track(row, y)

    def track(self, row: dict, y: float) -> None:
        """The interval, the whole city, the last survey and the group; the word's box where nothing is shown."""
        if hidden(row):
            absent_box(self.sheet, why(row), self.at.start, y - 1.2, self.at.end - self.at.start, 2.4)
            return
        self.sheet.line([(self.at.start, y), (self.at.end, y)], CONTEXT, 0.6)
        if row["lo"] is not None:
            self.sign("interval", 0, self.at(row["lo"]), self.at(row["hi"]), y)
        for name, column in (("city", "city_value"), ("last", "last_value"), ("own", "value")):
            if row.get(column) is not None:
                self.sign(name, self.at(row[column]), 0, 0, y)
