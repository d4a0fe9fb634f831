"""The data dictionary: every input table and column in words, from data/contract.toml alone: page and README."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.i18n import LANGUAGES, text

BEGIN, END = "<!-- dictionary -->", "<!-- /dictionary -->"


@dataclass(frozen=True)
class Field:
    """One column. header: the Japanese header an office may write; unit: by language, '' for what is no number;
    allowed: codes, empty where any value of the type may stand; words: by language, what they mean, in their order;
    refers: "table.column" it must be found in."""

    name: str
    header: str
    meaning: dict[str, str]
    type: str
    needed: bool
    unit: dict[str, str]
    allowed: tuple[str, ...]
    words: Mapping[str, Sequence[str]]
    refers: str
    example: str

    def kind(self, lang: str) -> str:
        """The type in words, with the unit of a number."""
        words = text(f"dictionary.type.{self.type}", lang)
        return text("dictionary.measured", lang, type=words, unit=self.unit[lang]) if self.unit[lang] else words

    def said(self, lang: str) -> list[str]:
        """What may stand in it: the codes with their words, "対象外（na）"; a code that is a word itself alone."""
        known = zip(self.allowed, self.words.get(lang, self.allowed), strict=True)
        return [it if it == code else text("dictionary.code", lang, words=it, code=code) for code, it in known]


@dataclass(frozen=True)
class Table:
    """One table a city may hand in. files: names its file may have, without suffix; key: columns that name a row;
    by_year: it may have a column for each fiscal year."""

    name: str
    label: dict[str, str]
    files: tuple[str, ...]
    key: tuple[str, ...]
    required: bool
    cycle_months: int | None
    by_year: bool
    fields: tuple[Field, ...]

    def said(self, lang: str) -> str:
        """Whether it is needed, how often it is expected, and that its years may stand side by side."""
        told = [text("dictionary.required" if self.required else "dictionary.optional", lang)]
        told += [text("dictionary.cycle", lang, months=self.cycle_months)] if self.cycle_months else []
        told += [text("dictionary.by_year", lang)] if self.by_year else []
        return text("dictionary.told", lang).join(told)


def dictionary(tables: Mapping[str, dict]) -> dict[str, Table]:
    """Every table by name. tables: as data/contract.toml has them (Settings.tables)."""
    return {name: table_of(name, entry) for name, entry in tables.items()}


def table_of(name: str, entry: dict) -> Table:
    fields = tuple(field_of(it, rules, entry) for it, rules in entry["columns"].items())
    label = {lang: entry[lang] for lang in LANGUAGES}
    return Table(name, label, tuple(entry["files"]), tuple(entry["key"]), entry["required"],
                 entry.get("cycle_months"), "by_year" in entry, fields)  # fmt: skip


def field_of(name: str, rules: dict, entry: dict) -> Field:
    units = entry.get("units", {}).get(name, ("", ""))
    return Field(
        name=name,
        header=rules.get("headers", [name])[0],
        meaning={lang: rules[lang] for lang in LANGUAGES},
        type=rules["type"],
        needed=rules.get("required") == "value",
        unit=dict(zip(LANGUAGES, units, strict=True)),
        allowed=tuple(rules.get("allowed", ())),
        words=rules.get("words", {}),
        refers=rules.get("refers", ""),
        example=entry["example"][name],
    )


def markdown(tables: Iterable[Table]) -> str:
    """The dictionary as the section of data/README.md, in both languages."""
    return "\n\n".join(section(table) for table in tables)


def section(table: Table) -> str:
    """One table of the section."""
    both = " / ".join(table.label.values())
    told = [" / ".join(table.said(lang) for lang in LANGUAGES), "、".join(table.files)]
    names = ("name", "header", "meaning", "kind", "allowed", "example")
    heads = [" / ".join(dict.fromkeys(text(f"dictionary.{name}", lang) for lang in LANGUAGES)) for name in names]
    lines = [f"### `{table.name}` {both}", "", "：".join(told), "", row(heads), row(["---"] * len(heads))]
    return "\n".join([*lines, *(row(cells(field)) for field in table.fields)])


def cells(field: Field) -> list[str]:
    """A column of a table as cells; bold where a value is needed."""
    name = f"**`{field.name}`**" if field.needed else f"`{field.name}`"
    kind = " / ".join(dict.fromkeys(field.kind(lang) for lang in LANGUAGES))
    allowed = "、".join(said_in_both(field)) or (f"`{field.refers}`" if field.refers else "")
    return [name, field.header, " / ".join(field.meaning.values()), kind, allowed, field.example]


def said_in_both(field: Field) -> list[str]:
    """Codes with their words in both languages."""
    both = zip(field.allowed, *(field.words.get(lang, field.allowed) for lang in LANGUAGES), strict=True)
    return [code if code == ja else f"{code} {ja} / {en}" for code, ja, en in both]


def row(words: Iterable[str]) -> str:
    """A row of a Markdown table; a bar inside a cell is escaped."""
    return "| " + " | ".join(word.replace("|", "\\|") for word in words) + " |"


def replaced(readme: str, tables: Iterable[Table]) -> str:
    """The README with its section made anew. Raises ValueError where its marks are missing."""
    before, _, rest = readme.partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise ValueError(f"{BEGIN} … {END}")
    return f"{before}{BEGIN}\n{markdown(tables)}\n{END}{after}"
