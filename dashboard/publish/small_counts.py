"""Small counts of people or households at one association are withheld, and whatever would give them back.

Of every parent whose total is shown a withheld child never stands alone: the smallest other count goes with it.
"""

import pandas as pd

from dashboard.publish.areas import ALL, ASSOCIATION, CITY, DISTRICT, WARD
from dashboard.publish.indicators import KEY, WITHHELD

PARENTS = ((ASSOCIATION, DISTRICT), (DISTRICT, WARD), (WARD, CITY))
NUMBERS = ["value", "numerator", "denominator"]


def without_small_counts(
    values: pd.DataFrame, areas: pd.DataFrame, indicators: pd.DataFrame, small: int, units: list[str]
) -> pd.DataFrame:
    """The values with small counts, their companions and the rates made of them withheld."""
    counted = set(indicators.loc[indicators["measured_in"].isin(units) & indicators["numerator"].isna(), "indicator"])
    own = values["area_kind"].eq(ASSOCIATION) & values["indicator"].isin(counted)
    hidden = own & values["value"].ge(1) & values["value"].lt(small)
    hidden |= values["status"].eq(WITHHELD) & values["indicator"].isin(counted)  # handed in as withheld
    for child, parent in PARENTS:
        hidden |= companions(values, hidden, areas, child, parent, counted, small)
    hidden |= rates_of(values, hidden, indicators)
    frame = values.copy()
    frame.loc[hidden, "status"] = WITHHELD
    frame.loc[hidden, [*NUMBERS, "parts", "parts_of"]] = None
    return frame


def companions(values, hidden: pd.Series, areas: pd.DataFrame, child: str, parent: str, counted: set, small: int):
    """What must go with the counts hidden so far: the smallest other child of the same parent, or the parent."""
    extra = pd.Series(False, index=values.index)
    column = {DISTRICT: "district", WARD: "ward"}.get(parent)
    up = dict.fromkeys(areas["area"], ALL) if column is None else dict(zip(areas["area"], areas[column], strict=True))
    level = values[(values["area_kind"] == child) & values["indicator"].isin(counted)]
    level = level.assign(parent=level["area"].map(up), hidden=hidden[level.index])
    totals = values[(values["area_kind"] == parent) & values["value"].notna()]
    places = {tuple(key): at for at, *key in totals[KEY[1:]].itertuples()}
    group_key = ["parent", "fiscal_year", "indicator"]
    touched = pd.MultiIndex.from_frame(level.loc[level["hidden"], group_key])
    level = level[pd.MultiIndex.from_frame(level[group_key]).isin(touched)]
    for group, rows in level.groupby(group_key):
        if group not in places or hidden[places[group]]:
            continue
        others = rows[~rows["hidden"] & rows["value"].notna()]
        large = others[others["value"] >= small]
        chosen = large if len(large) else others
        extra[chosen["value"].idxmin() if len(chosen) else places[group]] = True
    return extra


def rates_of(values: pd.DataFrame, hidden: pd.Series, indicators: pd.DataFrame) -> pd.Series:
    """Rates of which a part is hidden for the same area and year."""
    place = KEY[:3]
    found = pd.Series(False, index=values.index)
    for row in indicators[indicators["numerator"].notna()].to_dict("records"):
        parts = values[hidden & values["indicator"].isin([row["numerator"], row["denominator"]])]
        gone = pd.MultiIndex.from_frame(parts[place])
        own = values["indicator"] == row["indicator"]
        found[own] = pd.MultiIndex.from_frame(values.loc[own, place]).isin(gone)
    return found
