"""Steps on paper; frame as in dashboard.figures.screen.steps."""

from dashboard.figures.palette import FOCUS, MUTED
from dashboard.figures.paper.lines import BAND, ticks_width, value_grid
from dashboard.figures.paper.sheet import BODY, Axis, Sheet, leading
from dashboard.figures.paper.typeface import width
from dashboard.figures.spec import FigureSpec
from dashboard.figures.stepped import absences, band, curves, end_words, kept_apart, last_year, scale_of, steps
from dashboard.i18n import number, text

GAP = 1.6  # mm from the end of a curve to its words


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet."""
    drawn, scale = curves(spec), scale_of(spec)
    right = max((width(end_words(spec, rows[-1]), BODY, True) for rows, _ in drawn), default=0) + GAP + 1
    foot = sheet.height - 2 * leading() - 1.6
    at = Axis(0, last_year(spec), ticks_width(scale), sheet.width - right)
    up = Axis(scale.low, scale.high, foot, 2)
    for rows, colour in drawn:
        if colour == FOCUS and band(rows):
            sheet.polygon([(at(x), up(y)) for x, y in band(rows)], BAND)
    value_grid(sheet, scale, up, (at.start, at.end))
    for year in range(int(at.high) + 1):
        sheet.say(at(year), foot + 0.6, number(year), at="center", up="top")
    for rows, colour in drawn:
        sheet.line([(at(x), up(y)) for x, y in steps(rows, "value")], colour, 1.8)
    ends = kept_apart([up(rows[-1]["value"]) for rows, _ in drawn], leading())
    for (rows, colour), y in zip(drawn, ends, strict=True):
        sheet.say(at.end + GAP, y, end_words(spec, rows[-1]), bold=True, colour=colour)
    sheet.say(at.start, sheet.height, text("figure.steps.axis", spec.lang), colour=MUTED, up="bottom")
    for place, words in enumerate(absences(spec)):
        sheet.say(at.start + GAP, 2 + place * leading(), words, colour=MUTED, up="top")
