"""Which page shows an answer, with which choice: the way back from an evidence number to its figure."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from urllib.parse import urlencode

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, BUREAU, CITY, DEPARTMENT, WARD
from dashboard.edition.places import DISTRICT
from dashboard.ui.state import DRIVERS, ITEMS, KEYS, SPLITS, TRAITS, Choice, fits

START = "overview"  # the site's own address
PAGES = {
    "survey_trend": START,
    "survey_wave": START,
    "ward_map": START,
    "survey_members": "motivation",
    "survey_themes": "workplace",
    "survey_items": "workplace",
    "survey_traits": "workplace",
    "survey_drivers": "workplace",
    "survey_response": "unknowns",
    "survey_nonresponse": "unknowns",
    "survey_release": "unknowns",
    "area_values": "wards",
    "area_trend": "wards",
    "ward_context": "wards",
    "project_trend": "wards",
    "associations": "associations",
    "need_values": "need",
    "small_denominators": "need",
    "alike": "need",
}
DISPATCHED = ("work", "issues", "centres", "officers", "departments", "costs", "comparison")  # dispatch_<table>
ASPECTS = {"survey_items": ITEMS, "survey_traits": TRAITS, "survey_drivers": DRIVERS}  # of the workplace
SUBJECTS = {
    "karte": "karte", "project": "institute", "vision": "vision", "dispatch": "dispatch",
    "programme": "dispatch", "actions": "actions", "answers": "actions",
    "effects": "effects", "effect": "effects",
}  # fmt: skip # by the first word of a question's name


def page_of(answer: Answer) -> str | None:
    """The page that shows an answer, None where none does."""
    name, given = answer.question.name, answer.parameters
    if name == "area_values" and given["area_kind"] == DISTRICT:
        return "associations"
    if name in ("survey_trend", "survey_wave") and given["view"] not in (CITY, WARD):
        return "motivation" if given["view"].split("_")[-1] in SPLITS else None
    return PAGES.get(name) or SUBJECTS.get(name.split("_")[0])


def chosen(given: Mapping[str, str | None]) -> dict[str, str]:
    """The choice that parameters stand for, key by key of the link."""
    found = {key: value for key, value in given.items() if key in KEYS and value is not None}
    if given.get("period"):
        found["wave"] = given["period"]
    view, member = given.get("view"), given.get("member")
    if view in (CITY, WARD) and member:
        found["ward"] = member
    elif view in (BUREAU, DEPARTMENT) and member:
        found[view] = member
    elif view:
        found["split"] = view.split("_")[-1]
    if given.get("parent", ALL) != ALL:
        found["bureau" if view == DEPARTMENT else "ward"] = given["parent"]
    if given.get("area_kind") in (CITY, WARD) and given.get("area"):
        found["ward"] = given["area"]
    return found


def link_to(answer: Answer, choice: Choice, allowed: dict[str, list[str]]) -> str | None:
    """Address of the page that shows an answer, relative to any page; None where none does."""
    page = page_of(answer)
    if page is None:
        return None
    found = {key: value for key, value in chosen(answer.parameters).items() if fits(key, value, allowed)}
    if aspect := ASPECTS.get(answer.question.name):
        found = {"aspect": aspect, "bureau": ALL, "department": ALL, **found}  # a department opens its own bureau
    _, _, table = answer.question.name.partition("dispatch_")
    if table in DISPATCHED:
        found["dispatch"] = table
    asked = urlencode(asdict(replace(choice, **{**found, "q": ""})))
    return f"./?{asked}" if page == START else f"{page}?{asked}"
