"""The panels of one association's karte: where it is, where it stands, what is open and who came."""

from html import escape

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, NO_DATA
from dashboard.edition.places import ASSOCIATION
from dashboard.edition.statements import of_karte
from dashboard.figures import karte_words, place_specs
from dashboard.figures.codes import said
from dashboard.figures.outlines import made_from
from dashboard.ui import karte_paper
from dashboard.ui.absent import files_lacking
from dashboard.ui.frame import Frame, open_with
from dashboard.ui.indicators import own_borders
from dashboard.ui.listing import Cell, Column, show_listing, table
from dashboard.ui.show import show

NATIVE = "ja"  # readings and towns are names: nobody translates them


def chosen(frame: Frame) -> dict | None:
    """The association in words, None while none is chosen."""
    if frame.choice.association == ALL:
        return None
    (place,) = about(frame, "karte_place").rows()
    return place


def about(frame: Frame, name: str, **more: str) -> Answer:
    """A question about the chosen association."""
    return frame.ask(name, association=frame.choice.association, **more)


def finding(frame: Frame, place: dict | None) -> None:
    """Where the association stands out, under its full name and the day of its newest entry."""
    if place is None:
        open_with(frame, frame.say("karte.choose"), "", frame.say("karte.choose_sub"))
        return
    statement = of_karte(about(frame, "karte", period=frame.choice.period).rows(), place, frame.lang)
    with st.container(key="top-karte", gap=None):
        open_with(frame, statement.headline, statement.bracket, detail(frame, place))
        karte_paper.of_association(frame)


def detail(frame: Frame, place: dict) -> str:
    lang = frame.lang
    words = {"name": place[f"label_{lang}"], "ward": place[f"ward_{lang}"], "district": place[f"district_{lang}"]}
    return frame.say("karte.detail", **words, updated=karte_words.updated(place, lang))


def location(frame: Frame, place: dict) -> None:
    """Where in the city it lies."""
    answer = about(frame, "karte_place")
    spec = place_specs.locator(frame.selection, answer, own_borders(frame, area=frame.choice.association))
    show(frame, "locator", spec.headline, spec, answer)


def credit(frame: Frame) -> str:
    """What the border of the association is made of; '' where none is drawn."""
    chosen = frame.choice.association
    rows = [] if chosen == ALL else own_borders(frame, area=chosen).rows()
    return made_from(rows, ASSOCIATION, frame.lang)


def facts(frame: Frame, place: dict) -> None:
    """What is not a number: reading, towns, hall, club, hazard."""
    answer, lang = about(frame, "karte_facts"), frame.lang
    rows = [(frame.say(f"karte.{key}"), place[column], NATIVE) for key, column in karte_words.FACTS]
    rows += [(said(row["fact"], lang), row[f"text_{lang}"], "") for row in answer.rows()]
    columns = [Column(""), Column("", wide=True)]
    cells = [[Cell(name, "m"), Cell(words, lang=spoken)] for name, words, spoken in rows if words]
    show_listing(frame, "facts", frame.say("karte.facts"), "", answer, table(columns, cells, lang))


def strips(frame: Frame) -> None:
    """One row an indicator: where the association stands among those of the city."""
    answer = about(frame, "karte", period=frame.choice.period)
    spec = place_specs.strips(answer, frame.lang)
    show(frame, "strips", spec.headline, spec, answer)


def issues(frame: Frame, place: dict) -> None:
    """Local issues with their status and who answers."""
    answer, lang = about(frame, "karte_issues"), frame.lang
    names = ("status", "issue", "raised", "unit")
    columns = [Column(frame.say(f"karte.col_{name}"), wide=name == "issue") for name in names]
    rows = answer.rows()
    html = table(columns, [issue_row(frame, row) for row in rows], lang)
    none = absent(frame, "issues") if place["issues"] is None else frame.say("karte.issues_none")
    html = html if rows else f"<p>{none}</p>"
    counted = karte_words.issues_counted(place, rows, lang)
    show_listing(frame, "issues", frame.say("karte.issues"), counted, answer, html)


def absent(frame: Frame, *tables: str) -> str:
    """That these tables were not loaded, and which files are wanted."""
    return escape(frame.say("karte.absent", files=files_lacking(frame, *tables)))


def issue_row(frame: Frame, row: dict) -> list[Cell]:
    lang = frame.lang
    return [
        Cell(said(row["status"], lang), "open" if row["status"] in karte_words.OPEN else "m"),
        Cell(karte_words.issue_named(row, lang)),
        Cell(karte_words.issue_raised(row, lang), "m"),
        Cell(karte_words.own_name(row[f"answering_unit_{lang}"], lang), "m"),
    ]


def projects(frame: Frame) -> None:
    """Studies that came from issues here; nothing where there are none."""
    answer, lang = about(frame, "karte_projects"), frame.lang
    rows = [[Cell(row[f"title_{lang}"]), Cell(said(row["stage"] or NO_DATA, lang), "m")] for row in answer.rows()]
    if rows:
        html = table([Column("", wide=True), Column("")], rows, lang)
        show_listing(frame, "projects", frame.say("karte.projects"), frame.say("karte.projects_sub"), answer, html)


def visits(frame: Frame, place: dict) -> None:
    """Visits month by month; a month without a report is not a month without a visit."""
    answer = about(frame, "karte_visits")
    if place["visit_status"] == NO_DATA:
        html = f"<p>{absent(frame, 'dispatches', 'activities', 'dispatch_reports')}</p>"
        show_listing(frame, "visits", frame.say("karte.visits"), "", answer, html)
        return
    spec = place_specs.months(answer, place, frame.lang)
    show(frame, "visits", spec.headline, spec, answer)


def history(frame: Frame) -> None:
    """What happened, newest first."""
    answer, lang = about(frame, "karte_history"), frame.lang
    rows = [[Cell(row["happened_on"][:7], "m"), Cell(karte_words.happened(row, lang))] for row in answer.rows()]
    html = table([Column(""), Column("", wide=True)], rows, lang)
    html = html if rows else f"<p>{frame.say('karte.history_none')}</p>"
    show_listing(frame, "history", frame.say("karte.history"), frame.say("karte.history_sub"), answer, html)
