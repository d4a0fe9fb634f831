"""Map: wards as polygons in kilometres, four classes, name and value on each; a click anywhere in a ward picks it.

Frame: one row a ward with code (of its outline), label, value, status; optional lo, hi, n.
Options: outlines (frame of the edition's table `outlines`), selected (code), sea (x km, y km, text),
signed (the values are changes and carry their sign).
Scatter polygons, not Plotly's own maps: exact labels, a hatch for 秘匿, nothing fetched from outside.
"""

from dashboard.figures import callouts
from dashboard.figures.lettering import shortened
from dashboard.figures.outlines import area, class_of, rings
from dashboard.figures.palette import AXIS, CLASS_TEXT, CLASSES, CONTEXT, INK, LAND, LAND_LINE, MUTED, PAGE
from dashboard.figures.screen import picking
from dashboard.figures.screen.base import HATCH, figure, note, safe
from dashboard.figures.spec import FigureSpec, plain_rows
from dashboard.figures.words import hidden, hover, value_text

WIDEST = 0.4  # of the figure that a name may take
UNSEEN = {"marker": {"opacity": 0}}


def draw(spec: FigureSpec) -> dict:
    """The figure as a plain Plotly dict."""
    rows = {row["code"]: row for row in spec.rows()}
    outlines = plain_rows(spec.option("outlines"))
    context = [outline for outline in outlines if outline["layer"] == "context"]
    wards = [outline for outline in outlines if outline["layer"] == "ward" and outline["code"] in rows]
    labels = [label(outline, rows[outline["code"]], spec) for outline in wards]
    view, inside, outside = callouts.arrange(labels, spec.lang, (spec.width, spec.height))
    data = [land(outline) for outline in context]
    data += [filled(outline, rows[outline["code"]], spec) for outline in wards]
    data += borders(wards, spec.option("selected"))
    data += [trace for callout in outside for trace in leader(callout)]
    data.append(targets(wards, rows, outside, view, spec))
    notes = [inner_text(one, rows[one.code], spec) for one in inside] + [outer_text(one, spec) for one in outside]
    return figure(
        spec, data, {}, annotations=notes + sea(spec, outlines, view), clickmode="event+select",
        hoverdistance=14, xaxis=plane(view.west, view.east), yaxis=plane(view.south, view.north) | {"scaleanchor": "x"},
    )  # fmt: skip


def plane(low: float, high: float) -> dict:
    """An axis in km, kept in shape by giving up margin (constrain range is sticky: it never grows back)."""
    return {"visible": False, "fixedrange": True, "range": [low, high], "constrain": "domain"}


def label(outline: dict, row: dict, spec: FigureSpec) -> callouts.Label:
    """What is to be written at a ward."""
    value = value_text(row, spec.measure.decimals, spec.lang, spec.option("signed", False))
    name = shortened(row["label"], spec.width * WIDEST, spec.lang)
    place = (outline["code"], outline["label_x"], outline["label_y"])
    return callouts.Label(*place, (name, value), area(outline["rings"]), hidden(row))


def ring_path(outline: dict) -> dict:
    """x and y of all rings, parted by gaps."""
    every = rings(outline["rings"])
    xs = [part for ring in every for part in (*(x for x, _ in ring), None)][:-1]
    ys = [part for ring in every for part in (*(y for _, y in ring), None)][:-1]
    return {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "hoverinfo": "skip"}


def land(outline: dict) -> dict:
    """A neighbour, beneath."""
    return {**ring_path(outline), "fill": "toself", "fillcolor": LAND, "line": {"color": LAND_LINE, "width": 1}}


def filled(outline: dict, row: dict, spec: FigureSpec) -> dict:
    """A ward in the colour of its class; hatched where there is no number."""
    shape = {**ring_path(outline), "fill": "toself", "line": {"width": 0}}
    if hidden(row):
        return {**shape, "fillpattern": HATCH}
    return {**shape, "fillcolor": CLASSES[class_of(row["value"], spec.measure.breaks)]}


def borders(wards: list[dict], selected: str | None) -> list[dict]:
    """Grey borders, else the lightest class melts into the land in grey print; the ward chosen thick and last."""
    last = sorted(wards, key=lambda outline: outline["code"] == selected)
    styles = [(INK, 3) if outline["code"] == selected else (AXIS, 1.5) for outline in last]
    return [
        {**ring_path(outline), "line": {"color": color, "width": width}}
        for outline, (color, width) in zip(last, styles, strict=True)
    ]


def leader(callout: callouts.Callout) -> list[dict]:
    """A line from the ward to its text, over a halo that parts it from the colours it crosses."""
    run = {"type": "scatter", "x": [callout.label.x, callout.x], "y": [callout.label.y, callout.y], "hoverinfo": "skip"}
    dot = {"size": [6, 0.1], "opacity": 1, "color": INK, "line": {"color": PAGE, "width": [1.5, 0]}}
    halo = {**run, "mode": "lines", "line": {"color": PAGE, "width": 3}, "opacity": 0.9}
    return [halo, {**run, "mode": "lines+markers", "line": {"color": INK, "width": 1}, "marker": dot}]


def inner_text(one: callouts.Label, row: dict, spec: FigureSpec) -> dict:
    """Name over value inside a ward, in the ink of its class."""
    name, value = one.lines
    ground = {"bgcolor": PAGE, "borderpad": 1} if hidden(row) else {}
    ink = INK if hidden(row) else CLASS_TEXT[class_of(row["value"], spec.measure.breaks)]
    return note(spec.lang, f"{safe(name)}<br><b>{value}</b>", 14, ink, x=one.x, y=one.y, **ground)


def outer_text(one: callouts.Callout, spec: FigureSpec) -> dict:
    """Name over value at the end of a leader."""
    name, value = one.label.lines
    place = {"x": one.x, "y": one.y, "xanchor": "left", "xshift": 3, "align": "left"}
    return note(spec.lang, f"{safe(name)}<br><b>{value}</b>", **place)


def sea(spec: FigureSpec, outlines: list[dict], view: callouts.Window) -> list[dict]:
    """The name of the sea where no land is, upright in Japanese, a word a line in English; else left out."""
    if spec.option("sea") is None:
        return []
    x, y, name = spec.option("sea")
    parts = name.split(" ") if spec.lang == "en" else list(name)
    shapes = [area(outline["rings"]) for outline in outlines]
    place = callouts.free_place(x, y, parts, shapes, view, spec.lang)
    if place is None:
        return []
    return [note(spec.lang, "<br>".join(safe(part) for part in parts), 14, MUTED, x=place[0], y=place[1])]


def targets(wards: list[dict], rows: dict, outside: list, view: callouts.Window, spec: FigureSpec) -> dict:
    """Invisible markers over every ward and callout; customdata is the code."""
    places = [(place, outline["code"]) for outline in wards for place in picking.points(outline["rings"])]
    for one in outside:
        wide = max(len(one.label.lines[0]), 1) * 14 / view.scale
        places += [((one.x + share * wide, one.y), one.label.code) for share in (0.2, 0.5, 0.8)]
    sign = spec.option("signed", False)
    told = {code: hover(row, safe(row["label"]), spec.measure, spec.lang, sign) for code, row in rows.items()}
    return {
        "type": "scatter", "mode": "markers", "x": [x for (x, _), _ in places], "y": [y for (_, y), _ in places],
        "customdata": [code for _, code in places], "text": [told[code] for _, code in places], "hoverinfo": "text",
        "marker": {"size": 6, "opacity": 0, "color": CONTEXT}, "selected": UNSEEN, "unselected": UNSEEN,
    }  # fmt: skip
