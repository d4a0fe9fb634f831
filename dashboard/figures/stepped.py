"""What a step curve shows, whatever draws it: where its steps stand, its years, its ends and their words."""

from dashboard.figures.palette import FOCUS, MUTED, SECOND
from dashboard.figures.scale import Scale, even
from dashboard.figures.series import by_member
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import absent, hidden, unit_value

YEAR = 365.25  # days
COLOURS = (FOCUS, SECOND, MUTED)


def curves(spec: FigureSpec) -> list[tuple[list[dict], str]]:
    """(rows, colour) of every member that is shown, the first in focus."""
    return [(rows, COLOURS[at]) for at, rows in enumerate(by_member(spec.rows()).values()) if not hidden(rows[-1])]


def steps(rows: list[dict], column: str) -> list[tuple[float, float]]:
    """Corners of a curve as (years, value): level until the next step."""
    known = [(row["days"] / YEAR, row[column]) for row in rows if row.get(column) is not None]
    return [
        corner for at, point in enumerate(known) for corner in ([(point[0], known[at - 1][1])] if at else []) + [point]
    ]


def band(rows: list[dict]) -> list[tuple[float, float]]:
    """Outline of the 95 % band; [] without an interval."""
    return steps(rows, "lo") + steps(rows, "hi")[::-1]


def last_year(spec: FigureSpec) -> float:
    """The right end of the axis, in years."""
    return max((row["days"] / YEAR for row in spec.rows() if not hidden(row)), default=1.0)


def scale_of(spec: FigureSpec) -> Scale:
    """A scale from zero on which every curve and band fits."""
    ends = [
        row[name] for rows, _ in curves(spec) for row in rows for name in ("value", "hi") if row.get(name) is not None
    ]
    return even(0, max(ends, default=1.0))


def end_words(spec: FigureSpec, row: dict) -> str:
    """What stands at the end of a curve: its value and its name."""
    return f"{unit_value(row['value'], spec.measure, spec.lang)} {row['label']}"


def absences(spec: FigureSpec) -> list[str]:
    """Name and word of every curve that cannot be shown."""
    last = [rows[-1] for rows in by_member(spec.rows()).values()]
    return [f"{row['label']} {absent(row, spec.lang)}" for row in last if hidden(row)]


def kept_apart(places: list[float], least: float) -> list[float]:
    """Places along an axis moved so that neighbours stand `least` apart, their order and middle kept."""
    order = sorted(range(len(places)), key=places.__getitem__)
    moved = [places[at] for at in order]
    for at in range(1, len(moved)):
        moved[at] = max(moved[at], moved[at - 1] + least)
    shift = (sum(moved) - sum(places)) / max(len(places), 1)
    return [moved[order.index(at)] - shift for at in range(len(places))]
