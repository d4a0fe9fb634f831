"""Small frames with awkward numbers for every kind of figure."""

import json

import geopandas
import pandas as pd
import shapely

from dashboard.edition.catalogue import Measure
from dashboard.figures.spec import FigureSpec
from dashboard.settings import DATA

SHOWN, WITHHELD, NO_DATA = "表示", "秘匿", "データなし"
SECRET = 77.7  # stands in withheld rows on purpose: no figure may show it


def measure(code="index", direction="up", breaks=(58.0, 60.0, 62.0)):
    both = {"ja": f"{code}の名", "en": f"Name of {code}"}
    unit, difference = {"ja": "点", "en": "points"}, {"ja": "点", "en": "points"}
    return Measure(code, "index", None, both, unit, difference, 1, direction, breaks, None, False)


def line(member="all", label="City", years=range(2017, 2026), base=54.05):
    """A member over the years: 2020 missing, 2022 withheld, 2017 an aggregate without interval."""
    rows = []
    for year in years:
        if year == 2020:
            continue
        value = base + (year - 2017) * 0.83
        row = {
            "member": member,
            "label": label,
            "fiscal_year": year,
            "value": value,
            "lo": value - 1,
            "hi": value + 1.2,
        }
        row |= {"n": 4321, "status": SHOWN, "aggregate_only": year == 2017}
        if year == 2017:
            row |= {"lo": None, "hi": None}
        if year == 2022:
            row |= {"value": SECRET, "lo": SECRET - 1, "hi": SECRET + 1, "n": 3, "status": WITHHELD}
        rows.append(row)
    return pd.DataFrame(rows)


def members(codes=("w1", "w2", "w3", "w4", "w5")):
    """Members with values 0, 57.45, 61.9, withheld and 62.35; changes up, down, unclear, withheld, none."""
    values = (0.0, 57.45, 61.9, SECRET, 62.35)
    changes = ((2.15, 0.3, 4.0), (-3.35, -5.0, -1.7), (0.45, -1.1, 2.0), (SECRET, 70.0, 80.0), (None, None, None))
    rows = []
    for code, value, (change, low, high) in zip(codes, values, changes, strict=True):
        row = {
            "code": code,
            "member": code,
            "label": f"Ward <{code}>",
            "value": value,
            "lo": value - 1.3,
            "hi": value + 1.6,
        }
        row |= {"n": 321, "status": WITHHELD if value == SECRET else SHOWN}
        rows.append(row | {"change": change, "change_lo": low, "change_hi": high})
    return pd.DataFrame(rows)


def themes():
    """Two members and the city by three measures; the third has no good direction."""
    values = {"all": (50.0, 40.0, 30.0), "b1": (57.0, 41.0, 38.0), "b2": (46.0, 33.0, 31.0), "b3": (SECRET,) * 3}
    rows = []
    for member, row in values.items():
        for column, value in zip(("t1", "t2", "t3"), row, strict=True):
            cell = {"member": member, "label": f"Bureau {member}", "measure": column, "value": value, "n": 1234}
            cell |= {"lo": value - 3, "hi": value + 3, "status": WITHHELD if value == SECRET else SHOWN}
            rows.append(cell)
    return pd.DataFrame(rows)


def items():
    """Items with favourable shares 0, 34.5, 81.25, one withheld."""
    shares = ((0.0, 25.0, 75.0), (34.5, 27.0, 38.5), (81.25, 12.5, 6.25), (SECRET, 12.3, 10.0))
    rows = [{"label": f"Item {k}", "fav": f, "neu": n, "unf": u, "n": 222} for k, (f, n, u) in enumerate(shares)]
    frame = pd.DataFrame(rows).assign(city=51.0, status=SHOWN)
    frame.loc[frame["fav"] == SECRET, "status"] = WITHHELD
    return frame


def outlines():
    """The shipped outlines as the edition's table has them."""
    rows = []
    for layer, file in (("ward", "wards"), ("context", "neighbours")):
        shapes = geopandas.read_file(DATA / "map" / f"{file}.geojson").to_crs(6670)
        centre = geopandas.read_file(DATA / "map" / "wards.geojson").to_crs(6670).union_all().centroid
        for place, row in enumerate(shapes.itertuples()):
            rows.append(outline(layer, row, centre, place))
    return pd.DataFrame(rows)


def outline(layer, row, centre, place):
    parts = list(getattr(row.geometry, "geoms", [row.geometry]))
    circle = shapely.maximum_inscribed_circle(max(parts, key=lambda part: part.area), tolerance=10)
    x, y = circle.coords[0]
    rings = [
        [[round((a - centre.x) / 1000, 3), round((b - centre.y) / 1000, 3)] for a, b in part.exterior.coords]
        for part in parts
    ]
    return {
        "layer": layer, "code": row.code, "label_ja": row.name, "label_en": row.name_en, "rings": json.dumps(rings),
        "label_x": (x - centre.x) / 1000, "label_y": (y - centre.y) / 1000, "room": circle.length / 1000,
        "sort_no": place,
    }  # fmt: skip


