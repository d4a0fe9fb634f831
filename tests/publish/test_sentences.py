"""Findings are made by rule from published cells: words, signs and intervals as the style guide's examples."""

import pandas as pd
import pytest

from dashboard.edition.ask import ask
from dashboard.publish.sentences import findings

CELL = {
    "view": "city",
    "member": "all",
    "measure": "motivation",
    "value": 61.9,
    "n": 5325,
    "asked": 7500,
    "news": None,
    "bound": None,
    "bound_at": None,
    "wider_view": None,
    "wider_member": None,
}
MEASURES = pd.DataFrame([
    {"measure": "motivation", "kind": "index", "label_ja": "意欲指数", "label_en": "Motivation index", "unit_ja": "点",
     "unit_en": "", "difference_ja": "点", "difference_en": "points", "decimals": 1, "target": None},
    {"measure": "gap_vision", "kind": "theme", "label_ja": "ビジョンの共有", "label_en": "Shared vision",
     "unit_ja": "%", "unit_en": "%", "difference_ja": "ポイント", "difference_en": "pt", "decimals": 1,
     "target": 100.0},
])  # fmt: skip
WAVES = pd.DataFrame([
    {"wave": "2025", "fiscal_year": 2025, "held": True},
    {"wave": "2020", "fiscal_year": 2020, "held": False},
])  # fmt: skip
MEMBERS = pd.DataFrame([
    {"view": "city", "member": "all", "label_ja": "市全体", "label_en": "The whole city"},
    *[{"view": "ward", "member": code, "label_ja": f"{code}区", "label_en": code} for code in "ABC"],
    {"view": "ward", "member": "HQ", "label_ja": "本庁", "label_en": "Head office"},
])  # fmt: skip


def cell(change=None, lo=None, hi=None, wave="2025", status="表示", **other):
    return {**CELL, "wave": wave, "status": status, "change": change, "change_lo": lo, "change_hi": hi, **other}


DRIVERS = ["wave", "view", "member", "measure", "share", "share_lo", "share_hi", "r2"]


def told(*cells, breaks=(), drivers=()):
    columns = ["wave", "view", "member", "measure", "kind"]
    frames = {
        "cells": pd.DataFrame(cells), "measures": MEASURES, "waves": WAVES, "members": MEMBERS,
        "breaks": pd.DataFrame(breaks, columns=columns), "drivers": pd.DataFrame(drivers, columns=DRIVERS),
    }  # fmt: skip
    return findings(frames).set_index(["page", "member"])


def whole(*cells, **more):
    return told(*cells, **more).loc[("member", "all")]


@pytest.mark.parametrize(
    ("change", "lo", "hi", "ja", "bracket", "en"),
    [
        (1.9, 0.8, 3.0, "意欲は市全体で前回より上がった", "（+1.9点、95%信頼区間 +0.8～+3.0点）", "motivation rose"),
        (-3.4, -5.6, -1.2, "意欲は市全体で前回より下がった", "（−3.4点、95%信頼区間 −5.6～−1.2点）", "motivation fell"),
        (0.4, -0.7, 1.5, "意欲は市全体で前回と差があるとは言えない", "（+0.4点、95%信頼区間 −0.7～+1.5点）",
         "no clear difference"),
    ],
)  # fmt: skip
def test_a_change_is_told_with_its_interval_and_only_beyond_it(change, lo, hi, ja, bracket, en):
    row = whole(cell(change, lo, hi))
    assert (row["headline_ja"], row["bracket_ja"]) == (ja, bracket)
    assert en in row["headline_en"]
    assert "▲" not in row["bracket_ja"] and "誤差" not in row["headline_ja"]


def test_the_base_and_the_distance_to_the_target_are_told():
    row = whole(cell(2.1, 0.6, 3.6, measure="gap_vision", value=52.3))
    assert "対象職員7,500人のうち5,325人" in row["detail_ja"]
    assert "目標（100%）に47.7ポイント届いていない" in row["detail_ja"]
    assert "47.7 pt short of the target (100%)" in row["detail_en"]


def test_a_withheld_cell_tells_no_number_and_names_what_can_be_seen():
    row = whole(cell(status="秘匿", value=None, n=None, asked=None))
    assert row["headline_ja"] == "市全体の結果は、個人の保護のため秘匿している"
    assert not any(mark.isdigit() for mark in row["headline_ja"] + row["bracket_ja"])
    assert "市全体の結果は見ることができる" in row["detail_ja"]


def test_a_withheld_member_names_the_nearest_wider_one():
    row = told(cell(view="ward", member="A", status="秘匿", value=None, wider_view="ward", wider_member="B")).loc[
        ("member", "A")
    ]
    assert (row["headline_ja"], row["detail_ja"]) == (
        "A区の結果は、個人の保護のため秘匿している", "B区の結果は見ることができる。",
    )  # fmt: skip


def test_a_coded_end_is_told_as_at_least():
    row = whole(cell(measure="gap_vision", value=None, bound="≥", bound_at=94.0))
    assert row["headline_ja"].endswith("94.0%以上である") and "目標" not in row["detail_ja"]


def test_a_year_without_survey_and_a_break_are_told():
    assert whole(cell(wave="2020", status="データなし"))["headline_ja"] == "令和2年度（2020年度）は調査を実施していない"
    row = whole(cell(), breaks=[("2025", "city", "*", "motivation", "設問変更")])
    assert row["headline_ja"] == "意欲は市全体で61.9点である"
    assert row["bracket_ja"] == "" and "比べられない" in row["detail_ja"]


def test_several_members_are_counted_and_named_without_the_head_office():
    changes = {"A": (2, 1, 3), "B": (-2, -3, -1), "C": (0.1, -1, 1.2), "HQ": (5, 4, 6)}
    cells = [cell(*numbers, view="ward", member=code) for code, numbers in changes.items()]
    row = told(*cells).loc[("several", "all")]
    assert row["headline_ja"] == "3区のうち意欲が上がったのは1、下がったのは1"
    assert row["detail_ja"].startswith("前回より上がったと言えるのはA区。前回より下がったと言えるのはB区。残る1")
    assert told(*cells[2:3]).loc[("several", "all")]["headline_ja"].startswith("1区のいずれも")


def test_what_is_no_news_among_many_is_no_rise_and_the_reader_is_told():
    cells = [cell(2, 1, 3, view="ward", member="A", news=True), cell(2, 0.1, 3.9, view="ward", member="B", news=False)]
    row = told(*cells).loc[("several", "all")]
    assert row["headline_ja"] == "2区のうち意欲が上がったのは1"
    assert "B区" not in row["detail_ja"] and row["detail_ja"].endswith("多くを同時に比べるため補正した。")


def test_every_finding_of_the_demo_agrees_with_its_cell(demo_edition):
    for wave in ("2017", "2019", "2025"):
        for row in ask(demo_edition, "survey_wave", wave=wave, view="ward").rows():
            keys = {"wave": wave, "view": "ward", "member": row["member"], "measure": "motivation"}
            (finding,) = ask(demo_edition, "finding", page="member", **keys).rows()
            rose = row["news"] is not None and row["news"] and row["change_lo"] > 0
            fell = row["news"] is not None and row["news"] and row["change_hi"] < 0
            assert ("上がった" in finding["headline_ja"]) == rose
            assert ("下がった" in finding["headline_ja"]) == fell
