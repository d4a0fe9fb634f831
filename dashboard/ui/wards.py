"""The panels of the wards page: an indicator on the map, its context, and three courses on one time axis."""

from dataclasses import replace

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, CITY, SHOWN, WARD
from dashboard.edition.statements import made_of, of_indicator
from dashboard.figures.alt import described
from dashboard.figures.codes import listed
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import value_text
from dashboard.i18n import number, signed
from dashboard.ui.frame import Frame, open_with
from dashboard.ui.indicators import changing, drawn, measure_of, switch, unit_words, values
from dashboard.ui.listing import Cell, Column, show_listing, table
from dashboard.ui.show import show
from dashboard.ui.specs import held, time_options, with_labels
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
    answer, choice, measure = values(frame), frame.choice, measure_of(frame)
    rows = drawn(frame, answer)
    rows = rows.assign(view=WARD, member=rows["code"])
    title = frame.say("wards.map", label=measure.label[frame.lang], year=frame.period_label)
    options = {"outlines": frame.catalogue.outlines, "selected": choice.ward, "signed": changing(frame)}
    spec = FigureSpec(
        "map", rows, frame.lang, measure, title, unit_words(frame), options={**options, "width": 356, "height": 220}
    )

    def take_click() -> None:
        points = st.session_state["chart_areamap"].selection.points
        if points:
            clicked = points[0]["customdata"]
            pick_ward(ALL if clicked == choice.ward else clicked)

    show(frame, "areamap", title, replace(spec, alt=described(spec)), answer, on_select=take_click)
    switch(frame)


def context(frame: Frame) -> None:
    """Every figure known of the ward beside the city's, those of the settings first."""
    ward, lang = frame.choice.place_ward, frame.lang
    answer = frame.ask("ward_context", ward=ward, period=frame.choice.period)
    first = frame.settings.values["places"]["context"]
    place = {code: at for at, code in enumerate(first)}
    wanted = sorted(answer.rows(), key=lambda row: place.get(row["indicator"], len(first)))
    columns = [Column(frame.say("wards.col_indicator"), wide=True), Column(frame.ward_label, number=True)]
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
    cells = [Cell(label), Cell(value_text(row, row["decimals"], lang), "b"), Cell(change, "m")]
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
    ward, place = frame.choice.place_ward, frame.ward_label
    kind = CITY if ward == ALL else WARD
    trend = frame.ask("area_trend", area_kind=kind, area=ward, indicator=frame.choice.indicator)
    studies = frame.ask("project_trend", ward=ward)
    panels = [staff_panel(frame), place_panel(frame, trend, place), study_panel(frame, studies, place)]
    title = frame.say("wards.layers", place=place)
    spec = FigureSpec(
        "layers", trend.frame, frame.lang, frame.indicator.measure, title, frame.say("wards.layers_sub"),
        options={**time_options(frame), "panels": [panel for panel in panels if panel]},
    )  # fmt: skip
    show(frame, "layers", title, replace(spec, alt=described(spec)), trend)


def staff_panel(frame: Frame) -> dict | None:
    """The survey's measure of the staff who work for the place; None where there is no survey."""
    if not frame.catalogue.held:
        return None
    ward, lang, measure = frame.choice.place_ward, frame.lang, frame.measure
    cell = {"view": CITY, "member": ALL} if ward == ALL else {"view": WARD, "member": ward}
    rows = held(frame, with_labels(frame, frame.ask("survey_trend", measure=measure.code, **cell)))
    counts = rows["n"].dropna()
    words = {"measure": measure.label[lang], "place": frame.ward_label}
    return {
        "kind": "line", "rows": rows, "measure": measure, "not_held": time_options(frame)["not_held"],
        "title": frame.say("wards.layer_staff_city" if ward == ALL else "wards.layer_staff", **words),
        "note": frame.say("wards.layer_staff_note", n="-" if counts.empty else number(counts.iloc[-1])),
    }  # fmt: skip


def place_panel(frame: Frame, trend: Answer, place: str) -> dict:
    """The indicator of the place; the whole city in grey behind a rate of a ward."""
    indicator, choice = frame.indicator, frame.choice
    shown = [row for row in trend.rows() if row["status"] == SHOWN]
    behind = None
    if choice.place_ward != ALL and indicator.measure.unit["ja"] == "%":
        behind = frame.ask("area_trend", area_kind=CITY, area=ALL, indicator=choice.indicator).frame
    count = made_of(shown[-1], frame.lang).strip() if shown else ""
    source = listed(indicator.source, frame.lang)
    grey = "" if behind is None else frame.say("figure.grey", label=frame.area(CITY, ALL))
    told = [count, grey, source]
    return {
        "kind": "line", "rows": trend.frame, "behind": behind, "measure": indicator.measure,
        "title": frame.say("wards.layer_place", label=indicator.measure.label[frame.lang], place=place),
        "note": frame.say("panel.joint").join(part for part in told if part),
    }  # fmt: skip


def study_panel(frame: Frame, studies: Answer, place: str) -> dict | None:
    """Studies of the institute that concern the place."""
    rows = studies.frame
    if rows.empty:
        return None
    counts = {name: number(rows[name].iloc[-1]) for name in ("completed", "adopted")}
    started = number(rows["started"].sum())
    return {
        "kind": "bars", "rows": rows, "measure": None, "title": frame.say("wards.layer_projects", place=place),
        "note": frame.say("wards.layer_projects_note", started=started, **counts),
    }  # fmt: skip
