"""One contract for every writer: what the screen prints, paper prints too, from the same spec and nothing besides."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from figure_frames import NO_DATA, SECRET, SHOWN, WITHHELD, members, spec
from reading import faults, missing, numbers, on_paper, on_screen

from dashboard.figures import markup, palette, paper, screen
from dashboard.figures.paper import dots, months, sheet
from dashboard.figures.spec import SIZES
from dashboard.i18n import number, signed

# Final sizes in mm: at least what a page of a briefing gives each kind.
PLACES = {
    "trend": (131, 80), "multiples": (180, 110), "dots": (85, 60), "changes": (131, 60), "map": (131, 60),
    "heat": (131, 80), "likert": (131, 80), "points": (131, 80), "locator": (62, 60), "layers": (180, 120),
    "strips": (180, 106), "pipeline": (131, 60), "months": (85, 26), "dumbbell": (180, 60), "event_study": (85, 60),
    "steps": (131, 60),
    "funnel": (131, 90), "quadrants": (131, 90), "traits": (131, 70),
}  # fmt: skip
KINDS = sorted(PLACES)
CASES = [(kind, lang) for kind in KINDS for lang in ("ja", "en")]
VALUES = ["value", "lo", "hi", "change", "change_lo", "change_hi", "fav", "neu", "unf"]
NAME = "髙﨑祇𠮷①㈱"  # what fonts and encodings lose first


def svg(given):
    return paper.draw(given, *PLACES[given.kind])


def texts(given):
    return on_paper(svg(given))


def lost(given):
    """Numbers the screen prints and paper does not."""
    return missing(given, PLACES[given.kind])


def test_every_kind_is_written_on_screen_and_on_paper():
    assert screen.WRITERS.keys() | markup.KINDS.keys() == paper.WRITERS.keys() == SIZES.keys() == PLACES.keys()


@pytest.mark.parametrize(("kind", "lang"), CASES)
def test_what_the_screen_prints_paper_prints(kind, lang):
    assert lost(spec(kind, lang)) == set()


def test_the_contract_sees_a_writer_that_prints_something_else(monkeypatch):
    monkeypatch.setattr(dots, "number", lambda value, decimals=0: number(value + 0.1, decimals))
    assert lost(spec("dots")) == {"0.0", "57.5", "61.9", "62.4", "60.9"}
    monkeypatch.setattr(months, "number", lambda value: "")
    assert lost(spec("months")) == {"2", "0"}


def values_of(given):
    """Every number the figure was given, printed in every way there is; and the numbers of its words."""
    frames = [given.frame, *(panel["rows"] for panel in given.option("panels", []))]
    city = given.option("city")
    frames += [pd.DataFrame([city])] if isinstance(city, dict) else []
    known = {value for frame in frames for name in frame.select_dtypes("number") for value in frame[name].dropna()}
    told = {show(value, places) for value in known for places in (0, 1) for show in (number, signed)}
    words = [str(cell) for frame in frames for name in frame.select_dtypes("object") for cell in frame[name]]
    return told | {str(int(value)) for value in known} | numbers(words + list(map(str, given.options.values())))


@pytest.mark.parametrize(("kind", "lang"), CASES)
def test_paper_prints_no_number_it_was_not_given(kind, lang):
    """Beyond the frame: ticks and class breaks (whole), years, months, 95 % and the scale bar."""
    given = spec(kind, lang)
    strange = numbers(texts(given)) - values_of(given)
    assert all(re.fullmatch(r"[+−]?\d{1,4}", one) for one in strange), strange


@pytest.mark.parametrize(("kind", "lang"), CASES)
def test_nothing_withheld_reaches_paper(kind, lang):
    told = " ".join(texts(spec(kind, lang)))
    assert not any(f"{SECRET + more:.1f}" in told for more in (0, -1, 1, -3, 3, -1.3, 1.6))
    assert not re.search(r"\bNone\b|\bnan\b", told)


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"layers", "pipeline", "months", "dumbbell"}))
def test_nothing_withheld_moves_a_line_on_paper(kind):
    frame = spec(kind).frame.copy()
    numeric = frame.select_dtypes("number").columns.intersection([*VALUES, "n", "position", "ward_position"])
    frame = frame.astype(dict.fromkeys(numeric, float))
    frame.loc[frame["status"] == WITHHELD, numeric] = 12.25
    assert svg(spec(kind, frame=frame)) == svg(spec(kind))


@pytest.mark.parametrize("kind", ["dots", "map", "heat", "likert", "points", "quadrants", "traits"])
def test_an_end_told_in_place_of_a_value_is_printed_as_on_screen(kind):
    frame = spec(kind).frame.copy()
    frame["bound"], frame["bound_at"] = pd.Series([None] * len(frame), dtype=object), None
    frame.loc[0, ["bound", "bound_at", "status"]] = ["≥", 83.0, SHOWN]
    frame.loc[0, frame.columns.intersection(VALUES)] = None
    given = spec(kind, frame=frame, ward="w1" if kind == "points" else None)
    assert any("≥83%" in words for words in texts(given))
    if kind != "points":  # which tells it on pointing
        assert any("≥83%" in words for words in on_screen(given)) and lost(given) == set()


@pytest.mark.parametrize(("kind", "lang"), CASES)
def test_no_text_is_too_small_to_read(kind, lang):
    sizes = {float(size) for size in re.findall(r"font-size: ([\d.]+)px", svg(spec(kind, lang)))}
    assert sizes and min(sizes) >= 9


@pytest.mark.parametrize(("kind", "lang"), CASES)
def test_labels_stand_inside_and_apart(kind, lang):
    assert faults(spec(kind, lang), PLACES[kind]) == []


@pytest.mark.parametrize(("x", "y"), [(3.0, 3.0), (15.0, 0.2), (15.0, 5.8), (29.5, 3.0)])
@pytest.mark.parametrize("label", ["花園台校区", "花園台南部小学校区連合自治協議会区域"])
def test_a_long_name_stays_on_its_locator(label, x, y):
    given = spec("locator", x=x, y=y, label=label)
    assert faults(given, PLACES["locator"]) == []
    [name] = screen.draw(given)["layout"]["annotations"]
    lines = [re.sub("<[^>]+>", "", line) for line in name["text"].split("<br>")]
    assert "".join(lines) == label
    at = given.width / 2 + (x - 15) * min(given.width / 31.6, given.height / 7.6) + name.get("xshift", 0)
    wide = 14 * max(map(len, lines))
    left = at - {"left": 0, "right": 1}.get(name.get("xanchor"), 0.5) * wide
    assert left >= -1 and left + wide <= given.width + 1


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"months", "trend"}))
def test_every_form_of_a_name_survives_as_text(kind):
    frame, options = spec(kind).frame.copy(), {}
    for column in {"label", "outcome", "stage"} & set(frame.columns):
        frame[column] = NAME
    if kind == "layers":
        options["panels"] = [{**panel, "title": NAME} for panel in spec(kind).option("panels")]
    options |= {"locator": {"label": NAME}, "event_study": {"policy": NAME}, "points": {"ward": "w1"}}.get(kind, {})
    assert NAME in "".join(texts(spec(kind, frame=frame, **options)))


def test_a_figure_has_its_size_and_no_outlined_text():
    told = svg(spec("trend"))
    wide, high = (float(side) for side in re.search(r'width="([\d.]+)pt" height="([\d.]+)pt"', told).groups())
    assert (wide, high) == pytest.approx((131 * 72 / 25.4, 80 * 72 / 25.4), abs=0.01)
    assert "glyph" not in told and "'Noto Sans CJK JP'" in told


DIGESTS = """
import hashlib, json, sys
sys.path.insert(0, sys.argv[1])
from figure_frames import spec
from test_writers import PLACES
from dashboard.figures import paper
import matplotlib
matplotlib.rcParams.update({"font.size": 30, "svg.fonttype": "path", "path.sketch": (1, 100, 2), "hatch.color": "red"})
print(json.dumps({kind: hashlib.sha256(paper.draw(spec(kind), *PLACES[kind]).encode()).hexdigest() for kind in PLACES}))
"""


def test_the_same_bytes_again_and_in_another_process_with_other_settings():
    run = [sys.executable, "-c", DIGESTS, str(Path(__file__).parent)]
    elsewhere = json.loads(subprocess.run(run, capture_output=True, text=True, check=True, env=None).stdout)
    here = {kind: hashlib.sha256(svg(spec(kind)).encode()).hexdigest() for kind in KINDS}
    assert here == elsewhere


def luminance(colour):
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_what_is_told_by_colour_is_told_in_grey():
    tones = {name: fill for name, (fill, _, _) in palette.TONES.items()}
    shades = [*zip(palette.CLASSES, palette.CLASSES[1:], strict=False)]
    shades += [(tones["unclear"], tones["better"]), (tones["better"], tones["better_far"])]
    shades += [(tones["unclear"], tones["worse"]), (tones["worse"], tones["worse_far"])]
    fills = [fill for fill, _ in palette.SHARES.values()]
    shades += [*zip(fills, fills[1:], strict=False)]
    assert all(contrast(*pair) > 1.5 for pair in shades)
    assert contrast(tones["better"], tones["worse"]) < 1.5, "alike in grey: so a rule stands over or under the number"


def rules(given):
    """(number, 'over' | 'under') of the cells that carry a rule."""
    with sheet.plain_style():
        drawn = paper.drawn(given, *PLACES["heat"])
    found = {}
    for line in (one for one in drawn.axes.get_lines() if one.get_linewidth() == 1.1):
        (x0, x1), (y, _) = line.get_data()
        near = min(drawn.texts, key=lambda one: abs(one.get_position()[0] - (x0 + x1) / 2) + abs(middle(one) - y))
        if near.get_text().isdigit():
            found[near.get_text()] = "over" if y < middle(near) else "under"
    return found


def middle(line):
    return line.get_position()[1] - sheet.OPTICAL * line.get_fontsize() / sheet.MM


def test_better_and_worse_are_told_without_colour():
    """By hand from figure_frames: 57 and 46, 33 against 50, 40; 41 within its interval; 38 has no good direction."""
    assert rules(spec("heat")) == {"57": "over", "46": "under", "33": "under"}


def test_withheld_no_data_and_zero_are_three_marks():
    frame = members().assign(value=[0.0, 57.45, 61.9, SECRET, None])
    frame.loc[4, "status"] = NO_DATA
    for kind in ("map", "strips", "heat"):
        told = svg(spec(kind, frame=frame) if kind == "map" else spec(kind))
        assert "url(#h" in told, "a hatch"
    words = texts(spec("map", frame=frame))
    assert {"0.0", "秘匿", "データなし"} <= set(words)
    assert svg(spec("map", frame=frame)).count("stroke-dasharray") == 2, "the ward without data and its swatch"
    shown = frame.assign(value=50.0, status=SHOWN)
    assert "url(#h" not in svg(spec("map", frame=shown)) and "stroke-dasharray" not in svg(spec("map", frame=shown))


def test_a_sparkline_keeps_its_gap_and_has_no_text():
    told = paper.spark([54.2, 55.0, None, 57.0, 0.0], 60.0, 17, 9)
    assert told.count("stroke: #767676") == 2 and "<text" not in told and told.count("stroke-dasharray") == 1
    assert told == paper.spark([54.2, 55.0, None, 57.0, 0.0], 60.0, 17, 9)
    assert "stroke" not in paper.spark([None, 1.0], None, 17, 9).replace("stroke-line", "")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_an_empty_figure_still_draws(lang):
    for kind in KINDS:
        empty = {"events": [], "breaks": [], "not_held": [], "panels": []}
        assert svg(spec(kind, lang, frame=spec(kind).frame.iloc[:0], **empty)).startswith("<?xml"), kind
