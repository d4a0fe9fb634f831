"""Areas with borders of their own, filled by the class of their value; one trace a class, however many areas there are.

Rows: as those of a kind of figure, each with its rings (JSON, km).
"""

from collections.abc import Iterable

from dashboard.figures import words
from dashboard.figures.outlines import class_of
from dashboard.figures.palette import AXIS, CLASSES, INK
from dashboard.figures.screen import picking
from dashboard.figures.screen.base import HATCH, safe
from dashboard.figures.screen.map import UNSEEN, ring_path
from dashboard.figures.spec import FigureSpec

REACH = 24  # px between the spots that answer to the pointer


def fills(rows: list[dict], spec: FigureSpec) -> list[dict]:
    """The areas of each class as one trace; hatched where there is no number."""
    by_class: dict[int | None, list[dict]] = {}
    for row in rows:
        by_class.setdefault(None if words.hidden(row) else class_of(row["value"], spec.measure.breaks), []).append(row)
    return [
        {**path(of), "fill": "toself", "line": {"width": 0}}
        | ({"fillpattern": HATCH} if at is None else {"fillcolor": CLASSES[at]})
        for at, of in by_class.items()
    ]


def borders(rows: list[dict], spec: FigureSpec) -> list[dict]:
    """All borders as one trace, that of the area chosen thick on top."""
    chosen = [row for row in rows if row["code"] == spec.option("chosen")]
    styles = ((rows, AXIS, 1), (chosen, INK, 3))
    return [{**path(of), "line": {"color": colour, "width": width}} for of, colour, width in styles if of]


def path(rows: Iterable[dict]) -> dict:
    """One line around several areas, parted by gaps."""
    paths = [ring_path(row) for row in rows]
    joined = {axis: [part for one in paths for part in (*one[axis], None)][:-1] for axis in "xy"}
    return {**paths[0], **joined}


def targets(rows: list[dict], scale: float, spec: FigureSpec) -> list[dict]:
    """Unseen spots over every area that tell its name and value and take a click. scale: px of a km."""
    if not rows:
        return []
    spots = [(place, row) for row in rows for place in picking.points(row["rings"], round(REACH / scale, 2))]
    sign = spec.option("signed", False)
    told = {row["code"]: words.hover(row, safe(row["label"]), spec.measure, spec.lang, sign) for row in rows}
    return [{
        "type": "scatter", "mode": "markers", "x": [x for (x, _), _ in spots], "y": [y for (_, y), _ in spots],
        "customdata": [row["code"] for _, row in spots], "text": [told[row["code"]] for _, row in spots],
        "hoverinfo": "text", "marker": {"size": 6, "opacity": 0}, "selected": UNSEEN, "unselected": UNSEEN,
    }]  # fmt: skip
