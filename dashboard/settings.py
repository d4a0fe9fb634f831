"""Where everything lies and what a city may set: the one home for every path."""

import os
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
QUERIES = ROOT / "queries"
PAGES = ROOT / "pages"
SPOKEN = "DASHBOARD_LANG"  # the language of the command line's messages; not set: both
STATIC = Path(__file__).resolve().parent / "static"


@cache
def shipped(path: Path) -> dict:
    """One of the program's own files of rules, read once: it does not change while the program runs."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Home:
    """The folder of one city: its sources, plans, editions, packs and log."""

    folder: Path

    @property
    def settings(self) -> Path:
        """What the city sets itself; need not exist."""
        return self.folder / "settings.toml"

    @property
    def inbox(self) -> Path:
        return self.folder / "inbox"

    @property
    def sources(self) -> Path:
        return self.folder / "sources"

    @property
    def plans(self) -> Path:
        return self.folder / "plans"

    @property
    def editions(self) -> Path:
        return self.folder / "editions"

    @property
    def packs(self) -> Path:
        return self.folder / "packs"

    @property
    def log(self) -> Path:
        return self.folder / "log"

    @property
    def evidence(self) -> Path:
        """The register of evidence numbers."""
        return self.log / "evidence.jsonl"

    @property
    def exports(self) -> Path:
        """What was taken out, a line each."""
        return self.log / "exports.csv"


class SettingsError(Exception):
    """The home's settings.toml cannot be read. file: its name; why: what is wrong and in which line."""

    def __init__(self, file: str, why: str):
        super().__init__(f"{file}: {why}")
        self.file, self.why = file, why


@dataclass(frozen=True)
class Settings:
    """Settings of this process: the home, and data/settings.toml overlaid by the home's own settings.toml."""

    home: Home

    @cached_property
    def own(self) -> dict:
        """What the home's settings.toml says by itself. Raises SettingsError."""
        path = self.home.settings
        try:
            found = tomllib.loads(path.read_text(encoding="utf-8-sig")) if path.exists() else {}
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SettingsError(path.name, str(error)) from error
        if loose := [name for name, entries in found.items() if not isinstance(entries, dict)]:
            raise SettingsError(path.name, f"{loose[0]}: not in a [section]")
        return found

    @cached_property
    def values(self) -> dict:
        merged = dict(shipped(DATA / "settings.toml"))
        for section, entries in self.own.items():
            merged[section] = {**merged.get(section, {}), **entries}
        return merged

    @cached_property
    def planes(self) -> list[dict]:
        """The zones of the plane rectangular coordinate system: epsg, prefectures, ja, en."""
        return shipped(DATA / "planes.toml")["zones"]

    @cached_property
    def contract(self) -> dict:
        """What a city hands in: data/contract.toml."""
        return shipped(DATA / "contract.toml")

    @property
    def tables(self) -> dict[str, dict]:
        """Every table a city may hand in, by name: what data/contract.toml says of it."""
        return self.contract["tables"]

    @cached_property
    def release(self) -> dict:
        return shipped(DATA / "release.toml")

    @cached_property
    def effects(self) -> dict:
        """By what rules an effect is told."""
        return shipped(DATA / "effects.toml")


def settings(home: str | Path | None = None) -> Settings:
    """Settings for `home`, else DASHBOARD_HOME, else data/local."""
    folder = home if home is not None else os.environ.get("DASHBOARD_HOME") or DATA / "local"
    return Settings(Home(Path(folder).expanduser().resolve()))
