"""What the box for files says: the library's own words are English whatever the page says."""

import json

import streamlit as st

from dashboard.ui.frame import Frame

SHEET = """<style>
[data-testid="stFileUploaderDropzone"] button :is(p, span[data-testid="stMarkdownContainer"]) {{ font-size: 0; }}
[data-testid="stFileUploaderDropzone"] button p::after {{ content: {choose}; font-size: 14px; }}
[data-testid="stFileUploaderDropzoneInstructions"] * {{ display: none; }}
[data-testid="stFileUploaderDropzoneInstructions"]::after {{ content: {limits}; font-size: 14px; }}
</style>"""


def uploader_words(frame: Frame) -> None:
    """Put the page's words in the place of the library's."""
    words = {name: json.dumps(frame.say(f"data.uploader.{name}"), ensure_ascii=False) for name in ("choose", "limits")}
    st.html(SHEET.format(**words))
