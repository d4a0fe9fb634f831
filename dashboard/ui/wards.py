"""The panels of the wards page: an indicator on the map, its context, and three courses on one time axis."""

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, CITY, SHOWN, WARD
from dashboard.edition.statements import of_indicator
from dashboard.figures import place_specs
from dashboard.figures.codes import listed
from dashboard.figures.freshness import by_month
from dashboard.figures.words import value_text
from dashboard.i18n import number, signed
from dashboard.ui.frame import Frame, open_with
from dashboard.ui.indicators import changing, switch, values
from dashboard.ui.listing import Cell, Column, show_listing, table
from dashboard.ui.show import show
from dashboard.ui.state import pick_ward


def finding(frame: Frame) -> None:
    """The chosen ward against the city, or the city against the year before."""
    (city,) = values(frame, CITY).rows()
    ward = frame.choice.place_ward
    row = city if ward == ALL else next(row for row in values(frame).rows() if row["area"] == ward)
    said = of_indicator(row, city, frame.ward_label, frame.indicator, frame.lang)
    note = frame.indicator.note[frame.lang] or frame.indicator.definition[frame.lang]
    told = (said.detail, note, listed(frame.indicator.source, frame.lang))
    detail = frame.say("panel.joint").join(part for part in told if part)
    open_with(frame, said.headline, said.bracket, detail)


def ward_map(frame: Frame) -> None:
    """The wards by the chosen indicator, its latest value or its change; a click sets the ward everywhere."""
    answer, choice, indicator = values(frame), frame.choice, frame.indicator
    label = indicator.measure.label[frame.lang]
    title = frame.say("wards.map", label=label, year=frame.period_label)
    spec = place_specs.ward_map(frame.selection, answer, indicator, changing(frame), title, width=356, height=220)

    def take_click() -> None:
        points = st.session_state["chart_areamap"].selection.points
        if points:
            clicked = points[0]["customdata"]
            pick_ward(ALL if clicked == choice.ward else clicked)

    show(frame, "areamap", title, spec, answer, on_select=take_click)
    switch(frame)


def context(frame: Frame) -> None:
    """Every figure known of the ward beside the city's, those of the settings first."""
    ward, lang = frame.choice.place_ward, frame.lang
    answer = frame.ask("ward_context", ward=ward, period=frame.choice.period)
    first = frame.settings.values["places"]["context"]
    place = {code: at for at, code in enumerate(first)}
    wanted = sorted(answer.rows(), key=lambda row: place.get(row["indicator"], len(first)))
    columns = [Column(frame.say("wards.col_indicator_dated"), wide=True), Column(frame.ward_label, number=True)]
    columns += [Column(frame.say("wards.col_change"), number=True)]
    columns += [Column(frame.say("wards.col_city"), number=True)] if ward != ALL else []
    html = table(columns, [context_row(frame, row, ward != ALL) for row in wanted], lang)
    subtitle = frame.say("wards.context_sub", place=frame.ward_label) if ward != ALL else frame.ward_label
    show_listing(frame, "context", frame.say("wards.context"), subtitle, answer, html)


def context_row(frame: Frame, row: dict, with_city: bool) -> list[Cell]:
    lang, unit = frame.lang, row[f"unit_{frame.lang}"]
    label = row[f"label_{lang}"]
    label += "" if unit.lower() in label.lower() else frame.say("panel.in_unit", unit=unit)
    change = "-" if row["change"] is None else signed(row["change"], row["decimals"])
    cells = [
        Cell(label, note=by_month(row, lang)),
        Cell(value_text(row, row["decimals"], lang), "b"),
        Cell(change, "m"),
    ]
    return [*cells, Cell(beside_city(frame, row), "m")] if with_city else cells


def beside_city(frame: Frame, row: dict) -> str:
    """The city's value; of a rate also on which side of it the ward lies, in the figures as printed."""
    if row["city_value"] is None:
        return "-"
    city = number(row["city_value"], row["decimals"])
    if row["status"] != SHOWN or row["denominator"] is None or number(row["value"], row["decimals"]) == city:
        return city
    return frame.say("wards.below_city" if row["value"] < row["city_value"] else "wards.above_city", value=city)


def layers(frame: Frame) -> None:
    """Motivation of the staff, the indicator of the place, and the institute's studies on one axis of years."""
    ward = frame.choice.place_ward
    trend = trend_of(frame, ward)
    city = trend_of(frame, ALL) if place_specs.stands_beside_city(frame.indicator, ward) else None
    studies = frame.ask("project_trend", ward=ward)
    spec = place_specs.layers(frame.selection, frame.indicator, trend, city, staff_trend(frame), studies)
    show(frame, "layers", spec.headline, spec, trend)


def trend_of(frame: Frame, ward: str) -> Answer:
    """The chosen indicator of a ward or the whole city over the years."""
    kind = CITY if ward == ALL else WARD
    return frame.ask("area_trend", area_kind=kind, area=ward, indicator=frame.choice.indicator)


def staff_trend(frame: Frame) -> Answer | None:
    """The survey's measure of the staff who work for the place; None where there is no survey."""
    if not frame.catalogue.held:
        return None
    ward = frame.choice.place_ward
    cell = {"view": CITY, "member": ALL} if ward == ALL else {"view": WARD, "member": ward}
    return frame.ask("survey_trend", measure=frame.measure.code, **cell)
