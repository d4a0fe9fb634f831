"""Points on paper; frame and options as in dashboard.figures.screen.points.

Beyond the screen: where the map closes in on a ward, a name carries its value, as many as have room. A cross is 秘匿,
a small ring データなし.
"""

import math

from shapely import MultiPolygon, prepare
from shapely.ops import unary_union

from dashboard.figures.legends import why
from dashboard.figures.outlines import area, class_of, grid, rings
from dashboard.figures.palette import AXIS, CLASSES, INK, LAND, MUTED, PAGE
from dashboard.figures.paper.key import Key
from dashboard.figures.paper.plane import Box, Plane, around
from dashboard.figures.paper.sheet import BODY, SMALL, Sheet, leading
from dashboard.figures.paper.typeface import width
from dashboard.figures.spec import FigureSpec, plain_rows
from dashboard.figures.words import hidden, value_text

ROUND, STEP = 0.8, 0.7  # km of land around, and between the places tried for a ward's name
DOT, CHOSEN, NONE = 2.6, 4.0, 1.7  # mm of a point, of the one chosen, of one without data
NEAR = 0.5  # mm from a point to its name


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet."""
    rows = [row for row in spec.rows() if row["x"] is not None]
    ward = spec.option("ward")
    outlines = [one for one in plain_rows(spec.option("outlines")) if one["layer"] == "ward"]
    outlines = [one for one in outlines if ward in (None, one["code"])]
    key = Key(spec, sheet.width)
    high = sheet.height - key.height - 2
    plane = Plane(around(outlines, ROUND), sheet.width, high)
    for one in outlines:
        sheet.area([plane.ring(ring) for ring in rings(one["rings"])], LAND, AXIS, 0.7)
    taken = [dot_box(row, spec, plane) for row in rows]
    if ward is None:
        ward_names(sheet, outlines, plane, taken, spec, high)
    for row in sorted(rows, key=lambda row: row["code"] == spec.option("chosen")):
        point(sheet, row, spec, plane)
    names(sheet, rows, plane, taken, spec, high)
    plane.scale_bar(sheet, [area(one["rings"]) for one in outlines], high)
    key.draw(sheet, 0, sheet.height - key.height, sign)


def point(sheet: Sheet, row: dict, spec: FigureSpec, plane: Plane) -> None:
    """One area's mark."""
    x, y = plane.at(row["x"], row["y"])
    is_chosen = row["code"] == spec.option("chosen")
    size, edge, rim = (CHOSEN, INK, 1.8) if is_chosen else (DOT, AXIS, 0.6)
    if not hidden(row):
        sheet.dot(x, y, size, CLASSES[class_of(row["value"], spec.measure.breaks)], edge, rim)
    else:
        no_number(sheet, why(row), x, y, edge, rim)


def no_number(sheet: Sheet, reason: str, x: float, y: float, edge: str, rim: float) -> None:
    """A crossed circle where withheld, a small ring where there are no data."""
    if reason != "withheld":
        sheet.dot(x, y, NONE, PAGE, edge, rim)
        return
    sheet.dot(x, y, DOT, PAGE, edge, rim)
    half = DOT / 2 * math.sqrt(0.5)
    for lean in (half, -half):
        sheet.line([(x - half, y - lean), (x + half, y + lean)], edge, rim)


def sign(sheet: Sheet, tone: str, x: float, y: float) -> None:
    """What stands for a missing number, in the legend."""
    no_number(sheet, tone, x, y, AXIS, 0.6)


def dot_box(row: dict, spec: FigureSpec, plane: Plane) -> Box:
    """What a point covers."""
    x, y = plane.at(row["x"], row["y"])
    half = (CHOSEN if row["code"] == spec.option("chosen") else DOT) / 2
    return Box(x - half, y - half, x + half, y + half)


def ward_names(sheet: Sheet, wards: list[dict], plane: Plane, taken: list[Box], spec: FigureSpec, high: float) -> None:
    """Names of the wards: where they lie within and cover no point, else off the land at the end of a leader."""
    land = unary_union([area(ward["rings"]) for ward in wards])
    prepare(land)
    for ward in wards:
        words, shape = ward[f"label_{spec.lang}"] or "", area(ward["rings"])
        anchor = (ward["label_x"], ward["label_y"])

        def clear(place: tuple[float, float], words: str = words, shape: MultiPolygon = shape) -> bool:
            one = text_box(*plane.at(*place), words, BODY, True)
            return shape.contains(plane.shape(one)) and not any(one.meets(other) for other in taken)

        def free(place: tuple[float, float], words: str = words) -> bool:
            one = text_box(*plane.at(*place), words, BODY, True)
            on_sheet = one.within(Box(0, 0, sheet.width, high)) and not land.intersects(plane.shape(one))
            return on_sheet and not any(one.meets(other) for other in taken)

        inside = nearest([anchor, *grid(shape.bounds, STEP)], anchor, clear)
        place = inside or nearest(grid(plane.bounds(sheet.width, high), STEP), anchor, free) or anchor
        x, y = plane.at(*place)
        if inside is None and place != anchor:
            start, half = plane.at(*anchor), width(words, BODY, True) / 2
            sheet.line([start, (min(max(start[0], x - half), x + half), y)], MUTED, 0.7)
        sheet.say(x, y, words, at="center", bold=True, colour=MUTED, plate=PAGE if inside is None else None)
        taken.append(text_box(x, y, words, BODY, True))


def nearest(places: list[tuple[float, float]], anchor: tuple[float, float], fits) -> tuple[float, float] | None:
    """The place nearest to an anchor that fits; None where none does."""
    return next((place for place in sorted(places, key=lambda one: math.dist(one, anchor)) if fits(place)), None)


def text_box(x: float, y: float, words: str, size: float, bold: bool = False) -> Box:
    """What a line centred on a place covers."""
    half, high = width(words, size, bold) / 2 + 0.3, leading(size) / 2
    return Box(x - half, y - high, x + half, y + high)


def names(sheet: Sheet, rows: list[dict], plane: Plane, taken: list[Box], spec: FigureSpec, high: float) -> None:
    """Names beside their points, the chosen first, as many as have room; for the whole city the chosen only."""
    chosen = spec.option("chosen")
    order = sorted(rows, key=lambda row: row["code"] != chosen)
    if spec.option("ward") is None:
        order = [row for row in order if row["code"] == chosen]
    sheet_box = Box(0, 0, sheet.width, high)
    for row in order:
        own = row["code"] == chosen
        places = list(tried(row, spec, plane, own))
        clear = [one for one in places if one[2].within(sheet_box) and not any(one[2].meets(it) for it in taken)]
        if clear or own:
            (x, y), words, around_it = (clear or places)[0]
            taken.append(around_it)
            sheet.say(x, y, words, at="center", size=SMALL, bold=own, colour=INK if own else MUTED)


def tried(row: dict, spec: FigureSpec, plane: Plane, own: bool):
    """(place, words, box) to try for a name: over, under, right, left; with its value first, then alone."""
    x, y = plane.at(row["x"], row["y"])
    value = value_text(row, spec.measure.decimals, spec.lang, spec.option("signed", False))
    off = (CHOSEN if own else DOT) / 2 + NEAR
    for words in (f"{row['label']} {value}", row["label"]):
        half = width(words, SMALL, own) / 2 + 0.3
        up = off + leading(SMALL) / 2
        for place in ((x, y - up), (x, y + up), (x + off + half, y), (x - off - half, y)):
            yield place, words, text_box(*place, words, SMALL, own)
