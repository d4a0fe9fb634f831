"""The dispatch page: zero and 報告なし apart, no cost without what it holds, officers by number only."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.edition.ask import ask
from dashboard.settings import PAGES, ROOT
from dashboard.ui.state import DISPATCH


def opened(home, monkeypatch, **asked):
    monkeypatch.setenv("DASHBOARD_HOME", str(home.home.folder))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    app.query_params.update(asked)
    app.run()
    app.switch_page(str(PAGES / "dispatch.py")).run()
    assert not app.exception and not app.error and not app.warning
    return " ".join(str(block.proto.body) for block in app.get("html"))


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("ward", ["all", "43104"])
def test_every_table_opens_beside_the_counts_of_the_wards(demo_home, demo_edition, monkeypatch, lang, ward):
    row = next(row for row in ask(demo_edition, "dispatch_coverage", ward=ward).rows() if row["ward"] == ward)
    for shown in DISPATCH:
        page = opened(demo_home, monkeypatch, lang=lang, ward=ward, dispatch=shown)
        assert all(f"{row[name]:,}" in page for name in ("associations", "visited", "zero", "no_report"))
        assert page.count('<i class="no_report" style') == 6, "five wards and the city"
        table = page[page.index("k-box-dispatch") :]
        assert table.count("<tr>") > (2 if ward == "all" else 1)


def test_a_district_tells_zero_and_no_report_apart(demo_home, demo_edition, monkeypatch):
    found = ask(demo_edition, "dispatch_reach").rows()
    silent = next(row["district"] for row in found if row["no_report"] and row["visited"])
    page = opened(demo_home, monkeypatch, district=silent)
    table = page[page.index("k-box-dispatch") :]
    assert table.count("報告なし") >= next(row["no_report"] for row in found if row["district"] == silent)
    told = next(row["district"] for row in found if row["zero"] and not row["no_report"])
    page = opened(demo_home, monkeypatch, district=told)
    assert "報告なし</span>" not in page[page.index("k-box-dispatch") :]


def test_costs_of_a_year_before_any_say_which_file_to_load(demo_home, monkeypatch):
    page = opened(demo_home, monkeypatch, dispatch="costs", wave="2016")
    assert "costs.csv" in page[page.index("k-box-dispatch") :]
    page = opened(demo_home, monkeypatch, dispatch="costs")
    table = page[page.index("k-box-dispatch") :]
    assert "人件費相当の概算を含む" in table and "7.2" in table and "50.4" in table
