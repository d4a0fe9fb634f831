"""Every number of one survey: one cell per member and measure, before anyone decides what may be shown."""

import math

import numpy as np
import pandas as pd

from dashboard.edition.catalogue import CITY
from dashboard.publish.answers import Answers
from dashboard.publish.codebook import FAVOURABLE, NEUTRAL, UNFAVOURABLE
from dashboard.publish.estimate import around, mean_se, theme_score, wilson
from dashboard.publish.linearise import Strata

KEYS = ["wave", "view", "member", "measure"]
NUMBERS = ["value", "lo", "hi", "n", "asked", "fav", "neu", "unf", "mean", "se"]
Cells = dict[str, dict]  # measure -> numbers of one member


def percent(count: int, n: int) -> float:
    return 100 * count / n


def item_cell(classes: np.ndarray, scores: np.ndarray, asked: int | None) -> dict | None:
    """% favourable with its Wilson interval, the two other shares and the mean; None without a valid answer."""
    counts = {name: int((classes == name).sum()) for name in (FAVOURABLE, NEUTRAL, UNFAVOURABLE)}
    n = sum(counts.values())
    if n == 0:
        return None
    lo, hi = wilson(counts[FAVOURABLE] / n, n, asked)
    scored = int((scores > 0).sum())
    value = percent(counts[FAVOURABLE], n)
    return {
        "value": value,
        "lo": min(100 * lo, value),
        "hi": max(100 * hi, value),
        "n": n,
        "fav": value,
        "neu": percent(counts[NEUTRAL], n),
        "unf": percent(counts[UNFAVOURABLE], n),
        "mean": int(scores.sum()) / scored if scored else None,
    }


def scored_cell(value: float, se: float | None, n: int) -> dict:
    lo, hi = around(value, se)
    return {"value": value, "lo": lo, "hi": hi, "n": n, "se": se}


def theme_cell(answers: Answers, rows: np.ndarray, theme: str, asked: int | None, strata: Strata | None) -> dict | None:
    columns = answers.columns(theme)
    valid = answers.valid[np.ix_(rows, columns)]
    if not valid.any():
        return None
    score, se, n = theme_score(answers.favourable[np.ix_(rows, columns)], valid, asked, strata)
    return scored_cell(100 * score, None if se is None else 100 * se, n)


def index_cell(answers: Answers, rows: np.ndarray, asked: int | None, strata: Strata | None) -> dict | None:
    scores = answers.index[rows]
    known = ~np.isnan(scores)
    if not known.any():
        return None
    return scored_cell(
        *mean_se(scores[known], asked, None if strata is None else strata.where(known)), int(known.sum())
    )


def rate_cell(n: int | None, asked: int | None) -> dict | None:
    """Response rate: a count of all staff, so it has no interval."""
    return None if asked is None or n is None else {"value": percent(n, asked), "n": n}


def member_cells(
    answers: Answers, rows: np.ndarray, asked: int | None, measures: pd.DataFrame, strata: Strata | None = None
) -> Cells:
    """Every measure of one group of respondents (row numbers); measures without an answer are absent."""
    classes, scores = answers.classes[rows], answers.scores[rows]
    items = [item_cell(classes[:, i], scores[:, i], asked) for i in range(len(answers.items))]
    found = {item.code: cell for item, cell in zip(answers.items, items, strict=True)}
    found |= traits(found, measures)
    found |= {measure: theme_cell(answers, rows, theme, asked, strata) for measure, theme in themes_of(measures)}
    found["motivation"] = index_cell(answers, rows, asked, strata)
    found["response_rate"] = rate_cell(len(rows), asked)
    return {measure: {**cell, "asked": asked} for measure, cell in found.items() if cell is not None}


def themes_of(measures: pd.DataFrame) -> list[tuple[str, str]]:
    """(measure, theme) of every theme score."""
    themes = measures[measures["kind"] == "theme"]
    return list(zip(themes["measure"], themes["theme"], strict=True))


def traits(items: Cells, measures: pd.DataFrame) -> Cells:
    """A trait is its item's share under a name of its own."""
    kept = ("value", "lo", "hi", "n")
    names = measures.loc[measures["kind"] == "trait", "measure"]
    copied = {name: items.get(name.removeprefix("trait_")) for name in names}
    return {name: {key: cell[key] for key in kept if key in cell} for name, cell in copied.items() if cell is not None}


