"""One member over the survey years: which rows are shown, which may be joined, and why a year has no point."""

from collections.abc import Iterable

from dashboard.figures.words import NAMED, hidden
from dashboard.i18n import text


def shown(rows: Iterable[dict]) -> list[dict]:
    """Rows that have a number to show, oldest first."""
    return sorted((row for row in rows if not hidden(row)), key=lambda row: row["fiscal_year"])


def runs(rows: list[dict], cuts: Iterable[int] = ()) -> list[list[dict]]:
    """Rows parted where a year lies between two of them or a break falls on the later one."""
    cut_years, parted = set(cuts), []
    for row in shown(rows):
        year = row["fiscal_year"]
        joined = parted and year - parted[-1][-1]["fiscal_year"] == 1 and year not in cut_years
        if joined:
            parted[-1].append(row)
        else:
            parted.append([row])
    return parted


def with_interval(run: list[dict]) -> list[list[dict]]:
    """Stretches of a run whose rows all have an interval."""
    stretches, open_ = [], False
    for row in run:
        if row.get("lo") is None or row.get("hi") is None:
            open_ = False
        elif open_:
            stretches[-1].append(row)
        else:
            stretches.append([row])
            open_ = True
    return stretches


def is_hollow(row: dict) -> bool:
    """A point known only as an aggregate, without an interval (集計値のみ)."""
    return bool(row.get("aggregate_only")) and row.get("lo") is None


def marks(rows: list[dict], not_held: list[int], lang: str) -> dict[int, str]:
    """Why a year has no point, or a point no interval: year -> 未実施, 秘匿, データなし or 集計値のみ."""
    words = {row["fiscal_year"]: NAMED.get(row.get("status"), "figure.no_data") for row in rows if hidden(row)}
    words |= {row["fiscal_year"]: "figure.aggregate_only" for row in rows if not hidden(row) and is_hollow(row)}
    words |= dict.fromkeys(not_held, "figure.not_held")
    return {year: text(key, lang) for year, key in sorted(words.items())}


def merged(words: dict[int, str]) -> list[tuple[float, str]]:
    """Neighbouring years of one word share it: [(middle of the years, word)]."""
    groups: list[tuple[list[int], str]] = []
    for year, word in words.items():
        if groups and groups[-1][1] == word and year - groups[-1][0][-1] == 1:
            groups[-1][0].append(year)
        else:
            groups.append(([year], word))
    return [(sum(years) / len(years), word) for years, word in groups]


def by_member(rows: list[dict]) -> dict[str, list[dict]]:
    """Rows of every member, in the order they come."""
    groups: dict[str, list[dict]] = {}
    for row in rows:
        groups.setdefault(row["member"], []).append(row)
    return groups
