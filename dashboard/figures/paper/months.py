"""Months on paper; frame and option as in dashboard.figures.markup.months: a printed 0 is a month without, a dashed
one was not reported."""

from dashboard.figures.counts import month_name, most
from dashboard.figures.palette import AXIS, FOCUS, INK, MUTED
from dashboard.figures.paper.key import Key
from dashboard.figures.paper.sheet import SMALL, Sheet, leading
from dashboard.figures.spec import FigureSpec
from dashboard.i18n import number, text

THICK = 0.62  # of a month that a bar takes


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet."""
    rows, column, lang = spec.rows(), spec.option("column"), spec.lang
    silent = any(row[column] is None for row in rows)
    key = Key(spec, sheet.width, [("no_data", text("figure.months.no_report", lang))] if silent else [])
    key.draw(sheet, 0, 0)
    top, foot = key.height + leading() + 0.3, sheet.height - leading() - 0.8
    each = sheet.width / max(len(rows), 1)
    for place, row in enumerate(rows):
        x, count = (place + 0.5) * each, row[column]
        sheet.say(x, foot + 0.6, month_name(row["month"], lang), at="center", size=SMALL, colour=MUTED, up="top")
        if count is None:
            sheet.dashed(x - each * THICK / 2, top, each * THICK, foot - top)
            continue
        high = (foot - top) * count / most(rows, column)
        sheet.box(x - each * THICK / 2, foot - high, each * THICK, high, FOCUS)
        sheet.say(x, foot - high - 0.2, number(count), at="center", bold=bool(count), colour=INK, up="bottom")
    sheet.line([(0, foot), (sheet.width, foot)], AXIS, 0.7)
