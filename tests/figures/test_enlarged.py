"""A figure for a meeting room: its lengths grow, its data stay."""

import json

import pytest
from figure_frames import spec

from dashboard.figures.screen import WRITERS, draw
from dashboard.figures.screen.enlarged import enlarged

BY = 1.75


def sizes(part, key=""):
    """Every number under `size` of a font."""
    if isinstance(part, dict):
        for name, inner in part.items():
            yield from sizes(inner, f"{key}/{name}")
    elif isinstance(part, list):
        for inner in part:
            yield from sizes(inner, key)
    elif key.endswith(("font/size", "tickfont/size")):
        yield part


def test_lengths_grow_and_data_do_not():
    drawn = {
        "data": [{"x": [1, 2], "y": [3.5, None], "marker": {"size": [6, 0.1], "color": "#000", "opacity": 1}}],
        "layout": {
            "shapes": [
                {"x0": 2016, "x1": 2017, "y0": 0, "y1": 20, "ysizemode": "pixel", "line": {"width": 2, "dash": "dot"}},
                {"x0": 2016, "x1": 2017, "y0": 0, "y1": 20, "line": {"width": 1}},
            ],
            "margin": {"l": 4, "t": 0},
            "xaxis": {"range": [2015.5, 2025.5], "fixedrange": True, "tickangle": 0},
            "annotations": [{"text": "a", "x": 1, "y": 1, "xshift": -3, "font": {"size": 14}}],
        },
    }
    grown = enlarged(drawn, 2)
    assert grown["data"] == [{**drawn["data"][0], "marker": {"size": [12, 0.2], "color": "#000", "opacity": 1}}]
    first, second = grown["layout"]["shapes"]
    assert (first["x1"], first["y1"], first["line"]["width"]) == (2017, 40, 4)
    assert (second["x1"], second["y1"], second["line"]["width"]) == (2017, 20, 2)
    assert grown["layout"]["margin"] == {"l": 8, "t": 0}
    assert grown["layout"]["xaxis"] == drawn["layout"]["xaxis"]
    (label,) = grown["layout"]["annotations"]
    assert (label["x"], label["xshift"], label["font"]["size"]) == (1, -6, 28)


@pytest.mark.parametrize("kind", sorted(WRITERS))
def test_every_kind_is_read_from_the_back_row(kind):
    drawn = draw(spec(kind))
    before = json.dumps(drawn, default=str)
    grown = enlarged(drawn, BY)
    assert json.dumps(drawn, default=str) == before, "the figure given is left alone"
    assert min(sizes(grown)) >= 24
    for old, new in zip(drawn["data"], grown["data"], strict=True):
        assert all(new.get(key) is old.get(key) or new[key] == old[key] for key in ("x", "y", "text", "customdata"))
