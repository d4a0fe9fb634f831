"""Questions of the place half, answered by hand from tests/place_city.py; none of them needs the survey."""

import duckdb
import pytest

from dashboard.edition.ask import ask
from dashboard.edition.question import questions

PLACES = sorted(
    name for name, question in questions().items() if question.subject in ("places", "dispatch", "institute")
)


def rows(edition, name, key, **asked):
    return {row[key]: row for row in ask(edition, name, **asked).rows()}


@pytest.mark.parametrize("name", PLACES)
def test_a_question_about_places_needs_nothing_of_the_survey(name, without_survey):
    assert len(PLACES) > 15
    assert len(ask(without_survey, name).frame) > 0 or name in ("karte_facts", "karte_projects")


def test_zero_visits_are_told_only_where_every_month_was_reported(place_edition):
    """District A1 reported eleven of twelve months: its silence is no zero; a1 and b1 were seen all the same."""
    found = rows(place_edition, "associations", "association")
    assert sorted(found) == ["a1", "a2", "a3", "a4", "b1", "b2"], "b0 ended before the year"
    told = {code: (row["visits"], row["visit_status"], row["reported_months"]) for code, row in found.items()}
    assert told["a1"] == (2, "表示", 11) and told["b1"] == (1, "表示", 1)
    assert told["a2"] == (None, "報告なし", 11) and told["a4"] == (None, "報告なし", 0)
    assert (found["a1"]["issues"], found["a1"]["open_issues"]) == (2, 1)


def test_a_reported_year_without_a_visit_is_zero(place_file, tmp_path):
    from dashboard.edition.store import Edition

    path = tmp_path / "edition.duckdb"
    path.write_bytes(place_file.read_bytes())
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO dispatch_reports VALUES ('association', 'a2', '2026-03-01', '2026-03-31')")
    found = rows(Edition(path), "associations", "association")
    assert (found["a2"]["visits"], found["a2"]["visit_status"]) == (0, "表示")
    assert found["a3"]["visits"] is None
    city = rows(Edition(path), "dispatch_coverage", "ward")["all"]
    assert (city["zero"], city["no_report"]) == (1, 3)


def test_values_fractions_and_absences_stand_side_by_side(place_edition):
    found = rows(place_edition, "associations", "association")
    assert (found["a1"]["value"], found["a1"]["numerator"], found["a1"]["denominator"]) == (80, 80, 100)
    assert [found[code]["status"] for code in ("a2", "a3", "a4", "b2")] == ["秘匿", "秘匿", "データなし", "データなし"]
    lamps = rows(place_edition, "associations", "association", indicator="lamps")
    assert lamps["b2"]["value"] == 0 and lamps["b2"]["status"] == "表示"
    assert sorted(rows(place_edition, "associations", "association", ward="99102")) == ["b1", "b2"]
    assert sorted(rows(place_edition, "associations", "association", district="A2")) == ["a4"]


def test_dispatch_counts_only_who_is_sent_beside_other_work_and_still_there(place_edition):
    found = rows(place_edition, "dispatch_coverage", "ward")
    counted = ("associations", "covered", "visited", "zero", "no_report", "visits", "meetings")
    assert [found["all"][name] for name in counted] == [6, 1, 2, 0, 4, 3, 1]
    assert [found["99102"][name] for name in counted] == [2, 0, 1, 0, 1, 1, 0]


def test_a_change_needs_the_same_parts_in_both_years(place_edition):
    """A1 is 90 of one association in 2024 and 153 of three in 2025: that is no rise of 63."""
    found = rows(place_edition, "area_values", "area", area_kind="district", indicator="households")
    assert (found["A1"]["value"], found["A1"]["previous"], found["A1"]["change"]) == (153, 90, None)
    trend = rows(place_edition, "area_trend", "fiscal_year", area_kind="district", area="A1", indicator="households")
    assert {year: row["value"] for year, row in trend.items()} == {2023: None, 2024: 90, 2025: 153}
    assert trend[2023]["status"] == "データなし"
    ward = rows(place_edition, "ward_context", "indicator", ward="99101")
    assert ward["households"]["change"] is None and ward["households"]["city_value"] == 413


