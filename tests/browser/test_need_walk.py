"""The planner's list of need, reached from the overview as a planner reaches it, and taken along as a workbook."""

import io

import openpyxl
import pytest
from test_places import Walk

pytestmark = pytest.mark.browser


def test_the_example_in_four_actions_and_the_workbook_in_one_more(visit):
    walk = Walk(visit)
    walk.go("担い手の一覧")
    walk.press("南")
    visit.page.get_by_label("役員1人あたり加入世帯が高いを外す").click()
    walk.settle()
    assert walk.actions <= 4
    visit.expect_headline("南区の自治会")
    assert "高齢化率が高い、加入率が下がった。" in visit.page.locator(".k-head p").inner_text()
    assert visit.page.locator(".k-box-need tbody tr").count() >= 5
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name="Excel", exact=True).click()
    assert "架空のデモデータ" in download.value.suggested_filename
    book = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    heads = [cell.value for cell in book.worksheets[0][1]]
    assert "高齢化率が高い" in heads and "順位の幅（上）" in heads and book.worksheets[0].max_row > 150
    assert "校区より細かい一覧" in " ".join(str(cell.value) for row in book.worksheets[1] for cell in row)
    visit.page.locator(".k-box-need tbody a").first.click()
    visit.page.wait_for_selector(".k-strips")
    assert visit.strangers == [] and visit.errors == []