def answered_cells(wave: str, answers: Answers, views: list[str], staff: dict, measures: pd.DataFrame) -> list[dict]:
    """Cells of a survey with responses. staff: (view, member) -> staff asked."""
    rows = []
    for view in views:
        members = answers.members[view]
        for member in sorted({code for code in members if code is not None}):
            people = np.flatnonzero(members == member)
            asked = staff_of(staff, view, member, len(people))
            found = member_cells(answers, people, asked, measures, bureaus(answers, staff) if view == CITY else None)
            rows += [{"wave": wave, "view": view, "member": member, "measure": m, **cell} for m, cell in found.items()]
    return rows


def bureaus(answers: Answers, staff: dict) -> Strata | None:
    """The bureaus of all respondents as strata of the city; None where somebody's bureau or its staff is unknown.

    Inside wards no strata are known: the roster counts wards and bureaus, not both at once.
    """
    of = list(answers.members.get("bureau", [None]))
    if None in of:
        return None
    sizes = {bureau: staff_of(staff, "bureau", bureau, of.count(bureau)) for bureau in set(of)}
    return None if None in sizes.values() else Strata(of, sizes)


def staff_of(staff: dict, view: str, member: str, respondents: int) -> int | None:
    """Staff asked, never fewer than the respondents: the roster is as of one day, the survey runs for weeks."""
    asked = staff.get((view, member))
    return None if asked is None else max(asked, respondents)


def aggregate_item(row: dict, asked: int | None) -> dict | None:
    """An item known from a table of results only."""
    if pd.isna(row["fav"]) or pd.isna(row["n"]) or row["n"] == 0:
        return None
    n, value = int(row["n"]), float(row["fav"])
    lo, hi = wilson(value / 100, n, asked)
    shares = {key: None if pd.isna(row[key]) else float(row[key]) for key in ("fav", "neu", "unf", "mean")}
    return {"value": value, "lo": min(100 * lo, value), "hi": max(100 * hi, value), "n": n, **shares}


def aggregate_cells(wave: str, results: pd.DataFrame, staff: dict, measures: pd.DataFrame, sets: dict) -> list[dict]:
    """Cells of a survey known from results only: items with intervals, themes and index without.

    results: survey_results of one wave; sets: theme measure -> the items it is made of that year.
    """
    rows = []
    for (view, member), group in results.groupby(["view", "member"], sort=True):
        by_item = {row["item"]: row for row in group.to_dict("records")}
        most = max((int(row["n"]) for row in by_item.values() if not pd.isna(row["n"])), default=0)
        asked = staff_of(staff, view, member, most)
        found = aggregate_member(by_item, asked, measures, sets)
        rows += [{"wave": wave, "view": view, "member": member, "measure": m, **cell} for m, cell in found.items()]
    return rows


def aggregate_member(by_item: dict[str, dict], asked: int | None, measures: pd.DataFrame, sets: dict) -> Cells:
    index = by_item.get("motivation")
    found = {code: aggregate_item(row, asked) for code, row in by_item.items() if code != "motivation"}
    found |= traits({code: cell for code, cell in found.items() if cell is not None}, measures)
    for measure, _ in themes_of(measures):
        found[measure] = aggregate_theme([found.get(code) for code in sorted(sets[measure])])
    if index is not None and not pd.isna(index["mean"]) and not pd.isna(index["n"]) and index["n"] > 0:
        found["motivation"] = {"value": float(index["mean"]), "n": int(index["n"])}
        found["response_rate"] = rate_cell(int(index["n"]), asked)
    return {measure: {**cell, "asked": asked} for measure, cell in found.items() if cell is not None}


def aggregate_theme(cells: list[dict | None]) -> dict | None:
    """Mean of the items' shares; at least as many people as answered its best answered item stand behind it."""
    if not cells or None in cells:
        return None
    return {"value": math.fsum(cell["value"] for cell in cells) / len(cells), "n": max(cell["n"] for cell in cells)}


def grid(rows: list[dict], waves: list[str], members: pd.DataFrame, measures: pd.DataFrame) -> pd.DataFrame:
    """One row for every wave, member and measure, empty where there is no number."""
    full = pd.DataFrame({"wave": waves}).merge(members[["view", "member"]], how="cross")
    full = full.merge(measures[["measure"]], how="cross")
    found = pd.DataFrame(rows, columns=KEYS + NUMBERS)
    cells = full.merge(found, on=KEYS, how="left", validate="one_to_one")
    whole = dict.fromkeys(("n", "asked"), "Int64")
    return cells.astype({name: whole.get(name, "float64") for name in NUMBERS})
