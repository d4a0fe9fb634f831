"""Outside the lattice there is nothing: a question gives the cells it was asked for, or none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.edition.ask import ask
from dashboard.settings import settings as settings_of

BY_MEMBER = ("survey_trend", "survey_items")
BY_VIEW = ("survey_wave", "survey_themes", "survey_members")
VIEWS = {view["name"] for view in settings_of().release["lattice"]}
OUTSIDE = (
    "ward_bureau",
    "age_dispatched",
    "bureau_age",
    "department_grade",
    "WARD",
    "ward ",
    "",
    "%",
    "ward' OR '1'='1",
)


@pytest.mark.parametrize("view", OUTSIDE)
def test_no_view_outside_the_lattice_has_cells(demo_edition, view):
    assert view not in VIEWS
    for name in BY_VIEW:
        assert ask(demo_edition, name, view=view).frame.empty
    for name in BY_MEMBER:
        assert ask(demo_edition, name, view=view, member="all").frame.empty
    assert ask(demo_edition, "finding", page="member", view=view).frame.empty


def test_the_lattice_is_all_there_is(demo_edition):
    assert {row["view"] for row in ask(demo_edition, "members").rows()} == VIEWS
    assert set(demo_edition.query("SELECT DISTINCT view FROM cells ORDER BY view")["view"]) == VIEWS


words = st.one_of(
    st.sampled_from(["all", "43101", "HQ", "D01", "43101|1", "1+2", "43101|1+2", "D14|2", "*", "%", "_"]),
    st.text(max_size=8),
)


@settings(max_examples=150)
@given(view=st.one_of(st.sampled_from(sorted(VIEWS)), st.text(max_size=12)), member=words, parent=words)
def test_what_comes_back_is_what_was_asked_for(demo_edition, view, member, parent):
    known = {(row["view"], row["member"]): row["parent"] for row in ask(demo_edition, "members").rows()}
    for name in BY_MEMBER:
        found = ask(demo_edition, name, view=view, member=member).frame
        assert set(zip(found["view"], found["member"], strict=True)) == {(view, member)} & known.keys()
    found = ask(demo_edition, "survey_members", view=view, parent=parent).frame
    inside = {key for key, of in known.items() if key[0] == view and parent in (of, "all")}
    assert set(zip(found["view"], found["member"], strict=True)) == inside
