"""Briefing packs of this home: where each lies, what it says of itself, its files for download."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dashboard.edition.store import WITHDRAWN, Store
from dashboard.settings import Home

MANIFEST = "manifest.json"
PDF, XLSX, ZIP = "briefing.pdf", "briefing.xlsx", "zip"
KINDS = {
    PDF: ("pdf", "application/pdf"),
    XLSX: ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ZIP: ("zip", "application/zip"),
}
SINCE = (2000, 1, 1, 0, 0, 0)  # the same folder gives the same archive


@dataclass(frozen=True)
class Made:
    """A pack on the disk. built_on: day of its edition, ISO; withdrawn: its edition was taken back since."""

    folder: Path
    edition: int
    built_on: str
    ward: str
    wave: str
    lang: str
    demo: bool
    withdrawn: bool
    age: float

    def files(self) -> dict[str, Callable[[], bytes]]:
        """What can be taken away: kind -> its content, read when asked for."""
        found = {name: (self.folder / name).read_bytes for name in (PDF, XLSX) if (self.folder / name).exists()}
        return {**found, ZIP: lambda: zipped(self.folder)}


def folder_of(home: Home, edition: int, ward: str, wave: str, lang: str) -> Path:
    """Where the pack of an edition about a ward and a survey lies."""
    return home.packs / f"edition{edition}_{ward}_{wave}_{lang}"


def made(home: Home) -> list[Made]:
    """Every pack of the home, the newest first; a folder that tells nothing of itself is none."""
    withdrawn = {entry.number for entry in Store(home.editions).editions() if entry.status == WITHDRAWN}
    found = [read(path.parent, withdrawn) for path in home.packs.glob(f"[!.]*/{MANIFEST}")]
    return sorted((pack for pack in found if pack), key=lambda pack: (-pack.age, pack.folder.name))


def read(folder: Path, withdrawn: set[int]) -> Made | None:
    """A pack by its manifest; None where that cannot be read, or is being replaced at this moment."""
    try:
        path = folder / MANIFEST
        told = json.loads(path.read_text(encoding="utf-8"))
        words = [told[name] for name in ("edition", "built_on", "ward", "wave", "lang", "demo")]
        return Made(folder, *words, withdrawn=told["edition"] in withdrawn, age=path.stat().st_mtime)
    except (OSError, ValueError, LookupError, TypeError):
        return None


def zipped(folder: Path) -> bytes:
    """The whole folder as an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            archive.writestr(
                zipfile.ZipInfo(f"{folder.name}/{path.name}", SINCE), path.read_bytes(), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()
