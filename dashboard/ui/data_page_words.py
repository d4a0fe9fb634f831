"""What the box for files says: the library's own words are English whatever the page says."""

import json

import streamlit as st

from dashboard.ui.frame import Frame

SHEET = """<style>
[data-testid="stFileUploaderDropzoneInstructions"] * {{ display: none; }}
[data-testid="stFileUploaderDropzoneInstructions"]::after {{ content: {limits}; font-size: 14px; }}
</style>"""


def uploader_words(frame: Frame) -> None:
    """Put the page's words in the place of the library's limits, which are those of one file of any kind."""
    st.html(SHEET.format(limits=json.dumps(frame.say("data.uploader.limits"), ensure_ascii=False)))
