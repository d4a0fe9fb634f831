"""Names are found as people type them."""

import random

import pytest

from dashboard.edition.ask import ask
from dashboard.edition.names import folded, matches


@pytest.mark.parametrize(
    ("typed", "name"),
    [("ニッシン", "にっしん"), ("ﾆｯｼﾝ", "にっしん"), ("１０", "10"), ("Ａb", "ab"), ("だい 3", "だい3")],
)
def test_width_case_kana_and_spaces_make_no_difference(typed, name):
    assert folded(typed) == folded(name)


def test_every_word_must_fit_some_name():
    assert matches("日新 中央", "日新第3町内自治会", "中央区")
    assert not matches("日新 東", "日新第3町内自治会", "中央区")


def test_a_hundred_associations_are_found_as_written_and_by_reading(demo_edition):
    rows = ask(demo_edition, "associations").rows()
    assert len(rows) == 913
    names = ("label_ja", "name_kana", "district_ja", "ward_ja")
    for row in random.Random(43100).sample(rows, 100):
        for typed in (row["label_ja"], row["name_kana"], f"{row['name_kana']} {row['district_ja']}"):
            found = [other["association"] for other in rows if matches(typed, *(other[name] for name in names))]
            assert row["association"] in found, typed
        # with its district a name leads to itself and its namesakes by prefix, never to a ward's worth of others
        assert len(found) <= 12, typed
