"""Findings are made by rule from published cells: the style guide's sentences, word for word, from their numbers."""

import numpy as np
import pandas as pd
import pytest

from dashboard.edition.ask import ask
from dashboard.publish.narrator import Narrator
from dashboard.publish.ranks import lowest_of_highest
from dashboard.publish.sentences import findings

SHARE = {"unit_ja": "%", "unit_en": "%", "difference_ja": "ポイント", "difference_en": "points", "decimals": 1}
MEASURES = pd.DataFrame([
    {"measure": "motivation", "kind": "index", "label_ja": "意欲指数", "label_en": "Motivation index", "unit_ja": "点",
     "unit_en": "", "difference_ja": "点", "difference_en": "points", "decimals": 1, "target": None},
    {"measure": "gap_vision", "kind": "theme", "label_ja": "ビジョンの共有", "label_en": "Shared vision", **SHARE,
     "target": 100.0},
    {"measure": "gap_policy", "kind": "theme", "label_ja": "政策立案力", "label_en": "Policy capacity", **SHARE,
     "target": None},
    {"measure": "theme_motivation", "kind": "theme", "label_ja": "仕事へのモチベーション",
     "label_en": "Motivation at work", **SHARE, "target": None},
    {"measure": "response_rate", "kind": "rate", "label_ja": "回答率", "label_en": "Response rate", **SHARE,
     "target": None},
    {"measure": "v1", "kind": "item", "label_ja": "市の将来像を知っている。", "label_en": "I know the vision.", **SHARE,
     "target": None},
])  # fmt: skip
WAVES = pd.DataFrame({"wave": ["2018", "2019", "2020", "2024", "2025"]})
WAVES = WAVES.assign(fiscal_year=WAVES["wave"].astype(int), held=WAVES["wave"] != "2020")
NAMED = {"D09": ("農業水産局", "Agriculture and Fisheries Bureau"), "D10": ("都市整備局", "Urban Development Bureau"),
         "D12": ("消防防災局", "Fire and Disaster Bureau")}  # fmt: skip
BUREAUS = [f"D{at:02}" for at in range(1, 19)]
MEMBERS = pd.DataFrame([
    {"view": "city", "member": "all", "label_ja": "市全体", "label_en": "The whole city"},
    *[{"view": "ward", "member": code, "label_ja": f"{code}区", "label_en": code} for code in "ABC"],
    {"view": "ward", "member": "HQ", "label_ja": "本庁（市全域担当）", "label_en": "Head office (city-wide)"},
    *[{"view": "bureau", "member": code, "label_ja": ja, "label_en": en}
      for code in BUREAUS for ja, en in [NAMED.get(code, (f"{code}局", f"{code} Bureau"))]],
    {"view": "department", "member": "D0901", "label_ja": "農政課", "label_en": "Farming"},
])  # fmt: skip
CELL = {"view": "city", "member": "all", "measure": "motivation", "value": 61.9, "lo": 61.0, "hi": 62.8, "n": 5325,
        "asked": 7500, "news": None, "bound": None, "bound_at": None, "wider_view": None, "wider_member": None,
        "wave": "2025", "status": "表示"}  # fmt: skip


KEYS = ["wave", "view", "member", "measure"]
DRIVERS = [*KEYS, "share", "share_lo", "share_hi", "r2"]


def cell(change=None, least=None, most=None, **other):
    return {**CELL, "change": change, "change_lo": least, "change_hi": most, **other}


def bureau(member, change=None, least=None, most=None, **other):
    return cell(change, least, most, view="bureau", member=member, **other)


def frames(*cells, breaks=(), bounds=()):
    return {
        "cells": pd.DataFrame(cells), "measures": MEASURES, "waves": WAVES, "members": MEMBERS,
        "breaks": pd.DataFrame(breaks, columns=[*KEYS, "kind"]), "drivers": pd.DataFrame(columns=DRIVERS),
        "nonresponse": pd.DataFrame(bounds, columns=[*KEYS, "least", "most"]),
    }  # fmt: skip


