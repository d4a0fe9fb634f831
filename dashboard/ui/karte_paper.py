"""The karte as PDF: of the association on the screen at a click, of a district or ward once it has been made."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from dashboard.edition.catalogue import ALL, WARD
from dashboard.edition.export import marked
from dashboard.edition.export_log import log_export
from dashboard.edition.places import ASSOCIATION, DISTRICT
from dashboard.i18n import number
from dashboard.ui.following import followed
from dashboard.ui.frame import Frame
from dashboard.ui.jobs import Job
from dashboard.ui.reader import reader

FOLDER = "karte"  # in the home's packs
PDF = "application/pdf"


def of_association(frame: Frame) -> None:
    """The PDF of the chosen association, made when it is asked for."""
    code = frame.choice.association
    home, lang, name, who = frame.settings.home, frame.lang, name_of(frame, code), reader(frame.settings)

    def made() -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            job = Job(home, "karte", code, "--lang", lang, "--out", folder)
            for _ in job.steps():
                pass
            log_export(home, name, frame.catalogue.edition, who=who)
            return Path(job.output[0]).read_bytes()

    with st.container(key="paper"):
        take(frame.say("karte.pdf.one"), name, made)


def of_area(frame: Frame) -> bool:
    """The PDF of all associations of the chosen district, else ward. Whether the reader wants it made now."""
    kind, code = chosen(frame)
    with st.container(key="paper"):
        if code == ALL:
            label, why = frame.say("karte.pdf.several"), frame.say("karte.pdf.choose")
            st.button(label, disabled=True, help=why, key="kartes", type="tertiary")
            return False
        words = {"place": frame.area(kind, code), "count": number(len(within(frame, kind, code)))}
        path, who = path_of(frame, kind, code), reader(frame.settings)
        if not path.exists():
            return st.button(frame.say("karte.pdf.make", **words), key="kartes", type="tertiary")

        def logged() -> bytes:
            log_export(frame.settings.home, path.name, frame.catalogue.edition, who=who)
            return path.read_bytes()

        take(frame.say("karte.pdf.take", **words), path.name, logged)
        return False


def make(frame: Frame) -> None:
    """Make it, and offer it."""
    kind, code = chosen(frame)
    given = ("karte", f"--{kind}", code, "--lang", frame.lang, "--out", str(path_of(frame, kind, code).parent))
    if followed(frame, Job(frame.settings.home, *given)):
        st.rerun()


def path_of(frame: Frame, kind: str, code: str) -> Path:
    """Where the file of a ward or district lies once it was made: of one edition it is always the same."""
    return frame.settings.home.packs / FOLDER / name_of(frame, f"{kind}-{code}")


def take(label: str, name: str, content: Callable[[], bytes]) -> None:
    """A link to a file, made or read when it is clicked."""
    st.download_button(
        label, data=content, file_name=name, mime=PDF, key="karte-pdf", on_click="ignore", type="tertiary"
    )


def chosen(frame: Frame) -> tuple[str, str]:
    """The narrowest area chosen: (district | ward, code); all where none is."""
    choice = frame.choice
    return (WARD, choice.place_ward) if choice.district == ALL else (DISTRICT, choice.district)


def within(frame: Frame, kind: str, code: str) -> list:
    places = frame.catalogue.places
    return places.within(ASSOCIATION, code) if kind == WARD else places.within(ASSOCIATION, None, code)


def name_of(frame: Frame, place: str) -> str:
    """The file's name, as the command line gives it."""
    words = frame.catalogue
    return marked(words.demo, frame.lang, "karte", place, frame.lang, f"edition{words.edition}") + ".pdf"
