"""Figures of the demo city as pages and papers make them, each with a place on paper in mm."""

from dashboard.edition.ask import ask
from dashboard.edition.catalogue import ALL, catalogue
from dashboard.figures import place_specs, survey_specs
from dashboard.figures.selection import Selection
from dashboard.figures.spec import FigureSpec

CITY = {"view": "city", "member": ALL}
WAVE, MEASURE = "2025", "motivation"


def demo_specs(edition, lang, ward):
    """Every figure of a ward or of the city (all): [(spec, (width, height))]."""
    words = catalogue(edition)
    chosen = Selection(words, lang, MEASURE, WAVE, ward)
    return [*of_survey(edition, chosen), *of_places(edition, chosen), *of_studies(edition, lang, chosen.place_ward)]


def of_survey(edition, chosen):
    cell = CITY if chosen.ward == ALL else {"view": "ward", "member": chosen.ward}
    whole = ask(edition, "survey_trend", measure=MEASURE, **CITY)
    breaks = ask(edition, "survey_breaks", measure=MEASURE, view="ward")
    course = ask(edition, "survey_trend", measure=MEASURE, **cell)
    behind = None if chosen.ward == ALL else whole
    wards = ask(edition, "survey_wave", wave=WAVE, measure=MEASURE, view="ward")
    city = ask(edition, "survey_wave", wave=WAVE, measure=MEASURE, view="city")
    members = ask(edition, "survey_members", measure=MEASURE, view="ward")
    bureaus = ask(edition, "survey_wave", wave=WAVE, measure=MEASURE, view="bureau")
    themes = [ask(edition, "survey_themes", wave=WAVE, view=view) for view in ("bureau", "city")]
    items = [ask(edition, "survey_items", wave=WAVE, **of) for of in (cell, CITY)]
    changes = survey_specs.with_labels(chosen, bureaus)
    own = ask(edition, "survey_breaks", measure=MEASURE, **cell)
    shown = ask(edition, "ward_map", measure=MEASURE, period=WAVE)
    return [
        (survey_specs.trend(chosen, course, own, behind, ""), (131, 80)),
        (survey_specs.trend(chosen, course, own, behind, ""), (85, 60)),
        (survey_specs.multiples(chosen, members, whole, breaks, "", ALL), (180, 100)),
        (survey_specs.dots(chosen, wards, city), (70, 60)),
        (survey_specs.ward_map(chosen, shown, ""), (58, 80)),
        (survey_specs.heat(chosen, *themes, ""), (131, 146)),
        (survey_specs.likert(chosen, *items, MEASURE, ""), (131, 80)),
        (FigureSpec("changes", changes, chosen.lang, chosen.measure), (131, 100)),
    ]


def of_places(edition, chosen):
    rates = (one for one in chosen.catalogue.places.indicators.values() if one.measure.unit["ja"] == "%")
    rate = next(one for one in rates if one.finest == "association")
    code, ward = rate.measure.code, chosen.place_ward
    wards = ask(edition, "area_values", area_kind="ward", indicator=code, period=WAVE)
    districts = ask(edition, "area_values", area_kind="district", indicator=code, period=WAVE, ward=ward)
    kind = "city" if ward == ALL else "ward"
    course = ask(edition, "area_trend", area_kind=kind, area=ward, indicator=code)
    staff = ask(edition, "survey_trend", measure=MEASURE, **CITY)
    studies = ask(edition, "project_trend", ward=ward)
    swing = ask(edition, "small_denominators", indicator=code, period=WAVE, ward=ward)
    whole = chosen.catalogue.places.indicators[swing.frame["divided_by"].iloc[0]]
    association = chosen.catalogue.places.within("association", None if ward == ALL else ward)[0].code
    place = ask(edition, "karte_place", association=association)
    karte = ask(edition, "karte", association=association, period=WAVE)
    visits = ask(edition, "karte_visits", association=association)
    return [
        (place_specs.ward_map(chosen, wards, rate, True, ""), (58, 80)),
        (place_specs.points(chosen, districts, rate, False, ""), (100, 110)),
        (place_specs.layers(chosen, rate, course, None, staff, studies), (180, 120)),
        (place_specs.funnel(swing, rate, whole, "", chosen.lang), (131, 90)),
        (place_specs.locator(chosen, place), (62, 60)),
        (place_specs.strips(karte, chosen.lang), (180, 110)),
        (place_specs.months(visits, place.rows()[0], chosen.lang), (85, 26)),
    ]


def of_studies(edition, lang, ward):
    stages, outcomes, summary = (
        ask(edition, f"project_{name}", ward=ward) for name in ("pipeline", "outcomes", "summary")
    )
    high = 20 + 8 * len(outcomes.frame)
    return [
        (place_specs.pipeline(stages, lang), (131, 55)),
        (place_specs.dumbbell(outcomes, summary.rows()[0], lang), (180, high)),
    ]
