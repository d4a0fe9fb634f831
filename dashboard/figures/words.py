"""The words and numbers that stand in figures: a value, its interval, its change, and why there is none."""

from dashboard.edition import change
from dashboard.edition.catalogue import NO_DATA, WITHHELD, Measure
from dashboard.i18n import fiscal_year, number, signed, text

NO_REPORT = "報告なし"
NAMED = {WITHHELD: "figure.withheld", NO_DATA: "figure.no_data", NO_REPORT: "figure.months.no_report"}


def absent(row: dict, lang: str) -> str:
    """Why a row has no value: 秘匿, データなし, or that so few answered otherwise that only an end is told."""
    if row.get("bound"):
        return f"{row['bound']}{number(row['bound_at'])}%"
    return text(NAMED.get(row.get("status"), "figure.no_data"), lang)


def filled(row: dict) -> dict:
    """A row with missing values as None, whatever they were."""
    return {key: None if value != value else value for key, value in row.items()}


def hidden(row: dict) -> bool:
    """Whether a row must show no number at all, whatever its columns hold."""
    return row.get("status") == WITHHELD or row.get("value") is None


def value_text(row: dict, decimals: int, lang: str, sign: bool = False) -> str:
    """The value as it is printed, or the word for its absence; 0 stays 0. sign: it is a change."""
    return absent(row, lang) if hidden(row) else (signed if sign else number)(row["value"], decimals)


def unit_value(value: float, measure: Measure, lang: str, sign: bool = False) -> str:
    """A value with its unit: 61.9点, 62.4%, 61.9 points; sign: a change, +1.9点."""
    return joined((signed if sign else number)(value, measure.decimals), measure.unit[lang], lang)


def joined(shown: str, unit: str, lang: str) -> str:
    """A number and its unit; English sets words apart but keeps % close."""
    return f"{shown} {unit}" if lang == "en" and unit[:1].isalpha() else f"{shown}{unit}"


def fraction(row: dict, lang: str) -> str:
    """45,120／57,698, what a rate was made of; '' for anything else."""
    if hidden(row) or row["numerator"] is None or row["denominator"] is None:
        return ""
    parts = {"numerator": number(row["numerator"]), "denominator": number(row["denominator"])}
    return text("figure.fraction", lang, **parts)


def interval_text(lo: float | None, hi: float | None, decimals: int, lang: str, sign: bool = False) -> str:
    """The 95 % interval in words, '' where there is none."""
    if lo is None or hi is None:
        return ""
    shown = signed if sign else number
    return text("figure.interval", lang, lo=shown(lo, decimals), hi=shown(hi, decimals))


def range_text(lo: float | None, hi: float | None, decimals: int, lang: str, sign: bool = False) -> str:
    """The ends of an interval alone, 60.9～62.7, where a head or key says what they are; '' where there is none."""
    if lo is None or hi is None:
        return ""
    shown = signed if sign else number
    return text("figure.range", lang, lo=shown(lo, decimals), hi=shown(hi, decimals))


def verdict(row: dict) -> str:
    """rose | fell | unclear | level: what may be said of a row's change."""
    return change.verdict(row.get("change"), row.get("change_lo"), row.get("change_hi"), row.get("news"))


def verdict_word(row: dict, lang: str) -> str:
    """上がった, 下がった or 差があるとは言えない; '' where there is no change to speak of."""
    said = verdict(row)
    return "" if said == "level" else text(f"figure.{said}", lang)


def hover(row: dict, title: str, measure: Measure, lang: str, sign: bool = False) -> str:
    """What a reader sees on pointing at a value: title, value, interval, n."""
    if hidden(row):
        return f"{title}<br>{absent(row, lang)}"
    lines = [f"{title} <b>{unit_value(row['value'], measure, lang, sign)}</b>"]
    lines.append(interval_text(row.get("lo"), row.get("hi"), measure.decimals, lang))
    if row.get("n") is not None:
        lines.append(text("figure.n", lang, n=number(row["n"])))
    return "<br>".join(line for line in lines if line)


def year_text(row: dict, lang: str) -> str:
    """Fiscal year of a row in words."""
    return fiscal_year(int(row["fiscal_year"]), lang)
