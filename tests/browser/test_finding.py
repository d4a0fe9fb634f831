"""A name typed before it is converted, and its karte opened without the mouse."""

import pytest

pytestmark = pytest.mark.browser


def test_a_reading_and_enter_open_the_karte_and_back_returns_to_what_was_found(visit):
    visit.open("/find?ward=43104")
    box = visit.page.get_by_label("名前・よみ・根拠番号")
    box.fill("いずみさｗ")
    visit.page.keyboard.press("Enter")
    visit.expect_headline("最も近いのは泉澤")
    assert "泉澤校区" in visit.page.locator(".k-box-found").inner_text()
    box.fill("にっしんだい3ちょうないじちかい")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector(".k-strips")
    visit.settle()
    assert "日新第3町内自治会" in visit.page.locator(".k-head").inner_text()
    assert "/karte?" in visit.page.url and "association=43101-0103" in visit.page.url
    visit.page.go_back()
    visit.expect_headline("最も近いのは")
    assert visit.strangers == [] and visit.errors == []
