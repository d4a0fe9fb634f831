"""The header of every question is true: columns, types, grain, parameters; the codes people rely on stay."""

import duckdb
import pytest

from dashboard.edition.ask import UnknownParameterError, ask
from dashboard.edition.question import UnknownQuestionError, questions

CELL = ["value", "lo", "hi", "bound", "bound_at", "n", "asked", "status", "change", "change_lo", "change_hi", "news"]
CELL += ["wider_view", "wider_member"]
STABLE = {
    "survey_trend": (["measure", "view", "member"], ["wave", "view", "member", "measure", *CELL]),
    "survey_wave": (["wave", "measure", "view"], ["wave", "view", "member", "measure", *CELL]),
    "survey_items": (
        ["wave", "view", "member"],
        ["wave", "view", "member", "item", *CELL, "fav", "neu", "unf", "mean"],
    ),
    "ward_map": (["measure", "period"], ["ward", *CELL]),
}
# no break at the city; no study came from the first association; switched off in the demo city; no borders known there
MAY_BE_EMPTY = (
    "survey_breaks", "karte_projects", "vision_exchange", "area_outlines",
)  # fmt: skip
ASKED = {"finding": {"page": "member"}}
ALL = sorted(questions())


@pytest.mark.parametrize("name", ALL)
def test_header_tells_the_columns_types_and_grain(name, demo_edition):
    question = questions()[name]
    (statement,) = duckdb.extract_statements(question.sql)
    assert statement.named_parameters == {parameter.name for parameter in question.parameters}
    described = demo_edition.describe(question.sql, dict.fromkeys(statement.named_parameters))
    assert described == [(column.name, column.type) for column in question.columns]
    frame = ask(demo_edition, name, **ASKED.get(name, {})).frame
    assert name in MAY_BE_EMPTY or len(frame) > 0
    assert not frame.duplicated(list(question.grain)).any()


@pytest.mark.parametrize("name", ALL)
def test_sql_is_explicit_and_ordered(name):
    sql = questions()[name].sql.upper()
    assert "SELECT *" not in sql
    assert "ORDER BY" in sql


@pytest.mark.parametrize("name", sorted(STABLE))
def test_names_parameters_and_columns_people_rely_on(name):
    parameters, columns = STABLE[name]
    assert [parameter.name for parameter in questions()[name].parameters] == parameters
    assert [column.name for column in questions()[name].columns] == columns


def test_defaults_are_the_latest_survey_and_the_whole_city(demo_edition):
    (row,) = ask(demo_edition, "survey_wave").rows()
    assert (row["wave"], row["view"], row["member"], row["measure"]) == ("2025", "city", "all", "motivation")
    assert [row["ward"] for row in ask(demo_edition, "ward_map").rows()] == [
        "43101",
        "43102",
        "43103",
        "43104",
        "43105",
    ]
    wards = ask(demo_edition, "survey_wave", view="ward").rows()
    assert [row["member"] for row in wards] == ["43101", "43102", "43103", "43104", "43105", "HQ"]


def test_wards_and_head_office_add_up_to_the_city(demo_edition):
    (city,) = ask(demo_edition, "survey_wave", measure="response_rate").rows()
    wards = ask(demo_edition, "survey_wave", measure="response_rate", view="ward").rows()
    assert sum(row["asked"] for row in wards) == city["asked"]
    # a few people named neither unit nor ward: they count for the city only
    assert 0 <= city["n"] - sum(row["n"] for row in wards) < 0.01 * city["n"]


def test_year_without_survey_is_no_data_and_not_zero(demo_edition):
    by_wave = {row["wave"]: row for row in ask(demo_edition, "survey_trend").rows()}
    assert by_wave["2020"]["status"] == "データなし"
    assert by_wave["2020"]["value"] is None
    assert by_wave["2025"]["status"] == "表示"


def test_unknown_names_are_refused(demo_edition):
    with pytest.raises(UnknownQuestionError):
        ask(demo_edition, "no_such_question")
    with pytest.raises(UnknownParameterError):
        ask(demo_edition, "ward_map", wave="2025")


def test_a_group_too_small_for_associations_of_its_own_shows_the_citys_beside_its_own_scores(demo_edition):
    city = ask(demo_edition, "survey_drivers").rows()
    bureau = next(row["member"] for row in ask(demo_edition, "survey_wave", view="bureau").rows())
    for place, is_own in (({"view": "ward", "member": "HQ"}, True), ({"view": "bureau", "member": bureau}, False)):
        rows = ask(demo_edition, "survey_drivers", **place).rows()
        basis = {(row["basis_view"], row["basis_member"]) for row in rows}
        assert basis == {tuple(place.values()) if is_own else ("city", "all")}
        assert len(rows) == 8 and {(row["view"], row["member"]) for row in rows} == {tuple(place.values())}
        same = [row["share"] for row in rows] == [row["share"] for row in city]
        assert same != is_own and [row["score"] for row in rows] != [row["score"] for row in city]
    assert ask(demo_edition, "survey_drivers", wave="2016").frame.empty, "results without answers have none"
