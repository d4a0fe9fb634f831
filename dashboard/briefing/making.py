"""brief: one edition in, one folder out."""

from collections.abc import Callable
from pathlib import Path

from dashboard.briefing import document, workbook
from dashboard.briefing.contents import Progress, contents
from dashboard.briefing.folder import FACTS, folder_for, write_facts, write_manifest
from dashboard.briefing.pack import Pack
from dashboard.briefing.problems import UnknownWard, UnknownWave
from dashboard.edition.catalogue import ALL, HEAD_OFFICE, WARD, Catalogue, catalogue
from dashboard.edition.evidence import evidence
from dashboard.edition.export_log import log_export
from dashboard.edition.store import Edition, Store
from dashboard.figures.selection import Selection
from dashboard.settings import Settings

INDEX = "motivation"
# The files of a pack; facts and manifest come after them.
WRITERS: tuple[tuple[str, Callable[[Pack, Path], None]], ...] = (
    ("briefing.pdf", document.write),
    ("briefing.xlsx", workbook.write),
)


def brief(
    here: Settings, out: Path, ward: str | None = None, wave: str | None = None, lang: str = "ja",
    progress: Progress = lambda stage, share: None,
) -> Pack:  # fmt: skip
    """Make the pack of the current edition in folder `out` and return what it was made of.

    ward: a ward's code, None for the whole city; wave: None for the latest survey. Raises StoreError, UnknownWard,
    UnknownWave, FinerThanCouncil, HeadlineFails, NotAPack, NotWritten; whatever is raised, `out` is as it was.
    """
    store = Store(here.home.editions)
    pack = opened(here, store.open_edition(store.current_number()), ward, wave, lang)
    pack.pages = contents(pack, progress)
    pack.hold()
    with folder_for(out.expanduser().resolve()) as folder:
        for at, (name, write) in enumerate(WRITERS):
            progress("brief.stage.write", at / len(WRITERS))
            write(pack, folder / name)
        write_facts(pack, folder / FACTS)
        write_manifest(pack, folder)
        progress("brief.stage.write", 1.0)
    log_export(here.home, str(out), pack.words.edition, map(pack.number, pack.asked))
    return pack


def opened(here: Settings, edition: Edition, ward: str | None, wave: str | None, lang: str) -> Pack:
    """A pack with nothing asked yet. Raises UnknownWard, UnknownWave."""
    words = catalogue(edition)
    chosen = Selection(words, lang, INDEX, checked_wave(words, wave), checked_ward(words, ward))
    return Pack(edition, here, chosen, evidence(here.home).of)


def checked_wave(words: Catalogue, wave: str | None) -> str:
    """The survey asked for, else the latest held."""
    if wave is not None and wave not in words.held:
        raise UnknownWave(wave=wave, held=" ".join(words.held))
    return wave or words.held[-1]


def checked_ward(words: Catalogue, ward: str | None) -> str:
    """The ward asked for, else all; nobody's ward is the head office."""
    wards = [code for code in words.of_view(WARD) if code != HEAD_OFFICE]
    if ward not in (None, ALL, *wards):
        raise UnknownWard(ward=ward, wards=" ".join(wards))
    return ward or ALL
