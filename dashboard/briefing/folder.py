"""A pack's folder: written beside its place and moved there whole, with a manifest of what is in it."""

import hashlib
import json
import os
import shutil
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

from dashboard.briefing.pack import Pack
from dashboard.briefing.problems import NotAPack, NotWritten
from dashboard.edition.answer import Answer
from dashboard.settings import ROOT

MANIFEST, FACTS = "manifest.json", "facts.json"
FONTS = ("noto-cjk-sans-jp-bold", "noto-cjk-sans-jp-regular")
PACKAGES = ("duckdb", "matplotlib", *FONTS, "pandas", "typst", "XlsxWriter")


@contextmanager
def folder_for(out: Path) -> Iterator[Path]:
    """A folder to write into, which becomes `out` when everything is in it; else nothing is left of it.

    A pack that stands at `out` is replaced as a whole. Raises NotAPack, NotWritten.
    """
    if out.exists() and not is_replaceable(out):
        raise NotAPack(folder=out)
    building, old = (out.with_name(f".{out.name}.{what}-{os.getpid()}") for what in ("build", "old"))
    try:
        building.mkdir(parents=True)
        yield building
        settle(building)
        if out.exists():
            out.replace(old)
        building.replace(out)
    except OSError as error:
        if old.exists() and not out.exists():
            old.replace(out)
        raise NotWritten(folder=out, detail=error.strerror or error) from error
    finally:
        shutil.rmtree(building, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def is_replaceable(out: Path) -> bool:
    """Whether nothing but a pack would be lost."""
    return out.is_dir() and ((out / MANIFEST).exists() or not any(out.iterdir()))


def settle(folder: Path) -> None:
    """Everything on the disk before the name is."""
    for path in folder.iterdir():
        with path.open("rb") as file:
            os.fsync(file.fileno())


def write_json(content: object, path: Path) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_facts(pack: Pack, path: Path) -> None:
    """Every number of the text, and every headline with its conditions."""
    about = {"edition": pack.words.edition, "edition_hash": pack.words.edition_hash, "lang": pack.lang}
    facts = [fact.as_dict() for fact in pack.facts.known.values()]
    write_json({**about, "facts": facts, "headlines": [one.as_dict() for one in pack.headlines]}, path)


def write_manifest(pack: Pack, folder: Path) -> None:
    """Which edition, what was asked with which SQL, what was written, with which program: no time, no machine."""
    words, chosen = pack.words, pack.chosen
    told = {
        "edition": words.edition, "edition_hash": words.edition_hash, "built_on": words.built_on.isoformat(),
        "demo": words.demo, "ward": chosen.ward, "wave": chosen.wave, "lang": pack.lang,
        "council": pack.settings.release["council"],
        "questions": [question(pack, answer) for answer in pack.asked],
        "files": {path.name: sha256(path) for path in sorted(folder.iterdir())},
        "program": program(), "packages": {name: metadata.version(name) for name in PACKAGES},
    }  # fmt: skip
    write_json(told | {"sha256": own_hash(told)}, folder / MANIFEST)


def own_hash(manifest: dict) -> str:
    """SHA-256 over a manifest's content but for this very hash: a slip in it is seen, though not a forger's."""
    rest = {name: value for name, value in manifest.items() if name != "sha256"}
    return hashlib.sha256(json.dumps(rest, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def question(pack: Pack, answer: Answer) -> dict:
    return {
        "evidence": pack.number(answer), "question": answer.question.name, "parameters": answer.parameters,
        "rows": len(answer.frame), "sql": answer.question.sql,
    }  # fmt: skip


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def program() -> str:
    """Name and version of this program."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return f"{project['name']} {project['version']}"
