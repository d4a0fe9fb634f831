"""What can be said of places, dispatch and the institute: sentences by rule from the rows of an Answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.edition.catalogue import NO_DATA, SHOWN
from dashboard.edition.places import ASSOCIATION, Indicator
from dashboard.i18n import number, signed, text

FEW_HOUSEHOLDS = 50  # a place so small moves by several points with one household
LOW, HIGH = 25, 75  # percentiles beyond which an indicator is named
MOST_NAMED = 2


@dataclass(frozen=True)
class Statement:
    """A headline, what stands in its bracket, and a line on what it rests on."""

    headline: str
    bracket: str = ""
    detail: str = ""


def amount(value: float, indicator: Indicator, lang: str) -> str:
    """A value with its unit: 78.2%, 1,240世帯, 12 households."""
    measure = indicator.measure
    unit = measure.unit[lang]
    gap = " " if lang == "en" and unit != "%" else ""
    return f"{number(value, measure.decimals)}{gap}{unit}"


def made_of(row: dict, lang: str) -> str:
    """（45,120／57,698） of a rate, '' for anything else."""
    if row["numerator"] is None or row["denominator"] is None:
        return ""
    parts = {"numerator": number(row["numerator"]), "denominator": number(row["denominator"])}
    return text("place.fraction", lang, **parts)


def of_indicator(row: dict, city: dict, place: str, indicator: Indicator, lang: str) -> Statement:
    """An indicator of a ward against the city, or of the city against the year before. row, city: area_values."""
    label = indicator.measure.label[lang]
    if row["status"] != SHOWN:
        return Statement(text("place.absent", lang, place=place, label=label, status=text(ABSENT[row["status"]], lang)))
    words = {"place": place, "label": label, "value": amount(row["value"], indicator, lang)}
    is_city = row["area_kind"] == "city"
    if not is_city and city["status"] == SHOWN and indicator.measure.unit["ja"] == "%":
        headline = against(row["value"] - city["value"], words, indicator, lang)
    else:
        headline = since(row["change"], words, indicator, lang)
    return Statement(headline, made_of(row, lang), incomplete(row, lang))


def incomplete(row: dict, lang: str) -> str:
    """Of how many a sum was made, where some reported nothing; else ''."""
    if row["parts"] is None or row["parts"] == row["parts_of"]:
        return ""
    return text("place.incomplete", lang, parts=number(row["parts"]), of=number(row["parts_of"]))


ABSENT = {"秘匿": "place.withheld", "データなし": "place.no_data"}


def against(difference: float, words: dict, indicator: Indicator, lang: str) -> str:
    """The place is above, below or level with the whole city, in the figures as printed."""
    said = number(abs(difference), indicator.measure.decimals)
    rule = "level" if float(said.replace(",", "")) == 0 else "above" if difference > 0 else "below"
    return text(f"place.{rule}", lang, **words, difference=said)


def since(change: float | None, words: dict, indicator: Indicator, lang: str) -> str:
    """The value and its change on the year before; counts from a register carry no interval."""
    if change is None:
        return text("place.value", lang, **words)
    unit = indicator.measure.difference[lang]
    said = signed(change, indicator.measure.decimals) + (" " if lang == "en" else "") + unit
    return text("place.since", lang, **words, change=said)


def visits_known(rows: Sequence[dict]) -> bool:
    """Whether the city handed in any report of dispatch: without one no association is silent. rows: associations."""
    return any(row["visit_status"] != NO_DATA for row in rows)


def of_visits(rows: Sequence[dict], place: str, lang: str) -> Statement:
    """Visits of twelve months over associations, zero and 報告なし apart. rows: associations."""
    zero = sum(row["visit_status"] == SHOWN and row["visits"] == 0 for row in rows)
    silent = sum(row["visit_status"] != SHOWN for row in rows)
    overdue = sum(bool(row["overdue"]) for row in rows)
    detail = text("place.overdue", lang, count=number(overdue), of=number(len(rows)))
    oldest = min((row["updated_on"] for row in rows if row["updated_on"] is not None), default=None)
    if overdue and oldest is not None:
        detail += text("place.oldest", lang, date=oldest)
    words = {"place": place, "of": number(len(rows)), "zero": number(zero), "silent": number(silent)}
    return Statement(text("place.visits", lang, **words), "", detail)


def of_karte(rows: Sequence[dict], place: dict, lang: str) -> Statement:
    """Where an association stands out in the city. rows: karte; place: karte_place."""
    households = place["households"]
    if households is not None and households < FEW_HOUSEHOLDS:
        return Statement(text("karte.small", lang, households=number(households)))
    own = [row for row in rows if row["area_kind"] == ASSOCIATION and row["direction"] != "none"]
    ranked = sorted((row for row in own if row["position"] is not None), key=lambda row: row["position"])
    weak = [row for row in ranked if row["position"] <= LOW][:MOST_NAMED]
    strong = [row for row in ranked[::-1] if row["position"] >= HIGH][:MOST_NAMED]
    names = {
        "weak": text("place.and", lang).join(row[f"label_{lang}"] for row in weak),
        "strong": text("place.and", lang).join(row[f"label_{lang}"] for row in strong),
    }
    rule = ("both" if strong else "weak") if weak else ("strong" if strong else "middle")
    return Statement(text(f"karte.{rule}", lang, **names))


def of_pipeline(summary: dict, place: str, lang: str) -> Statement:
    """What became of the studies completed; basic studies apart. summary: project_summary."""
    counts = {key: number(value) for key, value in summary.items() if isinstance(value, int | float)}
    bracket = text("institute.basic", lang, **counts) if summary["basic"] else ""
    detail = text("institute.detail", lang, place=place, **counts)
    if summary["undocumented"]:
        detail += text("institute.undocumented", lang, **counts)
    return Statement(text("institute.completed", lang, **counts), bracket, detail)


def of_dispatch(row: dict, lang: str) -> str:
    """Dispatch in one line. row: dispatch_coverage of the place."""
    counts = {key: number(value) for key, value in row.items() if isinstance(value, int | float)}
    return text("dispatch.line", lang, **counts)
