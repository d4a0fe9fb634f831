"""The panels of the briefing page: one button makes a pack of what the filters show; below, the packs made before."""

from collections.abc import Callable
from html import escape

import streamlit as st

from dashboard.edition.export import marked
from dashboard.edition.export_log import log_export
from dashboard.i18n import fiscal_year
from dashboard.ui.following import followed
from dashboard.ui.frame import Frame, open_with
from dashboard.ui.jobs import Job
from dashboard.ui.packs import KINDS, Made, folder_of, made
from dashboard.ui.reader import reader

MOST = 20  # packs listed; older ones lie in the home's folder


def asked(frame: Frame) -> dict[str, str]:
    """What the filters show, as the command line takes it; who works at the head office stands for the whole city."""
    choice = frame.choice
    return {"ward": choice.place_ward, "wave": choice.wave, "lang": choice.lang}


def finding(frame: Frame) -> None:
    """What will be made, of which edition."""
    words = {"place": frame.ward_label, "year": fiscal_year(frame.wave.fiscal_year, frame.lang)}
    detail = frame.say("briefing.detail", number=frame.catalogue.edition, date=frame.catalogue.built_on.isoformat())
    open_with(frame, frame.say("briefing.headline", **words), "", detail)


def make(frame: Frame) -> None:
    """The button, and what it made: the same edition gives the same pack, so one that lies there is offered at once."""
    folder = folder_of(frame.settings.home, frame.catalogue.edition, **asked(frame))
    with st.container(key="fig-make", gap="small"):
        title(frame, "briefing.make")
        again = any(pack.folder == folder for pack in made(frame.settings.home))
        if st.button(frame.say("briefing.again" if again else "briefing.button"), type="primary", key="make"):
            given = [part for name, value in asked(frame).items() for part in (f"--{name}", value)]
            followed(frame, Job(frame.settings.home, "brief", *given, "--out", str(folder)))
        for pack in made(frame.settings.home):
            if pack.folder == folder:
                take_away(frame, pack, "now")


def title(frame: Frame, key: str) -> None:
    st.html(f'<div class="k-ft" lang="{frame.lang}"><h2>{escape(frame.say(key))}</h2></div>')


def earlier(frame: Frame) -> None:
    """Every pack of this home with its edition, the newest first."""
    with st.container(key="fig-earlier", gap="small"):
        packs = made(frame.settings.home)
        title(frame, "briefing.earlier")
        if not packs:
            st.html(f'<p lang="{frame.lang}">{escape(frame.say("briefing.none"))}</p>')
        for pack in packs[:MOST]:
            take_away(frame, pack, "earlier")


def take_away(frame: Frame, pack: Made, where: str) -> None:
    """One pack: what it is of, and its files."""
    with st.container(
        key=f"pack-{where}-{pack.folder.name}", horizontal=True, vertical_alignment="center", gap="small"
    ):
        st.html(f'<p lang="{frame.lang}">{escape(told(frame, pack))}</p>', width=520)
        for kind, content in pack.files().items():
            download(frame, pack, where, kind, content)


def told(frame: Frame, pack: Made) -> str:
    """市全体　令和7年度（2025年度）　日本語　第3版（2026-11-25）"""
    words = {
        "place": frame.catalogue.place_name(pack.ward, frame.lang),
        "year": fiscal_year(int(pack.wave[:4]), frame.lang), "number": pack.edition, "date": pack.built_on,
        "language": frame.say(f"briefing.lang.{pack.lang}"),
    }  # fmt: skip
    return frame.say("briefing.pack_withdrawn" if pack.withdrawn else "briefing.pack", **words)


def download(frame: Frame, pack: Made, where: str, kind: str, content: Callable[[], bytes]) -> None:
    """A button for one file; that it was taken is written down."""
    suffix, mime = KINDS[kind]
    name, who = f"{marked(pack.demo, pack.lang, 'briefing', pack.folder.name)}.{suffix}", reader(frame.settings)

    def logged() -> bytes:
        log_export(frame.settings.home, name, pack.edition, who=who)
        return content()

    st.download_button(
        frame.say(f"briefing.file.{suffix}"), data=logged, file_name=name, mime=mime, on_click="ignore",
        key=f"take-{where}-{pack.folder.name}-{suffix}",
    )  # fmt: skip
