"""The view for meetings in the real Chromium: nothing small, no filter, turned by keys, charts live."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from dashboard.ui.state import MESSAGES

pytestmark = pytest.mark.browser
SMALLEST = 24  # px
# Every text that can be seen, with the size it is set in; SVG text by its own style.
TEXTS = """() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, holder = node.parentElement, words = node.textContent.trim();
    const box = holder.getBoundingClientRect(), style = getComputedStyle(holder);
    const hidden = ['SCRIPT', 'STYLE', 'NOSCRIPT', 'TITLE'].includes(holder.tagName) || style.visibility !== 'visible';
    if (!words || hidden || box.width < 2 || box.height < 2 || box.bottom < 0 || box.top > innerHeight) continue;
    const whole = box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1;
    found.push([words.slice(0, 30), parseFloat(style.fontSize), whole]);
  }
  return found;
}"""


def link(message, lang="ja", ward="all"):
    return f"/present?lang={lang}&ward={ward}&wave=2025&message={message}"


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("message", MESSAGES)
def test_nothing_is_small_cut_or_a_filter(visit, message, lang):
    visit.open(link(message, lang, "43104"))
    texts = visit.page.evaluate(TEXTS)
    assert len(texts) > 5
    assert [text for text in texts if text[1] < SMALLEST] == []
    assert [text for text in texts if not text[2]] == []
    main = visit.page.locator(".stMain")
    assert main.evaluate("node => node.scrollHeight - node.clientHeight") <= 0
    assert main.evaluate("node => node.scrollWidth - node.clientWidth") <= 0
    for bar in ("[data-testid=stSidebar]", ".st-key-filterbar", ".stAppHeader"):
        assert not visit.page.locator(bar).is_visible()
    foot, first = (visit.page.locator(at).bounding_box() for at in (".k-foot span >> nth=-1", ".st-key-present-back"))
    assert foot["x"] + foot["width"] <= first["x"], "the number is never covered"
    assert visit.strangers == [] and visit.errors == []


def test_arrow_and_page_keys_turn_the_messages_and_back_returns(visit):
    visit.open("/?lang=ja&ward=all")
    visit.page.get_by_role("link", name="会議で見せる").click()
    visit.expect_headline("意欲指数は市全体で")
    visit.page.keyboard.press("ArrowRight")
    visit.expect_headline("5区")
    visit.page.keyboard.press("PageDown")
    visit.expect_headline("三つの課題")
    visit.page.keyboard.press("ArrowLeft")
    visit.expect_headline("5区")
    assert "message=wards" in visit.page.url
    visit.page.reload()
    visit.expect_headline("5区")
    visit.page.keyboard.press("PageUp")
    visit.expect_headline("意欲指数は市全体で")
    visit.page.go_back()
    visit.expect_headline("5区")
    visit.page.get_by_role("link", name="終わる").click()
    visit.page.wait_for_selector(".k-tiles")
    visit.settle()
    assert visit.page.locator("[data-testid=stSidebar]").is_visible()


def test_the_course_answers_to_pointing(visit):
    visit.open(link("motivation"))
    spot = visit.page.locator(".js-plotly-plot").evaluate(
        "plot => {const data = plot._fullData.filter(t => t.mode && t.mode.includes('markers')).pop();"
        "const x = plot._fullLayout.xaxis, y = plot._fullLayout.yaxis, box = plot.getBoundingClientRect();"
        "const last = data.x.length - 1;"
        "return [box.x + x._offset + x.l2p(data.x[last]), box.y + y._offset + y.l2p(data.y[last])]}"
    )
    visit.page.mouse.move(spot[0] - 3, spot[1])
    visit.page.mouse.move(*spot)
    told = visit.page.locator(".hoverlayer text").first
    told.wait_for(timeout=5000)
    assert "62" in told.text_content()


def test_axe_finds_nothing_serious_of_ours(chromium, address):
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, bypass_csp=True)
    tab = context.new_page()
    for message in ("wards", "bureaus", "institute"):
        tab.goto(address + link(message))
        tab.wait_for_selector(".k-foot")
        tab.wait_for_timeout(1500)
        found = Axe().run(tab).response["violations"]
        assert [rule["id"] for rule in found if rule["impact"] in ("serious", "critical")] == []
    context.close()
