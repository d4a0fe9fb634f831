"""Dumbbells on paper; frame as in dashboard.figures.markup.dumbbell: each row on its own scale, right is better."""

from dashboard.figures.codes import said
from dashboard.figures.counts import amount, places
from dashboard.figures.lettering import shortened
from dashboard.figures.palette import AXIS, CONTEXT, FOCUS, GRID, INK, MUTED, PAGE, SECOND
from dashboard.figures.paper.sheet import BODY, SMALL, Axis, Sheet, leading, pitch_of
from dashboard.figures.paper.typeface import width
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import joined
from dashboard.i18n import text

GAP, PAD = 2.5, 3.0  # mm between columns, and free at either end of a track
NAME = 0.36  # of the width that outcome and study may take
MARK = 2.4  # mm


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet."""
    Dumbbells(spec, sheet).draw()


class Dumbbells:
    """Rows of outcome, track, course, target and result."""

    def __init__(self, spec: FigureSpec, sheet: Sheet):
        self.sheet, self.lang, self.rows = sheet, spec.lang, spec.rows()
        heads = {name: text(f"figure.dumbbell.{name}", self.lang) for name in ("outcome", "course", "values", "target")}
        self.heads = heads
        self.course = self.widest([course(row, self.lang) for row in self.rows] + [heads["values"]])
        self.target = self.widest([amount(row["target"]) for row in self.rows] + [heads["target"]])
        self.result = self.widest([said(row["result"], self.lang) for row in self.rows], bold=True)
        names = [self.widest([row["outcome"] for row in self.rows])]
        names += [width(row["title"], SMALL) for row in self.rows]
        self.name = min(max(names), sheet.width * NAME)
        right = sheet.width - self.result - self.target - self.course - 3 * GAP
        self.ends = (self.name + GAP, right)
        self.at = Axis(0, 1, self.ends[0] + PAD, right - PAD)
        self.top = 2 * leading() + 2.4
        self.pitch = pitch_of(self.top, sheet.height, len(self.rows))

    @staticmethod
    def widest(words: list[str], bold: bool = False) -> float:
        return max((width(word, BODY, bold) for word in words), default=0)

    def draw(self) -> None:
        """Key, heads, rows."""
        self.key(leading() / 2)
        y, x = leading() * 1.5 + 1, self.ends[1] + GAP
        self.sheet.say(0, y, self.heads["outcome"], colour=MUTED)
        self.sheet.say(sum(self.ends) / 2, y, self.heads["course"], at="center", colour=MUTED)
        self.sheet.say(x + self.course, y, self.heads["values"], at="right", colour=MUTED)
        self.sheet.say(x + self.course + GAP + self.target, y, self.heads["target"], at="right", colour=MUTED)
        self.sheet.line([(0, self.top - 0.5), (self.sheet.width, self.top - 0.5)], INK, 0.8)
        for place, row in enumerate(self.rows):
            self.row(row, place, self.top + (place + 0.5) * self.pitch)

    def key(self, y: float) -> None:
        """What the three marks are."""
        x = 0.0
        for name in ("baseline", "actual", "target"):
            words = text(f"figure.dumbbell.{name}", self.lang)
            mark(self.sheet, name, x + MARK / 2, y)
            self.sheet.say(x + MARK + 1.2, y, words)
            x += MARK + 1.2 + width(words, BODY) + 4

    def row(self, row: dict, place: int, y: float) -> None:
        """One outcome; the study in small type under it where there is room."""
        if place:
            self.sheet.line([(0, y - self.pitch / 2), (self.sheet.width, y - self.pitch / 2)], GRID)
        self.names(row, y)
        self.track(row, y)
        x = self.ends[1] + GAP + self.course
        self.sheet.say(x, y, course(row, self.lang), at="right")
        self.sheet.say(x + GAP + self.target, y, "" if row["target"] is None else amount(row["target"]), at="right")
        self.sheet.say(self.sheet.width, y, said(row["result"], self.lang), at="right", bold=row["result"] in DECIDED)

    def names(self, row: dict, y: float) -> None:
        """The outcome, and its study."""
        outcome = shortened(row["outcome"], self.name + 0.1, self.lang, ruler=lambda line: width(line, BODY))
        if self.pitch < leading() + leading(SMALL):
            self.sheet.say(0, y, outcome)
            return
        study = shortened(row["title"], self.name + 0.1, self.lang, ruler=lambda line: width(line, SMALL))
        self.sheet.say(0, y, outcome, up="bottom")
        self.sheet.say(0, y, study, size=SMALL, colour=MUTED, up="top")

    def track(self, row: dict, y: float) -> None:
        """Baseline, actual and target on the row's own scale; dashed where nothing was reached."""
        found = places(row)
        dash = "-" if found else (0, (2, 1.6))
        self.sheet.line([(self.ends[0], y), (self.ends[1], y)], CONTEXT, 0.6, dash)
        if not found:
            return
        self.sheet.line([(self.at(found["baseline"]), y), (self.at(found["actual"]), y)], FOCUS, 2.2)
        for name in ("target", "baseline", "actual"):
            if found[name] is not None:
                mark(self.sheet, name, self.at(found[name]), y)


DECIDED = ("達成", "未達")


def course(row: dict, lang: str) -> str:
    """49 → 31件."""
    reached = "-" if row["actual"] is None else joined(amount(row["actual"]), row["unit"], lang)
    return f"{amount(row['baseline'])} → {reached}"


def mark(sheet: Sheet, name: str, x: float, y: float) -> None:
    """Baseline hollow, actual filled, target an upright."""
    if name == "target":
        sheet.line([(x, y - MARK * 0.75), (x, y + MARK * 0.75)], SECOND, 1.8)
    elif name == "baseline":
        sheet.dot(x, y, MARK - 0.3, PAGE, AXIS, 1.4)
    else:
        sheet.dot(x, y, MARK, FOCUS, PAGE, 0.6)
