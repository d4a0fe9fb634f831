"""Rules between tables, and rules of sense within one, over all files handed in and all kept before."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

import pandas as pd

from dashboard.i18n import LANGUAGES
from dashboard.intake import contract, values
from dashboard.intake.check import check_key
from dashboard.intake.options import SEVERAL, add, answers
from dashboard.intake.report import Findings
from dashboard.intake.survey import ATTRIBUTES, NOT_KEPT, SCALED, unit_names, units_on

CODE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
FIVE_DIGITS = re.compile(r"[0-9]{5}")
LEVELS = {"bureau": "局", "department": "部署"}
INDEX = "motivation"
NAMES = {"name_ja", "name_en", "label_ja", "label_en"}  # columns by which people call a row of a table
TOLERANCE = 0.3  # points by which three rounded percentages may miss 100


@dataclass
class City:
    """The tables of a city, index = row in the file; `findings` of every file, by table."""

    frames: dict[str, pd.DataFrame]  # only tables that are there
    findings: dict[str, Findings] = field(default_factory=dict)
    ward_names: dict[str, str] = field(default_factory=dict)  # name -> code
    outlined: set[str] = field(default_factory=set)  # codes of the city's own outlines

    def has(self, *names: str) -> bool:
        return all(name in self.frames for name in names)


def check_city(city: City) -> None:
    """Every rule whose tables are there; a reference into a table that is not there yet is a note."""
    for name, frame in city.frames.items():
        read_wards(city, name, frame)
    for name, frame in city.frames.items():
        check_references(city, name, frame)
    for name, rule in RULES.items():
        if city.has(name):
            rule(city, city.frames[name], city.findings[name])


def read_wards(city: City, name: str, frame: pd.DataFrame) -> None:
    """A ward written by its name is read as its code (told); one that is no code of five digits is refused."""
    findings = city.findings[name]
    for column in contract.tables()[name].columns.values():
        if column.type != "municipality":
            continue
        known = {it: city.ward_names[it] for it in frame[column.name].dropna().unique() if it in city.ward_names}
        if known:
            count = int(frame[column.name].isin(list(known)).sum())
            findings.add("note", "wards_by_name", column=column.name, value=next(iter(known)), count=count)
            frame[column.name] = pd.Series([known.get(it, it) for it in frame[column.name]], frame.index, dtype=object)
        odd = frame[frame[column.name].map(lambda it: it is not None and not FIVE_DIGITS.fullmatch(it)).astype(bool)]
        findings.add_rows("error", "bad_ward", pairs(odd, column.name), column.name)


def check_references(city: City, name: str, frame: pd.DataFrame) -> None:
    """Every value of a column that refers to another table is found there."""
    waiting = set()
    for column in contract.tables()[name].columns.values():
        if column.refers is None:
            continue
        table, key = column.refers.split(".")
        if not city.has(table):
            waiting.add(table)
            continue
        restore_zeros(frame, column, city.frames[table][key], city.findings[name])
        read_names(frame, column, city.frames[table], key, city.findings[name])
        wrong = frame[frame[column.name].notna() & ~frame[column.name].isin(city.frames[table][key])]
        label = contract.tables()[table].label
        city.findings[name].add_rows("error", "unknown_reference", pairs(wrong, column.name), column.name, table=label)
    for table in sorted(waiting):
        city.findings[name].add("note", "reference_waits", table=contract.tables()[table].label)


def restore_zeros(frame: pd.DataFrame, column: contract.Column, known: pd.Series, findings: Findings) -> None:
    """A code that lost its leading zeros in a spreadsheet is read as the one code it can be (told)."""
    codes = {code for code in known.dropna() if code.isdigit()}
    lost = {it for it in frame[column.name].dropna() if it.isdigit() and it not in codes}
    padded = {it: [code for code in codes if code.lstrip("0") == it.lstrip("0")] for it in lost}
    certain = {it: found[0] for it, found in padded.items() if len(found) == 1 and len(found[0]) > len(it)}
    rewrite(frame, column.name, certain, "zeros_restored", findings)


def read_names(frame: pd.DataFrame, column: contract.Column, other: pd.DataFrame, key: str, findings: Findings) -> None:
    """A name of the other table is read as the one code it belongs to (told); one that several share is not."""
    codes = codes_by_name(other, key)
    written = {it: codes.get(values.squashed(it), ()) for it in set(frame[column.name].dropna()) - set(other[key])}
    certain = {it: next(iter(found)) for it, found in written.items() if len(found) == 1}
    rewrite(frame, column.name, certain, "names_as_codes", findings)


def codes_by_name(other: pd.DataFrame, key: str) -> dict[str, set[str]]:
    """Every name that a row of a table is called by, squashed -> the codes of the rows that bear it."""
    codes: dict[str, set[str]] = {}
    for name in NAMES & set(other.columns):
        for words, code in zip(other[name], other[key], strict=True):
            if words is not None and code is not None:
                codes.setdefault(values.squashed(words), set()).add(code)
    return codes


def rewrite(frame: pd.DataFrame, column: str, read: dict[str, str], rule: str, findings: Findings) -> None:
    """Put what was written as what it is read as, and tell the first row and how many there are. read: may be empty."""
    if read:
        rows = frame.index[frame[column].isin(list(read))]
        findings.add("note", rule, rows[0], column, frame.at[rows[0], column], count=len(rows))
        frame[column] = pd.Series([read.get(it, it) for it in frame[column]], frame.index, dtype=object)


def pairs(frame: pd.DataFrame, column: str) -> list[tuple[int, object]]:
    return list(zip(frame.index.tolist(), frame[column].tolist(), strict=True))


def check_waves(city: City, waves: pd.DataFrame, findings: Findings) -> None:
    year = waves["wave"].map(lambda it: None if it is None else int(it[:4]))
    wrong = waves[waves["fiscal_year"].notna() & (year != waves["fiscal_year"])]
    findings.add_rows("error", "year_differs", pairs(wrong, "fiscal_year"), "fiscal_year")
    half = waves[waves["opened_on"].isna() != waves["closed_on"].isna()]
    findings.add_rows("error", "half_period", pairs(half, "wave"), "closed_on")
    both = waves[waves["opened_on"].notna() & waves["closed_on"].notna()]
    check_order(both, "opened_on", "closed_on", findings)


def check_order(frame: pd.DataFrame, first: str, last: str, findings: Findings) -> None:
    wrong = [(row, end) for row, start, end in zip(frame.index, frame[first], frame[last], strict=True) if end < start]
    findings.add_rows("error", "ends_before", wrong, last, first=first)


def check_questions(city: City, questions: pd.DataFrame, findings: Findings) -> None:
    items = questions["item"].fillna("")
    odd = questions[~items.map(lambda it: it == "" or CODE.fullmatch(it) is not None).astype(bool)]
    findings.add_rows("error", "bad_item", pairs(odd, "item"), "item")
    reserved = {*ATTRIBUTES, "respondent", INDEX}
    taken = questions[items.str.casefold().isin(reserved)]
    findings.add_rows("error", "reserved_item", pairs(taken, "item"), "item", reserved=" / ".join(sorted(reserved)))
    alike = questions[items.str.casefold().duplicated() & ~items.duplicated()]
    findings.add_rows("error", "alike_items", pairs(alike, "item"), "item")
    bare = questions[questions["scale"].isna() & ~questions["kind"].isin(NOT_KEPT)]
    findings.add_rows("error", "scale_required", pairs(bare, "item"), "scale")
    turned = questions[questions["first_wave"].notna() & questions["last_wave"].notna()]
    check_order(turned, "first_wave", "last_wave", findings)


def check_scales(city: City, scales: pd.DataFrame, findings: Findings) -> None:
    for scale, rows in scales.groupby("scale", sort=False):
        seen: dict[str, str] = {}
        for row, *names in zip(rows.index, rows["code"], rows["label_ja"], rows["label_en"], strict=True):
            code = names[0]
            twice = [it for it in names if it and seen.setdefault(values.squashed(it), code) != code]
            for name in twice:
                findings.add("error", "ambiguous_option", row, "label_ja", name, scale=scale)
    answers = scales[~scales["scale"].isin(SCALED)]
    bare = answers[answers["class"].isna()]
    findings.add_rows("error", "class_required", pairs(bare, "code"), "class")
    scored = answers["class"].isin(["fav", "neu", "unf"])
    findings.add_rows("error", "score_required", pairs(answers[scored & answers["score"].isna()], "code"), "score")
    extra = answers[(answers["class"] == "na") & answers["score"].notna()]
    findings.add_rows("error", "score_not_allowed", pairs(extra, "code"), "score")


def check_units(city: City, units: pd.DataFrame, findings: Findings) -> None:
    bureaus = set(units.loc[units["level"] == "局", "unit"])
    lost = units[(units["level"] == "部署") & ~units["parent"].isin(bureaus)]
    findings.add_rows("error", "no_bureau", pairs(lost, "parent"), "parent")
    nested = units[(units["level"] == "局") & units["parent"].notna()]
    findings.add_rows("error", "nested_bureau", pairs(nested, "parent"), "parent")
    dated = units[units["valid_from"].notna() & units["valid_to"].notna()]
    check_order(dated, "valid_from", "valid_to", findings)
    several = units[units.duplicated("unit", keep=False)]
    for unit, rows in several.groupby("unit", sort=False):
        spans = sorted((str(start or ""), str(end or "9999"), row) for row, start, end in spans_of(rows))
        for (_, end, _), (start, _, row) in pairwise(spans):
            if start <= end:
                findings.add("error", "overlapping_unit", row, "valid_from", unit)
    if city.outlined:
        odd = units[units["ward"].notna() & ~units["ward"].isin(city.outlined)]
        findings.add_rows("warning", "ward_without_outline", pairs(odd, "ward"), "ward")


def spans_of(rows: pd.DataFrame) -> zip:
    return zip(rows.index, rows["valid_from"], rows["valid_to"], strict=True)


def check_headcounts(city: City, counts: pd.DataFrame, findings: Findings) -> None:
    check_members(city, counts, "headcounts", "dimension", findings)
    for wave, rows in counts.groupby("wave", sort=False):
        total = rows.loc[rows["dimension"] == "city", "staff"].sum()
        for view in ("ward", "bureau"):
            part = rows.loc[rows["dimension"] == view, "staff"]
            if total and len(part) and part.sum() != total:
                findings.add("warning", "margins_differ", part.index[0], "dimension", view,
                             wave=wave, sum=part.sum(), total=total)  # fmt: skip


def check_results(city: City, results: pd.DataFrame, findings: Findings) -> None:
    check_members(city, results, "survey_results", "view", findings)
    if city.has("questions"):
        known = {INDEX, *city.frames["questions"]["item"]}
        odd = results[results["item"].notna() & ~results["item"].isin(known)]
        label = contract.tables()["questions"].label
        findings.add_rows("error", "unknown_reference", pairs(odd, "item"), "item", table=label)
    shares = results[["fav", "neu", "unf"]]
    partial = results[shares.notna().any(axis=1) & shares.isna().any(axis=1)]
    findings.add_rows("error", "partial_shares", pairs(partial, "item"), "fav")
    sums = shares.sum(axis=1, min_count=3).round(1)
    off = sums[(sums - 100).abs() > TOLERANCE + 1e-9]
    findings.add_rows("error", "shares_not_100", list(off.items()), "fav")
    bare = results[(results["n"] > 0) & results["mean"].isna() & results["fav"].isna()]
    findings.add_rows("error", "no_result", pairs(bare, "item"), "mean")
    check_means(city, results, findings)


def check_means(city: City, results: pd.DataFrame, findings: Findings) -> None:
    """A mean lies within the scores of the item's scale; the index within 0-100."""
    ranges = {INDEX: (0.0, 100.0)}
    if city.has("questions", "scales"):
        spans = city.frames["scales"].groupby("scale")["score"].agg(["min", "max"])
        for item, scale in zip(city.frames["questions"]["item"], city.frames["questions"]["scale"], strict=True):
            if scale in spans.index:
                ranges[item] = tuple(spans.loc[scale])
    rows = zip(results.index, results["item"], results["mean"], strict=True)
    wrong = [(row, mean) for row, item, mean in rows if item in ranges and not inside(mean, *ranges[item])]
    findings.add_rows("error", "mean_outside", wrong, "mean")


