"""Indicators and their values: counts summed upwards where that is right, rates made of numerator and denominator."""

import math

import pandas as pd

from dashboard.publish.areas import ALL, ASSOCIATION, CITY, DISTRICT, WARD, valid_in
from dashboard.publish.codebook import present

SHOWN, WITHHELD, NO_DATA, SUMMED = "表示", "秘匿", "データなし", "合計"
STATUS = {"実測": SHOWN, "推計": SHOWN, "欠測": NO_DATA, "秘匿": WITHHELD}
PERCENT, HUNDRED = "%", 100
LEVELS = ((ASSOCIATION, DISTRICT), (DISTRICT, WARD), (WARD, CITY))
KEY = ["area_kind", "area", "fiscal_year", "indicator"]
COLUMNS = [*KEY, "value", "numerator", "denominator", "status", "basis", "parts", "parts_of", "as_of"]


def additive(indicators: pd.DataFrame) -> set[str]:
    """Indicators that may be summed: those said to be, and the parts of rates."""
    parts = {*indicators["numerator"].dropna(), *indicators["denominator"].dropna()}
    return parts | set(indicators.loc[indicators["additive"], "indicator"])


def handed_in(values: pd.DataFrame) -> pd.DataFrame:
    """The values as they came, with the status and basis of an edition."""
    frame = values.assign(basis=values["status"].where(values["status"] == "推計", "実測"))
    frame["status"] = values["status"].map(STATUS)
    frame["fiscal_year"] = frame["fiscal_year"].astype(int)
    return frame.reindex(columns=COLUMNS)


