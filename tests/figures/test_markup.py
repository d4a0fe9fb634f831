"""Figures in HTML: every number in words, every absence named, nothing of the data read as markup."""

import re

import pytest
from figure_frames import SECRET, spec

from dashboard.figures.counts import place
from dashboard.figures.markup import KINDS, draw
from dashboard.figures.markup.dumbbell import percent

LANGUAGES = ("ja", "en")


def bare(html):
    """The words of a figure, marks and titles left out."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_nothing_of_the_data_is_markup_and_nothing_withheld_shows(kind, lang):
    html = draw(spec(kind, lang))
    assert "<1>" not in html and "<houses>" not in html and '<b>"' not in html
    assert f"{SECRET:.1f}" not in html and "None" not in html and "nan" not in html
    assert html.count("<table") == html.count("</table>") and f'lang="{lang}"' in html


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_figure_still_draws(lang):
    for kind in KINDS:
        assert draw(spec(kind, lang, frame=spec(kind).frame.iloc[:0]))


def test_a_strip_tells_zero_from_withheld_and_from_no_data():
    rows = re.findall(r"<tr class=.*?</tr>", draw(spec("strips")))
    zero, secret, nothing = rows[4], rows[1], rows[2]
    assert "<b>0.0%</b>" in zero and '<em title="更新遅れ">*</em>' in zero and "--at:3.0%" in zero
    assert "秘匿" in secret and "データなし" in nothing
    assert all('class="track none"' in row and "--at" not in row for row in (secret, nothing))
    assert "612／999" in rows[0] and "61.3%" in rows[0]


def test_a_strip_names_each_field_once_and_marks_the_value_of_a_district():
    html = draw(spec("strips"))
    assert bare(html).count("防災") == 1 and html.count('class="open"') == 2
    far = re.findall(r'<i class="own far flat"', html)
    assert len(far) == 1 and "校区の値" in bare(html) and "良し悪しのない指標" in bare(html)
    only_own = draw(spec("strips", frame=spec("strips").frame.iloc[:1]))
    assert "校区の値" not in bare(only_own) and "更新遅れ" not in bare(only_own)


def test_the_pipeline_counts_with_denominators_and_never_in_per_cent():
    words = bare(draw(spec("pipeline")))
    assert "完了6件中2件" in words and "研究10件中6件" in words and "%" not in words
    last = re.findall(r"<tr><th.*?</tr>", draw(spec("pipeline")))[-1]
    assert last.endswith('<td class="value"></td></tr>'), "the last stage has no end, so no days"
    assert "2 of 6 completed" in bare(draw(spec("pipeline", "en"))) and "13日" in words, "12.5 days round half up"


def test_a_month_without_visit_is_not_a_month_without_report():
    html = draw(spec("months"))
    two, none, silent = re.findall(r"<li>.*?</li>", html)
    assert ">2</b>" in two and "--to:100.0%" in two and ">0</b>" in none and "silent" not in none
    assert 'class="silent"' in silent and "</b>" not in silent and "報告なし" in bare(html)
    assert bare(silent) == "6" and "Jun" in bare(draw(spec("months", "en")))


def test_in_a_dumbbell_right_is_better_whatever_the_direction():
    """By hand: 49 to 31 with target 33, less is better: 31 lies right of 33, 33 right of 49."""
    at = {value: percent(place(value, 31.0, 49.0, "down")) for value in (49.0, 33.0, 31.0)}
    assert at[49.0] == 8 and at[31.0] == 92 and 80 < at[33.0] < 92
    assert percent(place(53.0, 53.0, 74.0, "up")) == 8 and percent(place(5.0, 5.0, 5.0, "up")) == 50
    words = bare(draw(spec("dumbbell")))
    assert "49 → 31件" in words and "53 → 63.5件" in words and "45 → 0件" in words
    assert {"達成", "未達", "目標なし", "データなし"} <= set(words.split())
