"""The place pages in the real app, walked as a planner and a council briefer walk them."""

import io

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

pytestmark = pytest.mark.browser


def choose(visit, label, option):
    """Choose an option of a select box by typing a part of it."""
    box = visit.page.get_by_label(label).first
    box.click()
    box.fill(option)
    visit.page.get_by_role("option").first.click()
    visit.settle()


def go(visit, name):
    visit.page.get_by_role("link", name=name, exact=True).click()
    visit.settle()


def test_search_by_reading_leads_to_the_karte_and_the_link_restores_it(visit):
    visit.open("/associations")
    visit.page.get_by_label("名前・よみで探す").fill("なしのき だい2")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_timeout(1500)
    link = visit.page.locator(".k-box-list tbody a").first
    name = link.inner_text()
    assert "梨木" in name
    link.click()
    visit.page.wait_for_selector(".k-strips")
    visit.settle()
    assert name in visit.page.locator(".k-head").inner_text()
    assert "association=" in visit.page.url
    visit.open(visit.page.url.removeprefix(visit.base))
    assert name in visit.page.locator(".k-head").inner_text()
    assert visit.strangers == []


def test_a_click_on_a_district_narrows_the_list(visit):
    visit.open("/associations?ward=43104")
    before = visit.page.locator(".k-box-list tbody tr").count()
    plot = visit.page.locator(".st-key-plot-points .js-plotly-plot")
    spot = plot.evaluate(
        "plot => {const codes = t => [].concat(t.customdata || []).flat();"
        "const trace = plot._fullData.findIndex(t => codes(t).some(c => String(c).startsWith('43104-')));"
        "const data = plot._fullData[trace], x = plot._fullLayout.xaxis, y = plot._fullLayout.yaxis;"
        "const index = codes(data).findIndex(c => String(c).startsWith('43104-'));"
        "return [x._offset + x.l2p(data.x[index]), y._offset + y.l2p(data.y[index])]}"
    )
    corner = plot.bounding_box()
    visit.page.mouse.click(corner["x"] + spot[0], corner["y"] + spot[1])
    visit.page.wait_for_url("**district=43104-*")
    visit.settle()
    after = visit.page.locator(".k-box-list tbody tr").count()
    assert 0 < after < before


def test_the_workbook_opens_unharmed(visit):
    visit.open("/associations?ward=43105")
    visit.page.locator(".st-key-data-list button").first.click()
    visit.page.wait_for_selector(".k-scroll table")
    with visit.page.expect_download() as started:
        visit.page.get_by_role("button", name="Excelをダウンロード").first.click()
    assert started.value.suggested_filename.startswith("架空のデモデータ_associations_")
    content = started.value.path().read_bytes()
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    assert sheet.max_row > 190 and sheet.freeze_panes == "B2"
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert any(str(cell).startswith("43105-") for cell in rows[1])  # a code stays text


def test_a_planner_finds_the_overdue_in_two_actions(visit):
    visit.open("/")
    go(visit, "自治会さがし")
    choose(visit, "並べ替え", "更新の古い順")
    dates = visit.page.locator(".k-box-list tbody td:last-child").all_inner_texts()
    known = [date[:10] for date in dates if date[:2] == "20"]
    assert known == sorted(known) and "遅れ" in dates[0]


def test_the_council_reads_what_was_not_adopted_in_one_action(visit):
    visit.open("/")
    go(visit, "政策研究所")
    assert "完了した研究46件のうち施策化は17件" in visit.headline()
    assert visit.page.locator(".k-box-not_adopted tbody tr").count() == 18


def test_value_and_change_on_the_ward_map(visit):
    visit.open("/wards?ward=43104")
    assert "南区" in visit.headline()
    visit.page.get_by_role("radio", name="変化", exact=True).click()
    visit.page.wait_for_url("**showing=change**")
    visit.settle()
    assert "前年度からの変化" in visit.page.locator(".st-key-title-areamap").inner_text()
