"""Where people to lead are short, by the planner's own conditions and weights; and which places are alike.

Pure functions, frames in and frames out: all that depends on a reader's weights is here, everything else is asked.
No score is kept: what is weighted are positions, each of which stands beside its value, and a rank with its range.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd

from dashboard.i18n import rounded

HIGH, LOW, RISE, FALL = "high", "low", "rise", "fall"
ENDS = {"up": (LOW, FALL), "down": (HIGH, RISE), "none": (HIGH, LOW, RISE, FALL)}  # which end is need, by direction
WEIGHTS = ("1", "2", "3")
JOINT, PART = "~", "."  # of conditions in a link, and of a condition's parts; neither is ever escaped there
EARLIER = 3  # years over which a change is looked at
QUARTER = 75  # position from which a place belongs to the quarter with the greatest need
DRAWS, SEED, SWING = 200, 43100, 0.5  # weights drawn between half and one and a half of those chosen
FEATURES = ("size", "ageing", "density", "membership")


@dataclass(frozen=True)
class Condition:
    """One indicator and the end of it that is need. weight: 1 to 3."""

    indicator: str
    end: str
    weight: int = 1

    @property
    def code(self) -> str:
        """aged_rate.high"""
        return f"{self.indicator}{PART}{self.end}"

    @property
    def written(self) -> str:
        """aged_rate.high.2, as a link holds it."""
        return f"{self.code}{PART}{self.weight}"

    @property
    def moving(self) -> bool:
        """Whether it looks at the change and not at the value."""
        return self.end in (RISE, FALL)


def condition(written: str) -> Condition:
    """aged_rate.high.2; without a weight it weighs 1. Raises ValueError for anything else."""
    stem, _, last = written.rpartition(PART)
    code, weight = (stem, last) if last in WEIGHTS else (written, WEIGHTS[0])
    indicator, _, end = code.rpartition(PART)
    if not indicator or end not in (HIGH, LOW, RISE, FALL):
        raise ValueError(written)
    return Condition(indicator, end, int(weight))


def conditions(written: str) -> list[Condition]:
    """Conditions as a link holds them, each once."""
    found = (condition(part) for part in written.split(JOINT) if part)
    return list({one.code: one for one in found}.values())


def joined(chosen: Iterable[Condition]) -> str:
    """Conditions for a link."""
    return JOINT.join(one.written for one in chosen)


def positions(rows: pd.DataFrame, chosen: Iterable[Condition]) -> pd.DataFrame:
    """Position of every association under each condition: 0 least need, 100 greatest; missing where there is no value.

    rows: association, indicator, value, change (need_values); columns: codes of the conditions. A position counts
    those with less need and half of those beside, in per cent of all that have a value.
    """
    index = pd.Index(rows["association"].unique(), name="association")
    found = {}
    for one in chosen:
        own = rows[rows["indicator"] == one.indicator].set_index("association")
        values = own["change" if one.moving else "value"].astype(float)
        place = 100 * (values.rank() - 0.5) / values.count()
        found[one.code] = place if one.end in (HIGH, RISE) else 100 - place
    return pd.DataFrame(found, index=index)


def ranked(places: pd.DataFrame, chosen: Iterable[Condition]) -> pd.DataFrame:
    """Weighted mean position, rank and its range, greatest need first; index as of `places`.

    Only rows with every position take part. rank_lo and rank_hi: over 200 fixed draws of the weights within half of
    each, the rank by the weights chosen among them. Equal means share a rank.
    """
    by_code = {one.code: one.weight for one in chosen}
    codes = sorted(by_code)
    whole = places[codes].dropna()
    weights = np.array([by_code[code] for code in codes], dtype=float)
    swings = np.random.default_rng(SEED).uniform(1 - SWING, 1 + SWING, (DRAWS, len(codes)))
    drawn = np.vstack([np.ones(len(codes)), swings]) * weights
    means = np.round(whole.to_numpy() @ (drawn / drawn.sum(axis=1, keepdims=True)).T, 9)
    ranks = pd.DataFrame(means, index=whole.index).rank(ascending=False, method="min").astype(int)
    found = pd.DataFrame({
        "mean": means[:, 0], "rank": ranks[0], "rank_lo": ranks.min(axis=1), "rank_hi": ranks.max(axis=1),
    })  # fmt: skip
    return found.sort_values(["rank"], kind="stable")


def shares(chosen: Iterable[Condition]) -> Mapping[str, float]:
    """Weight of each condition in per cent of all."""
    known = {one.code: one.weight for one in chosen}
    return {code: 100 * weight / sum(known.values()) for code, weight in known.items()}


def met(
    places: pd.DataFrame, rows: pd.DataFrame, chosen: Iterable[Condition], decimals: Mapping[str, int]
) -> pd.Series:
    """Whether all conditions hold: the quarter of the city with the greatest need, or a change that way as printed.

    decimals: of each indicator. Index as of `places`; where a value is missing it does not hold.
    """
    held = pd.Series(True, index=places.index)
    for one in chosen:
        if one.moving:
            own = rows[rows["indicator"] == one.indicator].set_index("association")["change"].astype(float)
            printed = own.dropna().map(partial(rounded, decimals=decimals[one.indicator])).astype(float)
            moved = printed.reindex(places.index)
            held &= (moved > 0) if one.end == RISE else (moved < 0)
        else:
            held &= places[one.code] >= QUARTER
    return held


def alike(frame: pd.DataFrame, area: str, count: int) -> pd.DataFrame:
    """The places nearest to one in size, ageing, density and membership, nearest first, with their distance.

    frame: area and FEATURES. Each feature is divided by its middle half (a middle half of nothing counts as 1), so
    that a few giants do not set the scale. Who lacks a feature takes no part: no rows where the place itself does.
    """
    known = frame.dropna(subset=list(FEATURES)).set_index("area")
    if area not in known.index:
        return known.reset_index().assign(distance=0.0).head(0)
    features = known[list(FEATURES)].astype(float)
    spread = features.quantile(0.75) - features.quantile(0.25)
    scaled = features / spread.where(spread > 0, 1)
    distance = ((scaled - scaled.loc[area]) ** 2).sum(axis=1) ** 0.5
    others = known.assign(distance=distance.round(9)).drop(index=area).reset_index()
    return others.sort_values(["distance", "area"]).head(count).reset_index(drop=True)
