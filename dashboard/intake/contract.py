"""The input contract: which tables there are, their columns and headers, and which table a file is."""

import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from dashboard.intake import values
from dashboard.settings import DATA, shipped

WAVE_IN_NAME = re.compile(r"20\d\d(?:年度)?(?:r\d+)?|(?:令和|平成)(?:元|\d{1,2})年度?|(?<![a-z])[rh]\d{1,2}(?:年度)?")
SPATIAL_SUFFIXES = (".geojson", ".json", ".gpkg", ".zip", ".shp")
EXPLAINED = re.compile(r"[（(,;:]")  # what follows explains a meaning
# What is added to the name of a second copy.
COPY = re.compile(r"(?:_?\(\d{1,2}\)|[-_]?コピー|のコピー|[-_]copy)+$")
SUFFIXES = re.compile(r"(\.csv\.gz|\.[a-z0-9]+)$")


@dataclass(frozen=True)
class Column:
    """One column of a table: its canonical name, type and rules."""

    name: str
    type: str
    headers: frozenset[str]  # every accepted way to write the header, squashed
    ja: str
    en: str
    required: str | None = None  # value | column | None
    default: object = None
    allowed: tuple[str, ...] = ()
    refers: str | None = None
    least: float | None = None
    most: float | None = None
    unit: str | None = None  # of a number, as a header may tell it
    words: dict[str, list[str]] = field(default_factory=dict)  # by language: the allowed codes in words

    def said(self, lang: str) -> list[str]:
        """The allowed values in words; the codes themselves where they are words already."""
        return list(self.words.get(lang, self.allowed))

    def said_of(self, code: str, lang: str) -> str:
        """One allowed value in words; what is none as it stands."""
        return dict(zip(self.allowed, self.said(lang), strict=True)).get(code, code)

    @property
    def called(self) -> dict[str, str]:
        """The column in a word or two, by language: its meaning up to where it is explained."""
        return {"ja": EXPLAINED.split(self.ja)[0], "en": EXPLAINED.split(self.en)[0]}

    @cached_property
    def spoken(self) -> dict[str, str]:
        """Words, squashed -> the allowed code they mean."""
        return {
            values.squashed(words): code
            for told in self.words.values()
            for code, words in zip(self.allowed, told, strict=True)
        }


@dataclass(frozen=True)
class Table:
    """One table of the contract."""

    name: str
    files: frozenset[str]
    ja: str
    en: str
    required: bool
    key: tuple[str, ...]
    columns: dict[str, Column]
    per_wave: bool = False
    layer: str | None = None  # of a table of outlines: what is outlined
    begins: tuple[str, ...] = ()  # how the file names of published outlines begin
    by_year: dict[str, str] | None = None  # year, value: columns that a table with a column for each year lacks
    spread: dict[str, str] | None = None  # name, value: columns a wide table lacks; members, label: where they are

    @property
    def label(self) -> dict[str, str]:
        """The table's name for a message: {language: words}."""
        return {"ja": f"{self.ja}（{self.name}）", "en": f"{self.en} ({self.name})"}

    @property
    def value(self) -> str | None:
        """The column of values of a table that may be handed in wide."""
        return (self.by_year or self.spread or {}).get("value")

    def column_of(self, header: str) -> str | None:
        """The canonical name of a header as written, or None."""
        wanted = values.squashed(header)
        return next((column.name for column in self.columns.values() if wanted in column.headers), None)


def document() -> dict:
    return shipped(DATA / "contract.toml")


def column(name: str, entry: dict) -> Column:
    headers = frozenset(values.squashed(header) for header in [name, *entry.pop("headers", [])])
    return Column(name=name, headers=headers, allowed=tuple(entry.pop("allowed", ())), **entry)


def limit(name: str) -> int:
    """The most a file may bring of something; see [limits] of data/contract.toml."""
    return document()["limits"][name]


@cache
def tables() -> dict[str, Table]:
    """Every table of data/contract.toml by name, in its order."""
    found = {}
    for name, entry in document()["tables"].items():
        columns = {it: column(it, dict(rules)) for it, rules in entry["columns"].items()}
        files = frozenset(values.squashed(file) for file in entry["files"])
        rest = {key: entry[key] for key in ("ja", "en", "required") if key in entry}
        found[name] = Table(name, files, key=tuple(entry["key"]), columns=columns,
                            per_wave=entry.get("per_wave", False),
                            spread=entry.get("spread"), by_year=entry.get("by_year"),
                            layer=entry.get("layer"), begins=tuple(entry.get("begins", ())), **rest)  # fmt: skip
    return found


def stem(name: str) -> str:
    return COPY.sub("", SUFFIXES.sub("", values.squashed(Path(name).name)))


def recognised(name: str) -> tuple[str, str | None] | None:
    """(table, wave) that a file name tells (responses_2025.csv, 令和7年度_回答.xlsx, 調査回.csv), or None."""
    words = stem(name)
    spatial = name.lower().endswith(SPATIAL_SUFFIXES)
    for table in tables().values():
        if not table.per_wave and (words in table.files or (spatial and words.startswith(table.begins))):
            return table.name, None
    found = WAVE_IN_NAME.search(words)
    rest = re.sub(r"[\s_\-()（）・.]+", "", words.replace(found[0], "", 1) if found else words)
    for table in tables().values():
        if table.per_wave and rest in table.files:
            return table.name, wave_of(found[0]) if found else None
    return None


def wave_of(written: str) -> str:
    """'2025', '令和7年度' or the revision '2025r1' -> the wave."""
    revision = re.fullmatch(r"(20\d\d)(?:年度)?(r\d+)", written)
    return revision[1] + revision[2] if revision else values.wave(written)


def is_personal(header: str) -> bool:
    """True if a header tells of a name, number, address or moment that would say who answered."""
    personal = document()["personal"]
    words = values.plain(header).casefold()
    if words in personal["names"]:
        return True
    short = len(words) <= personal["fragments_within"]
    return short and any(fragment in words for fragment in personal["fragments"])
