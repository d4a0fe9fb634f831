"""What the workplace page draws, from the answers of the demo city."""

from itertools import product

import numpy as np
import pytest

from dashboard.edition.ask import ask
from dashboard.edition.catalogue import catalogue
from dashboard.figures import quadrants, survey_specs, workplace_specs
from dashboard.figures.lettering import screen_ruler
from dashboard.figures.screen import quadrants as screen
from dashboard.figures.selection import Selection

NO_DATA = "データなし"


@pytest.fixture(scope="module")
def words(demo_edition):
    return catalogue(demo_edition)


def associations(words, edition, view, member, lang="ja"):
    answer = ask(edition, "survey_drivers", view=view, member=member)
    return workplace_specs.drivers(Selection(words, lang, "motivation", "2025"), answer, "title")


def test_names_cover_neither_each_other_nor_a_point(words, demo_edition):
    places = [("city", "all"), *product(["ward"], words.of_view("ward")), *product(["bureau"], words.of_view("bureau"))]
    for (view, member), lang in product(places, ("ja", "en")):
        spec = associations(words, demo_edition, view, member, lang)
        wide, high = spec.width - screen.LEFT - screen.RIGHT, spec.height - screen.TOP - screen.FOOT
        setting = quadrants.Setting(screen_ruler(lang, 14), screen.LINE_HEIGHT, screen.ROOM, screen.REACH)
        boxes = np.array([name.box for name in quadrants.Plane(spec).names(wide, high, setting)])
        common = quadrants.shared(boxes, boxes)
        assert (common - np.diag(np.diag(common))).max() < 2 * screen.LINE_HEIGHT, (member, lang)
        assert len(boxes) == 8 and boxes.min() > -screen.LINE_HEIGHT, (member, lang)


def test_the_quarters_meet_at_the_means(words, demo_edition):
    spec = associations(words, demo_edition, "city", "all")
    rows = ask(demo_edition, "survey_drivers").rows()
    drawn = screen.draw(spec)
    (upright, level) = drawn["layout"]["shapes"]
    assert upright["x0"] == pytest.approx(sum(row["score"] for row in rows) / 8)
    assert level["y0"] == pytest.approx(sum(row["share"] for row in rows) / 8)
    symbols = drawn["data"][-1]["marker"]["symbol"]
    assert symbols.count("diamond") == 3 and symbols.count("circle") == 5


def test_it_is_said_whose_associations_are_drawn(words, demo_edition):
    assert associations(words, demo_edition, "city", "all").subtitle == "市全体"
    assert associations(words, demo_edition, "ward", "HQ").subtitle == "本庁"
    bureau = words.of_view("bureau")[0]
    told = associations(words, demo_edition, "bureau", bureau).subtitle
    assert told == f"関連は市全体、得点は{words.name('bureau', bureau, 'ja')}"


def test_what_is_withheld_has_no_point_and_names_its_share(words, demo_edition):
    rows = ask(demo_edition, "survey_wave", measure="theme_stress", view="department").rows()
    shown = next(row["member"] for row in rows if row["status"] == "表示")
    spec = associations(words, demo_edition, "department", shown)
    plane = quadrants.Plane(spec)
    assert len(plane.rows) == 7, "the heading with the item on one manager is told by bureau only"
    (line,) = plane.beneath
    assert line.startswith("得点秘匿：職場の雰囲気（関連") and len(screen.draw(spec)["data"][-1]["x"]) == 7
    hidden = next(row["member"] for row in rows if row["status"] == "秘匿")
    notes = screen.draw(associations(words, demo_edition, "department", hidden))["layout"]["annotations"]
    assert "秘匿" in notes[0]["text"] and "見ることができる" in notes[0]["text"].replace("<br>", "")


def test_the_city_is_set_beside_the_last_survey_only(words, demo_edition):
    chosen = Selection(words, "ja", "motivation", "2025")
    city = workplace_specs.traits(chosen, ask(demo_edition, "survey_traits"), "t")
    ward = workplace_specs.traits(chosen, ask(demo_edition, "survey_traits", view="ward", member="HQ"), "t")
    assert city.frame["city_value"].isna().all() and ward.frame["city_value"].notna().all()
    assert len(city.frame) == len(ward.frame) == 10 and city.frame["last_value"].notna().all()


def test_a_department_that_stands_in_a_group_has_no_row_of_its_own(words, demo_edition):
    chosen, city = Selection(words, "ja", "motivation", "2025"), ask(demo_edition, "survey_themes", view="city")
    joined = 0
    for bureau in words.of_view("bureau"):
        answer = ask(demo_edition, "survey_themes", view="department", parent=bureau)
        frame = survey_specs.heat(chosen, answer, city, "t").frame
        assert NO_DATA not in set(frame["status"]), bureau
        groups = [member for member in frame["member"].unique() if "+" in member]
        assert not {cell for group in groups for cell in group.split("+")} & set(frame["member"])
        joined += len(groups)
    assert joined > 0, "else this test says nothing"
