"""One line a proposal for the overview: whom the network and dispatch reached, what became of the studies."""

from html import escape

import streamlit as st

from dashboard.edition.network import line_of_reach
from dashboard.edition.statements import of_dispatch, of_pipeline
from dashboard.ui.frame import Frame


def lines(frame: Frame) -> None:
    """The network, dispatch and the institute in a line each; a proposal whose tables are absent has none."""
    ward, tables = frame.choice.place_ward, frame.catalogue.tables
    told = []
    if {"vision_posts", "vision_reach"} <= tables:
        told += [
            ("vision", line_of_reach(row, frame.lang))
            for row in frame.ask("vision_summary", wave=frame.choice.wave).rows()
        ]
    if {"associations", "dispatches", "activities"} <= tables:
        row = next(row for row in frame.ask("dispatch_coverage", ward=ward).rows() if row["ward"] == ward)
        told.append(("dispatch", of_dispatch(row, frame.lang)))
    if {"projects", "project_stages"} <= tables:
        (row,) = frame.ask("project_summary", ward=ward).rows()
        said = of_pipeline(row, frame.ward_label, frame.lang)
        told.append(("institute", said.headline + said.bracket))
    if told:
        rows = "".join(f"<dt>{escape(frame.say(f'panel.{key}'))}</dt><dd>{escape(words)}</dd>" for key, words in told)
        st.html(f'<dl class="k-lines" lang="{frame.lang}">{rows}</dl>')
