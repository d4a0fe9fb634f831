"""The report on dropped files: what stands against them, their first rows, and readings that wait to be confirmed."""

from html import escape

import streamlit as st

from dashboard.i18n import number
from dashboard.ui.briefing import title
from dashboard.ui.frame import Frame
from dashboard.ui.listing import Cell, Column, table

SEVERITIES = ("error", "warning", "note")
TONES = {"error": "late", "warning": "b", "note": "m"}
ASKED = ("unknown_table", "wave_needed")  # rules that a choice below the report answers
MOST = 500  # rows listed one by one
ROWS = 5  # first rows shown of a file


def report(frame: Frame, told: dict, loaded: bool) -> None:
    """The verdict, the problems with their remedies, and what was not read."""
    settled = (*ASKED, "replaces") if loaded else ASKED  # asked below, or done
    found = [one for one in told["groups"] if one["rule"] not in settled]
    count = sum(one["count"] for one in found if one["severity"] == "error")
    verdict = "data.loaded" if loaded else "data.ready" if told["ok"] else "data.refused" if count else "data.waiting"
    title(frame, "data.report")
    st.html(f'<p class="k-said k-verdict" lang="{frame.lang}">{escape(frame.say(verdict, count=number(count)))}</p>')
    if found:
        st.html(f'<div class="k-box k-box-problems" tabindex="0">{problems(frame, found)}</div>')
        one_by_one(frame, found)
    if told["skipped"]:
        names = frame.say("data.between").join(told["skipped"])
        st.html(f'<p class="k-said" lang="{frame.lang}">{escape(frame.say("data.skipped", names=names))}</p>')
    if told.get("visits"):
        visits(frame, told["visits"])


def files(frame: Frame, told: dict) -> None:
    """Every file as it was read."""
    for one in told["tables"]:
        read(frame, one)


def problems(frame: Frame, found: list[dict]) -> str:
    """Errors first, a line for each kind of fault in a column; what and where, and below what to do."""
    columns = [Column(frame.say("data.severity")), Column(frame.say("data.problem"), wide=True)]
    lines = [[severity(frame, one), Cell(one[frame.lang]["message"], note=one[frame.lang]["remedy"])]
             for one in ranked(found)]  # fmt: skip
    return table(columns, lines, frame.lang)


def severity(frame: Frame, one: dict) -> Cell:
    return Cell(frame.say(f"data.severity.{one['severity']}"), TONES[one["severity"]])


def ranked(found: list[dict]) -> list[dict]:
    return sorted(found, key=lambda one: SEVERITIES.index(one["severity"]))


def one_by_one(frame: Frame, found: list[dict]) -> None:
    """What stands for many rows, row by row, folded."""
    each = [(one, message) for one in ranked(found) for message in one[frame.lang]["each"]]
    if not each:
        return
    count = sum(one["count"] for one in found if one[frame.lang]["each"])
    with st.expander(frame.say("data.one_by_one", count=number(count))):
        columns = [Column(frame.say("data.severity")), Column(frame.say("data.place"), wide=True)]
        lines = [[severity(frame, one), Cell(message)] for one, message in each[:MOST]]
        html = table(columns, lines, frame.lang)
        st.html(f'<div class="k-box k-box-problems" tabindex="0">{html}</div>')
        if len(each) > MOST:
            st.html(f'<p class="k-said" lang="{frame.lang}">{escape(frame.say("data.most", count=number(MOST)))}</p>')


def visits(frame: Frame, told: list[dict]) -> None:
    """What typed kartes change: the value before beside the new one."""
    title(frame, "data.visits")
    names = ("place", "what", "before", "now")
    columns = [Column(frame.say(f"data.visit.{name}"), wide=name == "what") for name in names]
    lines = [[Cell(one[frame.lang][name], "b" if name == "now" else "") for name in names] for one in told]
    st.html(f'<div class="k-box k-box-visits" tabindex="0">{table(columns, lines, frame.lang)}</div>')


def table_name(frame: Frame, name: str, wave: str | None) -> str:
    """出来事, 回答 2025."""
    known = frame.settings.tables.get(name)
    return " ".join(filter(None, [known[frame.lang] if known else name, wave]))


def read(frame: Frame, one: dict) -> None:
    """One file: what it was taken for, its encoding, and its first rows under the file's own headers."""
    words = {"table": table_name(frame, one["table"], one["wave"]), "file": one["file"],
             "rows": number(one["rows"]), "encoding": encoding(frame, one["encoding"])}  # fmt: skip
    rows = (one.get("first_rows") or [])[:ROWS]
    said = escape(frame.say("data.read" if rows else "data.read_outlines", **words))
    st.html(f'<p class="k-read" lang="{frame.lang}">{said}</p>')
    if rows:
        heads = [Column(frame.say("data.row"), number=True), *(Column(it["header"]) for it in one["columns"])]
        lines = [[Cell(str(row["row"]), "m"), *fitted(row["cells"], len(heads) - 1)] for row in rows]
        html = table(heads, lines, frame.lang)
        st.html(f'<div class="k-box k-box-first" tabindex="0">{html}</div>')


def fitted(cells: list, room: int) -> list[Cell]:
    """As many cells as there are headers."""
    return [Cell(str(cell)[:40]) for cell in [*cells, *[""] * room][:room]]


def encoding(frame: Frame, name: str | None) -> str:
    """UTF-8, Shift_JIS as a person calls it."""
    known = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "cp932": "Shift_JIS", "euc_jp": "EUC-JP", "utf-16": "UTF-16"}
    return known.get(name, name or "-")
