"""Scales with even steps, reckoned from the data; a scale that does not start at zero is told to the reader."""

import math
from dataclasses import dataclass

from dashboard.figures.flags import columns_of, has_hollow, panel_key
from dashboard.figures.spec import FigureSpec, plain_rows
from dashboard.figures.words import hidden, joined
from dashboard.i18n import number, signed, text

STEPS = (0.5, *(step * 10**power for power in range(7) for step in (1, 2, 2.5, 5) if power or step != 2.5))
LEAST = 2.5  # units that a scale spans at least: its ticks are whole numbers where few are wanted
ROOM_ABOVE = 0.1  # of the span, over the highest whisker for its number


@dataclass(frozen=True)
class Scale:
    """A stretch of an axis and its ticks, in the measure's unit."""

    low: float
    high: float
    ticks: tuple[float, ...]


def even(low: float, high: float, count: int = 4, below: float = 0) -> Scale:
    """A scale from a tick under `low`, at least `below` of the span beneath it, to a little above `high`."""
    span = max(high - low, LEAST)
    step = next((step for step in STEPS if span / step <= count), STEPS[-1])
    bottom = math.floor((low - below * span) / step) * step
    if low >= 0:
        bottom = max(bottom, 0)
    top = max(high + 0.06 * (high - bottom), bottom + 1.1 * step)
    ticks = tuple(bottom + k * step for k in range(int((top - bottom) / step) + 1))
    return Scale(bottom, top, ticks)


def value_scale(spec: FigureSpec) -> Scale:
    """The one vertical scale of a trend or of all small multiples: every value, interval and comparison fits."""
    compare = spec.option("compare")
    rows = spec.rows() + ([] if compare is None else plain_rows(compare))
    return of_rows(rows) if spec.kind == "multiples" else of_course(rows)


def of_course(rows: list[dict], count: int = 4) -> Scale:
    """The scale of one place over the years, with room for words on its axis; of a single year it starts at zero, for
    there is no course that a cut axis could show."""
    if len({row["fiscal_year"] for row in rows if not hidden(row)}) == 1:
        return of_rows(rows, count, also=(0.0,))
    return of_rows(rows, count, below=0.1)


def of_rows(rows: list[dict], count: int = 4, below: float = 0, also: tuple[float, ...] = ()) -> Scale:
    """A scale on which every value and interval fits. also: what must stand on it too; count, below: see even."""
    ends = [row[end] for row in rows for end in ("value", "lo", "hi") if not hidden(row) and row.get(end) is not None]
    return even(min(ends + [*also]), max(ends + [*also]), count, below) if ends else Scale(0, 100, (0, 50, 100))


def axis_note(spec: FigureSpec) -> str:
    """縦軸は50点から, or '' where the axis starts at zero. Only kinds with a vertical value axis have one."""
    if spec.kind not in ("trend", "multiples"):
        return ""
    low = value_scale(spec).low
    if low <= 0:
        return ""
    return text("figure.axis_from", spec.lang, value=joined(number(low), spec.measure.unit[spec.lang], spec.lang))


def notes(spec: FigureSpec) -> list[str]:
    """What a subtitle should add: a cut axis, hollow points, and signs that have no key on the figure itself."""
    said = [axis_note(spec)]
    if spec.kind == "multiples":
        said += crowded_key(spec)
    elif has_hollow(spec):
        said.append(text("figure.aggregate_note", spec.lang))
    return [note for note in said if note]


def crowded_key(spec: FigureSpec) -> list[str]:
    """The key of small multiples whose grid has no free place for it."""
    labels = {row["member"]: row["label"] for row in spec.rows()}
    order = spec.option("order", list(labels))
    if not order or len(order) % columns_of(len(order)):
        return []
    return panel_key(spec, labels.get(spec.option("reference", order[0]), ""))


def difference_scale(spec: FigureSpec) -> Scale:
    """The scale of differences with their intervals; zero is always on it, and a number has room over the highest."""
    ends = [row.get(end) for row in spec.rows() if not hidden(row) for end in ("value", "lo", "hi")]
    known = [0.0, *(end for end in ends if end is not None)]
    low, high = min(known), max(known)
    return even(low, high + ROOM_ABOVE * (high - low), count=6)


def panel_scale(panel: dict) -> Scale:
    """The scale of one panel of layers: of its line and what stands behind it; bars start at zero."""
    rows = plain_rows(panel["rows"])
    if panel["kind"] != "line":
        return even(0, max((row["completed"] for row in rows), default=1), count=2)
    behind = panel.get("behind")
    return of_course(rows + ([] if behind is None else plain_rows(behind)), count=3)


def tick_text(value: float, sign: bool = False) -> str:
    """A tick as it is printed: 54, 0.5, and with a sign +2, 0, −2."""
    decimals = 0 if float(value).is_integer() else 1
    return signed(value, decimals) if sign and value else number(value, decimals)
