"""The panels of the actions page: past answers with what is still open, and actions after the survey."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from urllib.parse import urlencode

from dashboard.edition.answer import Answer
from dashboard.edition.evidence import MARK
from dashboard.edition.follow_up import counts, of_follow_up
from dashboard.figures.codes import said
from dashboard.figures.words import joined
from dashboard.i18n import fiscal_year, number
from dashboard.ui.absent import lacks
from dashboard.ui.frame import Frame, open_with
from dashboard.ui.listing import Cell, Column, show_listing, table

Cells = Callable[[dict], list[Cell]]
ANSWERS, ACTIONS = "answers_given", "actions"


def absent(frame: Frame) -> bool:
    """Whether neither table is there; then the page is told so."""
    return not {ANSWERS, ACTIONS} & frame.catalogue.tables and lacks(frame, ANSWERS, ACTIONS)


def answers_of(frame: Frame) -> Answer:
    return frame.ask(ANSWERS, ward=frame.choice.ward)


def actions_of(frame: Frame) -> Answer:
    return frame.ask(ACTIONS, wave=frame.choice.wave, ward=frame.choice.ward)


def finding(frame: Frame) -> None:
    """Which answers are still open and which past their day, as of when."""
    place = frame.selection.short_name(*frame.choice.cell.values())
    survey = frame.wave.label[frame.lang]
    statement = of_follow_up(answers_of(frame).rows(), actions_of(frame).rows(), place, survey, frame.lang)
    open_with(frame, statement.headline, statement.bracket, statement.detail)


def past_answers(frame: Frame) -> None:
    """Every answer given: what is past its day first, then what is open, and the figure that closed the others."""

    def cells(row: dict) -> list[Cell]:
        made = frame.say("actions.made", to=said(row["made_to"], frame.lang), on=row["made_on"], unit=unit(frame, row))
        return [*of_row(frame, row, made), figure(frame, row)]

    listing(frame, ANSWERS, answers_of(frame), ("text", "state", "due", "figure"), cells)


def after_survey(frame: Frame) -> None:
    """What each unit undertook after the survey chosen."""

    def cells(row: dict) -> list[Cell]:
        return of_row(frame, row, frame.say("actions.by", unit=unit(frame, row), owner=said(row["owner"], frame.lang)))

    listing(frame, ACTIONS, actions_of(frame), ("action", "state", "due"), cells)


def unit(frame: Frame, row: dict) -> str:
    return row[f"owner_unit_{frame.lang}"]


def listing(frame: Frame, key: str, answer: Answer, names: Sequence[str], cells: Cells) -> None:
    """A table of what was undertaken with its counts beside the title."""
    rows, title = answer.rows(), frame.say(f"actions.title_{key}")
    columns = [Column(frame.say(f"actions.col_{name}"), wide=place == 0) for place, name in enumerate(names)]
    missing = key not in frame.catalogue.tables
    none = frame.say("actions.load", file=frame.say(f"table.{key}")) if missing else frame.say("actions.none")
    html = table(columns, map(cells, rows), frame.lang) if rows else f"<p>{none}</p>"
    show_listing(frame, key, title, frame.say("actions.sub", **counts(rows)) if rows else "", answer, html)


def of_row(frame: Frame, row: dict, note: str) -> list[Cell]:
    """What both tables have: the words with a note on who, the state, and the day it is due."""
    tone = "late" if row["past_due"] else "open" if row["is_open"] else "m"
    state = frame.say("actions.late") if row["past_due"] else said(row["state"], frame.lang)
    due = Cell(row["due"] or frame.say("actions.no_due"), "" if row["due"] else "m")
    return [Cell(row[f"text_{frame.lang}"], note=note), Cell(state, tone), due]


def figure(frame: Frame, row: dict) -> Cell:
    """The figure by name with its latest value; an evidence number leads to what it stands for."""
    if row["figure"] is None:
        return Cell("")
    if row["figure"].startswith(MARK):
        return Cell(row["figure"], link="find?" + urlencode(asdict(replace(frame.choice, q=row["figure"]))))
    name, lang = row[f"figure_{frame.lang}"], frame.lang
    if row["value"] is None:
        return Cell(name)
    value = joined(number(row["value"], row["decimals"]), row[f"figure_unit_{lang}"], lang)
    year = fiscal_year(row["figure_year"], lang, short=True)
    return Cell(frame.say("actions.figure", name=name, value=value), note=year)