def test_two_whole_sums_are_compared_also_where_parts_merged(place_file, tmp_path):
    """Four associations in 2024, one of which another took in: 90 of all four, 153 of all three."""
    from dashboard.edition.store import Edition

    path = tmp_path / "edition.duckdb"
    path.write_bytes(place_file.read_bytes())
    with duckdb.connect(str(path)) as connection:
        whole = (
            "UPDATE indicator_values SET parts = 4, parts_of = 4 WHERE fiscal_year = 2024 AND indicator = 'households'"
        )
        connection.execute(whole + " AND area_kind IN ('district', 'ward')")
    edition = Edition(path)
    found = rows(edition, "area_values", "area", area_kind="district", indicator="households")
    assert found["A1"]["change"] == 153 - 90
    ward = rows(edition, "ward_context", "indicator", ward="99101")["households"]
    assert ward["change"] == ward["value"] - 90


def test_a_place_in_the_city_counts_those_that_are_shown(place_edition):
    """Rates shown: a1 80, b1 75. Households shown: 100, 20, 200, 40: a1 lies above two and beside itself."""
    found = rows(place_edition, "karte", "indicator", association="a1")
    assert (found["rate"]["compared"], found["rate"]["position"]) == (2, 75)
    assert (found["households"]["compared"], found["households"]["position"]) == (4, 62.5)
    hidden = rows(place_edition, "karte", "indicator", association="a2")["rate"]
    assert (hidden["value"], hidden["position"], hidden["status"]) == (None, None, "秘匿")


def test_the_karte_tells_months_issues_and_studies(place_edition):
    months = rows(place_edition, "karte_visits", "month", association="a1")
    assert len(months) == 12 and months["2025-05-01"]["visits"] == 2 and months["2025-06-01"]["meetings"] == 1
    assert months["2025-07-01"]["visits"] == 0 and months["2026-03-01"]["visits"] is None
    issues = rows(place_edition, "karte_issues", "issue", association="a1")
    assert list(issues) == ["i3", "i2", "i1"] and issues["i3"]["area_kind"] == "district"
    (study,) = ask(place_edition, "karte_projects", association="a1").rows()
    assert (study["project"], study["stage"]) == ("p1", "施策化")
    kinds = [row["kind"] for row in ask(place_edition, "karte_history", association="a1").rows()]
    assert kinds[0] == "issue_raised" and kinds.count("project_stage") == 4 and "dispatch_began" in kinds
    (gone,) = ask(place_edition, "karte_place", association="b0").rows()
    assert gone["succeeded_by"] == "b1" and gone["valid_to"] == "2024-03-31"


@pytest.mark.parametrize("name", [name for name in PLACES if name.startswith("karte")])
def test_a_karte_is_the_same_asked_for_alone_or_among_others(name, place_edition):
    """Everything still there, a district's and a ward's; b0 ended and is told only when asked for."""
    alone = {code: ask(place_edition, name, association=code).rows() for code in ("a1", "a2", "a3", "a4", "b1", "b2")}
    for asked, codes in (
        ({}, sorted(alone)),
        ({"district": "A1"}, ["a1", "a2", "a3"]),
        ({"ward": "99102"}, ["b1", "b2"]),
    ):
        together = ask(place_edition, name, association="all", **asked).rows()
        assert together == [row for code in codes for row in alone[code]]
    assert all(row["association"] == code for code, found in alone.items() for row in found)


def test_the_pipeline_agrees_with_the_list(place_edition):
    (summary,) = ask(place_edition, "project_summary").rows()
    counted = ("projects", "basic", "running", "completed", "adopted", "under_review", "not_adopted")
    assert [summary[name] for name in counted] == [4, 1, 1, 3, 1, 1, 1]
    listed = [row for row in ask(place_edition, "project_list").rows() if not row["basic_study"]]
    pipeline = rows(place_edition, "project_pipeline", "stage")
    assert sum(row["current"] for row in pipeline.values()) == len(listed) == 4
    assert sum(row["adopted"] for row in listed) == summary["adopted"]
    days = {stage: row["median_days"] for stage, row in pipeline.items() if row["reached"]}
    assert days == {
        "課題提起": 30, "調査研究": 366, "提言": 334, "所管局で検討中": 395, "施策化": None, "施策化に至らず": None,
    }  # fmt: skip


