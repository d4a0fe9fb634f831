"""The panels of the workplace page: headings by bureau, and beside them one of items, ten traits and associations."""

from dataclasses import replace

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, BUREAU, CITY, DEPARTMENT
from dashboard.figures import survey_specs, workplace_specs
from dashboard.figures.words import value_text
from dashboard.ui import panels
from dashboard.ui.filters import HIDDEN, label_of
from dashboard.ui.frame import Frame, head, open_with
from dashboard.ui.show import show
from dashboard.ui.state import DRIVERS, ITEMS, TRAITS, pick, widget

MOTIVATION, TRAIT = "motivation", "trait"
GAPS = ("gap_vision", "gap_community", "gap_policy")


def opening(frame: Frame) -> None:
    """What can be said of what is shown beside the headings."""
    choice = frame.choice
    if choice.aspect == TRAITS:
        head(frame, said(frame, "traits", TRAIT, **choice.workplace))
    elif choice.aspect == DRIVERS:
        of_associations(frame)
    elif choice.bureau == ALL:
        head(frame, said(frame, "several", choice.measure, BUREAU, ALL))
    else:
        head(frame, said(frame, "member", choice.measure, **choice.workplace))


def said(frame: Frame, page: str, measure: str, view: str, member: str) -> Answer:
    return frame.ask("finding", page=page, wave=frame.choice.wave, view=view, member=member, measure=measure)


def of_associations(frame: Frame) -> None:
    """What goes along with motivation in the group whose associations are shown, or that there are none."""
    rows = associations(frame).rows()
    if not rows:
        open_with(frame, frame.say("workplace.none"), "", frame.say("workplace.none_detail"))
        return
    head(frame, said(frame, "drivers", MOTIVATION, rows[0]["basis_view"], rows[0]["basis_member"]))


def associations(frame: Frame) -> Answer:
    return frame.ask("survey_drivers", wave=frame.choice.wave, **frame.choice.workplace)


def headings(frame: Frame) -> None:
    """Six headings by bureau, or by department of one; colour only where one differs from the whole city."""
    choice = frame.choice
    of = {"view": BUREAU, "parent": None} if choice.bureau == ALL else {"view": DEPARTMENT, "parent": choice.bureau}
    answer = frame.ask("survey_themes", wave=choice.wave, **of)
    city = frame.ask("survey_themes", wave=choice.wave, view=CITY)
    title = frame.say("panel.themes" if choice.bureau == ALL else "panel.themes_departments")
    spec = survey_specs.heat(frame.selection, answer, city, title)
    focus = choice.department if choice.bureau != ALL else ALL
    spec = replace(spec, options={**spec.options, "focus": focus})
    show(frame, "heat", title, spec, answer, chooser=lambda: panels.choose(frame, "bureau", 190))
    panels.tell(frame, panels.elsewhere(frame, spec.frame))


def beside(frame: Frame) -> None:
    """Items, traits or associations of the chosen department, bureau or place."""
    with st.container(key="beside", gap=None):
        aspects(frame)
        {ITEMS: items, TRAITS: traits, DRIVERS: drivers}[frame.choice.aspect](frame)


def aspects(frame: Frame) -> None:
    """Which of the three is shown, and of which department."""
    lang = frame.lang
    with st.container(key="aspects", horizontal=True, vertical_alignment="center", gap="small"):
        st.segmented_control(
            frame.say("filter.aspect"), frame.allowed["aspect"], key=widget("aspect"), required=True, **HIDDEN,
            format_func=lambda code: label_of(frame.catalogue, "aspect", code, lang),
        )  # fmt: skip
        if frame.choice.bureau != ALL:
            panels.choose(frame, "department", "stretch")


def place_of(frame: Frame) -> str:
    return frame.selection.short_name(**frame.choice.workplace)


def items(frame: Frame) -> None:
    """What was answered to each item of the chosen heading or gap; the three gaps are one click away."""
    choice, cell = frame.choice, frame.choice.workplace
    gaps(frame)
    answer = frame.ask("survey_items", wave=choice.wave, **cell)
    city = frame.ask("survey_items", wave=choice.wave, view=CITY, member=ALL)
    measure = frame.measure if frame.measure.theme else frame.catalogue.measures[MOTIVATION]
    title = frame.say("workplace.items", heading=measure.label[frame.lang])
    spec = survey_specs.likert(frame.selection, answer, city, measure.theme, title)
    spec = replace(spec, subtitle=frame.selection.joined(place_of(frame), spec.subtitle))
    show(frame, "likert", title, spec, answer)
    panels.tell(frame, panels.elsewhere(frame, spec.frame))


def gaps(frame: Frame) -> None:
    """The three gaps of the chosen place, each the way to its items."""
    choice = frame.choice
    with st.container(key="gaps", horizontal=True, gap="small"):
        for code in GAPS:
            measure = frame.catalogue.measures[code]
            rows = frame.ask("survey_trend", measure=code, **choice.workplace).rows()
            now = next(row for row in rows if row["wave"] == choice.wave)
            value = value_text(now, 0, frame.lang)
            with st.container(key=f"gap-{'on' if code == choice.measure else 'off'}-{code}", width="content"):
                st.button(
                    f"{measure.label[frame.lang]} **{value}**", key=f"pick-{code}", type="tertiary",
                    help=frame.say("workplace.gap"), on_click=pick, args=("measure", code),
                )  # fmt: skip


def traits(frame: Frame) -> None:
    """Ten traits as staff assess themselves, against the whole city and the last survey."""
    answer = frame.ask("survey_traits", wave=frame.choice.wave, **frame.choice.workplace)
    title = frame.say("workplace.traits", place=place_of(frame))
    spec = workplace_specs.traits(frame.selection, answer, title)
    show(frame, "traits", title, spec, answer)
    panels.tell(frame, panels.elsewhere(frame, spec.frame))


def drivers(frame: Frame) -> None:
    """Association with motivation against score: what is strong and low stands at the upper left."""
    answer = associations(frame)
    title = frame.say("workplace.drivers")
    spec = workplace_specs.drivers(frame.selection, answer, title)
    show(frame, "quadrants", title, spec, answer)
