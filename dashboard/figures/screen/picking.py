"""Places that answer to a click: points spread over a whole outline, since Plotly selects points and never fills.

Plotly takes the nearest point within its hover distance, so points 1.2 km apart make every spot of a ward its own.
"""

from functools import lru_cache

from shapely import contains_xy

from dashboard.figures.outlines import area, grid

SPACING = 1.2  # km


@lru_cache(maxsize=256)
def points(outline: str, spacing: float = SPACING) -> tuple[tuple[float, float], ...]:
    """Points of a hexagonal grid inside an outline, and one in every part too small for the grid; km."""
    shape = area(outline)
    found: list[tuple[float, float]] = []
    for part in getattr(shape, "geoms", [shape]):
        inside = [place for place in grid(part.bounds, spacing) if contains_xy(part, *place)]
        centre = part.representative_point()
        found += inside or [(centre.x, centre.y)]
    return tuple((round(x, 3), round(y, 3)) for x, y in found)
