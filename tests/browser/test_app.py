"""What a reader meets in the real app: nothing leaves the host, links restore the view, the map sets the ward."""

import contextlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

PAGES = (
    "overview",
    "motivation",
    "workplace",
    "wards",
    "associations",
    "karte",
    "dispatch",
    "vision",
    "effects",
    "institute",
    "actions",
    "briefing",
    "find",
    "unknowns",
    "dictionary",
)
ROLLED = (
    "unknowns",
    "dispatch",
    "vision",
    "institute",
    "effects",
)  # figures fit the first screen; words or a chain stand below
CHARTLESS = ("institute", "actions", "briefing", "find", "unknowns", "dictionary")
ASSOCIATION = "43104-0103"
JAPANESE = re.compile(r"[぀-ヿ一-鿿]")
# Words of Streamlit itself or of ours that must not stand in a Japanese page; codes and names in Latin letters may.
ENGLISH = re.compile(r"\b(the|of|and|with|survey|download|ward|please|choose|select|upload|error|open|close)\b", re.I)

LIBRARY = re.compile(
    r"\b(sidebar|logo|pages|navigate|choose|open|close|clear|selected|remove|upload|add|menu|results)\b", re.I
)
LABELLED = """[...document.querySelectorAll("[aria-label], [placeholder], img[alt]")]
  .filter(it => !it.closest("[lang=en]"))
  .flatMap(it => ["aria-label", "placeholder", "alt"].map(name => it.getAttribute(name) ?? ""))"""

BOTTOMS = "[...document.querySelectorAll('[class*=st-key-fig-]')].map(one => one.getBoundingClientRect().bottom)"

pytestmark = pytest.mark.browser


def link(page, lang="ja", ward="all", wave="2025", measure="motivation"):
    # the first page is the site's own address
    path = "" if page == "overview" else page
    shown = f"&association={ASSOCIATION}" if page == "karte" else ""
    return f"/{path}?lang={lang}&ward={ward}&wave={wave}&measure={measure}{shown}"


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_quiet_marked_and_in_its_language(visit, page, lang):
    visit.open(link(page, lang))
    assert visit.strangers == []
    assert visit.errors == []
    body = visit.page.inner_text("body")
    assert ("架空のデモデータ" if lang == "ja" else "Fictional demo data") in body
    assert visit.page.evaluate("document.documentElement.lang") == lang
    if lang == "ja":
        assert ENGLISH.findall(without(visit, "en", visit.page.inner_text(".stMain"))) == []
        assert [label for label in visit.page.evaluate(LABELLED) if LIBRARY.search(label)] == []
    else:
        body = without(visit, "ja", body)
        left = [line for line in body.splitlines() if JAPANESE.search(line) and line.strip() != "日本語"]
        assert left == []


def without(visit, lang, words):
    """Words less what the page marks as being in another language: readings, towns, examples of what to write."""
    marked = f"[...document.querySelectorAll('.stMain [lang={lang}]')].map(it => it.innerText)"
    if not visit.page.locator(f".stMain header[lang={lang}]").count():
        for name in sorted(visit.page.evaluate(marked), key=len, reverse=True):
            words = words.replace(name, "")
    return words


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_needs_no_scrolling_and_no_chart_is_cut(visit, page, size):
    visit.page.set_viewport_size({"width": size[0], "height": size[1]})
    visit.open(link(page))
    main = visit.page.locator(".stMain")
    assert main.evaluate("node => node.scrollWidth - node.clientWidth") <= 0
    if page in ROLLED:
        assert max(visit.page.evaluate(BOTTOMS)) <= size[1]
    else:
        assert main.evaluate("node => node.scrollHeight - node.clientHeight") <= 0
    boxes = visit.page.evaluate(
        "[...document.querySelectorAll('.js-plotly-plot')].map(plot => {"
        "const box = plot.closest('[class*=st-key-plot-]').getBoundingClientRect(), own = plot.getBoundingClientRect();"
        "return Math.max(own.bottom - box.bottom, own.right - box.right, 150 - own.height)})"
    )
    assert max(boxes, default=0) <= 1 and (boxes or page in CHARTLESS)


def test_a_link_restores_page_ward_survey_measure_and_language(visit):
    visit.open(link("motivation", "en", "43104", "2019", "gap_vision"))
    assert visit.page.title().startswith("Motivation")
    headline = visit.headline()
    assert "Minami" in headline and "Shared vision" in headline
    checked = visit.page.locator(".st-key-filterbar [role=radio][aria-checked=true]").all_inner_texts()
    assert checked == ["Minami", "English"]
    assert "FY2019" in visit.page.locator(".st-key-filterbar input").evaluate_all("all => all.map(one => one.value)")


def test_back_and_forward_walk_through_the_views(visit):
    visit.open(link("overview"))
    visit.expect_headline("市全体")
    visit.page.get_by_role("radio", name="南", exact=True).click()
    visit.expect_headline("南区")
    assert "ward=43104" in visit.page.url
    entries = visit.page.evaluate("history.length")
    visit.page.get_by_role("link", name="職場").click()
    visit.expect_headline("局・区役所")
    assert "/workplace?" in visit.page.url and "ward=43104" in visit.page.url
    assert visit.page.evaluate("history.length") == entries + 1, "the page and its link are one step back"
    visit.page.go_back()
    visit.expect_headline("南区")
    visit.page.go_back()
    visit.expect_headline("市全体")
    assert "ward=all" in visit.page.url
    visit.page.go_forward()
    visit.expect_headline("南区")
    assert "ward=43104" in visit.page.url


def test_a_bad_value_in_a_link_is_told_and_dropped(visit):
    visit.open(link("overview", ward="99999"))
    assert "99999" in visit.page.locator("[data-testid=stAlert]").inner_text()
    assert "ward=all" in visit.page.url