def summed(values: pd.DataFrame, areas: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """The values and, level by level, sums for areas that handed in none of their own.

    parts and parts_of count what was handed in at the lowest level, so that a sum of sums is as complete as they are.
    Where a part was handed in as withheld there is no sum: the total of what is left would not be the area's, and
    with the area's own figure from elsewhere would give the part back. The area is withheld too.
    """
    sums = additive(indicators)
    parents = {
        DISTRICT: dict(zip(areas["area"], areas["district"], strict=True)),
        WARD: dict(zip(areas["area"], areas["ward"], strict=True)),
        CITY: dict.fromkeys(areas["area"], ALL),
    }
    for child, parent in LEVELS:
        below = values[(values["area_kind"] == child) & values["indicator"].isin(sums)]
        below = below[below["value"].notna() | (below["status"] == WITHHELD)]
        if below.empty:
            continue
        there = weights(areas, child, sorted(below["fiscal_year"].unique()))
        there = there.assign(above=there["area"].map(parents[parent]))
        found = sums_of(below.merge(there, on=["area", "fiscal_year"], how="left"), there).assign(area_kind=parent)
        known = values[values["area_kind"] == parent].set_index(KEY).index
        values = pd.concat(
            [values, found[~pd.MultiIndex.from_frame(found[KEY]).isin(known)][COLUMNS]], ignore_index=True
        )
    return values


def weights(areas: pd.DataFrame, kind: str, years: list[int]) -> pd.DataFrame:
    """Areas of a kind in each year with the number of associations in them, at least one: area, fiscal_year, weight."""
    column = {DISTRICT: "district", WARD: "ward"}.get(kind)
    found = []
    for year in years:
        there = valid_in(areas, year)
        own = there.loc[there["area_kind"] == kind, "area"]
        inner = pd.Series(dtype=int) if column is None else there.loc[there["area_kind"] == ASSOCIATION, column]
        count = own.map(inner.value_counts()).fillna(1).astype(int)
        found.append(pd.DataFrame({"area": own, "fiscal_year": year, "weight": count}))
    return pd.concat(found, ignore_index=True)


def sums_of(below: pd.DataFrame, there: pd.DataFrame) -> pd.DataFrame:
    """Sums by the area above. there: every area there was; one without a value counts with its associations."""
    counted = below.assign(
        area=below["above"], parts=below["parts"].fillna(1), parts_of=below["parts_of"].fillna(1) - below["weight"],
        withheld=below["status"] == WITHHELD,
    )  # fmt: skip
    found = counted.groupby(KEY[1:], sort=True).agg(
        value=("value", "sum"), parts=("parts", "sum"), parts_of=("parts_of", "sum"), as_of=("as_of", "max"),
        withheld=("withheld", "any"),
    )  # fmt: skip
    whole = there.groupby(["above", "fiscal_year"])["weight"].sum()
    found = found.reset_index()
    found["parts_of"] += [whole[key] for key in zip(found["area"], found["fiscal_year"], strict=True)]
    numbers = ["value", "parts", "parts_of"]
    found[numbers] = found[numbers].where(~found["withheld"])
    status = found["withheld"].map({True: WITHHELD, False: SHOWN})
    return found.assign(status=status, basis=SUMMED, numerator=None, denominator=None)


def rates(values: pd.DataFrame, indicators: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """Every rate at every level. Where a part is a sum, only areas that have both parts are summed for the rate."""
    made = [values]
    for row in indicators[indicators["numerator"].notna()].to_dict("records"):
        parts = values[values["indicator"].isin([row["numerator"], row["denominator"]])]
        both = paired(parts, row["numerator"], row["denominator"], areas)
        factor = HUNDRED if row["measured_in"] == PERCENT else 1
        both = both[(both["denominator"] > 0) | (both["status"] == WITHHELD)].assign(indicator=row["indicator"])
        made.append(both.assign(value=factor * both["numerator"] / both["denominator"])[COLUMNS])
    return pd.concat(made, ignore_index=True)


def paired(parts: pd.DataFrame, numerator: str, denominator: str, areas: pd.DataFrame) -> pd.DataFrame:
    """Numerator and denominator side by side, sums made anew of areas that have both; one withheld hides both."""
    key, own = KEY[:3], parts[parts["basis"] != SUMMED]
    sides = [own[own["indicator"] == name].set_index(key) for name in (numerator, denominator)]
    names = ["value", "as_of", "basis", "status"]
    both = sides[0][names].join(sides[1][names], how="outer", rsuffix="_of").reset_index()
    withheld = both[["status", "status_of"]].eq(WITHHELD).any(axis=1)
    told = {name: both[name].where(both[name].notna(), both[f"{name}_of"]) for name in ("as_of", "basis")}
    both = both.assign(
        numerator=both["value"].where(~withheld), denominator=both["value_of"].where(~withheld), **told, indicator="",
        value=0.0, status=withheld.map({True: WITHHELD, False: SHOWN}), parts=None, parts_of=None,
    )  # fmt: skip
    both = both[withheld | both[["numerator", "denominator"]].notna().all(axis=1)]
    both = both[[*key, *names, "numerator", "denominator", "indicator", "parts", "parts_of"]]
    totals = summed_pairs(both, areas)
    return pd.concat([both, totals], ignore_index=True) if len(totals) else both


def summed_pairs(both: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """Pairs of a level summed to the level above where that has no pair of its own."""
    kinds = pd.DataFrame({"indicator": ["numerator", "denominator"], "numerator": None, "denominator": None})
    kinds = kinds.assign(additive=True)
    long = (
        both.drop(columns=["value", "indicator"])
        .melt(
            id_vars=[*KEY[:3], "as_of", "status", "basis"],
            value_vars=["numerator", "denominator"],
            var_name="indicator",
        )
        .reindex(columns=COLUMNS)
    )
    total = summed(long, areas, kinds)
    total = total[total["basis"] == SUMMED]
    if total.empty:
        return total
    wide = total.pivot(index=KEY[:3], columns="indicator", values="value").reset_index()
    rest = total.drop_duplicates(KEY[:3])[[*KEY[:3], "parts", "parts_of", "as_of", "status"]]
    return wide.merge(rest, on=KEY[:3]).assign(basis=SUMMED, indicator="", value=0.0)


def indicator_rows(indicators: pd.DataFrame, values: pd.DataFrame) -> pd.DataFrame:
    """The edition's table of indicators."""
    sums, rows = additive(indicators), []
    for number, row in enumerate(indicators.to_dict("records")):
        own = values[(values["indicator"] == row["indicator"]) & (values["status"] == SHOWN)]
        there = set(own["area_kind"])
        words = {
            f"{stem}_{lang}": present(row[f"{stem}_{lang}"]) or "" for stem in ("definition", "note") for lang in LANGS
        }
        rows.append({
            **{name: present(row[name]) for name in PLAIN}, **words,
            "label_en": present(row["label_en"]) or row["label_ja"],
            "unit_ja": row["measured_in"], "unit_en": present(row["measured_in_en"]) or row["measured_in"],
            "additive": row["indicator"] in sums,
            "class_breaks": present(row["class_breaks"]) or class_breaks(own),
            "change_breaks": change_breaks(own),
            "finest": next((kind for kind in (ASSOCIATION, DISTRICT) if kind in there), WARD), "sort_no": number,
        })  # fmt: skip
    return pd.DataFrame(rows)


LANGS = ("ja", "en")
PLAIN = (
    "indicator", "field", "label_ja", "decimals", "direction", "numerator", "denominator",
    "cycle_months", "source",
)  # fmt: skip


def written(breaks: list[float]) -> str:
    return " ".join(f"{at:g}" for at in breaks)


def class_breaks(own: pd.DataFrame) -> str:
    """Quartiles of the districts' values over all years, else the wards', rounded to a readable step."""
    for kind in (DISTRICT, WARD, ASSOCIATION):
        values = own.loc[own["area_kind"] == kind, "value"]
        if len(values) and values.max() > values.min():
            step = readable((values.quantile(0.75) - values.quantile(0.25)) / 4 or values.max() - values.min())
            middle = round(values.median() / step) * step
            spread = max(step, round((values.quantile(0.75) - values.quantile(0.25)) / 2 / step) * step)
            return written([middle - spread, middle, middle + spread])
    return "1 2 3"


def change_breaks(own: pd.DataFrame) -> str:
    """A usual change of a ward from year to year, below and above no change."""
    wards = own[own["area_kind"] == WARD].sort_values("fiscal_year")
    moves = wards.groupby("area")["value"].diff().abs().dropna()
    step = readable(moves.median()) if len(moves) and moves.median() > 0 else 1
    return written([-step, 0, step])


def readable(size: float) -> float:
    """1, 2 or 5 times a power of ten, near a size."""
    power = 10.0 ** math.floor(math.log10(size))
    return next(power * nice for nice in (1, 2, 5, 10) if size <= power * nice * 1.000001)
