"""Sorted dots with their intervals: values beside the whole city, or changes beside zero.

Frame: one row a member with label, status and value, lo, hi (kind dots) or change, change_lo, change_hi (changes);
optional n, member. Sorted high to low, rows without a number last. Options: focus member; for dots also city
(a row with label, value, status).
"""

import math

from dashboard.figures.lettering import widest, width, wrap
from dashboard.figures.palette import AXIS, FOCUS, INK, MUTED, PAGE
from dashboard.figures.rows import has, ordered
from dashboard.figures.scale import STEPS
from dashboard.figures.screen.base import axis, figure, font, line, note, safe
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import absent, filled, hidden, hover, interval_text, joined, verdict, verdict_word
from dashboard.i18n import number, signed, text

GAP = 12  # px between names, plot and values
TWO_LINES = 28  # px a row must be high for a name of two lines
NARROW = 130  # px of plot below which long verdicts make way
HOLLOW = "○"


def draw_values(spec: FigureSpec) -> dict:
    """Dots of values with the whole city as a dotted line."""
    rows, city, decimals = ordered(spec.rows(), "value"), filled(spec.option("city", {})), spec.measure.decimals
    texts = [
        f"<b>{number(row['value'], decimals)}</b>" if has(row, "value") else absent(row, spec.lang) for row in rows
    ]
    extra = [] if hidden(city) else [city["value"]]
    plot = Plot(spec, rows, "value", texts, 24, extra)
    words = [hover(row, safe(row["label"]), spec.measure, spec.lang) for row in rows]
    lines, names = ([], []) if hidden(city) else plot.reference(city["label"], city["value"])
    return plot.figure(plot.traces(words, [False] * len(rows)), lines, names, number)


def draw_changes(spec: FigureSpec) -> dict:
    """Dots of changes with a zero line; hollow where the interval covers zero, the verdict in words at the right."""
    rows = ordered(spec.rows(), "change")
    plot = Plot(spec, rows, "change", [change_text(row, spec) for row in rows], 4, [0])
    key = []
    if plot.pixels < NARROW:
        plot = Plot(spec, rows, "change", [change_text(row, spec, brief=True) for row in rows], 4, [0])
        key = plot.key()
    words = [change_hover(row, spec) for row in rows]
    zero = [line(0, 0, 0, 1, yref="paper")]
    return plot.figure(plot.traces(words, [verdict(row) == "unclear" for row in rows]), zero, key, signed_tick)


def change_text(row: dict, spec: FigureSpec, brief: bool = False) -> str:
    """+2.2 上がった; brief: the hollow sign, told once beneath the figure, for 差があるとは言えない."""
    if not has(row, "change"):
        return absent(row, spec.lang) if hidden(row) else text("figure.not_comparable", spec.lang)
    word = HOLLOW if brief and verdict(row) == "unclear" else verdict_word(row, spec.lang)
    return f"<b>{signed(row['change'], spec.measure.decimals)}</b> {word}".strip()


def change_hover(row: dict, spec: FigureSpec) -> str:
    """Name, change with its unit, interval."""
    if not has(row, "change"):
        return f"{safe(row['label'])}<br>{change_text(row, spec)}"
    measure, lang = spec.measure, spec.lang
    change = joined(signed(row["change"], measure.decimals), measure.difference[lang], lang)
    interval = interval_text(row.get("change_lo"), row.get("change_hi"), measure.decimals, lang, sign=True)
    return "<br>".join(part for part in (f"{safe(row['label'])} <b>{change}</b>", interval) if part)


def signed_tick(value: float, decimals: int = 0) -> str:
    """A tick of a change: +2, 0, −2."""
    return signed(value, decimals) if value else "0"


