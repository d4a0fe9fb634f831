"""Points: one mark an area on the outlines, in the four classes of a measure; a click picks the area. An area whose
borders are known is filled instead.

Frame: one row an area with code, label, x, y (km), value, status, ward.
Options: outlines (frame of the edition's table `outlines`), ward (code; the map closes in on it), chosen (code),
signed (the values are changes and carry their sign), borders (frame with area, rings, label_x, label_y), close (the map
closes in on the areas themselves, the land around them is cut).
Names stand where they cover neither each other nor a point; all others are told on pointing.
"""

import math

from shapely import contains_xy

from dashboard.edition.catalogue import SHOWN
from dashboard.figures import words
from dashboard.figures.lettering import width
from dashboard.figures.outlines import area, bordered, class_of, grid
from dashboard.figures.palette import AXIS, CLASSES, INK, LAND, MUTED, PAGE
from dashboard.figures.screen import areas
from dashboard.figures.screen.base import figure, note, safe
from dashboard.figures.screen.map import plane, ring_path
from dashboard.figures.spec import FigureSpec, plain_rows

ROUND = 0.8  # km of land around
SIZE, CHOSEN_SIZE = 13, 19
LINE_HEIGHT = 17  # px
LIFTS = (16, -16)  # px from a point to its name
STEP = 0.7  # km between the places tried for a name
HALO = "rgba(242,242,242,.8)"
Box = tuple[float, float, float, float]


def draw(spec: FigureSpec) -> dict:
    """The figure as a plain Plotly dict."""
    rows = [row for row in bordered(spec) if row["x"] is not None]
    filled, bare = [row for row in rows if row["rings"]], [row for row in rows if not row["rings"]]
    wards = wards_of(spec)
    window = Window(rows, wards, spec)
    whole = spec.option("ward") is None and not spec.option("close")
    notes = ward_names(wards, rows, window, spec) if whole else []
    notes += names(rows, window, spec, [window.box_of(one) for one in notes])
    data = [*map(land, wards), *areas.fills(filled, spec), *areas.borders(filled, spec)]
    data += [{**ring_path(ward), "line": {"color": MUTED, "width": 2}} for ward in wards if filled]
    data += [*areas.targets(filled, window.scale, spec), *([marks(bare, spec)] if bare or not filled else [])]
    return figure(
        spec, data, {}, annotations=notes, clickmode="event+select",
        hoverdistance=18, xaxis=plane(*window.x), yaxis=plane(*window.y) | {"scaleanchor": "x"},
    )  # fmt: skip


def wards_of(spec: FigureSpec) -> list[dict]:
    """Outlines of the wards, or of the one the map closes in on."""
    ward = spec.option("ward")
    outlines = plain_rows(spec.option("outlines"))
    return [outline for outline in outlines if outline["layer"] == "ward" and ward in (None, outline["code"])]


def land(outline: dict) -> dict:
    """A ward beneath its points."""
    return {**ring_path(outline), "fill": "toself", "fillcolor": LAND, "line": {"color": AXIS, "width": 1}}


class Window:
    """The stretch of the plane shown, and where a text of so many px lies in it."""

    def __init__(self, rows: list[dict], wards: list[dict], spec: FigureSpec):
        around = [row for row in rows if row["rings"]] if spec.option("close") else []
        paths = [ring_path(outline) for outline in around or wards]
        xs = [row["x"] for row in rows] + [x for path in paths for x in path["x"] if x is not None]
        ys = [row["y"] for row in rows] + [y for path in paths for y in path["y"] if y is not None]
        west, east = min(xs, default=0) - ROUND, max(xs, default=1) + ROUND
        south, north = min(ys, default=0) - ROUND, max(ys, default=1) + ROUND
        self.scale = min(spec.width / (east - west), spec.height / (north - south))
        half_x, half_y = spec.width / self.scale / 2, spec.height / self.scale / 2
        self.x = ((west + east) / 2 - half_x, (west + east) / 2 + half_x)
        self.y = ((south + north) / 2 - half_y, (south + north) / 2 + half_y)
        self.lang = spec.lang

    def box(self, x: float, y: float, text: str, lift: float) -> Box:
        """The rectangle in km of a text centred on (x, y) and lifted by so many px."""
        half, high = width(text, self.lang) / 2 / self.scale, LINE_HEIGHT / 2 / self.scale
        middle = y + lift / self.scale
        return x - half, x + half, middle - high, middle + high

    def box_of(self, one: dict) -> Box:
        return self.box(one["x"], one["y"], one["text"], 0)

    def holds(self, box: Box) -> bool:
        """Whether a rectangle lies within the window."""
        return box[0] >= self.x[0] and box[1] <= self.x[1] and box[2] >= self.y[0] and box[3] <= self.y[1]


