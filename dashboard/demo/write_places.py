"""The files of the place half, written from places.toml and the tables beside it."""

from pathlib import Path

from dashboard.demo import dispatching, indicators
from dashboard.demo.files import write_table
from dashboard.demo.places import Places
from dashboard.demo.projects import Projects
from dashboard.demo.seed import Seed, table

AREA = ("area_kind", "area")
COLUMNS = {
    "districts": ("district", "ward", "name_ja", "name_kana", "name_en", "centre", "kind"),
    "associations": (
        "association", "name_ja", "name_kana", "name_en", "ward", "district", "lat", "lon",
        "valid_from", "valid_to", "succeeded_by", "as_of",
    ),
    "association_towns": ("association", "town", "ward", "share"),
    "association_facts": ("association", "fact", "text_ja", "text_en", "as_of"),
    "issues": (
        "issue", *AREA, "raised_on", "category", "raised_by", "status", "reason", "closed_on", "answering_unit",
        "project",
    ),
    "dispatches": ("dispatch", "officer", "unit", *AREA, "role", "starts_on", "ends_on"),
    "activities": ("dispatch", "held_on", "kind", "hours", "residents"),
    "dispatch_reports": (*AREA, "month", "received_on"),
    "costs": ("fiscal_year", "proposal", "ward", "cost_item", "amount_thousand_yen", "includes_staff_pay"),
    "projects": (
        "project", "title_ja", "title_en", "origin", "basic_study", "issue", "wards", "lead_unit", "started_on",
    ),
    "project_stages": ("project", "stage", "entered", "document_no", "reason"),
    "project_people": ("project", "fiscal_year", "kind", "unit", "persons", "hours"),
    "project_outcomes": (
        "project", "outcome", "outcome_en", "measured_in", "measured_in_en", "direction", "baseline", "target",
        "fiscal_year", "actual",
    ),
    "project_budgets": ("project", "fiscal_year", "budget_kind", "amount_thousand_yen"),
}  # fmt: skip


def write_places(folder: Path, seed: Seed) -> list[Path]:
    """Write every table of places, dispatch and the institute; the paths."""
    places = Places()
    issues = dispatching.issue_rows(places)
    projects = Projects(places, seed, issues)
    dispatches = dispatching.dispatch_rows(places, seed)
    rows = {
        "districts": places.districts,
        "associations": [it.row | {"as_of": indicators.latest_day(places)} for it in places.associations],
        "association_towns": indicators.town_rows(places),
        "association_facts": indicators.fact_rows(places),
        "issues": issues,
        "dispatches": dispatches,
        "activities": dispatching.activity_rows(places, dispatches),
        "dispatch_reports": dispatching.report_rows(places),
        "costs": dispatching.cost_rows(places),
        "projects": projects.projects,
        "project_stages": projects.stages(),
        "project_people": projects.people(),
        "project_outcomes": projects.outcomes(),
        "project_budgets": projects.budgets(),
    }
    paths = [write_table(folder / f"{name}.csv", COLUMNS[name], rows[name]) for name in COLUMNS]
    known = table("indicators")
    paths.append(write_table(folder / "indicators.csv", tuple(known[0]), known))
    wide = (*AREA, "fiscal_year", "as_of", *indicators.counted())
    return [*paths, write_table(folder / "indicator_values.csv", wide, indicators.value_rows(places))]
