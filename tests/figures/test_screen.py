"""Contract of every kind on screen: what is printed is the frame's, what is withheld is nowhere."""

import json
import re

import pandas as pd
import pytest
from figure_frames import DATA, SECRET, line, members, outlines, spec
from shapely import LineString, Point, box

from dashboard.figures import callouts, markup
from dashboard.figures.alt import described
from dashboard.figures.cells import MOST_ROWS
from dashboard.figures.legends import legend
from dashboard.figures.outlines import area, grid
from dashboard.figures.palette import PAGE, TONES
from dashboard.figures.screen import WRITERS, draw, picking
from dashboard.figures.screen.map import label
from dashboard.figures.series import runs
from dashboard.figures.spec import SIZES, FigureSpec
from dashboard.figures.twins import table

KINDS = sorted(WRITERS)
NUMBER = re.compile(r"[+−±]?\d[\d,]*(?:\.\d+)?")
SHIPPED = DATA / "map" / "wards.geojson"


def printed(figure):
    """Every text standing on a figure."""
    return [note["text"] for note in figure["layout"].get("annotations", [])]


def numbers_in(figure):
    return {number for text in printed(figure) for number in NUMBER.findall(re.sub(r"</?b>|<br>", " ", text))}


def test_every_kind_has_a_writer():
    assert WRITERS.keys() | markup.KINDS.keys() == SIZES.keys()
    with pytest.raises(ValueError, match="pie"):
        FigureSpec("pie", members(), "ja", spec("dots").measure)


# By hand from figure_frames: round half up, U+2212, one decimal, whole per cent in heat and likert.
EXPECTED = {
    "trend": {"60.7"},
    "multiples": {"60.7", "57.0", "58.0", "59.0", "60.0", "61.0", "62.0"},
    "dots": {"0.0", "57.5", "61.9", "62.4", "60.9"},
    "changes": {"+2.2", "−3.4", "+0.5"},
    "map": {"0.0", "57.5", "61.9", "62.4"},
    "heat": {"50", "40", "30", "57", "41", "38", "46", "33", "31", "1,234"},
    "likert": {"0", "25", "75", "35", "27", "39", "81", "13", "51", "6"},
    "points": set(),
    "locator": set(),
    "quadrants": {"5", "40", "20", "25", "10", "95"},
    "layers": {"60.7", "26.6", "3", "1", "45", "15"},
    "steps": {"37.1", "38.5"},
    "funnel": {"97.3"},
    "event_study": {"−0.4", "±0.0", "+0.5", "+2.3", "−1"},
}
WORDS = {
    "event_study": {"95"},
    "steps": {"95"},
    "funnel": {"1", "2", "20", "1000"},
    "multiples": set("012345"),
    "heat": set("123"),
    "likert": set("0123"),
}  # digits in labels
WORDS |= dict.fromkeys(("dots", "changes", "map", "points", "locator", "quadrants"), set("12345"))


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_numbers_on_a_figure_are_the_frames(kind, lang):
    found = numbers_in(draw(spec(kind, lang)))
    assert EXPECTED[kind] <= found
    assert found - EXPECTED[kind] <= WORDS.get(kind, set()), "a number that is not in the frame"


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_withheld_rows_leak_nothing(kind, lang):
    given = spec(kind, lang)
    figure = draw(given)
    whole = json.dumps(figure) + described(given) + legend(given) + table(given.frame, lang)
    for secret in (SECRET, SECRET - 1, SECRET + 1, SECRET - 3, SECRET + 3, SECRET - 1.3, SECRET + 1.6):
        assert f"{secret:.1f}" not in whole, secret
    said = " ".join(printed(figure)).replace("<br>", "") + described(given) + legend(given)
    assert kind == "locator" or ("秘匿" if lang == "ja" else "withheld") in said, "a place has no value to withhold"


@pytest.mark.parametrize("kind", KINDS)
def test_no_figure_is_made_of_anything_but_plain_json(kind):
    assert json.loads(json.dumps(draw(spec(kind)), allow_nan=False))["layout"]["height"] == SIZES[kind][1]


@pytest.mark.parametrize("kind", KINDS)
def test_labels_from_data_are_no_markup(kind):
    given = spec(kind)
    hostile = given.frame.assign(label="<script>alert(1)</script>")
    whole = json.dumps(draw(spec(kind, frame=hostile))) + table(hostile, "ja")
    assert "<script" not in whole


def test_lines_stop_at_gaps_and_breaks():
    years = [[row["fiscal_year"] for row in run] for run in runs(line().to_dict("records"), [2024])]
    assert years == [[2017, 2018, 2019], [2021], [2023], [2024, 2025]]
    drawn = [t for t in draw(spec("trend"))["data"] if t["mode"] == "lines" and t["line"]["width"] == 2.5]
    assert [trace["x"] for trace in drawn] == [[2017, 2018, 2019], [2024, 2025]]


def test_an_aggregate_has_a_hollow_point_and_no_band():
    data = draw(spec("trend"))["data"]
    dots = next(trace for trace in data if trace["mode"] == "markers")
    assert dots["x"][0] == 2017 and dots["marker"]["color"][0] == PAGE
    assert all(2017 not in trace["x"] for trace in data if "fill" in trace)


def test_years_without_survey_and_breaks_are_named():
    texts = printed(draw(spec("trend")))
    assert {"未実施", "秘匿", "集計値のみ", "設問変更"} <= set(texts)


