"""Items answered, on paper; frame and options as in dashboard.figures.screen.likert.

Beyond the screen: an end too small for its number prints it outside the bar; a neutral part so small prints none.
"""

from dashboard.edition.catalogue import SHOWN
from dashboard.figures.legends import why
from dashboard.figures.lettering import wrap
from dashboard.figures.palette import AXIS, GRID, INK, MUTED, PAGE, SHARES
from dashboard.figures.paper.key import Key
from dashboard.figures.paper.marks import absent_box
from dashboard.figures.paper.sheet import BODY, DASHED, VALUE, Axis, Sheet, leading, pitch_of
from dashboard.figures.paper.typeface import width
from dashboard.figures.shares import city_text, known, ordered, reach, side
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import absent, hidden
from dashboard.i18n import number, text

LABEL = 0.36  # of the width that the item may take
GAP = 2.0  # mm between columns
OUTSIDE, CLEAR = 0.7, 0.4  # mm from a bar to the number beside it, and within its part around it
ABSENT = 3.0  # mm of the ground of an item without a number
THICK = 0.62  # of a row that a bar takes


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet."""
    rows, key = ordered(spec), Key(spec, sheet.width)
    totals = max((total_width(row, spec) for row in rows), default=0)
    label = sheet.width * LABEL
    at = placed(rows, label + GAP, sheet.width - totals - GAP)
    foot = sheet.height - key.height - 1.5
    pitch = pitch_of(0, foot, len(rows))
    if any(known(row) for row in rows):
        sheet.line([(at(0), 0.3), (at(0), foot - 0.3)], AXIS, 0.8, DASHED)
    for place, row in enumerate(rows):
        middle = (place + 0.5) * pitch
        if place:
            sheet.line([(0, place * pitch), (sheet.width, place * pitch)], GRID)
        room = {"lines": max(1, int((pitch - 0.6) / leading())), "ruler": lambda line: width(line, BODY)}
        sheet.say(0, middle, wrap(row["label"], label, spec.lang, **room))
        total(sheet, row, middle, spec)
        if known(row):
            bar(sheet, row, middle, min(pitch * THICK, 7), at, spec)
        elif row.get("status") != SHOWN:
            absent_box(sheet, why(row), at.start, middle - ABSENT / 2, at.end - at.start, ABSENT)
        else:
            sheet.say(label + GAP, middle, text("figure.no_split", spec.lang), colour=MUTED)
    key.draw(sheet, 0, sheet.height - key.height)


def placed(rows: list[dict], start: float, end: float) -> Axis:
    """Per cent to mm between start and end, with room at either side for the numbers that stand outside their bars."""
    at = Axis(*reach(rows), start, end)
    left, right = [0.0], [0.0]
    for row in rows:
        if known(row):
            low, high = side(row)
            left.append(0 if fits(row, "unf", at) else width(number(row["unf"]), BODY) + OUTSIDE - at(low) + start)
            right.append(0 if fits(row, "fav", at) else width(number(row["fav"]), BODY) + OUTSIDE + at(high) - end)
    return Axis(*reach(rows), start + max(left), end - max(right))


def fits(row: dict, part: str, at: Axis) -> bool:
    """Whether a part holds its number."""
    return width(number(row[part]), BODY) + CLEAR <= at(row[part]) - at(0)


def total_text(row: dict, lang: str) -> str:
    """The favourable share, or the word for its absence."""
    return absent(row, lang) if hidden(row) else f"{number(row['value'])}%"


def total_width(row: dict, spec: FigureSpec) -> float:
    """Room of the column of totals, in mm."""
    size = BODY if hidden(row) else VALUE
    return max(width(total_text(row, spec.lang), size, True), width(city_text(row, spec.lang), BODY))


def total(sheet: Sheet, row: dict, middle: float, spec: FigureSpec) -> None:
    """The favourable total at the right, over the city's."""
    city, no_number = city_text(row, spec.lang), hidden(row)
    size, y = (BODY if no_number else VALUE), middle - (leading() / 2 if city else 0)
    ink = MUTED if no_number else INK
    sheet.say(sheet.width, y, total_text(row, spec.lang), at="right", size=size, bold=not no_number, colour=ink)
    if city:
        sheet.say(sheet.width, middle + leading(VALUE) / 2, city, at="right", colour=MUTED)


def bar(sheet: Sheet, row: dict, middle: float, thick: float, at: Axis, spec: FigureSpec) -> None:
    """The three parts with their numbers."""
    start, _ = side(row)
    for part, (fill, ink) in SHARES.items():
        left, right = at(start), at(start + row[part])
        sheet.box(left, middle - thick / 2, right - left, thick, fill, PAGE, 0.8)
        words = number(row[part])
        if fits(row, part, at):
            sheet.say((left + right) / 2, middle, words, at="center", colour=ink)
        elif part != "neu":
            x, towards = (left - OUTSIDE, "right") if part == "unf" else (right + OUTSIDE, "left")
            sheet.say(x, middle, words, at=towards)
        start += row[part]
