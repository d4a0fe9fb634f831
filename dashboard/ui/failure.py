"""Our own error boundary: what happened, what to do next, and a number to find it in the log by."""

import logging
import secrets
from collections.abc import Callable

import streamlit as st

from dashboard.edition.ask import OlderEdition
from dashboard.i18n import LANGUAGES, text
from dashboard.settings import SettingsError

LOG = logging.getLogger("dashboard")


def guard(run: Callable[[], None], lang: str) -> None:
    """Run a page; an error becomes a message in the reader's language and a traceback in the server's log only."""
    try:
        run()
    except OlderEdition as error:
        LOG.exception("page of an older edition")
        st.error(error.message(lang))
    except Exception:
        number = secrets.token_hex(3).upper()
        LOG.exception("page failed, report %s", number)
        st.error(text("failure.page", lang, number=number))


def refused_values(refused: dict[str, str], lang: str) -> None:
    """Name each value of the link that this edition does not know; the view falls back to what was shown before."""
    for key, value in refused.items():
        name = text(f"filter.{'language' if key == 'lang' else key}", lang)
        st.warning(text("failure.link", lang, name=name, value=value[:40]))


def settings(error: SettingsError) -> None:
    """The home's settings cannot be read: which line, and what to do, in both languages, because none is chosen yet."""
    for lang in LANGUAGES:
        what = text("intake.rule.settings_unreadable", lang, why=error.why)
        st.error(f"{error.file}: {what} {text('intake.remedy.settings_unreadable', lang)}")
    LOG.error("settings: %s", error)


def no_edition(error: Exception) -> None:
    """No edition to show: say what to run, in both languages, because no language is chosen yet."""
    for lang in LANGUAGES:
        st.info(error.message(lang) if isinstance(error, OlderEdition) else text("failure.no_edition", lang))
    LOG.info("no edition: %s", error)
