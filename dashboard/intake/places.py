"""Rules of the place half: every area is known, rates are whole, an adoption has its document."""

import pandas as pd

from dashboard.intake import values
from dashboard.intake.references import City, check_order, pairs
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


def check_areas(city: City, frame: pd.DataFrame, findings: Findings) -> None:
    """The area of every row is one of its kind; a ward may be written with its check digit."""
    wards = frame["area_kind"] == "ward"
    if wards.any():
        frame.loc[wards, "area"] = frame.loc[wards, "area"].map(without_check_digit)
    for kind, codes in known_areas(city).items():
        wrong = frame[(frame["area_kind"] == kind) & frame["area"].notna() & ~frame["area"].isin(codes)]
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
    for name, rule in RULES.items():
        if city.has(name):
            rule(city, city.frames[name], city.findings[name])
