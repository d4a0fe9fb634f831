"""The codebook assistant: what an unknown header or answer is likely to be, and what changed since the last survey.

It proposes and never applies: a person confirms, and what is confirmed is kept (confirmed.py).
"""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher

from dashboard.intake import contract, values
from dashboard.intake.report import Findings, presentable
from dashboard.intake.survey import ATTRIBUTES, HEADER_FIELDS, NOT_KEPT, SCALED, Book, unit_names
from dashboard.intake.tables import Raw

NUMBERED = re.compile(r"^(?:q|問|設問|no\.?)?[0-9]+[-_.:)、]*|[\[(【](?:必須|任意|required|単一回答|複数回答)[\])】]$")
LIKELY, APART = 0.6, 0.03  # how like the best must be, and how much more than the second
WITHIN = 0.95  # a whole wording found inside a longer header
SHORT_HEADER = 24  # letters of a header that may speak of an attribute: a longer one is a question
SHORTEST = 6  # letters of a wording that may be looked for inside another
MOST = 200  # headers or answers that proposals are made for
LETTERS = 200
NEGATION, ASIDE = re.compile(r"ない|ません|なかった|not|never|n't|dis"), re.compile(r"[(\[【][^)\]】]*[)\]】]")


@dataclass(frozen=True)
class Proposal:
    """One likely reading. kind: header | label; scale: of a label; how: nearest | within; likeness: 0 to 1."""

    kind: str
    written: str
    proposed: str
    words: str
    likeness: float
    scale: str | None = None
    how: str = "nearest"

    def as_dict(self) -> dict:
        return asdict(self)


def proposals(raw: Raw, found: dict[int, str], told: Iterable[int], book: Book) -> list[Proposal]:
    """Likely readings of the headers and answers that are not known. found: position -> name; told: other columns."""
    seen = {*found, *told}
    unknown = [head for place, head in enumerate(raw.headers) if place not in seen and head and may_be_read(head, book)]
    names = header_names(book, set(found.values()))
    made = [
        nearest("header", header, names) or attribute_within(header, set(found.values())) for header in unknown[:MOST]
    ]
    for place, scale in scale_places(found, book).items():
        options = book.options(scale)
        texts = [
            text for text in raw.cells[place].unique() if text.strip() and not known(text, options, place, found, book)
        ]
        labels = label_names(scale, book)
        made += [nearest("label", text, labels, scale) for text in texts[:MOST]]
    once = {(it.kind, it.scale, it.written): it for it in made if it is not None}
    return list(once.values())


def may_be_read(header: str, book: Book) -> bool:
    """A header that tells who a person is, or that a person said is none, is never proposed for."""
    return not contract.is_personal(header) and values.squashed(header) not in book.confirmed.headers


def known(text: str, options: dict[str, str], place: int, found: dict[int, str], book: Book) -> bool:
    from dashboard.intake.options import looked_up

    return looked_up(text, options, book.kind_of.get(found[place]) == "multi") is not None


def scale_places(found: dict[int, str], book: Book) -> dict[int, str]:
    """Position -> scale of every column whose answers are looked up; 'unit' for the units."""
    scales = {**{name: name for name in (*SCALED, "unit")}, **book.scale_of}
    return {place: scales[name] for place, name in found.items() if scales.get(name)}


def header_names(book: Book, taken: set[str]) -> list[tuple[str, str, str]]:
    """(a way to write it, code, words to show) of every item and attribute that has no column yet."""
    rows = book.asked[~book.asked["item"].isin(taken) & ~book.asked["kind"].isin(NOT_KEPT)]
    names = [
        (name, row["item"], row["text_ja"])
        for row in rows.to_dict("records")
        for name in (row[field] for field in HEADER_FIELDS)
        if name
    ]
    return names + attribute_names(taken)


def attribute_names(taken: set[str]) -> list[tuple[str, str, str]]:
    """(a way to write it, name, words to show) of every attribute that has no column yet."""
    columns = contract.tables()["responses"].columns
    open_ = [name for name in ATTRIBUTES if name not in taken]
    return [(head, name, columns[name].ja) for name in open_ for head in [*columns[name].headers, columns[name].ja]]


