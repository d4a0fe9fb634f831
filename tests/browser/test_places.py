"""The place pages in the real app, walked as a planner and a council briefer walk them."""

import io

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

pytestmark = pytest.mark.browser


class Walk:
    """A reader who counts actions: a click, a choice, or typing plus Enter."""

    def __init__(self, visit, start="/"):
        self.visit, self.actions = visit, 0
        visit.open(start)

    def settle(self):
        self.actions += 1
        self.visit.page.wait_for_timeout(800)
        self.visit.settle()

    def go(self, name):
        self.visit.page.get_by_role("link", name=name, exact=True).click()
        self.settle()

    def press(self, name):
        self.visit.page.get_by_role("radio", name=name, exact=True).click()
        self.settle()

    def choose(self, label, option):
        box = self.visit.page.get_by_role("combobox", name=label).first
        box.click()
        box.fill(option)
        self.visit.page.get_by_role("option").first.click()
        self.settle()

    def type(self, label, words):
        self.visit.page.get_by_label(label).fill(words)
        self.visit.page.keyboard.press("Enter")
        self.settle()

    def texts(self, selector):
        return self.visit.page.locator(selector).all_inner_texts()


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


def test_which_indicators_of_a_ward_lie_below_the_city_takes_two_actions(visit):
    walk = Walk(visit)
    walk.go("区のくらべ")
    walk.press("南")
    rows = walk.texts(".k-box-context tbody tr")
    assert len(rows) > 15 and any("高い" in row or "低い" in row for row in rows[:4])
    assert not any("高い" in row or "低い" in row for row in rows if row.startswith("人口")), "counts are not compared"
    assert walk.actions == 2


def test_where_a_district_became_better_takes_three_actions(visit):
    walk = Walk(visit)
    walk.go("自治会さがし")
    walk.press("南")
    walk.press("変化")
    assert "前年度差" in walk.texts(".st-key-title-points")[0] and "+" in walk.texts(".st-key-fig-points .k-leg")[0]
    assert walk.actions == 3


def test_associations_short_of_officers_take_three_actions(visit):
    walk = Walk(visit)
    walk.go("自治会さがし")
    walk.choose("指標", "役員1人")
    walk.choose("並べ替え", "高い順")
    values = [float(cell) for cell in walk.texts(".k-box-list tbody td:nth-child(3)") if cell[:1].isdigit()]
    assert len(values) > 90 and values == sorted(values, reverse=True) and walk.actions == 3


def test_overdue_kartes_take_two_actions(visit):
    walk = Walk(visit)
    walk.go("自治会さがし")
    walk.choose("並べ替え", "更新の古い順")
    dates = walk.texts(".k-box-list tbody td:last-child")
    known = [date[:10] for date in dates if date[:2] == "20"]
    assert known == sorted(known) and "遅れ" in dates[0] and walk.actions == 2


def test_my_district_takes_two_actions(visit):
    walk = Walk(visit)
    walk.go("自治会さがし")
    walk.choose("校区", "稲穂校区")
    assert "稲穂校区" in visit.headline() and "稲穂校区の加入率は" in walk.texts(".k-head p")[0]
    assert walk.actions == 2


def test_source_and_day_of_a_number_take_one_more_action(visit):
    visit.open("/institute")
    visit.page.locator(".st-key-data-pipeline button").first.click()
    visit.page.wait_for_selector(".k-scroll table")
    said = visit.page.locator("[data-testid=stPopoverBody]").inner_text()
    assert "2026-03-31" in said and "完了" in said


def test_what_was_not_adopted_takes_one_action(visit):
    walk = Walk(visit)
    assert "完了した研究46件のうち施策化は17件" in walk.texts(".k-lines")[0], "none for the count"
    walk.go("政策研究所")
    assert visit.page.locator(".k-box-not_adopted tbody tr").count() == 18 and walk.actions == 1


def test_value_and_change_on_the_ward_map(visit):
    visit.open("/wards?ward=43104")
    assert "南区" in visit.headline()
    visit.page.get_by_role("radio", name="変化", exact=True).click()
    visit.page.wait_for_url("**showing=change**")
    visit.settle()
    assert "前年度差" in visit.page.locator(".st-key-title-areamap").inner_text()
