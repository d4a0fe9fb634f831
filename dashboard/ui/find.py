"""The find page: an evidence number typed in, and everything behind it opened."""

from dataclasses import replace
from html import escape

import streamlit as st

from dashboard.edition.lookup import Found, LookupRefusedError, look_up
from dashboard.ui import cached
from dashboard.ui.behind import behind
from dashboard.ui.frame import SURVEY, Frame, foot, open_with
from dashboard.ui.shown_on import link_to
from dashboard.ui.state import LONGEST, widget


def box(frame: Frame) -> None:
    """Where the number is typed; it stands in the link."""
    label = frame.say("find.label")
    st.text_input(
        label, placeholder=frame.say("find.placeholder"), key=widget("q"), label_visibility="collapsed", width=420,
        max_chars=LONGEST,
    )  # fmt: skip


def result(frame: Frame) -> Found | None:
    """What the number stands for; an unknown one is told, with what to do."""
    found, headline, detail = searched(frame)
    open_with(frame, headline, "", detail)
    box(frame)
    if found:
        opened(as_asked(frame, found), found)
    return found


def searched(frame: Frame) -> tuple[Found | None, str, str]:
    """What was found, with the headline and the line under it."""
    written = frame.choice.q.strip()
    if not written:
        return None, frame.say("find.title"), frame.say("find.detail")
    try:
        found = look_up(frame.settings.home, written, frame.catalogue.edition)
    except LookupRefusedError as error:
        return None, frame.say("find.none"), error.message(frame.lang)
    asked = found.answer.question.ja if frame.lang == "ja" else found.answer.question.en
    return found, asked, found.told(frame.lang) or frame.say("find.current")


def as_asked(frame: Frame, found: Found) -> Frame:
    """The frame of the edition that answered, in the year asked for or else its newest."""
    answer, folder = found.answer, str(frame.settings.home.editions)
    words = cached.words(folder, answer.edition, answer.edition_hash)
    year = answer.parameters.get("wave") or answer.parameters.get("period") or next(reversed(words.held), "")
    return replace(frame, catalogue=words, choice=replace(frame.choice, wave=year))


def opened(frame: Frame, found: Found) -> None:
    """All that is behind a figure, and the way to the page that draws it: in the current edition only."""
    answer, lang = found.answer, frame.lang
    with st.container(key="fig-found", gap="small"):
        link = None if found.notice else link_to(answer, frame.choice, frame.allowed)
        if link:
            words = f'<a href="{escape(link)}" target="_self">{escape(frame.say("find.open"))}</a>'
            st.html(f'<p class="k-go" lang="{lang}">{words}</p>')
        if answer.frame.empty:
            st.html(f'<p lang="{lang}">{escape(frame.say("find.empty"))}</p>')
        behind(frame, "found", answer)


def page_foot(frame: Frame, found: Found | None) -> None:
    """The foot of what is shown."""
    if found is None:
        foot(frame)
    else:
        foot(as_asked(frame, found), places=found.answer.question.subject != SURVEY)
