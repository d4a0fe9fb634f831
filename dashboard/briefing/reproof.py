"""A written pack proved again: files, facts and headlines, by the edition it names; and what the council may see."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from dashboard.briefing import council
from dashboard.briefing.facts import fact_of
from dashboard.briefing.folder import FACTS, MANIFEST, own_hash, sha256
from dashboard.briefing.headlines import Condition, Headline, failing
from dashboard.briefing.problems import FinerThanCouncil, NotAPack
from dashboard.edition.answer import Answer
from dashboard.edition.ask import ask
from dashboard.edition.store import Edition, NoSuchEdition, Store
from dashboard.i18n import text
from dashboard.settings import Settings


@dataclass(frozen=True)
class Checked:
    """One thing looked at. found: how many of `tried` are not as they should be; examples name them."""

    test: str
    tried: int
    found: int
    examples: tuple[str, ...] = ()

    def as_dict(self) -> dict:
        return asdict(self)


def audit_pack(here: Settings, folder: Path, lang: str = "ja") -> list[Checked]:
    """Check a pack's folder. Without its edition in this home only the files can be checked, and that is said.

    Raises NotAPack; StoreError where the edition was withdrawn or is damaged.
    """
    if not (folder / MANIFEST).exists():
        raise NotAPack(folder=folder)
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        own = [] if own_hash(manifest) == manifest["sha256"] else [MANIFEST]
        found = [
            counted("manifest", own, 1),
            counted("files", files(folder, manifest["files"]), len(manifest["files"])),
        ]
    except (LookupError, TypeError, ValueError) as damage:
        return [damaged("manifest", MANIFEST, damage)]
    told = folder / FACTS
    if not told.exists():
        return found
    try:
        edition = Store(here.home.editions).open_edition(manifest["edition"])
    except NoSuchEdition:
        return [*found, Checked("edition", 0, 0, (text("brief.audit.no_edition", lang, number=manifest["edition"]),))]
    try:
        return [*found, *proved(manifest, json.loads(told.read_text(encoding="utf-8")), edition, here, lang)]
    except (LookupError, TypeError, ValueError) as damage:
        return [*found, damaged("facts", FACTS, damage)]


def damaged(test: str, name: str, damage: Exception) -> Checked:
    """A file that does not hold what this program writes."""
    return Checked(test, 1, 1, (f"{name}: {type(damage).__name__} {damage}",))


def proved(manifest: dict, facts: dict, edition: Edition, here: Settings, lang: str) -> list[Checked]:
    """Facts, headlines, questions and what the council may see, by the edition named."""
    same = [] if edition.hash == manifest["edition_hash"] == facts["edition_hash"] else [manifest["edition_hash"]]
    answers = Answers(edition)
    return [
        counted("edition", same, 1),
        counted("facts", changed(facts, answers), len(facts["facts"])),
        counted("headlines", headlines(facts, lang), len(facts["headlines"])),
        counted("questions", asked(manifest, answers), len(manifest["questions"])),
        counted("council", finer(manifest, answers, here.release["council"], lang), len(manifest["questions"])),
    ]  # fmt: skip


def counted(test: str, examples: Iterator[str] | list[str], tried: int) -> Checked:
    named = tuple(examples)
    return Checked(test, tried, len(named), named)


class Answers:
    """Answers of one edition, each asked once."""

    def __init__(self, edition: Edition):
        self.edition, self.known = edition, {}

    def __call__(self, question: str, parameters: dict) -> Answer:
        key = (question, *sorted(parameters.items()))
        if key not in self.known:
            self.known[key] = ask(self.edition, question, **parameters)
        return self.known[key]


def files(folder: Path, listed: dict[str, str]) -> Iterator[str]:
    """Files that are missing, changed, or not in the manifest."""
    there = {path.name for path in folder.iterdir()} - {MANIFEST}
    yield from sorted(there ^ listed.keys())
    yield from (name for name in sorted(there & listed.keys()) if sha256(folder / name) != listed[name])


def changed(told: dict, answers: Callable[[str, dict], Answer]) -> Iterator[str]:
    """Facts that the edition does not bear out, with what it says."""
    for values in told["facts"]:
        fact = fact_of(values)
        raw, row = fact.reading.of(answers(fact.reading.question, dict(fact.reading.parameters)).rows())
        printed = fact.form.printed(raw, row, told["lang"])
        if (raw, printed) != (fact.value, fact.printed):
            yield f"{fact.key}: {fact.printed} ≠ {printed}"


def headlines(told: dict, lang: str) -> Iterator[str]:
    """Headlines whose condition does not hold by the facts told."""
    facts = {values["key"]: fact_of(values) for values in told["facts"]}
    listed = [
        Headline(one["code"], one["words"], tuple(Condition(**condition) for condition in one["conditions"]))
        for one in told["headlines"]
    ]
    yield from (failure.message(lang) for failure in failing(listed, facts))


def asked(manifest: dict, answers: Callable[[str, dict], Answer]) -> Iterator[str]:
    """Questions whose SQL or number of rows is another now."""
    for one in manifest["questions"]:
        answer = answers(one["question"], one["parameters"])
        if (one["sql"], one["rows"]) != (answer.question.sql, len(answer.frame)):
            yield f"{one['evidence']} {one['question']}"


def finer(manifest: dict, answers: Callable[[str, dict], Answer], rule: dict, lang: str) -> Iterator[str]:
    """Answers that hold a view or area the council may not see."""
    for one in manifest["questions"]:
        try:
            council.check(answers(one["question"], one["parameters"]), rule)
        except FinerThanCouncil as error:
            yield error.message(lang)
