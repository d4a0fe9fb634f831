"""The wide export of one wave, read through the codebook: columns -> items, labels or codes -> scale codes."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas as pd

from dashboard.i18n import LANGUAGES
from dashboard.intake import contract, values
from dashboard.intake.check import places_of
from dashboard.intake.confirmed import Confirmed
from dashboard.intake.options import SEVERAL, add, answers, looked_up
from dashboard.intake.report import Findings
from dashboard.intake.tables import Raw

ATTRIBUTES = ("unit", "ward", "grade", "age", "dispatched")
SCALED = ("grade", "age", "dispatched")
NOT_KEPT = ("text", "number")
HEADER_FIELDS = ("item", "header", "text_ja", "text_en")  # in this order


@dataclass(frozen=True)
class Book:
    """What is needed to read one wave: the codebook, the units of the day it opened, the names of the wards."""

    wave: str
    opened_on: date
    questions: pd.DataFrame
    scales: pd.DataFrame
    units: pd.DataFrame  # every row; see `units_on`
    ward_names: dict[str, str]  # name -> code
    confirmed: Confirmed = field(default_factory=Confirmed)

    @cached_property
    def asked(self) -> pd.DataFrame:
        """The questions of this wave."""
        first = self.questions["first_wave"].map(lambda wave: wave is None or wave <= self.wave)
        last = self.questions["last_wave"].map(lambda wave: wave is None or wave >= self.wave)
        return self.questions[first.astype(bool) & last.astype(bool)]

    def how(self, header: str) -> str:
        """How a header is known: confirmed (for this wave), carried (from an earlier one), exact, or nfkc."""
        wanted = values.squashed(header)
        if wanted in self.confirmed.headers:
            return "confirmed" if wanted in self.confirmed.own else "carried"
        exact = any((self.questions[name] == header).any() for name in HEADER_FIELDS)
        return "exact" if exact or header in contract.tables()["responses"].columns else "nfkc"

    @cached_property
    def scale_of(self) -> dict[str, str]:
        return dict(zip(self.asked["item"], self.asked["scale"], strict=True))

    @cached_property
    def kind_of(self) -> dict[str, str]:
        return dict(zip(self.asked["item"], self.asked["kind"], strict=True))

    def options(self, scale: str) -> dict[str, str]:
        """Every way to write an answer of a scale, or a unit, those confirmed by a person among them -> its code."""
        options = unit_names(self.valid) if scale == "unit" else answers(self.scales, scale)
        codes = set(options.values())
        return options | {text: code for text, code in self.confirmed.labels.get(scale, {}).items() if code in codes}

    @cached_property
    def valid(self) -> pd.DataFrame:
        return units_on(self.units, self.opened_on)

    @cached_property
    def headers(self) -> frozenset[str]:
        """Every known header of the export, squashed."""
        columns = contract.tables()["responses"].columns.values()
        texts = pd.concat([self.questions[name].dropna() for name in HEADER_FIELDS])
        names = frozenset(values.squashed(it) for it in texts).union(*(column.headers for column in columns))
        return names | {header for header, name in self.confirmed.headers.items() if name}


def units_on(units: pd.DataFrame, day: date) -> pd.DataFrame:
    """The rows of `units` that hold on `day` (both ends included)."""
    begun = units["valid_from"].map(lambda it: it is None or it <= day)
    open_ = units["valid_to"].map(lambda it: it is None or it >= day)
    return units[begun.astype(bool) & open_.astype(bool)]


def matched(raw: Raw, book: Book, findings: Findings) -> tuple[dict[int, str], list[int]]:
    """(position -> attribute or item, positions of text and number questions). Ambiguous headers are findings."""
    attributes = contract.tables()["responses"]
    asked, known = lookups(book.asked), lookups(book.questions)
    kinds = dict(zip(book.questions["item"], book.questions["kind"], strict=True))
    found, left = {}, []
    for place, header in enumerate(raw.headers):
        chosen = book.confirmed.headers.get(values.squashed(header))
        name = chosen or attributes.column_of(header) or item_of(header, asked, findings)
        if chosen == "":
            name = None
        elif chosen and chosen not in ATTRIBUTES and chosen not in book.scale_of:
            findings.add("error", "item_not_asked", column=header, item=chosen, wave=book.wave)
            name = None
            left.append(place)
        elif name is None and (other := item_of(header, known, findings)) is not None:
            findings.add("error", "item_not_asked", column=header, item=other, wave=book.wave)
            left.append(place)
        elif kinds.get(name) in NOT_KEPT:
            findings.add("note", "kind_not_kept", column=header, kind=kinds[name])
            left.append(place)
        elif name is not None:
            found[place] = name
    findings.headers |= {name: raw.headers[place] for place, name in found.items()}
    check_complete(found, book, findings)
    return found, left


def lookups(questions: pd.DataFrame) -> list[dict[str, set[str]]]:
    """For each way to name an item in a header: squashed name -> items."""
    ways = []
    for name_field in HEADER_FIELDS:
        way = defaultdict(set)
        for item, name in zip(questions["item"], questions[name_field], strict=True):
            if name is not None:
                way[values.squashed(name)].add(item)
        ways.append(dict(way))
    return ways


def item_of(header: str, ways: list[dict[str, set[str]]], findings: Findings) -> str | None:
    wanted = values.squashed(header)
    items = next((way[wanted] for way in ways if wanted in way), set())
    if len(items) > 1:
        findings.add("error", "ambiguous_column", column=header, items=" / ".join(sorted(items)))
    return min(items, default=None)


def meaning(name: str) -> dict[str, str]:
    """What a column of the responses means, in each language."""
    column = contract.tables()["responses"].columns[name]
    return {"ja": column.ja, "en": column.en}


def check_complete(found: dict[int, str], book: Book, findings: Findings) -> None:
    names = set(found.values())
    if "unit" not in names:
        headers = " / ".join(sorted(contract.tables()["responses"].columns["unit"].headers))
        findings.add("error", "missing_column", column="unit", label=meaning("unit"), headers=headers)
    for name in sorted(set(ATTRIBUTES) - names - {"unit", "ward"}):  # without a ward the unit's is taken
        findings.add("warning", "attribute_absent", column=name)
    kept = book.asked[~book.asked["kind"].isin(NOT_KEPT)]
    for item, words in zip(kept["item"], kept["text_ja"], strict=True):
        if item not in names:
            findings.add("warning", "item_absent", column=item, words=words)
    if not names & set(kept["item"]):
        findings.add("error", "no_items")


def without_second_header(raw: Raw, found: dict[int, str], book: Book, findings: Findings) -> Raw:
    """The rows without a second header row: one of texts that are no answers, where the next row has answers."""
    places = [place for place, name in found.items() if book.scale_of.get(name)]
    answered = [filled_and_known(raw.cells.iloc[at], places, found, book) for at in range(min(2, len(raw.cells)))]
    if len(answered) < 2 or len(places) < 2:
        return raw
    (filled, good), (_, next_good) = answered
    if filled < 2 or good or not next_good:
        return raw
    findings.add("note", "second_header", raw.cells.index[0])
    return raw.only(raw.cells.index != raw.cells.index[0])


def filled_and_known(row: pd.Series, places: list[int], found: dict[int, str], book: Book) -> tuple[int, int]:
    """How many of a row's answers are filled, and how many of those are answers of their scales."""
    filled = [place for place in places if row[place].strip()]
    many = {place: book.kind_of[found[place]] == "multi" for place in filled}
    options = {place: book.options(book.scale_of[found[place]]) for place in filled}
    return len(filled), sum(looked_up(row[place], options[place], many[place]) is not None for place in filled)


