"""Readings of headers and answers that wait to be confirmed by a person: a box each, none ticked beforehand."""

import streamlit as st

from dashboard.ui.briefing import title
from dashboard.ui.frame import Frame

ALL_OF = "proposal-all"


def proposals(frame: Frame, told: dict) -> tuple[str, dict] | None:
    """Likely readings of unknown headers and answers, each unticked; what a person confirmed by the button, or None.

    Returns (wave, {headers: {text: item}, labels: {scale: {text: code}}}).
    """
    waiting = [(one["wave"], it) for one in told["tables"] for it in one.get("proposals") or []]
    if not waiting:
        return None
    title(frame, "data.proposals")
    wave = waiting[0][0]  # one survey at a time; the check that follows brings the next
    keys = {
        f"proposal-{wave}-{it['kind']}-{it['written']}-{at}": it for at, (of, it) in enumerate(waiting) if of == wave
    }
    if len(keys) > 1:
        st.checkbox(frame.say("data.proposal.all"), key=ALL_OF, on_change=tick, args=(tuple(keys),))
    ticked = [it for key, it in keys.items() if st.checkbox(proposal(frame, it), key=key)]
    if not st.button(frame.say("data.confirm"), key="confirm", disabled=not ticked):
        return None
    chosen = {"headers": {}, "labels": {}}
    for it in ticked:
        place = chosen["headers"] if it["kind"] == "header" else chosen["labels"].setdefault(it["scale"], {})
        place[it["written"]] = it["proposed"]
    return wave, chosen


def tick(keys: tuple[str, ...]) -> None:
    """Every box as the one above them."""
    for key in keys:
        st.session_state[key] = st.session_state[ALL_OF]


def proposal(frame: Frame, it: dict) -> str:
    """「見出し」は「設問」のことです。 Written words are data: no markdown in them."""
    words = {name: plain(it[name]) for name in ("written", "proposed", "words")}
    return frame.say(f"data.proposal.{it['kind']}", **words)


def plain(words: str) -> str:
    """Words that a label's markdown leaves as they are."""
    return "".join(f"\\{mark}" if mark in r"\`*_{}[]()#+-.!~:$<>|" else mark for mark in " ".join(words.split()))
