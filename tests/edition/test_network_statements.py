"""Sentences about the internal network, past answers and actions, in both languages."""

import pytest

from dashboard.edition.follow_up import of_follow_up
from dashboard.edition.network import line_of_reach, of_crossing, of_reach

YEAR = {
    "posts": 116, "bureaus": 15, "outside_posts": 42, "staff": 6321, "value": 31.767, "status": "表示", "change": 1.93,
    "reactions": 24712, "replies": 8255, "crossing": 3878, "crossing_share": 46.977,
}  # fmt: skip
OFFICE = {"value": 32.887, "status": "表示", "staff": 336, "reactions": 1369, "replies": None}
WITHHELD = {"value": None, "status": "秘匿"}


def said(summary, office=None, lang="ja", note=""):
    return of_reach(summary, office, "南区役所" if lang == "ja" else "Minami Ward Office", "令和7年度", lang, note)


def test_the_whole_network_is_compared_with_the_year_before():
    told = said(YEAR)
    assert told.headline == "発信一件が届いた職員は31.8%（中央値）で、前年度から+1.9ポイントである"
    assert told.bracket == "（令和7年度、発信116件、対象6,321人）"
    assert told.detail.endswith("反応24,712件、返信8,255件。")
    assert said(YEAR, lang="en").headline == "One post reached 31.8% of staff (median), +1.9 pt on the year before"
    assert "−0.4ポイント" in said({**YEAR, "change": -0.4}).headline
    assert said({**YEAR, "change": None}).headline == "発信一件が届いた職員は31.8%（中央値）である"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (32.887, "全体（31.8%）を1.1ポイント上回る"),
        (31.0, "全体（31.8%）を0.8ポイント下回る"),
        (31.75, "全体と同じである"),
    ],
)
def test_a_ward_office_stands_beside_the_whole_network(value, words):
    told = said(YEAR, {**OFFICE, "value": value}, note="区はその区役所で示す。")
    assert told.headline.startswith("南区役所で発信一件が届いた職員は") and told.headline.endswith(words)
    assert "対象336人" in told.bracket and told.detail.endswith("区はその区役所で示す。")


def test_what_is_withheld_missing_or_not_posted_is_named():
    assert said({**YEAR, **WITHHELD}).headline == "発信一件が届いた職員の割合は、秘匿（個人の保護のため）である"
    hidden = said(YEAR, {**OFFICE, **WITHHELD})
    assert hidden.headline == "南区役所で発信一件が届いた職員の割合は、秘匿（個人の保護のため）である"
    beside_nothing = said({**YEAR, **WITHHELD}, OFFICE)
    assert beside_nothing.headline == "南区役所で発信一件が届いた職員は32.9%（中央値）である"
    assert "返信-件" in said(YEAR, OFFICE).detail
    assert said(None).headline == "令和7年度には、庁内SNSの発信の記録がない"


def test_what_crosses_is_told_only_where_it_may_be():
    assert of_crossing(YEAR, "ja") == "返信8,255件のうち、ほかの局・区役所へのものは47.0%（3,878件）である。"
    assert of_crossing({**YEAR, "crossing": None, "crossing_share": None}, "ja") == ""
    assert (
        of_crossing({**YEAR, "crossing": 0, "crossing_share": 0.0}, "en")
        == "Of 8,255 replies 0.0% (0) went to another bureau."
    )


def test_the_network_in_one_line():
    told = line_of_reach(YEAR, "ja")
    assert told == "発信116件、一件が届いた職員は31.8%（中央値、15局・区役所）、外部の主体が加わった発信42件"
    assert "秘匿" in line_of_reach({**YEAR, **WITHHELD}, "ja")


def undertaken(*states, as_of="2026-03-31"):
    open_ = ("受付", "対応中", "期限超過")
    return [
        {
            "state": "対応中" if it == "期限超過" else it,
            "is_open": it in open_,
            "past_due": it == "期限超過",
            "as_of": as_of,
        }
        for it in states
    ]


@pytest.mark.parametrize(
    ("states", "words"),
    [
        (
            ("対応済", "対応中", "期限超過", "見送り"),
            "前回までの答弁4件のうち、受付・対応中は2件、うち期限を過ぎたものは1件である",
        ),
        (("対応済", "受付"), "前回までの答弁2件のうち、受付・対応中は1件で、期限を過ぎたものはない"),
        (("対応済", "対応困難"), "前回までの答弁2件のうち、受付・対応中のものはない"),
        ((), "南区が担当する答弁の記録はない"),
    ],
)
def test_the_headline_says_what_is_open_and_past_its_day(states, words):
    told = of_follow_up(undertaken(*states), undertaken("対応済"), "南区", "令和7年度調査", "ja")
    assert told.headline == words and told.bracket == "（2026-03-31時点）"


def test_actions_are_counted_below_it():
    actions = undertaken("対応済", "対応済", "受付", "期限超過", "見送り")
    told = of_follow_up([], actions, "市全体", "令和7年度調査", "ja")
    assert told.detail == (
        "令和7年度調査のあとの取組（市全体）は5件で、対応済2件、受付・対応中2件（うち期限超過1件）、対応困難・見送り1件である。"
    )
    nothing = of_follow_up([], [], "Minami", "FY2025 survey", "en")
    assert nothing.bracket == "" and nothing.detail == "No actions after the FY2025 survey are recorded (Minami)."
