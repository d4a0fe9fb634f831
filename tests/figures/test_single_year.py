"""A survey or an indicator of one year only: every kind with a value axis over years reads well."""

import pandas as pd
import pytest
from figure_frames import line, measure, spec
from reading import faults, on_paper

from dashboard.figures import paper, screen
from dashboard.figures.scale import axis_note, panel_scale, value_scale

KINDS = {"trend": (131, 80), "multiples": (180, 110), "layers": (180, 120)}  # mm
PLAIN = {"events": [], "breaks": [], "not_held": []}


def one_year(value=5652.4, member="all", label="City"):
    return line(member, label, [2024]).assign(value=value, lo=value - 0.6, hi=value + 0.7, aggregate_only=False)


def given(kind, lang="ja"):
    """A spec of one year, the whole city behind it where the kind draws one."""
    city = one_year(5652.0)
    if kind == "multiples":
        many = pd.concat(
            [city, *(one_year(5652 + k / 10, f"m{k}", f"Member {k}") for k in range(4))], ignore_index=True
        )
        return spec(kind, lang, many, **PLAIN | {"breaks": {}})
    panel = {"title": "Panel", "note": "n=1", "kind": "line", "rows": one_year(), "behind": city, "measure": measure()}
    return spec(kind, lang, one_year(), **PLAIN, compare=city, panels=[panel])


def scale_of(kind):
    one = given(kind)
    return panel_scale(one.option("panels")[0]) if kind == "layers" else value_scale(one)


@pytest.mark.parametrize("kind", KINDS)
def test_ticks_are_whole_numbers_and_none_is_cut(kind):
    assert all(float(tick).is_integer() for tick in scale_of(kind).ticks)
    layout = screen.draw(given(kind))["layout"]
    room = layout["margin"]["l"] if kind != "layers" else 46
    assert room >= max(len(words) for words in layout["yaxis"]["ticktext"]) * 8


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_one_year_is_labelled_and_no_other(kind, lang):
    layout = screen.draw(given(kind, lang))["layout"]
    axes = [axis for name, axis in layout.items() if name.startswith("xaxis")]
    assert all(axis["tickvals"] == [2024] for axis in axes)
    words = on_paper(paper.draw(given(kind, lang), *KINDS[kind]))
    assert any("2024" in word or "令6" in word for word in words) and not any("2023" in word for word in words)
    assert faults(given(kind, lang), KINDS[kind]) == []


def test_one_value_alone_stands_on_an_axis_from_zero():
    assert value_scale(given("trend")).low == 0 and axis_note(given("trend")) == ""
    below = spec("trend", frame=one_year(-80.0), **PLAIN)
    assert value_scale(below).low <= -80 and value_scale(below).high > 0


@pytest.mark.parametrize("kind", KINDS)
def test_the_grey_comparison_is_a_point_where_no_line_can_be(kind):
    drawn = [one for one in screen.draw(given(kind))["data"] if one["y"] and one["y"][0] == 5652.0]
    assert any(one["mode"] == "markers" and one["marker"].get("opacity") == 1 for one in drawn)
