"""Event study on paper; frame and options as in dashboard.figures.screen.event_study."""

from dashboard.figures.lettering import shortened
from dashboard.figures.palette import FOCUS, GRID, INK, MUTED, PAGE, PANEL, SECOND
from dashboard.figures.paper.lines import ticks_width
from dashboard.figures.paper.sheet import BODY, DASHED, Axis, Sheet, leading
from dashboard.figures.paper.typeface import width
from dashboard.figures.scale import Scale, difference_scale, tick_text
from dashboard.figures.spec import FigureSpec
from dashboard.figures.studies import axis_words, ends_before, first_and_last, is_reference, printed
from dashboard.figures.words import hidden
from dashboard.i18n import text

GAP, CAP, DOT = 1.0, 0.9, 2.2  # mm: beside the policy line, half a whisker's cap, a dot


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet."""
    rows, scale = spec.rows(), difference_scale(spec)
    first, last = first_and_last(rows)
    below = note_lines(axis_words(spec), sheet.width, spec.lang)
    foot = sheet.height - (len(below) + 1) * leading() - 1.6
    at = Axis(first, last, ticks_width(scale, sign=True), sheet.width)
    up = Axis(scale.low, scale.high, foot, leading() + 0.8)
    ground(sheet, spec, scale, at, up)
    for row in rows:
        sheet.say(at(row["event_time"]), foot + 0.6, tick_text(row["event_time"], sign=True), at="center", up="top")
        estimate(sheet, row, spec, at(row["event_time"]), up)
    sheet.say(sheet.width, sheet.height, below, at="right", colour=MUTED, up="bottom")


def note_lines(parts: list[str], room: float, lang: str) -> list[str]:
    """Parts of a note in as few lines as they need; none is broken."""
    stop, found = ("。" if lang == "ja" else "; "), [parts[0]]
    for part in parts[1:]:
        longer = stop.join([found[-1], part])
        found[-1:] = [longer] if width(longer, BODY) <= room else [found[-1], part]
    return found


def ground(sheet: Sheet, spec: FigureSpec, scale: Scale, at: Axis, up: Axis) -> None:
    """The years before shaded, the grid, the zero line, the policy line and what stands on either side of it."""
    start, top = at(ends_before(spec.rows())), up.end
    sheet.box(at.start, top, start - at.start, up.start - top, PANEL)
    for tick in scale.ticks:
        ink, wide = (INK, 1.0) if tick == 0 else (GRID, 0.6)
        sheet.line([(at.start, up(tick)), (at.end, up(tick))], ink, wide)
        sheet.say(at.start - 1.2, up(tick), tick_text(tick, sign=True), at="right", colour=MUTED)
    sheet.line([(start, top - 0.6), (start, up.start)], SECOND, 1.4, DASHED)
    policy = spec.option("policy", text("figure.event_study.policy", spec.lang))
    room = sheet.width - start - GAP
    policy = shortened(policy, room, spec.lang, ruler=lambda line: width(line, BODY, True))
    sheet.say(start + GAP, top - 0.4, policy, bold=True, colour=SECOND, up="bottom")
    before = text("figure.event_study.before", spec.lang)
    sheet.say(start - GAP, top - 0.4, before, at="right", colour=MUTED, up="bottom")


def estimate(sheet: Sheet, row: dict, spec: FigureSpec, x: float, up: Axis) -> None:
    """A capped whisker, its dot, and the number over it; the reference hollow; a word where there is no number."""
    words = printed(row, spec)
    if hidden(row):
        x = min(x, sheet.width - width(words, BODY) / 2)
        sheet.say(x, up(0) - 0.5, words, at="center", colour=MUTED, up="bottom")
        return
    if row["lo"] is not None:
        sheet.line([(x, up(row["lo"])), (x, up(row["hi"]))], FOCUS, 1.4)
        for end in (row["lo"], row["hi"]):
            sheet.line([(x - CAP, up(end)), (x + CAP, up(end))], FOCUS, 1.4)
    if is_reference(row):
        sheet.dot(x, up(row["value"]), DOT, PAGE, FOCUS, 1.4)
        return
    sheet.dot(x, up(row["value"]), DOT, FOCUS)
    high = row["value"] if row["hi"] is None else row["hi"]
    ink = MUTED if row["is_pre"] else FOCUS
    sheet.say(x, up(high) - 0.4, words, at="center", bold=True, colour=ink, up="bottom")
