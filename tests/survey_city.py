"""A small city with every trouble in it: a reversed item, a blank year, results only, a bureau of a dozen people."""

import datetime
from types import SimpleNamespace

import numpy as np
import pandas as pd

ITEMS = ["a1", "s1", "m1", "m2", "m3", "m4", "m5", "t01", "c2"]
THEMES = ["atmosphere", "stress", *["motivation"] * 5, "trait", "colleagues"]
STAFF = {"D0101": 150, "D0201": 90, "D0202": 60, "D0301": 13}
PARENT = {unit: unit[:3] for unit in STAFF}
WARD = {"D0101": None, "D0201": "99101", "D0202": "99102", "D0301": None}


def questions() -> pd.DataFrame:
    frame = pd.DataFrame({"item": ITEMS, "theme": THEMES})
    frame = frame.assign(kind="likert", scale="agree5", reversed=frame["item"] == "s1", header=None)
    frame = frame.assign(in_index=frame["theme"] == "motivation", comparable=frame["item"] != "c2")
    frame["text_ja"] = [f"設問{item}。" for item in ITEMS]
    frame["text_en"] = [f"Item {item}." for item in ITEMS]
    frame["first_wave"] = [None] * (len(ITEMS) - 1) + ["2023"]
    old = {**frame.iloc[-1], "item": "c2_old", "first_wave": None, "last_wave": "2022", "comparable": True}
    return pd.concat([frame.assign(last_wave=None), pd.DataFrame([old])], ignore_index=True).astype(object)


def scales() -> pd.DataFrame:
    rows = [(5, "fav"), (4, "fav"), (3, "neu"), (2, "unf"), (1, "unf")]
    frame = pd.DataFrame({"scale": "agree5", "code": [str(score) for score, _ in rows] + ["0"]})
    frame["score"] = pd.array([score for score, _ in rows] + [None], dtype="Int64")
    return frame.assign(label_ja="x", label_en="x", **{"class": [kind for _, kind in rows] + ["na"]})


def units() -> pd.DataFrame:
    blank = {"valid_from": None, "valid_to": None}
    rows = [
        {"unit": code, "parent": None, "level": "局", "name_ja": f"{code}局", "name_en": f"Bureau {code}", "ward": None}
        for code in ("D01", "D02", "D03")
    ]
    for unit in STAFF:
        words = {"name_ja": f"{unit}課", "name_en": unit, "ward": WARD[unit]}
        rows.append({"unit": unit, "parent": PARENT[unit], "level": "部署", **words})
    return pd.DataFrame([{**row, "kind": "本庁", **blank} for row in rows]).astype(object)


def waves() -> pd.DataFrame:
    years = [2022, 2023, 2024, 2025]
    frame = pd.DataFrame({"wave": [str(year) for year in years], "fiscal_year": years})
    frame = frame.assign(label_ja="調査", label_en="Survey", source="架空のデモデータ", is_census=True)
    opened = [None if year == 2024 else datetime.date(year, 7, 1) for year in years]
    return frame.assign(opened_on=pd.Series(opened, dtype=object), closed_on=pd.Series(opened, dtype=object))


def headcounts() -> pd.DataFrame:
    rows = []
    for wave in ("2022", "2023", "2025"):
        rows.append((wave, "city", "all", sum(STAFF.values())))
        rows += [(wave, "bureau", b, sum(n for u, n in STAFF.items() if PARENT[u] == b)) for b in ("D01", "D02", "D03")]
        rows += [(wave, "ward", "99101", 90), (wave, "ward", "99102", 60), (wave, "ward", "HQ", 163)]
    frame = pd.DataFrame(rows, columns=["wave", "dimension", "member", "staff"])
    return frame.assign(staff=frame["staff"].astype("Int64"), as_of=None)


def responses(seed: int) -> pd.DataFrame:
    """Four in five answer; a tenth of the answers are blank or 'do not know' except in the little bureau."""
    dice = np.random.default_rng(seed)
    people = [unit for unit, staff in STAFF.items() for _ in range(12 if staff < 20 else staff * 4 // 5)]
    frame = pd.DataFrame({"respondent": range(1, len(people) + 1), "unit": people})
    frame = frame.assign(ward=None, grade=None, age=None, dispatched=None).astype(object)
    for item in ITEMS:
        codes = dice.choice(
            ["5", "4", "3", "2", "1", "0", None], size=len(people), p=[0.2, 0.3, 0.15, 0.15, 0.1, 0.05, 0.05]
        )
        little = (frame["unit"] == "D0301").to_numpy() & np.isin(codes, ["0", None])
        frame[item] = np.where(little, "3", codes)
    return frame


def survey_results() -> pd.DataFrame:
    members = [("city", "all", 250), ("bureau", "D01", 120), ("bureau", "D02", 121), ("bureau", "D03", 9)]
    rows = []
    for view, member, n in members:
        for item in [*ITEMS[:-1], "c2_old"]:
            rows.append(("2022", view, member, item, n, 51.3, 20.4, 28.3, 3.31))
        rows.append(("2022", view, member, "motivation", n, None, None, None, 58.7))
    columns = ["wave", "view", "member", "item", "n", "fav", "neu", "unf", "mean"]
    return pd.DataFrame(rows, columns=columns).astype({"n": "Int64", "fav": float, "neu": float, "unf": float})


def city() -> SimpleNamespace:
    """Kept tables as intake gives them."""
    frames = {"waves": waves(), "questions": questions(), "scales": scales(), "units": units()}
    frames |= {"headcounts": headcounts(), "survey_results": survey_results()}
    frames["unit_changes"] = pd.DataFrame(columns=["old", "new", "wave", "kind"])
    frames["events"] = pd.DataFrame(columns=["date", "label_ja", "label_en", "kind", "scope", "default_on"])
    sources = {"table_name": ["waves"], "wave": [None], "file_name": ["waves.csv"], "sha256": ["0"], "row_count": [4]}
    answers = {"2023": responses(23), "2025": responses(25)}
    kept = pd.DataFrame(sources).assign(demo=True)
    return SimpleNamespace(frames=frames, responses=answers, boundaries=None, sources=kept,
                           origins=pd.DataFrame())  # fmt: skip
