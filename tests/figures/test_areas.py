"""School districts with borders are filled, told on pointing and taken by a click; the rest stay points."""

import json

import pandas as pd
from figure_frames import spec
from shapely.geometry import Point, box

from dashboard.figures.palette import CLASSES, INK
from dashboard.figures.screen import draw
from dashboard.figures.screen.base import safe
from dashboard.figures.spec import plain_rows


def borders(rows: list[dict]) -> pd.DataFrame:
    """A square of a kilometre around each row's point."""
    found = []
    for row in rows:
        x, y = row["x"], row["y"]
        ring = [list(at) for at in box(x - 0.5, y - 0.5, x + 0.5, y + 0.5).exterior.coords]
        found.append({"area": row["code"], "rings": json.dumps([ring]), "label_x": x, "label_y": y})
    return pd.DataFrame(found)


def test_areas_are_filled_by_class_and_answer_to_the_pointer():
    plain = spec("points")
    rows = [row for row in plain_rows(plain.frame) if row["x"] is not None]
    shown = [row for row in rows if row["value"] is not None]
    drawn = draw(spec("points", borders=borders(rows[:-1])))["data"]
    told = [trace for trace in drawn if trace.get("customdata")]
    spots = [(code, words) for trace in told for code, words in zip(trace["customdata"], trace["text"], strict=True)]
    assert {code for code, _ in spots} == {row["code"] for row in rows}
    assert all(safe(row["label"]) in words for row in rows for code, words in spots if code == row["code"])
    fills = [trace.get("fillcolor") for trace in drawn if trace.get("fill") == "toself"]
    assert {colour for colour in fills if colour in CLASSES} and len(shown) > 1
    [unseen] = [trace for trace in told if trace["marker"].get("opacity") == 0]
    squares = {row["code"]: Point(row["x"], row["y"]).buffer(0.75) for row in rows}
    places = zip(unseen["customdata"], unseen["x"], unseen["y"], strict=True)
    assert all(squares[code].contains(Point(x, y)) for code, x, y in places)
    chosen = [trace for trace in drawn if trace.get("line", {}).get("color") == INK and trace["line"]["width"] == 3]
    assert len(chosen) == 1
    land = sum(trace.get("fill") == "toself" for trace in draw(plain)["data"])
    assert len(fills) - land <= len(CLASSES) + 1, "a trace a class, not a trace an area"


def test_without_borders_nothing_changes():
    none = borders([]).reindex(columns=["area", "rings", "label_x", "label_y"])
    assert draw(spec("points", borders=none)) == draw(spec("points")) == draw(spec("points", borders=None))
