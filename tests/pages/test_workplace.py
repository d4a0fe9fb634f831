"""The workplace page: items, ten traits and associations of a department, a bureau, a ward or the whole city."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.edition.ask import ask
from dashboard.settings import PAGES, ROOT

ASPECTS = ["items", "traits", "drivers"]


@pytest.fixture
def app(demo_home, monkeypatch):
    monkeypatch.setenv("DASHBOARD_HOME", str(demo_home.home.folder))
    return AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)


def opened(app, page="workplace", **link):
    app.query_params.update(link)
    app.run()
    app.switch_page(str(PAGES / f"{page}.py")).run()
    assert not app.exception and not app.error and not app.warning
    return app


def words(app):
    return " ".join(str(block.proto.body) for block in app.get("html"))


def headline(app):
    return next(str(block.proto.body) for block in app.get("html") if "k-head" in str(block.proto.body))


def department(edition, status):
    """A department shown, or withheld whole because it stands in a group of several."""
    rows = ask(edition, "survey_wave", measure="theme_stress", view="department").rows()
    return next(row["member"] for row in rows if row["status"] == status)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("ward", ["all", "43104", "HQ"])
def test_every_aspect_opens_in_the_city_and_in_a_ward(app, lang, aspect, ward):
    opened(app, lang=lang, aspect=aspect, ward=ward)
    assert app.query_params["aspect"] in (aspect, [aspect])


@pytest.mark.parametrize("wave", ["2016", "2017", "2021"])
@pytest.mark.parametrize("aspect", ASPECTS)
def test_every_aspect_opens_in_every_sort_of_survey(app, wave, aspect):
    opened(app, wave=wave, aspect=aspect)
    assert ("関連を示せる回答がない" in headline(app)) == (wave == "2016" and aspect == "drivers")


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_department_opens_in_its_bureau_and_a_withheld_one_says_what_can_be_seen(app, demo_edition, aspect):
    for status in ("表示", "秘匿"):
        code = department(demo_edition, status)
        opened(app, department=code, aspect=aspect)
        assert app.session_state["choice"].bureau == code[:3]
        if status == "秘匿":
            assert "秘匿" in words(app) and "見ることができる" in words(app)


def test_a_department_outside_the_bureau_is_let_go_of(app, demo_edition):
    code = department(demo_edition, "表示")
    opened(app, department=code)
    other = next(row["member"] for row in ask(demo_edition, "survey_wave", view="bureau").rows()
                 if row["member"] != code[:3])  # fmt: skip
    app.selectbox(key="filter_bureau").set_value(other).run()
    assert not app.exception and app.session_state["choice"].department == "all"


def test_the_three_gaps_are_one_click_from_their_items(app):
    opened(app)
    app.button(key="pick-gap_vision").click().run()
    assert app.session_state["choice"].measure == "gap_vision"
    assert "ビジョンの共有の設問" in words(app)


def test_traits_are_always_called_self_assessed_and_associations_no_cause(app):
    for lang, said in (("ja", "自己評価"), ("en", "elf-assess")):
        opened(app, lang=lang, aspect="traits", bureau="D05")
        assert said in headline(app) and words(app).count(said) >= 2
    for lang, said in (("ja", "因果を示さない"), ("en", "shows no cause")):
        opened(app, lang=lang, aspect="drivers")
        assert said in headline(app)


def test_a_smaller_group_says_that_the_associations_are_the_citys(app):
    opened(app, aspect="drivers", bureau="D05")
    assert "関連は市全体、得点は福祉保健局" in words(app)
    opened(app, aspect="drivers", bureau="all", ward="HQ")
    assert "関連は市全体" not in words(app)


def test_a_ward_whose_groups_are_all_withheld_shows_the_citys_and_says_so(app, demo_edition):
    opened(app, page="motivation", ward="43104", split="age", measure="motivation")
    shown = [row["status"] for row in ask(demo_edition, "survey_members", view="ward_age", parent="43104").rows()]
    assert "表示" not in shown, "else this test says nothing"
    assert "市全体の年齢階級ごとの推移" in words(app) and "南区の年齢階級ごとの値は、個人の保護のため" in words(app)
