"""Table of members by themes with the number in every cell, coloured only where it differs from the whole city.

Frame: one row a cell with member, label, measure, value, lo, hi, n, status.
The rows of the reference member (option city, default 'all') stand on top and are what the others differ from:
a cell differs when its own interval does not contain the city's value. Options: measures {code: Measure}, the
columns in order; sort (code, default the first) or order [member]; focus member; threshold (difference from which the
tone is stronger, default 6); decimals (default 0); classes (tones by the class breaks of the figure's measure instead);
sparse (a cell without a row is left blank); counted (heading of the counts, default n); label_share
(of the width that names may take, default 0.24). At most 25 members.
"""

import math

from dashboard.figures.cells import Cells
from dashboard.figures.lettering import LINE, shortened, widest, width, wrap
from dashboard.figures.palette import CONTEXT, MUTED, PAGE, TONES
from dashboard.figures.screen.base import HATCH, box, figure, hidden_axis, hover_points, note, safe
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import absent, hidden, interval_text, joined, value_text
from dashboard.i18n import number, text

LIFT = 0.35  # rows by which the city stands above the others
HALF_X, HALF_Y = 0.48, 0.44


def draw(spec: FigureSpec) -> dict:
    """The figure as a plain Plotly dict. Raises ValueError above 25 members: they could not be read."""
    table = Table(spec)
    data, notes, shapes = [], table.headings() + table.names(), []
    for place, member in enumerate(table.members):
        for column, measure in enumerate(table.columns):
            traces, texts, boxes = table.drawn(member, measure, column, table.y(place))
            data += traces
            notes += texts
            shapes += boxes
    return figure(
        spec, [*data, table.pointing()], {"l": table.left, "t": table.top}, annotations=notes, shapes=shapes,
        xaxis=hidden_axis(-0.5, len(table.columns) - 0.5), yaxis=hidden_axis(-0.5, len(table.members) - 0.5 + LIFT),
    )  # fmt: skip


class Table(Cells):
    """Cells by member and measure, in the order they are drawn."""

    def __init__(self, spec: FigureSpec):
        super().__init__(spec)
        self.lang = spec.lang
        wide = widest(list(self.labels.values()), self.lang)
        self.counts = max(widest([number(n) for n in map(self.n, self.members) if n is not None], self.lang), 14)
        self.label_room = min(wide, spec.width * spec.option("label_share", 0.24))
        self.left = math.ceil(self.label_room + self.counts) + 18
        self.cell_room = (spec.width - self.left) / max(len(self.columns), 1)
        self.heads = [self.heading(measure.label[self.lang]) for measure in self.columns.values()]
        self.top = max((len(head) for head in self.heads), default=1) * 14 * LINE + 6

    def heading(self, label: str) -> list[str]:
        """A column's name in lines; English words are not broken, so the longest may run over its column."""
        column = self.cell_room - 1
        room = max(column, widest(label.split(), self.lang)) if self.lang == "en" else column
        return wrap(label, room, self.lang, lines=4)

    def y(self, place: int) -> float:
        """Height of a row; the city stands a little apart."""
        is_city = bool(self.members) and self.members[place] == self.city
        return len(self.members) - 1 - place + (LIFT if is_city else 0)

    def count(self, member: str) -> str:
        """Answers behind a member's row, or the word for their absence if it fits."""
        if self.n(member) is not None:
            return number(self.n(member))
        first = self.first(member)
        word = absent(first, self.lang) if hidden(first) else ""
        return word if width(word, self.lang) <= self.counts else ""

    def headings(self) -> list[dict]:
        """Names of the columns."""
        above = {"yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 2}
        side = {"xref": "paper", "x": 0, "xanchor": "right", "xshift": -10}
        heads = ["<br>".join(safe(part) for part in head) for head in self.heads]
        named = [note(self.lang, head, 14, MUTED, x=k, **above) for k, head in enumerate(heads)]
        return [*named, note(self.lang, self.spec.option("counted", "n"), 14, MUTED, **side, **above)]

    def names(self) -> list[dict]:
        """Names and numbers of answers of the rows; the city and the focus bold."""
        found = []
        left = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -self.left}
        right = {"xref": "paper", "x": 0, "xanchor": "right", "xshift": -10}
        for place, member in enumerate(self.members):
            name = safe(shortened(self.labels[member], self.label_room + 2, self.lang))
            bold = f"<b>{name}</b>" if self.stands_out(member) else name
            found.append(note(self.lang, bold, y=self.y(place), **left))
            found.append(note(self.lang, self.count(member), 14, MUTED, y=self.y(place), **right))
        return found

    def drawn(self, member: str, measure: str, x: int, y: float) -> tuple[list, list, list]:
        """Traces, texts and boxes of one cell."""
        if self.is_blank(member, measure):
            return [], [], []
        row = self.cell(member, measure)
        words = value_text(row, self.decimals, self.lang)
        if hidden(row):
            fits = width(words, self.lang) <= self.cell_room  # else the legend alone says what the hatch means
            return [hatched(x, y)], [note(self.lang, words, x=x, y=y, bgcolor=PAGE, borderpad=1)] * fits, []
        fill, ink, outline = TONES[self.tone(row)]
        shown = f"<b>{words}</b>" if self.stands_out(member) else words
        frame = box(x - HALF_X, x + HALF_X, y - HALF_Y, y + HALF_Y, fill, outline)
        return [], [note(self.lang, shown, 14, ink, x=x, y=y)], [frame]

    def pointing(self) -> dict:
        """Invisible markers that tell a cell in full."""
        places = [
            (m, c, k, self.y(j))
            for j, m in enumerate(self.members)
            for k, c in enumerate(self.columns)
            if not self.is_blank(m, c)
        ]
        texts = [self.told(member, measure) for member, measure, _, _ in places]
        return hover_points([x for _, _, x, _ in places], [y for *_, y in places], texts, 18)

    def told(self, member: str, measure: str) -> str:
        """Name, column, value, interval and what the city has."""
        row = self.cell(member, measure)
        name = f"{safe(self.labels[member])} {safe(self.columns[measure].label[self.lang])}"
        if hidden(row):
            return f"{name}<br>{absent(row, self.lang)}"
        unit, decimals = self.columns[measure].unit[self.lang], self.decimals
        lines = [f"{name} <b>{joined(number(row['value'], decimals), unit, self.lang)}</b>"]
        lines.append(interval_text(row.get("lo"), row.get("hi"), decimals, self.lang))
        city = self.cell(self.city, measure)
        if member != self.city and not hidden(city):
            shown = joined(number(city["value"], decimals), unit, self.lang)
            lines.append(f"{text('figure.city', self.lang)} {shown}")
        return "<br>".join(part for part in lines if part)


def hatched(x: float, y: float) -> dict:
    """A cell that shows no number."""
    xs = [x - HALF_X, x + HALF_X, x + HALF_X, x - HALF_X, x - HALF_X]
    ys = [y - HALF_Y, y - HALF_Y, y + HALF_Y, y + HALF_Y, y - HALF_Y]
    return {
        "type": "scatter", "mode": "lines", "x": xs, "y": ys, "fill": "toself", "fillpattern": HATCH,
        "line": {"color": CONTEXT, "width": 1}, "hoverinfo": "skip",
    }  # fmt: skip
