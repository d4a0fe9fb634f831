"""From answers about places, an association and the institute to what is drawn; alternative text made.

Every function takes a Selection (lang alone where no words of the edition are needed) and Answers of the questions
named, and gives a FigureSpec for any writer:
    ward_map(chosen, area_values, indicator, changing, title, **size)      points(…, district, area_outlines or None)
    layers(chosen, indicator, area_trend, …of the city or None, survey_trend or None, project_trend)
    locator(chosen, karte_place, area_outlines)   strips(karte, lang)   months(karte_visits, place, lang)
    pipeline(project_pipeline, lang)   adoption(project_adoption, lang)
    dumbbell(project_outcomes, project_summary, lang)   funnel(small_denominators, indicator, divided_by, title, lang)
"""

from dataclasses import replace

import pandas as pd

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, CITY, NO_DATA, SHOWN, WARD
from dashboard.edition.measure import Measure
from dashboard.edition.places import PERCENT, Indicator
from dashboard.edition.statements import made_of
from dashboard.figures.alt import described
from dashboard.figures.codes import listed
from dashboard.figures.karte_words import visits_counted
from dashboard.figures.selection import Selection
from dashboard.figures.spec import FigureSpec
from dashboard.figures.stepped import YEAR
from dashboard.figures.survey_specs import held, time_options, with_labels
from dashboard.i18n import LANGUAGES, number, text


def told(spec: FigureSpec) -> FigureSpec:
    """The spec with its alternative text."""
    return replace(spec, alt=described(spec))


def measure_of(indicator: Indicator, changing: bool) -> Measure:
    """What a map is coloured by: the indicator, or its change on the year before."""
    return indicator.change if changing else indicator.measure


def unit_words(indicator: Indicator, changing: bool, lang: str) -> str:
    """What the numbers on a map are in."""
    unit = measure_of(indicator, changing).unit[lang]
    return text("wards.change", lang, unit=unit) if changing else unit


def drawn(answer: Answer, changing: bool, lang: str) -> pd.DataFrame:
    """Rows for a map: code, label and the value looked at; a change that cannot be told is データなし."""
    rows = answer.frame.assign(label=answer.frame[f"label_{lang}"], code=answer.frame["area"])
    if not changing:
        return rows
    return rows.assign(value=rows["change"], status=rows["status"].where(rows["change"].notna(), NO_DATA))


def ward_map(
    chosen: Selection, answer: Answer, indicator: Indicator, changing: bool, title: str, **size: int
) -> FigureSpec:
    """The wards by an indicator, its latest value or its change."""
    lang, rows = chosen.lang, drawn(answer, changing, chosen.lang)
    rows = rows.assign(view=WARD, member=rows["code"])
    options = {"outlines": chosen.catalogue.outlines, "selected": chosen.ward, "signed": changing, **size}
    measure, subtitle = measure_of(indicator, changing), unit_words(indicator, changing, lang)
    return told(FigureSpec("map", rows, lang, measure, title, subtitle, options=options))


def points(
    chosen: Selection, answer: Answer, indicator: Indicator, changing: bool, title: str, picked: str = ALL,
    borders: Answer | None = None, close: bool = False,
) -> FigureSpec:  # fmt: skip
    """School districts, or associations, by an indicator or its change: as areas where their borders are known
    (area_outlines), else as points; the map closes in on the ward chosen, or on the areas themselves (close)."""
    lang, measure = chosen.lang, measure_of(indicator, changing)
    options = {
        "outlines": chosen.catalogue.outlines,
        "ward": None if chosen.place_ward == ALL else chosen.place_ward,
        "chosen": None if picked == ALL else picked,
        "signed": changing,
        "borders": None if borders is None else borders.frame,
        "close": close,
    }
    subtitle = f"{measure.label[lang]} {unit_words(indicator, changing, lang)}"
    return told(FigureSpec("points", drawn(answer, changing, lang), lang, measure, title, subtitle, options=options))


