"""Locator on paper; options as in dashboard.figures.screen.locator."""

from dashboard.figures.lettering import wrap
from dashboard.figures.outlines import rings
from dashboard.figures.palette import AXIS, CLASSES, FOCUS, INK, LAND, PAGE
from dashboard.figures.paper.plane import Plane, around
from dashboard.figures.paper.sheet import BODY, Sheet, leading
from dashboard.figures.paper.typeface import width
from dashboard.figures.spec import FigureSpec, plain_rows

ROUND, DOT = 0.8, 2.8  # km of land around; mm
BESIDE = 2.2  # mm from the dot to its name


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet."""
    wards = [one for one in plain_rows(spec.option("outlines")) if one["layer"] == "ward"]
    plane = Plane(around(wards, ROUND), sheet.width, sheet.height)
    for one in sorted(wards, key=lambda one: one["code"] == spec.option("ward")):
        own = one["code"] == spec.option("ward")
        fill, edge = (CLASSES[1], INK) if own else (LAND, AXIS)
        sheet.area([plane.ring(ring) for ring in rings(one["rings"])], fill, edge, 0.8 if own else 0.6)
    if spec.option("border") is not None:
        sheet.area([plane.ring(ring) for ring in rings(spec.option("border"))], FOCUS, PAGE, 0.6)
    x, y = spec.option("x"), spec.option("y")
    if x is None or y is None:
        return
    x, y = plane.at(x, y)
    sheet.dot(x, y, DOT, FOCUS, PAGE, 1.2)
    name(sheet, x, y, spec.option("label", ""))


def name(sheet: Sheet, x: float, y: float, label: str) -> None:
    """The name on the side of the dot that has room for it, the roomier first; else in lines under it, or over."""
    at, room = ("right", x - BESIDE) if x > sheet.width / 2 else ("left", sheet.width - x - BESIDE)
    if width(label, BODY, True) <= room:
        sheet.say(x - BESIDE if at == "right" else x + BESIDE, y, label, at=at, bold=True, plate=PAGE)
        return
    lines = wrap(label, sheet.width, sheet.lang, lines=3, ruler=lambda line: width(line, BODY, True))
    half = max(width(line, BODY, True) for line in lines) / 2
    middle = min(max(x, half), sheet.width - half)
    under = y + BESIDE + len(lines) * leading() <= sheet.height
    place = {"at": "center", "bold": True, "plate": PAGE, "up": "top" if under else "bottom"}
    sheet.say(middle, y + BESIDE if under else y - BESIDE, lines, **place)