def test_a_study_of_no_ward_concerns_every_ward(place_edition):
    (summary,) = ask(place_edition, "project_summary", ward="99102").rows()
    assert [summary[name] for name in ("projects", "basic", "completed", "adopted")] == [3, 1, 2, 0]
    (own,) = ask(place_edition, "project_summary", origin="地域課題").rows()
    assert [own[name] for name in ("projects", "completed", "adopted")] == [2, 2, 1]


def test_outcomes_are_judged_by_their_direction(place_edition):
    found = rows(place_edition, "project_outcomes", "outcome_ja")
    assert {name: row["result"] for name, row in found.items()} == {
        "空き家数": "達成", "参加率": "未達", "利用者数": "目標なし", "団体数": "データなし",
    }  # fmt: skip
    assert (found["空き家数"]["progress"], found["参加率"]["progress"]) == (112.5, 50)
    resources = rows(place_edition, "project_resources", "fiscal_year")
    assert resources[2024]["officials"] == 3 and resources[2025]["officials"] is None


def test_studies_are_lost_and_go_on_step_by_step(place_edition):
    pipeline = rows(place_edition, "project_pipeline", "stage")
    told = {stage: (row["reached"], row["went_on"], row["lost"], row["current"]) for stage, row in pipeline.items()}
    assert told["提言"] == (3, 2, 1, 0) and told["調査研究"] == (3, 2, 0, 1) and told["施策化に至らず"] == (1, 0, 0, 1)
    assert all(reached == went_on + lost + current for reached, went_on, lost, current in told.values())


def test_four_studies_have_counts_and_no_curve(place_edition):
    (row,) = ask(place_edition, "project_adoption").rows()
    assert [row[name] for name in ("projects", "adopted_count", "not_adopted_count", "open_count")] == [4, 1, 1, 2]
    assert row["days"] is None and row["median_days"] is None


def test_an_adoption_without_a_document_is_not_counted_and_is_named(place_file, tmp_path):
    from dashboard.edition.store import Edition

    path = tmp_path / "edition.duckdb"
    path.write_bytes(place_file.read_bytes())
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE project_stages SET document_no = NULL")
    edition = Edition(path)
    (summary,) = ask(edition, "project_summary").rows()
    assert (summary["adopted"], summary["under_review"], summary["undocumented"]) == (0, 2, 1)
    assert rows(edition, "project_list", "project")["p1"]["stage"] == "提言"
    assert rows(edition, "project_pipeline", "stage")["施策化"]["reached"] == 0
    assert ask(edition, "project_trend").rows()[-1]["adopted"] == 0
    told = [row for row in ask(edition, "project_history").rows() if row["is_undocumented"]]
    assert {row["project"] for row in told} == {"p1"} and [row["is_counted"] for row in told] == [True] * 3 + [False]


def test_people_by_ward_and_origin(place_edition):
    found = {(row["split"], row["code"]): row for row in ask(place_edition, "project_people_by").rows()}
    assert (
        found["all", "all"]["trainees"] == found["ward", "99101"]["trainees"] == found["origin", "地域課題"]["trainees"]
    )
    assert (found["ward", ""]["projects"], found["ward", ""]["trainees"]) == (1, None)
    assert (found["ward", "99102"]["projects"], found["ward", "99102"]["experts"]) == (3, 2)


def test_an_indicator_is_late_when_its_cycle_has_run_out_by_the_day_of_the_data(place_file, tmp_path):
    from dashboard.edition.store import Edition

    path = tmp_path / "edition.duckdb"
    path.write_bytes(place_file.read_bytes())
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE indicators SET cycle_months = 6 WHERE indicator = 'lamps'")
    found = rows(Edition(path), "indicator_ages", "indicator")
    assert [code for code, row in found.items() if row["late"]] == ["lamps"]
    assert (found["lamps"]["newest"], found["lamps"]["due"]) == ("2025-07-01", "2026-01-01")


