"""The filter bar: ward, year, what is looked at, and language in one line, the same on every page."""

import streamlit as st

from dashboard.edition.catalogue import ALL, BUREAU, DEPARTMENT, HEAD_OFFICE, WARD, Catalogue
from dashboard.edition.effects import title
from dashboard.edition.places import ASSOCIATION, DISTRICT
from dashboard.figures.codes import said
from dashboard.i18n import fiscal_year, text
from dashboard.ui.state import Choice, widget

WAVE_WIDTH = {"ja": 210, "en": 120}  # px
LANGUAGE_NAMES = {"ja": "日本語", "en": "English"}
WIDTHS = {"measure": 200, "indicator": 200, "association": 220, "origin": 180}  # px
LOOKED_AT = {  # what the third filter chooses, page by page; None: it has none
    "wards": "indicator",
    "associations": "indicator",
    "need": "indicator",
    "karte": "association",
    "institute": "origin",
    "dispatch": None,
    "vision": None,
    "effects": None,
    "actions": None,
    "briefing": None,
}
BARE = "present"  # the view for meetings shows no filter at all
UNFILTERED = ("find", "dictionary", "data")  # pages that show what was asked for, whatever is chosen
HIDDEN = {"label_visibility": "collapsed"}


def label_of_ward(catalogue: Catalogue, ward: str, lang: str) -> str:
    """Short label of a ward button; the unabridged name is on every figure."""
    if ward == ALL:
        return text("filter.city", lang)
    if ward == HEAD_OFFICE:
        return text("filter.head_office", lang)
    known = catalogue.members.get((WARD, ward)) or catalogue.places.areas[WARD][ward].label
    return known[lang].removesuffix(text("filter.ward", "ja"))


def label_of_year(catalogue: Catalogue, wave: str, lang: str) -> str:
    known = catalogue.waves.get(wave)
    return fiscal_year(int(wave) if known is None else known.fiscal_year, lang)


def label_of(catalogue: Catalogue, key: str, code: str, lang: str) -> str:
    """The words of a code of the third filter, or of a district."""
    if key == "measure":
        return catalogue.measures[code].label[lang]
    if key == "indicator":
        return catalogue.places.indicators[code].measure.label[lang]
    if key == "effect":
        return title(code, lang)
    if key in ("split", "aspect", "network", "dispatch", "studies", "listed", "people"):
        return text(f"filter.{key}_{code}", lang)
    if code == ALL:
        return text(f"filter.any_{key}", lang)
    if key in (BUREAU, DEPARTMENT):
        return catalogue.name(key, code, lang)
    if key == "origin":
        return said(code, lang)
    area = catalogue.places.areas[key][code]
    if key == DISTRICT:
        return area.label[lang]
    district = catalogue.places.areas[DISTRICT].get(area.district)
    around = area.ward if district is None else district.label[lang]
    return text("filter.association_named", lang, name=area.label[lang], kana=area.kana or "", district=around)


def choices(catalogue: Catalogue, allowed: dict[str, list[str]], key: str, choice: Choice) -> list[str]:
    """The codes a filter offers: places only of the chosen ward, departments only of the chosen bureau."""
    if key == DEPARTMENT:
        return [ALL, *catalogue.departments(choice.bureau)]
    if key not in (DISTRICT, ASSOCIATION):
        return allowed[key]
    ward = None if choice.place_ward == ALL else choice.place_ward
    offered = [area.code for area in catalogue.places.within(key, ward)]
    chosen = getattr(choice, key)
    return [ALL, *offered, *([chosen] if chosen not in (ALL, *offered) else [])]


def select(catalogue: Catalogue, allowed: dict[str, list[str]], key: str, choice: Choice, width: int | str) -> None:
    """One choice of many; typing narrows the list, by reading too."""
    lang = choice.lang
    st.selectbox(
        text(f"filter.{key}", lang), choices(catalogue, allowed, key, choice), key=widget(key), width=width,
        format_func=lambda code: label_of(catalogue, key, code, lang), **HIDDEN,
    )  # fmt: skip


def filter_bar(catalogue: Catalogue, allowed: dict[str, list[str]], choice: Choice, page: str) -> None:
    """Draw the bar of a page; what the reader chooses is in the session before the next rerun."""
    lang = choice.lang
    if page == BARE:
        return
    with st.container(key="filterbar", horizontal=True, vertical_alignment="center", gap="small"):
        if page not in UNFILTERED:
            what_is_shown(catalogue, allowed, choice, LOOKED_AT.get(page, "measure"))
        st.space("stretch")
        st.segmented_control(
            text("filter.language", lang), allowed["lang"], key=widget("lang"), required=True, **HIDDEN,
            format_func=LANGUAGE_NAMES.get,
        )  # fmt: skip


def what_is_shown(catalogue: Catalogue, allowed: dict[str, list[str]], choice: Choice, third: str | None) -> None:
    """Ward, year, and what is looked at."""
    lang = choice.lang
    st.segmented_control(
        text("filter.ward", lang), allowed["ward"], key=widget("ward"), required=True, **HIDDEN,
        format_func=lambda code: label_of_ward(catalogue, code, lang),
    )  # fmt: skip
    st.selectbox(
        text("filter.wave", lang), allowed["wave"], key=widget("wave"), width=WAVE_WIDTH[lang], **HIDDEN,
        format_func=lambda code: label_of_year(catalogue, code, lang),
    )  # fmt: skip
    if third and allowed[third]:
        select(catalogue, allowed, third, choice, WIDTHS[third])