def stands_beside_city(indicator: Indicator, ward: str) -> bool:
    """Whether the city belongs behind a ward's line: rates compare, counts do not."""
    return ward != ALL and indicator.measure.unit["ja"] == PERCENT


def layers(
    chosen: Selection, indicator: Indicator, trend: Answer, city: Answer | None, staff: Answer | None, studies: Answer
) -> FigureSpec:
    """Motivation of the staff, the indicator of the place, and the institute's studies on one axis of years."""
    panels = [staff_panel(chosen, staff), place_panel(chosen, indicator, trend, city), study_panel(chosen, studies)]
    options = {**time_options(chosen), "panels": [panel for panel in panels if panel]}
    title = chosen.say("wards.layers", place=chosen.place_label)
    spec = FigureSpec(
        "layers", trend.frame, chosen.lang, indicator.measure, title, chosen.say("wards.layers_sub"), options=options
    )
    return told(spec)


def staff_panel(chosen: Selection, answer: Answer | None) -> dict | None:
    """The survey's measure of the staff who work for the place; None where there is no survey."""
    if answer is None:
        return None
    measure, rows = chosen.measure, held(chosen, with_labels(chosen, answer))
    counts = rows["n"].dropna()
    words = {"measure": measure.label[chosen.lang], "place": chosen.place_label}
    return {
        "kind": "line", "rows": rows, "measure": measure, "not_held": time_options(chosen)["not_held"],
        "title": chosen.say("wards.layer_staff_city" if chosen.place_ward == ALL else "wards.layer_staff", **words),
        "note": chosen.say("wards.layer_staff_note", n="-" if counts.empty else number(counts.iloc[-1])),
    }  # fmt: skip


def place_panel(chosen: Selection, indicator: Indicator, trend: Answer, city: Answer | None) -> dict:
    """The indicator of the place; the whole city in grey behind a rate of a ward."""
    lang, shown = chosen.lang, [row for row in trend.rows() if row["status"] == SHOWN]
    count = made_of(shown[-1], lang).strip() if shown else ""
    label = chosen.catalogue.places.areas[CITY][ALL].label[lang]
    grey = "" if city is None else chosen.say("figure.grey", label=label)
    return {
        "kind": "line", "rows": trend.frame, "behind": None if city is None else city.frame,
        "measure": indicator.measure,
        "title": chosen.say("wards.layer_place", label=indicator.measure.label[lang], place=chosen.place_label),
        "note": chosen.joined(count, grey, listed(indicator.source, lang)),
    }  # fmt: skip


def study_panel(chosen: Selection, studies: Answer) -> dict | None:
    """Studies of the institute that concern the place; None where there are none."""
    rows = studies.frame
    if rows.empty:
        return None
    counts = {name: number(rows[name].iloc[-1]) for name in ("completed", "adopted")}
    started = number(rows["started"].sum())
    return {
        "kind": "bars", "rows": rows, "measure": None,
        "title": chosen.say("wards.layer_projects", place=chosen.place_label),
        "note": chosen.say("wards.layer_projects_note", started=started, **counts),
    }  # fmt: skip


def locator(chosen: Selection, answer: Answer, border: Answer | None = None) -> FigureSpec:
    """Where in the city an association lies: its school district on the outlines, itself where its border is known.

    border: area_outlines of the association.
    """
    (place,), lang = answer.rows(), chosen.lang
    ward, district = place[f"ward_{lang}"], place[f"district_{lang}"]
    options = {"outlines": chosen.catalogue.outlines, "ward": place["ward"], "x": place["x"], "y": place["y"]}
    title, subtitle = chosen.say("karte.position"), f"{ward} {district}"
    options["label"] = district
    options["border"] = next((row["rings"] for row in border.rows()), None) if border else None
    return told(FigureSpec("locator", answer.frame, lang, None, title, subtitle, options=options))


