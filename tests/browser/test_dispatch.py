"""The dispatch page in the real app: the first screen tells the counts, a click narrows, two questions are answered."""

import pytest
from test_places import Walk

pytestmark = pytest.mark.browser


def test_the_first_screen_of_a_meeting_room_tells_every_ward(visit):
    visit.page.set_viewport_size({"width": 1280, "height": 650})
    visit.open("/dispatch")
    rows = visit.page.locator(".k-coverage tbody tr")
    assert rows.count() == 6 and rows.last.bounding_box()["y"] + rows.last.bounding_box()["height"] < 650
    counts = [[int(cell) for cell in row.locator(".value").all_inner_texts()] for row in rows.all()]
    assert all(visited + zero + silent == whole for visited, zero, silent, whole, _ in counts)
    assert [sum(column) for column in zip(*counts[:-1], strict=True)] == counts[-1]


def test_a_district_opens_from_its_link_and_leads_to_a_karte(visit):
    visit.open("/dispatch?ward=43104")
    visit.page.locator(".k-box-dispatch tbody a").first.click()
    visit.page.wait_for_url("**district=43104-*")
    visit.settle()
    assert visit.page.locator(".k-box-dispatch tbody a").first.get_attribute("href").startswith("karte?")
    assert visit.strangers == [] and visit.errors == []


def test_what_an_association_costs_takes_two_actions(visit):
    walk = Walk(visit)
    walk.go("まちづくり派遣")
    walk.choose("表の内容", "費用")
    said = visit.page.locator(".k-box-dispatch").inner_text()
    assert "人件費を除く" in said and "一自治会当たり" in said and "913" in said
    assert walk.actions == 2


def test_places_with_and_without_dispatch_take_two_actions(visit):
    walk = Walk(visit)
    walk.go("まちづくり派遣")
    walk.choose("表の内容", "派遣の有無")
    said = visit.page.locator(".k-box-dispatch").inner_text()
    assert "無作為に割り当てたものではない" in said and "加入率" in said and "団体" in said
    assert walk.actions == 2