def told(*cells, **more):
    return findings(frames(*cells, **more)).set_index(["page", "member"])


def whole(*cells, **more):
    return told(*cells, **more).loc[("member", "all")]


def japanese(row):
    """The sentences of a finding as they are read, one after the other."""
    return f"{row['headline_ja']}{row['bracket_ja']}。{row['detail_ja']}"


def english(row):
    bracket = f" {row['bracket_en']}" if row["bracket_en"] else ""
    return f"{row['headline_en']}{bracket}. {row['detail_en']}"


RISE = "意欲指数は市全体で61.9点となり、前回（令和6年度）より1.9点上がった（95%信頼区間 +0.8～+3.0点）。"
RISE_EN = (
    "The motivation index for the whole city is 61.9, up 1.9 points on the last survey (FY2024; 95% interval "
    "+0.8 to +3.0)."
)
FALL = "都市整備局の意欲指数は55.2点となり、前回より3.4点下がった（95%信頼区間 −5.6～−1.2点）。"
FALL_EN = "The index for the Urban Development Bureau is 55.2, down 3.4 points (95% interval −5.6 to −1.2)."
SAME = "意欲指数は市全体で60.4点であり、前回と差があるとは言えない（+0.4点、95%信頼区間 −0.7～+1.5点）。"
SAME_EN = "The index is 60.4; no clear difference from the last survey (+0.4, 95% interval −0.7 to +1.5)."
SHORT = (
    "ビジョンの共有は市全体で52.3%であり、目標（100%）に47.7ポイント届いていない。"
    "前回より2.1ポイント上がった（95%信頼区間 +0.6～+3.6）。"
)
SHORT_EN = "Shared vision is 52.3%, 47.7 points short of the target (100%). Up 2.1 points on the last survey"


@pytest.mark.parametrize(
    ("one", "ja", "en"),
    [
        (cell(1.9, 0.8, 3.0), RISE, RISE_EN),
        (bureau("D10", -3.4, -5.6, -1.2, value=55.2), FALL, FALL_EN),
        (cell(0.4, -0.7, 1.5, value=60.4), SAME, SAME_EN),
        (cell(2.1, 0.6, 3.6, measure="gap_vision", value=52.3), SHORT, SHORT_EN),
    ],
)
def test_value_comparison_and_interval_word_for_word(one, ja, en):
    row = told(one).loc[("member", one["member"])]
    assert japanese(row).startswith(ja) and english(row).startswith(en)
    assert "対象職員7,500人のうち5,325人の回答による。" in row["detail_ja"]
    assert "▲" not in japanese(row) and "誤差" not in japanese(row)


def test_a_gap_without_a_target_says_so_and_how_many_have_none():
    row = whole(cell(0.4, -0.7, 1.5, measure="gap_policy", value=45.1))
    assert row["detail_ja"].endswith("この課題には目標が設定されていない（目標なし：2件中1件）。")
    assert row["detail_en"].endswith("No target is set for this gap (none for 1 of 2).")
    assert "目標" not in japanese(whole(cell())) and "目標なし" not in japanese(whole(cell(measure="gap_vision")))


def test_several_units_are_counted_and_named():
    fell = [bureau(code, -2, -3, -1, news=True) for code in ("D10", "D12")]
    rest = [bureau(code, 0.1, -1, 1.2, news=False) for code in BUREAUS if code not in NAMED or code == "D09"]
    row = told(*fell, *rest).loc[("several", "all")]
    assert japanese(row).startswith(
        "18の局・区役所のうち、前回より下がったと言えるのは2局（都市整備局、消防防災局）である。"
        "残る16は差があるとは言えない。"
    )
    assert english(row).startswith(
        "Of 18 bureaus and ward offices, 2 (Urban Development Bureau, Fire and Disaster Bureau) can be said to have "
        "fallen. For the other 16 no clear difference is seen."
    )
    assert row["detail_ja"].endswith("指標は意欲指数で、多くを同時に比べるため補正した。")


