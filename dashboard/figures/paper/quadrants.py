"""Association and score on paper; frame and option as in dashboard.figures.quadrants."""

from dashboard.figures.legends import entries
from dashboard.figures.lettering import wrap
from dashboard.figures.palette import AXIS, CONTEXT, FOCUS, GRID, INK, MUTED, PAGE
from dashboard.figures.paper.sheet import BODY, DASHED, Axis, Sheet, leading
from dashboard.figures.paper.typeface import width
from dashboard.figures.quadrants import Name, Plane, Setting, mark_of
from dashboard.figures.spec import FigureSpec
from dashboard.i18n import number, text

LEFT, DOT, ROOM, GAP = 7.0, 2.6, 34.0, 4.0  # mm: ticks, a point, a name's line, between entries of the key


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet."""
    plane = Plane(spec)
    if not plane.rows:
        sheet.say(sheet.width / 2, sheet.height / 2, plane.instead, at="center", colour=MUTED)
        return
    key(spec, sheet)
    below = notes(plane, sheet)
    top, foot = 3 * leading() + 1.4, sheet.height - (len(below) + 2) * leading() - 1.6
    x, y = plane.across, plane.upward
    at, up = Axis(x.low, x.high, LEFT, sheet.width - 2), Axis(y.low, y.high, foot, top)
    ground(plane, sheet, at, up)
    for row in plane.rows:
        sheet.line([(at(row["value"]), up(row["share_lo"])), (at(row["value"]), up(row["share_hi"]))], CONTEXT, 1.4)
    for row in plane.rows:
        mark(sheet, mark_of(row), at(row["value"]), up(row["share"]))
    setting = Setting(lambda line: width(line, BODY), leading(), ROOM, DOT * 0.75)
    for one in plane.names(at.end - at.start, foot - top, setting):
        beside(sheet, one, at(one.row["value"]), up(one.row["share"]))
    said = {name: text(f"figure.quadrants.{name}", spec.lang) for name in ("across", "upward", "low", "high")}
    sheet.say(0, leading() * 1.5 + 0.4, said["upward"], colour=MUTED)
    sheet.say(at.start, leading() * 2.5 + 0.6, said["low"])
    sheet.say(at.end, leading() * 2.5 + 0.6, said["high"], at="right")
    sheet.say(at.end, foot + leading() + 0.8, said["across"], at="right", colour=MUTED, up="top")
    sheet.say(0, sheet.height, below, colour=MUTED, up="bottom")


def notes(plane: Plane, sheet: Sheet) -> list[str]:
    """The rows without a point, and that an association is no cause."""
    told = [*plane.beneath, text("figure.quadrants.no_cause", plane.lang)]
    return [
        part for line in told for part in wrap(line, sheet.width, plane.lang, ruler=lambda words: width(words, BODY))
    ]


def key(spec: FigureSpec, sheet: Sheet) -> None:
    """What the marks are."""
    x, y = 0.0, leading() / 2
    for tone, words in entries(spec):
        mark(sheet, tone, x + DOT / 2, y)
        sheet.say(x + DOT + 1.2, y, words)
        x += DOT + 1.2 + width(words, BODY) + GAP


def ground(plane: Plane, sheet: Sheet, at: Axis, up: Axis) -> None:
    """Grid, ticks and the lines at the means."""
    for tick in plane.across.ticks:
        sheet.line([(at(tick), up.start), (at(tick), up.end)], GRID)
        sheet.say(at(tick), up.start + 0.6, number(tick), at="center", colour=MUTED, up="top")
    for tick in plane.upward.ticks:
        sheet.line([(at.start, up(tick)), (at.end, up(tick))], GRID)
        sheet.say(at.start - 1.2, up(tick), number(tick), at="right", colour=MUTED)
    score, share = plane.means
    sheet.line([(at(score), up.start), (at(score), up.end)], AXIS, 0.8, DASHED)
    sheet.line([(at.start, up(share)), (at.end, up(share))], AXIS, 0.8, DASHED)
    sheet.line([(at.start, up.start), (at.end, up.start)], AXIS)


def mark(sheet: Sheet, tone: str, x: float, y: float) -> None:
    """A circle a heading, a diamond a gap, hollow where no direction is good."""
    if tone == "gap":
        sheet.diamond(x, y, DOT * 1.25, FOCUS)
    elif tone == "plain":
        sheet.dot(x, y, DOT - 0.3, PAGE, AXIS, 1.4)
    else:
        sheet.dot(x, y, DOT, FOCUS)


def beside(sheet: Sheet, one: Name, x: float, y: float) -> None:
    """A name beside its point, ranged towards it."""
    shift = {"left": 0, "center": one.wide / 2, "right": one.wide}[one.side]
    sheet.say(x + one.left + shift, y - one.middle, one.lines, at=one.side, colour=INK, plate=PAGE)
