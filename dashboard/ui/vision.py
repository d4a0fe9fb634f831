"""The panels of the vision page: whom posts reach, what is shared, who takes part, and what crosses between bureaus."""

from html import escape

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, CITY, HEAD_OFFICE, WARD
from dashboard.edition.network import of_crossing, of_reach
from dashboard.edition.statements import Statement
from dashboard.figures import network_specs as specs
from dashboard.figures.words import value_text
from dashboard.i18n import number
from dashboard.ui.frame import Frame, open_with
from dashboard.ui.listing import Cell, Column, show_listing, table
from dashboard.ui.panels import choose
from dashboard.ui.show import show

EXCHANGE = "exchange"
PARTIES = ("administration", "residents", "companies", "commerce")
COUNTED = ("posts", *PARTIES, "four_party_posts")
TREND_SIZE, CHOOSER = (430, 168), 140  # px


def year(frame: Frame) -> dict | None:
    """The network in the chosen fiscal year; None where nothing was posted."""
    return next(iter(frame.ask("vision_summary", wave=frame.choice.wave).rows()), None)


def finding(frame: Frame) -> None:
    """How far a post reaches; of the ward office where a ward is chosen."""
    said = statement(frame, year(frame))
    open_with(frame, said.headline, said.bracket, said.detail)


def statement(frame: Frame, summary: dict | None) -> Statement:
    ward, year_words, note = frame.choice.place_ward, frame.period_label, note_on_ward(frame)
    if summary is None or ward == ALL:
        return of_reach(summary, None, "", year_words, frame.lang, note)
    rows = frame.ask("vision_reach", wave=frame.choice.wave).rows()
    office = next((row for row in rows if row["ward"] == ward), None)
    if office is None:
        return Statement(frame.say("vision.not_there", place=frame.place(WARD, ward), year=year_words), "", note)
    return of_reach(summary, office, office[f"bureau_{frame.lang}"], year_words, frame.lang, note)


def note_on_ward(frame: Frame) -> str:
    """What the choice of a ward does on this page."""
    if frame.choice.ward == ALL:
        return ""
    return frame.say("vision.head_office" if frame.choice.ward == HEAD_OFFICE else "vision.ward_office")


def bureaus(frame: Frame) -> None:
    """Reach or reactions by bureau and year, or replies from bureau to bureau where they are switched on."""
    shown, settings = frame.choice.network, frame.settings.values["vision"]
    if shown == EXCHANGE:
        matrix(frame)
        return
    answer = frame.ask("vision_trend", network=shown)
    spec = specs.course(frame.selection, answer, settings[f"{shown}_breaks"])
    show(frame, "network", spec.headline, spec, answer, chooser=lambda: choose(frame, "network", CHOOSER))


def matrix(frame: Frame) -> None:
    """The replies of the chosen year; the reason where there are none."""
    answer = frame.ask("vision_exchange", wave=frame.choice.wave)
    title = frame.say("vision.title_exchange")
    if answer.frame.empty or not is_on(frame):
        words = f"<p>{escape(why_not(frame))}</p>"
        show_listing(frame, "network", title, "", answer, words, lambda: choose(frame, "network", CHOOSER))
        return
    reach = frame.ask("vision_reach", wave=frame.choice.wave)
    spec = specs.exchange(frame.selection, answer, reach, frame.settings.values["vision"]["exchange_breaks"])
    show(frame, "network", title, spec, answer, chooser=lambda: choose(frame, "network", CHOOSER))


def awareness(frame: Frame) -> None:
    """How many share the vision, beside reach: both moved in these years, which says nothing of an effect."""
    cell = frame.choice.cell
    answer = frame.ask("survey_trend", measure=specs.VISION, **cell)
    breaks = frame.ask("survey_breaks", measure=specs.VISION, **cell)
    whole = {"view": CITY, "member": ALL}
    behind = None if cell == whole else frame.ask("survey_trend", measure=specs.VISION, **whole)
    began = int(frame.ask("vision_trend", network=specs.REACH).frame["fiscal_year"].min())
    spec = specs.awareness(frame.selection, answer, breaks, behind, began, TREND_SIZE)
    show(frame, "awareness", spec.headline, spec, answer)
    said = frame.say("vision.association", target=specs.to_target(frame.selection, answer))
    st.html(f'<p class="k-note" lang="{frame.lang}">{escape(said)}</p>')


def themes(frame: Frame) -> None:
    """Themes with parties from outside: the posts each of the four took part in, and those with all of them."""
    answer, lang = frame.ask("vision_themes", wave=frame.choice.wave), frame.lang
    names = ("theme", "posts", *PARTIES, "four", "reach")
    columns = [Column(frame.say(f"vision.col_{name}"), number=name != "theme", wide=name == "theme") for name in names]
    cells = [
        [Cell(row[f"theme_{lang}"]), *(Cell(number(row[name])) for name in COUNTED), reach_cell(row, lang)]
        for row in answer.rows()
        if row["outside_posts"]
    ]
    html = table(columns, cells, lang) if cells else f"<p>{frame.say('vision.themes_none')}</p>"
    show_listing(frame, "themes", frame.say("vision.themes"), themes_said(frame), answer, html)


def reach_cell(row: dict, lang: str) -> Cell:
    return Cell(value_text(row, 1, lang), "b" if row["value"] is not None else "m")


def themes_said(frame: Frame) -> str:
    """How many of the year's posts had parties from outside."""
    row = year(frame)
    counts = {} if row is None else {name: number(row[name]) for name in ("outside_posts", "posts")}
    return frame.say("vision.themes_sub", **counts) if counts else ""


def crossing(frame: Frame) -> None:
    """What share of replies crosses between bureaus, or why that is not told and how it is switched on."""
    answer: Answer = frame.ask("vision_summary", wave=frame.choice.wave)
    row = next(iter(answer.rows()), None)
    said = of_crossing(row, frame.lang) if row is not None and is_on(frame) else ""
    title = frame.say("vision.crossing_title")
    show_listing(frame, "crossing", title, "", answer, f"<p>{escape(said or why_not(frame))}</p>")


def is_on(frame: Frame) -> bool:
    """Whether the city lets replies between bureaus be shown; switched off, they are gone at once."""
    return frame.settings.values["vision"][EXCHANGE]


def why_not(frame: Frame) -> str:
    """Why replies between bureaus are not shown, and what would change that."""
    if not is_on(frame):
        return frame.say("vision.off")
    loaded = "vision_replies" in frame.catalogue.tables
    return frame.say("vision.off_until_published" if loaded else "vision.off_without_replies")
