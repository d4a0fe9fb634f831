"""Steps: the share of studies that came to each end, by the time since the start; a trend's form for such times.

Frame: rows of every member in order of days, with member, label, days, value, lo, hi (in the measure's unit), status;
the first member is in focus and has the band. The axis starts at zero in both directions.
"""

from dashboard.figures.lettering import width
from dashboard.figures.palette import FOCUS, MUTED
from dashboard.figures.screen.base import BAND, axis, figure, note, safe
from dashboard.figures.screen.trend import left_margin, value_axis
from dashboard.figures.spec import FigureSpec
from dashboard.figures.stepped import absences, band, curves, end_words, kept_apart, last_year, scale_of, steps
from dashboard.figures.words import hover
from dashboard.i18n import number, text

TOP, BOTTOM, GAP, APART = 8, 44, 8, 20  # px


def draw(spec: FigureSpec) -> dict:
    """The figure as a plain Plotly dict."""
    drawn, scale, lang = curves(spec), scale_of(spec), spec.lang
    right = max((width(end_words(spec, rows[-1]), lang) for rows, _ in drawn), default=0) + GAP + 4
    last = last_year(spec)
    years = list(range(int(last) + 1))
    data = [filled(rows) for rows, colour in drawn if colour == FOCUS and band(rows)]
    data += [trace for rows, colour in drawn for trace in (path(rows, colour), points(rows, spec))]
    return figure(
        spec, data, {"l": left_margin(scale, lang), "r": right, "t": TOP, "b": BOTTOM},
        annotations=[*ends(spec, drawn, scale.high), *notes(spec)],
        xaxis=axis(lang, range=[0, last], showline=True, tickvals=years, ticktext=[number(year) for year in years]),
        yaxis=value_axis(scale, lang),
    )  # fmt: skip


def filled(rows: list[dict]) -> dict:
    """The 95 % band."""
    xs, ys = zip(*band(rows), strict=True)
    style = {"fill": "toself", "fillcolor": BAND, "line": {"width": 0}}
    return {"type": "scatter", "mode": "lines", "x": list(xs), "y": list(ys), "hoverinfo": "skip", **style}


def path(rows: list[dict], colour: str) -> dict:
    """The steps of one end."""
    xs, ys = zip(*steps(rows, "value"), strict=True)
    style = {"color": colour, "width": 2.5}
    return {"type": "scatter", "mode": "lines", "x": list(xs), "y": list(ys), "line": style, "hoverinfo": "skip"}


def points(rows: list[dict], spec: FigureSpec) -> dict:
    """What answers to pointing: one place a step."""
    corners = [steps([row], "value")[0] for row in rows]
    told = [hover(row, f"{safe(row['label'])} {after(row, spec.lang)}", spec.measure, spec.lang) for row in rows]
    return {
        "type": "scatter", "mode": "markers", "x": [x for x, _ in corners], "y": [y for _, y in corners], "text": told,
        "hoverinfo": "text", "marker": {"size": 12, "opacity": 0},
    }  # fmt: skip


def after(row: dict, lang: str) -> str:
    """How long after the start."""
    return text("figure.steps.after", lang, days=number(row["days"]))


def ends(spec: FigureSpec, drawn: list[tuple[list[dict], str]], high: float) -> list[dict]:
    """Value and name at the end of every curve, none upon another."""
    pixels = (spec.height - TOP - BOTTOM) / high
    heights = [rows[-1]["value"] * pixels for rows, _ in drawn]
    found = []
    for (rows, colour), own, placed in zip(drawn, heights, kept_apart(heights, APART), strict=True):
        x, y = steps(rows, "value")[-1]
        place = {"x": x, "y": y, "yshift": placed - own, "xanchor": "left", "xshift": GAP, "yanchor": "middle"}
        found.append(note(spec.lang, f"<b>{safe(end_words(spec, rows[-1]))}</b>", 14, colour, **place))
    return found


def notes(spec: FigureSpec) -> list[dict]:
    """What the axis counts and what the band is, and the curves that cannot be shown."""
    below = {"xref": "paper", "yref": "paper", "x": 0, "y": 0, "xanchor": "left", "yanchor": "top", "yshift": -20}
    above = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "top", "xshift": GAP}
    missing = absences(spec)
    words = [note(spec.lang, text("figure.steps.axis", spec.lang), 14, MUTED, **below)]
    return words + ([note(spec.lang, safe("、".join(missing)), 14, MUTED, **above)] if missing else [])
