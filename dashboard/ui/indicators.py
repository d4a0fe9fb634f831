"""The chosen indicator of places: its values or their change, and the switch between the two."""

from html import escape

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import WARD
from dashboard.edition.places import ASSOCIATION, DISTRICT
from dashboard.figures.freshness import by_month
from dashboard.figures.outlines import made_from
from dashboard.ui.frame import Frame
from dashboard.ui.state import CHANGE, widget


def values(frame: Frame, kind: str = WARD, **where: str) -> Answer:
    """The chosen indicator of every area of a kind in the chosen year."""
    choice = frame.choice
    return frame.ask("area_values", area_kind=kind, indicator=choice.indicator, period=choice.period, **where)


def fresh(frame: Frame) -> str:
    """How fresh the chosen indicator is: month of its newest value, when the next is due, and whether it is late."""
    own = (row for row in frame.ask("indicator_ages").rows() if row["indicator"] == frame.choice.indicator)
    return next((by_month(row, frame.lang) for row in own), "")


def borders(frame: Frame) -> Answer:
    """The borders of the school districts of the place chosen; no row where none were loaded."""
    return frame.ask("area_outlines", ward=frame.choice.place_ward)


def own_borders(frame: Frame, **where: str) -> Answer:
    """The borders of associations of a district, or of one (area); no row where none were loaded."""
    return frame.ask("area_outlines", area_kind=ASSOCIATION, **where)


def credit(frame: Frame) -> str:
    """What the borders of the school districts are made of and how exact they are; '' where none are drawn."""
    return made_from(borders(frame).rows(), DISTRICT, frame.lang)


def changing(frame: Frame) -> bool:
    """Whether the reader looks at changes on the year before."""
    return frame.choice.showing == CHANGE


def switch(frame: Frame) -> None:
    """値 or 変化, and beside it how fresh the values are."""
    with st.container(key="showing", horizontal=True, gap="small", vertical_alignment="center"):
        st.segmented_control(
            frame.say("filter.showing"), frame.allowed["showing"], key=widget("showing"), required=True,
            label_visibility="collapsed", format_func=lambda code: frame.say(f"filter.{code}"),
        )  # fmt: skip
        words = escape(frame.say("wards.dated"))
        st.html(f'<p class="k-said" lang="{frame.lang}" title="{words}">{escape(fresh(frame))}</p>')
