"""Labels of an axis of fiscal years: the era where it opens, the western year where it helps."""

from dashboard.i18n.numerals import era

Label = tuple[int, list[str]]  # year, lines


def short_year(year: int, lang: str, with_era: bool) -> str:
    """平28 or 29, 令元 or 2; 2016 or 17."""
    if lang == "en":
        return str(year) if with_era else f"{year % 100:02d}"
    name, count = era(year)
    return (name[0] if with_era else "") + ("元" if count == 1 else str(count))


def opens_era(year: int) -> bool:
    """Whether a new era opens in this fiscal year."""
    return era(year)[0] != era(year - 1)[0]


def every_year(first: int, last: int, lang: str, western: bool = False) -> list[Label]:
    """A label a year; the western year under both ends and under a new era, or under every one (western)."""
    years = range(first, last + 1)
    if lang == "en":
        return [(year, [short_year(year, lang, western or year == first)]) for year in years]
    labels = []
    for year in years:
        opens = year == first or opens_era(year)
        below = [str(year)] if western or opens or year == last else []
        labels.append((year, [short_year(year, lang, opens), *below]))
    return labels


def few_years(first: int, last: int, lang: str, count: int) -> list[Label]:
    """First and last year and some between, each with its era, for narrow panels."""
    years = sorted({first + (last - first) * k // (count - 1) for k in range(count)})
    return [(year, [short_year(year, lang, lang == "ja" or year == first)]) for year in years]