class Plot:
    """Names left, dots in the middle, values right; one line a row."""

    def __init__(self, spec: FigureSpec, rows: list, column: str, texts: list[str], top: int, extra: list[float]):
        self.spec, self.rows, self.column, self.texts, self.top = spec, rows, column, texts, top
        self.lo, self.hi = ("lo", "hi") if column == "value" else ("change_lo", "change_hi")
        lang = spec.lang
        pitch = (spec.height - top - 24) / max(len(rows), 1)
        self.names = [wrap(row["label"], spec.width * 0.4, lang, lines=2 if pitch >= TWO_LINES else 1) for row in rows]
        self.left = math.ceil(widest([part for name in self.names for part in name], lang)) + GAP
        bare = [part.replace("<b>", "").replace("</b>", "") for part in texts]
        self.right = math.ceil(widest(bare, lang)) + GAP
        ends = [row[end] for row in rows if has(row, column) for end in (column, self.lo, self.hi)]
        known = [end for end in [*ends, *extra] if end is not None] or [0, 1]
        self.pixels = max(spec.width - self.left - self.right, 40)
        pad = (max(known) - min(known) or 1) * 0.06
        self.low, self.high = min(known) - pad, max(known) + pad

    def y(self, place: int) -> int:
        """Height of a row: the first stands on top."""
        return len(self.rows) - 1 - place

    def traces(self, words: list[str], hollow: list[bool]) -> list[dict]:
        """Intervals first, dots on them."""
        seen = [k for k, row in enumerate(self.rows) if has(row, self.column)]
        whiskers = [self.whisker(k) for k in seen if self.rows[k].get(self.lo) is not None]
        dots = {
            "type": "scatter", "mode": "markers", "hoverinfo": "text",
            "x": [self.rows[k][self.column] for k in seen], "y": [self.y(k) for k in seen],
            "text": [words[k] for k in seen], "customdata": [self.rows[k].get("member") for k in seen],
            "marker": {"size": 11, "color": [PAGE if hollow[k] else FOCUS for k in seen], "opacity": 1,
                       "line": {"color": FOCUS, "width": 2}},
        }  # fmt: skip
        return [*whiskers, dots]

    def whisker(self, place: int) -> dict:
        """The interval of one row."""
        row, y = self.rows[place], self.y(place)
        ends = {"x": [row[self.lo], row[self.hi]], "y": [y, y]}
        return {"type": "scatter", "mode": "lines", "line": {"color": FOCUS, "width": 2}, "hoverinfo": "skip", **ends}

    def reference(self, name: str, city: float) -> tuple[list[dict], list[dict]]:
        """The city's line and its label, kept inside the figure."""
        lang = self.spec.lang
        label = f"{safe(name)} {number(city, self.spec.measure.decimals)}"
        at, half = (city - self.low) / (self.high - self.low) * self.pixels, width(label, lang) / 2
        shift = min(0, self.pixels + self.right - at - half) + max(0, half - at - self.left)
        place = {"x": city, "yref": "paper", "y": 1, "yanchor": "bottom", "xshift": round(shift, 1)}
        return [line(city, city, 0, 1, yref="paper", dash="dot")], [note(lang, label, 14, MUTED, **place)]

    def key(self) -> list[dict]:
        """What the hollow sign means, beneath the figure, where a row carries it."""
        if not any(verdict(row) == "unclear" for row in self.rows if has(row, self.column)):
            return []
        said = f"{HOLLOW} {text('figure.unclear', self.spec.lang)}"
        place = {"xref": "paper", "yref": "paper", "x": 1, "y": 0, "xanchor": "right", "yanchor": "top"}
        return [note(self.spec.lang, said, 14, MUTED, xshift=self.right, yshift=-22, **place)]

    def values(self) -> list[dict]:
        """Values at the right edge."""
        place = {"xref": "paper", "x": 1, "xanchor": "right", "xshift": self.right}
        return [
            note(self.spec.lang, words, 14, INK if has(row, self.column) else MUTED, y=self.y(k), **place)
            for k, (row, words) in enumerate(zip(self.rows, self.texts, strict=True))
        ]

    def ticks(self) -> list[float]:
        """Even ticks inside the plot, no more than have room."""
        count = max(2, int(self.pixels / 48))
        step = next((step for step in STEPS if (self.high - self.low) / step <= count), STEPS[-1])
        first = -(-self.low // step)
        return [k * step for k in range(int(first), int(self.high // step) + 1)]

    def figure(self, data: list[dict], lines: list[dict], names: list[dict], tick_text) -> dict:
        """Everything put together."""
        lang, focus = self.spec.lang, self.spec.option("focus")
        ticks, foot = self.ticks(), 44 if self.column == "change" and names else 24
        labels = ["<br>".join(safe(part) for part in name) for name in self.names]
        bold = [
            f"<b>{label}</b>" if focus is not None and row.get("member") == focus else label
            for row, label in zip(self.rows, labels, strict=True)
        ]
        shown = [tick_text(tick, 0 if float(tick).is_integer() else 1) for tick in ticks]
        return figure(
            self.spec, data, {"l": self.left, "r": self.right, "t": self.top, "b": foot},
            annotations=[*self.values(), *names], shapes=lines,
            xaxis=axis(lang, range=[self.low, self.high], tickvals=ticks, ticktext=shown, showgrid=True),
            yaxis=axis(lang, range=[-0.6, len(self.rows) - 0.4], tickvals=[self.y(k) for k in range(len(self.rows))],
                       ticktext=[f"{label} " for label in bold], tickfont=font(lang), zeroline=False, linecolor=AXIS),
        )  # fmt: skip
