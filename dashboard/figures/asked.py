"""What was asked, in words: the parameters of an answer by name and label."""

from collections.abc import Mapping

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, BUREAU, CITY, WARD, Catalogue
from dashboard.figures.codes import said
from dashboard.i18n import fiscal_year, text
from dashboard.i18n.catalogue import messages


def in_words(answer: Answer, words: Catalogue, lang: str) -> list[tuple[str, str]]:
    """(name, value) of each parameter; a code that the edition does not know stays as it is."""
    given = {name: value for name, value in answer.parameters.items() if value is not None}
    return [
        (known(f"asked.{name}", lang) or name, label(name, value, given, words, lang) or value)
        for name, value in given.items()
    ]


def label(name: str, code: str, given: Mapping[str, str], words: Catalogue, lang: str) -> str | None:
    """The words for a parameter's value; None where there are none."""
    match name:
        case "district" | "parent" | "origin" | "made_to" if code == ALL:
            return text("asked.all", lang)
        case "measure":
            found = words.measures.get(code)
            return found and found.label[lang]
        case "indicator":
            found = words.places.indicators.get(code)
            return found and found.measure.label[lang]
        case "indicators":
            found = [words.places.indicators.get(one) for one in code.split(",")]
            return text("asked.joint", lang).join(one.measure.label[lang] for one in found if one) or None
        case "size" | "ageing" | "membership":
            found = words.places.indicators.get(code)
            return found and found.measure.label[lang]
        case "wave" | "period":
            return year(code, lang)
        case "view" | "area_kind":
            return "×".join(known(f"asked.view.{part}", lang) or part for part in code.split("_"))
        case "member":
            return of_member(given.get("view"), code, words, lang)
        case "parent":
            return of_member(BUREAU, code, words, lang) or of_member(WARD, code, words, lang)
        case "ward":
            kind = CITY if code == ALL else WARD
            return of_area(kind, code, words, lang) or of_member(kind, code, words, lang)
        case "area":
            return of_area(given.get("area_kind"), code, words, lang)
        case "district" | "association":
            return of_area(name, code, words, lang)
        case "origin" | "made_to":
            return said(code, lang)
        case "effect":
            return known(f"effect.name.{code}", lang)
        case "network":
            return known(f"filter.network_{code}", lang)
    return None


def known(key: str, lang: str) -> str | None:
    """A message, None where the catalogue has none."""
    return text(key, lang) if key in messages(lang) else None


def of_member(view: str | None, code: str, words: Catalogue, lang: str) -> str | None:
    found = words.members.get((view, code))
    return found and found[lang]


def of_area(kind: str | None, code: str, words: Catalogue, lang: str) -> str | None:
    found = words.places.areas.get(kind, {}).get(code)
    return found and found.label[lang]


def year(code: str, lang: str) -> str | None:
    """A fiscal year; a revised survey keeps its mark."""
    return fiscal_year(int(code[:4]), lang) + code[4:] if code[:4].isdecimal() else None
