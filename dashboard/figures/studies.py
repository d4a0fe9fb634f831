"""What an event study shows, whatever draws it: its ends, its policy line, its words."""

from dashboard.figures.scale import tick_text
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import absent, hidden
from dashboard.i18n import signed, text

SURVEYS = "surveys"
EDGE = 0.5  # periods before the first and after the last


def first_and_last(rows: list[dict]) -> tuple[float, float]:
    """The ends of the axis, in periods."""
    times = [row["event_time"] for row in rows] or [0]
    return min(times) - EDGE, max(times) + EDGE


def ends_before(rows: list[dict]) -> float:
    """Where the policy line stands: half a period after the last one before the policy."""
    before = [row["event_time"] for row in rows if row["is_pre"]]
    return max(before) + EDGE if before else first_and_last(rows)[0]


def is_reference(row: dict) -> bool:
    """The period the others are compared with: 0 by construction, without an interval."""
    return not hidden(row) and row["value"] == 0 and row.get("lo") is None


def printed(row: dict, spec: FigureSpec) -> str:
    """The difference with its sign, or the word for its absence."""
    return absent(row, spec.lang) if hidden(row) else signed(row["value"], spec.measure.decimals)


def time_text(spec: FigureSpec, time: float) -> str:
    """A period in words. Option counted: surveys where periods are surveys, else years."""
    key = "figure.event_study.survey" if spec.option("counted") == SURVEYS else "figure.event_study.time"
    return text(key, spec.lang, time=tick_text(time, sign=True))


def axis_words(spec: FigureSpec) -> list[str]:
    """What the axis counts, what is compared with, and what the whiskers are."""
    lang = spec.lang
    in_surveys = "_surveys" if spec.option("counted") == SURVEYS else ""
    given = spec.option("reference", next((row["event_time"] for row in spec.rows() if is_reference(row)), None))
    parts = [text("figure.event_study.whiskers", lang), text(f"figure.event_study.axis{in_surveys}", lang)]
    if given is not None:
        parts.append(text(f"figure.event_study.compared{in_surveys}", lang, time=tick_text(given, sign=True)))
    return parts
