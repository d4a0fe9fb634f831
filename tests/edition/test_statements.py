"""Sentences about places: the numbers of the agreed fixtures, in both languages."""

import pytest

from dashboard.edition import statements
from dashboard.edition.measure import Measure
from dashboard.edition.places import Indicator

RATE = Measure(
    "membership_rate", "indicator", "組織", {"ja": "加入率", "en": "Membership rate"}, {"ja": "%", "en": "%"},
    {"ja": "ポイント", "en": "pt"}, 1, "up", (70, 80, 90), None, False,
)  # fmt: skip
RATED = Indicator(RATE, RATE, "association", {"ja": "", "en": ""}, {"ja": "", "en": ""}, "register")
CITY = {
    "area_kind": "city",
    "status": "表示",
    "value": 82.6,
    "change": -0.7,
    "numerator": 279000,
    "denominator": 337800,
    "parts": None,
    "parts_of": None,
}
MINAMI = {**CITY, "area_kind": "ward", "value": 78.2, "change": None, "numerator": 45120, "denominator": 57698}


def test_a_ward_below_the_city_says_so_with_numerator_and_denominator():
    said = statements.of_indicator(MINAMI, CITY, "南区", RATED, "ja")
    assert said.headline == "南区の加入率は78.2%で、市全体を4.4ポイント下回る"
    assert said.bracket == "（45,120／57,698）"
    english = statements.of_indicator(MINAMI, CITY, "Minami", RATED, "en")
    assert english.headline == "Membership rate in Minami is 78.2%, 4.4 points below the whole city"


def test_a_sum_says_of_how_many_it_was_made_where_some_reported_nothing():
    part = {**MINAMI, "parts": 171, "parts_of": 190}
    assert statements.of_indicator(part, CITY, "南区", RATED, "ja").detail == "190のうち171の合計（残りは未報告）"
    whole = {**MINAMI, "parts": 190, "parts_of": 190}
    assert statements.of_indicator(whole, CITY, "南区", RATED, "ja").detail == ""
    assert "sum of 171 of 190" in statements.of_indicator(part, CITY, "Minami", RATED, "en").detail


@pytest.mark.parametrize(("value", "words"), [(84.0, "1.4ポイント上回る"), (82.62, "市全体と同じである")])
def test_above_and_level(value, words):
    assert words in statements.of_indicator({**MINAMI, "value": value}, CITY, "南区", RATED, "ja").headline


def test_the_city_is_compared_with_the_year_before_and_zero_is_a_change():
    assert "前年度から−0.7ポイントである" in statements.of_indicator(CITY, CITY, "市全体", RATED, "ja").headline
    level = statements.of_indicator({**CITY, "change": 0.0}, CITY, "市全体", RATED, "ja")
    assert "前年度から±0.0ポイント" in level.headline
    assert statements.of_indicator({**CITY, "change": None}, CITY, "市全体", RATED, "ja").headline.endswith(
        "82.6%である"
    )


@pytest.mark.parametrize(("status", "words"), [("秘匿", "秘匿（個人の保護のため）"), ("データなし", "データなし")])
def test_what_is_withheld_or_missing_is_named(status, words):
    row = {**MINAMI, "status": status, "value": None, "numerator": None, "denominator": None}
    assert statements.of_indicator(row, CITY, "南区", RATED, "ja").headline == f"南区の加入率は{words}である"


def test_zero_visits_and_no_report_are_counted_apart():
    def row(visits, status, overdue=False, updated="2025-04-01"):
        return {"visits": visits, "visit_status": status, "overdue": overdue, "updated_on": updated}

    rows = [row(3, "表示"), row(0, "表示"), row(None, "報告なし", True, "2022-06-10"), row(0, "表示")]
    said = statements.of_visits(rows, "南区", "ja")
    assert said.headline == "南区の4団体のうち、過去12か月の訪問0件は2団体、報告なしは1団体"
    assert said.detail == "更新遅れのカルテは4件中1件、最も古い更新日は2022-06-10"


def test_completed_studies_are_counted_with_basic_studies_apart():
    summary = {"completed": 46, "adopted": 17, "under_review": 11, "not_adopted": 18, "basic": 8, "running": 16}
    summary |= {"undocumented": 0}
    said = statements.of_pipeline(summary, "市全体", "ja")
    assert said.headline == "完了した研究46件のうち施策化は17件"
    assert said.bracket == "（ほかに基礎研究8件）"
    assert said.detail == "市全体：所管局で検討中11件、施策化に至らず18件、研究中16件"
    assert statements.of_pipeline({**summary, "basic": 0}, "市全体", "ja").bracket == ""


def strip(label, position, direction="up", kind="association"):
    return {"label_ja": label, "label_en": label, "position": position, "direction": direction, "area_kind": kind}


def test_a_karte_names_what_stands_out_and_says_nothing_of_a_tiny_place():
    rows = [
        strip("加入率", 10),
        strip("訓練", 90),
        strip("会費", 2, "none"),
        strip("人口", 3, kind="district"),
        strip("班", 50),
    ]
    assert (
        statements.of_karte(rows, {"households": 300}, "ja").headline
        == "加入率は市の下位4分の1、訓練は上位4分の1に入る"
    )
    assert statements.of_karte(rows[1:], {"households": None}, "ja").headline == "訓練は市の上位4分の1に入る"
    assert "中ほど" in statements.of_karte([strip("班", 50), strip("率", None)], {"households": 300}, "ja").headline
    small = statements.of_karte(rows, {"households": 41}, "ja").headline
    assert small == "41世帯と少なく、市全体との差があるとは言えない"
