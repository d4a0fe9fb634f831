"""Sorted dots with their intervals on paper; frame and options as in dashboard.figures.screen.dots.

Beyond the screen: the interval is printed in a column of its own where the figure is wide enough.
"""

from dataclasses import dataclass

from dashboard.figures.lettering import wrap
from dashboard.figures.palette import AXIS, FOCUS, GRID, INK, MUTED, PAGE
from dashboard.figures.paper.sheet import BODY, DOTTED, SMALL, Axis, Sheet, leading, pitch_of
from dashboard.figures.paper.typeface import width
from dashboard.figures.rows import has, ordered
from dashboard.figures.scale import STEPS, tick_text
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import absent, filled, hidden, range_text, verdict, verdict_word
from dashboard.i18n import number, signed, text

GAP, NAME = 2.0, 0.43  # mm between columns; share of the width a name may take
LEAST = 22  # mm of plot under which the column of intervals is left out
TICK = 9  # mm between two ticks at least
FOOT = leading() + 1.2


@dataclass
class Column:
    """Words at the right of the plot, one a row."""

    words: list[str]
    bold: bool = False
    muted: bool = False
    at: str = "right"
    head: str = ""

    @property
    def width(self) -> float:
        return max([width(self.head, BODY), *(width(word, BODY, self.bold) for word in self.words)], default=0)


def draw_values(spec: FigureSpec, sheet: Sheet) -> None:
    """Dots of values with the whole city as a dotted line."""
    rows, lang, decimals = ordered(spec.rows(), "value"), spec.lang, spec.measure.decimals
    city = filled(spec.option("city", {}))
    told = [number(row["value"], decimals) if has(row, "value") else absent(row, lang) for row in rows]
    spread = [range_text(row.get("lo"), row.get("hi"), decimals, lang) if has(row, "value") else "" for row in rows]
    columns = [Column(told, bold=True), Column(spread, muted=True, head=text("figure.interval_head", lang))]
    known = [] if hidden(city) else [city["value"]]
    plot = Plot(spec, sheet, rows, ("value", "lo", "hi"), columns, known)
    plot.grid()
    if known:
        plot.reference(f"{city['label']} {number(city['value'], decimals)}", city["value"])
    plot.rows_of([False] * len(rows))


def draw_changes(spec: FigureSpec, sheet: Sheet) -> None:
    """Dots of changes with a zero line; hollow where the interval covers zero, the verdict in words."""
    rows, lang, decimals = ordered(spec.rows(), "change"), spec.lang, spec.measure.decimals
    seen = [has(row, "change") for row in rows]
    amounts = [signed(row["change"], decimals) if one else "" for row, one in zip(rows, seen, strict=True)]
    said = [verdict_word(row, lang) if one else why_not(row, lang) for row, one in zip(rows, seen, strict=True)]
    spread = [
        range_text(row["change_lo"], row["change_hi"], decimals, lang, sign=True) if one else ""
        for row, one in zip(rows, seen, strict=True)
    ]
    columns = [Column(amounts, bold=True), Column(spread, muted=True, head=text("figure.interval_head", lang))]
    columns.append(Column(said, at="left"))
    plot = Plot(spec, sheet, rows, ("change", "change_lo", "change_hi"), columns, [0.0], sign=True)
    plot.grid()
    sheet.line([(plot.at(0), plot.top), (plot.at(0), plot.foot)], INK, 0.9)
    plot.rows_of([verdict(row) == "unclear" for row in rows])


def why_not(row: dict, lang: str) -> str:
    """Why a row has no change to show."""
    return absent(row, lang) if hidden(row) else text("figure.not_comparable", lang)


