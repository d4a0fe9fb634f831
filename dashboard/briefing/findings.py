"""Findings of the survey come ready from the edition; what each states is read back and held against the cells."""

import re
from dataclasses import dataclass

from dashboard.briefing.facts import COUNT, VERDICT, WORDS
from dashboard.briefing.headlines import Condition, Headline
from dashboard.briefing.pack import Pack, cell_of
from dashboard.edition.catalogue import ALL, SHOWN, WARD
from dashboard.i18n.catalogue import messages

FORMS = {  # what may be said of a change -> the messages that say it in a headline, and in a sentence of the detail
    "rose": (("rose_since", "rose", "rose_exact"), ("also_rose", "also_rose_exact")),
    "fell": (("fell_since", "fell", "fell_exact"), ("also_fell", "also_fell_exact")),
    "unclear": (("unclear",), ("also_unclear",)),
}
LEVEL = "level"
MOVED = ("both", "rose", "fell", "neither")  # both first: its sentence begins like rose


@dataclass(frozen=True)
class Finding:
    """A sentence on a cell or a view: headline, what stands in its bracket, and what it rests on."""

    headline: Headline
    bracket: str
    detail: str

    @property
    def heading(self) -> dict[str, str]:
        """What a page opens with."""
        return {"headline": self.headline.words, "bracket": self.bracket}


def read_back(key: str, sentence: str, lang: str, whole: bool = True) -> dict[str, str] | None:
    """What stands at the placeholders of the first part of message `key`; None if the sentence is not made of it.

    whole: the sentence is nothing else; otherwise it begins so.
    """
    headline = messages(lang)[key].split("|")[0]
    pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(headline))
    match = re.fullmatch if whole else re.match
    found = match(pattern, sentence, re.IGNORECASE)  # a sentence begins with a capital, a message may not
    return found and found.groupdict()


def verdict_stated(row: dict, lang: str) -> str:
    """rose | fell | unclear | level: what a finding on one cell says of its change."""
    headline, detail = row[f"headline_{lang}"], row[f"detail_{lang}"]
    for verdict, (headlines, sentences) in FORMS.items():
        if any(read_back(f"finding.{form}", headline, lang) for form in headlines):
            return verdict
        if any(read_back(f"finding.{form}", detail, lang, whole=False) for form in sentences):
            return verdict
    return LEVEL


def told(pack: Pack, page: str, view: str, member: str, measure: str) -> tuple[str, dict]:
    """(key of the headline's fact, the finding's row)."""
    asked = {"page": page, "wave": pack.chosen.wave, "view": view, "member": member, "measure": measure}
    answer = pack.ask("finding", **asked)
    key = ".".join(["finding", page, view, member, measure])
    pack.fact(key, answer, f"headline_{pack.lang}", WORDS)
    return key, cell_of(answer)


def of_member(pack: Pack, measure: str, view: str, member: str) -> Finding:
    """What can be said of one cell."""
    key, row = told(pack, "member", view, member, measure)
    trend = pack.ask("survey_trend", measure=measure, view=view, member=member)
    conditions = ()
    if cell_of(trend, wave=pack.chosen.wave)["status"] == SHOWN:
        verdict = pack.fact(f"{key}.verdict", trend, "verdict", VERDICT, wave=pack.chosen.wave)
        conditions = (Condition(verdict.key, "be", verdict_stated(row, pack.lang)),)
    return finding(pack, key, row, conditions)


def of_view(pack: Pack, measure: str, view: str) -> Finding:
    """What can be said over the bureaus, or over the wards: how many rose, how many fell."""
    key, row = told(pack, "several", view, ALL, measure)
    sentence, conditions = row[f"headline_{pack.lang}"], ()
    for moved in MOVED:
        if stated := read_back(f"finding.several_{moved}", sentence, pack.lang):
            counts = {verdict: first_number(stated.get(verdict, "")) for verdict in ("rose", "fell")}
            conditions = tuple(counted(pack, key, measure, view, *one) for one in counts.items())
            break
    return finding(pack, key, row, conditions)


def first_number(words: str) -> int:
    """2局（…） -> 2; 0 where there is none."""
    found = re.search(r"\d+", words)
    return int(found[0]) if found else 0


def counted(pack: Pack, key: str, measure: str, view: str, verdict: str, stated: int) -> Condition:
    """That so many members did what the sentence says. Wards without the head office."""
    if view == WARD:
        answer = pack.ask("ward_map", measure=measure, period=pack.chosen.wave)
    else:
        answer = pack.ask("survey_wave", measure=measure, wave=pack.chosen.wave, view=view)
    fact = pack.fact(f"{key}.{verdict}", answer, "verdict", COUNT, "count", verdict=verdict)
    return Condition(fact.key, "be", stated)


def finding(pack: Pack, key: str, row: dict, conditions: tuple[Condition, ...]) -> Finding:
    headline = pack.stated(key, row[f"headline_{pack.lang}"], conditions)
    return Finding(headline, row[f"bracket_{pack.lang}"], row[f"detail_{pack.lang}"])
