"""The view for meetings: one message at a time, nothing small, turned by the arrow keys or a remote control."""

from dataclasses import asdict
from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.evidence import printed
from dashboard.ui.frame import Frame, base_of
from dashboard.ui.messages import MESSAGES
from dashboard.ui.state import pick


def available(frame: Frame) -> list[str]:
    """The messages whose tables this edition holds, in order."""
    return [name for name, message in MESSAGES.items() if message.needs <= frame.catalogue.tables]


def view(frame: Frame) -> None:
    """The message chosen in the link with what it rests on, and the way to the next."""
    names = available(frame)
    at = names.index(frame.choice.message) if frame.choice.message in names else 0
    with st.container(key="present", gap="small"):
        answers = MESSAGES[names[at]].show(frame)
        with st.container(key="present-foot", horizontal=True, vertical_alignment="center", gap="small"):
            st.html(foot(frame, answers), width="stretch")
            turn(frame, names, at)


def foot(frame: Frame, answers: list[Answer]) -> str:
    """Demo mark, source, evidence numbers with their edition."""
    numbers = [number for number in map(frame.evidence, answers) if number]
    edition = printed(" ".join(numbers), answers[0].edition, frame.lang) if numbers else ""
    stamp = f'<b class="k-stamp">{escape(frame.say("demo.mark"))}</b>' if frame.catalogue.demo else ""
    source = base_of(frame, (answers[0].question.subject,)).source
    told = "".join(f"<span>{escape(part)}</span>" for part in (source, edition) if part)
    return f'<footer class="k-foot" lang="{frame.lang}">{stamp}{told}</footer>'


def turn(frame: Frame, names: list[str], at: int) -> None:
    """Back and on, by button, arrow key or the page keys that a remote control sends; the way out."""
    before, after = names[max(at - 1, 0)], names[min(at + 1, len(names) - 1)]
    place = frame.say("present.place", at=at + 1, of=len(names))
    step(frame, "back", "Left", before, at == 0)
    st.html(f'<p class="k-place" lang="{frame.lang}">{escape(place)}</p>', width="content")
    step(frame, "on", "Right", after, at == len(names) - 1)
    for key, target in (("PageUp", before), ("PageDown", after)):
        st.button(key, key=f"present-{key}", shortcut=key, on_click=pick, args=("message", target))
    leave = (
        f'<a href="./?{escape(urlencode(asdict(frame.choice)))}" target="_self">{escape(frame.say("present.end"))}</a>'
    )
    st.html(f'<p class="k-place" lang="{frame.lang}">{leave}</p>', width="content")


def step(frame: Frame, name: str, shortcut: str, target: str, is_end: bool) -> None:
    st.button(
        frame.say(f"present.{name}"), key=f"present-{name}", shortcut=shortcut, disabled=is_end, on_click=pick,
        args=("message", target),
    )  # fmt: skip


def entry(frame: Frame) -> tuple[str, str]:
    """Words and address of the way in, with everything else as it is."""
    return frame.say("present.open"), "present?" + urlencode(asdict(frame.choice))
