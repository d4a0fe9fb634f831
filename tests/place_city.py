"""A hand-made place half: two wards, three districts, six associations and one that ended, four studies.

Everything is small enough to be reckoned by hand; the expected numbers stand in the tests.
"""

import datetime

import pandas as pd

D = datetime.date
WARDS = ("99101", "99102")


def districts() -> pd.DataFrame:
    rows = [("A1", "あ一校区", WARDS[0]), ("A2", "あ二校区", WARDS[0]), ("B1", "い一校区", WARDS[1])]
    frame = pd.DataFrame(rows, columns=["district", "name_ja", "ward"])
    return frame.assign(name_kana="よみ", name_en=None, centre="センター", kind="校区").astype(object)


def associations() -> pd.DataFrame:
    places = (("a1", "A1"), ("a2", "A1"), ("a3", "A1"), ("a4", "A2"), ("b1", "B1"), ("b2", "B1"), ("b0", "B1"))
    frame = pd.DataFrame(places, columns=["association", "district"])
    frame["ward"] = [WARDS[0] if district[0] == "A" else WARDS[1] for district in frame["district"]]
    frame["name_ja"] = [f"{code}自治会" for code in frame["association"]]
    frame = frame.assign(
        name_kana="よみ", name_en=None, lat=32.8, lon=130.7, valid_from=None, valid_to=None, as_of=None
    )
    frame = frame.assign(succeeded_by=None).astype(object)
    ended = frame["association"] == "b0"
    frame.loc[ended, ["valid_to", "succeeded_by"]] = [D(2024, 3, 31), "b1"]
    return frame.astype({"lat": float, "lon": float})


def indicators() -> pd.DataFrame:
    rows = [
        ("households", "世帯数", "世帯", True, None, None, "none", 12),
        ("members", "加入世帯数", "世帯", True, None, None, "none", 12),
        ("rate", "加入率", "%", False, "members", "households", "up", None),
        ("lamps", "防犯灯", "灯", True, None, None, "up", 24),
        ("fee", "会費", "円", False, None, None, "none", None),
    ]
    columns = ["indicator", "label_ja", "measured_in", "additive", "numerator", "denominator", "direction"]
    frame = pd.DataFrame(rows, columns=[*columns, "cycle_months"]).astype(object)
    words = {f"{stem}_{lang}": None for stem in ("definition", "note") for lang in ("ja", "en")}
    frame = frame.assign(field="組織", label_en=None, measured_in_en=None, decimals=0, source="台帳")
    frame = frame.assign(class_breaks=None, **words)
    return frame.astype({"additive": bool, "decimals": int})


# association: households, members, lamps, fee in 2025; None = not handed in, "欠測" = said to be missing
COUNTS = {
    "a1": (100, 80, 9, 300),
    "a2": (3, 2, 0, 200),
    "a3": (50, 45, 4, None),
    "a4": (20, "欠測", 2, 500),
    "b1": (200, 150, 30, 100),
    "b2": (40, None, 0, 250),
}


def indicator_values() -> pd.DataFrame:
    """The counts above for 2025; for 2024 two associations only, ten households fewer each."""
    rows = []
    for code, counts in COUNTS.items():
        for name, value in zip(("households", "members", "lamps", "fee"), counts, strict=True):
            if value is not None:
                missing = value == "欠測"
                rows.append(
                    (code, 2025, name, None if missing else float(value), "欠測" if missing else "実測", D(2025, 7, 1))
                )
    rows += [("a1", 2024, "households", 90.0, "実測", D(2024, 7, 1))]
    rows += [("a1", 2024, "members", 81.0, "実測", D(2024, 7, 1))]
    rows += [("b0", 2023, "households", 70.0, "実測", D(2023, 7, 1))]
    frame = pd.DataFrame(rows, columns=["area", "fiscal_year", "indicator", "value", "status", "as_of"])
    return frame.assign(area_kind="association", fiscal_year=frame["fiscal_year"].astype("Int64"))


def issues() -> pd.DataFrame:
    rows = [
        ("i1", "association", "a1", D(2025, 5, 1), "空き家", "住民", "対応済", D(2025, 6, 1), "D0201", "p1"),
        ("i2", "association", "a1", D(2025, 8, 1), "公園", "区役所", "受付", None, None, None),
        ("i3", "district", "A1", D(2025, 9, 1), "担い手", "派遣担当職員", "対応中", None, "D0202", None),
    ]
    columns = ["issue", "area_kind", "area", "raised_on", "category", "raised_by", "status", "closed_on"]
    return pd.DataFrame(rows, columns=[*columns, "answering_unit", "project"]).assign(reason=None).astype(object)


def dispatches() -> pd.DataFrame:
    rows = [
        ("d1", "s1", "D0201", "association", "a1", "兼務", D(2024, 4, 1), None),
        ("d2", "s2", "D0202", "association", "b1", "専任", D(2024, 4, 1), None),
        ("d3", "s3", "D0101", "association", "a3", "兼務", D(2023, 4, 1), D(2024, 3, 31)),
    ]
    columns = ["dispatch", "officer", "unit", "area_kind", "area", "role", "starts_on", "ends_on"]
    return pd.DataFrame(rows, columns=columns).astype(object)


def activities() -> pd.DataFrame:
    rows = [
        ("d1", D(2025, 5, 10), "訪問", 2.0, 5),
        ("d1", D(2025, 5, 20), "訪問", 1.0, 3),
        ("d1", D(2025, 6, 5), "会合", 2.0, 20),
        ("d1", D(2024, 5, 5), "訪問", 1.5, 2),
        ("d2", D(2025, 5, 1), "訪問", 1.0, 1),
    ]
    frame = pd.DataFrame(rows, columns=["dispatch", "held_on", "kind", "hours", "residents"])
    return frame.assign(residents=frame["residents"].astype("Int64"))


