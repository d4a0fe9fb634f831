"""Pipeline on paper; frame as in dashboard.figures.markup.pipeline.

Conversion and days stand beside the bar where the figure is wide, else in two lines.
"""

from dashboard.figures.codes import said
from dashboard.figures.counts import days, most, now, share
from dashboard.figures.palette import CLASSES, FOCUS, GRID, INK, MUTED
from dashboard.figures.paper.key import Key
from dashboard.figures.paper.sheet import BODY, Axis, Sheet, leading, pitch_of
from dashboard.figures.paper.typeface import width
from dashboard.figures.spec import FigureSpec
from dashboard.i18n import number, text

GAP, THICK = 2.5, 0.58  # mm between columns; of a row that a bar takes
LEAST = 30  # mm of bars under which the words stand in two lines
REACHED, CURRENT = "1", "fav"  # swatches: the lighter class, the focus


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet."""
    rows, lang = spec.rows(), spec.lang
    told = [(REACHED, text("figure.pipeline.reached", lang)), (CURRENT, text("figure.pipeline.current", lang))]
    key = Key(spec, sheet.width, told)
    key.draw(sheet, 0, 0)
    top = key.height + 1
    pitch = pitch_of(top, sheet.height, len(rows))
    name = max((width(said(row["stage"], lang), BODY) for row in rows), default=0) + GAP
    columns = words_of(rows, lang, sheet.width - name, pitch >= 2 * leading())
    count = width(number(most(rows, "reached")), BODY, True) + 2
    right = sheet.width - sum(column_width(column) + GAP for column in columns)
    along = Axis(0, most(rows, "reached"), name, max(right - count, name))
    for place, row in enumerate(rows):
        y = top + (place + 0.5) * pitch
        if place:
            sheet.line([(0, y - pitch / 2), (sheet.width, y - pitch / 2)], GRID)
        sheet.say(0, y, said(row["stage"], lang))
        bars(sheet, row, y, pitch * THICK, along)
        x = right
        for column in columns:
            x += GAP
            print_words(sheet, column[place], x, y, column_width(column))
            x += column_width(column)


def words_of(rows: list[dict], lang: str, room: float, may_fold: bool) -> list[list[list[str]]]:
    """Columns of the lines at the right of the bars: conversion, now, days; folded into one where bars would be
    short and two lines fit a row."""
    apart = [[[words] for words in column] for column in zip(*(told(row, lang) for row in rows), strict=True)]
    bars = room - sum(column_width(column) + GAP for column in apart)
    if bars >= LEAST or not may_fold:
        return apart
    return [[[part, " ".join(filter(None, (there, stay)))] for part, there, stay in (told(row, lang) for row in rows)]]


def told(row: dict, lang: str) -> tuple[str, str, str]:
    """Conversion, how many are there now, days."""
    return share(row, lang), now(row, lang), days(row, lang)


def column_width(column: list[list[str]]) -> float:
    """The widest line of a column."""
    return max((width(line, BODY) for lines in column for line in lines), default=0)


def bars(sheet: Sheet, row: dict, y: float, thick: float, along: Axis) -> None:
    """Ever reached, and of these there now."""
    for name, fill in (("reached", CLASSES[1]), ("current", FOCUS)):
        sheet.box(along.start, y - thick / 2, along(row[name]) - along.start, thick, fill)
    sheet.say(along(row["reached"]) + 1, y, number(row["reached"]), bold=True)


def print_words(sheet: Sheet, lines: list[str], x: float, y: float, wide: float) -> None:
    """One or two lines; the second muted."""
    lines = [line for line in lines if line]
    first = y - (len(lines) - 1) * leading() / 2
    for place, line in enumerate(lines):
        sheet.say(x, first + place * leading(), line, colour=MUTED if place else INK)