def canonical(raw: Raw, found: dict[int, str], book: Book, findings: Findings) -> pd.DataFrame:
    """One row a respondent: respondent (1..), the five attributes and every item asked; codes as str or None."""
    at = {name: place for place, name in found.items()}
    frame = {name: attribute(name, raw, at, book, findings) for name in ATTRIBUTES}
    own_ward(frame, book, findings)
    items = [item for item in book.asked["item"] if item in at]
    for item in items:
        scale, many = book.scale_of[item], book.kind_of[item] == "multi"
        frame[item] = coded(raw, at[item], book.options(scale), findings, "outside_scale", many, scale=scale)
    whole = pd.DataFrame(frame, index=raw.cells.index, dtype=object)
    silent = whole[items].isna().all(axis=1)
    if silent.any():
        rows = list(whole.index[silent])
        findings.add("warning", "blank_response", row=rows[0], count=len(rows))
        whole = whole[~silent]
    whole.insert(0, "respondent", range(1, len(whole) + 1))
    return whole.reset_index(drop=True)


def coded(raw: Raw, place: int, options: dict, findings: Findings, rule: str, many=False, **told) -> pd.Series:
    """A column of labels and codes, mixed -> codes; each distinct text is looked up once."""
    cells = raw.cells[place]
    codes = {text: looked_up(text, options, many) for text in cells.unique()}
    several = [text for text, code in codes.items() if code is SEVERAL]
    unknown = [text for text, code in codes.items() if code is None and text.strip()]
    findings.add_rows("error", rule, places_of(cells, unknown), raw.headers[place], **told)
    findings.add_rows("error", "ambiguous_value", places_of(cells, several), raw.headers[place])
    certain = {text: None if code is SEVERAL else code for text, code in codes.items()}
    return objects(map(certain.__getitem__, cells), cells.index)


