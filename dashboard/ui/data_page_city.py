"""The city's name and the map's particulars: a form whose values the command line proves and writes."""

import streamlit as st

from dashboard.settings import Settings
from dashboard.ui.frame import Frame
from dashboard.ui.jobs import JobFailedError, told

LONGEST = 200  # characters, as the command line has it
CODE_DIGITS = 6
SAVED = "city_saved"
OPTIONS = {"code": "--code", "name_ja": "--name", "name_en": "--name-en", "projection": "--projection",
           "credit_ja": "--credit", "credit_en": "--credit-en"}  # fmt: skip


def city(frame: Frame, first: bool = False) -> None:
    """The form, folded; open on a first run, where the city has not been named yet."""
    now = values(frame.settings)
    label = frame.say("city.title", name=now[f"name_{frame.lang}"], code=now["code"])
    with st.expander(label, expanded=first and not frame.settings.own.get("city"), key="city-box"):
        st.html(f'<p class="k-said" lang="{frame.lang}">{frame.say("city.first" if first else "city.about")}</p>')
        with st.form("city", border=False, enter_to_submit=False):
            given = fields(frame, now)
            is_sent = st.form_submit_button(frame.say("city.save"), key="city-save")
        if is_sent:
            save(frame, given)
    if st.session_state.pop(SAVED, False):
        st.success(frame.say("city.done"))


def values(settings: Settings) -> dict[str, str]:
    """What holds now; a credit only where the city set it itself."""
    known = {name: settings.values["city"][name] for name in ("code", "name_ja", "name_en")}
    own = settings.own.get("map", {})
    known |= {name: own.get(name, "") for name in ("credit_ja", "credit_en")}
    return {**known, "projection": settings.values["map"]["projection"]}


def fields(frame: Frame, now: dict) -> dict[str, str]:
    """What the reader wrote, by the names of OPTIONS."""
    given = {}
    for column, name in zip(st.columns(3), ("code", "name_ja", "name_en"), strict=True):
        with column:
            given[name] = entry(frame, name, now, CODE_DIGITS if name == "code" else LONGEST)
    given["projection"] = str(projection(frame, now["projection"]))
    for column, name in zip(st.columns(2), ("credit_ja", "credit_en"), strict=True):
        with column:
            given[name] = entry(frame, name, now, LONGEST, frame.say("city.credit_blank"))
    return given


def entry(frame: Frame, name: str, now: dict, longest: int, placeholder: str = "") -> str:
    return st.text_input(
        frame.say(f"city.{name}"), now[name], max_chars=longest, placeholder=placeholder, key=f"city-{name}"
    )


def projection(frame: Frame, now: int) -> int:
    """A zone by the prefectures it is of; a plane set by hand stays among them."""
    zones = {zone["epsg"]: zone[frame.lang] for zone in frame.settings.planes}
    zones.setdefault(now, f"EPSG {now}")
    return st.selectbox(
        frame.say("city.projection"), list(zones), index=list(zones).index(now), format_func=zones.get,
        key="city-projection",
    )  # fmt: skip


def save(frame: Frame, given: dict[str, str]) -> None:
    """Hand the values to the command line; its refusal stays on the page with what was written."""
    arguments = [part for name, option in OPTIONS.items() for part in (option, given[name])]
    try:
        told(frame.settings.home, "city", *arguments, lang=frame.lang)
    except JobFailedError as failed:
        st.error("\n\n".join([frame.say("data.failed"), *failed.lines]))
        return
    st.session_state[SAVED] = True
    st.rerun()
