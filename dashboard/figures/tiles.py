"""Tiles and sparklines as plain HTML. Pure functions, every text escaped."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

from dashboard.edition.catalogue import SHOWN
from dashboard.figures import words
from dashboard.figures.lettering import width
from dashboard.figures.palette import AXIS, FOCUS, SECOND
from dashboard.i18n import number, signed, text

SPARK = (52, 30)  # px
NARROWEST = 190  # px of a tile at 1280


@dataclass(frozen=True)
class Tile:
    """One measure of one member in one survey; numbers in the measure's own unit, None where unknown.

    direction: up | down | none, whether a rise is good. series: values of all survey years in order, None = a gap.
    note: what stands in the place of the interval where there is none; news: see dashboard.edition.change.
    """

    label: str
    value: float | None
    unit: str
    decimals: int = 1
    status: str = SHOWN
    change: float | None = None
    change_lo: float | None = None
    change_hi: float | None = None
    difference: str = ""
    direction: str = "up"
    target: float | None = None
    corner: str = ""
    note: str = ""
    series: Sequence[float | None] = ()
    news: bool | None = None


def tiles(every: Sequence[Tile], lang: str) -> str:
    """A row of tiles as a list."""
    return f'<ul class="k-tiles" lang="{lang}">{"".join(tile(one, lang) for one in every)}</ul>'


def tile(one: Tile, lang: str) -> str:
    """One tile: name and target, value with its course, change in words, interval."""
    row = {"value": one.value, "status": one.status}
    is_hidden = words.hidden(row)
    value = escape(words.value_text(row, one.decimals, lang))
    size = "v m" if is_hidden else "v"  # a word is longer than a number
    unit = "" if is_hidden else f"<i>{escape(one.unit)}</i>"
    course = "" if is_hidden else sparkline(one.series, one.target, lang, one.decimals)
    corner = escape(one.corner or target_text(one, lang))
    return (
        f'<li class="k-tile"><h3>{escape(one.label)}<small>{corner}</small></h3>'
        f'<div class="{size}"><b>{value}</b>{unit}{course}</div>{change_lines(one, lang, is_hidden)}</li>'
    )


def target_text(one: Tile, lang: str) -> str:
    """目標 100%, or 目標なし."""
    if one.target is None:
        return text("figure.no_target", lang)
    decimals = 0 if float(one.target).is_integer() else one.decimals
    return text("figure.target", lang, value=words.joined(number(one.target, decimals), one.unit, lang))


def change_lines(one: Tile, lang: str, is_hidden: bool) -> str:
    """The change in words and its interval; good and bad are coloured only where a direction is good."""
    change = {"change": one.change, "change_lo": one.change_lo, "change_hi": one.change_hi, "news": one.news}
    if is_hidden or one.change is None:
        said = "" if is_hidden else text("figure.not_comparable", lang)
        return f'<p class="m">{escape(said)}</p><p class="m">{escape(one.note)}</p>'
    said = words.verdict(change)
    word = words.verdict_word(change, lang)
    amount = amount_text(one, word, lang)
    interval = words.interval_text(one.change_lo, one.change_hi, one.decimals, lang, sign=True) or one.note
    return (
        f'<p class="{colour_of(said, one.direction)}"><b>{escape(amount)}</b> '
        f'{escape(word)}</p><p class="m">{escape(interval)}</p>'
    )


def amount_text(one: Tile, word: str, lang: str) -> str:
    """The change with its unit, or without where the line would be wider than a tile."""
    bare = signed(one.change, one.decimals)
    full = words.joined(bare, one.difference, lang)
    return full if width(f"{full} {word}", lang) <= NARROWEST else bare


def colour_of(said: str, direction: str) -> str:
    """Class of a change: up = good, down = bad, '' = neither."""
    if said not in ("rose", "fell") or direction == "none":
        return ""
    return "up" if (said == "rose") == (direction == "up") else "down"


def sparkline(series: Sequence[float | None], target: float | None, lang: str, decimals: int = 1) -> str:
    """The course as a picture (Streamlit strips inline SVG), with a gap for a gap and the target dashed."""
    known = [value for value in series if value is not None and not pd.isna(value)]
    if len(known) < 2:
        return ""
    said = text("figure.spark", lang, first=number(known[0], decimals), last=number(known[-1], decimals))
    picture = base64.b64encode(spark_svg(list(series), target).encode()).decode()
    wide, high = SPARK
    return (
        f'<img class="k-sp" width="{wide}" height="{high}" alt="{escape(said)}" '
        f'src="data:image/svg+xml;base64,{picture}">'
    )


def spark_svg(series: list[float | None], target: float | None) -> str:
    """The drawing of a sparkline: grey runs, a dot on the last value."""
    wide, high = SPARK
    points = [(k, value) for k, value in enumerate(series) if value is not None and not pd.isna(value)]
    ends = [value for _, value in points] + ([] if target is None else [target])
    pad = (max(ends) - min(ends)) * 0.1 or 1
    low, span = min(ends) - pad, max(ends) - min(ends) + 2 * pad

    def at(place: int, value: float) -> str:
        x = 2 + place * (wide - 7) / max(len(series) - 1, 1)
        return f"{x:.1f},{high - 2 - (value - low) / span * (high - 5):.1f}"

    runs: list[list[str]] = []
    for k, (place, value) in enumerate(points):
        if k == 0 or place - points[k - 1][0] > 1:
            runs.append([])
        runs[-1].append(at(place, value))
    lines = "".join(
        f'<polyline points="{" ".join(run)}" fill="none" stroke="{AXIS}" stroke-width="1.5"/>' for run in runs
    )
    x, y = at(*points[-1]).split(",")
    level = "" if target is None else at(0, target).split(",")[1]
    goal = level and (
        f'<line x1="0" x2="{wide}" y1="{level}" y2="{level}" stroke="{SECOND}" '
        'stroke-width="1.5" stroke-dasharray="3 2"/>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}">'
        f'{goal}{lines}<circle cx="{x}" cy="{y}" r="3.5" fill="{FOCUS}"/></svg>'
    )
