"""A second city published by data alone: every page opens on it in both languages and tells of no other city."""

import re

import pytest
import second_city
from streamlit.testing.v1 import AppTest

from dashboard.edition.ask import ask
from dashboard.edition.store import Store
from dashboard.i18n import LANGUAGES
from dashboard.intake import load
from dashboard.publish import publish
from dashboard.settings import DATA, PAGES, ROOT, settings

ABSENT = {
    "wards": "indicator_values.csv", "associations": "associations.csv", "need": "indicator_values.csv",
    "karte": "associations.csv", "dispatch": "dispatch_reports.csv", "vision": "vision_reach.csv",
    "institute": "projects.csv", "actions": "answers_given.csv",
}  # fmt: skip
PRODUCT = re.compile("くまもと元気カルテ|Kumamoto Genki Karte")
ELSEWHERE = re.compile(r"熊本|くまもと|Kumamoto|\b4310\d|架空のデモデータ|Fictional demo data|国土数値情報")


@pytest.fixture(scope="module")
def second_home(tmp_path_factory):
    """Settings of a home that holds the second city, published."""
    files, here = second_city.written(tmp_path_factory.mktemp("second"))
    report = load(files, here)
    assert report.ok, [problem.message("en") for problem in report.problems]
    publish(here)
    return here


@pytest.fixture(scope="module")
def second_edition(second_home):
    store = Store(second_home.home.editions)
    return store.open_edition(store.current_number())


def test_wards_scales_and_outlines_are_the_citys_own(second_edition):
    rows = ask(second_edition, "ward_map", measure="motivation").rows()
    assert [row["ward"] for row in rows] == list(second_city.WARDS)
    assert all(0 < row["value"] < 100 for row in rows)
    drawn = ask(second_edition, "outlines").rows()
    assert [(row["code"], row["label_ja"], row["label_en"]) for row in drawn] == [
        (code, *names) for code, names in second_city.WARDS.items()
    ]


def test_the_index_of_scales_of_four_and_seven_is_what_the_answers_give(second_edition):
    """Each item from 0 at its lowest answer to 100 at its highest, whatever the number of answers."""
    header, *rows = second_city.answers("2025")
    scores = []
    for place, (item, theme) in enumerate(second_city.items()):
        if theme == "motivation":
            top, column = second_city.points(place), header.index(item)
            scores.append([100 * (row[column] - 1) / (top - 1) for row in rows])
    expected = sum(map(sum, scores)) / (len(scores) * len(rows))
    (city,) = ask(second_edition, "survey_wave", measure="motivation", view="city").rows()
    assert {second_city.points(place) for place in range(2)} == {4, 7}
    assert city["value"] == pytest.approx(expected, abs=1.0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_opens_and_is_of_this_city_only(lang, second_home, monkeypatch):
    monkeypatch.setenv("DASHBOARD_HOME", str(second_home.home.folder))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    app.query_params.update({"lang": lang, "ward": "27902"})
    app.run()
    for path in sorted(PAGES.glob("*.py")):
        app.switch_page(str(path)).run()
        assert not app.exception and not app.error and not app.warning, path.stem
        told = without_zones(everything(app), second_home)
        assert not ELSEWHERE.search(PRODUCT.sub("", told)), (path.stem, ELSEWHERE.search(PRODUCT.sub("", told)))
        assert ">-時点" not in told and ">as of -" not in told, "a day that nobody told is not told of"
        if path.stem in ABSENT:
            assert ABSENT[path.stem] in told and "python -m dashboard load" in told, path.stem
    app.switch_page(str(PAGES / "overview.py")).run()
    assert second_city.WARDS["27902"][lang == "en"] in everything(app)


def everything(app: AppTest) -> str:
    """All that a page sends to the browser, as text."""
    return " ".join(str(element.proto) for element in app.main) + " ".join(str(block.proto) for block in app.sidebar)


def without_zones(told: str, here) -> str:
    """The planes that a city may choose from are named by their prefectures."""
    for zone in here.planes:
        for lang in LANGUAGES:
            told = told.replace(zone[lang], "")
    return told


def test_a_real_home_refuses_the_demo_and_the_demo_refuses_real_files(second_home, tmp_path):
    report = load([DATA / "demo" / "waves.csv"], second_home)
    assert not report.ok
    demo = settings(tmp_path / "demo")
    assert load([DATA / "demo" / f"{name}.csv" for name in ("waves", "scales", "questions")], demo).ok
    files, _ = second_city.written(tmp_path)
    assert not load([files[0] / "waves.csv"], demo).ok
