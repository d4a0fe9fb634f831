"""Ten traits of one group on one scale: what each row shows, for every writer.

Frame: one row a trait with label, value, lo, hi, status, bound, bound_at, change, change_lo, change_hi, news,
last_value, city_value (None where the rows are the city's own).
"""

from dashboard.figures.rows import has
from dashboard.figures.scale import Scale, even
from dashboard.figures.words import verdict, verdict_word
from dashboard.i18n import signed

COLUMNS = ("value", "lo", "hi", "last_value", "city_value")
SIGNS = ("own", "interval", "last", "city")


def scale_of(rows: list[dict]) -> Scale:
    """The one scale of all rows."""
    ends = [row[name] for row in rows for name in COLUMNS if has(row, name)]
    return even(min(ends, default=0), max(ends, default=100))


def signs(rows: list[dict]) -> list[str]:
    """The signs a key must explain."""
    drawn = {"last": "last_value", "city": "city_value"}
    return [sign for sign in SIGNS if sign not in drawn or any(has(row, drawn[sign]) for row in rows)]


def change_words(row: dict, lang: str) -> str:
    """The change on the last survey; a word only where it rose or fell."""
    if not has(row, "change"):
        return ""
    word = verdict_word(row, lang) if verdict(row) in ("rose", "fell") else ""
    return f"{signed(row['change'], 1)} {word}".strip()


def is_unclear(rows: list[dict]) -> bool:
    """Whether any change stands without a word."""
    return any(has(row, "change") and verdict(row) == "unclear" for row in rows)
