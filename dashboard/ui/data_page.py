"""The first step of the data page: drop files, check them, load them."""

import json
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

import streamlit as st

from dashboard.ui import data_page_kept, inbox
from dashboard.ui.behind import KINDS
from dashboard.ui.briefing import title
from dashboard.ui.data_page_choices import Choices, arguments, choices
from dashboard.ui.data_page_proposals import proposals
from dashboard.ui.data_page_report import files, report
from dashboard.ui.data_page_words import uploader_words
from dashboard.ui.following import followed
from dashboard.ui.frame import Frame, open_with
from dashboard.ui.jobs import Job, JobFailedError, told

SESSION = "data_page"
REASON = "replace_reason"


@dataclass
class Sitting:
    """What this reader has dropped and heard of it. dropped: ids of the files in the box when they were checked;
    chosen: which table and survey files are whose names do not tell; turn: counts emptied boxes."""

    paths: list[Path] = field(default_factory=list)
    corrected: Path | None = None
    chosen: Choices = field(default_factory=dict)
    dropped: list[str] = field(default_factory=list)
    report: dict | None = None
    loaded: bool = False
    rejects: bytes | None = None
    turn: int = 0

    @property
    def files(self) -> list[str]:
        """Files and what they are, as the command line takes them."""
        return [*map(str, self.paths), *arguments(self.chosen)]

    @property
    def arguments(self) -> list[str]:
        """The same with the rows that were corrected."""
        return [*self.files, *(["--corrected", str(self.corrected)] if self.corrected else [])]


def sitting() -> Sitting:
    """This reader's."""
    return st.session_state.setdefault(SESSION, Sitting())


def finding(frame: Frame) -> None:
    """Which edition is shown, and what this page is for."""
    date = frame.catalogue.built_on.isoformat()
    open_with(
        frame, frame.say("data.headline", number=frame.catalogue.edition, date=date), "", frame.say("data.detail")
    )


def drop(frame: Frame) -> None:
    """The box for files, and its two buttons: what was checked is what is loaded."""
    now = sitting()
    with st.container(key="fig-drop", gap="small"):
        title(frame, "data.drop")
        uploader_words(frame)
        given = st.file_uploader(
            frame.say("data.drop"), accept_multiple_files=True, key=f"drop_{now.turn}", label_visibility="collapsed"
        )
        if now.report and not now.loaded and [file.file_id for file in given] != now.dropped:
            forget(now)
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            ready = bool(now.report and now.report["ok"] and not now.loaded)
            if st.button(frame.say("data.check"), key="check", disabled=not given, type=kind(not now.report)):
                begin(frame, now, given)
            if st.button(frame.say("data.load"), key="load", disabled=not ready, type=kind(ready)):
                load(frame, now)
    heard(frame, now)


def kind(first: bool) -> str:
    """The one button that comes next is filled."""
    return "primary" if first else "secondary"


def forget(now: Sitting) -> None:
    """Other files were dropped: what was said of the earlier ones no longer holds."""
    inbox.drop(now.paths)
    now.paths, now.corrected, now.chosen, now.report, now.rejects, now.loaded = [], None, {}, None, None, False


