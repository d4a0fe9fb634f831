"""Event study: the difference period by period before and after a policy, with its 95 % interval.

Frame: one row a period in order with event_time (whole periods from the first one under the policy, 0), value, lo, hi
(in the measure's difference unit), is_pre; optional status (表示 where left out), n. The reference period has value 0
and neither lo nor hi: it is what the others are compared with, and is drawn hollow.
Options: policy, the words at the policy line; reference, the event time compared with (default: that row's).
The zero line is what no difference looks like; the policy line stands before the first period that is not is_pre.
"""

from dashboard.figures.lettering import width
from dashboard.figures.palette import FOCUS, GRID, INK, MUTED, PAGE, PANEL, SECOND
from dashboard.figures.scale import difference_scale, tick_text
from dashboard.figures.screen.base import axis, box, figure, line, note, safe
from dashboard.figures.spec import FigureSpec
from dashboard.figures.studies import axis_words, ends_before, first_and_last, is_reference, printed, time_text
from dashboard.figures.words import hidden, interval_text, joined
from dashboard.i18n import number, signed, text

TOP, BOTTOM, GAP = 26, 46, 6  # px
CAP = 0.07  # periods, half the cap of a whisker


def draw(spec: FigureSpec) -> dict:
    """The figure as a plain Plotly dict."""
    rows, lang, scale = spec.rows(), spec.lang, difference_scale(spec)
    first, last = first_and_last(rows)
    start = ends_before(rows)
    left = max(width(tick_text(tick, sign=True), lang) for tick in scale.ticks) + 6
    shapes = [
        box(first, start, scale.low, scale.high, PANEL),
        line(first, last, 0, 0, INK, wide=1.5),
        line(start, start, 0, 1, SECOND, yref="paper", dash="dash", wide=2),
    ]
    times = [row["event_time"] for row in rows]
    return figure(
        spec, [whiskers(rows), points(rows, spec)], {"l": left, "t": TOP, "b": BOTTOM},
        annotations=[*values(rows, spec), *names(spec, start), note_below(spec)], shapes=shapes,
        xaxis=axis(lang, range=[first, last], tickvals=times, ticktext=[tick_text(time, sign=True) for time in times]),
        yaxis=axis(lang, range=[scale.low, scale.high], tickvals=list(scale.ticks), showgrid=True, gridcolor=GRID,
                   ticktext=[tick_text(tick, sign=True) for tick in scale.ticks]),
    )  # fmt: skip


def whiskers(rows: list[dict]) -> dict:
    """The intervals, capped."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for row in rows:
        if hidden(row) or row["lo"] is None:
            continue
        at = row["event_time"]
        xs += [at - CAP, at + CAP, at, at, at - CAP, at + CAP, None]
        ys += [row["lo"], row["lo"], row["lo"], row["hi"], row["hi"], row["hi"], None]
    style = {"color": FOCUS, "width": 2}
    return {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": style, "hoverinfo": "skip"}


def points(rows: list[dict], spec: FigureSpec) -> dict:
    """The estimates; the reference hollow."""
    seen = [row for row in rows if not hidden(row)]
    fills = [PAGE if is_reference(row) else FOCUS for row in seen]
    return {
        "type": "scatter", "mode": "markers", "x": [row["event_time"] for row in seen],
        "y": [row["value"] for row in seen], "text": [told(row, spec) for row in seen], "hoverinfo": "text",
        "marker": {"size": 10, "color": fills, "opacity": 1, "line": {"color": FOCUS, "width": 2}},
    }  # fmt: skip


def told(row: dict, spec: FigureSpec) -> str:
    """Period, difference with its unit, interval, n."""
    lang, measure = spec.lang, spec.measure
    time = time_text(spec, row["event_time"])
    if is_reference(row):
        return f"{time}<br>{text('figure.event_study.reference', lang)}"
    amount = joined(signed(row["value"], measure.decimals), measure.difference[lang], lang)
    count = text("figure.n", lang, n=number(row["n"])) if row.get("n") is not None else ""
    interval = interval_text(row["lo"], row["hi"], measure.decimals, lang, sign=True)
    return "<br>".join(part for part in (f"{time} <b>{amount}</b>", interval, count) if part)


def values(rows: list[dict], spec: FigureSpec) -> list[dict]:
    """Each difference over its interval; the word where there is none to show, on the zero line."""
    found = []
    for row in rows:
        is_hidden = hidden(row)
        if not is_hidden and is_reference(row):
            continue
        top = 0 if is_hidden else row["value"] if row["hi"] is None else row["hi"]
        words = printed(row, spec)
        ink = MUTED if is_hidden or row["is_pre"] else FOCUS
        place = {"x": row["event_time"], "y": top, "yanchor": "bottom", "yshift": 2}
        found.append(note(spec.lang, words if is_hidden else f"<b>{words}</b>", 14, ink, **place))
    return found


def names(spec: FigureSpec, start: float) -> list[dict]:
    """What stands on either side of the policy line."""
    above = {"x": start, "yref": "paper", "y": 1, "yanchor": "bottom"}
    before = text("figure.event_study.before", spec.lang)
    policy = safe(spec.option("policy", text("figure.event_study.policy", spec.lang)))
    return [
        note(spec.lang, before, 14, MUTED, xanchor="right", xshift=-GAP, **above),
        note(spec.lang, f"<b>{policy}</b>", 14, SECOND, xanchor="left", xshift=GAP, **above),
    ]


def note_below(spec: FigureSpec) -> dict:
    """What the axis counts and what the whiskers are."""
    corner = {"xref": "paper", "yref": "paper", "x": 1, "y": 0, "xanchor": "right", "yanchor": "top", "yshift": -22}
    return note(spec.lang, ("。" if spec.lang == "ja" else "; ").join(axis_words(spec)), 14, MUTED, **corner)
