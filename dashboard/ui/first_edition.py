"""A home without an edition that can be read: files are loaded and an edition is published from the page."""

import logging
from html import escape

import streamlit as st

from dashboard.edition.ask import OlderEdition
from dashboard.i18n import LANGUAGES
from dashboard.settings import SettingsError
from dashboard.ui import cached, data_page, data_page_city, data_page_kept, failure, panels
from dashboard.ui.briefing import title
from dashboard.ui.document import set_document_language
from dashboard.ui.filters import LANGUAGE_NAMES
from dashboard.ui.following import followed
from dashboard.ui.frame import Frame, open_with
from dashboard.ui.jobs import Job, JobFailedError
from dashboard.ui.state import Choice

LOG = logging.getLogger("dashboard")


def first_edition(error: Exception) -> None:
    """The page of such a home; what to do instead where its settings cannot be read or switch the data page off."""
    if isinstance(error, SettingsError):
        failure.settings(error)
        return
    settings = cached.current_settings()
    if not settings.values["data"]["page"]:
        failure.no_edition(error)
        return
    LOG.info("no edition: %s", error)
    asked = st.query_params.get("lang")
    frame = Frame(settings, None, Choice(lang=asked if asked in LANGUAGES else LANGUAGES[0]), {})
    set_document_language(frame.lang)
    other_languages(frame)
    is_older = isinstance(error, OlderEdition)
    headline = frame.say("first.older" if is_older else "first.headline")
    open_with(frame, headline, "", error.message(frame.lang) if is_older else frame.say("first.detail"))
    left, right = panels.columns(54, 46)
    with left:
        data_page_city.city(frame, first=True)
        data_page.drop(frame)
    with right:
        publish(frame)
        data_page_kept.tables(frame)
    if not is_older:
        st.html(f'<p class="k-said" lang="{frame.lang}">{escape(frame.say("first.commands"))}</p>')


def other_languages(frame: Frame) -> None:
    """A link to the page in each other language."""
    links = [
        f'<a class="k-aside" href="?lang={code}" lang="{code}" target="_self">{escape(LANGUAGE_NAMES[code])}</a>'
        for code in LANGUAGES
        if code != frame.lang
    ]
    st.html(f"<p>{' '.join(links)}</p>")


def publish(frame: Frame) -> None:
    """Publish what is kept: there is nothing yet to compare it with, so it is shown at once."""
    with st.container(key="fig-editions", gap="small"):
        title(frame, "first.publish_title")
        try:
            waiting = data_page_kept.lacking(frame)
        except JobFailedError:  # the list of what is kept says why
            waiting = []
        if waiting:
            words = frame.say("first.lacking", tables=frame.say("data.between").join(waiting))
            st.html(f'<p class="k-said" lang="{frame.lang}">{escape(words)}</p>')
        kind = "secondary" if waiting else "primary"
        if st.button(frame.say("first.publish"), key="publish", disabled=bool(waiting), type=kind):
            job = Job(frame.settings.home, "publish")
            if followed(frame, job, "data.not_published"):
                st.rerun()