def begin(frame: Frame, now: Sitting, given: list) -> None:
    """Write the files into the inbox and check them."""
    forget(now)
    try:
        now.paths = inbox.put(frame.settings.home, [(file.name, file.getvalue()) for file in given])
    except inbox.TooMuchError:
        st.error(frame.say("data.too_much", files=inbox.MOST_FILES, size=inbox.MOST_BYTES // 2**20))
        return
    now.dropped = [file.file_id for file in given]
    check(frame, now)


def check(frame: Frame, now: Sitting) -> None:
    """Ask what stands against keeping the files."""
    job = Job(frame.settings.home, "check", *now.arguments, "--json", may_refuse=True)
    if followed(frame, job, "data.failed"):
        now.report, now.rejects = json.loads("\n".join(job.output)), None
        st.rerun()


def load(frame: Frame, now: Sitting) -> None:
    """Keep what was checked; refused after all where something else was loaded meanwhile."""
    reason = st.session_state.get(REASON, "").strip()
    why = ["--reason", reason] if reason else []
    job = Job(frame.settings.home, "load", *now.arguments, *why, "--json", may_refuse=True)
    if followed(frame, job, "data.failed"):
        now.report = json.loads("\n".join(job.output))
        if now.report["ok"]:
            inbox.drop(now.paths)
            now.loaded, now.turn = True, now.turn + 1
            data_page_kept.kept.clear()
        st.rerun()


def heard(frame: Frame, now: Sitting) -> None:
    """What was found, what can be done about it, and the files as they were read."""
    if now.report is None:
        return
    with st.container(key="fig-report", gap="small"):
        report(frame, now.report, now.loaded)
        if now.corrected is not None:
            words = escape(frame.say("data.corrected_in", file=now.corrected.name))
            st.html(f'<p class="k-said" lang="{frame.lang}">{words}</p>')
        if not now.loaded:
            remedies(frame, now)
            files(frame, now.report)


def remedies(frame: Frame, now: Sitting) -> None:
    """What a person may add: which table a file is, how it is to be read, rows corrected, why a table is replaced."""
    chosen = choices(frame, now.report, now.chosen)
    if chosen is not None:
        now.chosen = chosen
        check(frame, now)
    given = proposals(frame, now.report)
    if given:
        confirm(frame, now, *given)
    if any(one["severity"] == "error" and one["rows"] for one in now.report["groups"]):
        refused_rows(frame, now)
    if now.report["ok"] and any(one["rule"] == "replaces" for one in now.report["problems"]):
        st.text_input(frame.say("data.replace_reason"), key=REASON, max_chars=200)


def confirm(frame: Frame, now: Sitting, wave: str, chosen: dict) -> None:
    """Keep the readings that a person ticked, and check again."""
    path = now.paths[0].parent / "confirmed" / "confirmed.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(chosen, ensure_ascii=False), encoding="utf-8")
    try:
        told(frame.settings.home, "confirm", wave, "--file", str(path), lang=frame.lang)
    except JobFailedError as failed:
        st.error("\n\n".join([frame.say("data.failed"), *failed.lines]))
        return
    check(frame, now)


def refused_rows(frame: Frame, now: Sitting) -> None:
    """Refused rows as a workbook with reasons, and the way back for the corrected one."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if now.rejects is None and st.button(frame.say("data.rejects"), key="rejects"):
            out = now.paths[0].parent / "rejects" / "rejects.xlsx"
            out.parent.mkdir(exist_ok=True)
            job = Job(frame.settings.home, "rejects", *now.files, "--out", str(out), "--json", may_refuse=True)
            if followed(frame, job, "data.failed"):
                now.rejects = out.read_bytes() if out.exists() else b""
                st.rerun()
        if now.rejects:
            st.download_button(
                frame.say("data.rejects_file"), now.rejects, frame.say("data.rejects_name"), KINDS["xlsx"],
                key="rejects_file", on_click="ignore", type="primary",
            )  # fmt: skip
    if now.rejects == b"":
        st.html(f'<p class="k-said" lang="{frame.lang}">{frame.say("data.rejects_none")}</p>')
    corrected_rows(frame, now)


def corrected_rows(frame: Frame, now: Sitting) -> None:
    """The workbook, corrected: the files are checked again with its rows in their places."""
    label = frame.say("data.corrected")
    back = st.file_uploader(label, type="xlsx", key=f"corrected_{now.turn}")
    if back is not None and st.button(frame.say("data.check_again"), key="check_again", type="primary"):
        folder = now.paths[0].parent / "corrected"
        folder.mkdir(exist_ok=True)
        now.corrected = inbox.write(folder, back.name, back.getvalue())
        check(frame, now)
