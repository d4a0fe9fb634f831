"""The frame every page is drawn in: one edition pinned for the rerun, the reader's choice, the foot of the page."""

import datetime
import logging
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import escape

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import Catalogue, Measure, Wave
from dashboard.edition.evidence import evidence
from dashboard.edition.places import Indicator
from dashboard.figures.selection import Selection
from dashboard.i18n import LANGUAGES, fiscal_year, text
from dashboard.settings import Settings
from dashboard.ui import cached
from dashboard.ui.state import Choice

LOG = logging.getLogger("dashboard")
SURVEY = "survey"
LONG_HEADLINE, LINE, DETAIL = 36, 49, 73  # full-width characters of one line at 1280 px, large, small and smallest
BRACKET = 18 / 21  # size of a bracket beside a small headline


@dataclass(frozen=True)
class Frame:
    """What a page needs: the edition's words, the choice, and how to ask."""

    settings: Settings
    catalogue: Catalogue
    choice: Choice
    allowed: dict[str, list[str]]

    @property
    def lang(self) -> str:
        return self.choice.lang

    @property
    def wave(self) -> Wave:
        return self.catalogue.waves[self.choice.wave]

    @property
    def measure(self) -> Measure:
        return self.catalogue.measures[self.choice.measure]

    @property
    def indicator(self) -> Indicator:
        """The indicator of places that the reader chose."""
        return self.catalogue.places.indicators[self.choice.indicator]

    @property
    def selection(self) -> Selection:
        """What figures need of the choice."""
        choice = self.choice
        return Selection(self.catalogue, choice.lang, choice.measure, choice.wave, choice.ward)

    @property
    def ward_label(self) -> str:
        """The chosen place: a ward, or the whole city."""
        return self.selection.place_label

    def area(self, kind: str, code: str) -> str:
        """Label of a ward, district or association."""
        return self.catalogue.places.areas[kind][code].label[self.lang]

    def say(self, key: str, **values: object) -> str:
        """A message in the reader's language."""
        return text(key, self.lang, **values)

    def ask(self, name: str, **parameters: str | None) -> Answer:
        """Put a question to the pinned edition."""
        edition = self.catalogue
        folder = str(self.settings.home.editions)
        return cached.answered(folder, edition.edition, edition.edition_hash, name, tuple(sorted(parameters.items())))

    def evidence(self, answer: Answer) -> str:
        """The evidence number of an answer; '' while the register cannot be written, which the server's log tells."""
        try:
            return evidence(self.settings.home).of(answer)
        except OSError as error:
            unkept(str(error))
            return ""

    def place(self, view: str, member: str) -> str:
        """Label of a member."""
        return self.catalogue.name(view, member, self.lang)

    @property
    def period_label(self) -> str:
        """The chosen fiscal year of places in words."""
        return fiscal_year(int(self.choice.period), self.lang, short=True)


@cache
def unkept(why: str) -> None:
    """Say once why figures carry no number."""
    for lang in LANGUAGES:
        LOG.error(text("evidence.unkept", lang, why=why))


def open_frame() -> Frame:
    """The frame that app.py pinned for this rerun; pages open with it."""
    return st.session_state["frame"]


def pin(frame: Frame) -> None:
    """Pin edition and choice for every ask of this rerun."""
    st.session_state["frame"] = frame


def head(frame: Frame, finding: Answer, aside: tuple[str, str] | None = None) -> None:
    """The finding sentence a page opens with, its interval, and the base it rests on."""
    rows = finding.rows()
    row = rows[0] if rows else {}
    open_with(frame, *(row.get(f"{part}_{frame.lang}") or "" for part in ("headline", "bracket", "detail")), aside)


def open_with(
    frame: Frame, headline: str, bracket: str = "", detail: str = "", aside: tuple[str, str] | None = None
) -> None:
    """A headline with what stands in its bracket, and a line on what it rests on.

    A bracket that would need a line of its own opens the second line instead.
    aside: words and address of a link at the right end of that line.
    """
    link = aside and f'<a class="k-aside" href="{escape(aside[1])}" target="_self">{escape(aside[0])}</a>'
    if east_asian_width(headline) + BRACKET * east_asian_width(bracket) > LINE:
        bracket, detail = "", " ".join([bracket, detail]) if frame.lang == "en" else bracket + detail
    size = "k-head k-long" if east_asian_width(headline + bracket) > LONG_HEADLINE else "k-head"
    size += " k-tall" if east_asian_width(headline) > LINE - 1 else ""  # balanced lines break a little earlier
    size += " k-deep" if east_asian_width(detail) > DETAIL else ""
    said = f"<h1>{escape(headline)}<span>{escape(bracket)}</span></h1><p>{link or ''}{escape(detail)}</p>"
    st.html(f'<header class="{size}" lang="{frame.lang}">{said}</header>')


def east_asian_width(words: str) -> float:
    """Width of a line in full-width characters."""
    return sum(1 if unicodedata.east_asian_width(mark) in "WFA" else 0.55 for mark in words)


@dataclass(frozen=True)
class Base:
    """What numbers rest on: their source in words, and the day they were true."""

    source: str
    as_of: datetime.date | None


def base_of(frame: Frame, subjects: Iterable[str] = (SURVEY,)) -> Base:
    """The base of answers of these subjects: the survey chosen, records of their own, or the tables of places."""
    if SURVEY in subjects and frame.choice.wave in frame.catalogue.waves:
        return Base(frame.wave.label[frame.lang], frame.wave.closed_on)
    for subject in subjects:
        if subject in frame.catalogue.days:
            return Base(frame.say(f"foot.{subject}"), frame.catalogue.days[subject])
    return Base(frame.say("foot.places"), frame.catalogue.places.as_of)


def foot(
    frame: Frame, maps: bool = False, places: bool = False, subject: str = SURVEY, more: Iterable[str] = ()
) -> None:
    """Demo mark, source, as-of, edition and map credit. places: the page rests on tables of places; subject: on others
    with records of their own; more: what else there is to say of the numbers."""
    base = base_of(frame, () if places else (subject,))
    dated = "foot.as_of" if subject == SURVEY and not places else "foot.places_as_of"
    parts = [
        *filter(None, more),
        frame.say("foot.source", source=base.source),
        "" if base.as_of is None else frame.say(dated, date=base.as_of.isoformat()),
        frame.say("foot.edition", number=frame.catalogue.edition, date=frame.catalogue.built_on.isoformat()),
    ]
    if maps and frame.catalogue.map_credit[frame.lang]:
        parts.append(frame.say("foot.map", credit=frame.catalogue.map_credit[frame.lang]))
    stamp = f'<b class="k-stamp">{escape(frame.say("demo.mark"))}</b>' if frame.catalogue.demo else ""
    spans = "".join(f"<span>{escape(part)}</span>" for part in parts if part)
    st.html(f'<footer class="k-foot" lang="{frame.lang}">{stamp}{spans}</footer>')
