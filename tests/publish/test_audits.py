"""Each audit finds the fault it is there for, and finds nothing in an honest edition."""

import duckdb
import pytest

from dashboard.edition.store import Edition
from dashboard.publish import audit
from dashboard.publish.build import write

RELEASE = {"k": 10, "step": 3, "places": {"small": 5, "units": ["人", "世帯"]}}
SHOWN = "view = 'bureau' AND wave = '2025' AND measure = 'a1' AND member = 'D02'"
RATE = "area = 'a1' AND indicator = 'rate'"
FAULTS = {
    "withheld_cells_are_empty": "UPDATE cells SET n = 9 WHERE status = '秘匿' AND measure = 'a1'",
    "shown_groups_are_large_enough": f"UPDATE cells SET n = 9 WHERE {SHOWN}",
    "withheld_cells_name_a_wider_one": "UPDATE cells SET wider_member = 'zz' WHERE status = '秘匿'",
    "remainders_are_large_enough": f"UPDATE cells SET n = n - 3 WHERE {SHOWN}",
    "members_do_not_exceed_the_city": "UPDATE cells SET n = n + 300, asked = 500"
    " WHERE view = 'ward' AND wave = '2025' AND measure = 'response_rate' AND member = 'HQ'",
    "every_cell_once": f"DELETE FROM cells WHERE {SHOWN}",
    "catalogue_keys_are_unique": "INSERT INTO members SELECT * FROM members WHERE member = 'HQ'",
    "values_lie_in_range": f"UPDATE cells SET lo = value + 1 WHERE {SHOWN}",
    "shares_add_up": f"UPDATE cells SET neu = neu + 6 WHERE {SHOWN}",
    "changes_are_differences": f"UPDATE cells SET change = change + 1e-6 WHERE {SHOWN}",
    "nothing_is_compared_across_a_break": "INSERT INTO breaks VALUES ('2025', 'bureau', '*', 'a1', '設問変更')",
    "years_without_survey_are_empty": "UPDATE cells SET status = '秘匿' WHERE wave = '2024' AND measure = 'a1'",
    "place_keys_are_unique": "INSERT INTO issues SELECT * FROM issues WHERE issue = 'i1'",
    "places_are_known": "UPDATE issues SET area = 'zz' WHERE issue = 'i1'",
    "places_add_up": "UPDATE indicator_values SET value = value + 1 WHERE area = '99101' AND indicator = 'lamps'",
    "place_rates_have_their_parts": f"UPDATE indicator_values SET value = value + 1 WHERE {RATE}",
    "small_place_counts_are_withheld": "UPDATE indicator_values SET status = '表示', value = 3"
    " WHERE area = 'a2' AND indicator = 'households'",
    "withheld_places_show_nothing": "UPDATE indicator_values SET parts = 2 WHERE status = '秘匿'",
    "limits_stand_by_shown_shares": "INSERT INTO rate_limits"
    " VALUES ('association', 'a2', 2025, 'rate', 80, 75, 60, 95, 50, 99, NULL)",
    "no_place_is_withheld_alone": "UPDATE indicator_values SET status = '表示', value = 50"
    " WHERE area = 'a3' AND indicator = 'households'",
    "dispatch_adds_up": "UPDATE dispatches SET area = 'zz' WHERE dispatch = 'd1'",
    "costs_add_up": "UPDATE costs SET ward = 'zz' WHERE proposal = 'dispatch' AND ward = '99101'",
    "projects_have_a_course": "UPDATE project_stages SET entered = '2099-04-01' WHERE stage = '施策化'",
    "adoption_agrees_with_the_studies": "UPDATE project_stages SET document_no = NULL WHERE stage = '施策化'",
    "adoption_shares_make_a_hundred": "INSERT INTO adoption_steps VALUES ('all', 'all', 30, 4, 50, 25, NULL, NULL, 25)",
    "studies_own_their_people_and_money": "UPDATE project_people SET project = 'zz' WHERE project = 'p1'",
    "actions_add_up": "UPDATE actions SET state = 'zz' WHERE unit = 'D02'",
    "every_value_has_its_indicator": "DELETE FROM indicators WHERE indicator = 'lamps'",
    "the_funnel_agrees_with_the_list": "DELETE FROM project_stages WHERE project = 'p3'",
    "issues_and_projects_agree": "UPDATE issues SET project = 'p2' WHERE issue = 'i1'",
    "associations_are_of_shown_groups": "INSERT INTO drivers"
    " VALUES ('2025', 'city', 'all', 'theme_stress', 50, 40, 60, 9)",
    "small_reach_is_withheld": "UPDATE vision_reach SET reached = 4 WHERE post = 'n1' AND bureau = 'D03'",
    "reach_adds_up": "UPDATE vision_reach SET reached = 30 WHERE post = 'n1' AND bureau = 'D02'",
    "replies_run_between_known_bureaus": "UPDATE vision_exchange SET to_bureau = 'D09' WHERE to_bureau = 'D03'",
    "exchange_adds_up": "UPDATE vision_exchange SET replies = replies + 1 WHERE replies IS NOT NULL",
    "network_keys_are_unique": "INSERT INTO actions SELECT * FROM actions WHERE unit = 'D02'",
    "answers_are_closed_by_a_figure": "UPDATE answers_given SET figure = 'zz' WHERE figure = 'rate'",
    "bounds_hold_what_is_printed": "UPDATE nonresponse SET least = least + 1 WHERE wave = '2025' AND view = 'city'",
    "effects_are_told_by_the_rules": "UPDATE effects SET unit_kind = 'ward' WHERE effect = 'institute'",
    "effect_times_belong_to_an_effect": "INSERT INTO effect_times VALUES ('zz', 0, 1.0, NULL, NULL, 3, false)",
    "sentences_have_a_cell": "UPDATE findings SET measure = 'zz' WHERE page = 'member'",
}


@pytest.fixture
def edition_with(tmp_path, small_place_frames):
    def made(fault: str | None) -> Edition:
        path = tmp_path / "edition.duckdb"
        write(path, small_place_frames, 1, demo=True)
        if fault is not None:
            with duckdb.connect(str(path)) as connection:
                assert connection.execute(fault).fetchall()[0][0] > 0
        return Edition(path)

    return made


def test_every_audit_has_a_fault_here():
    assert {found.name for found in audit.audits()} == set(FAULTS)


def test_an_honest_edition_passes(edition_with):
    assert audit.findings(edition_with(None), RELEASE) == {}


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_an_audit_finds_its_fault(edition_with, name):
    assert name in audit.findings(edition_with(FAULTS[name]), RELEASE)


def test_the_threshold_is_the_files_and_never_below_five(edition_with):
    edition = edition_with(f"UPDATE cells SET n = 4 WHERE {SHOWN}")
    assert "shown_groups_are_large_enough" in audit.findings(edition, {**RELEASE, "k": 2})


def test_a_city_without_dispatches_has_none_to_add_up(edition_with):
    nothing = "DELETE FROM activities; DELETE FROM dispatch_reports; DELETE FROM dispatches"
    assert "dispatch_adds_up" not in audit.findings(edition_with(nothing), RELEASE)
