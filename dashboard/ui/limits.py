"""The limits in plain words: what an interval, 秘匿 and no change mean, what is not protected, what is missing."""

from html import escape
from itertools import groupby

import streamlit as st

from dashboard.i18n import fiscal_year, number
from dashboard.ui.absent import not_loaded
from dashboard.ui.frame import Frame
from dashboard.ui.unknowns import city_rate

ITEM = "|"  # parts the points of a list in a message
OF_SILENT, WORDED = ("interval", "raked"), ("withheld", "released", "change", "guarantee")  # keys of sections
Section = tuple[str, list[str]]  # title, paragraphs; several paragraphs are a list


def limits(frame: Frame) -> None:
    """Sections side by side."""
    told = "".join(section(title, points) for title, points in sections(frame) if points)
    st.html(f'<div class="k-prose" lang="{frame.lang}">{told}</div>')


def section(title: str, points: list[str]) -> str:
    """A heading with its paragraph, or its list."""
    body = f"<p>{escape(points[0])}</p>"
    if len(points) > 1:
        body = "<ul>" + "".join(f"<li>{escape(point)}</li>" for point in points) + "</ul>"
    return f"<section><h2>{escape(title)}</h2>{body}</section>"


def sections(frame: Frame) -> list[Section]:
    """What there is to say of this edition and survey."""
    rules = {name: number(frame.settings.release[name]) for name in ("k", "merged", "step", "change_from", "mean_from")}
    rate = city_rate(frame)
    said_of = {"rate": number(rate or 0), **rules}
    keys = WORDED if rate is None else (*OF_SILENT, *WORDED)
    worded = [(frame.say(f"limits.{key}"), frame.say(f"limits.{key}_text", **said_of).split(ITEM)) for key in keys]
    return [*worded, surveys(frame), breaks(frame), missing(frame)]


def surveys(frame: Frame) -> Section:
    """Years without a survey, and surveys known from results only."""
    waves, points = frame.catalogue.waves.values(), []
    for key, chosen in (
        ("not_held", [wave for wave in waves if not wave.held]),
        ("aggregate", [wave for wave in waves if wave.aggregate_only]),
    ):
        if chosen:
            years = (fiscal_year(wave.fiscal_year, frame.lang) for wave in chosen)
            points.append(frame.say(f"limits.{key}", years=frame.say("absent.stop").join(years)))
    return frame.say("limits.surveys"), points


def breaks(frame: Frame) -> Section:
    """From which survey on what cannot be compared."""
    points = []
    rows = frame.ask("survey_break_list").rows()
    for (wave, kind), of in groupby(rows, key=lambda row: (row["wave"], row["kind"])):
        names = frame.say("absent.stop").join(row[f"label_{frame.lang}"].rstrip("。.") for row in of)
        year = fiscal_year(frame.catalogue.waves[wave].fiscal_year, frame.lang)
        points.append(frame.say("limits.break", year=year, kind=frame.say(f"figure.break.{kind}"), names=names))
    return frame.say("limits.breaks"), points or [frame.say("limits.no_break")]


def missing(frame: Frame) -> Section:
    """Tables that were not loaded, how far those of places reach, and which indicators are older than their cycle."""
    names = not_loaded(frame)
    points = [frame.say("limits.missing_text", names=frame.say("absent.stop").join(names))] if names else []
    if frame.catalogue.places.as_of is not None:
        points.append(frame.say("limits.places", date=frame.catalogue.places.as_of.isoformat()))
        points.append(aged(frame))
    return frame.say("limits.missing"), points or [frame.say("limits.none_missing")]


def aged(frame: Frame) -> str:
    """Indicators whose newest value is older than their cycle on the day of the data, each with that day."""
    late = [row for row in frame.ask("indicator_ages").rows() if row["late"]]
    if not late:
        return frame.say("limits.none_aged")
    named = [frame.say("limits.aged_one", name=row[f"label_{frame.lang}"], date=row["newest"]) for row in late]
    return frame.say("limits.aged", names=frame.say("absent.stop").join(named))
