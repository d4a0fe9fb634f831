"""Shares of small denominators: the share drawn towards all, and how far chance alone may carry one.

Made of shown values alone, after small counts were withheld: whoever has the published shares can reckon every number
here, so nothing of a withheld one comes back through them. Counted are shares of people, households and the like, whose
numerator is a part of the denominator; what else is divided by something has no such limits.
Sources: Marshall, Mapping disease and mortality rates using empirical Bayes estimators (Applied Statistics 1991), the
global estimator by moments, here with the chance variance m (1 − m) / n of a share in place of a rare event's m / n;
Spiegelhalter, Funnel plots for comparing institutional performance (Statistics in Medicine 2005), exact limits.
"""

import numpy as np
import pandas as pd
from scipy.stats import binom

from dashboard.publish.areas import ASSOCIATION, DISTRICT
from dashboard.publish.indicators import HUNDRED, KEY, PERCENT, SHOWN

LEVELS = {"95": 0.95, "998": 0.998}
LEAST = 2  # areas of a group; one alone stands beside nothing
COLUMNS = [*KEY, "overall", "smoothed", "lo95", "hi95", "lo998", "hi998", "beyond"]


def limit_rows(values: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """The edition's table of limits: one row per shown share of an association or a school district, in per cent."""
    shares = indicators.loc[indicators["numerator"].notna() & indicators["measured_in"].eq(PERCENT), "indicator"]
    own = values["indicator"].isin(shares) & values["area_kind"].isin([ASSOCIATION, DISTRICT])
    own = values[own & values["status"].eq(SHOWN)].astype({"numerator": float, "denominator": float})
    whole = own["numerator"].mod(1).eq(0) & own["denominator"].mod(1).eq(0)
    own = own[whole & own["numerator"].between(0, own["denominator"])]
    made = [
        group[KEY].assign(**limits(group["numerator"].to_numpy(), group["denominator"].to_numpy()))
        for _, group in own.groupby(["area_kind", "indicator", "fiscal_year"])
        if len(group) >= LEAST
    ]
    return pd.concat(made, ignore_index=True) if made else pd.DataFrame(columns=COLUMNS)


def limits(counts: np.ndarray, of: np.ndarray) -> dict[str, object]:
    """The columns of one group. counts, of: whole numbers per area, of > 0.

    beyond: high | low | None, a count outside the 99.8 % limits; a count on a limit is within.
    """
    overall = counts.sum() / of.sum()
    found: dict[str, object] = {"overall": HUNDRED * overall, "smoothed": HUNDRED * smoothed(counts, of)}
    for name, level in LEVELS.items():
        low, high = binom.interval(level, of, overall)
        found |= {f"lo{name}": HUNDRED * low / of, f"hi{name}": HUNDRED * high / of}
    beyond = np.where(counts > high, "high", np.where(counts < low, "low", None))
    return {**found, "beyond": beyond}


def smoothed(counts: np.ndarray, of: np.ndarray) -> np.ndarray:
    """Every area's share between its own and that of all: the smaller the denominator, the nearer to all."""
    share, overall = counts / of, counts.sum() / of.sum()
    chance = overall * (1 - overall)
    spread = (of * (share - overall) ** 2).sum() / of.sum()
    true = max(spread - chance / of.mean(), 0.0)  # what chance does not explain
    if true == 0:
        return np.full(len(of), overall)
    return overall + true / (true + chance / of) * (share - overall)
