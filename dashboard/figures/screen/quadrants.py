"""Association and score: a point a heading or gap, a whisker for its share, dashed lines at the means.

Frame and option: see dashboard.figures.quadrants.
"""

from dashboard.figures.lettering import screen_ruler, wrap
from dashboard.figures.palette import AXIS, CONTEXT, FOCUS, GRID, INK, MUTED, PAGE
from dashboard.figures.quadrants import Name, Plane, Setting, mark_of
from dashboard.figures.screen.base import axis, figure, hidden_axis, hover_points, line, note, safe
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import interval_text
from dashboard.i18n import number, text

LEFT, RIGHT, TOP, FOOT = 30, 4, 42, 62  # px around the plot: ticks, two lines above, ticks and two lines below
LINE_HEIGHT, ROOM, REACH = 17, 112, 9  # px of a name's line: its height, its length; half a point's square
HALO = "rgba(255,255,255,.8)"


def draw(spec: FigureSpec) -> dict:
    """The figure as a plain Plotly dict."""
    plane, lang = Plane(spec), spec.lang
    if not plane.rows:
        nothing = [hover_points([], [], [])]
        notes = [instead(spec, plane)]
        return figure(spec, nothing, {}, annotations=notes, xaxis=hidden_axis(0, 1), yaxis=hidden_axis(0, 1))
    x, y = plane.across, plane.upward
    below = [part for whole in plane.beneath for part in wrap(whole, spec.width - 8, lang)]
    foot = FOOT + LINE_HEIGHT * len(below)
    setting = Setting(screen_ruler(lang, 14), LINE_HEIGHT, ROOM, REACH)
    names = plane.names(spec.width - LEFT - RIGHT, spec.height - TOP - foot, setting)
    notes = [*captions(spec), *footnotes(spec, below), *(named(one, lang) for one in names)]
    return figure(
        spec, [*whiskers(plane.rows), points(plane.rows, spec)], {"l": LEFT, "r": RIGHT, "t": TOP, "b": foot},
        annotations=notes, shapes=quarters(*plane.means),
        xaxis=axis(lang, range=[x.low, x.high], tickvals=list(x.ticks), ticktext=[number(tick) for tick in x.ticks],
                   showline=True, showgrid=True),
        yaxis=axis(lang, range=[y.low, y.high], tickvals=list(y.ticks), ticktext=[number(tick) for tick in y.ticks],
                   showgrid=True, gridcolor=GRID),
    )  # fmt: skip


def quarters(score: float, share: float) -> list[dict]:
    """The lines at the means."""
    upright = line(score, score, 0, 1, AXIS, yref="paper", dash="dash")
    return [upright, line(0, 1, share, share, AXIS, xref="paper", dash="dash")]


def whiskers(rows: list[dict]) -> list[dict]:
    """The intervals of the shares."""
    ends = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "line": {"color": CONTEXT, "width": 2}}
    return [{**ends, "x": [row["value"]] * 2, "y": [row["share_lo"], row["share_hi"]]} for row in rows]


def points(rows: list[dict], spec: FigureSpec) -> dict:
    """A circle a heading, a diamond a gap, hollow where no direction is good."""
    marks = [mark_of(row) for row in rows]
    plain = [mark == "plain" for mark in marks]
    return {
        "type": "scatter", "mode": "markers", "hoverinfo": "text", "text": [told(row, spec) for row in rows],
        "x": [row["value"] for row in rows], "y": [row["share"] for row in rows],
        "marker": {
            "size": 12, "opacity": 1, "symbol": ["diamond" if mark == "gap" else "circle" for mark in marks],
            "color": [PAGE if one else FOCUS for one in plain],
            "line": {"color": [AXIS if one else FOCUS for one in plain], "width": 2},
        },
    }  # fmt: skip


def told(row: dict, spec: FigureSpec) -> str:
    """Name, share and score with their intervals."""
    lang = spec.lang
    share = text("figure.quadrants.share", lang, value=number(row["share"]))
    score = text("figure.quadrants.score", lang, value=number(row["value"]))
    of_share = interval_text(row["share_lo"], row["share_hi"], 0, lang)
    of_score = interval_text(row.get("lo"), row.get("hi"), 0, lang)
    return "<br>".join(part for part in (f"<b>{safe(row['label'])}</b>", share, of_share, score, of_score) if part)


def named(one: Name, lang: str) -> dict:
    """A name beside its point."""
    words = "<br>".join(safe(part) for part in one.lines)
    place = {"x": one.row["value"], "y": one.row["share"], "xanchor": "left", "yanchor": "middle"}
    shift = {"xshift": round(one.left, 1), "yshift": round(one.middle, 1)}
    return note(lang, words, 14, INK, align=one.side, bgcolor=HALO, borderpad=0, **place, **shift)


def captions(spec: FigureSpec) -> list[dict]:
    """What the upright counts, and what the two upper quarters are."""
    above = {"xref": "paper", "yref": "paper", "y": 1, "yanchor": "bottom"}
    left, right = {"x": 0, "xanchor": "left", "xshift": -LEFT}, {"x": 1, "xanchor": "right"}
    said = {name: text(f"figure.quadrants.{name}", spec.lang) for name in ("upward", "low", "high")}
    return [
        note(spec.lang, said["upward"], 14, MUTED, yshift=20, **above, **left),
        note(spec.lang, said["low"], 14, INK, yshift=1, **above, **left | {"xshift": 0}),
        note(spec.lang, said["high"], 14, INK, yshift=1, **above, **right),
    ]


def footnotes(spec: FigureSpec, below: list[str]) -> list[dict]:
    """What runs across, the rows without a point, and that an association is no cause."""
    place = {"xref": "paper", "yref": "paper", "y": 0, "yanchor": "top"}
    across_ = note(spec.lang, text("figure.quadrants.across", spec.lang), 14, MUTED,
                   **place, x=1, xanchor="right", yshift=-20)  # fmt: skip
    lines = [*map(safe, below), text("figure.quadrants.no_cause", spec.lang)]
    left = {"x": 0, "xanchor": "left", "xshift": -LEFT, "yshift": -40, "align": "left"}
    return [across_, note(spec.lang, "<br>".join(lines), 14, MUTED, **place, **left)]


def instead(spec: FigureSpec, plane: Plane) -> dict:
    """Where no score is shown: why, and what can be seen, in the middle."""
    lines = wrap(plane.instead, spec.width - 40, spec.lang, 16)
    return note(spec.lang, "<br>".join(map(safe, lines)), 16, MUTED, xref="paper", yref="paper", x=0.5, y=0.5)
