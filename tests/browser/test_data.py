"""A correction end to end: a file dropped, checked, loaded, published held back, compared, shown, and left again."""

import pytest
from playwright.sync_api import expect

from dashboard.settings import DATA

ROW = "2026-10-01,市民の集い,Citizens gather,setting,city,1\r\n"
PUBLISHED = 240_000  # ms


@pytest.mark.slow
def test_a_corrected_file_becomes_the_edition_shown_and_the_old_one_comes_back(own, tmp_path):
    visit, store = own
    page, path = visit.page, tmp_path / "events.csv"
    path.write_bytes((DATA / "demo" / "events.csv").read_bytes() + ROW.encode())
    visit.open("/data?lang=ja")
    assert page.get_by_text("Browse").count() == 0 and page.get_by_text("per file").locator("visible=true").count() == 0
    page.locator("[data-testid=stFileUploaderDropzoneInput]").first.set_input_files(str(path))
    page.locator(".st-key-check button").click()
    expect(page.locator(".k-verdict")).to_contain_text("取り込める", timeout=60_000)
    page.locator(".st-key-load button").click()
    expect(page.locator(".k-verdict")).to_contain_text("取り込んだ", timeout=60_000)
    page.locator(".st-key-publish button").click()
    point = page.locator(".st-key-point button")
    expect(point).to_have_text("第2版を見せる", timeout=PUBLISHED)
    expect(page.locator(".st-key-fig-compare")).to_contain_text("出来事 25→26行")
    assert store.current_number() == 1
    point.click()
    visit.expect_headline("第2版")
    assert store.current_number() == 2
    point.click()
    visit.expect_headline("第1版")
    assert store.current_number() == 1 and not visit.strangers
