"""The page on limits, and links that ask for more than the lattice has: they are refused and told."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.edition.ask import ask
from dashboard.i18n import number
from dashboard.intake import load
from dashboard.publish import publish
from dashboard.settings import DATA, PAGES, ROOT, settings


@pytest.fixture
def app(demo_home, monkeypatch):
    monkeypatch.setenv("DASHBOARD_HOME", str(demo_home.home.folder))
    return AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)


def opened(app, **choice):
    app.query_params.update(choice)
    app.run()
    app.switch_page(str(PAGES / "unknowns.py")).run()
    assert not app.exception and not app.error and not app.warning
    return " ".join(str(block.proto.body) for block in app.get("html"))


def bare(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_the_first_screen_says_who_did_not_answer_and_what_that_may_change(app, demo_edition):
    page = opened(app, lang="ja")
    (rate,) = ask(demo_edition, "survey_wave", measure="response_rate").rows()
    city, *wards = ask(demo_edition, "survey_nonresponse").rows()
    assert f"回答率は{number(rate['value'])}%（{number(rate['n'])}／{number(rate['asked'])}人）である" in page
    assert f"意欲指数は{number(city['least'])}～{number(city['most'])}点の範囲で変わりうる" in page
    table = bare(re.search(r'<table class="k-fig k-spans".*?</table>', page)[0])
    for row in (city, *wards):
        assert f"{number(row['value'], 1)} {number(row['raked'], 1)} {number(row['least'])}～" in table
    assert len(wards) == 6 and page.count('<tr><th scope="row" class="on"') == 18 + 3 + 6 + 4 + 9


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(("ward", "wave", "measure"), [
    ("43104", "2025", "response_rate"), ("HQ", "2016", "motivation"), ("all", "2017", "gap_vision"),
])  # fmt: skip
def test_every_ward_survey_and_measure_opens(app, lang, ward, wave, measure):
    page = opened(app, lang=lang, ward=ward, wave=wave, measure=measure)
    assert page.count("<section>") >= 8 and 'class="k-rates"' in page and 'class="name chosen"' in page
    assert ("令和2年度" in page and "D05" not in page) if lang == "ja" else "FY2020" in page
    if wave == "2016":  # no answers, no weights: said in words
        assert ("データなし" if lang == "ja" else "no data") in page


def test_the_limits_name_the_rules_as_they_are(app, demo_home):
    page = bare(opened(app, lang="ja"))
    rules = demo_home.release
    assert f"{rules['k']}人未満の集団" in page and f"{rules['change_from']}人未満の集団では" in page
    for words in ("同僚どうしが", "見当（確率）", "一人ひとりについて", "示さない設問や区分があること自体", "去った人"):
        assert words in page
    assert "令和元年度（2019年度）から・設問変更：他の部署の職員と" in page and "こども若者局" in page
    assert "更新の周期を過ぎた指標はない" in page and "2026-03-31時点のもの" in page


@pytest.fixture(scope="module")
def bare_home(tmp_path_factory):
    """A home without a roster and without anything but one survey."""
    here = settings(tmp_path_factory.mktemp("bare"))
    names = ("waves.csv", "questions.csv", "scales.csv", "units.csv", "responses_2025.csv", "plan_2025.json")
    report = load([DATA / "demo" / name for name in names], here)
    assert report.ok, [problem.message("en") for problem in report.problems]
    publish(here)
    return here


def test_without_a_roster_the_page_says_what_is_missing(bare_home, monkeypatch):
    monkeypatch.setenv("DASHBOARD_HOME", str(bare_home.home.folder))
    page = opened(AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60), lang="ja")
    assert "対象職員数が分からないため、回答率は示せない" in page and 'class="k-rates"' not in page
    assert "取り込まれていない表：" in page and "町内自治会" in page and "対象職員数" in page


@pytest.mark.parametrize(
    "link",
    [
        {"split": "ward_bureau"}, {"split": "department"}, {"bureau": "D99"}, {"bureau": "D14|1"}, {"ward": "43101|1"},
        {"ward": "1"}, {"measure": "trait_t01"}, {"measure": "m1"}, {"wave": "2020"}, {"wave": "2025r1"},
        {"ward": "all' OR '1'='1"},
    ],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_link_outside_the_lattice_is_refused_and_told(app, lang, link):
    ((key, value),) = link.items()
    app.query_params.update({"lang": lang, **link})
    app.run()
    assert [value in warning.value for warning in app.warning] == [True]
    assert not app.exception and not app.error
    assert app.query_params[key] != value and app.session_state["choice"] is not None
    assert getattr(app.session_state["choice"], key) != value
