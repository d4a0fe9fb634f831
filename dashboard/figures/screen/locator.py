"""Locator: one place on the outlines of the wards, its own ward tinted.

Options: outlines (frame of the edition's table `outlines`), ward (code), x, y (km), label. The frame is not drawn.
"""

from dashboard.figures.lettering import width
from dashboard.figures.palette import CLASSES, FOCUS, INK, LAND, LAND_LINE, PAGE
from dashboard.figures.screen.base import figure, note, safe
from dashboard.figures.screen.map import plane, ring_path
from dashboard.figures.spec import FigureSpec, plain_rows

ROUND = 0.8  # km of land around
HALO = "rgba(255,255,255,.8)"


def draw(spec: FigureSpec) -> dict:
    """The figure as a plain Plotly dict."""
    outlines = [one for one in plain_rows(spec.option("outlines")) if one["layer"] == "ward"]
    chosen = spec.option("ward")
    data = [area(outline, outline["code"] == chosen) for outline in sorted(outlines, key=lambda o: o["code"] == chosen)]
    xs = [x for trace in data for x in trace["x"] if x is not None]
    ys = [y for trace in data for y in trace["y"] if y is not None]
    x, y = spec.option("x"), spec.option("y")
    if x is None or y is None:
        x_range, y_range = ends(xs), ends(ys)
        return figure(spec, data, {}, xaxis=plane(*x_range), yaxis=plane(*y_range) | {"scaleanchor": "x"})
    return figure(
        spec, [*data, dot(x, y)], {}, annotations=[name(spec, x, y, ends(xs))],
        xaxis=plane(*ends(xs)), yaxis=plane(*ends(ys)) | {"scaleanchor": "x"},
    )  # fmt: skip


def ends(values: list[float]) -> tuple[float, float]:
    """The stretch of an axis, with some land around."""
    return min(values, default=0) - ROUND, max(values, default=1) + ROUND


def area(outline: dict, own: bool) -> dict:
    """A ward, its own one tinted."""
    shade, edge = (CLASSES[1], INK) if own else (LAND, LAND_LINE)
    return {**ring_path(outline), "fill": "toself", "fillcolor": shade, "line": {"color": edge, "width": 1}}


def dot(x: float, y: float) -> dict:
    """The place."""
    style = {"size": 12, "color": FOCUS, "opacity": 1, "line": {"color": PAGE, "width": 2}}
    return {"type": "scatter", "mode": "markers", "x": [x], "y": [y], "marker": style, "hoverinfo": "skip"}


def name(spec: FigureSpec, x: float, y: float, across: tuple[float, float]) -> dict:
    """The name on the side of the dot that has more room."""
    label = spec.option("label", "")
    left = x - across[0] > across[1] - x and width(label, spec.lang) < spec.width
    side = {"xanchor": "right", "xshift": -9} if left else {"xanchor": "left", "xshift": 9}
    return note(spec.lang, f"<b>{safe(label)}</b>", x=x, y=y, bgcolor=HALO, borderpad=0, **side)