def attribute_within(written: str, taken: set[str]) -> Proposal | None:
    """The one attribute that a short header speaks of: 「あなたの所属」 of 所属."""
    header = core(written)
    hits = {
        name: words
        for head, name, words in attribute_names(taken)
        if len(head) > 1 and not head.isascii() and head in header
    }
    if len(hits) != 1 or len(header) > SHORT_HEADER:
        return None
    ((name, words),) = hits.items()
    return Proposal("header", written, name, words, LIKELY, how="within")


def label_names(scale: str, book: Book) -> list[tuple[str, str, str]]:
    if scale == "unit":
        return [(name, code, name) for name, code in unit_names(book.valid).items() if not code.startswith("\0")]
    rows = book.scales[book.scales["scale"] == scale]
    labels = zip(rows["code"], rows["label_ja"], rows["label_en"], strict=True)
    return [(name, code, ja) for code, ja, en in labels for name in (ja, en) if name]


def nearest(kind: str, written: str, names: list[tuple[str, str, str]], scale: str | None = None) -> Proposal | None:
    """The name most like a text, if it is likely and no other comes near."""
    wanted = core(written)
    best: dict[str, tuple[float, str]] = {}
    for name, code, words in names:
        score = likeness(wanted, core(name))
        if score > best.get(code, (0, ""))[0]:
            best[code] = (score, words)
    ranked = sorted(best.items(), key=lambda it: -it[1][0])
    if not ranked or ranked[0][1][0] < LIKELY:
        return None
    if len(ranked) > 1 and ranked[0][1][0] - ranked[1][1][0] < APART:
        return None
    (code, (score, words)), *_ = ranked
    return Proposal(kind, written, code, words, round(score, 2), scale)


def core(written: str) -> str:
    """A text as it is compared: NFKC, without numbers in front and marks behind."""
    return NUMBERED.sub("", values.squashed(written)[:LETTERS])


def likeness(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    if is_negated(one) != is_negated(other):  # a letter or two apart, and the opposite
        return 0.0
    if min(len(one), len(other)) >= SHORTEST and (one in other or other in one):
        return WITHIN
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= LIKELY else 0.0


def is_negated(words: str) -> bool:
    """Whether a text says no: 「そう思わない」, "disagree"; what is said in brackets beside it does not count."""
    return NEGATION.search(ASIDE.sub("", words)) is not None


def read_as(raw: Raw, found: dict[int, str], book: Book) -> dict:
    """How a file was read: {'headers': {as written: name}, 'labels': {scale: {as written: code}}}."""
    labels: dict[str, dict[str, str]] = {}
    for place, scale in scale_places(found, book).items():
        options = book.options(scale)
        texts = sorted(text for text in raw.cells[place].unique() if values.squashed(text) in options)[:MOST]
        if scale != "unit":
            labels.setdefault(scale, {}).update({text.strip(): options[values.squashed(text)] for text in texts})
    return {"headers": {raw.headers[place]: name for place, name in found.items()}, "labels": labels}


def changed(now: dict, before: dict) -> dict:
    """What is new, gone or written otherwise than in the survey before: headers by name, answers by scale."""
    old, new = ({name: written for written, name in it["headers"].items()} for it in (before, now))
    both = [name for name in new if name in old and values.squashed(new[name]) != values.squashed(old[name])]
    headers = {
        "new": [{"name": name, "now": new[name]} for name in new if name not in old],
        "gone": [{"name": name, "before": old[name]} for name in old if name not in new],
        "reworded": [{"name": name, "before": old[name], "now": new[name]} for name in both],
    }
    labels = {}
    for scale in now["labels"].keys() & before["labels"].keys():
        one, other = (set(map(values.squashed, it["labels"][scale])) for it in (before, now))
        fresh = [text for text in now["labels"][scale] if values.squashed(text) in other - one]
        lost = [text for text in before["labels"][scale] if values.squashed(text) in one - other]
        if fresh or lost:
            labels[scale] = {"new": fresh, "gone": lost}
    return {"headers": headers, "labels": labels}


def tell(made: list[Proposal], change: dict | None, before: str | None, findings: Findings) -> None:
    """Notes for a person at the command line; a page takes the data itself."""
    for it in made:
        findings.add("note", "proposal", column=it.written if it.kind == "header" else it.scale,
                     value=it.written, proposed=it.proposed, words=presentable(it.words))  # fmt: skip
    counts = {name: len(it) for name, it in change["headers"].items()} if change else {}
    if any(counts.values()):
        findings.add("note", "headers_changed", wave=before, **counts)
