"""One formatter for every number a person reads. Round last, half up; the minus is U+2212."""

from decimal import ROUND_HALF_UP, Decimal

MINUS = "−"
FIRST_HEISEI, FIRST_REIWA = 1989, 2019


def rounded(value: float, decimals: int = 0) -> Decimal:
    """`value` rounded half up (23.5 -> 24, 24.5 -> 25), away from zero for negative numbers.

    Ten decimals are kept first, so that 57.45 computed as 57.449999999999996 still rounds up.
    """
    steady = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-10), ROUND_HALF_UP)
    return steady.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def number(value: float, decimals: int = 0) -> str:
    """1234.5 -> '1,234.5', -0.4 -> '−0.4'; a value that rounds to zero carries no sign."""
    shown = rounded(value, decimals)
    return (MINUS if shown < 0 else "") + f"{abs(shown):,}"


def signed(value: float, decimals: int = 1) -> str:
    """+1.9, −3.4 or ±0.0: a change is never shown without its sign, and one that rounds to zero keeps its own.

    An interval from +0.04 to +5.9 excludes zero; ±0.0 would say that it does not.
    """
    shown = rounded(value, decimals)
    sign = "+" if value > 0 else MINUS if value < 0 else "±"
    return sign + f"{abs(shown):,}"


def ordinal(place: int, lang: str) -> str:
    """14 -> '14th' in English; Japanese sets its own counter after the number."""
    if lang == "ja":
        return number(place)
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{number(place)}{ending}"


def era(year: int) -> tuple[str, int]:
    """The era and era year that a fiscal year (April to March) is named by: 2019 -> 令和元年度."""
    if year >= FIRST_REIWA:
        return "令和", year - FIRST_REIWA + 1
    return "平成", year - FIRST_HEISEI + 1


def fiscal_year(year: int, lang: str, short: bool = False) -> str:
    """令和7年度（2025年度） / FY2025; short: 令和7年度 / FY2025."""
    if lang == "en":
        return f"FY{year}"
    name, count = era(year)
    japanese = f"{name}{'元' if count == 1 else count}年度"
    return japanese if short else f"{japanese}（{year}年度）"