def test_event_labels_never_meet():
    crowded = [
        (2018.1, "まちづくり派遣の開始"),
        (2018.3, "ビジョン共有の開始"),
        (2018.5, "総合計画"),
        (2024.9, "庁内SNSの運用"),
    ]
    for lang in ("ja", "en"):
        notes = draw(spec("trend", lang, events=crowded, breaks=[]))["layout"]["annotations"]
        labels = [note for note in notes if note["text"] in {label for _, label in crowded}]
        places = {(note["x"], note["xanchor"], note["yshift"]) for note in labels}
        rows = [note["yshift"] for note in labels if note["x"] < 2019]
        assert len(places) == 4 and len(set(rows)) >= 2


def test_sorted_high_to_low_withheld_last():
    figure = draw(spec("dots"))
    names = dict(zip(figure["layout"]["yaxis"]["tickvals"], figure["layout"]["yaxis"]["ticktext"], strict=True))
    order = [re.search(r"w\d", names[y])[0] for y in sorted(names, reverse=True)]
    assert order == ["w5", "w3", "w2", "w1", "w4"]


def test_a_change_that_may_be_none_is_hollow_and_says_so():
    figure = draw(spec("changes", width=600))
    texts = " ".join(printed(figure))
    assert "<b>+2.2</b> 上がった" in texts and "<b>−3.4</b> 下がった" in texts
    assert "<b>+0.5</b> 差があるとは言えない" in texts
    dots = next(trace for trace in figure["data"] if trace["mode"] == "markers")
    assert [color == PAGE for color in dots["marker"]["color"]] == [False, True, False]


def test_heat_is_coloured_only_beyond_the_interval():
    figure = draw(spec("heat"))
    fills = {(round(s["x0"] + 0.48), round(s["y0"] + 0.44)): s["fillcolor"] for s in figure["layout"]["shapes"]}
    b1, b2 = 2, 1  # rows from below, b3 withheld at 0
    assert fills[0, b1] == TONES["better_far"][0] and fills[1, b1] == TONES["unclear"][0]
    assert fills[0, b2] == TONES["worse"][0] and fills[1, b2] == TONES["worse_far"][0]
    assert fills[2, b1] == TONES["unclear"][0] and fills[2, b2] == TONES["unclear"][0], (
        "no good or bad where there is no direction"
    )
    assert TONES["better"][0] not in fills.values()


def test_heat_refuses_more_rows_than_can_be_read():
    frame = spec("heat").frame
    row = frame[frame["member"] == "b1"]
    many = [row.assign(member=f"x{k}") for k in range(MOST_ROWS)]
    with pytest.raises(ValueError, match="28 rows"):
        draw(spec("heat", frame=pd.concat([frame, *many])))


def labels_of(shipped, lang):
    wards = shipped[shipped["layer"] == "ward"].to_dict("records")
    given = spec("map", lang)
    rows = [{"label": ward[f"label_{lang}"], "value": 61.9, "status": "表示"} for ward in wards]
    return [label(ward, row, given) for ward, row in zip(wards, rows, strict=True)]


@pytest.mark.skipif(not SHIPPED.exists(), reason="no shipped outline")
@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("size", [(245, 250), (356, 230), (356, 270)])
def test_callouts_of_the_shipped_outline(lang, size):
    labels = labels_of(outlines(), lang)
    view, inside, outside = callouts.arrange(labels, lang, size)
    assert sorted(one.label.code for one in outside) == sorted(label.code for label in labels)[:2]
    texts = [callouts.text_box(one.x, one.y, one.label, view, lang) for one in outside]
    texts += [callouts.text_box(one.x, one.y, one, view, lang, centred=True) for one in inside]
    window = box(view.west, view.south, view.east, view.north)
    assert all(window.contains(text) for text in texts)
    assert not any(a.intersects(b) for k, a in enumerate(texts) for b in texts[:k])
    leaders = [LineString([(one.label.x, one.label.y), (one.x, one.y)]) for one in outside]
    assert not leaders[0].intersects(leaders[1])
    assert all(one.label.shape.contains(Point(one.label.x, one.label.y)) for one in outside)


@pytest.mark.skipif(not SHIPPED.exists(), reason="no shipped outline")
def test_every_spot_of_a_ward_picks_it():
    """Plotly takes the nearest marker within its hover distance: probe a fine grid away from the borders."""
    shipped = outlines()
    wards = shipped[shipped["layer"] == "ward"]
    spots = [(x, y, ward.code) for ward in wards.itertuples() for x, y in picking.points(ward.rings)]
    for ward in wards.itertuples():
        inner = area(ward.rings).buffer(-0.7)
        for x, y in grid(inner.bounds, 0.9):
            if not inner.contains(Point(x, y)):
                continue
            distance, code = min(((x - a) ** 2 + (y - b) ** 2, code) for a, b, code in spots)
            assert code == ward.code and distance**0.5 < 1.0, (x, y)


def test_a_click_carries_the_code():
    target = draw(spec("map"))["data"][-1]
    assert set(target["customdata"]) == {"w1", "w2", "w3", "w4", "w5"}
    assert target["hoverinfo"] == "text" and target["selected"]["marker"]["opacity"] == 0


def test_a_funnel_names_only_what_lies_beyond_the_wider_limits():
    told = " ".join(printed(draw(spec("funnel", "en"))))
    assert "Place 2" in told and not any(f"Place {k}" in told for k in (1, 3, 4))
