"""Outlines of areas: their rings in km, as one shape, and the class an area is drawn in."""

import json
import math
from functools import lru_cache

from shapely import MultiPolygon, Polygon

Ring = list[tuple[float, float]]


@lru_cache(maxsize=256)
def rings(outline: str) -> list[Ring]:
    """The closed rings of an outline (JSON, km)."""
    return [[(x, y) for x, y in ring] for ring in json.loads(outline)]


@lru_cache(maxsize=256)
def area(outline: str) -> MultiPolygon:
    """An outline (JSON list of closed rings in km) as one shape; a ring inside another is a hole."""
    shape = MultiPolygon()
    for ring in rings(outline):
        shape = shape.symmetric_difference(Polygon(ring).buffer(0))
    return MultiPolygon([shape]) if shape.geom_type == "Polygon" else shape


def grid(bounds: tuple[float, float, float, float], spacing: float) -> Ring:
    """A hexagonal grid over a rectangle; every other row is set off by half a step."""
    west, south, east, north = bounds
    row_height = spacing * math.sqrt(3) / 2
    rows, columns = int((north - south) / row_height) + 1, int((east - west) / spacing) + 2
    return [
        (west + (column + row % 2 / 2) * spacing, south + (row + 0.5) * row_height)
        for row in range(rows)
        for column in range(columns)
    ]


def class_of(value: float, breaks: tuple[float, ...]) -> int:
    """0 to 3: how many of the three breaks a value reaches."""
    return sum(value >= at for at in breaks)
