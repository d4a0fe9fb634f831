"""Areas with borders are filled on screen and paper, told on pointing and taken by a click; the rest stay points."""

import json

import pandas as pd
import pytest
from figure_frames import spec
from reading import faults, on_paper
from shapely.geometry import Point, box

from dashboard.figures import paper
from dashboard.figures.palette import CLASSES, FOCUS, INK
from dashboard.figures.screen import draw
from dashboard.figures.screen.base import safe
from dashboard.figures.spec import plain_rows

PLACE = (131, 80)  # mm


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
    assert paper.draw(spec("points", borders=none), *PLACE) == paper.draw(spec("points"), *PLACE)
    assert draw(spec("points", borders=none)) == draw(spec("points")) == draw(spec("points", borders=None))


def given(**options):
    rows = [row for row in plain_rows(spec("points").frame) if row["x"] is not None]
    return spec("points", borders=borders(rows), **options)


@pytest.mark.parametrize("ward", [None, "w2"])
def test_paper_fills_them_in_the_same_classes_and_prints_what_it_printed(ward):
    bare, filled = (paper.draw(one, *PLACE) for one in (spec("points", ward=ward), given(ward=ward)))
    colours = [colour for colour in CLASSES if bare.count(colour.lower()) or bare.count(colour)]
    assert len(colours) > 1 and all(colour.lower() in filled.lower() for colour in colours)
    assert filled.count("<path") != bare.count("<path") and faults(given(ward=ward), PLACE) == []
    assert {words for words in on_paper(bare) if "Ward" not in words} <= set(on_paper(filled))


def test_closing_in_on_the_areas_cuts_the_land_around_them():
    whole, close = (draw(one)["layout"]["xaxis"]["range"] for one in (given(), given(close=True)))
    assert whole[0] < close[0] < 2.5 and 27.5 < close[1] < whole[1]


def test_a_place_with_a_border_is_an_area_on_its_locator():
    ring = borders([{"x": 3.0, "y": 3.0, "code": "w1"}])["rings"].iloc[0]
    bare, own = spec("locator"), spec("locator", border=ring)
    areas = [[one for one in draw(of)["data"] if one.get("fillcolor") == FOCUS] for of in (bare, own)]
    assert [len(found) for found in areas] == [0, 1] and set(areas[1][0]["x"]) - {None} == {2.5, 3.5}
    drawn = [paper.draw(of, 62, 60).lower().count(FOCUS.lower()) for of in (bare, own)]
    assert drawn[1] == drawn[0] + 1
