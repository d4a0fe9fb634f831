"""Heat table on paper; frame and options as in dashboard.figures.screen.heat.

Beyond the screen: coloured numbers are bold and carry a rule, over them where better, under them where worse, so that
a grey print loses nothing.
"""

from dashboard.figures.cells import CITY, UNCLEAR, Cells
from dashboard.figures.legends import entries, why
from dashboard.figures.lettering import shortened, wrap
from dashboard.figures.palette import AXIS, INK, MUTED, PAGE, TONES
from dashboard.figures.paper.key import Key
from dashboard.figures.paper.marks import absent_box, rule
from dashboard.figures.paper.sheet import BODY, SMALL, Sheet, leading, pitch_of
from dashboard.figures.paper.typeface import width
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import absent, hidden, value_text
from dashboard.i18n import number, text

GAP, MARGIN = 2.0, 0.35  # mm between columns of words, and around a cell
MOST_LABEL = 0.34  # of the width that names may take


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet. Raises ValueError where the rows are more than its height can hold."""
    Table(spec, sheet).draw()


class Table(Cells):
    """The cells and where they stand."""

    def __init__(self, spec: FigureSpec, sheet: Sheet):
        super().__init__(spec)
        self.sheet, self.lang = sheet, spec.lang
        names = [width(label, BODY, self.stands_out(member)) for member, label in self.labels.items()]
        self.label = min(max(names, default=0), sheet.width * MOST_LABEL)
        self.size = BODY if max(names, default=0) <= self.label else SMALL
        self.left = (
            self.label + GAP + max([width(self.count(member), BODY) for member in self.members], default=0) + GAP
        )
        self.wide = (sheet.width - self.left) / max(len(self.columns), 1)
        self.heads = [self.head(measure.label[self.lang]) for measure in self.columns.values()]
        self.top = max((len(head) for head in self.heads), default=1) * leading(SMALL) + 1.2
        rules = [] if self.classed else [("", text("figure.rules", self.lang))]
        self.key = Key(spec, sheet.width, [*entries(spec), *rules])
        self.high = pitch_of(self.top, sheet.height - self.key.height - 2.5, len(self.members))

    def head(self, words: str) -> list[str]:
        """The name of a column in as few lines as may be, apart from its neighbours where that costs no line; the
        smallest type, for columns are narrow."""
        broken = [
            wrap(words, self.wide - apart, self.lang, lines=5, ruler=lambda line: width(line, SMALL))
            for apart in (0.8, 0.1)
        ]
        return min(broken, key=len)

    def is_marked(self, tone: str) -> bool:
        """Whether a tone says that a cell differs."""
        return tone not in (CITY, UNCLEAR) and not self.classed

    def count(self, member: str) -> str:
        """Answers behind a member's row, or the word for their absence."""
        n, first = self.n(member), self.first(member)
        return number(n) if n is not None else absent(first, self.lang) if hidden(first) else ""

    def draw(self) -> None:
        """Heads, rows, legend."""
        for place, head in enumerate(self.heads):
            self.sheet.say(
                self.left + (place + 0.5) * self.wide, self.top - 1, head, at="center", size=SMALL, up="bottom"
            )
        counted = self.spec.option("counted", "n")
        self.sheet.say(self.left - GAP, self.top - 1, counted, at="right", colour=MUTED, up="bottom")
        self.sheet.line([(0, self.top), (self.sheet.width, self.top)], INK, 0.8)
        for place, member in enumerate(self.members):
            self.row(member, self.top + place * self.high + (0.9 if place else 0.2))
        self.key.draw(self.sheet, 0, self.sheet.height - self.key.height)

    def row(self, member: str, y: float) -> None:
        """Name, answers and cells of a member; a line parts the city from the others."""
        middle, bold = y + self.high / 2, self.stands_out(member)
        face = {"size": self.size, "bold": bold}
        room = {"room": self.label + 0.1, "lang": self.lang, "ruler": lambda line: width(line, **face)}
        self.sheet.say(0, middle, shortened(self.labels[member], **room), **face)
        self.sheet.say(self.left - GAP, middle, self.count(member), at="right", colour=MUTED)
        shown = [(place, code) for place, code in enumerate(self.columns) if not self.is_blank(member, code)]
        for place, measure in shown:
            self.draw_cell(self.cell(member, measure), self.left + place * self.wide, y, bold)
        if member == self.city:
            self.sheet.line([(0, y + self.high + 0.35)] + [(self.sheet.width, y + self.high + 0.35)], AXIS, 0.6)

    def draw_cell(self, row: dict, x: float, y: float, bold: bool) -> None:
        """One cell with its number, or why there is none."""
        words, middle = value_text(row, self.decimals, self.lang), (x + self.wide / 2, y + self.high / 2)
        place = (x + MARGIN, y + MARGIN, self.wide - 2 * MARGIN, self.high - 2 * MARGIN)
        if hidden(row):
            absent_box(self.sheet, why(row), *place)
            size = next((size for size in (BODY, SMALL) if width(words, size) <= place[2] - 0.6), None)
            if size is not None:  # else the ground alone says it, and the legend what it means
                self.sheet.say(*middle, words, at="center", size=size, plate=PAGE)
            return
        tone = self.tone(row)
        fill, ink, edge = TONES[tone]
        if tone != CITY:
            self.sheet.box(*place, fill, edge, 0.9)
        self.sheet.say(*middle, words, at="center", bold=bold or self.is_marked(tone), colour=ink)
        rule(self.sheet, tone, *middle, self.high / 2 - MARGIN - 0.55, width(words, BODY, True) + 0.6)
