"""The vision and actions pages: what is off stays off, a ward stands for its office, what is late stands first."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.edition.ask import ask
from dashboard.intake import load
from dashboard.publish import publish
from dashboard.settings import DATA, PAGES, ROOT, settings

FILES = ("waves", "questions", "scales", "units", "headcounts", "events", "responses_2025", "responses_2024")
NETWORK = ("vision_posts", "vision_reach", "vision_replies", "actions")
ON, OFF = "[vision]\nexchange = true\n", "[vision]\nexchange = false\n"


@pytest.fixture(scope="module")
def home_with_exchange(tmp_path_factory):
    """A home of two surveys and the network, in which replies between bureaus are switched on; no past answers."""
    here = settings(tmp_path_factory.mktemp("network"))
    here.home.folder.joinpath("settings.toml").write_text(ON, encoding="utf-8")
    plans = [DATA / "demo" / f"plan_{wave}.json" for wave in (2024, 2025)]
    report = load([*(DATA / "demo" / f"{name}.csv" for name in (*FILES, *NETWORK)), *plans], here)
    assert report.ok, [problem.message("en") for problem in report.problems]
    publish(here)
    return here


def opened(home, monkeypatch, page, **asked):
    monkeypatch.setenv("DASHBOARD_HOME", str(home.home.folder))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    app.query_params.update(asked)
    app.run()
    app.switch_page(str(PAGES / f"{page}.py")).run()
    assert not app.exception and not app.error and not app.warning
    return " ".join(str(block.proto.body) for block in app.get("html")), app


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("network", ["reach", "reactions", "exchange"])
@pytest.mark.parametrize("ward", ["all", "43104", "HQ"])
def test_the_demo_city_shows_the_exchange_switched_off(demo_home, monkeypatch, network, lang, ward):
    page, app = opened(demo_home, monkeypatch, "vision", lang=lang, network=network, ward=ward)
    assert page.count("exchange = true") == (2 if network == "exchange" else 1)
    assert not re.search("ほかの局・区役所へのものは|went to another bureau", page)
    assert len(app.get("plotly_chart")) == (1 if network == "exchange" else 2)


def test_switched_on_and_published_it_is_shown_and_off_again_it_is_gone_at_once(home_with_exchange, monkeypatch):
    page, app = opened(home_with_exchange, monkeypatch, "vision", network="exchange")
    assert "ほかの局・区役所へのものは" in page and "exchange = true" not in page
    assert "費用（costs.csv）を取り込むと表示される" in page[page.index("k-chain") :], (
        "the chain says which file it lacks"
    )
    assert len(app.get("plotly_chart")) == 2
    mine = home_with_exchange.home.folder / "settings.toml"
    mine.write_text(OFF, encoding="utf-8")
    page, app = opened(home_with_exchange, monkeypatch, "vision", network="exchange")
    mine.write_text(ON, encoding="utf-8")
    assert "ほかの局・区役所へのものは" not in page and page.count("exchange = true") == 2
    assert len(app.get("plotly_chart")) == 1


def test_a_ward_stands_for_its_office_and_the_head_office_for_all(demo_home, demo_edition, monkeypatch):
    office = next(row for row in ask(demo_edition, "vision_reach").rows() if row["ward"] == "43104")
    page, _ = opened(demo_home, monkeypatch, "vision", ward="43104")
    assert f"<h1>{office['bureau_ja']}で発信一件が届いた職員は{office['value']:.1f}%" in page
    whole, _ = opened(demo_home, monkeypatch, "vision", ward="HQ")
    assert "本庁は局に分かれるので" in whole


def test_a_year_before_the_network_says_so(demo_home, monkeypatch):
    page, _ = opened(demo_home, monkeypatch, "vision", wave="2018")
    assert "平成30年度には、庁内SNSの発信の記録がない" in page
    early, _ = opened(demo_home, monkeypatch, "vision", wave="2019", ward="43105")
    assert "北区の区役所は、令和元年度には庁内SNSを導入していない" in early


@pytest.mark.parametrize(("lang", "late"), [("ja", "期限超過"), ("en", "past its day")])
def test_what_is_past_its_day_stands_first_with_the_figure_of_what_is_done(demo_home, monkeypatch, lang, late):
    page, _ = opened(demo_home, monkeypatch, "actions", lang=lang)
    table = page[page.index("k-box-answers_given") :]
    rows = re.findall(r"<tr>(.*?)</tr>", table[: table.index("</table>")])[1:]
    states = [late in row for row in rows]
    assert len(rows) == 15 and states == [True, True, *[False] * 13]
    done = [row for row in rows if 'class="m"' in row and "70.2%" in row]
    assert len(done) == 1 and ("回答率" if lang == "ja" else "Response rate") in done[0]
    assert "2026-03-31" in page


def test_one_table_without_the_other_is_shown_and_the_other_named(home_with_exchange, monkeypatch):
    page, _ = opened(home_with_exchange, monkeypatch, "actions")
    assert "answers_given.csv" in page and "k-box-actions" in page and "対応中" in page
