"""The karte on paper: an association on one A4 page; all of a school district, ward or city in one file."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

from dashboard.briefing.karte_page import page
from dashboard.briefing.karte_room import COLUMNS, ISSUES
from dashboard.briefing.typesetting import compile
from dashboard.edition.answer import Answer
from dashboard.edition.ask import ask
from dashboard.edition.catalogue import ALL, WARD, Catalogue, catalogue
from dashboard.edition.evidence import Evidence
from dashboard.edition.export import marked
from dashboard.edition.places import ASSOCIATION, DISTRICT
from dashboard.edition.store import Edition
from dashboard.i18n import fiscal_year, text

TEMPLATE = Path(__file__).with_name("karte.typ")
PLACE = "karte_place"
PARTS = ("karte", "karte_facts", "karte_issues", "karte_projects", "karte_visits", "karte_history")
NUMBERED = ("karte", "karte_issues", "karte_visits")
Progress = Callable[[str, float], None]


class NoSuchPlace(Exception):  # noqa: N818 - named for what it says
    """No association of this code, or none in this ward or district."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code

    def message(self, lang: str) -> str:
        return text("karte.paper.no_such_place", lang, code=self.code)


def silent(stage: str, share: float) -> None:
    """No progress told."""


def write_karte(
    edition: Edition,
    register: Evidence,
    asked: Mapping[str, str],
    lang: str,
    folder: Path,
    progress: Progress | None = None,
) -> Path:
    """Write karte_pdf to a folder, made where it is missing; a reader of the file sees all of it or the old one."""
    made = karte_pdf(edition, register, asked, lang, progress or silent)
    ((kind, code),) = asked.items()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / file_name(edition, kind, code, lang)
    beside = path.with_name(f".{path.name}")
    beside.write_bytes(made)
    return beside.replace(path)


def karte_pdf(
    edition: Edition, register: Evidence, asked: Mapping[str, str], lang: str, progress: Progress = silent
) -> bytes:
    """The PDF of every association asked for, in the order of the city's list, a bookmark each.

    asked: association, district or ward with its code; {"ward": "all"} is the whole city. Raises NoSuchPlace.
    """
    words = catalogue(edition)
    ((kind, of),) = asked.items()
    if of != ALL and of not in words.places.areas[kind]:
        raise NoSuchPlace(of)
    answers = gathered(edition, {ASSOCIATION: ALL, **asked}, progress)
    places = answers[PLACE].rows()
    if not places:
        raise NoSuchPlace(of)
    parts = {name: by_association(answers[name]) for name in PARTS}
    numbers = numbered(register, answers, [place[ASSOCIATION] for place in places])
    pages = []
    for at, place in enumerate(places):
        code = place[ASSOCIATION]
        pages.append(page(place, {name: rows[code] for name, rows in parts.items()}, lang, numbers[code]))
        progress("karte.stage.words", (at + 1) / len(places))
    progress("karte.stage.paper", 0.0)
    title = title_of(words, kind, of, answers["karte"].parameters["period"], lang)
    made = compile(TEMPLATE, {**frame(words, lang), "pages": pages}, {}, title, words.built_on)
    progress("karte.stage.paper", 1.0)
    return made


def gathered(edition: Edition, asked: Mapping[str, str], progress: Progress) -> dict[str, Answer]:
    """Every question once, for all associations together."""
    answers = {}
    for at, name in enumerate((PLACE, *PARTS)):
        progress("karte.stage.ask", at / (1 + len(PARTS)))
        answers[name] = ask(edition, name, **asked)
    progress("karte.stage.ask", 1.0)
    return answers


def by_association(answer: Answer) -> dict[str, list[dict]]:
    """An answer's rows under the code of their association; an empty list for one without."""
    found = defaultdict(list)
    for row in answer.rows():
        found[row[ASSOCIATION]].append(row)
    return found


def numbered(register: Evidence, answers: Mapping[str, Answer], codes: list[str]) -> dict[str, dict[str, str]]:
    """Evidence numbers by association and question, as the karte's own page has them: asked about it alone."""
    bound = [
        (name, {**answers[name].parameters, ASSOCIATION: code, DISTRICT: ALL, WARD: ALL})
        for code in codes
        for name in NUMBERED
    ]
    numbers = iter(register.numbers(bound))
    return {code: {name: next(numbers) for name in NUMBERED} for code in codes}


def title_of(words: Catalogue, kind: str, code: str, period: str, lang: str) -> str:
    """Title of the file: of which place, of which year."""
    area = words.places.areas["city" if code == ALL else kind][code]
    return text("karte.paper.title", lang, place=area.label[lang], year=fiscal_year(int(period[:4]), lang))


def frame(words: Catalogue, lang: str) -> dict:
    """What every page has in common."""
    edition = text("foot.edition", lang, number=words.edition, date=words.built_on.isoformat())
    return {
        "lang": lang,
        "author": text("product.name", lang),
        "keywords": [edition],
        "stamp": text("demo.mark", lang) if words.demo else None,
        "foot": [f"{text('product.name', lang)}　{edition}　{words.edition_hash[:12]}"],
        "widths": COLUMNS[lang],
        "issues": ISSUES[lang],
        "columns": [text(f"karte.paper.col_{name}", lang) for name in ("indicator", "value", "parts", "place")],
        "ends": [text(f"figure.strips.{end}", lang) for end in ("weak", "strong")],
        "key": {name: text(f"figure.strips.{name}", lang) for name in ("own", "district", "neutral", "ward", "middle")},
        "more": text("karte.paper.more", lang, count="{count}"),  # counted on the page, which knows its room
    }


def file_name(edition: Edition, kind: str, code: str, lang: str) -> str:
    """<demo mark>_karte_<code of an association, or kind-code>_<lang>_edition<number>.pdf"""
    place = code if kind == ASSOCIATION else f"{kind}-{code}"
    return marked(edition.demo, lang, "karte", place, lang, f"edition{edition.number}") + ".pdf"
