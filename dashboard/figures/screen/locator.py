"""Locator: one place on the outlines of the wards, its own ward tinted.

Options: outlines (frame of the edition's table `outlines`), ward (code), x, y (km), label, border (rings of the place
itself as JSON, where they are known: filled, with the dot where it is too small to see). The frame is not drawn.
"""

from dashboard.figures.lettering import LINE, widest, width, wrap
from dashboard.figures.palette import CLASSES, FOCUS, INK, LAND, LAND_LINE, PAGE
from dashboard.figures.screen.base import figure, note, safe
from dashboard.figures.screen.map import plane, ring_path
from dashboard.figures.spec import FigureSpec, plain_rows

ROUND = 0.8  # km of land around
BESIDE = 9  # px from the dot to its name
HALO = "rgba(255,255,255,.8)"


def draw(spec: FigureSpec) -> dict:
    """The figure as a plain Plotly dict."""
    outlines = [one for one in plain_rows(spec.option("outlines")) if one["layer"] == "ward"]
    chosen = spec.option("ward")
    data = [area(outline, outline["code"] == chosen) for outline in sorted(outlines, key=lambda o: o["code"] == chosen)]
    xs = [x for trace in data for x in trace["x"] if x is not None]
    ys = [y for trace in data for y in trace["y"] if y is not None]
    data += own_area(spec.option("border"))
    x, y = spec.option("x"), spec.option("y")
    if x is None or y is None:
        x_range, y_range = ends(xs), ends(ys)
        return figure(spec, data, {}, xaxis=plane(*x_range), yaxis=plane(*y_range) | {"scaleanchor": "x"})
    return figure(
        spec, [*data, dot(x, y)], {}, annotations=[name(spec, x, y, ends(xs), ends(ys))],
        xaxis=plane(*ends(xs)), yaxis=plane(*ends(ys)) | {"scaleanchor": "x"},
    )  # fmt: skip


def ends(values: list[float]) -> tuple[float, float]:
    """The stretch of an axis, with some land around."""
    return min(values, default=0) - ROUND, max(values, default=1) + ROUND


def area(outline: dict, own: bool) -> dict:
    """A ward, its own one tinted."""
    shade, edge = (CLASSES[1], INK) if own else (LAND, LAND_LINE)
    return {**ring_path(outline), "fill": "toself", "fillcolor": shade, "line": {"color": edge, "width": 1}}


def own_area(border: str | None) -> list[dict]:
    """The place itself, where its borders are known."""
    if border is None:
        return []
    return [{**ring_path({"rings": border}), "fill": "toself", "fillcolor": FOCUS, "line": {"color": PAGE, "width": 1}}]


def dot(x: float, y: float) -> dict:
    """The place."""
    style = {"size": 12, "color": FOCUS, "opacity": 1, "line": {"color": PAGE, "width": 2}}
    return {"type": "scatter", "mode": "markers", "x": [x], "y": [y], "marker": style, "hoverinfo": "skip"}


def name(spec: FigureSpec, x: float, y: float, across: tuple[float, float], up: tuple[float, float]) -> dict:
    """The name on the side of the dot that has room for it, the roomier first; else in lines under it, or over."""
    label, lang = spec.option("label", ""), spec.lang
    scale = min(spec.width / (across[1] - across[0]), spec.height / (up[1] - up[0]))
    at = spec.width / 2 + (x - sum(across) / 2) * scale
    rooms = {"right": at - BESIDE, "left": spec.width - at - BESIDE}  # by where the name is anchored
    anchor = max(rooms, key=rooms.get)
    lines = [label] if width(label, lang, bold=True) <= rooms[anchor] else wrap(label, spec.width - 4, lang, lines=3)
    words = f"<b>{'<br>'.join(map(safe, lines))}</b>"
    here = {"x": x, "y": y, "bgcolor": HALO, "borderpad": 0}
    if lines == [label]:
        return note(lang, words, xanchor=anchor, xshift=BESIDE if anchor == "left" else -BESIDE, **here)
    half = widest(lines, lang, bold=True) / 2 + 2
    shift = min(max(at, half), spec.width - half) - at
    under = spec.height / 2 - (y - sum(up) / 2) * scale + BESIDE + 14 * LINE * len(lines) <= spec.height
    where = {"yanchor": "top", "yshift": -BESIDE} if under else {"yanchor": "bottom", "yshift": BESIDE}
    return note(lang, words, xshift=round(shift, 1), **where, **here)
