"""Shares by their denominator on paper; frame and option as in dashboard.figures.funnel."""

from dashboard.figures.funnel import NARROWER, WIDER, Funnel
from dashboard.figures.lettering import wrap
from dashboard.figures.palette import AXIS, CONTEXT, FOCUS, GRID, MUTED, PAGE, SECOND
from dashboard.figures.paper.sheet import BODY, DASHED, DOTTED, Axis, Sheet, leading
from dashboard.figures.paper.typeface import width
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import absent
from dashboard.i18n import number

LEFT, DOT, GAP = 8.0, 1.4, 1.4  # mm: ticks, a point, from a point to its name


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet."""
    funnel = Funnel(spec)
    words = funnel.words
    if not funnel.rows:
        sheet.say(sheet.width / 2, sheet.height / 2, absent({}, spec.lang), at="center", colour=MUTED)
        sheet.say(0, sheet.height, words["absent"], colour=MUTED, up="bottom")
        return
    said = [one for one in (words["lines"], words["absent"]) if one]
    below = [part for one in said for part in wrap(one, sheet.width, spec.lang, ruler=ruler)]
    top, foot = leading() * 1.6, sheet.height - (len(below) + 2) * leading() - 1.6
    x, y = funnel.across, funnel.upward
    at, up = Axis(x.low, x.high, LEFT, sheet.width - 2), Axis(y.low, y.high, foot, top)
    ground(funnel, sheet, at, up)
    for name in NARROWER:
        curve(funnel, sheet, name, at, up, CONTEXT, DOTTED)
    for name in WIDER:
        curve(funnel, sheet, name, at, up, AXIS, "-")
    curve(funnel, sheet, "overall", at, up, AXIS, DASHED)
    for row in funnel.rows:
        far = row["beyond"] is not None
        sheet.dot(at(row["denominator"]), up(row["value"]), DOT * (1.3 if far else 1), FOCUS if far else CONTEXT, None)
    for one in funnel.names():
        x, y = at(one.row["denominator"]), up(one.row["value"])
        sheet.say(x + (GAP if one.side == "left" else -GAP), y, one.words, at=one.side, colour=SECOND, plate=PAGE)
    sheet.say(0, leading() / 2, words["upward"], colour=MUTED)
    sheet.say(at.end, foot + leading() + 0.8, words["across"], at="right", colour=MUTED, up="top")
    sheet.say(0, sheet.height, below, colour=MUTED, up="bottom")


def ruler(words: str) -> float:
    """The width of a line in mm."""
    return width(words, BODY)


def ground(funnel: Funnel, sheet: Sheet, at: Axis, up: Axis) -> None:
    """Grid and ticks."""
    for tick in funnel.across.ticks:
        sheet.say(at(tick), up.start + 0.6, number(tick), at="center", colour=MUTED, up="top")
    for tick in funnel.upward.ticks:
        sheet.line([(at.start, up(tick)), (at.end, up(tick))], GRID)
        sheet.say(at.start - 1.2, up(tick), number(tick), at="right", colour=MUTED)
    sheet.line([(at.start, up.start), (at.end, up.start)], AXIS)


def curve(funnel: Funnel, sheet: Sheet, name: str, at: Axis, up: Axis, colour: str, dash: object) -> None:
    """A limit, or the share of all."""
    sheet.line([(at(x), up(y)) for x, y in funnel.curve(name)], colour, 0.9, dash)