def test_units_are_never_ranked():
    apart = [
        bureau(code, value=60 - at * 0.58, lo=57 - at * 0.58, hi=63 - at * 0.58) for at, code in enumerate(BUREAUS)
    ]
    row = told(*apart).loc[("several", "all")]
    assert "18の局・区役所の順位は付けられない。最も上の局でも順位の範囲は1～14位である。" in row["detail_ja"]
    assert "The 18 cannot be ranked: even the highest could be anywhere from 1st to 14th." in row["detail_en"]


def test_ranks_are_told_from_pairs_of_intervals_all_at_once():
    value, half = np.array([50.0, 48.0, 40.0]), np.full(3, 1.0)
    # three pairs: the margin is 2.394 / 1.960 * sqrt(2) = 1.727
    assert lowest_of_highest(value, value - half, value + half) == 1
    assert lowest_of_highest(value + [0, 0.3, 0], value - half, value + half + [0, 0.3, 0]) == 2
    assert lowest_of_highest(value, value - 100, value + 100) == 3


def test_a_withheld_department_names_what_can_be_seen():
    hidden = cell(view="department", member="D0901", status="秘匿", value=None, n=None, asked=None, wider_view="bureau",
                  wider_member="D09")  # fmt: skip
    row = told(hidden).loc[("member", "D0901")]
    assert japanese(row) == "この部署の結果は、個人の保護のため秘匿している。農業水産局の結果は見ることができる。"
    assert english(row) == (
        "Withheld to protect individuals. The result for the Agriculture and Fisheries Bureau can be shown."
    )
    ward = told({**hidden, "view": "ward", "member": "A", "wider_view": None, "wider_member": None})
    assert japanese(ward.loc[("member", "A")]) == (
        "A区の結果は、個人の保護のため秘匿している。市全体の結果は見ることができる。"
    )


def test_a_year_without_survey():
    row = whole(cell(wave="2020", status="データなし"))
    assert japanese(row) == "令和2年度（2020年度）は調査を実施していない。前後の値は線で結んでいない。"
    assert english(row).strip() == ("No survey was held in FY2020; the values before and after are not joined.")


def test_a_break_is_told_in_the_survey_it_begins_in():
    breaks = [("2019", "city", "*", "v1", "設問変更"), ("2019", "city", "*", "motivation", "設問変更")]
    for lang, said in [
        ("ja", "この設問は令和元年度に文言を変えたため、それより前とは比べられない。"),
        ("en", "This item was reworded in FY2019 and cannot be compared with earlier years."),
    ]:
        detail = Narrator(frames(cell(), breaks=breaks), lang).member(cell(wave="2019", measure="v1"))[2]
        assert detail.endswith(said)
    row = whole(cell(wave="2019"), breaks=breaks)
    assert row["headline_ja"] == "意欲指数は市全体で61.9点である" and row["bracket_ja"] == ""
    assert row["detail_ja"].endswith("この指標は令和元年度に設問を変えたため、それより前とは比べられない。")


def test_a_coded_end_is_told_as_at_least():
    row = whole(cell(measure="gap_vision", value=None, bound="≥", bound_at=94.0))
    assert row["headline_ja"].endswith("94.0%以上である") and "目標" not in japanese(row)


def test_a_count_of_all_needs_no_interval():
    row = whole(cell(-0.5, measure="response_rate", value=70.2))
    assert row["headline_ja"] == "回答率は市全体で70.2%となり、前回より0.5ポイント下がった" and row["bracket_ja"] == ""
    assert whole(cell(0.0, measure="response_rate", value=70.2))["headline_ja"].endswith("前回と同じである")


