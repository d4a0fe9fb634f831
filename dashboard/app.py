"""What runs for every reader at every rerun: language, filters, navigation, then one page."""

import streamlit as st

from dashboard.edition.ask import OlderEdition
from dashboard.edition.store import NoEdition
from dashboard.i18n import text
from dashboard.settings import PAGES, STATIC, SettingsError
from dashboard.ui import cached, failure, filters, state
from dashboard.ui.document import set_document_language
from dashboard.ui.first_edition import first_edition
from dashboard.ui.frame import Frame, pin

NAMES = (
    "overview", "motivation", "workplace", "wards", "associations", "need", "karte",
    "dispatch", "vision", "institute", "effects", "actions", "briefing", "find", "unknowns", "dictionary",
)  # fmt: skip

ADMINISTRATOR = ("data",)  # where the settings allow it
UNLISTED = ("present",)  # reached from the overview


def navigation(lang: str, administered: bool) -> st.Page:
    """Flat navigation: sections would break its list for screen readers."""
    pages = [
        st.Page(PAGES / f"{name}.py", title=text(f"page.{name}", lang), url_path=name, default=name == NAMES[0])
        for name in (*NAMES, *ADMINISTRATOR * administered)
    ]
    pages += [
        st.Page(PAGES / f"{name}.py", title=text(f"page.{name}", lang), url_path=name, visibility="hidden")
        for name in UNLISTED
    ]
    return st.navigation(pages, expanded=True)


def main() -> None:
    """Load the choice, write it into the link, only then navigate (or Back breaks), draw the filters, run the page."""
    st.set_page_config(page_icon=str(STATIC / "icon.png"), layout="wide", initial_sidebar_state=200)
    for sheet in ("style.css", "figures.css", "present.css"):
        st.html(STATIC / sheet)
    edition = cached.open_current()
    settings = cached.current_settings()
    catalogue = cached.words(str(settings.home.editions), edition.number, edition.hash)
    allowed = state.options(catalogue, settings.values["places"]["list"], settings.tables)
    choice, refused = state.load(allowed, catalogue)
    state.save(choice)
    page = navigation(choice.lang, settings.values["data"]["page"])
    filters.filter_bar(catalogue, allowed, choice, page.url_path or NAMES[0])
    set_document_language(choice.lang)
    st.logo(str(STATIC / f"word_{choice.lang}.svg"), size="large")
    failure.refused_values(refused, choice.lang)
    pin(Frame(settings, catalogue, choice, allowed))
    failure.guard(page.run, choice.lang)


try:
    main()
except (NoEdition, OlderEdition, SettingsError) as error:
    first_edition(error)
