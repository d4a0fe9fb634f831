"""Typst compiled from a template and data alone: the same input gives the same bytes, on every machine.

The output is PDF/UA-1 (tagged). The standard is also what tells of a missing glyph: without it a character that the
font lacks vanishes without a word. Here it is named in the log and printed as 〓.
"""

import datetime
import importlib.resources
import io
import json
import logging
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pikepdf
import typst

from dashboard.i18n import LANGUAGES, text

LOG = logging.getLogger("dashboard")
FONTS = ("noto_cjk_sans_jp_regular", "noto_cjk_sans_jp_bold")
KIT = Path(__file__).with_name("kit.typ")
GETA = "〓"  # the printers' mark for a type that is not in the case
MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


@cache
def fonts() -> typst.Fonts:
    """The paper's two fonts and no other: a system's font would change the bytes."""
    folders = [str(importlib.resources.files(name)) for name in FONTS]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def compile(template: Path, data: dict, files: Mapping[str, str | bytes], title: str, date: datetime.date) -> bytes:
    """The PDF of a template.

    data: read by the template as json("data.json"), with title and date (ISO) added. files: what else it reads, by
    path, such as figures. date: of the document, also its time stamp. Raises typst.TypstError for a fault of the
    template, such as a figure without alternative text.
    """
    written = json.dumps({**data, "title": title, "date": date.isoformat()}, ensure_ascii=False)
    sources = {"data.json": written, **files}
    fixed = {"main.typ": template.read_bytes(), KIT.name: KIT.read_bytes()}
    stamp = datetime.datetime.combine(date, datetime.time(), datetime.UTC)
    try:
        return made(fixed, sources, stamp)
    except typst.TypstError as error:
        lacking = missing_glyphs(error)
        if not lacking:
            raise
    for lang in LANGUAGES:
        LOG.warning(text("paper.missing_glyphs", lang, title=title, glyphs=" ".join(map(named, lacking))))
    return made(fixed, {path: without(source, lacking) for path, source in sources.items()}, stamp)


def made(fixed: Mapping[str, bytes], sources: Mapping[str, str | bytes], stamp: datetime.datetime) -> bytes:
    """One run of the compiler, which sees nothing but these files."""
    own = {path: source.encode() if isinstance(source, str) else source for path, source in sources.items()}
    pdf = typst.compile(
        {**fixed, **own}, font_paths=fonts(), ignore_system_fonts=True, format="pdf",
        pdf_standards=["ua-1"], timestamp=int(stamp.timestamp()),
    )  # fmt: skip
    return packed(pdf)


def packed(pdf: bytes) -> bytes:
    """The same document in a quarter of the bytes: its tags, a line each, are kept compressed."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def missing_glyphs(error: typst.TypstError) -> list[str]:
    """Texts that the fonts cannot show, each once, in the order met."""
    told = MISSING.findall(error.diagnostic)
    return list(dict.fromkeys(ESCAPED.sub(lambda found: chr(int(found[1], 16)), glyph) for glyph in told))


def without(source: str | bytes, lacking: list[str]) -> str | bytes:
    """A text with every missing glyph as 〓; bytes, such as pictures, as they are."""
    if isinstance(source, str):
        for glyph in lacking:
            source = source.replace(json.dumps(glyph, ensure_ascii=False)[1:-1], GETA).replace(glyph, GETA)
    return source


def named(glyph: str) -> str:
    """A glyph with its code, for nobody can look up what no font shows: 🙂 (U+1F642)."""
    return f"{glyph} ({' '.join(f'U+{ord(mark):04X}' for mark in glyph)})"
