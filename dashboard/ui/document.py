"""The language of the document: Streamlit writes <html lang="en"> whatever the page says."""

import streamlit as st

SCRIPT = """
export default function ({ data }) {
  document.documentElement.lang = data.lang;
}
"""


def set_document_language(lang: str) -> None:
    """Set <html lang> to the language of the page, so that readers aloud and line breaking follow it."""
    component = st.components.v2.component("document_language", js=SCRIPT)
    component(data={"lang": lang}, key="document_language", height=0)
