"""The traces of one member over the survey years: its bands, lines and points."""

from collections.abc import Iterable

from dashboard.edition.catalogue import Measure
from dashboard.figures.palette import FOCUS, PAGE
from dashboard.figures.screen.base import BAND, safe
from dashboard.figures.series import is_hollow, runs, shown, with_interval
from dashboard.figures.words import hover, year_text

ALONE = 7  # px: a year that no line reaches


def band(stretch: list[dict], color: str, fill: str, place: dict) -> dict:
    """The 95 % band of a stretch; a single point gets an upright line instead."""
    years = [row["fiscal_year"] for row in stretch]
    lows, highs = [row["lo"] for row in stretch], [row["hi"] for row in stretch]
    drawn = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "y": highs + lows[::-1], **place}
    if len(stretch) == 1:
        return {**drawn, "x": years * 2, "line": {"color": color, "width": 2}}
    return {**drawn, "x": years + years[::-1], "fill": "toself", "fillcolor": fill, "line": {"width": 0}}


def path(run: list[dict], color: str, place: dict, width: float = 2.5) -> dict:
    """The line of a run, without points; a year alone is a point."""
    xs, ys = [row["fiscal_year"] for row in run], [row["value"] for row in run]
    style = {"color": color, "width": width}
    if len(run) == 1:
        dot = {"size": ALONE, "color": color, "opacity": 1}
        return {"type": "scatter", "mode": "markers", "x": xs, "y": ys, "marker": dot, "hoverinfo": "skip", **place}
    return {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": style, "hoverinfo": "skip", **place}


def points(rows: list[dict], measure: Measure, lang: str, color: str, place: dict, size: int = 8) -> dict:
    """The points of a member; hollow where only an aggregate is known."""
    fills = [PAGE if is_hollow(row) else color for row in rows]
    rims = [color if is_hollow(row) else PAGE for row in rows]
    wide = [1.5 if is_hollow(row) or size > 6 else 0 for row in rows]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row["fiscal_year"] for row in rows],
        "y": [row["value"] for row in rows],
        "marker": {"size": size, "color": fills, "opacity": 1, "line": {"color": rims, "width": wide}},
        "text": [hover(row, title(row, lang), measure, lang) for row in rows],
        "hoverinfo": "text",
        **place,
    }


def title(row: dict, lang: str) -> str:
    """Label and fiscal year of a row."""
    named = [safe(row["label"])] if row.get("label") else []
    return " ".join([*named, year_text(row, lang)])


def traces(
    rows: list[dict], measure: Measure, lang: str, cuts: Iterable[int] = (), color: str = FOCUS, fill: str = BAND,
    place: dict | None = None, size: int = 8,
) -> list[dict]:  # fmt: skip
    """Bands, lines and points of one member. cuts: years from which the line is not comparable with before."""
    place, parted = place or {}, runs(rows, cuts)
    bands = [band(stretch, color, fill, place) for run in parted for stretch in with_interval(run)]
    lines = [path(run, color, place) for run in parted if len(run) > 1]
    dots = [points(shown(rows), measure, lang, color, place, size)] if parted else []
    return bands + lines + dots
