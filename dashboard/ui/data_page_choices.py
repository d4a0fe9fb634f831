"""Which table and survey a dropped file is, where its name does not tell: asked only then, a line a file."""

from datetime import date
from functools import partial

import streamlit as st

from dashboard.i18n import fiscal_year
from dashboard.ui.briefing import title
from dashboard.ui.data_page_kept import name_of, needed_first
from dashboard.ui.data_page_report import ASKED
from dashboard.ui.frame import Frame

FIRST_YEAR = 2010  # of the surveys offered; any other is typed
Choices = dict[str, tuple[str, str | None]]


def choices(frame: Frame, told: dict, chosen: Choices) -> Choices | None:
    """What a person says every unknown file is, once the button is pressed; None before. chosen: said already.

    A choice is (table, wave); a table that is not of a survey has no wave.
    """
    asked = {one["file"]: one["rule"] for one in told["problems"] if one["rule"] in ASKED}
    if not asked:
        return None
    title(frame, "data.which")
    given = {file: asked_of(frame, file, rule, chosen.get(file)) for file, rule in asked.items()}
    ready = {file: choice for file, choice in given.items() if whole(frame, choice)}
    if st.button(frame.say("data.which_check"), key="which", disabled=not ready, type="primary"):
        return chosen | ready
    return None


def asked_of(frame: Frame, file: str, rule: str, before: tuple | None) -> tuple[str | None, str | None]:
    """One file's line: its table, and for answers the survey. A file known but for its survey is asked that alone."""
    tables = frame.settings.tables
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        table = before[0] if before else surveyed(frame)[0]
        if rule == "unknown_table":
            table = st.selectbox(
                frame.say("data.which_table", file=file), needed_first(tables), key=f"table-{file}", index=None,
                placeholder=frame.say("data.which_choose"), format_func=partial(name_of, tables, frame.lang), width=300,
            )  # fmt: skip
        wave = None
        if table in surveyed(frame):
            label = "data.which_wave" if rule == "unknown_table" else "data.which_wave_of"
            wave = st.selectbox(
                frame.say(label, file=file), years(), key=f"wave-{file}", index=None, width=300,
                placeholder=frame.say("data.which_year"), accept_new_options=True,
                format_func=partial(year_words, frame.lang),
            )  # fmt: skip
    return table, wave


def surveyed(frame: Frame) -> list[str]:
    """The tables of which there is a file a survey."""
    return [name for name, about in frame.settings.tables.items() if about.get("per_wave")]


def whole(frame: Frame, choice: tuple[str | None, str | None]) -> bool:
    table, wave = choice
    return table is not None and (wave is not None or table not in surveyed(frame))


def years() -> list[str]:
    """Fiscal years, the newest first."""
    return [str(year) for year in range(date.today().year, FIRST_YEAR - 1, -1)]


def year_words(lang: str, year: str) -> str:
    """令和7年度（2025年度）; what was typed, as a revision, as it stands."""
    return fiscal_year(int(year), lang) if year.isdigit() else year


def arguments(chosen: Choices) -> list[str]:
    """The choices as the command line takes them."""
    return [
        part
        for file, (table, wave) in chosen.items()
        for part in ("--as", f"{file}={table}" + (f"/{wave}" if wave else ""))
    ]