@pytest.mark.parametrize(
    ("newest", "cycle", "state"),
    [
        ("2025-07-01", 12, "最新"), ("2025-05-29", 12, "更新時期"), ("2025-04-30", 12, "更新時期"),
        ("2025-03-31", 12, "更新時期"), ("2025-03-30", 12, "更新遅れ"), ("2026-02-20", 1, "更新遅れ"),
        ("2026-03-31", 1, "最新"), ("2020-01-01", None, "随時"), (None, None, "随時"), (None, 12, "時点なし"),
    ],
)  # fmt: skip
def test_a_thing_is_due_in_the_last_sixth_of_its_cycle_and_late_after_it(place_edition, newest, cycle, state):
    """On 2026-03-31, the day of the data: a year's due time begins sixty days before its end."""
    asked = "SELECT freshness($newest::DATE, $cycle::INTEGER, DATE '2026-03-31') AS state"
    assert place_edition.query(asked, {"newest": newest, "cycle": cycle})["state"].tolist() == [state]


def test_a_table_reaches_to_its_newest_day_and_says_when_the_next_is_due(place_file, tmp_path):
    from dashboard.edition.store import Edition

    path = tmp_path / "edition.duckdb"
    path.write_bytes(place_file.read_bytes())
    given = [("costs", "", "2025-03-31", 12), ("responses", "2024", "2024-08-01", 12), ("units", "", None, None),
             ("responses", "2025", "2025-02-28", 12), ("associations", "", None, 12)]  # fmt: skip
    with duckdb.connect(str(path)) as connection:
        connection.execute("DELETE FROM sources")
        for name, wave, day, cycle in given:
            connection.execute("INSERT INTO sources VALUES (?, ?, 'a.csv', '0', 1, ?, ?)", [name, wave, day, cycle])
    found = {(row["table_name"], row["wave"]): row for row in ask(Edition(path), "table_ages").rows()}
    assert {row["as_of"] for row in found.values()} == {"2026-03-31"}
    keys = ("costs", ""), ("responses", "2025"), ("units", ""), ("associations", "")
    assert [found[key]["freshness"] for key in keys] == ["更新時期", "更新遅れ", "随時", "時点なし"]
    assert found["responses", "2024"]["freshness"] is None, "an earlier survey is not late: a newer one is there"
    assert found["costs", ""]["due"] == "2026-03-31"


def test_borders_are_those_of_known_districts_in_the_ward_with_what_they_are_made_of(place_file, tmp_path):
    from dashboard.edition.store import Edition

    path = tmp_path / "edition.duckdb"
    path.write_bytes(place_file.read_bytes())
    with duckdb.connect(str(path)) as connection:
        for code in ("A1", "B1", "Z9", "a1", "a2", "b1"):
            layer = "district" if code.isupper() else "association"
            row = [layer, code, code, code, "[]", 1.0, 2.0, 0.5, 1]
            connection.execute("INSERT INTO outlines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        for layer, made in (("district", "polygons"), ("association", "towns")):
            origin = [layer, made, "a27", "A27.zip", "出典", "credit", 25, 3, 99]
            connection.execute("INSERT INTO outline_origins VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", origin)
    edition = Edition(path)
    found = ask(edition, "area_outlines", ward="all").rows()
    assert [row["area"] for row in found] == ["A1", "B1"]
    assert (found[0]["file_name"], found[0]["credit_ja"], found[0]["tolerance_m"]) == ("A27.zip", "出典", 25)
    assert [row["area"] for row in ask(edition, "area_outlines", ward="99102").rows()] == ["B1"]
    assert {row["layer"] for row in ask(edition, "outlines").rows()} <= {"ward", "context"}
    own = ask(edition, "area_outlines", area_kind="association", district="A1").rows()
    assert [(row["area"], row["made_from"]) for row in own] == [("a1", "towns"), ("a2", "towns")]
    assert [row["area"] for row in ask(edition, "area_outlines", area_kind="association", area="b1").rows()] == ["b1"]
