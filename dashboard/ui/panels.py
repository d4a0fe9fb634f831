"""The survey panels the pages are composed of: each asks its question and shows one figure."""

import math
from html import escape

import pandas as pd
import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, CITY, SHOWN, WARD, WITHHELD
from dashboard.figures import survey_specs as specs
from dashboard.figures.lettering import widest
from dashboard.figures.spec import FigureSpec
from dashboard.figures.tiles import tiles as tiles_html
from dashboard.ui import ward_table as table
from dashboard.ui.filters import select
from dashboard.ui.frame import Frame
from dashboard.ui.show import show
from dashboard.ui.state import pick_ward

NAMES_FROM = 54  # px that the names of the ward table take at least
MOST_NAMED = 2  # wider places that a note names
CITY_CELL = {"view": CITY, "member": ALL}
TILES = ("motivation", "gap_vision", "gap_community", "gap_policy", "response_rate")


def columns(*shares: int):
    """Columns of the page grid."""
    return st.columns(shares, gap="medium")


def finding(frame: Frame, page: str, view: str, member: str) -> Answer:
    choice = frame.choice
    return frame.ask("finding", page=page, wave=choice.wave, view=view, member=member, measure=choice.measure)


def finding_of_place(frame: Frame) -> Answer:
    """What can be said of the chosen place."""
    return finding(frame, "member", **frame.choice.cell)


def finding_of_wards(frame: Frame) -> Answer:
    """What can be said over the wards, or of the ward chosen."""
    return finding(frame, "several", WARD, ALL) if frame.choice.ward == ALL else finding_of_place(frame)


def tiles(frame: Frame) -> None:
    """Five tiles: motivation, the three gaps with their targets, the response rate."""
    answers = {code: frame.ask("survey_trend", measure=code, **frame.choice.cell) for code in TILES}
    drawn = [specs.tile(frame.selection, code, answer) for code, answer in answers.items()]
    st.html(tiles_html(drawn, frame.lang))


def ward_values(frame: Frame) -> None:
    """The ward map beside its values with intervals, head office included."""
    choice = frame.choice
    wards = frame.ask("survey_wave", wave=choice.wave, measure=choice.measure, view=WARD)
    city = frame.ask("survey_wave", wave=choice.wave, measure=choice.measure, view=CITY)
    first, second = st.columns([56, 44], gap="small")
    with first:
        ward_map(frame, "map")
    with second:
        show(frame, "dots", frame.say("panel.values"), specs.dots(frame.selection, wards, city), wards)


def ward_map(frame: Frame, key: str = "wardmap", **size: int) -> None:
    """The wards as a map; a click on one sets the ward everywhere, a click on the chosen one the whole city."""
    choice = frame.choice
    answer = frame.ask("ward_map", measure=choice.measure, period=choice.wave)
    title = frame.say("panel.map", measure=frame.measure.label[frame.lang])

    def take_click() -> None:
        points = st.session_state[f"chart_{key}"].selection.points
        if points:
            clicked = points[0]["customdata"]
            pick_ward(ALL if clicked == choice.ward else clicked)

    show(frame, key, title, specs.ward_map(frame.selection, answer, title, **size), answer, on_select=take_click)


def trend(frame: Frame) -> None:
    """The measure of the chosen place over all surveys."""
    answer, spec = trend_of(frame)
    show(frame, "trend", spec.headline, spec, answer)


def trend_of(frame: Frame) -> tuple[Answer, FigureSpec]:
    """The course of the measure at the chosen place; the whole city in grey behind a ward."""
    cell, measure = frame.choice.cell, frame.choice.measure
    answer = frame.ask("survey_trend", measure=measure, **cell)
    breaks = frame.ask("survey_breaks", measure=measure, **cell)
    behind = None if frame.choice.ward == ALL else frame.ask("survey_trend", measure=measure, view=CITY, member=ALL)
    title = frame.say("panel.trend", place=frame.place(**cell))
    return answer, specs.trend(frame.selection, answer, breaks, behind, title)


def ward_table(frame: Frame) -> None:
    """Every ward and the head office with a button a row: the keyboard's way to what a click on the map does."""
    choice = frame.choice
    answer = frame.ask("survey_wave", wave=choice.wave, measure=choice.measure, view=WARD)
    rows = answer.rows()
    names = {row["member"]: frame.selection.short_name(WARD, row["member"]) for row in rows}
    wide = max(NAMES_FROM, math.ceil(widest(list(names.values()), frame.lang)) + 4)
    with st.container(key="fig-wards", gap=None):
        st.html(table.ward_head(frame))
        for row in rows:
            with st.container(key=f"ward-row-{row['member']}", horizontal=True, gap="small"):
                st.button(
                    names[row["member"]],
                    key=f"pick-{row['member']}",
                    type="tertiary",
                    width=wide,
                    on_click=pick_ward,
                    args=(ALL if row["member"] == choice.ward else row["member"],),
                )
                st.html(table.ward_row(frame, row), width="stretch")


def multiples(frame: Frame) -> None:
    """Small multiples on one scale: the whole city by ward, or the chosen place by grade, age or dispatch.

    Where all of a ward's groups are withheld, the whole city's stand in their place and say so.
    """
    choice, measure = frame.choice, frame.choice.measure
    split = frame.say(f"filter.split_{choice.split}").lower()
    view, whole = choice.split_view, choice.cell if choice.split != WARD else CITY_CELL
    answer = frame.ask("survey_members", measure=measure, **view)
    rows = answer.frame[answer.frame["wave"] == choice.wave]
    title = frame.say("panel.multiples", split=split)
    note = elsewhere(frame, rows[rows["wider_view"] != rows["view"]])  # a joined cell stands in its group
    if whole["view"] == WARD and all_withheld(rows):
        view, whole = {"view": choice.split, "parent": None}, CITY_CELL
        title = frame.say("panel.multiples_city", split=split)
        note = frame.say("panel.all_withheld", place=frame.selection.short_name(**choice.cell), split=split)
        answer = frame.ask("survey_members", measure=measure, **view)
    behind = frame.ask("survey_trend", measure=measure, **whole)
    breaks = frame.ask("survey_breaks", measure=measure, view=view["view"], member=None)
    spec = specs.multiples(frame.selection, answer, behind, breaks, title, whole["member"])
    show(frame, "multiples", title, spec, answer, chooser=lambda: choose(frame, "split", 130))
    tell(frame, note)


def all_withheld(rows: pd.DataFrame) -> bool:
    """Whether there is something, and none of it may be shown."""
    return bool((rows["status"] == WITHHELD).any() and not (rows["status"] == SHOWN).any())


def elsewhere(frame: Frame, rows: pd.DataFrame) -> str:
    """Where to look instead of what is withheld, in one sentence; '' where nothing is."""
    hidden = rows[(rows["status"] == WITHHELD) & rows["wider_view"].notna()]
    places = dict.fromkeys(zip(hidden["wider_view"], hidden["wider_member"], strict=True))
    if not places:
        return ""
    names = [frame.selection.short_name(*place) for place in places]
    key = "panel.elsewhere" if len(names) <= MOST_NAMED else "panel.elsewhere_more"
    return frame.say(key, places=frame.say("panel.joint").join(names[:MOST_NAMED]))


def tell(frame: Frame, note: str) -> None:
    """A note under a figure, where there is one."""
    if note:
        st.html(f'<p class="k-note k-else" lang="{frame.lang}">{escape(note)}</p>')


def choose(frame: Frame, key: str, width: int) -> None:
    """A choice that belongs to one figure."""
    select(frame.catalogue, frame.allowed, key, frame.choice, width)
