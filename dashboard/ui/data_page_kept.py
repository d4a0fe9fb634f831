"""What is kept, table by table: its latest file and when it came; and an empty workbook for each table."""

import json
import tempfile
from functools import partial
from html import escape
from pathlib import Path

import streamlit as st

from dashboard.edition.ask import OlderEdition
from dashboard.figures.codes import said
from dashboard.i18n import number, text
from dashboard.settings import Home
from dashboard.ui.behind import KINDS
from dashboard.ui.briefing import title
from dashboard.ui.data_page_report import table_name
from dashboard.ui.frame import Frame
from dashboard.ui.jobs import JobFailedError, told
from dashboard.ui.listing import Cell, Column, table

LATE = "更新遅れ"
ZIP = "application/zip"
FILLED = "templates_filled"
SETS = {"templates_all": ("--all",), FILLED: ("--all", "--filled")}  # templates that come together
FRESH = 600  # seconds that the list may lag behind what was loaded at the command line


@st.cache_data(ttl=FRESH, max_entries=4, show_spinner=False)
def kept(folder: str) -> list[dict]:
    """The command line's list of what is kept."""
    return json.loads("\n".join(told(Home(Path(folder)), "kept", "--json")))


def tables(frame: Frame) -> None:
    """Every table that may be loaded: the latest file, its rows and its day, or that there is none."""
    with st.container(key="fig-kept", gap="small"):
        title(frame, "data.kept")
        template(frame)
        try:
            found = kept(str(frame.settings.home.folder))
        except JobFailedError as failed:
            st.error("\n\n".join([frame.say("data.failed"), *failed.lines]))
            return
        st.html(f'<div class="k-box k-box-kept" tabindex="0">{listed(frame, found)}</div>')


def template(frame: Frame) -> None:
    """Empty workbooks, all or one table's, made when they are asked for."""
    known = frame.settings.tables
    names = [*SETS, *(name for name in needed_first(known) if "layer" not in known[name])]
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        chosen = st.selectbox(
            frame.say("data.table"), names, key="template_table", label_visibility="collapsed", width=260,
            format_func=partial(offered, known, frame.lang),
        )  # fmt: skip
        is_set = chosen in SETS
        name = frame.say(f"data.{chosen}_name") if is_set else file_name(known[chosen], chosen, frame.lang)
        st.download_button(
            frame.say("data.template_set" if is_set else "data.template"),
            partial(made, frame.settings.home, *(SETS[chosen] if is_set else [chosen])),
            name, ZIP if is_set else KINDS["xlsx"], key="template", on_click="ignore",
        )  # fmt: skip
    if chosen == FILLED:
        st.html(f'<p class="k-said" lang="{frame.lang}">{escape(frame.say("data.templates_filled_about"))}</p>')


def offered(known: dict[str, dict], lang: str, name: str) -> str:
    """What a template is of: all tables, or one."""
    return text(f"data.{name}", lang) if name in SETS else name_of(known, lang, name)


def needed_first(known: dict[str, dict]) -> list[str]:
    """The names of the tables: those a city must hand in, then the others, each in the order of the contract."""
    return sorted(known, key=lambda name: not known[name]["required"])


def name_of(known: dict[str, dict], lang: str, name: str) -> str:
    """A table's name, marked where a city must hand it in."""
    return text("data.needed", lang, table=known[name][lang]) if known[name]["required"] else known[name][lang]


def file_name(about: dict, name: str, lang: str) -> str:
    """A name that says which table it is when the file comes back."""
    words = about["ja"] if about["ja"] in about["files"] else about["files"][1]
    return f"{words if lang == 'ja' else name}.xlsx"


def lacking(frame: Frame) -> list[str]:
    """The tables without which nothing can be published, in the reader's language. Raises JobFailedError."""
    held = {row["table"] for row in kept(str(frame.settings.home.folder))}
    return [it[frame.lang] for name, it in frame.settings.tables.items() if it["required"] and name not in held]


def made(home: Home, *which: str) -> bytes:
    """Empty workbooks as the command line makes them: of a table, or all in a zip."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "template.zip"
        told(home, "template", *which, "--out", str(out))
        return out.read_bytes()


def listed(frame: Frame, found: list[dict]) -> str:
    """Tables in the order of the contract; a survey's files one a year."""
    columns = [Column(frame.say("data.table")), Column(frame.say("data.file"), wide=True),
               Column(frame.say("data.rows"), number=True), Column(frame.say("data.reaches"))]  # fmt: skip
    ages = {(row["table_name"], row["wave"]): row for row in ages_told(frame)}
    judged = next((row["as_of"] for row in ages.values()), None)
    lines = []
    for name in needed_first(frame.settings.tables):
        own = sorted((row for row in found if row["table"] == name), key=lambda row: row["wave"] or "", reverse=True)
        lines += [line(frame, row, ages.get((name, row["wave"] or ""))) for row in own]
        if not own:
            words = name_of(frame.settings.tables, frame.lang, name)
            lines.append([Cell(words), Cell(frame.say("data.none"), "m"), Cell(""), Cell("")])
    told = "" if judged is None else f'<p lang="{frame.lang}">{frame.say("data.judged", date=judged)}</p>'
    return table(columns, lines, frame.lang) + told


def ages_told(frame: Frame) -> list[dict]:
    """How far each table of the edition shown reaches; nothing of an edition that was made before this was asked."""
    try:
        return [] if frame.catalogue is None else frame.ask("table_ages").rows()
    except OlderEdition:
        return []


def line(frame: Frame, row: dict, age: dict | None) -> list[Cell]:
    name, day = table_name(frame, row["table"], row["wave"]), row["loaded_at"][:10]
    file = Cell(row["file_name"], note=frame.say("data.kept_on", date=day))
    return [Cell(name), file, Cell(number(row["row_count"])), reach(frame, row, age)]


def reach(frame: Frame, row: dict, age: dict | None) -> Cell:
    """How far a file reaches and when the next is due, as the edition shown has it, if it was made of this file."""
    if age is None or age["sha256"] != row["sha256"]:
        return Cell(frame.say("data.awaits_edition"), "m")
    state = age["freshness"] or ""
    days = " → ".join(age[name] for name in ("newest", "due") if age[name] is not None)
    return Cell(said(state, frame.lang), "late" if state == LATE else "", note=days)
