"""Trend 折れ線: one member over the survey years with its band; gaps, breaks and events are marked, not drawn over.

Frame: rows of one member with fiscal_year, value, lo, hi, status; optional label, n, aggregate_only.
Options: events [(place in fiscal years, label)], breaks [(fiscal_year, kind)], not_held [fiscal_year],
compare (frame with label, fiscal_year, value, status: drawn in grey); at most four labels are set.
"""

import math

from dashboard.figures.flags import Flag, flags
from dashboard.figures.lettering import width
from dashboard.figures.palette import CONTEXT, FOCUS, MUTED, PAGE, SECOND
from dashboard.figures.scale import Scale, tick_text, value_scale
from dashboard.figures.screen import timeline
from dashboard.figures.screen.base import axis, figure, line, note, safe
from dashboard.figures.screen.series import path, traces
from dashboard.figures.series import marks, merged, runs, shown
from dashboard.figures.spec import FigureSpec, plain_rows
from dashboard.figures.years import every_year
from dashboard.i18n import number

END_GAP = 9  # px between the last point and its value
END_SIZE = 20
EDGE = 0.5  # years before the first and after the last: the whole fiscal year, so that its events have a place
BOTTOM = {"ja": 42, "en": 24}


def draw(spec: FigureSpec) -> dict:
    """The figure as a plain Plotly dict."""
    rows, lang, scale = spec.rows(), spec.lang, value_scale(spec)
    breaks = spec.option("breaks", [])
    not_held = spec.option("not_held", [])
    years = [row["fiscal_year"] for row in rows] + list(not_held)
    first, last = (min(years), max(years)) if years else (0, 1)
    ends = end_labels(spec, rows, scale)
    left, right = left_margin(scale, lang), right_margin(ends, lang)
    wide = max(spec.width - left - right, 1) / (last - first + 2 * EDGE)
    events = [event for event in spec.option("events", []) if first - EDGE <= event[0] <= last + EDGE]
    found = flags(events, breaks, lang)
    used = timeline.placed(found, lang, lambda at: (at - first + EDGE) * wide, wide * (last - first + 2 * EDGE) + right)
    texts = mark_notes(marks(rows, not_held, lang), lang, wide, scale.low, (first, last))
    data = compared(spec) + traces(rows, spec.measure, lang, [year for year, _ in breaks])
    ticks = timeline.ticks(every_year(first, last, lang))
    return figure(
        spec, data, {"l": left, "r": right, "t": max(used * timeline.ROW + 2, 6), "b": BOTTOM[lang]},
        annotations=texts + ends + [flag_note(flag, lang) for flag in found],
        shapes=[shape for flag in found for shape in flag_lines(flag)],
        xaxis=axis(lang, range=[first - EDGE, last + EDGE], showline=True, **ticks),
        yaxis=value_axis(scale, lang),
    )  # fmt: skip


def value_axis(scale: Scale, lang: str, **more: object) -> dict:
    """The vertical axis with the scale's own ticks."""
    ticks = {"tickvals": list(scale.ticks), "ticktext": [*map(tick_text, scale.ticks)], "showgrid": True}
    return axis(lang, range=[scale.low, scale.high], **ticks, **more)


def left_margin(scale: Scale, lang: str) -> int:
    """Room for the tick labels, in px."""
    return math.ceil(max((width(tick_text(tick), lang) for tick in scale.ticks), default=0)) + 6


def right_margin(ends: list[dict], lang: str) -> int:
    """Room for what stands at the line ends, in px."""
    runs_to = [end["xshift"] + width(plain(end["text"]), lang, end["font"]["size"]) for end in ends]
    return math.ceil(max(runs_to, default=8)) - 4


def plain(text: str) -> str:
    """A text without its bold marks."""
    return text.replace("<b>", "").replace("</b>", "")


def compared(spec: FigureSpec) -> list[dict]:
    """The comparison line, grey, beneath."""
    compare = spec.option("compare")
    rows = [] if compare is None else plain_rows(compare)
    cuts = [year for year, _ in spec.option("breaks", [])]
    return [path(run, CONTEXT, {}, 1.5) for run in runs(rows, cuts)]


def end_labels(spec: FigureSpec, rows: list[dict], scale: Scale) -> list[dict]:
    """The value at the line end, bold, and that of the comparison beside it, kept apart."""
    decimals, lang, seen = spec.measure.decimals, spec.lang, shown(rows)
    place = {"xanchor": "left", "xshift": END_GAP, "yanchor": "middle"}
    ends = []
    if seen:
        last = seen[-1]
        value = f"<b>{number(last['value'], decimals)}</b>"
        ends.append(note(lang, value, END_SIZE, FOCUS, x=last["fiscal_year"], y=last["value"], **place))
    compare = spec.option("compare")
    behind = [] if compare is None else shown(plain_rows(compare))
    if behind:
        last = behind[-1]
        value = f"{safe(last.get('label') or '')} {number(last['value'], decimals)}".strip()
        shift = apart(ends, last["value"], scale, spec.height)
        at = {"x": last["fiscal_year"], "y": last["value"], "yshift": shift}
        ends.append(note(lang, value, 14, MUTED, **at, **place))
    return ends


def apart(ends: list[dict], value: float, scale: Scale, height: float) -> float:
    """By how many px the second label must move so that the two stand 22 px apart."""
    if not ends:
        return 0
    distance = (value - ends[0]["y"]) / (scale.high - scale.low) * (height - 50)
    wanted = 22 if distance > 0 else -22
    return 0 if abs(distance) >= 22 else round(wanted - distance, 1)


def mark_notes(words: dict[int, str], lang: str, wide: float, base: float, ends: tuple[int, int]) -> list[dict]:
    """Words on the axis under the years without a value, kept inside the plot; two that touch stand in two rows.

    wide: px a year; base: foot of the axis; ends: first and last year.
    """
    texts, reach, lifted = [], float("-inf"), False
    for middle, word in merged(words):
        half = width(word, lang) / 2 / wide
        at = min(max(middle, ends[0] - EDGE + half), ends[1] + EDGE - half)
        lifted = at - half < reach and not lifted
        reach = at + half
        place = {"x": at, "y": base, "yanchor": "bottom", "yshift": 20 if lifted else 1}
        texts.append(note(lang, word, 14, MUTED, bgcolor=PAGE, borderpad=0, **place))
    return texts


def flag_note(flag: Flag, lang: str) -> dict:
    """The label of an event or break, above the plot beside its line."""
    side = {"xanchor": "right", "xshift": -3} if flag.left else {"xanchor": "left", "xshift": 3}
    color = MUTED if flag.broken else SECOND
    place = {"x": flag.at, "yref": "paper", "y": 1, "yanchor": "bottom", "yshift": flag.row * timeline.ROW}
    return note(lang, safe(flag.label), 14, color, **place, **side)


def flag_lines(flag: Flag) -> list[dict]:
    """The upright line of an event (dotted) or break (dashed), up to its label."""
    style = {"color": MUTED, "dash": "dash"} if flag.broken else {"color": SECOND, "dash": "dot"}
    at, up = flag.at, (flag.row + 1) * timeline.ROW - 2
    stub = {"yref": "paper", "ysizemode": "pixel", "yanchor": 1}
    return [line(at, at, 0, 1, yref="paper", **style), line(at, at, 0, up, **stub, **style)]