class Plot:
    """Names left, dots in the middle, columns of words right; one line a row."""

    def __init__(
        self, spec: FigureSpec, sheet: Sheet, rows: list[dict], names: tuple[str, str, str], columns: list[Column],
        known: list[float], sign: bool = False,
    ):  # fmt: skip
        self.spec, self.sheet, self.rows, self.names, self.sign = spec, sheet, rows, names, sign
        self.top, self.foot = leading() + 0.8, sheet.height - FOOT
        self.pitch = pitch_of(self.top, self.foot, len(rows))
        name = {"room": sheet.width * NAME, "lang": spec.lang, "lines": 2 if self.pitch >= 2 * leading() else 1}
        whole = max((width(row["label"], BODY, self.is_focus(row)) for row in rows), default=0)
        self.size = BODY if whole <= name["room"] else SMALL
        self.labels = [wrap(row["label"], ruler=self.ruler(row), **name) for row in rows]
        runs = [self.ruler(row)(part) for row, label in zip(rows, self.labels, strict=True) for part in label]
        left = max(runs, default=0)
        self.columns = fitting(columns, sheet.width - left - GAP)
        right = sheet.width - sum(column.width + GAP for column in self.columns)
        ends = [row[name] for row in rows if has(row, names[0]) for name in names if row.get(name) is not None]
        every = [*ends, *known] or [0, 1]
        pad = (max(every) - min(every) or 1) * 0.06
        self.at = Axis(min(every) - pad, max(every) + pad, left + GAP, right)

    def ruler(self, row: dict):
        """Measures a name as it is set: the focus is bold."""
        return lambda line: width(line, self.size, self.is_focus(row))

    def is_focus(self, row: dict) -> bool:
        return self.spec.option("focus") is not None and row.get("member") == self.spec.option("focus")

    def grid(self) -> None:
        """Ticks beneath, a line between rows, heads of the columns."""
        span = self.at.high - self.at.low
        count = max(2, int((self.at.end - self.at.start) / TICK))
        step = next((step for step in STEPS if span / step <= count), STEPS[-1])
        ticks = [k * step for k in range(int(-(-self.at.low // step)), int(self.at.high // step) + 1)]
        for tick in ticks:
            self.sheet.line([(self.at(tick), self.top), (self.at(tick), self.foot)], GRID)
            self.sheet.say(
                self.at(tick), self.foot + 0.8, tick_text(tick, self.sign), at="center", colour=MUTED, up="top"
            )
        self.sheet.line([(self.at.start, self.foot), (self.at.end, self.foot)], AXIS)
        x = self.at.end
        for column in self.columns:
            x += column.width + GAP
            if column.head:
                self.sheet.say(x, self.top - 0.4, column.head, at="right", colour=MUTED, up="bottom")

    def reference(self, label: str, value: float) -> None:
        """The city's line and its label, kept inside the figure."""
        x, half = self.at(value), width(label, BODY) / 2
        self.sheet.line([(x, self.top), (x, self.foot)], MUTED, 0.9, DOTTED)
        middle = min(max(x, half), self.at.end - half)
        self.sheet.say(middle, self.top - 0.4, label, at="center", colour=MUTED, up="bottom")

    def rows_of(self, hollow: list[bool]) -> None:
        """Every row: name, interval, dot, words."""
        for place, row in enumerate(self.rows):
            y = self.top + (place + 0.5) * self.pitch
            self.sheet.say(0, y, self.labels[place], size=self.size, bold=self.is_focus(row))
            if has(row, self.names[0]):
                self.mark(row, y, hollow[place])
            x = self.at.end
            for column in self.columns:
                x += column.width + GAP
                start = x if column.at == "right" else x - column.width
                ink = MUTED if column.muted or not has(row, self.names[0]) else INK
                bold = column.bold and has(row, self.names[0])
                self.sheet.say(start, y, column.words[place], at=column.at, bold=bold, colour=ink)

    def mark(self, row: dict, y: float, hollow: bool) -> None:
        """The interval and the dot on it."""
        middle, low, high = (row.get(name) for name in self.names)
        if low is not None and high is not None:
            self.sheet.line([(self.at(low), y), (self.at(high), y)], FOCUS, 1.4)
        rim = {"edge": FOCUS, "rim": 1.3} if hollow else {"edge": PAGE, "rim": 0.6}
        self.sheet.dot(self.at(middle), y, 2.3, PAGE if hollow else FOCUS, **rim)


def fitting(columns: list[Column], room: float) -> list[Column]:
    """The columns, without the muted ones where the plot would get too narrow."""
    need = sum(column.width + GAP for column in columns)
    return columns if room - need >= LEAST else [column for column in columns if not column.muted]
