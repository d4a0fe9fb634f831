"""Written values -> typed values: dates and years in both calendars, full-width digits, marks for yes and no."""

import re
import unicodedata
from datetime import date, timedelta

ERAS = {"令": 2018, "R": 2018, "平": 1988, "H": 1988, "昭": 1925, "S": 1925}  # the year before the first
ERA = r"(令和?|平成?|昭和?|[RHS])\.?(元|\d{1,2})"
ERA_YEAR = re.compile(ERA + r"年?度?")
WESTERN_YEAR = re.compile(r"(?:FY)?(\d{4})年?度?")
BOTH_YEARS = re.compile(r"(.+?)\((.+)\)")
DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]0{1,2}:00(?::00)?)?")
ERA_DATE = re.compile(ERA + r"[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
MONTH = re.compile(r"(\d{4})[-/.年](\d{1,2})月?")
ERA_MONTH = re.compile(ERA + r"[-/.年](\d{1,2})月?")
NUMBER = re.compile(r"-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?")
EXCEL_EPOCH = date(1899, 12, 30)  # day 0 of Excel's calendar; its false 29 February 1900 is long past
EXCEL_DAYS = (20000, 80000)  # 1954 to 2119
MARKS = {  # as offices print them, in their NFKC form
    "none": {"-", "ー", "―", "—", "–", "‐", "‑", "−", "─", "[z]", "該当なし", "該当数値なし", "皆無"},
    "missing": {"...", "..", "・・・", "・・", "不詳", "不明", "未集計", "n/a", "na", "[x]", "#n/a", "欠測"},
    "withheld": {"x", "(x)", "χ", "*", "**", "***", "[c]", "秘匿", "非公表"},
}
YES = {"1", "true", "○", "◯", "〇", "はい", "yes", "有", "あり"}
NO = {"0", "false", "×", "✕", "いいえ", "no", "無", "なし"}


def plain(value: str) -> str:
    """A copy of `value` for comparing: NFKC, white space trimmed and single."""
    return " ".join(unicodedata.normalize("NFKC", value).split())


def squashed(value: str) -> str:
    """A copy for finding names: NFKC, no white space, one case."""
    return "".join(unicodedata.normalize("NFKC", value).split()).casefold()


def era_year(mark: str, count: str) -> int:
    """('令和', '元') -> 2019."""
    year = 1 if count == "元" else int(count)
    if year == 0:
        raise ValueError(count)
    return ERAS[mark[0]] + year


def fiscal_year(value: str) -> int:
    """2026, R8, 令和8年度, H30, FY2026 or 令和7年度（2025年度） -> the year in which the fiscal year begins."""
    words = plain(value).replace(" ", "").upper()
    both = BOTH_YEARS.fullmatch(words)
    if both:
        year = fiscal_year(both[1])
        if fiscal_year(both[2]) != year:
            raise ValueError(value)
        return year
    if western := WESTERN_YEAR.fullmatch(words):
        year = int(western[1])
    elif era := ERA_YEAR.fullmatch(words):
        year = era_year(era[1], era[2])
    else:
        raise ValueError(value)
    if not 1926 <= year <= 2100:
        raise ValueError(value)
    return year


def wave(value: str) -> str:
    """'2025' or a revision '2025r1'; any way of writing a fiscal year is taken too."""
    words = plain(value)
    return words if re.fullmatch(r"20\d\dr\d+", words) else str(fiscal_year(words))


def day(value: str) -> date:
    """2025-07-07, 2025/7/7, 2025年7月7日, 令和7年7月7日, R7.7.7 or a day number of Excel."""
    words = plain(value).upper()
    if words.isdigit() and EXCEL_DAYS[0] <= int(words) <= EXCEL_DAYS[1]:
        return EXCEL_EPOCH + timedelta(days=int(words))
    words = words if DATE.fullmatch(words) else words.replace(" ", "")
    if western := DATE.fullmatch(words):
        return date(int(western[1]), int(western[2]), int(western[3]))
    if era := ERA_DATE.fullmatch(words):
        return date(era_year(era[1], era[2]), int(era[3]), int(era[4]))
    raise ValueError(value)


def month(value: str) -> date:
    """2025-04, 2025年4月, 令和7年4月 or any of its days -> its first day."""
    words = plain(value).upper().replace(" ", "")
    if western := MONTH.fullmatch(words):
        return date(int(western[1]), int(western[2]), 1)
    if era := ERA_MONTH.fullmatch(words):
        return date(era_year(era[1], era[2]), int(era[3]), 1)
    return day(value).replace(day=1)


def date_or_year(value: str) -> str:
    """A day as 2021-06-01, or a fiscal year alone as 2021."""
    try:
        return str(fiscal_year(value))
    except ValueError:
        return day(value).isoformat()


def decimal(value: str) -> float:
    """58.3, 1,234 or ▲0.4 (minus, as offices write it); a % sign is dropped. No inf, no nan, no exponent."""
    words = plain(value).removesuffix("%").replace(" ", "")
    words = "-" + words[1:] if words[:1] in ("−", "▲", "△") else words
    if not NUMBER.fullmatch(words):
        raise ValueError(value)
    return float(words.replace(",", ""))


def integer(value: str) -> int:
    """A whole number, as decimal() reads it."""
    number = decimal(value)
    if number != int(number) or abs(number) > 2**53:
        raise ValueError(value)
    return int(number)


def mark(value: str) -> str:
    """What a mark in place of a number means: 'none', 'missing', 'withheld'; '' if the cell is no such mark."""
    words = plain(value).casefold()
    return next((meaning for meaning, marks in MARKS.items() if words in marks), "")


def flag(value: str) -> bool:
    """1/0, true/false, ○/×, はい/いいえ. (A blank is the column's default.)"""
    words = plain(value).casefold()
    if words in YES:
        return True
    if words in NO:
        return False
    raise ValueError(value)


def code(value: str) -> str:
    """A code: NFKC and trimmed, leading zeros kept."""
    return plain(value)


def municipality(value: str) -> str:
    """A municipality or ward by its five digits: the sixth, a check digit, is proved and taken off.

    Everything else is a code of another kind and stays. Source: the ministry's rule for codes of local governments.
    """
    words = plain(value)
    if not re.fullmatch(r"[0-9]{6}", words):
        return words
    if check_digit(words[:5]) != words[5]:
        raise ValueError(value)
    return words[:5]


def check_digit(code: str) -> str:
    """The sixth digit of a municipality of five."""
    total = sum(int(digit) * weight for digit, weight in zip(code, (6, 5, 4, 3, 2), strict=True))
    return str((11 - total % 11) % 10)


def words(value: str) -> str:
    """Text as it was written, trimmed."""
    return value.strip()


PARSERS = {
    "text": words,
    "code": code,
    "municipality": municipality,
    "wave": wave,
    "fiscal_year": fiscal_year,
    "date": day,
    "month": month,
    "date_or_year": date_or_year,
    "integer": integer,
    "decimal": decimal,
    "flag": flag,
}
