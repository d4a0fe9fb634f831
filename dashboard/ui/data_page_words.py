"""What the box for files says: the library's own words are English whatever the page says."""

import json

import streamlit as st

from dashboard.ui.frame import Frame

SHEET = """<style>
[data-testid="stFileUploaderDropzoneInstructions"] * {{ display: none; }}
[data-testid="stFileUploaderDropzoneInstructions"]::after {{ content: {limits}; font-size: 14px; }}
[class*="st-key-corrected"] [data-testid="stFileUploaderDropzoneInstructions"]::after {{ content: {corrected}; }}
</style>"""


def uploader_words(frame: Frame) -> None:
    """Put the page's words in the place of the library's limits, which are those of one file of any kind."""
    words = {"limits": frame.say("data.uploader.limits"), "corrected": frame.say("data.uploader.corrected")}
    st.html(SHEET.format(**{name: json.dumps(it, ensure_ascii=False) for name, it in words.items()}))
