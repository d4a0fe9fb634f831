"""Alternative texts, axis notes and line breaks."""

import pandas as pd
import pytest
from figure_frames import line, spec

from dashboard.figures.alt import described
from dashboard.figures.lettering import width, wrap
from dashboard.figures.scale import axis_note, even, notes
from dashboard.figures.spec import SIZES


def test_the_course_is_told_with_its_ends_and_gaps():
    assert described(spec("trend")) == (
        "折れ線。Cityのindexの名は平成29年度（2017年度）54.1点、令和7年度（2025年度）60.7点。"
        "値のない年度：令和2年度（2020年度） 未実施、令和4年度（2022年度） 秘匿。"
    )
    assert "FY2017 54.1 points, FY2025 60.7 points" in described(spec("trend", "en"))


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("kind", sorted(SIZES))
def test_every_kind_has_an_alternative_text_in_both_languages(kind, lang):
    said = described(spec(kind, lang))
    assert len(said) > 30 and "None" not in said and "nan" not in said


def test_the_verdict_is_in_the_alternative_text():
    said = described(spec("changes"))
    assert "+2.2点 上がった" in said and "+0.5点 差があるとは言えない" in said


def test_a_cut_axis_says_so():
    assert axis_note(spec("trend")) == "縦軸は50点から" and axis_note(spec("trend", "en")) == "axis from 50 points"
    low = line(base=1.0)
    assert axis_note(spec("trend", frame=low)) == "" and axis_note(spec("dots")) == ""
    assert "白抜きの点は集計値のみ（区間なし）" in notes(spec("trend"))


SPANS = [(53.1, 62.0), (0.0, 100.0), (58.2, 58.3), (0.0, 0.4), (12.0, 96.0), (71650.0, 75600.0), (0.0, 410000.0)]


@pytest.mark.parametrize(("low", "high"), SPANS)
def test_scales_hold_the_data_with_even_steps(low, high):
    scale = even(low, high)
    steps = {round(b - a, 6) for a, b in zip(scale.ticks, scale.ticks[1:], strict=False)}
    assert scale.low <= low and scale.high > high and scale.low >= 0
    assert len(steps) <= 1 and 2 <= len(scale.ticks) <= 6


def test_an_empty_frame_still_draws():
    from dashboard.figures.screen import draw

    empty = line().iloc[:0]
    assert draw(spec("trend", frame=empty, events=[], breaks=[], not_held=[]))["layout"]
    hidden = pd.DataFrame([{"member": "m", "label": "M", "fiscal_year": 2025, "value": None, "lo": None, "hi": None,
                            "status": "データなし"}])  # fmt: skip
    assert draw(spec("multiples", frame=hidden, breaks=[], events=[], not_held=[]))["layout"]


LONG = "市のビジョン（総合計画の「めざすまちの姿」）の内容を知っていて、自分の言葉で説明することもできると思う。"


@pytest.mark.parametrize(
    ("text", "lang"),
    [(LONG, "ja"), ("モチベーション" * 4, "ja"), ("I know what the city's vision says and could explain it.", "en")],
)
def test_wrapped_lines_never_overflow(text, lang):
    for room in (70, 120, 200, 330):
        lines = wrap(text, room, lang)
        assert len(lines) <= 2 and all(width(line, lang) <= room for line in lines)
        assert not any(line[0] in "、。ー）」" for line in lines)
        kept = "".join(lines).replace("…", "").replace(" ", "")
        assert text.replace(" ", "").startswith(kept)
        assert "…" in lines[-1] or kept == text.replace(" ", "")
