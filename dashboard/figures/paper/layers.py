"""Layers on paper; options as in dashboard.figures.screen.layers."""

from dashboard.figures.flags import Flag, flags
from dashboard.figures.lettering import shortened
from dashboard.figures.palette import CLASSES, FOCUS, MUTED, PAGE, SECOND
from dashboard.figures.paper import lines
from dashboard.figures.paper.sheet import BODY, DOTTED, VALUE, Axis, Sheet, leading
from dashboard.figures.paper.typeface import width
from dashboard.figures.scale import panel_scale
from dashboard.figures.series import marks, shown
from dashboard.figures.spec import FigureSpec, plain_rows
from dashboard.figures.words import joined, range_text
from dashboard.i18n import number, text

HEAD, END_GAP = 7.0, 2.2  # mm above a panel for its title; from the last year to its value
THICK = 0.62  # of a year that a bar takes
TITLE = 10.5  # pt


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet, one panel above the other on one axis of years."""
    lang, given = spec.lang, spec.option("panels", [])
    years = [int(year) for panel in given for year in panel["rows"]["fiscal_year"]]
    first, last = (min(years), max(years)) if years else (0, 1)
    panels = [Panel(spec, sheet, panel, (first, last)) for panel in given]
    left = max((panel.left for panel in panels), default=0)
    right = sheet.width - max((panel.right for panel in panels), default=0) - END_GAP
    axis = lines.year_axis(sheet, first, last, left, right)
    at, foot = axis.at, axis.foot
    events = [event for event in spec.option("events", []) if at.low <= event[0] <= at.high]
    found = flags(events, [], lang)
    top = lines.rows_of(found, at, sheet.width) * lines.ROW
    high = (foot - top) / max(len(panels), 1)
    lines.uprights(sheet, found, at, top, top)
    for place, panel in enumerate(panels):
        panel.draw(at, top + place * high, top + (place + 1) * high - (2 if place < len(panels) - 1 else 0), found)
    lines.year_labels(sheet, axis.labels, at, foot)


class Panel:
    """One layer: its own subject, unit and scale."""

    def __init__(self, spec: FigureSpec, sheet: Sheet, panel: dict, span: tuple[int, int]):
        self.spec, self.sheet, self.panel, self.span, self.lang = spec, sheet, panel, span, spec.lang
        self.rows = plain_rows(panel["rows"])
        behind = panel.get("behind")
        self.behind = [] if behind is None else plain_rows(behind)
        self.is_line = panel["kind"] == "line"
        self.scale = panel_scale(panel)
        self.left = lines.ticks_width(self.scale)
        self.ends = self.line_end() if self.is_line else self.bar_ends()
        self.right = max((width(words, size, bold) for words, size, bold, _ in self.ends), default=0)

    def line_end(self) -> list[tuple[str, float, bool, str]]:
        """The last value and its interval."""
        found = []
        for last in shown(self.rows)[-1:]:
            decimals = self.panel["measure"].decimals
            found.append((number(last["value"], decimals), VALUE, True, FOCUS))
            interval = range_text(last.get("lo"), last.get("hi"), decimals, self.lang)
            found += [(interval, BODY, False, MUTED)] if interval else []
        return found

    def bar_ends(self) -> list[tuple[str, float, bool, str]]:
        """The last year's counts."""
        names = (("completed", MUTED), ("adopted", FOCUS))
        return [
            (f"{text(f'figure.column.{name}', self.lang)} {number(last[name])}", BODY, True, ink)
            for last in self.rows[-1:]
            for name, ink in names
        ]

    def draw(self, at: Axis, top: float, foot: float, found: list[Flag]) -> None:
        """Title and note over the plot, the events through it, what it shows."""
        top += HEAD
        up = Axis(self.scale.low, self.scale.high, foot, top)
        lines.value_grid(self.sheet, self.scale, up, (at.start, at.end))
        for flag in found:
            self.sheet.line([(at(flag.at), foot), (at(flag.at), top - HEAD)], SECOND, 0.9, DOTTED)
        self.title(top - HEAD + leading(TITLE) / 2)
        if self.is_line:
            lines.course(self.sheet, self.rows, at, up, behind=self.behind)
            words = marks(self.rows, self.panel.get("not_held", []), self.lang)
            first, last = self.span
            words = {year: word for year, word in words.items() if first <= year <= last}
            lines.axis_words(self.sheet, words, at, foot)
        else:
            self.bars(at, up)
        self.print_ends(at, up, top, foot)

    def title(self, y: float) -> None:
        """Title, bold, and what the panel rests on; an axis that does not start at zero says so first."""
        title = shortened(self.panel["title"], self.sheet.width, self.lang, ruler=lambda one: width(one, TITLE, True))
        wide = width(title, TITLE, True)
        room = self.sheet.width - wide - 3
        note = shortened(self.note(), room, self.lang, ruler=lambda one: width(one, BODY))
        self.sheet.box(0, y - leading() / 2, wide + 3 + width(note, BODY) + 1, leading(), PAGE)
        self.sheet.say(0, y, title, size=TITLE, bold=True)
        self.sheet.say(wide + 3, y, note, colour=MUTED)

    def note(self) -> str:
        """What the panel rests on."""
        if not self.is_line or self.scale.low <= 0:
            return self.panel["note"]
        value = joined(number(self.scale.low), self.panel["measure"].unit[self.lang], self.lang)
        cut = text("figure.axis_from", self.lang, value=value)
        return ("、" if self.lang == "ja" else "; ").join([cut, self.panel["note"]])

    def bars(self, at: Axis, up: Axis) -> None:
        """Completed so far, and of these adopted."""
        half = (at(1) - at(0)) * THICK / 2
        for row in self.rows:
            for name, fill in (("completed", CLASSES[1]), ("adopted", FOCUS)):
                x, y = at(row["fiscal_year"]), up(row[name])
                self.sheet.box(x - half, y, 2 * half, up.start - y, fill)

    def print_ends(self, at: Axis, up: Axis, top: float, foot: float) -> None:
        """Values at the right of the last year, within the panel."""
        seen = shown(self.rows) if self.is_line else self.rows
        if not seen or not self.ends:
            return
        last, high = seen[-1], sum(leading(size) for _, size, _, _ in self.ends)
        middle = up(last["value"] if self.is_line else (last["completed"] + last["adopted"]) / 2)
        y = min(max(middle - high / 2, top - 2), foot - high)
        x = at(last["fiscal_year"]) + (0 if self.is_line else (at(1) - at(0)) * THICK / 2) + END_GAP
        for words, size, bold, ink in self.ends:
            self.sheet.say(x, y, words, size=size, bold=bold, colour=ink, up="top")
            y += leading(size)
