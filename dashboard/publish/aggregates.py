"""A survey known from a table of results only: its cells, and which of them are withheld."""

import math

import pandas as pd

from dashboard.edition.catalogue import ALL, CITY, SHOWN, WITHHELD
from dashboard.publish.estimate import wilson
from dashboard.publish.grid import rate, staff_of, themes_of, traits
from dashboard.publish.release import withheld

Cells = dict[str, dict]  # measure -> numbers of one member


def aggregate_item(row: dict, asked: int | None) -> dict | None:
    """An item known from a table of results only."""
    if pd.isna(row["fav"]) or pd.isna(row["n"]) or row["n"] == 0:
        return None
    n, value = int(row["n"]), float(row["fav"])
    lo, hi = wilson(value / 100, n, asked)
    shares = {key: None if pd.isna(row[key]) else float(row[key]) for key in ("fav", "neu", "unf", "mean")}
    return {"value": value, "lo": min(100 * lo, value), "hi": max(100 * hi, value), "n": n, **shares}


def cells(wave: str, results: pd.DataFrame, staff: dict, measures: pd.DataFrame, sets: dict, k: int) -> list[dict]:
    """Rows of a survey known from results only: items with intervals, themes and index without.

    results: survey_results of one wave; sets: theme measure -> the items it is made of that year. A member withheld
    has a row for every measure that the whole city has.
    """
    found: dict[tuple[str, str], Cells] = {}
    for (view, member), group in results.groupby(["view", "member"], sort=True):
        by_item = {row["item"]: row for row in group.to_dict("records")}
        most = max((int(row["n"]) for row in by_item.values() if not pd.isna(row["n"])), default=0)
        asked = staff_of(staff, view, member, most)
        found[view, member] = aggregate_member(by_item, asked, measures, sets)
    hidden, alive = hidden_members(results, k), found.get((CITY, ALL), {})
    rows = []
    for (view, member), own in found.items():
        gone = (view, member) in hidden
        told = (
            dict.fromkeys(alive, {"status": WITHHELD}) if gone else {m: {**c, "status": SHOWN} for m, c in own.items()}
        )
        rows += [{"wave": wave, "view": view, "member": member, "measure": m, **cell} for m, cell in told.items()]
    return rows


def hidden_members(results: pd.DataFrame, k: int) -> set[tuple[str, str]]:
    """(view, member) that are small or could be found by subtraction from the city."""
    counts = {
        view: group.pivot(index="member", columns="item", values="n").astype("float64")
        for view, group in results.groupby("view")
    }
    city = counts.get(CITY)
    whole = None if city is None or ALL not in city.index else city.loc[ALL]
    return {
        (view, member)
        for view, people in counts.items()
        for member in withheld(people, None if view == CITY else whole, k)
    }


def aggregate_member(by_item: dict[str, dict], asked: int | None, measures: pd.DataFrame, sets: dict) -> Cells:
    index = by_item.get("motivation")
    found = {code: aggregate_item(row, asked) for code, row in by_item.items() if code != "motivation"}
    found |= traits({code: cell for code, cell in found.items() if cell is not None}, measures)
    for measure, _ in themes_of(measures):
        found[measure] = aggregate_theme([found.get(code) for code in sorted(sets[measure])])
    if index is not None and not pd.isna(index["mean"]) and not pd.isna(index["n"]) and index["n"] > 0:
        found["motivation"] = {"value": float(index["mean"]), "n": int(index["n"])}
        found["response_rate"] = rate(int(index["n"]), asked)
    return {measure: {**cell, "asked": asked} for measure, cell in found.items() if cell is not None}


def aggregate_theme(cells: list[dict | None]) -> dict | None:
    """Mean of the items' shares; at least as many people as answered its best answered item stand behind it."""
    if not cells or None in cells:
        return None
    return {"value": math.fsum(cell["value"] for cell in cells) / len(cells), "n": max(cell["n"] for cell in cells)}