def objects(found: Iterable, index: pd.Index) -> pd.Series:
    """A column of str and None (pandas' own maps would turn None into NaN)."""
    return pd.Series(list(found), index=index, dtype=object)


def attribute(name: str, raw: Raw, at: dict[str, int], book: Book, findings: Findings) -> pd.Series:
    if name not in at:
        return objects([None] * len(raw.cells), raw.cells.index)
    if name == "unit":
        return unit_column(raw, at["unit"], book, findings)
    options = ward_names(book) if name == "ward" else book.options(name)
    rule = "unknown_ward" if name == "ward" else "outside_scale"
    return coded(raw, at[name], options, findings, rule, scale=name)


def unit_column(raw: Raw, place: int, book: Book, findings: Findings) -> pd.Series:
    """Units as codes. A unit known on another day only is told apart from one never heard of."""
    options, ever = book.options("unit"), unit_names(book.units)
    passed = {name: "" for name in ever if name not in options}
    told = Findings(findings.file)
    units = coded(raw, place, options | passed, told, "unknown_unit")
    cells = raw.cells[place]
    wrong = [text for text in cells.unique() if values.squashed(text) in passed]
    findings.add_rows("error", "unit_not_valid", places_of(cells, wrong), raw.headers[place], day=str(book.opened_on))
    findings.problems += told.problems
    return units


def unit_names(units: pd.DataFrame) -> dict[str, str]:
    """Every way to write a unit -> its code: code, name, bureau name and department name with any white space."""
    options: dict[str, str] = {}
    for name_field in ("name_ja", "name_en"):
        name_of = dict(zip(units["unit"], units[name_field], strict=True))
        for unit, parent, name in zip(units["unit"], units["parent"], units[name_field], strict=True):
            if name is None:
                continue
            above = name_of.get(parent)
            full = [] if above is None else [f"{above}{mark}{name}" for mark in ("", "/", "・")]
            add(options, unit, [name, *full])
    options.update({values.squashed(unit): unit for unit in units["unit"]})  # a code is never ambiguous
    return options


def ward_names(book: Book) -> dict[str, str]:
    options: dict[str, str] = {}
    for ward in sorted(set(book.units["ward"].dropna())):
        add(
            options,
            ward,
            [ward, with_check_digit(ward), *(name for name, code in book.ward_names.items() if code == ward)],
        )
    add(options, "HQ", contract.document()["city_wide"])
    return options


def with_check_digit(ward: str) -> str:
    """A ward as six digits, as offices of the prefecture write it."""
    return ward + values.check_digit(ward) if re.fullmatch("[0-9]{5}", ward) else ward


def own_ward(frame: dict[str, pd.Series], book: Book, findings: Findings) -> None:
    """A blank ward is the unit's; a unit without a ward is city-wide (HQ); without a unit there is no ward."""
    home = {unit: ward or "HQ" for unit, ward in zip(book.valid["unit"], book.valid["ward"], strict=True)}
    given = frame["ward"]
    of_unit = objects(map(home.get, frame["unit"]), given.index)
    differs = given.notna() & of_unit.notna() & (given != of_unit)
    rows = list(zip(given.index[differs], given[differs], strict=True))
    findings.add_rows("warning", "ward_differs", rows, "ward")
    frame["ward"] = objects((own or unit for own, unit in zip(given, of_unit, strict=True)), given.index)


def check_size(frame: pd.DataFrame, book: Book, headcounts: pd.DataFrame | None, findings: Findings) -> None:
    """No more answers than staff asked: of the city, a ward, a bureau. A warning: staff may be counted another day."""
    if headcounts is None:
        return
    asked = headcounts[(headcounts["wave"] == book.wave) & headcounts["staff"].notna()]
    bureau = {unit: parent or unit for unit, parent in zip(book.valid["unit"], book.valid["parent"], strict=True)}
    groups = {
        "city": pd.Series("all", index=frame.index),
        "ward": frame["ward"],
        "bureau": objects(map(bureau.get, frame["unit"]), frame.index),
    }
    for view, group in groups.items():
        counts = group.value_counts()
        rows = asked[asked["dimension"] == view]
        for member, staff in zip(rows["member"], rows["staff"], strict=True):
            answered = int(counts.get(member, 0))
            if answered > staff:
                said = {
                    lang: contract.tables()["headcounts"].columns["dimension"].said_of(view, lang) for lang in LANGUAGES
                }
                findings.add("warning", "more_than_asked", view=said, member=member, answered=answered, staff=staff)
