"""How fresh a thing is, in words: as of when, when the next is due, and whether that is late."""

from collections.abc import Mapping

from dashboard.figures.codes import said
from dashboard.i18n import text


def due(row: Mapping[str, object], lang: str) -> str:
    """次は2026-07-01まで・最新. row: freshness (a code) and due (a day or None)."""
    by = [] if row["due"] is None else [text("fresh.due", lang, date=row["due"])]
    return text("fresh.joint", lang).join([*by, said(row["freshness"], lang)])


def by_month(row: Mapping[str, object], lang: str) -> str:
    """2025-07 → 2026-07 最新, where room is short. row: newest too."""
    days = [row[name][:7] for name in ("newest", "due") if row[name] is not None]
    return " ".join([" → ".join(days), said(row["freshness"], lang)]).strip()
