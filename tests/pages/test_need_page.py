"""The page of need in both languages: conditions, weights and whom to show stand in the link."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.settings import PAGES, ROOT

EXAMPLE = {"ward": "43104", "need": "aged_rate.high.1~membership_rate.fall.1"}


@pytest.fixture
def app(demo_home, monkeypatch):
    monkeypatch.setenv("DASHBOARD_HOME", str(demo_home.home.folder))
    return AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)


def opened(app, lang="ja", **link):
    app.query_params.update({"lang": lang, **link})
    app.run()
    app.switch_page(str(PAGES / "need.py")).run()
    assert not app.exception and not app.error
    return body(app)


def body(app):
    return " ".join(str(block.proto.body) for block in app.get("html"))


def link(app, key):
    value = app.query_params[key]
    return value[0] if isinstance(value, list) else value


WORDS = {
    "ja": ["南区", "高齢化率が高い", "加入率が下がった", "似た所"],
    "en": ["Minami", "Share aged 65 and over: high", "fell", "Like "],
}


@pytest.mark.parametrize(("lang", "words"), WORDS.items())
def test_the_example_lists_ranks_with_their_range_and_what_is_alike(app, lang, words):
    page = opened(app, lang, **EXAMPLE)
    assert not app.warning and all(word in page for word in words)
    rows = listed(page)
    ranks = re.findall(r"(\d+)\s?[（(](\d+)[～–](\d+)[）)]", rows)
    assert len(ranks) >= 5 and all(int(low) <= int(rank) <= int(high) for rank, low, high in ranks)
    assert "karte?" in rows and "43104-" in rows and "43101-" not in rows


@pytest.mark.parametrize(
    ("lang", "words"), [("ja", "加入率の三年前の値がなく"), ("en", "no value of three years before")]
)
def test_a_year_without_one_three_years_before_asks_for_no_change_and_tells_of_none(app, lang, words):
    page = opened(app, lang, wave="2017", indicator="membership_rate")
    [conditions] = app.multiselect
    assert conditions.value and not [code for code in conditions.value if code.endswith((".fall", ".rise"))]
    assert words in page


def test_a_bad_condition_is_dropped_and_told_and_the_good_one_stays(app):
    app.query_params["need"] = "aged_rate.high.2~nonsense.high.1~membership_rate.low.9"
    app.run()
    assert not app.exception and "nonsense.high.1~membership_rate.low.9" in app.warning[0].value
    opened(app)
    assert link(app, "need") == "aged_rate.high.2"


def test_conditions_and_weights_chosen_stand_in_the_link_and_change_the_order(app):
    opened(app, **EXAMPLE)
    app.multiselect[0].set_value(["aged_rate.high", "membership_rate.fall", "officers.low"]).run()
    assert link(app, "need") == "aged_rate.high.1~membership_rate.fall.1~officers.low.1"
    weight = next(one for one in app.button_group if one.key == "need_weight_officers.low")
    weight.set_value("3").run()
    assert not app.exception and link(app, "need").endswith("officers.low.3")
    assert "60%" in " ".join(one.label for one in app.button_group)


def test_places_set_apart_stay_out_unless_asked_and_what_is_withheld_says_so(app):
    page = opened(app, ward="43101", meeting="every")
    assert "学生の多い地域" not in listed(page) and "特性のある地域の" in page
    app.query_params["apart"] = "in"
    app.run()
    page = body(app)
    assert "特性のある地域の" not in page and not app.exception
    app.query_params.update({"district": "43101-06", "need": "membership_rate.low.1"})
    app.run()
    page = body(app)
    assert "学生の多い地域" in listed(page) and "データなし" in listed(page)


def listed(page):
    """The table of the list alone."""
    return page.split("k-box-need")[1].split("</table>")[0]


@pytest.mark.parametrize(
    ("lang", "words"), [("ja", "少ない分母では率は大きく揺れる"), ("en", "Shares of few swing widely")]
)
def test_small_denominators_stand_beside_the_list_with_both_shares_in_the_table(app, lang, words):
    page = opened(app, lang, ward="43104", indicator="membership_rate", beside="funnel")
    told = re.search(rf"{words}[^<]*", page)[0]
    beyond, of = sorted(int(one) for one in re.findall(r"\d+", told))
    assert 0 < beyond < of
    (chart,) = app.get("plotly_chart")
    assert "43104" not in chart.proto.spec and chart.proto.spec.count('"lines"') == 5
    assert ("ならした割合" if lang == "ja" else "Share allowing for size") in page


def test_conditions_all_taken_away_stay_away_and_the_page_says_what_to_do(app):
    opened(app)
    app.multiselect[0].set_value([]).run()
    assert not app.exception and app.multiselect[0].value == []
    page = body(app)
    assert "条件を一つ以上選ぶ" in page and "k-box k-box-need" not in page
    app.multiselect[0].set_value(["aged_rate.high"]).run()
    assert link(app, "need") == "aged_rate.high.1" and "k-box k-box-need" in body(app)
