"""What a page says when its tables have not been loaded: which files it needs and what to run."""

from html import escape

import streamlit as st

from dashboard.ui.frame import Frame, open_with


def files_lacking(frame: Frame, *tables: str) -> str:
    """The files, in words, of those of these tables that are absent; '' where all are there."""
    missing = [name for name in tables if name not in frame.catalogue.tables]
    return frame.say("absent.stop").join(frame.say(f"table.{name}") for name in missing)


def lacks(frame: Frame, *tables: str) -> bool:
    """Whether any of these tables is absent; then the page is told so in words."""
    files = files_lacking(frame, *tables)
    if files:
        open_with(frame, frame.say("absent.title"), "", frame.say("absent.detail", files=files))
        st.html(f'<p class="k-how" lang="{frame.lang}"><code>{escape(frame.say("absent.how"))}</code></p>')
    return bool(files)


def not_loaded(frame: Frame) -> list[str]:
    """Names of the tables a city may hand in and this edition was made without."""
    return [entry[frame.lang] for name, entry in frame.settings.tables.items() if name not in frame.catalogue.tables]
