"""Ward map on paper; frame and options as in dashboard.figures.screen.map (neighbours and sea are left out).

Beyond the screen: a scale bar, and データなし (white, dashed) told from 秘匿 (hatched) also by the area's own ground.
"""

from dashboard.figures import callouts
from dashboard.figures.legends import why
from dashboard.figures.lettering import shortened
from dashboard.figures.outlines import area, class_of, rings
from dashboard.figures.palette import AXIS, CLASS_TEXT, CLASSES, INK, PAGE
from dashboard.figures.paper.key import Key
from dashboard.figures.paper.plane import Bounds, Plane
from dashboard.figures.paper.sheet import BODY, VALUE, Run, Sheet, leading
from dashboard.figures.paper.typeface import width
from dashboard.figures.spec import FigureSpec, plain_rows
from dashboard.figures.words import hidden, value_text

WIDEST = 0.45  # of the figure that a name may take
# px a mm, so that the 14 px the callouts are reckoned in are the size of name and value here.
PIXELS = 36 / (leading(BODY) + leading(VALUE))


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet."""
    rows = {row["code"]: row for row in spec.rows()}
    wards = [one for one in plain_rows(spec.option("outlines")) if one["layer"] == "ward" and one["code"] in rows]
    key = Key(spec, sheet.width)
    high = sheet.height - key.height - 2
    labels = [label(one, rows[one["code"]], spec, sheet) for one in wards]
    size = (sheet.width * PIXELS, high * PIXELS)
    view, inside, outside = callouts.arrange(labels, spec.lang, size, before=callouts.ROUND)
    plane = Plane(Bounds(view.west, view.south, view.east, view.north), sheet.width, high)
    for one in sorted(wards, key=lambda one: order(rows[one["code"]], spec)):
        ground(sheet, [plane.ring(ring) for ring in rings(one["rings"])], rows[one["code"]], spec)
    for one in inside:
        x, y = callouts.settled(one, spec.lang, view)
        inner_text(sheet, one, rows[one.code], spec, plane.at(x, y))
    for one in outside:
        outer_text(sheet, one, plane)
    plane.scale_bar(sheet, [one.shape for one in labels], high)
    key.draw(sheet, 0, sheet.height - key.height)


def label(outline: dict, row: dict, spec: FigureSpec, sheet: Sheet) -> callouts.Label:
    """What is to be written at a ward."""
    value = value_text(row, spec.measure.decimals, spec.lang, spec.option("signed", False))
    name = shortened(row["label"], sheet.width * WIDEST, spec.lang, ruler=lambda line: width(line, BODY))
    place = (outline["code"], outline["label_x"], outline["label_y"])
    return callouts.Label(*place, (name, value), area(outline["rings"]), hidden(row))


def order(row: dict, spec: FigureSpec) -> tuple[bool, bool]:
    """Borders that differ lie on top: of the ward chosen, of those without data."""
    return row["code"] == spec.option("selected"), is_empty(row)


def is_empty(row: dict) -> bool:
    """Whether a ward has no data."""
    return hidden(row) and why(row) == "no_data"


def ground(sheet: Sheet, outline: list[Run], row: dict, spec: FigureSpec) -> None:
    """A ward in the colour of its class, hatched where withheld, dashed around where there are no data; its border
    white and grey, so that it has one weight on every ground."""
    if not hidden(row):
        sheet.area(outline, CLASSES[class_of(row["value"], spec.measure.breaks)])
    elif why(row) == "withheld":
        sheet.hatched_area(outline)
    else:
        sheet.area(outline, PAGE)
    picked = row["code"] == spec.option("selected")
    sheet.area(outline, None, PAGE, 2.0)
    sheet.area(outline, None, INK if picked else AXIS, 1.8 if picked else 0.7, dashed=is_empty(row))


def inner_text(sheet: Sheet, one: callouts.Label, row: dict, spec: FigureSpec, at: tuple[float, float]) -> None:
    """Name over value inside a ward, in the ink of its class."""
    no_number = hidden(row)
    ink = INK if no_number else CLASS_TEXT[class_of(row["value"], spec.measure.breaks)]
    name_and_value(sheet, one.lines, at, "center", ink, PAGE if no_number and why(row) == "withheld" else None)


def outer_text(sheet: Sheet, one: callouts.Callout, plane: Plane) -> None:
    """Name over value at the end of a leader, which a white line parts from what it crosses."""
    start, end = plane.at(one.label.x, one.label.y), plane.at(one.x, one.y)
    sheet.line([start, end], PAGE, 2.6)
    sheet.line([start, end], INK, 0.8)
    sheet.dot(*start, 1.4, INK, PAGE, 0.8)
    name_and_value(sheet, one.label.lines, (end[0] + 1, end[1]), "left", INK)


def name_and_value(
    sheet: Sheet, lines: tuple[str, str], at: tuple[float, float], side: str, ink: str, plate: str | None = None
) -> None:
    """Two lines around a place; a word in the place of the value is set as the name is."""
    x, y = at
    name, value = lines
    is_word = not any(mark.isdigit() for mark in value)
    size = BODY if is_word else VALUE
    sheet.say(x, y - leading(size) / 2, name, at=side, colour=ink, plate=plate)
    sheet.say(x, y + leading() / 2, value, at=side, size=size, bold=True, colour=ink, plate=plate)
