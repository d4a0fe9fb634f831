"""The filter bar: ward, survey, measure and language in one line, the same on every page."""

import streamlit as st

from dashboard.edition.catalogue import ALL, HEAD_OFFICE, WARD, Catalogue
from dashboard.i18n import fiscal_year, text
from dashboard.ui.state import Choice, seed, widget

WAVE_WIDTH = {"ja": 210, "en": 120}  # px
LANGUAGE_NAMES = {"ja": "日本語", "en": "English"}


def label_of_ward(catalogue: Catalogue, ward: str, lang: str) -> str:
    """Short label of a ward button; the unabridged name is on every figure."""
    if ward == ALL:
        return text("filter.city", lang)
    name = catalogue.name(WARD, ward, lang)
    if ward == HEAD_OFFICE:
        return text("filter.head_office", lang)
    return name.removesuffix("区")


def filter_bar(catalogue: Catalogue, allowed: dict[str, list[str]], choice: Choice) -> Choice:
    """Draw the bar and return what the reader chose; labels follow the language chosen in this very rerun."""
    seed(choice)
    lang = st.session_state[widget("lang")]
    hidden = {"label_visibility": "collapsed"}
    with st.container(key="filterbar", horizontal=True, vertical_alignment="center", gap="small"):
        ward = st.segmented_control(
            text("filter.ward", lang), allowed["ward"], key=widget("ward"), required=True, **hidden,
            format_func=lambda code: label_of_ward(catalogue, code, lang),
        )  # fmt: skip
        wave = st.selectbox(
            text("filter.wave", lang), allowed["wave"], key=widget("wave"), width=WAVE_WIDTH[lang], **hidden,
            format_func=lambda code: fiscal_year(catalogue.waves[code].fiscal_year, lang),
        )  # fmt: skip
        measure = st.selectbox(
            text("filter.measure", lang), allowed["measure"], key=widget("measure"), width=200, **hidden,
            format_func=lambda code: catalogue.measures[code].label[lang],
        )  # fmt: skip
        st.space("stretch")
        chosen = st.segmented_control(
            text("filter.language", lang), allowed["lang"], key=widget("lang"), required=True, **hidden,
            format_func=LANGUAGE_NAMES.get,
        )  # fmt: skip
    return Choice(lang=chosen, ward=ward, wave=wave, measure=measure)
