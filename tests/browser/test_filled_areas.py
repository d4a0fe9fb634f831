"""A click on a filled area: a district narrows the list, an association of it is the one whose karte opens."""

import bordered_city
import pytest
from conftest import Visit, served

pytestmark = pytest.mark.browser
SPOT = """(plot, code) => {
    const x = plot._fullLayout.xaxis, y = plot._fullLayout.yaxis;
    for (const trace of plot._fullData) {
        const codes = [].concat(trace.customdata || []).flat(), at = codes.indexOf(code);
        if (at >= 0) return [x._offset + x.l2p(trace.x[at]), y._offset + y.l2p(trace.y[at])];
    }}"""


@pytest.fixture
def bordered(tmp_path, chromium, strangers):
    """A tab on a city whose districts and associations have borders."""
    home = bordered_city.published(tmp_path / "home")
    with served(home.home.folder, tmp_path, strangers) as base:
        context = chromium.new_context(viewport={"width": 1280, "height": 720}, locale="ja-JP")
        yield Visit(context.new_page(), base)
        context.close()


def click(visit, code):
    plot = visit.page.locator(".st-key-plot-points .js-plotly-plot")
    x, y = plot.evaluate(SPOT, code)
    corner = plot.bounding_box()
    visit.page.mouse.click(corner["x"] + x, corner["y"] + y)


def test_a_click_on_a_filled_district_and_on_an_association_of_it(bordered):
    bordered.open("/associations")
    assert bordered.page.locator(".k-box-list tbody tr").count() == 6
    click(bordered, "A1")
    bordered.page.wait_for_url("**district=A1**")
    bordered.settle()
    assert bordered.page.locator(".k-box-list tbody tr").count() == 3 and "あ一校区" in bordered.headline()
    click(bordered, "a2")
    bordered.page.wait_for_url("**association=a2**")
    bordered.settle()
    bordered.page.get_by_role("link", name="自治会カルテ", exact=True).click()
    bordered.settle()
    assert "a2自治会" in bordered.page.locator(".k-head").inner_text()
    assert bordered.strangers == [] and bordered.errors == []
