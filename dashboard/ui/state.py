"""What a reader is looking at: language, ward, survey and measure, kept across pages and always written in the link."""

from dataclasses import asdict, dataclass, fields, replace

import streamlit as st

from dashboard.edition.catalogue import ALL, CITY, WARD, Catalogue
from dashboard.i18n import LANGUAGES

KINDS_TO_CHOOSE = ("index", "theme", "rate")


@dataclass(frozen=True)
class Choice:
    """Codes only, never labels: a link made in Japanese opens in English."""

    lang: str = "ja"
    ward: str = ALL
    wave: str = ""
    measure: str = "motivation"

    @property
    def cell(self) -> dict[str, str]:
        """The view and member a ward choice stands for."""
        return {"view": CITY, "member": ALL} if self.ward == ALL else {"view": WARD, "member": self.ward}


KEYS = tuple(field.name for field in fields(Choice))


def options(catalogue: Catalogue) -> dict[str, list[str]]:
    """The codes each key may take in this edition; the newest survey first."""
    return {
        "lang": list(LANGUAGES),
        "ward": [ALL, *catalogue.of_view(WARD)],
        "wave": catalogue.held[::-1],
        "measure": [code for code, measure in catalogue.measures.items() if measure.kind in KINDS_TO_CHOOSE],
    }


def load(allowed: dict[str, list[str]]) -> tuple[Choice, dict[str, str]]:
    """The present choice and the refused values of the link.

    A key whose value in the link differs from what we wrote last was changed by the reader (a link, Back, Forward)
    and wins; otherwise the session's own choice stands. Switching pages empties the link, which changes nothing.
    """
    session = st.session_state
    choice: Choice = session.get("choice", Choice(wave=allowed["wave"][0] if allowed["wave"] else ""))
    written: dict[str, str] = session.get("written", {})
    refused = {}
    for key in KEYS:
        value = st.query_params.get(key)
        if value is None or value == written.get(key):
            continue
        if value in allowed[key]:
            choice = replace(choice, **{key: value})
            session[widget(key)] = value
        else:
            refused[key] = value
    for key in KEYS:
        if getattr(choice, key) not in allowed[key] and allowed[key]:
            choice = replace(choice, **{key: allowed[key][0]})
    return choice, refused


def widget(key: str) -> str:
    """Name of the widget that holds a key."""
    return f"filter_{key}"


def seed(choice: Choice) -> None:
    """Give every filter widget without a value the session's choice, before it is drawn."""
    for key in KEYS:
        if st.session_state.get(widget(key)) is None:
            st.session_state[widget(key)] = getattr(choice, key)


def save(choice: Choice) -> None:
    """Remember the choice and write every key into the link."""
    values = asdict(choice)
    st.session_state["choice"] = choice
    st.session_state["written"] = values
    if dict(st.query_params) != values:
        st.query_params.from_dict(values)


def pick_ward(ward: str) -> None:
    """Set the ward from outside the filter bar (a click on the map, a button in a table) for the next rerun."""
    st.session_state[widget("ward")] = ward
