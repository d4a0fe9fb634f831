"""The chosen indicator of places: its values or their change, and the switch between the two."""

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import WARD
from dashboard.figures.freshness import freshness
from dashboard.ui.frame import Frame
from dashboard.ui.state import CHANGE, widget


def values(frame: Frame, kind: str = WARD, **where: str) -> Answer:
    """The chosen indicator of every area of a kind in the chosen year."""
    choice = frame.choice
    return frame.ask("area_values", area_kind=kind, indicator=choice.indicator, period=choice.period, **where)


def fresh(frame: Frame) -> str:
    """As of when the newest value of the chosen indicator is, and when the next is due; '' where no value has a day."""
    if frame.choice.indicator not in frame.catalogue.places.indicators:
        return ""
    own = (row for row in frame.ask("indicator_ages").rows() if row["indicator"] == frame.choice.indicator)
    label = frame.indicator.measure.label[frame.lang]
    return next((frame.say("fresh.of_indicator", label=label, told=freshness(row, frame.lang)) for row in own), "")


def changing(frame: Frame) -> bool:
    """Whether the reader looks at changes on the year before."""
    return frame.choice.showing == CHANGE


def switch(frame: Frame) -> None:
    """値 or 変化."""
    st.segmented_control(
        frame.say("filter.showing"), frame.allowed["showing"], key=widget("showing"), required=True,
        label_visibility="collapsed", format_func=lambda code: frame.say(f"filter.{code}"),
    )  # fmt: skip
