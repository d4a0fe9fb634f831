"""Places that answer to a click: points spread over a whole outline, since Plotly selects points and never fills.

Plotly takes the nearest point within its hover distance, so points 1.2 km apart make every spot of a ward its own.
"""

import json
import math
from functools import lru_cache

from shapely import MultiPolygon, Polygon, contains_xy

SPACING = 1.2  # km


@lru_cache(maxsize=64)
def area(rings: str) -> MultiPolygon:
    """An outline (JSON list of closed rings in km) as one shape; a ring inside another is a hole."""
    shape = MultiPolygon()
    for ring in json.loads(rings):
        shape = shape.symmetric_difference(Polygon(ring).buffer(0))
    return MultiPolygon([shape]) if shape.geom_type == "Polygon" else shape


@lru_cache(maxsize=64)
def points(rings: str, spacing: float = SPACING) -> tuple[tuple[float, float], ...]:
    """Points of a hexagonal grid inside an outline, and one in every part too small for the grid; km."""
    shape = area(rings)
    found: list[tuple[float, float]] = []
    for part in getattr(shape, "geoms", [shape]):
        inside = [place for place in grid(part.bounds, spacing) if contains_xy(part, *place)]
        centre = part.representative_point()
        found += inside or [(centre.x, centre.y)]
    return tuple((round(x, 3), round(y, 3)) for x, y in found)


def grid(bounds: tuple[float, float, float, float], spacing: float) -> list[tuple[float, float]]:
    """A hexagonal grid over a rectangle; every other row is set off by half a step."""
    west, south, east, north = bounds
    row_height = spacing * math.sqrt(3) / 2
    rows, columns = int((north - south) / row_height) + 1, int((east - west) / spacing) + 2
    return [
        (west + (column + row % 2 / 2) * spacing, south + (row + 0.5) * row_height)
        for row in range(rows)
        for column in range(columns)
    ]
