"""The panels of the dispatch page: how many associations had a visit, where, and what is behind that."""

from html import escape

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, CITY
from dashboard.edition.dispatch import of_coverage
from dashboard.edition.places import DISTRICT
from dashboard.figures import dispatch_specs as specs
from dashboard.figures.coverage import coverage
from dashboard.ui.dispatch_tables import TABLES
from dashboard.ui.frame import Frame, open_with
from dashboard.ui.indicators import borders
from dashboard.ui.listing import show_listing
from dashboard.ui.panels import choose
from dashboard.ui.show import show
from dashboard.ui.state import pick

CHOOSER = {"ja": 178, "en": 190}  # px


def wards(frame: Frame) -> Answer:
    """The coverage of every ward and of the whole city."""
    return frame.ask("dispatch_coverage", ward=ALL)


def finding(frame: Frame) -> None:
    """How many associations had a visit in twelve months, how many none, how many no report."""
    row = next(row for row in wards(frame).rows() if row["ward"] == frame.choice.place_ward)
    said = of_coverage(row, frame.ward_label, frame.lang)
    open_with(frame, said.headline, said.bracket, said.detail)


def by_ward(frame: Frame) -> None:
    """Every ward and the whole city: visited, none, no report."""
    answer, lang = wards(frame), frame.lang
    rows = [
        {
            **row,
            "label": row[f"label_{lang}"] or frame.area(CITY, ALL),
            "chosen": row["ward"] == frame.choice.place_ward,
        }
        for row in answer.rows()
    ]
    show_listing(
        frame,
        "coverage",
        frame.say("dispatch.by_ward"),
        frame.say("dispatch.by_ward_sub"),
        answer,
        coverage(rows, lang),
    )


def district_map(frame: Frame) -> None:
    """School districts by the share of associations visited; a click sets the district."""
    choice = frame.choice
    answer = frame.ask("dispatch_reach", ward=choice.place_ward)
    breaks = frame.settings.values["dispatch"]["visited_breaks"]
    spec = specs.reach(frame.selection, answer, breaks, choice.district, borders(frame))

    def take_click() -> None:
        points = st.session_state["chart_reach"].selection.points
        if points:
            clicked = points[0]["customdata"]
            pick(DISTRICT, ALL if clicked == choice.district else clicked)

    show(frame, "reach", spec.headline, spec, answer, on_select=take_click)


def details(frame: Frame) -> None:
    """One table of what is behind the coverage, as chosen."""
    shown = TABLES[frame.choice.dispatch](frame)
    note = f'<p class="k-note">{escape(shown.note)}</p>' if shown.note else ""
    html = f"{shown.lead}{note}{shown.html}"
    width = CHOOSER[frame.lang]
    show_listing(
        frame, "dispatch", shown.title, shown.subtitle, shown.answer, html, lambda: choose(frame, "dispatch", width)
    )