def test_several_members_are_counted_without_the_head_office():
    changes = {"A": (2, 1, 3), "B": (-2, -3, -1), "C": (0.1, -1, 1.2), "HQ": (5, 4, 6)}
    cells = [cell(*numbers, view="ward", member=code) for code, numbers in changes.items()]
    row = told(*cells).loc[("several", "all")]
    assert row["headline_ja"] == (
        "3区のうち、前回より上がったと言えるのは1区（A区）、下がったと言えるのは1区（B区）である"
    )
    assert row["detail_ja"].startswith("残る1は差があるとは言えない。")
    assert told(*cells[2:3]).loc[("several", "all")]["headline_ja"].startswith("1区のいずれも")


def test_many_names_stand_below_the_headline():
    row = told(*(bureau(code, 2, 1, 3) for code in BUREAUS[:4]), bureau("D12", -2, -3, -1)).loc[("several", "all")]
    assert row["headline_ja"].endswith("前回より上がったと言えるのは4局、下がったと言えるのは1局である")
    assert row["detail_ja"].startswith("上がったのはD01局、D02局、D03局、D04局。下がったのは消防防災局。")


def test_what_is_no_news_among_many_is_no_rise_and_the_reader_is_told():
    cells = [cell(2, 1, 3, view="ward", member="A", news=True), cell(2, 0.1, 3.9, view="ward", member="B", news=False)]
    found = told(*cells)
    assert found.loc[("several", "all")]["headline_ja"] == "2区のうち、前回より上がったと言えるのは1区（A区）である"
    alone = found.loc[("member", "B")]
    assert "差があるとは言えない" in alone["headline_ja"]
    assert alone["detail_ja"].endswith("多くを同時に比べるため補正した。")


RATE = cell(measure="response_rate", value=71.0)
SILENT = "回答率は71%（5,325／7,500人）である。回答しなかった29%の意見により、肯定的な割合は41～70%の範囲で変わりうる。"
SILENT_EN = (
    "Response 71% (5,325 of 7,500). Depending on the 29% who did not answer, the share could lie between 41% and 70%."
)


def test_the_silent_and_what_they_may_change():
    keys = ("2025", "city", "all")
    bounds = [(*keys, "theme_motivation", 40.97, 69.97), (*keys, "motivation", 43.95, 72.95)]
    found = told(RATE, cell(), cell(measure="theme_motivation", value=57.7), bounds=bounds)
    unknowns = found.loc[[("unknowns", "all")]].set_index("measure")
    for measure in ("theme_motivation", "response_rate"):
        assert japanese(unknowns.loc[measure]).startswith(SILENT)
        assert english(unknowns.loc[measure]).startswith(SILENT_EN)
    assert unknowns.loc["motivation", "detail_ja"] == (
        "回答しなかった29%の意見により、意欲指数は44～73点の範囲で変わりうる。"
    )


def test_where_the_roster_is_unknown_the_page_says_so():
    unknown = {"status": "データなし", "value": None, "n": None, "asked": None}
    found = told({**RATE, **unknown}, cell(asked=None)).loc[[("unknowns", "all")]].set_index("measure")
    assert "対象職員数が分からない" in found.loc["motivation", "headline_ja"]
    assert "headcounts.csv" in found.loc["motivation", "detail_en"]


def test_every_finding_of_the_demo_agrees_with_its_cell(demo_edition):
    for wave in ("2017", "2019", "2025"):
        for row in ask(demo_edition, "survey_wave", wave=wave, view="ward").rows():
            keys = {"wave": wave, "view": "ward", "member": row["member"], "measure": "motivation"}
            (finding,) = ask(demo_edition, "finding", page="member", **keys).rows()
            rose = row["news"] is not None and row["news"] and row["change_lo"] > 0
            fell = row["news"] is not None and row["news"] and row["change_hi"] < 0
            assert ("上がった" in finding["headline_ja"]) == rose
            assert ("下がった" in finding["headline_ja"]) == fell