def strips(answer: Answer, lang: str) -> FigureSpec:
    """One row an indicator: where an association stands among those of the city."""
    rows = answer.frame.assign(label=answer.frame[f"label_{lang}"], unit=answer.frame[f"unit_{lang}"])
    title, subtitle = text("karte.strips", lang), text("karte.strips_sub", lang)
    return told(FigureSpec("strips", rows, lang, None, title, subtitle))


def months(answer: Answer, place: dict, lang: str) -> FigureSpec:
    """Visits month by month; a month without a report is not a month without a visit. place: the row of karte_place."""
    title, subtitle = text("karte.visits", lang), visits_counted(place, lang)
    return told(FigureSpec("months", answer.frame, lang, None, title, subtitle, options={"column": "visits"}))


def pipeline(answer: Answer, lang: str) -> FigureSpec:
    """Stages of the institute's studies with counts and days."""
    title, subtitle = text("institute.pipeline", lang), text("institute.pipeline_sub", lang)
    return told(FigureSpec("pipeline", answer.frame, lang, None, title, subtitle))


def years(days: float | None, lang: str) -> str:
    """Days as years with one decimal: 2.1年; 未到達 where there are none."""
    return text("institute.not_reached", lang) if days is None else text("institute.years", lang, years=in_years(days))


def in_years(days: float) -> str:
    return number(days / YEAR, 1)


def half_decided(row: dict, lang: str) -> str:
    """Years until half of the studies are decided, with the interval where both of its ends are reached."""
    ends = row["median_lo"], row["median_hi"]
    if row["median_days"] is None or None in ends:
        return years(row["median_days"], lang)
    lo, hi = map(in_years, ends)
    return text("institute.years_range", lang, years=in_years(row["median_days"]), lo=lo, hi=hi)


def adoption(answer: Answer, lang: str) -> FigureSpec:
    """Shares of studies adopted and not adopted by the time since the start; the first with its band."""
    row, parts = answer.rows()[0], []
    for name in ("adopted", "not_adopted"):
        rows = answer.frame.assign(member=name, label=text(f"figure.column.{name}", lang), value=answer.frame[name])
        ends = {end: rows[f"{name}_{end}"] if name == "adopted" else None for end in ("lo", "hi")}
        parts.append(rows.assign(status=SHOWN, n=rows["at_risk"], **ends))
    words = [{of: text(f"institute.time_{part}", of) for of in LANGUAGES} for part in ("measure", "unit")]
    measure = Measure("adoption", "places", None, *words, words[1], 0, "none", (), None, False)
    counts = {"count": number(row["projects"]), "open": number(row["open_count"])}
    title, subtitle = text("institute.time", lang), text("institute.time_sub", lang, **counts)
    return told(FigureSpec("steps", pd.concat(parts, ignore_index=True), lang, measure, title, subtitle))


def dumbbell(answer: Answer, summary: dict, lang: str) -> FigureSpec:
    """Every outcome against its baseline and target. summary: the row of project_summary."""
    counts = {
        "outcomes": number(summary["outcomes"]),
        "reached": number(summary["outcomes_reached"]),
        "without": number(summary["outcomes_without_target"]),
    }
    rows = answer.frame
    rows = rows.assign(title=rows[f"title_{lang}"], outcome=rows[f"outcome_{lang}"], unit=rows[f"unit_{lang}"])
    title, subtitle = text("institute.outcomes", lang), text("institute.outcomes_sub", lang, **counts)
    return told(FigureSpec("dumbbell", rows, lang, None, title, subtitle))


def funnel(answer: Answer, indicator: Indicator, divided_by: Indicator, title: str, lang: str) -> FigureSpec:
    """Shares by their denominator between the limits of chance. divided_by: the indicator that is the denominator."""
    rows = answer.frame.assign(label=answer.frame[f"label_{lang}"])
    return told(
        FigureSpec("funnel", rows, lang, indicator.measure, title, options={"of": divided_by.measure.label[lang]})
    )
