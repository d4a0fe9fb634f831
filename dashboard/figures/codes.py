"""Codes of the data in the reader's language: statuses, stages, fields and the like."""

from dashboard.i18n import text
from dashboard.i18n.catalogue import messages

STOP = "、"


def said(code: str, lang: str) -> str:
    """The word for a code; a city's own words, which no catalogue knows, stay as they are."""
    key = f"code.{code}"
    return text(key, lang) if key in messages(lang) else code


def listed(codes: str, lang: str) -> str:
    """Several codes in one text, parted by 、, in words."""
    parts = [said(code, lang) for code in codes.split(STOP)]
    return (STOP if lang == "ja" else ", ").join(parts)
