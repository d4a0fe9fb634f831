"""The words of counts: parts of a whole, days, months, amounts as they were reported."""

from babel.dates import get_month_names

from dashboard.i18n import number, text

DECIDED = 4  # from this stage on a study is completed, and counts are parts of the completed


def share(row: dict, lang: str) -> str:
    """研究62件中46件, or 完了46件中17件, of a stage; never a bare percentage."""
    completed = row["stage_no"] >= DECIDED
    key = "of_completed" if completed else "of_projects"
    of = row["completed" if completed else "projects"]
    return text(f"figure.pipeline.{key}", lang, of=number(of), count=number(row["reached"]))


def now(row: dict, lang: str) -> str:
    """How many studies are in a stage now; '' where none is."""
    return text("figure.pipeline.now", lang, count=number(row["current"])) if row["current"] else ""


def days(row: dict, lang: str) -> str:
    """Median of the days in a stage; '' where it has no end."""
    if row["median_days"] is None:
        return ""
    return text("figure.pipeline.median", lang, days=number(row["median_days"]))


def most(rows: list[dict], column: str) -> int:
    """The count whose bar is the longest, at least 1."""
    return max((row[column] for row in rows if row[column] is not None), default=0) or 1


def month_name(day: object, lang: str) -> str:
    """4 or Apr."""
    month = int(str(day)[5:7])
    return str(month) if lang == "ja" else get_month_names("abbreviated", locale="en")[month]


def amount(value: float | None) -> str:
    """A number as it was reported, '-' where there is none."""
    return "-" if value is None else number(value, 0 if float(value).is_integer() else 1)


def places(row: dict) -> dict[str, float | None]:
    """Where baseline, target and actual stand on their own track, 0 to 1 and better to the right; {} where nothing
    was reached. None for a missing target."""
    names = ("baseline", "target", "actual")
    known = [row[name] for name in names if row[name] is not None]
    if row["actual"] is None or row["baseline"] is None:
        return {}
    return {name: place(row[name], min(known), max(known), row["direction"]) for name in names}


def place(value: float | None, low: float, high: float, direction: str) -> float | None:
    """Place of a value between the ends of its track; the middle where nothing differs."""
    if value is None:
        return None
    share_of = 0.5 if high == low else (value - low) / (high - low)
    return 1 - share_of if direction == "down" else share_of
