"""The chosen indicator of places: its values or their change, and the switch between the two."""

import pandas as pd
import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import NO_DATA, WARD
from dashboard.edition.measure import Measure
from dashboard.ui.frame import Frame
from dashboard.ui.state import CHANGE, widget


def values(frame: Frame, kind: str = WARD, **where: str) -> Answer:
    """The chosen indicator of every area of a kind in the chosen year."""
    choice = frame.choice
    return frame.ask("area_values", area_kind=kind, indicator=choice.indicator, period=choice.period, **where)


def changing(frame: Frame) -> bool:
    """Whether the reader looks at changes on the year before."""
    return frame.choice.showing == CHANGE


def measure_of(frame: Frame) -> Measure:
    """What a map is coloured by: the indicator, or its change."""
    return frame.indicator.change if changing(frame) else frame.indicator.measure


def drawn(frame: Frame, answer: Answer) -> pd.DataFrame:
    """Rows for a map: code, label and the value looked at; a change that cannot be told is データなし."""
    rows = answer.frame.assign(label=answer.frame[f"label_{frame.lang}"], code=answer.frame["area"])
    if not changing(frame):
        return rows
    return rows.assign(value=rows["change"], status=rows["status"].where(rows["change"].notna(), NO_DATA))


def unit_words(frame: Frame) -> str:
    """What the numbers on a map are in."""
    unit = measure_of(frame).unit[frame.lang]
    return frame.say("wards.change", unit=unit) if changing(frame) else unit


def switch(frame: Frame) -> None:
    """値 or 変化."""
    st.segmented_control(
        frame.say("filter.showing"), frame.allowed["showing"], key=widget("showing"), required=True,
        label_visibility="collapsed", format_func=lambda code: frame.say(f"filter.{code}"),
    )  # fmt: skip
