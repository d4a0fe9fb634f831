"""Shares by their denominator between limits; frame and option: see dashboard.figures.funnel."""

from dashboard.figures.funnel import GAP, NARROWER, WIDER, Funnel, Name
from dashboard.figures.lettering import wrap
from dashboard.figures.palette import AXIS, CONTEXT, FOCUS, GRID, MUTED, SECOND
from dashboard.figures.screen.base import axis, figure, hidden_axis, hover_points, note, safe
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import absent, unit_value
from dashboard.i18n import number, text

LEFT, RIGHT, TOP, FOOT, LINE = 34, 6, 24, 46, 17  # px
HALO = "rgba(255,255,255,.8)"


def draw(spec: FigureSpec) -> dict:
    """The figure as a plain Plotly dict."""
    funnel, lang = Funnel(spec), spec.lang
    if not funnel.rows:
        words = note(lang, safe(absent({}, lang)), 16, MUTED, xref="paper", yref="paper", x=0.5, y=0.5)
        return figure(spec, [hover_points([], [], [])], {}, annotations=[words, *beneath(funnel, [])],
                      xaxis=hidden_axis(0, 1), yaxis=hidden_axis(0, 1))  # fmt: skip
    x, y = funnel.across, funnel.upward
    below = [part for whole in told(funnel) for part in wrap(whole, spec.width - 8, lang)]
    foot = FOOT + LINE * len(below)
    data = [curve(funnel, name, CONTEXT, "dot") for name in NARROWER] + [curve(funnel, name, AXIS) for name in WIDER]
    data += [curve(funnel, "overall", AXIS, "dash"), points(funnel)]
    return figure(
        spec, data, {"l": LEFT, "r": RIGHT, "t": TOP, "b": foot},
        annotations=[*captions(funnel), *beneath(funnel, below), *(named(one, lang) for one in funnel.names())],
        xaxis=axis(lang, range=[x.low, x.high], tickvals=list(x.ticks), ticktext=[number(tick) for tick in x.ticks],
                   showline=True),
        yaxis=axis(lang, range=[y.low, y.high], tickvals=list(y.ticks), ticktext=[number(tick) for tick in y.ticks],
                   showgrid=True, gridcolor=GRID),
    )  # fmt: skip


def curve(funnel: Funnel, name: str, colour: str, dash: str = "solid") -> dict:
    """A limit, or the share of all."""
    xs, ys = zip(*funnel.curve(name), strict=True)
    style = {"color": colour, "width": 1.5, "dash": dash}
    return {"type": "scatter", "mode": "lines", "x": list(xs), "y": list(ys), "line": style, "hoverinfo": "skip"}


def points(funnel: Funnel) -> dict:
    """A point an area; beyond the limits in focus."""
    far = [row["beyond"] is not None for row in funnel.rows]
    return {
        "type": "scatter", "mode": "markers", "hoverinfo": "text", "text": [hover(row, funnel) for row in funnel.rows],
        "x": [row["denominator"] for row in funnel.rows], "y": [row["value"] for row in funnel.rows],
        "marker": {
            "size": [8 if one else 6 for one in far], "opacity": 0.8,
            "color": [FOCUS if one else CONTEXT for one in far],
        },
    }  # fmt: skip


def hover(row: dict, funnel: Funnel) -> str:
    """Name, share, the share drawn towards all, and the denominator."""
    measure, lang = funnel.spec.measure, funnel.lang
    smoothed = text("figure.funnel.smoothed", lang, value=unit_value(row["smoothed"], measure, lang))
    of = text("figure.funnel.of", lang, of=funnel.spec.option("of", ""), value=number(row["denominator"]))
    return "<br>".join([f"<b>{safe(row['label'])}</b>", unit_value(row["value"], measure, lang), smoothed, safe(of)])


def named(one: Name, lang: str) -> dict:
    """A name beside its point."""
    place = {"x": one.row["denominator"], "y": one.row["value"], "xanchor": one.side, "yanchor": "middle"}
    shift = GAP if one.side == "left" else -GAP
    return note(lang, safe(one.words), 14, SECOND, bgcolor=HALO, borderpad=0, xshift=shift, **place)


def captions(funnel: Funnel) -> list[dict]:
    """What runs upward and across."""
    place = {"xref": "paper", "yref": "paper"}
    words = funnel.words
    return [
        note(funnel.lang, safe(words["upward"]), 14, MUTED, x=0, y=1, xanchor="left", yanchor="bottom", xshift=-LEFT,
             yshift=2, **place),
        note(funnel.lang, safe(words["across"]), 14, MUTED, x=1, y=0, xanchor="right", yanchor="top", yshift=-20,
             **place),
    ]  # fmt: skip


def told(funnel: Funnel) -> list[str]:
    """What the lines are, and how many have no point."""
    return [words for words in (funnel.words["lines"], funnel.words["absent"]) if words]


def beneath(funnel: Funnel, lines: list[str]) -> list[dict]:
    """The lines under the figure."""
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 0, "xanchor": "left", "xshift": -LEFT if lines else 0}
    words = "<br>".join(map(safe, lines or [funnel.words["absent"]]))
    up = {"yanchor": "top", "yshift": -42} if lines else {"yanchor": "bottom"}
    return [note(funnel.lang, words, 14, MUTED, align="left", **place, **up)] if words else []
