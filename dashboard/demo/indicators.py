"""What the demo's offices count every year: the wide table of indicators, facts and towns of associations."""

from dashboard.demo.places import Association, Places
from dashboard.demo.seed import Row, table

GROWTH = 6  # per mille a year by which households grow: the rate falls
LEAVING = (-9, 14)  # per mille a year by which a district's members become fewer; in some they become more
SHRINKING = 3  # per mille a year by which residents become fewer
LATE_YEAR = 2023
TRAIT = "地域の特性"


def counted() -> list[str]:
    """Codes of the indicators that are handed in: rates are computed from them."""
    return [row["indicator"] for row in table("indicators") if not row["numerator"]]


def value_rows(places: Places) -> list[Row]:
    """indicator_values.csv, wide: associations, districts and wards by year."""
    first, last = places.rules["years"]
    rows = []
    for year in range(first, last + 1):
        there = [it for it in places.associations if exists(it, year)]
        own = {it.code: yearly(places, it, year, last) for it in there}
        rows += [head("association", it.code, year) | own[it.code] for it in there if shown(it, year)]
        districts = {row["district"]: totals(places, row, there, own, year) for row in places.districts}
        rows += [
            head("district", code, year) | {k: str(v) for k, v in sums.items()} for code, sums in districts.items()
        ]
        for ward in places.rules["ward"]:
            parts = [sums for code, sums in districts.items() if code.startswith(ward)]
            rows.append(head("ward", ward, year) | {key: str(sum(it[key] for it in parts)) for key in parts[0]})
    return rows


def exists(one: Association, year: int) -> bool:
    return (one.valid_from or "0") <= f"{year}-04-01" and (one.valid_to or "9") >= f"{year}-04-01"


def shown(one: Association, year: int) -> bool:
    """An association that is late with its papers handed in none after a certain year."""
    return not (one.late and year > LATE_YEAR)


def head(kind: str, area: str, year: int) -> Row:
    return {"area_kind": kind, "area": area, "fiscal_year": str(year), "as_of": f"{year}-07-01"}


def households(one: Association, year: int, last: int) -> int:
    return max(9, one.size * (1000 - GROWTH * (last - year)) // 1000)


def members(places: Places, one: Association, share: int, ago: int) -> int:
    """Member households some years ago, by the course of the district."""
    low, high = LEAVING
    course = low + places.draws(12, int(one.district["district"].replace("-", ""))).below(high - low, 1).tolist()[0]
    return one.size * share // 1000 * (1000 + course * ago) // 1000


def yearly(places: Places, one: Association, year: int, last: int) -> Row:
    """What one association wrote for one year."""
    draws = places.draws(8, int(one.code.replace("-", "")), year)
    standing = places.draws(9, int(one.code.replace("-", ""))).below(1000, 12).tolist()
    chance = draws.below(1000, 12).tolist()
    homes = households(one, year, last)
    joined = (
        None
        if one.members is None
        else min(homes, max(5, members(places, one, one.members, last - year) + chance[0] % 7 - 3))
    )
    drills = (standing[7] * 3 // 1000 + chance[7] // 700) * (standing[8] > 150)
    took_part = 0 if drills == 0 else max(2, one.size * (standing[9] % 300 + chance[9] % 80) // 1000)
    found = {
        "households": homes,
        "member_households": "" if joined is None else joined,
        "groups": max(1, one.size // (12 + standing[1] % 9)),
        "officers": 5 + one.size // 40 * (600 + standing[2] % 600) // 1000,
        "monthly_fee": 200 + 50 * (standing[3] % 9),
        "meetings": 2 + (standing[4] + chance[4] // 4) * 10 // 1250,
        "events_safety": (standing[5] + chance[5] // 3) * 6 // 1333,
        "events_welfare": (standing[6] + chance[6] // 3) * 7 // 1333,
        "events_environment": (standing[10] + chance[10] // 3) * 5 // 1333,
        "events_friendship": (standing[11] + chance[11] // 3) * 6 // 1333,
        "drills": "欠測" if chance[8] < 8 else drills,
        "drill_participants": "" if chance[8] < 8 else took_part,
    }
    if year == last:
        found |= {"lamps": one.size // 9 + standing[0] % 12, "subsidy": 40 + one.size * 11 // 40}
    return {name: str(value) for name, value in found.items()}


def totals(places: Places, district: Row, there: list[Association], own: dict[str, Row], year: int) -> dict[str, int]:
    """A district from the register: residents, the elderly, households; members as the office counts them."""
    rule = places.rules["ward"][district["ward"]]
    parts = [it for it in there if it.district["district"] == district["district"]]
    size = sum(it.size for it in parts)
    whole = sum(it.size for it in there if it.district["ward"] == district["ward"])
    chance = places.draws(10, int(district["district"].replace("-", ""))).below(1000, 3).tolist()
    last = places.rules["years"][1]
    people = rule["population"] * size // whole * (1000 + SHRINKING * (last - year)) // 1000
    aged = rule["aged"] + chance[0] % 90 - 45 - 3 * (last - year)
    typical = sum(places.rules["sizes"]["members"]["numbered"]) // 2 - 35
    homes = sum(int(own[it.code]["households"]) for it in parts)
    return {
        "households": homes,
        "member_households": min(homes, sum(members(places, it, it.members or typical, last - year) for it in parts)),
        "population": people,
        "people65": people * aged // 1000,
        "single_elderly": homes * (aged - 140 + chance[1] % 40) // 1000,
        "shelters": 2 + chance[2] % 4,
    }


def latest_day(places: Places) -> str:
    """The day of the newest lists."""
    return f"{places.rules['years'][1]}-07-01"


def fact_rows(places: Places) -> list[Row]:
    """association_facts.csv: most associations have them, in the words of a form."""
    rows = []
    for one in places.associations:
        chance = places.draws(11, int(one.code.replace("-", ""))).below(1000, 12).tolist()
        if chance[0] < 150 or one.valid_to:
            continue
        year = LATE_YEAR if one.late else places.rules["years"][1]
        for at, (fact, choices) in enumerate(places.rules["facts"].items(), start=1):
            ja, en = choices[chance[at] % len(choices)]
            if chance[at] < 930:
                own = {"association": one.code, "fact": fact, "text_ja": ja, "text_en": en}
                rows.append({**own, "as_of": f"{year}-07-01"})
    return rows + trait_rows(places)


def trait_rows(places: Places) -> list[Row]:
    """What sets all associations of a few school districts apart: students, a new town."""
    as_of = latest_day(places)
    return [
        {"association": one.code, "fact": TRAIT, "text_ja": words[0], "text_en": words[1], "as_of": as_of}
        for district, words in places.rules["traits"].items()
        for one in places.associations
        if one.district["district"] == district and not one.valid_to
    ]


def town_rows(places: Places) -> list[Row]:
    """association_towns.csv: fictional towns, named after the district."""
    pattern, most = places.rules["names"]["town"]
    rows = []
    for one in places.associations:
        if one.valid_to:
            continue
        number, stem = int(one.code[-2:]), one.district["name_ja"].removesuffix(one.district["kind"])
        for step in range(1 + number % most):
            town = pattern.format(district=stem, n=number + step)
            rows.append({"association": one.code, "town": town, "ward": one.district["ward"], "share": ""})
    return rows
