"""Rules of the place half: every area is known, rates are whole, an adoption has its document."""

import pandas as pd

from dashboard.intake import contract, values
from dashboard.intake.check import check_key
from dashboard.intake.references import City, check_order, codes_by_name, pairs
from dashboard.intake.report import Findings

BREAKS = 3
WITHOUT_VALUE = ("欠測", "秘匿")
ADOPTED, REVIEWED = "施策化", "所管局で検討中"


def known_areas(city: City) -> dict[str, set]:
    """Codes by kind of area; a kind without any table of its own is left out."""
    known = {}
    for kind, table in (("district", "districts"), ("association", "associations")):
        if city.has(table):
            known[kind] = set(city.frames[table][kind])
    wards = [city.frames[table]["ward"].dropna() for table in ("districts", "associations") if city.has(table)]
    if wards:
        known["ward"] = set(pd.concat(wards)) | city.outlined
    return known


def read_areas(city: City, name: str, frame: pd.DataFrame, findings: Findings) -> None:
    """An area called by its name is read as its code (told); a name that several areas of its kind bear is refused."""
    for kind, codes in areas_by_name(city).items():
        rows = frame[(frame["area_kind"] == kind) & frame["area"].notna()]
        known = set().union(*codes.values())
        written = {it: codes.get(values.squashed(it), set()) for it in set(rows["area"]) - known}
        certain = {it: next(iter(found)) for it, found in written.items() if len(found) == 1}
        several = rows[rows["area"].isin([it for it, found in written.items() if len(found) > 1])]
        findings.add_rows("error", "ambiguous_area", pairs(several.drop_duplicates("area"), "area"), "area")
        if certain:
            hits = (frame["area_kind"] == kind) & frame["area"].isin(list(certain))
            row = frame.index[hits][0]
            findings.add("note", "names_as_codes", row, "area", frame["area"][hits].iloc[0], count=int(hits.sum()))
            read = [certain[it] if hit else it for it, hit in zip(frame["area"], hits, strict=True)]
            frame["area"] = pd.Series(read, frame.index, dtype=object)
            check_key(frame, contract.tables()[name], findings)


def areas_by_name(city: City) -> dict[str, dict[str, set[str]]]:
    """kind -> name, squashed -> the codes that bear it."""
    found: dict[str, dict[str, set[str]]] = {"ward": {}}
    for name, code in city.ward_names.items():
        found["ward"].setdefault(values.squashed(name), set()).add(code)
    for kind, table in (("district", "districts"), ("association", "associations")):
        if city.has(table):
            rows = city.frames[table]
            found[kind] = codes_by_name(rows, kind)
    return found


def check_areas(city: City, frame: pd.DataFrame, findings: Findings) -> None:
    """The area of every row is one of its kind; a ward may be written with its check digit."""
    wards = frame["area_kind"] == "ward"
    if wards.any():
        frame.loc[wards, "area"] = frame.loc[wards, "area"].map(without_check_digit)
    for kind, codes in known_areas(city).items():
        told = {problem.value for problem in findings.problems if problem.rule == "ambiguous_area"}
        wrong = frame[(frame["area_kind"] == kind) & frame["area"].notna() & ~frame["area"].isin(codes | told)]
        findings.add_rows("error", "unknown_area", pairs(wrong.drop_duplicates("area"), "area"), "area")


def without_check_digit(code: str | None) -> str | None:
    try:
        return None if code is None else values.municipality(code)
    except ValueError:
        return code


def check_associations(city: City, frame: pd.DataFrame, findings: Findings) -> None:
    """Dates are in order and the ward is that of the district."""
    check_order(frame[frame["valid_from"].notna() & frame["valid_to"].notna()], "valid_from", "valid_to", findings)
    if city.has("districts"):
        districts = city.frames["districts"]
        wards = frame["district"].map(dict(zip(districts["district"], districts["ward"], strict=True)))
        wrong = frame[wards.notna() & frame["ward"].notna() & (wards != frame["ward"])]
        findings.add_rows("error", "ward_of_district", pairs(wrong, "ward"), "ward")


def check_indicators(city: City, frame: pd.DataFrame, findings: Findings) -> None:
    """A rate has both of its parts, and class breaks are three ascending numbers."""
    half = frame[frame["numerator"].notna() != frame["denominator"].notna()]
    findings.add_rows("error", "half_rate", pairs(half, "indicator"), "numerator")
    given = frame[frame["class_breaks"].notna()]
    wrong = given[~given["class_breaks"].map(ascending).astype(bool)]
    findings.add_rows("error", "bad_breaks", pairs(wrong, "class_breaks"), "class_breaks")


def ascending(written: str) -> bool:
    try:
        breaks = [float(part) for part in written.split()]
    except ValueError:
        return False
    return len(breaks) == BREAKS and breaks == sorted(set(breaks))


def check_values(city: City, frame: pd.DataFrame, findings: Findings) -> None:
    """Areas are known, a value and its status agree, and no rate is handed in that is computed here."""
    check_areas(city, frame, findings)
    odd = frame[frame["value"].isna() != frame["status"].isin(WITHOUT_VALUE)]
    findings.add_rows("error", "status_and_value", pairs(odd, "indicator"), "value")
    if city.has("indicators"):
        indicators = city.frames["indicators"]
        rates = set(indicators.loc[indicators["numerator"].notna(), "indicator"])
        twice = frame[frame["indicator"].isin(rates)].drop_duplicates("indicator")
        findings.add_rows("error", "rate_has_values", pairs(twice, "indicator"), "indicator")


def check_stages(city: City, frame: pd.DataFrame, findings: Findings) -> None:
    """An adoption counts only with the number of a document; one without is named, and kept."""
    bare = frame[(frame["stage"] == ADOPTED) & frame["document_no"].isna()]
    findings.add_rows(
        "warning", "document_needed", pairs(bare, "project"), "document_no", adopted=ADOPTED, instead=REVIEWED
    )


def check_issues(city: City, frame: pd.DataFrame, findings: Findings) -> None:
    check_areas(city, frame, findings)
    check_order(frame[frame["raised_on"].notna() & frame["closed_on"].notna()], "raised_on", "closed_on", findings)


def check_dispatches(city: City, frame: pd.DataFrame, findings: Findings) -> None:
    check_areas(city, frame, findings)
    check_order(frame[frame["starts_on"].notna() & frame["ends_on"].notna()], "starts_on", "ends_on", findings)


RULES = {
    "associations": check_associations,
    "indicators": check_indicators,
    "indicator_values": check_values,
    "issues": check_issues,
    "dispatches": check_dispatches,
    "dispatch_reports": check_areas,
    "project_stages": check_stages,
}


def check_places(city: City) -> None:
    """Every rule whose tables are there."""
    for name, frame in city.frames.items():
        if "area_kind" in frame:
            read_areas(city, name, frame, city.findings[name])
    for name, rule in RULES.items():
        if city.has(name):
            rule(city, city.frames[name], city.findings[name])
