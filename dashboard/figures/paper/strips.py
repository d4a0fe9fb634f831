"""Karte strips on paper; frame as in dashboard.figures.markup.strips.

A circle is the association's own value, a diamond that of its school district; both are hollow where no direction is
good. 秘匿 is hatched, データなし dashed, and a true 0 has its mark.
"""

from dashboard.figures.codes import said
from dashboard.figures.legends import why
from dashboard.figures.lettering import shortened
from dashboard.figures.palette import AXIS, CONTEXT, FOCUS, GRID, INK, MUTED, PAGE
from dashboard.figures.paper.marks import absent_box
from dashboard.figures.paper.sheet import BODY, Axis, Sheet, leading, pitch_of
from dashboard.figures.paper.typeface import width
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import absent, fraction, hidden, joined
from dashboard.i18n import number, text

MIDDLE = "#DADADA"  # the middle half of the city
GAP, TRACK = 2.5, 3.0  # mm between columns; height of the middle half where rows are not closer
MOST_NAME = 0.3  # of the width that a name may take
LATE = "*"
KINDS = ("own", "district", "neutral", "ward", "middle", "late")


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet."""
    Strips(spec, sheet).draw()


class Strips:
    """Rows of field, name, value, track, and what a rate is made of."""

    def __init__(self, spec: FigureSpec, sheet: Sheet):
        self.sheet, self.lang, self.rows = sheet, spec.lang, spec.rows()
        fields = [said(row["field"], self.lang) for row in self.rows]
        self.field = max((width(word, BODY, True) for word in fields), default=0) + GAP
        names = max((width(row["label"], BODY) for row in self.rows), default=0)
        self.name = min(names, sheet.width * MOST_NAME) + GAP
        values = max((width(self.value(row), BODY, True) for row in self.rows), default=0)
        self.value_end = self.field + self.name + values
        parts = max((width(fraction(row, self.lang), BODY) for row in self.rows), default=0)
        self.at = Axis(0, 100, self.value_end + GAP + 1.5, sheet.width - (parts + GAP if parts else 0) - 1.5)
        self.lines = self.key_lines()
        self.top = leading() + 1
        foot = sheet.height - len(self.lines) * (leading() + 0.6) - 1
        self.pitch = pitch_of(self.top, foot, len(self.rows))
        self.thick = min(TRACK, self.pitch * 0.62)

    def value(self, row: dict) -> str:
        """The value with its unit, or why there is none; * where its update is overdue."""
        late = LATE if row["overdue"] else ""
        if hidden(row):
            return late + absent(row, self.lang)
        return late + joined(number(row["value"], row["decimals"]), row["unit"], self.lang)

    def draw(self) -> None:
        """Heads, rows, key."""
        for end, side in (("weak", "left"), ("strong", "right")):
            x = self.at.start if side == "left" else self.at.end
            self.sheet.say(x, self.top - 0.6, text(f"figure.strips.{end}", self.lang), side, colour=MUTED, up="bottom")
        self.sheet.line([(0, self.top), (self.sheet.width, self.top)], INK, 0.8)
        for place, row in enumerate(self.rows):
            self.row(place, row, self.top + (place + 0.5) * self.pitch)
        y = self.sheet.height - len(self.lines) * (leading() + 0.6)
        for line in self.lines:
            self.key(line, y + leading() / 2)
            y += leading() + 0.6

    def row(self, place: int, row: dict, y: float) -> None:
        """One indicator; its field is named where it changes."""
        opens = place == 0 or self.rows[place - 1]["field"] != row["field"]
        if place:
            ink, start = (AXIS, 0) if opens else (GRID, self.field)
            self.sheet.line([(start, y - self.pitch / 2), (self.sheet.width, y - self.pitch / 2)], ink, 0.5)
        if opens:
            self.sheet.say(0, y, said(row["field"], self.lang), bold=True)
        name = shortened(row["label"], self.name - GAP + 0.1, self.lang, ruler=lambda line: width(line, BODY))
        self.sheet.say(self.field, y, name)
        seen = not hidden(row)
        self.sheet.say(self.value_end, y, self.value(row), at="right", bold=seen, colour=INK if seen else MUTED)
        self.sheet.say(self.sheet.width, y, fraction(row, self.lang), at="right", colour=MUTED)
        self.track(row, y)

    def track(self, row: dict, y: float) -> None:
        """The range of the city with its middle half, the ward's tick and the mark; the word alone without a value."""
        if hidden(row):
            wide = self.at.end - self.at.start
            absent_box(self.sheet, why(row), self.at.start, y - self.thick / 2, wide, self.thick)
            return
        self.sheet.line([(self.at.start, y), (self.at.end, y)], CONTEXT, 0.7)
        if row["position"] is None:
            return
        self.sheet.box(self.at(25), y - self.thick / 2, self.at(75) - self.at(25), self.thick, MIDDLE)
        if row["ward_position"] is not None:
            tick(self.sheet, self.at(row["ward_position"]), y, self.thick)
        mark(self.sheet, self.at(row["position"]), y, row["area_kind"] == "district", row["direction"] == "none")

    def key_lines(self) -> list[list[str]]:
        """What each mark means, in as many lines as they need; marks that no row carries are left out."""
        carried = {"own", "ward", "middle"}
        carried |= {"district" for row in self.rows if row["area_kind"] == "district"}
        carried |= {"neutral" for row in self.rows if row["direction"] == "none"}
        carried |= {"late" for row in self.rows if row["overdue"]}
        lines: list[list[str]] = [[]]
        left = 0.0
        for kind in (kind for kind in KINDS if kind in carried):
            if left + self.run(kind) > self.sheet.width:
                lines.append([])
                left = 0
            lines[-1].append(kind)
            left += self.run(kind) + GAP
        return lines

    def words(self, kind: str) -> str:
        """What a mark means."""
        return (
            f"{LATE} {text('figure.late', self.lang)}" if kind == "late" else text(f"figure.strips.{kind}", self.lang)
        )

    def run(self, kind: str) -> float:
        """Width of an entry of the key."""
        return SIGN.get(kind, 0) + width(self.words(kind), BODY)

    def key(self, kinds: list[str], y: float) -> None:
        """One line of the key."""
        x = 0.0
        for kind in kinds:
            if kind == "ward":
                tick(self.sheet, x + 1, y, self.thick)
            elif kind == "middle":
                self.sheet.box(x, y - self.thick / 2, SIGN[kind] - 1.2, self.thick, MIDDLE)
            elif kind != "late":
                mark(self.sheet, x + 1.3, y, kind == "district", kind == "neutral")
            self.sheet.say(x + SIGN.get(kind, 0), y, self.words(kind))
            x += self.run(kind) + GAP


SIGN = {"own": 3.6, "district": 3.6, "neutral": 3.6, "ward": 2.4, "middle": 7.2}  # mm a sign takes in the key


def tick(sheet: Sheet, x: float, y: float, thick: float) -> None:
    """The median of the ward."""
    sheet.line([(x, y - thick * 0.7), (x, y + thick * 0.7)], INK, 1.6)


def mark(sheet: Sheet, x: float, y: float, is_district: bool, is_flat: bool) -> None:
    """Where the association stands: a circle of its own, a diamond of its district; hollow without a good direction."""
    fill, edge, rim = (PAGE, MUTED, 1.3) if is_flat else (FOCUS, PAGE, 0.8)
    if is_district:
        sheet.diamond(x, y, 3.0, fill, edge, rim)
    else:
        sheet.dot(x, y, 2.6, fill, edge, rim)
