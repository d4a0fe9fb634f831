"""Papers end to end: a press makes the pack, and what is taken away is what was made."""

import io
import zipfile

import pytest


@pytest.mark.slow
def test_a_press_makes_a_pack_that_can_be_taken_away(visit):
    visit.open("/briefing?ward=43104&lang=ja")
    page = visit.page
    page.get_by_role("button", name="資料一式をつくる").click()
    made = page.locator("[class*=st-key-pack-now-]")
    made.wait_for(timeout=240_000)
    with page.expect_download() as taken:
        made.get_by_role("button", name="全部（zip）").click()
    assert taken.value.suggested_filename.startswith("架空のデモデータ_briefing_edition")
    with zipfile.ZipFile(io.BytesIO(taken.value.path().read_bytes())) as archive:
        names = {name.rsplit("/", 1)[1] for name in archive.namelist()}
    assert {"briefing.pdf", "briefing.xlsx", "facts.json", "manifest.json"} <= names
    assert not visit.strangers and not visit.errors


@pytest.mark.slow
def test_a_karte_is_taken_at_a_click(visit):
    visit.open("/karte?association=43105-1008&lang=ja")
    with visit.page.expect_download(timeout=120_000) as taken:
        visit.page.get_by_role("button", name="このカルテのPDF").click()
    assert taken.value.path().read_bytes().startswith(b"%PDF")
    assert not visit.strangers