def squares(codes=("w1", "w2", "w3", "w4", "w5")):
    """Five squares of 6 km in a row: an outline that depends on no file."""
    rows = []
    for place, code in enumerate(codes):
        west = place * 6.0
        ring = [[west, 0], [west + 6, 0], [west + 6, 6], [west, 6], [west, 0]]
        row = {"layer": "ward", "code": code, "label_ja": code, "label_en": code, "rings": json.dumps([ring])}
        rows.append(row | {"label_x": west + 3, "label_y": 3.0, "room": 3.0, "sort_no": place})
    return pd.DataFrame(rows)


def districts():
    """Areas on the squares: 0, 57.45, 61.9, withheld, 62.35, one in each square; two stand close together."""
    frame = members().assign(x=[3.0, 9.0, 9.2, 21.0, 27.0], y=[3.0, 3.0, 3.3, 3.0, 3.0])
    return frame.assign(ward=frame["code"])


def studies():
    """Studies by year: none at first, then three completed of which one adopted."""
    return pd.DataFrame({"fiscal_year": [2019, 2020, 2021], "completed": [0, 2, 3], "adopted": [0, 0, 1]})


def indicators():
    """Rows of a karte: a rate, a withheld value, none, a district's value, a true 0 that is overdue."""
    plain = {
        "unit": "%", "decimals": 1, "direction": "up", "area_kind": "association", "numerator": None,
        "denominator": None, "status": SHOWN, "overdue": False, "compared": 913, "ward_position": 48.0,
    }  # fmt: skip
    rows = [
        {"field": "組織", "label": "Rate <1>", "value": 61.25, "numerator": 612, "denominator": 999, "position": 12.0},
        {"field": "組織", "label": "Secret", "value": SECRET, "position": 99.0, "status": WITHHELD},
        {"field": "防災", "label": "Nothing", "value": None, "position": None, "status": NO_DATA},
        {"field": "防災", "label": "Far", "value": 4.0, "position": 70.0, "area_kind": "district", "direction": "none"},
        {"field": "防災", "label": "Zero", "value": 0.0, "position": 3.0, "overdue": True, "ward_position": None},
    ]
    return pd.DataFrame([plain | row for row in rows])


def stages():
    """Ten studies, six completed, two adopted; the last stage has no end and so no days."""
    names = ("課題提起", "調査研究", "提言", "所管局で検討中", "試行", "施策化")
    counts = ((0, 10, 31.0), (4, 10, 90.0), (0, 6, 12.5), (2, 6, 200.0), (0, 2, 60.0), (2, 2, None))
    rows = [
        {"stage": name, "stage_no": k, "current": now, "reached": ever, "median_days": days}
        for k, (name, (now, ever, days)) in enumerate(zip(names, counts, strict=True), start=1)
    ]
    return pd.DataFrame(rows).assign(projects=10, completed=6)


def reported_months():
    """Two visits, none, not reported."""
    return pd.DataFrame({"month": ["2025-04-01", "2025-05-01", "2025-06-01"], "visits": [2.0, 0.0, None]})


def outcomes():
    """Reached where less is better, short of the target, without a target, without an actual."""
    rows = [
        ("Vacant <houses>", "down", 49.0, 33.0, 31.0, "達成"),
        ("Users", "up", 53.0, 74.0, 63.5, "未達"),
        ("Shops", "up", 45.0, None, 0.0, "目標なし"),
        ("Drills", "up", 12.0, 20.0, None, "データなし"),
    ]
    names = ["outcome", "direction", "baseline", "target", "actual", "result"]
    return pd.DataFrame(rows, columns=names).assign(title="Study", unit="件")


def effects():
    """Differences by year around a policy: before it near none, the year before it the reference, one withheld."""
    rows = [(-3, -0.35, -1.6, 0.9), (-2, 0.0, -1.2, 1.2), (-1, 0.0, None, None), (0, 0.45, -0.6, 1.5),
            (1, 2.25, 0.9, 3.6), (2, SECRET, 70.0, 80.0)]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["event_time", "value", "lo", "hi"])
    status = [WITHHELD if value == SECRET else SHOWN for value in frame["value"]]
    return frame.assign(is_pre=frame["event_time"] < 0, status=status)


