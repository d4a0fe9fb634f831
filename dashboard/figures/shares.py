"""Shares of answers: unfavourable, neutral, favourable, centred on the neutral middle."""

from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import hidden
from dashboard.i18n import number, text

MOST = 6  # items shown unless told otherwise


def known(row: dict) -> bool:
    """Whether an item's shares may be shown."""
    return not hidden({**row, "value": row.get("fav")})


def ordered(spec: FigureSpec) -> list[dict]:
    """Items from the most favourable down, items without a number last."""
    rows = spec.rows()
    seen = sorted((row for row in rows if known(row)), key=lambda row: -row["fav"])
    return (seen + [row for row in rows if not known(row)])[: spec.option("most", MOST)]


def side(row: dict) -> tuple[float, float]:
    """How far a bar reaches to the left and right of the neutral middle, in per cent."""
    return -(row["unf"] + row["neu"] / 2), row["fav"] + row["neu"] / 2


def reach(rows: list[dict]) -> tuple[float, float]:
    """The ends of the widest bars, in per cent."""
    ends = [side(row) for row in rows if known(row)] or [(-50.0, 50.0)]
    return min(left for left, _ in ends), max(right for _, right in ends)


def city_text(row: dict, lang: str) -> str:
    """The city's favourable share, '' where it is not given."""
    if row.get("city") is None:
        return ""
    return f"{text('figure.city', lang)} {number(row['city'])}%"
