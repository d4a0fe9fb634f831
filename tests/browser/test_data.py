"""A correction end to end: a file dropped, checked, loaded, published held back, compared, shown, and left again."""

import openpyxl
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


def correct(path, column, value):
    """Put one column of the one refused row right."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index(column) + 1, value)
    book.save(path)


@pytest.mark.slow
def test_a_clerks_files_are_named_corrected_and_their_headers_confirmed_on_the_page(own, tmp_path):
    visit, _ = own
    page, verdict = visit.page, visit.page.locator(".k-verdict")
    box = page.locator("[data-testid=stFileUploaderDropzoneInput]")
    path, rejects = tmp_path / "出来事の表（最新）.csv", tmp_path / "直した.xlsx"
    path.write_bytes((DATA / "demo" / "events.csv").read_bytes() + ROW.replace("2026-10-01", "十月").encode())
    visit.open("/data?lang=ja")
    box.first.set_input_files(str(path))
    page.locator(".st-key-check button").click()
    expect(verdict).to_contain_text("下で確かめて選ぶ", timeout=60_000)
    page.get_by_role("combobox", name="出来事の表（最新）.csv の表").click()
    page.keyboard.type("出来事")
    page.get_by_role("option", name="出来事").click()
    page.locator(".st-key-which button").click()
    expect(page.locator(".k-box-problems")).to_contain_text("十月", timeout=60_000)
    page.locator(".st-key-rejects button").click()
    with page.expect_download() as taken:
        page.locator(".st-key-rejects_file button").click(timeout=60_000)
    taken.value.save_as(rejects)
    correct(rejects, "date", "2026-10-01")
    box.nth(1).set_input_files(str(rejects))
    page.locator(".st-key-check_again button").click()
    expect(verdict).to_contain_text("取り込める", timeout=60_000)
    page.get_by_label("入れ替える理由").fill("一件を加えた")
    page.locator(".st-key-load button").click()
    expect(verdict).to_contain_text("取り込んだ", timeout=60_000)
    expect(page.locator(".k-box-kept")).to_contain_text("出来事の表（最新）")

    head, *rows = (DATA / "demo" / "responses_2025.csv").read_text("utf-8-sig").splitlines()
    answers = tmp_path / "responses_2025.csv"
    first = head.split(",")[5]
    answers.write_text("\n".join([head.replace(first, f"{first}（必ず答えてください）"), *rows[:40]]), "utf-8")
    box.first.set_input_files(str(answers))
    page.locator(".st-key-check button").click()
    box_of = page.locator("[class*=st-key-proposal-2025] label")
    box_of.click(timeout=60_000)
    page.locator(".st-key-confirm button").click()
    expect(box_of).to_have_count(0, timeout=60_000)
    expect(verdict).to_contain_text("取り込める")
    assert not visit.strangers