def ends_of_studies():
    """Two ends that meet, one with a band, and a third that is withheld."""
    rows = [
        ("adopted", "Adopted <b>", days, value, lo, hi)
        for days, value, lo, hi in (
            (0, 0.0, None, None),
            (400, 12.45, 4.0, 25.5),
            (900, 37.05, 20.0, 52.0),
            (1800, 37.05, 20.0, 52.0),
        )
    ]
    rows += [
        ("not", "Not <adopted>", days, value, None, None) for days, value in ((0, 0.0), (700, 38.45), (1800, 38.45))
    ]
    rows += [("x", "Third", 0, SECRET, SECRET - 1, SECRET + 1)]
    frame = pd.DataFrame(rows, columns=["member", "label", "days", "value", "lo", "hi"])
    return frame.assign(status=[WITHHELD if value == SECRET else SHOWN for value in frame["value"]])


def shares():
    """Scores beside shares of association: a heading, a gap, one without good direction, withheld, a second gap."""
    frame = members().assign(share=[5, 40, 20, 25, 10], share_lo=[3, 33, 16, 21, 8], share_hi=[8, 46, 24, 29, 13])
    return frame.assign(direction=["up", "up", "none", "up", "up"], is_gap=[False, True, False, True, True])


def traits():
    """Traits beside the last survey and the whole city; changes up, down, unclear, withheld, none."""
    frame = members().assign(city_value=51.0, news=None)
    frame["last_value"] = frame["value"] - frame["change"]
    return frame.assign(last_value=frame["last_value"].where(frame["value"] != SECRET, SECRET - 1))


def panels():
    """Three layers, each with its own years."""
    title = {"title": "Panel <b>", "note": "n=1"}
    return [
        {**title, "kind": "line", "rows": line(), "behind": line(base=50.0), "measure": measure(), "not_held": [2020]},
        {**title, "kind": "line", "rows": line(base=20.0), "behind": None, "measure": measure()},
        {**title, "kind": "bars", "rows": studies(), "measure": None},
    ]


def small_denominators():
    """Shares of four places between their limits, one of them beyond, one withheld."""
    rows = [("f1", 40, 80.0, None, "表示"), ("f2", 100, 97.3, "high", "表示"), ("f3", 300, 80.4, None, "表示")]
    rows += [("f4", None, SECRET, None, "秘匿")]
    frame = pd.DataFrame(rows, columns=["area", "denominator", "value", "beyond", "status"])
    frame = frame.assign(label="Place " + frame["area"].str[1:], smoothed=81.0, overall=80.0)
    limits = {"lo95": (67.5, 72.0, 75.3), "hi95": (92.5, 88.0, 84.3)}
    limits |= {"lo998": (60.0, 67.0, 72.7), "hi998": (97.5, 92.0, 87.0)}
    return frame.assign(**{name: [*ends, None] for name, ends in limits.items()})


def spec(kind, lang="ja", frame=None, **options):
    """A spec of every kind with the options a page gives it."""
    columns = {code: measure(code, direction) for code, direction in (("t1", "up"), ("t2", "up"), ("t3", "none"))}
    city = {"label": "City", "value": 60.85, "status": SHOWN}
    events = [(2018.2, "First event"), (2018.6, "Second event"), (2023.5, "Third event")]
    many = pd.concat([line(), *(line(f"m{k}", f"Member {k}", base=50.4 + k) for k in range(6))], ignore_index=True)
    drawn = {
        "trend": (line(), {"events": events, "breaks": [(2024, "設問変更")], "not_held": [2020]}),
        "multiples": (many, {"events": events, "breaks": {"m2": [(2024, "組織改編")]}, "not_held": [2020]}),
        "dots": (members(), {"city": city}),
        "changes": (members(), {}),
        "map": (members(), {"outlines": squares(), "sea": (-3.0, 3.0, "Sea")}),
        "heat": (themes(), {"measures": columns}),
        "likert": (items(), {}),
        "points": (districts(), {"outlines": squares(), "ward": None, "chosen": "w2"}),
        "locator": (
            districts(),
            {"outlines": squares(), "ward": "w1", "x": 3.0, "y": 3.0, "label": "Here <1> district"},
        ),
        "layers": (line(), {"panels": panels(), "events": events}),
        "strips": (indicators(), {}),
        "pipeline": (stages(), {}),
        "months": (reported_months(), {"column": "visits"}),
        "dumbbell": (outcomes(), {}),
        "quadrants": (shares(), {}),
        "funnel": (small_denominators(), {"of": "Households"}),
        "traits": (traits(), {}),
        "steps": (ends_of_studies(), {}),
        "event_study": (effects(), {"policy": "Policy <b>"}),
    }
    default, given = drawn[kind]
    of = None if kind in ("locator", "strips", "pipeline", "months", "dumbbell", "quadrants", "traits") else measure()
    return FigureSpec(kind, default if frame is None else frame, lang, of, options={**given, **options})
