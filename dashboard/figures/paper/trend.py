"""Trend on paper; frame and options as in dashboard.figures.screen.trend.

Beyond the screen: the interval stands under the last value, and the value before it is printed, so that the change can
be checked by eye.
"""

from dataclasses import dataclass

from dashboard.figures.flags import flags
from dashboard.figures.palette import FOCUS, MUTED
from dashboard.figures.paper import lines
from dashboard.figures.paper.sheet import BODY, VALUE, Axis, Sheet, leading
from dashboard.figures.paper.typeface import width
from dashboard.figures.scale import axis_note, value_scale
from dashboard.figures.series import marks, runs, shown
from dashboard.figures.spec import FigureSpec, plain_rows
from dashboard.figures.words import range_text
from dashboard.i18n import number

END_GAP = 2.2  # mm from the last point to its value


@dataclass
class End:
    """What stands at the end of a line: lines of (words, size, bold, colour) around `y` (mm)."""

    y: float
    lines: list[tuple[str, float, bool, str]]

    @property
    def height(self) -> float:
        return sum(leading(size) for _, size, _, _ in self.lines)

    @property
    def width(self) -> float:
        return max(width(words, size, bold) for words, size, bold, _ in self.lines)


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet."""
    rows, lang, scale = spec.rows(), spec.lang, value_scale(spec)
    cuts, not_held = spec.option("breaks", []), spec.option("not_held", [])
    years = [row["fiscal_year"] for row in rows] + list(not_held)
    first, last = (min(years), max(years)) if years else (0, 1)
    ends = end_labels(spec, rows)
    left, right = lines.ticks_width(scale), sheet.width - max([3, *(end.width + END_GAP - 1 for end in ends)])
    axis = lines.year_axis(sheet, first, last, left, right)
    at, foot = axis.at, axis.foot
    events = [event for event in spec.option("events", []) if at.low <= event[0] <= at.high]
    found = flags(events, cuts, lang)
    top = max(lines.rows_of(found, at, sheet.width) * lines.ROW, 2)
    up = Axis(scale.low, scale.high, foot, top)
    lines.value_grid(sheet, scale, up, (left, right))
    lines.year_labels(sheet, axis.labels, at, foot, not_held)
    lines.uprights(sheet, found, at, top, foot)
    lines.course(sheet, rows, at, up, [year for year, _ in cuts], behind=compared(spec))
    lines.axis_words(sheet, marks(rows, not_held, lang), at, foot)
    print_ends(sheet, ends, at(shown(rows)[-1]["fiscal_year"]) if shown(rows) else right, up, (top, foot))
    before(spec, sheet, at, up, top)
    cut_note(spec, sheet, foot)


def compared(spec: FigureSpec) -> list[dict]:
    """Rows of the comparison, drawn in grey."""
    compare = spec.option("compare")
    return [] if compare is None else plain_rows(compare)


def end_labels(spec: FigureSpec, rows: list[dict]) -> list[End]:
    """The last value, bold, over its interval; that of the comparison, muted. `y` is still a value."""
    decimals, lang, found = spec.measure.decimals, spec.lang, []
    for last in shown(rows)[-1:]:
        told = [(number(last["value"], decimals), VALUE, True, FOCUS)]
        interval = range_text(last.get("lo"), last.get("hi"), decimals, lang)
        found.append(End(last["value"], told + ([(interval, BODY, False, MUTED)] if interval else [])))
    for last in shown(compared(spec))[-1:]:
        words = f"{last.get('label') or ''} {number(last['value'], decimals)}".strip()
        found.append(End(last["value"], [(words, BODY, False, MUTED)]))
    return found


def print_ends(sheet: Sheet, ends: list[End], x: float, up: Axis, room: tuple[float, float]) -> None:
    """Set the labels at the line ends, kept apart and between the top and foot of the plot."""
    for end in ends:
        end.y = min(max(up(end.y), room[0] + end.height / 2 - 0.5), room[1] - end.height / 2)
    if len(ends) == 2:
        need = (ends[0].height + ends[1].height) / 2
        if abs(ends[1].y - ends[0].y) < need:
            above = ends[1].y < ends[0].y and ends[0].y - need - ends[1].height / 2 >= room[0] - 0.5
            ends[1].y = ends[0].y + (-need if above else need)
    for end in ends:
        y = end.y - end.height / 2
        for words, size, bold, colour in end.lines:
            sheet.say(x + END_GAP, y, words, size=size, bold=bold, colour=colour, up="top")
            y += leading(size)


def before(spec: FigureSpec, sheet: Sheet, at: Axis, up: Axis, top: float) -> None:
    """The value before the last one, where the two are joined: over its band, or under it at the top of the plot."""
    cuts = [year for year, _ in spec.option("breaks", [])]
    joined = [run for run in runs(spec.rows(), cuts) if len(run) > 1 and run[-1] == shown(spec.rows())[-1]]
    for row in (run[-2] for run in joined):
        low, high = (row["value"] if row.get(end) is None else row[end] for end in ("lo", "hi"))
        fits = up(high) - 0.8 - leading() >= top - 0.5
        y, side = (up(high) - 0.8, "bottom") if fits else (up(low) + 0.8, "top")
        words = number(row["value"], spec.measure.decimals)
        sheet.say(at(row["fiscal_year"]), y, words, at="center", bold=True, colour=FOCUS, up=side)


def cut_note(spec: FigureSpec, sheet: Sheet, foot: float) -> None:
    """An axis that does not start at zero says so, unless the words beside the headline do."""
    said = axis_note(spec)
    if said and said not in spec.subtitle:
        sheet.say(sheet.width, foot - leading() * 1.6, said, at="right", colour=MUTED, up="bottom")
