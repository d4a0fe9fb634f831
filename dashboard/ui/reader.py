"""Who is reading, as far as this product is told: for the log of exports only."""

import streamlit as st

from dashboard.settings import Settings


def reader(settings: Settings) -> str:
    """The name that the city's own proxy sends in the header named in the settings; '' where none is named or sent.

    Without such a proxy anyone could send any header: then none is believed.
    """
    header = settings.values["log"]["reader_header"]
    return (st.context.headers.get(header) or "") if header else ""
