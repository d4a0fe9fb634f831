"""What can be said of community dispatch: sentences by rule from the rows of an Answer."""

from collections.abc import Sequence

from dashboard.edition.catalogue import ALL
from dashboard.edition.statements import Statement
from dashboard.i18n import number, text

SHARED = "shared"  # the ward of dispatch_costs that is none
NONE_BOOKED = "-"
COUNTED = ("associations", "visited", "zero", "no_report", "covered", "visits")


def of_coverage(row: dict, place: str, lang: str) -> Statement:
    """Associations visited, not visited and without report in twelve months. row: dispatch_coverage of the place."""
    counts = {name: number(row[name]) for name in COUNTED}
    days = {"since": row["since"], "as_of": row["as_of"]}
    return Statement(
        text("dispatch.finding", lang, place=place, **counts), "", text("dispatch.detail", lang, **days, **counts)
    )


def holds(kinds: str, lang: str) -> str:
    """What an amount holds, in words. kinds: no, estimated, yes, parted by ;"""
    return text("dispatch.and", lang).join(text(f"dispatch.holds_{kind}", lang) for kind in kinds.split(";"))


def costs_of(rows: Sequence[dict], year: int) -> list[dict]:
    """The rows of dispatch_costs of the chosen year, or of the last before it."""
    years = {row["fiscal_year"] for row in rows if row["fiscal_year"] <= year}
    return [row for row in rows if years and row["fiscal_year"] == max(years)]


def of_costs(rows: Sequence[dict], year: str, lang: str) -> str:
    """What dispatch cost in a year and for each association, with what the amounts hold.

    rows: costs_of; year: in words.
    """
    whole = next(row for row in rows if row["ward"] == ALL)
    shared = next((row["total_thousand_yen"] for row in rows if row["ward"] == SHARED), None)
    words = {"year": year, "associations": amount(whole["associations"])}
    told = []
    if whole["programme_thousand_yen"] is not None:
        programme = {
            "cost": amount(whole["programme_thousand_yen"]),
            "each": amount(whole["programme_each_thousand_yen"], 1),
        }
        told.append(text("dispatch.costs_programme", lang, **programme, **words))
    if whole["holds"] != "no":
        total = {"cost": amount(whole["total_thousand_yen"]), "each": amount(whole["total_each_thousand_yen"], 1)}
        told.append(text("dispatch.costs_total", lang, holds=holds(whole["holds"], lang), **total, **words))
    if shared is not None:
        told.append(text("dispatch.costs_shared", lang, cost=amount(shared)))
    return ("" if lang == "ja" else " ").join(told)


def amount(value: float | None, decimals: int = 0) -> str:
    """An amount as it is printed; - where none is booked, so that 0 stays 0."""
    return NONE_BOOKED if value is None else number(value, decimals)
