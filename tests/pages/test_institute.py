"""The institute page: time to adoption as a curve or a list, losses, courses, and adoptions that do not count."""

import re

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.edition.ask import ask
from dashboard.settings import PAGES, ROOT


def opened(home, monkeypatch, **asked):
    monkeypatch.setenv("DASHBOARD_HOME", str(home.home.folder))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    app.query_params.update(asked)
    app.run()
    app.switch_page(str(PAGES / "institute.py")).run()
    assert not app.exception and not app.error and not app.warning
    return " ".join(str(block.proto.body) for block in app.get("html")), app


@pytest.mark.parametrize(("lang", "half"), [("ja", "半数が決まるまで2.1年"), ("en", "Half decided after 2.1 years")])
def test_the_time_to_adoption_is_a_curve_and_half_adopted_is_not_reached(demo_home, monkeypatch, lang, half):
    page, app = opened(demo_home, monkeypatch, lang=lang, studies="time")
    assert half in page and ("未到達" if lang == "ja" else "not reached") in page
    assert len(app.get("plotly_chart")) == 1


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_under_five_studies_are_a_list(demo_home, monkeypatch, lang):
    page, app = opened(demo_home, monkeypatch, lang=lang, studies="time", ward="43104", origin="地域課題")
    assert "k-box-few" in page and not app.get("plotly_chart")
    assert "2.3" in page[page.index("k-box-few") :]


def test_every_study_has_its_course_of_dated_stages(demo_home, demo_edition, monkeypatch):
    page, _ = opened(demo_home, monkeypatch, listed="history", studies="loss", people="ward")
    box = page[page.index("k-box-studies") :]
    studies = re.findall(r"<tr>(.*?)</tr>", box[: box.index("</table>")])[1:]
    assert len(studies) == 70 and "課題提起 2024-10-17 → 調査研究 2025-07-02" in studies[0]
    assert "35件中17件" in page and "区を定めない" in page
    known = [row["entered"] for row in ask(demo_edition, "project_history").rows() if not row["entered_is_year"]]
    assert len(known) > 250 and all(day in "".join(studies) for day in known)


def test_of_the_demo_city_the_counts_by_ward_and_origin_are_those_of_the_list(demo_edition):
    """Counted once more in Python, from the list of studies; the curves end where the counts do."""
    studies = [row for row in ask(demo_edition, "project_list").rows() if not row["basic_study"]]
    for ward in ("all", "43103"):
        for origin in ("all", "大学研究"):
            chosen = [it for it in studies if ward in ("all", *it["wards"].split(";")) or not it["wards"]]
            chosen = [it for it in chosen if origin in ("all", it["origin"])]
            rows = ask(demo_edition, "project_adoption", ward=ward, origin=origin).rows()
            ends = [sum(it["adopted"] for it in chosen), sum(it["stage"] == "施策化に至らず" for it in chosen)]
            assert [rows[0][name] for name in ("projects", "adopted_count", "not_adopted_count")] == [
                len(chosen),
                *ends,
            ]
            assert rows[0]["at_risk"] == len(chosen) and rows[-1]["undecided"] < 100


def test_an_adoption_without_a_document_is_named_first(demo_home, monkeypatch, tmp_path):
    import shutil

    from dashboard.settings import settings

    home = settings(tmp_path / "home")
    shutil.copytree(demo_home.home.folder, home.home.folder, dirs_exist_ok=True)
    (edition,) = home.home.editions.glob("*.duckdb")
    with duckdb.connect(str(edition)) as connection:
        connection.execute("UPDATE project_stages SET document_no = NULL WHERE document_no = '政研第109号'")
    page, _ = opened(home, monkeypatch, listed="history")
    assert "施策化は16件" in page and "文書番号がなく数えない1件" in page
    box = page[page.index("k-box-studies") :]
    assert 'class="late"' in box[: box.index("</tr>", box.index("<tbody>"))]
