"""Outlines of areas: their rings in km, as one shape, and the class an area is drawn in."""

import json
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from shapely import MultiPolygon, Polygon

from dashboard.figures.spec import FigureSpec, plain_rows
from dashboard.i18n import number, text

Ring = list[tuple[float, float]]


def made_from(rows: Sequence[Mapping[str, object]], kind: str, lang: str) -> str:
    """What the borders of a kind of area are made of and how exact they are; '' where there are none.

    rows: of area_outlines; kind: district or association.
    """
    if not rows:
        return ""
    row = rows[0]
    exact = text("borders.thinned", lang, metres=number(row["tolerance_m"])) if row["tolerance_m"] else ""
    told = text("panel.joint", lang).join(filter(None, [row[f"credit_{lang}"], row["file_name"], exact]))
    return text(f"borders.{row['made_from']}", lang, area=text(f"borders.{kind}", lang), told=told)


def bordered(spec: FigureSpec) -> list[dict]:
    """The rows of points with their rings and their name where the area has most room; rings None where it has none.

    The spec's option borders: frame of area_outlines.
    """
    known = spec.option("borders")
    found = {} if known is None else {one["area"]: one for one in plain_rows(known)}
    return [row | of_border(found.get(row["code"])) for row in spec.rows()]


def of_border(border: dict | None) -> dict:
    """What a border tells of a row."""
    if border is None:
        return {"rings": None}
    return {"rings": border["rings"], "x": border["label_x"], "y": border["label_y"]}


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
