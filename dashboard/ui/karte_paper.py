"""The karte as PDF: of the association on the screen at a click, of a district or ward once it has been made."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from dashboard.edition.catalogue import ALL, WARD
from dashboard.edition.export import marked
from dashboard.edition.export_log import log_export
from dashboard.edition.places import ASSOCIATION, DISTRICT
from dashboard.figures.lettering import shortened
from dashboard.i18n import number
from dashboard.settings import Home
from dashboard.ui.behind import KINDS
from dashboard.ui.following import followed
from dashboard.ui.frame import Frame
from dashboard.ui.jobs import Job
from dashboard.ui.reader import reader

PLACE = 112  # px of the name in a link beside the finding
FOLDER = "karte"  # in the home's packs
PDF = "application/pdf"
BLANK = {"pdf": PDF, "xlsx": KINDS["xlsx"]}  # in the order the command line writes them


def of_association(frame: Frame) -> None:
    """The PDF of the chosen association, made when it is asked for."""
    code = frame.choice.association
    home, lang, name, who = frame.settings.home, frame.lang, name_of(frame, code), reader(frame.settings)

    def made() -> bytes:
        (content,) = written(home, "karte", code, "--lang", lang)
        log_export(home, name, frame.catalogue.edition, who=who)
        return content

    with st.container(key="paper", horizontal=True, gap="medium"):
        take(frame.say("karte.pdf.one"), name, made)
        for at, kind in enumerate(BLANK):
            content = partial(blank, home, code, lang, at)
            take(frame.say(f"karte.blank.{kind}"), blank_name(frame, code, kind), content, BLANK[kind], f"blank-{kind}")


def blank(home: Home, code: str, lang: str, at: int) -> bytes:
    """The form for a visit, as paper or as the workbook it is typed back into; the command line logs the export."""
    return written(home, "karte", code, "--blank", "--lang", lang)[at]


def blank_name(frame: Frame, code: str, kind: str) -> str:
    words = frame.catalogue
    return marked(words.demo, frame.lang, "karte", "blank", code, frame.lang, f"edition{words.edition}") + f".{kind}"


def written(home: Home, *arguments: str) -> list[bytes]:
    """What a command writes into a folder, in the order it names the files."""
    with tempfile.TemporaryDirectory() as folder:
        job = Job(home, *arguments, "--out", folder)
        for _ in job.steps():
            pass
        return [Path(path).read_bytes() for path in job.output]


def of_area(frame: Frame) -> bool:
    """The PDF of all associations of the chosen district, else ward. Whether the reader wants it made now."""
    kind, code = chosen(frame)
    with st.container(key="paper"):
        if code == ALL:
            label, why = frame.say("karte.pdf.several"), frame.say("karte.pdf.choose")
            st.button(label, disabled=True, help=why, key="kartes", type="tertiary")
            return False
        place = shortened(frame.area(kind, code), PLACE, frame.lang)
        words = {"place": place, "count": number(len(within(frame, kind, code)))}
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


def take(label: str, name: str, content: Callable[[], bytes], mime: str = PDF, key: str = "karte-pdf") -> None:
    """A link to a file, made or read when it is clicked."""
    st.download_button(label, data=content, file_name=name, mime=mime, key=key, on_click="ignore", type="tertiary")


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