def marks(rows: list[dict], spec: FigureSpec) -> dict:
    """The points; white and crossed where there is no number to show."""
    chosen = spec.option("chosen")
    known = [row["status"] == SHOWN and row["value"] is not None for row in rows]
    colours = [
        CLASSES[class_of(row["value"], spec.measure.breaks)] if seen else PAGE
        for row, seen in zip(rows, known, strict=True)
    ]
    picked = [row["code"] == chosen for row in rows]
    sign = spec.option("signed", False)
    told = [words.hover(row, safe(row["label"]), spec.measure, spec.lang, sign) for row in rows]
    return {
        "type": "scatter", "mode": "markers", "x": [row["x"] for row in rows], "y": [row["y"] for row in rows],
        "customdata": [row["code"] for row in rows], "text": told, "hoverinfo": "text",
        "marker": {
            "size": [CHOSEN_SIZE if one else SIZE for one in picked], "color": colours, "opacity": 1,
            "symbol": ["circle" if seen else "circle-x-open" for seen in known],
            "line": {"color": [INK if one else AXIS for one in picked], "width": [3 if one else 1 for one in picked]},
        },
        "selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}},
    }  # fmt: skip


def ward_names(wards: list[dict], rows: list[dict], window: Window, spec: FigureSpec) -> list[dict]:
    """Names of the wards where they cover fewest points, near the middle of each; for the whole city only."""
    points, found = dots(rows, window), []
    for ward in wards:
        name, shape = ward[f"label_{spec.lang}"] or "", area(ward["rings"])
        middle = (ward["label_x"], ward["label_y"])
        tried = [middle, *(place for place in grid(shape.bounds, STEP) if contains_xy(shape, *place))]

        def cost(place: tuple[float, float], name: str = name, middle: tuple[float, float] = middle) -> tuple:
            box = window.box(*place, name, 0)
            return sum(meet(box, point) for point in points), math.dist(place, middle)

        x, y = min(tried, key=cost)
        found.append(note(spec.lang, safe(name), 14, MUTED, x=x, y=y, bgcolor=HALO, borderpad=0))
    return found


def dots(rows: list[dict], window: Window) -> list[Box]:
    """The rectangles the points cover."""
    reach = SIZE / 2 / window.scale
    return [(row["x"] - reach, row["x"] + reach, row["y"] - reach, row["y"] + reach) for row in rows]


def names(rows: list[dict], window: Window, spec: FigureSpec, taken: list[Box]) -> list[dict]:
    """Names above or below their points, the chosen first, as many as have room; for the whole city the chosen only."""
    chosen = spec.option("chosen")
    order = sorted(rows, key=lambda row: row["code"] != chosen)
    if spec.option("ward") is None and not spec.option("close"):
        order = [row for row in order if row["code"] == chosen]
    points, found = dots([row for row in rows if not row["rings"]], window), []
    for row in order:
        lifts = (0,) if row["rings"] else LIFTS
        tried = [(lift, window.box(row["x"], row["y"], row["label"], lift)) for lift in lifts]
        clear = [one for one in tried if window.holds(one[1]) and not any(meet(one[1], it) for it in [*taken, *points])]
        own = row["code"] == chosen
        if clear or own:
            lift, box = (clear or tried)[0]
            taken.append(box)
            words = safe(row["label"])
            found.append(name(spec, f"<b>{words}</b>" if own else words, INK if own else MUTED, row, lift))
    return found


def name(spec: FigureSpec, words: str, color: str, row: dict, lift: int) -> dict:
    """A name above or below its point, or within its area on a ground of its own."""
    ground = {"bgcolor": HALO, "borderpad": 0} if row["rings"] else {}
    return note(spec.lang, words, 14, color, x=row["x"], y=row["y"], yshift=lift, **ground)


def meet(one: Box, other: Box) -> bool:
    """Whether two rectangles (west, east, south, north) overlap."""
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
