"""A karte in words, for the page and the paper: what is open, who answers, what happened, when it was updated."""

from collections.abc import Mapping, Sequence

from dashboard.edition.catalogue import NO_DATA, SHOWN
from dashboard.figures.codes import said
from dashboard.figures.freshness import due
from dashboard.i18n import number, text

OPEN = ("受付", "対応中")
FACTS = (("kana", "name_kana"), ("towns", "towns"), ("centre", "centre"))  # facts of the place itself: word, column


def updated(place: Mapping[str, object], lang: str) -> str:
    """When the newest entry was made, when the next is due, and whether that is late. place: a row of karte_place."""
    if place["updated_on"] is None:
        return text("karte.never", lang)
    return text("karte.updated", lang, date=place["updated_on"], state=due(place, lang))


def visits_counted(place: Mapping[str, object], lang: str) -> str:
    """Visits of twelve months; where months went unreported and nobody came, that none is known. '' where the city
    handed in no report of anywhere."""
    if place["visit_status"] == NO_DATA:
        return ""
    if place["visit_status"] == SHOWN:
        return text("karte.visits_sub", lang, visits=number(place["visits"]))
    if not place["reported_months"]:
        return text("karte.visits_silent", lang)
    return text("karte.visits_partly", lang, months=number(place["reported_months"]))


def issues_counted(place: Mapping[str, object], rows: Sequence[Mapping[str, object]], lang: str) -> str:
    """How many issues there are, and how many of them are open; '' where the city handed in none of anywhere.

    place: a row of karte_place; rows: karte_issues.
    """
    if place["issues"] is None:
        return ""
    still = sum(row["status"] in OPEN for row in rows)
    return text("karte.issues_sub", lang, open=number(still), all=number(len(rows)))


def issue_named(row: Mapping[str, object], lang: str) -> str:
    """An issue's category, and that it is the district's where it is."""
    wider = "" if row["area_kind"] == "association" else f" · {text('karte.district_issue', lang)}"
    return f"{said(row['category'], lang)}{wider}"


def issue_raised(row: Mapping[str, object], lang: str) -> str:
    """When an issue was raised and by whom."""
    return f"{row['raised_on'][:7]} {said(row['raised_by'], lang)}"


def own_name(unit: str | None, lang: str) -> str:
    """A unit's own name without that of its bureau, which stands before it, in English after it; '' for none."""
    if not unit:
        return ""
    return unit.split()[-1] if lang == "ja" else unit.split(",")[0]


def happened(row: Mapping[str, object], lang: str) -> str:
    """One entry of the history. row: of karte_history."""
    subject = said(row[f"subject_{lang}"] or "", lang)
    return text(f"karte.history.{row['kind']}", lang, subject=subject, detail=said(row["detail"] or "", lang))
