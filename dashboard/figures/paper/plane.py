"""Kilometres of a map to millimetres of paper."""

from collections.abc import Iterable
from dataclasses import dataclass

from shapely import Polygon, box

from dashboard.figures.outlines import area
from dashboard.figures.palette import INK
from dashboard.figures.paper.sheet import Run, Sheet, leading
from dashboard.i18n import number, text

BARS, CORNER = (10, 5, 2, 1), 1.0  # km; mm the scale bar keeps from the edge


@dataclass(frozen=True)
class Bounds:
    """The ends of a stretch of the plane, km."""

    west: float
    south: float
    east: float
    north: float


def around(outlines: Iterable[dict], more: float) -> Bounds:
    """The stretch that holds all outlines, with so many km around."""
    every = [area(one["rings"]).bounds for one in outlines] or [(0, 0, 1, 1)]
    wests, souths, easts, norths = zip(*every, strict=True)
    return Bounds(min(wests) - more, min(souths) - more, max(easts) + more, max(norths) + more)


@dataclass(frozen=True)
class Box:
    """A rectangle of the sheet, in mm from its upper left corner."""

    left: float
    top: float
    right: float
    foot: float

    def meets(self, other: "Box") -> bool:
        """Whether the two overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.foot and other.top < self.foot

    def within(self, other: "Box") -> bool:
        """Whether this one lies wholly in the other."""
        across = self.left >= other.left and self.right <= other.right
        return across and self.top >= other.top and self.foot <= other.foot


class Plane:
    """A stretch of the plane in the middle of so many mm, as large as it fits, in its true shape."""

    def __init__(self, bounds: Bounds, wide: float, high: float):
        self.scale = min(wide / (bounds.east - bounds.west), high / (bounds.north - bounds.south))
        self.west = (bounds.west + bounds.east) / 2 - wide / self.scale / 2
        self.north = (bounds.south + bounds.north) / 2 + high / self.scale / 2

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A place (km) on the sheet (mm)."""
        return (x - self.west) * self.scale, (self.north - y) * self.scale

    def ring(self, ring: Run) -> Run:
        """A ring on the sheet."""
        return [self.at(x, y) for x, y in ring]

    def back(self, x: float, y: float) -> tuple[float, float]:
        """A place of the sheet, in km."""
        return self.west + x / self.scale, self.north - y / self.scale

    def bounds(self, wide: float, high: float) -> tuple[float, float, float, float]:
        """West, south, east and north end of so many mm."""
        return self.west, self.north - high / self.scale, self.west + wide / self.scale, self.north

    def shape(self, one: Box) -> Polygon:
        """A rectangle of the sheet as a shape in km."""
        west, north = self.back(one.left, one.top)
        east, south = self.back(one.right, one.foot)
        return box(west, south, east, north)

    def scale_bar(self, sheet: Sheet, shapes: list, high: float) -> None:
        """Some kilometres in a lower corner that no shape reaches; left out where both are taken. high: mm."""
        bar = next((bar for bar in BARS if bar * self.scale <= sheet.width / 4), BARS[-1])
        long, tall = bar * self.scale, leading() + 1
        for left in (sheet.width - long - CORNER, CORNER):
            corner = self.shape(Box(left, high - tall, left + long, high))
            if any(shape.intersects(corner) for shape in shapes):
                continue
            sheet.line([(left, high - CORNER), (left + long, high - CORNER)], INK, 1.2)
            words = text("figure.scale_bar", sheet.lang, km=number(bar))
            sheet.say(left + long / 2, high - CORNER - 0.5, words, at="center", up="bottom")
            return