def dispatch_reports() -> pd.DataFrame:
    """District A1 reported every month of fiscal 2025 but March; B1 reported May only."""
    months = [D(2025, month, 1) for month in range(4, 13)] + [D(2026, 1, 1), D(2026, 2, 1)]
    rows = [("district", "A1", month, month) for month in months] + [("district", "B1", D(2025, 5, 1), D(2026, 3, 31))]
    return pd.DataFrame(rows, columns=["area_kind", "area", "month", "received_on"]).astype(object)


def projects() -> pd.DataFrame:
    """p1 adopted, p2 not, p3 under way, p4 a basic study, p5 under review; p3 concerns the whole city."""
    rows = [
        ("p1", "地域課題", False, "i1", "99101"),
        ("p2", "政策課題", False, None, "99101;99102"),
        ("p3", "職員提案", False, None, None),
        ("p4", "大学研究", True, None, "99102"),
        ("p5", "地域課題", False, None, "99102"),
    ]
    frame = pd.DataFrame(rows, columns=["project", "origin", "basic_study", "issue", "wards"])
    frame["title_ja"] = [f"{code}の研究" for code in frame["project"]]
    frame = frame.assign(title_en=None, lead_unit="D0101", started_on=D(2023, 4, 1)).astype(object)
    return frame.assign(basic_study=frame["basic_study"].astype(bool))


def project_stages() -> pd.DataFrame:
    rows = [
        ("p1", "課題提起", "2023-04-01", None, None),
        ("p1", "調査研究", "2023-05-01", None, None),
        ("p1", "提言", "2024-05-01", None, None),
        ("p1", "施策化", "2025-04-01", "第1号", None),
        ("p2", "調査研究", "2023-06-01", None, None),
        ("p2", "提言", "2024-06-01", None, None),
        ("p2", "施策化に至らず", "2025-05-01", None, "合意に至らなかった"),
        ("p3", "調査研究", "2025-04-01", None, None),
        ("p4", "提言", "2024", None, None),
        ("p5", "提言", "2025-01-01", None, None),
        ("p5", "所管局で検討中", "2025-03-01", None, None),
    ]
    return pd.DataFrame(rows, columns=["project", "stage", "entered", "document_no", "reason"]).astype(object)


def project_people() -> pd.DataFrame:
    rows = [("p1", 2024, "行政", "D0101", 3), ("p1", 2024, "研修", "D0101", 5), ("p2", 2025, "有識者", None, 2)]
    frame = pd.DataFrame(rows, columns=["project", "fiscal_year", "kind", "unit", "persons"])
    return frame.assign(hours=None).astype({"fiscal_year": "Int64", "persons": "Int64"})


def project_outcomes() -> pd.DataFrame:
    """Reached where less is better; short; without a target; without an actual."""
    rows = [
        ("p1", "空き家数", "down", 49.0, 33.0, 2025, 31.0),
        ("p1", "参加率", "up", 50.0, 80.0, 2025, 65.0),
        ("p2", "利用者数", "up", 10.0, None, 2025, 12.0),
        ("p5", "団体数", "up", 5.0, 9.0, 2025, None),
    ]
    columns = ["project", "outcome", "direction", "baseline", "target", "fiscal_year", "actual"]
    frame = pd.DataFrame(rows, columns=columns).assign(outcome_en=None, measured_in="件", measured_in_en=None)
    return frame.assign(fiscal_year=frame["fiscal_year"].astype("Int64"))


def facts() -> pd.DataFrame:
    row = {"association": "a1", "fact": "地域公民館", "text_ja": "あり", "text_en": None, "as_of": D(2025, 7, 1)}
    return pd.DataFrame([row]).astype(object)


def towns() -> pd.DataFrame:
    row = {"association": "a1", "town": "あ町", "ward": WARDS[0], "share": None}
    return pd.DataFrame([row]).astype({"share": float})


def budgets() -> pd.DataFrame:
    row = {"project": "p1", "fiscal_year": 2024, "budget_kind": "研究", "amount_thousand_yen": 1200.0}
    return pd.DataFrame([row]).astype({"fiscal_year": "Int64"})


def costs() -> pd.DataFrame:
    """The institute's of no ward; of dispatch two wards' own, and an estimate of staff pay for the whole city."""
    rows = [
        ("institute", None, "運営", 800.0, "no"),
        ("dispatch", WARDS[0], "旅費", 60.0, "no"),
        ("dispatch", WARDS[1], "旅費", 30.0, "no"),
        ("dispatch", None, "人件費相当", 510.0, "estimated"),
    ]
    columns = ["proposal", "ward", "cost_item", "amount_thousand_yen", "includes_staff_pay"]
    return pd.DataFrame(rows, columns=columns).assign(fiscal_year=2024).astype({"fiscal_year": "Int64"})


def place_frames() -> dict[str, pd.DataFrame]:
    """Kept tables of places as intake gives them."""
    return {
        "districts": districts(), "associations": associations(), "indicators": indicators(),
        "indicator_values": indicator_values(), "issues": issues(), "dispatches": dispatches(),
        "activities": activities(), "dispatch_reports": dispatch_reports(), "projects": projects(),
        "project_stages": project_stages(), "project_people": project_people(),
        "project_outcomes": project_outcomes(), "association_facts": facts(), "association_towns": towns(),
        "project_budgets": budgets(), "costs": costs(),
    }  # fmt: skip