def inside(value: float, low: float, high: float) -> bool:
    return not (value < low or value > high)  # a blank (NaN) is inside


def check_members(city: City, frame: pd.DataFrame, table: str, column: str, findings: Findings) -> None:
    """Every member is one of its view, on the day its wave opened: by code, or by name (read as the code). A pair is
    'a|b'."""
    opened, read = {}, frame["member"].copy()
    if city.has("waves"):
        opened = dict(zip(city.frames["waves"]["wave"], city.frames["waves"]["opened_on"], strict=True))
    for (wave, view), rows in frame.groupby(["wave", column], sort=False):
        known = [members(city, part, opened.get(wave)) for part in str(view).split("_")]
        if None in known:
            continue
        codes = {it: code_of(it, known) for it in rows["member"].dropna().unique()}
        read[rows.index] = rows["member"].map(codes)
        wrong = [(row, it) for row, it in pairs(rows, "member") if it is not None and codes[it] is None]
        said = {lang: contract.tables()[table].columns[column].said_of(view, lang) for lang in LANGUAGES}
        findings.add_rows("error", "unknown_member", wrong, "member", view=said, wave=wave)
    if findings.ok and not read.equals(frame["member"]):
        frame["member"] = read
        check_key(frame, contract.tables()[table], findings)


def code_of(member: str, known: list[dict[str, str]]) -> str | None:
    """The code, or codes joined by |, that a member is written for; None where it is none or more than one."""
    parts = values.plain(member).split("|")
    codes = [options.get(values.squashed(part)) for part, options in zip(parts, known, strict=False)]
    return None if len(parts) != len(known) or {None, SEVERAL} & set(codes) else "|".join(codes)


def members(city: City, view: str, day) -> dict[str, str] | None:
    """Every way to write a member of a view on a day -> its code; None if the table that lists them is missing."""
    options: dict[str, str] = {}
    if view == "city":
        add(options, "all", ["all", *contract.document()["whole_city"]])
        return options
    if view in SCALED:
        scales = city.frames.get("scales")
        return None if scales is None else answers(scales.dropna(subset=["code"]), view)
    units = city.frames.get("units")
    if units is None:
        return None
    if view == "ward":
        add(options, "HQ", contract.document()["city_wide"])
        for ward in set(units["ward"].dropna()):
            add(options, ward, [ward, *(name for name, code in city.ward_names.items() if code == ward)])
        return options
    held = (units if day is None else units_on(units, day)).dropna(subset=["unit"])
    level = set(held.loc[held["level"] == LEVELS.get(view), "unit"])
    return {name: code for name, code in unit_names(held).items() if code in level or code == SEVERAL}


RULES = {
    "waves": check_waves,
    "questions": check_questions,
    "scales": check_scales,
    "units": check_units,
    "headcounts": check_headcounts,
    "survey_results": check_results,
}
