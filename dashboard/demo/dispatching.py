"""Local issues, community dispatch with its activities and reports, and what the proposals cost, in the demo city."""

import datetime

from dashboard.demo.places import Association, Places
from dashboard.demo.seed import Row, Seed

FULL_TIME, BESIDE = "専任", "兼務"
OPEN = ("受付", "対応中")
BEGAN = 2018
KINDS = ("訪問", "訪問", "訪問", "会合", "行事", "電話")


def day(year: int, offset: int) -> str:
    """A day of a fiscal year, `offset` days after its 1 April."""
    return (datetime.date(year, 4, 1) + datetime.timedelta(days=offset % 365)).isoformat()


def current(places: Places) -> list[Association]:
    return [it for it in places.associations if not it.valid_to]


def issue_rows(places: Places) -> list[Row]:
    """issues.csv, numbered by the day they were raised."""
    rules, draws = places.rules["issues"], places.draws(20)
    there, last = current(places), places.rules["years"][1]
    raised = []
    for _ in range(rules["count"]):
        roll = draws.below(100_000, 9).tolist()
        one, year = there[roll[0] % len(there)], BEGAN + roll[1] % (last - BEGAN + 1)
        status = rules["statuses"][roll[2] % len(rules["statuses"])]
        status = "対応済" if status in OPEN and year < last - 1 else status
        kind = "district" if roll[3] % 10 == 0 else "association"
        on = day(year, roll[4])
        closed = "" if status in OPEN else min(later(on, 20 + roll[5] % 240), places.rules["today"])
        raised.append({
            "area_kind": kind, "area": one.district["district"] if kind == "district" else one.code,
            "raised_on": on, "category": rules["categories"][roll[6] % len(rules["categories"])],
            "raised_by": rules["raised_by"][roll[7] % len(rules["raised_by"])], "status": status,
            "reason": rules["reasons"][roll[8] % len(rules["reasons"])] if status in ("対応困難", "見送り") else "",
            "closed_on": closed, "answering_unit": places.rules["ward"][one.district["ward"]]["unit"],
        })  # fmt: skip
    ordered = sorted(raised, key=lambda row: (row["raised_on"], row["area"], row["category"]))
    return [{"issue": f"K{number:04d}", **row} for number, row in enumerate(ordered, start=1)]


def later(on: str, days: int) -> str:
    return (datetime.date.fromisoformat(on) + datetime.timedelta(days=days)).isoformat()


def dispatch_rows(places: Places, seed: Seed) -> list[Row]:
    """dispatches.csv: an area officer for every district, and departments' people for about half the associations."""
    rows, officer = [], {}
    for row in places.districts:
        number = officer.setdefault((row["ward"], row["centre"]), len(officer) + 1)
        rows.append({
            "officer": f"S{number:03d}", "unit": places.rules["ward"][row["ward"]]["unit"], "area_kind": "district",
            "area": row["district"], "role": FULL_TIME, "starts_on": "2017-04-01", "ends_on": "",
        })  # fmt: skip
    units = sorted(seed.programmes["dispatch"].items())
    for one in current(places):
        chance = places.draws(21, int(one.code.replace("-", ""))).below(1000, 3).tolist()
        if chance[0] >= places.rules["dispatched"]:
            continue
        unit, start = units[chance[1] % len(units)]
        year = min(start + chance[2] % 4, places.rules["years"][1])
        rows.append({
            "officer": f"K{int(one.code[-4:]) + chance[1]:04d}", "unit": unit, "area_kind": "association",
            "area": one.code, "role": BESIDE, "starts_on": f"{year}-04-01", "ends_on": "",
        })  # fmt: skip
    return [{"dispatch": f"H{number:04d}", **row} for number, row in enumerate(rows, start=1)]


def activity_rows(places: Places, dispatches: list[Row]) -> list[Row]:
    """activities.csv: some who were sent came often, some hardly at all."""
    rows, last = [], places.rules["years"][1]
    for number, dispatch in enumerate(dispatches):
        draws = places.draws(22, number)
        diligence = int(draws.below(11, 1)[0])
        for year in range(max(BEGAN, int(dispatch["starts_on"][:4])), last + 1):
            idle = diligence == 0 or (diligence == 1 and year == last)
            count = 0 if idle else 2 + int(draws.below(diligence + 2, 1)[0])
            for roll in draws.below(100_000, (count, 4)).tolist():
                kind = KINDS[roll[1] % len(KINDS)]
                met = "" if kind == "電話" or roll[3] % 5 == 0 else str(1 + roll[3] % 24)
                hours = "" if roll[2] % 9 == 0 else f"{0.5 * (1 + roll[2] % 6):.1f}"
                own = {"dispatch": dispatch["dispatch"], "held_on": day(year, roll[0]), "kind": kind}
                rows.append({**own, "hours": hours, "residents": met})
    return sorted(rows, key=lambda row: (row["dispatch"], row["held_on"], row["kind"]))


def report_rows(places: Places) -> list[Row]:
    """dispatch_reports.csv: a report a district and month; a few districts fall silent."""
    rows, last = [], places.rules["years"][1]
    for number, row in enumerate(places.districts):
        chance = places.draws(23, number).below(1000, (last - BEGAN + 1) * 12).tolist()
        silent = number % 16 == 5
        for at, roll in enumerate(chance):
            year, month = BEGAN + (at + 3) // 12, (at + 3) % 12 + 1
            if roll < (400 if silent and year >= last else 2):
                continue
            received = later(f"{year}-{month:02d}-28", 5 + roll % 9)
            own = {"area_kind": "district", "area": row["district"], "month": f"{year}-{month:02d}"}
            rows.append({**own, "received_on": min(received, places.rules["today"])})
    return rows


def cost_rows(places: Places) -> list[Row]:
    """costs.csv: thousand yen by proposal, some by ward."""
    rows, last = [], places.rules["years"][1]
    for year in range(BEGAN, last + 1):
        extra = year - BEGAN
        plain = [
            ("vision", "", "システム利用料", 4200 + 150 * extra, "no"),
            ("vision", "", "運営", 2600, "estimated"),
            ("institute", "", "研究費", 15800 + 300 * extra, "no"),
            ("institute", "", "事務局", 21000, "yes"),
        ]
        plain += [("dispatch", ward, "旅費・活動費", 900 + 60 * extra, "no") for ward in places.rules["ward"]]
        plain += [("dispatch", "", "人件費相当", 31000 + 1200 * extra, "estimated")]
        names = ("proposal", "ward", "cost_item", "amount_thousand_yen", "includes_staff_pay")
        rows += [{"fiscal_year": str(year), **dict(zip(names, map(str, row), strict=True))} for row in plain]
    return rows
