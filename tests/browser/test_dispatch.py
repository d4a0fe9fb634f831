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


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("費用", ("人件費を除く", "一自治会当たり", "913")),
        ("派遣の有無", ("無作為に割り当てたものではない", "加入率", "団体")),
    ],
)
def test_costs_and_places_with_and_without_dispatch_take_two_actions(visit, table, words):
    walk = Walk(visit)
    walk.go("まちづくり派遣")
    walk.choose("表の内容", table)
    said = visit.page.locator(".k-box-dispatch").inner_text()
    assert [word for word in words if word not in said] == []
    assert walk.actions == 2
