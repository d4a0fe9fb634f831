"""Codes of the data in the reader's language: statuses, stages, fields and the like."""

from dashboard.i18n import text
from dashboard.i18n.catalogue import messages


def said(code: str, lang: str) -> str:
    """The word for a code; a city's own words, which no catalogue knows, stay as they are."""
    key = f"code.{code}"
    return text(key, lang) if key in messages(lang) else code
