"""The directory of an edition: associations, school districts, wards, towns and studies, found by what is typed."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dashboard.edition.catalogue import WARD
from dashboard.edition.measure import both
from dashboard.edition.names import folded, read_as
from dashboard.edition.places import ASSOCIATION, DISTRICT

TOWN, PROJECT = "town", "project"
KINDS = (ASSOCIATION, DISTRICT, WARD, TOWN, PROJECT)  # of two that fit equally well the first comes first
EXACT, BEGINS, HOLDS, ONE_OFF, BEGINS_ONE_OFF, WORDS = range(6)  # how well a name fits, best first
SHORTEST = 3  # letters of a query that may be one letter off: of two letters one is half
ENDINGS = ("町内自治会", "ちょうないじちかい", "自治会", "じちかい", "校区", "こうく", "地区", "ちく")  # often left out
UNCONVERTED = re.compile("(?<=[ぁ-ゖー])[a-z]{1,3}$")  # けんぐn: typed, but not yet kana
Rows = Callable[..., list[dict]]


@dataclass(frozen=True)
class Entry:
    """What can be found. code: of its kind; place: where it lies, '' for wards and studies; forms: its names folded.

    association: the karte it opens, of a town that of one of its associations.
    """

    kind: str
    code: str
    label: dict[str, str]
    kana: str
    place: dict[str, str]
    ward: str | None
    association: str | None
    forms: tuple[str, ...]


@dataclass(frozen=True)
class Hit:
    """An entry and how well it fits: EXACT .. WORDS."""

    entry: Entry
    fit: int


def one_off(typed: str, name: str) -> int | None:
    """ONE_OFF where one letter is missing, wrong or too much, BEGINS_ONE_OFF where that makes a beginning; else None.

    Whatever follows the first letter that differs decides: no table of distances is needed for one.
    """
    at = next((place for place, (a, b) in enumerate(zip(typed, name, strict=False)) if a != b), None)
    if at is None:
        return ONE_OFF if abs(len(typed) - len(name)) == 1 else None
    rests = ((typed[at:], name[at + 1 :]), (typed[at + 1 :], name[at + 1 :]), (typed[at + 1 :], name[at:]))
    if any(rest == own for rest, own in rests):
        return ONE_OFF
    return BEGINS_ONE_OFF if any(rest and own.startswith(rest) for rest, own in rests) else None


def fit(typed: str, name: str) -> int | None:
    """How well a folded name fits what was typed, None where it does not."""
    if typed == name:
        return EXACT
    if name.startswith(typed):
        return BEGINS
    if typed in name:
        return HOLDS
    return one_off(typed, name) if len(typed) >= SHORTEST else None


@dataclass(frozen=True)
class Directory:
    """Every entry of an edition, in the order of its lists."""

    entries: tuple[Entry, ...]

    def find(self, written: str, most: int = 20) -> list[Hit]:
        """The best fits first: by fit, kind and how much of the name was typed."""
        whole = folded(written)
        for typed in dict.fromkeys((whole, UNCONVERTED.sub("", whole))):
            if typed and (found := self._fitting(typed, [folded(word) for word in written.split()])):
                return [Hit(entry, how) for how, _, _, entry in found[:most]]
        return []

    def _fitting(self, typed: str, words: Sequence[str]) -> list[tuple[int, int, int, Entry]]:
        found = []
        for entry in self.entries:
            fits = [(how, len(form)) for form in entry.forms if (how := fit(typed, form)) is not None]
            if not fits and len(words) > 1 and all(any(word in known for known in around(entry)) for word in words):
                fits = [(WORDS, len(entry.forms[0]))]
            if fits:
                how, length = min(fits)
                found.append((how, KINDS.index(entry.kind), length, entry))
        return sorted(found, key=lambda one: one[:3])


def around(entry: Entry) -> tuple[str, ...]:
    """Names of an entry and of where it lies."""
    return (*entry.forms, *(folded(label) for label in entry.place.values()))


def best(hits: Sequence[Hit]) -> Hit | None:
    """The one hit that fits better than every other; None where there is none or a choice."""
    first = [hit for hit in hits if hit.fit == hits[0].fit]
    return first[0] if len(first) == 1 else None


def shortened(names: Iterable[str]) -> Iterator[str]:
    """Folded names, each also without the ending that says what it is."""
    for name in names:
        yield name
        stem = next((name.removesuffix(end) for end in map(folded, ENDINGS) if name.endswith(end)), "")
        if stem:
            yield stem


def entry(
    kind: str, code: str, label: dict[str, str], kana: str | None, place: dict[str, str], ward: str | None,
    association: str | None = None,
) -> Entry:  # fmt: skip
    """An entry with its names folded."""
    spoken = read_as(label["ja"], kana) if kana else set()
    names = [folded(label["ja"]), *sorted(spoken), folded(label["en"])]
    return Entry(kind, code, label, kana or "", place, ward, association, tuple(dict.fromkeys(shortened(names))))


def directory(rows: Rows) -> Directory:
    """Everything that can be found in an edition. rows(question, **parameters) gives an answer's rows."""
    return Directory((*areas_of(rows), *others_of(rows)))


def areas_of(rows: Rows) -> Iterator[Entry]:
    """Associations, school districts and wards."""
    nowhere = {"ja": "", "en": ""}
    wards = {row["area"]: both(row, "label") for row in rows("areas", area_kind=WARD)}
    districts = {row["area"]: row for row in rows("areas", area_kind=DISTRICT)}
    for row in rows("areas", area_kind=ASSOCIATION):
        inside = wards.get(row["ward"], nowhere)
        own = both(districts[row["district"]], "label") if row["district"] in districts else nowhere
        place = {lang: f"{inside[lang]} {own[lang]}".strip() for lang in inside}
        if row["valid_to"] is None:
            label = both(row, "label")
            yield entry(ASSOCIATION, row["area"], label, row["name_kana"], place, row["ward"], row["area"])
    for code, row in districts.items():
        yield entry(DISTRICT, code, both(row, "label"), row["name_kana"], wards.get(row["ward"], nowhere), row["ward"])
    for code, label in wards.items():
        yield entry(WARD, code, label, None, nowhere, code)


def others_of(rows: Rows) -> Iterator[Entry]:
    """Towns, each with an association that lies in it, and studies of the institute."""
    for row in rows("towns"):
        label = {"ja": row["town"], "en": row["town"]}
        yield entry(TOWN, row["town"], label, None, both(row, "label"), row["ward"], row["association"])
    for row in rows("project_list"):
        yield entry(
            PROJECT, row["project"], both(row, "title"), None, {"ja": row["project"], "en": row["project"]}, None
        )
