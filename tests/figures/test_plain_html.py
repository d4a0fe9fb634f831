"""Tiles, sparklines, legends and the table twin: escaped, in words, and 0 is 0."""

import base64
import re

import pandas as pd
import pytest
from figure_frames import measure, spec

from dashboard.figures.legends import legend
from dashboard.figures.tiles import Tile, sparkline, tiles
from dashboard.figures.twins import table


def tile(**given):
    return Tile(**{"label": "L", "value": 60.85, "unit": "点", "difference": "点", **given})


def test_a_label_is_never_markup():
    out = tiles([tile(label="<script>x</script>", unit='"><img', corner="<i>", note="<u>")], "ja")
    out += table(pd.DataFrame({"<img>": ["<script>"], "value": [1.0], "status": ["表示"]}), "ja")
    assert not re.search(r"<script|<img>|<u>|<i>\)", out) and "&lt;script&gt;" in out and '"><img' not in out


def test_a_change_comes_with_words_and_interval():
    out = tiles([tile(change=1.9, change_lo=0.8, change_hi=3.0)], "ja")
    assert '<p class="up"><b>+1.9点</b> 上がった</p><p class="m">95%区間 +0.8～+3.0</p>' in out
    assert "rose</p>" in tiles([tile(change=1.9, change_lo=0.8, change_hi=3.0)], "en")
    assert not re.search("[▲▼△▽]", out)


@pytest.mark.parametrize(
    ("change", "low", "high", "direction", "tone", "word"),
    [
        (-1.8, -3.0, -0.6, "up", "down", "下がった"),
        (-1.8, -3.0, -0.6, "down", "up", "下がった"),
        (-1.8, -3.0, -0.6, "none", "", "下がった"),
        (0.4, -0.9, 1.7, "up", "", "差があるとは言えない"),
        (0.4, 0.0, 1.7, "up", "", "差があるとは言えない"),
        (-1.8, None, None, "up", "down", "下がった"),
    ],
)
def test_colour_follows_direction_and_words_follow_the_interval(change, low, high, direction, tone, word):
    out = tiles([tile(change=change, change_lo=low, change_hi=high, direction=direction)], "ja")
    assert f'<p class="{tone}"><b>' in out and f"</b> {word}</p>" in out


def test_zero_survives_and_absence_has_its_word():
    assert "<b>0.0</b>" in tiles([tile(value=0.0)], "ja")
    assert '<div class="v m"><b>秘匿</b>' in tiles([tile(value=77.7, status="秘匿")], "ja"), (
        "a word in the size of words"
    )
    assert "<b>no data</b>" in tiles([tile(value=None, status="データなし")], "en")


def test_target_or_none():
    assert "目標 100点" in tiles([tile(target=100.0)], "ja") and "目標なし" in tiles([tile()], "ja")
    assert "目標 0点" in tiles([tile(target=0.0)], "ja")


def test_a_sparkline_keeps_its_gap_and_ends():
    out = sparkline([54.2, 55.0, None, 57.0, 0.0], None, "ja")
    svg = base64.b64decode(out.split("base64,")[1].split('"')[0]).decode()
    assert svg.count("<polyline") == 2 and 'alt="54.2から0.0へ"' in out
    assert sparkline([None, 1.0], None, "ja") == ""


def test_table_twin():
    rows = {
        "label": ["A", "B", "C"],
        "value": [0.0, 77.7, None],
        "n": [12, 3, None],
        "change": [-1.25, None, None],
        "status": ["表示", "秘匿", "データなし"],
    }
    out = table(pd.DataFrame(rows), "ja")
    assert '<td class="n">0.0</td><td class="n">12</td><td class="n">−1.3</td><td>表示</td>' in out
    assert '<td class="n">秘匿</td><td class="n">秘匿</td><td class="n"></td><td>秘匿</td>' in out
    assert '<td class="n">データなし</td><td class="n"></td>' in out
    assert '<th scope="col" class="n">値</th>' in out and "77.7" not in out


def test_a_day_has_no_hour():
    days = pd.DataFrame({"due": pd.to_datetime(["2025-12-26", None]), "value": [1.0, 2.0], "status": ["表示", "表示"]})
    assert ">2025-12-26<" in table(days, "ja") and "00:00" not in table(days, "ja")


def test_legends():
    assert "58未満" in legend(spec("map")) and "58～60" in legend(spec("map")) and "秘匿" in legend(spec("map"))
    assert "6以上低い" in legend(spec("heat")) and "方向なし" in legend(spec("heat"))
    assert "favourable" in legend(spec("likert", "en")) and legend(spec("trend")) == ""
    assert measure().breaks == (58.0, 60.0, 62.0)
