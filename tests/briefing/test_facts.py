"""A number of the text is read from an answer, printed one way, and can be read again; words smuggle none in."""

import json
import re
from types import SimpleNamespace

import pytest

from dashboard.briefing.facts import Ambiguous, Fact, Facts, Form, Reading, fact_of
from dashboard.briefing.headlines import Condition, Headline, failing
from dashboard.briefing.pack import BareNumber, Pack, Words
from dashboard.i18n import LANGUAGES
from dashboard.i18n.catalogue import messages
from dashboard.i18n.phrases import phrases

COLUMNS = ("ward", "value", "status", "n", "change", "change_lo", "change_hi", "news")
ROWS = [
    dict(zip(COLUMNS, row, strict=True))
    for row in (
        ("A", 61.25, "表示", 90, 1.9, 0.8, 3.0, True),
        ("B", 0.0, "表示", 40, -1.0, -3.0, 1.0, False),
        ("C", None, "秘匿", None, None, None, None, None),
    )
]
CONSTANT = ("95", "12", "0", "1", "2", "3", "256")  # per cent, months, none, the proposals, SHA-256


def read(column, how="value", **where):
    return Reading("q", {}, column, where, how).of(ROWS)[0]


def answer(rows=ROWS):
    return SimpleNamespace(question=SimpleNamespace(name="q"), parameters={"wave": "2025"}, rows=lambda: rows)


def taken(lang="ja"):
    return Facts(lang, lambda one: "E-1", lambda one: "2025-08-08")


def test_a_reading_takes_a_value_a_count_an_end_or_what_may_be_said():
    assert read("value", ward="A") == 61.25
    assert read("value", ward="B") == 0.0
    assert read("value", how="count", status="表示") == 2
    assert (read("value", how="least"), read("value", how="most")) == (0.0, 61.25)
    assert [read("verdict", ward=ward) for ward in "ABC"] == ["rose", "unclear", "level"]
    assert read("ward", how="count", verdict="unclear") == 1


def test_a_reading_that_meets_several_rows_is_a_defect():
    with pytest.raises(Ambiguous):
        read("value", status="表示")


def test_zero_is_printed_and_what_is_withheld_is_named():
    form = Form("number", 1, "点")
    facts = taken()
    printed = [facts.take(f"v.{ward}", answer(), "value", {"ward": ward}, "value", form).printed for ward in "ABC"]
    assert printed == ["61.3点", "0.0点", "秘匿"]
    change = facts.take("c", answer(), "change", {"ward": "A"}, "value", Form("change", 1, "点"))
    assert (change.printed, change.n, change.evidence, change.as_of) == ("+1.9点", 90, "E-1", "2025-08-08")


def test_one_key_is_one_fact():
    facts = taken()
    facts.take("v", answer(), "value", {"ward": "A"}, "value", Form())
    facts.take("v", answer(), "value", {"ward": "A"}, "value", Form())
    with pytest.raises(ValueError, match="two facts"):
        facts.take("v", answer(), "value", {"ward": "B"}, "value", Form())


def test_a_fact_comes_back_from_its_file():
    fact = taken().take("v", answer(), "value", {"ward": "A"}, "value", Form("number", 1, "点"))
    assert fact_of(json.loads(json.dumps(fact.as_dict()))) == fact


def test_a_number_that_is_no_fact_does_not_enter_a_sentence():
    pack = Pack(None, None, SimpleNamespace(lang="ja"), None)
    fact = Fact("k", "52.4%", 52.4, "%", "E-1", 10, None, Form(), Reading("q", {}, "value", {}))
    said = {"label": Words("65歳以上"), "value": fact}
    assert pack.say("brief.proposal.shared", **said) == "65歳以上は52.4%（目標なし）"
    with pytest.raises(BareNumber, match=r"52\.5"):
        pack.say("brief.proposal.shared", label=Words("x"), value="52.5%")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_texts_of_the_pack_hold_no_number_of_their_own(lang):
    for key, message in messages(lang).items():
        if key.startswith(("brief.", "standing.")):
            assert set(re.findall(r"\d+", message)) <= set(CONSTANT), f"{key}: {message}"


def test_a_headline_fails_by_name_with_its_condition_and_fact():
    facts = taken("en")
    facts.take("verdict", answer(), "verdict", {"ward": "B"}, "value", Form("verdict"))
    holds = Headline("good", "no clear difference", (Condition("verdict", "be", "unclear"),))
    breaks = Headline("bad", "motivation rose", (Condition("verdict", "be", "rose"),))
    (failure,) = failing([holds, breaks], facts.known)
    said = failure.message("en")
    assert "motivation rose" in said
    assert "verdict must be rose (it is unclear)" in said
    assert "no clear difference" in said


def test_exceed_compares_facts_and_never_holds_where_one_is_missing():
    facts = taken()
    for ward in "ABC":
        facts.take(ward, answer(), "value", {"ward": ward}, "value", Form())
    assert Condition("A", "exceed", "B").holds(facts.known)
    assert not Condition("B", "exceed", "A").holds(facts.known)
    assert not Condition("A", "exceed", "C").holds(facts.known)


def test_japanese_breaks_between_phrases_only():
    assert phrases("意欲は市全体で前回より上がった", "ja") == ["意欲は", "市全体で", "前回より", "上がった"]
    assert "".join(phrases("「効果が見えない」という（声）", "ja")) == "「効果が見えない」という（声）"
    assert phrases("The whole city", "en") == "The whole city"