def test_a_click_on_the_map_sets_the_ward_everywhere(visit):
    visit.open(link("motivation"))
    box = visit.page.locator(".st-key-plot-wardmap .js-plotly-plot")
    spot = box.evaluate(
        "plot => {const trace = plot._fullData.findIndex(t => [].concat(t.customdata || []).includes('43103'));"
        "const data = plot._fullData[trace], index = [].concat(data.customdata).indexOf('43103');"
        "const x = plot._fullLayout.xaxis, y = plot._fullLayout.yaxis;"
        "return [x._offset + x.l2p(data.x[index]), y._offset + y.l2p(data.y[index])]}"
    )
    corner = box.bounding_box()
    visit.page.mouse.click(corner["x"] + spot[0], corner["y"] + spot[1])
    visit.expect_headline("西区")
    assert "ward=43103" in visit.page.url
    visit.page.get_by_role("link", name="概況").click()
    visit.page.wait_for_selector(".k-tiles")
    visit.expect_headline("西区")
    assert "ward=43103" in visit.page.url


def test_the_keyboard_reaches_a_ward_from_the_table(visit):
    visit.open(link("motivation"))
    button = visit.page.locator(".st-key-pick-43105 button")
    button.focus()
    visit.page.keyboard.press("Enter")
    visit.expect_headline("北区")
    assert "ward=43105" in visit.page.url


def test_the_table_behind_a_figure_and_its_csv(visit, demo_home):
    visit.open(link("overview"))
    button = visit.page.locator(".st-key-data-trend button").first
    number = button.inner_text()
    assert re.fullmatch("E-[0-9A-Z]{5}", number)
    button.click()
    visit.page.wait_for_selector(".k-scroll table")
    assert "令和2年度職員意識調査（未実施）" in visit.page.locator(".k-scroll").first.inner_text()
    with visit.page.expect_download() as started:
        visit.page.get_by_role("button", name="CSVをダウンロード").first.click()
    name = started.value.suggested_filename
    assert name.startswith("架空のデモデータ_survey_trend_") and name.endswith(".csv")
    content = started.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    assert text.splitlines()[0].startswith("wave,wave_label,view,member,member_label,measure,measure_label,value")
    assert "市全体" in text and "edition" in text and text.splitlines()[1].count(number) == 1
    logged = demo_home.home.exports.read_text(encoding="utf-8-sig").splitlines()
    assert logged[-1].split(",")[1:4] == [name, "1", number]


def test_a_number_typed_in_opens_its_figure_and_back_leads_back(visit):
    visit.open(link("overview", ward="43104"))
    number = visit.page.locator(".st-key-data-trend button").first.inner_text()
    visit.page.get_by_role("link", name="さがす").click()
    visit.expect_headline("根拠番号から")
    for typed, said in ((number.lower(), "回ごとにどう動いたか"), ("E-ZZZZZ", "見つからない")):
        visit.page.get_by_role("textbox", name="根拠番号").fill(typed)
        visit.page.keyboard.press("Enter")
        visit.expect_headline(said)
    visit.page.go_back()
    visit.expect_headline("回ごとにどう動いたか")
    assert f"q={number.lower()}" in visit.page.url
    visit.page.reload()
    visit.expect_headline("回ごとにどう動いたか")
    visit.page.get_by_role("link", name="この条件の図を開く").click()
    visit.expect_headline("南区")
    assert visit.page.locator(".st-key-data-trend button").first.inner_text() == number
    visit.page.go_back()
    visit.expect_headline("回ごとにどう動いたか")
    visit.page.go_back()
    visit.expect_headline("根拠番号から")


def test_titles_and_numbers_do_not_cover_each_other(visit):
    for page in PAGES:
        for lang in ("ja", "en"):
            visit.open(link(page, lang))
            lines = visit.page.evaluate(
                "[...document.querySelectorAll('[class*=st-key-title-]')]"
                ".filter(line => line.querySelector('h2') && line.querySelector('.stPopover button')).map(line => {"
                "const title = line.querySelector('h2'), button = line.querySelector('.stPopover button');"
                "const a = title.getBoundingClientRect(), b = button.getBoundingClientRect();"
                "return [title.innerText, title.scrollWidth - title.clientWidth, b.left - a.right, b.width]})"
            )
            for title, cut, gap, width in lines:
                assert cut <= 0 and gap >= 0 and width >= 40, (page, lang, title)


@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_serious_of_ours(chromium, address, page):
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, bypass_csp=True)
    tab = context.new_page()
    tab.goto(address + link(page))
    tab.wait_for_selector(".k-foot")
    tab.wait_for_timeout(1500)
    found = Axe().run(tab).response["violations"]
    context.close()
    serious = [
        (rule["id"], [node["target"] for node in rule["nodes"]])
        for rule in found
        if rule["impact"] in ("serious", "critical")
    ]
    assert serious == []


def test_the_server_looks_up_and_connects_to_nobody(visit, strangers):
    visit.open(link("workplace"))
    # a foreign Origin makes Streamlit ask an outside service for the host's own address
    stream = visit.base.replace("http", "ws") + "/_stcore/stream"
    with contextlib.suppress(WebSocketException), connect(stream, origin="http://elsewhere.invalid", close_timeout=1):
        pass
    assert strangers.read_text(encoding="utf-8") == ""


def test_the_socket_guard_would_tell(tmp_path):
    log = tmp_path / "log"
    script = "import socket; s = socket.socket(); s.settimeout(.1); s.connect_ex(('192.0.2.1', 9))"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).with_name("guard")), "SOCKET_GUARD_LOG": str(log)}
    subprocess.run([sys.executable, "-c", script], env=environment, check=True)
    assert "192.0.2.1" in log.read_text(encoding="utf-8")
