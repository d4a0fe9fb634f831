"""How much wider an interval is than counting alone says: a few round numbers of the whole city.

Inside a group the spread of answers is not told, or it would undo the display; every group takes the city's, rounded.
"""

from dataclasses import dataclass

import numpy as np

from dashboard.publish.answers import Answers
from dashboard.publish.estimate import mean_se, theme_score
from dashboard.publish.linearise import Strata


@dataclass(frozen=True)
class Spread:
    """city, group: for the index the standard deviation in points; for a theme how much wider than independent items.

    None: unknown, no interval is told.
    """

    city: float | None
    group: float | None


def rounded(value: float, places: int, least: float) -> float:
    return max(round(value, places), least)


def index_spread(read: Answers, strata: Strata | None) -> Spread:
    """Standard deviation of the index in whole points; the city's with what its strata save, in tenths of it."""
    known = ~np.isnan(read.index)
    scores = read.index[known]
    if len(scores) < 2:
        return Spread(None, None)
    deviation = rounded(float(np.std(scores, ddof=1)), 0, 1)
    simple = mean_se(scores)[1]
    stratified = mean_se(scores, None, None if strata is None else unlimited(strata.where(known)))[1]
    saved = rounded(stratified / simple, 1, 0.1) if simple else 1.0
    return Spread(deviation * saved, deviation)


def theme_spread(read: Answers, theme: str, strata: Strata | None) -> Spread:
    """Standard error by Taylor linearisation over that of independent items, in tenths."""
    columns = read.columns(theme)
    favourable, valid = read.favourable[:, columns], read.valid[:, columns]
    n = valid.sum(axis=0)
    if not len(columns) or (n == 0).all():
        return Spread(None, None)
    share = favourable[:, n > 0].sum(axis=0) / n[n > 0]
    alone = float(np.sqrt((share * (1 - share) / n[n > 0]).sum())) / len(share)
    _, simple, _ = theme_score(favourable, valid, None)
    _, stratified, _ = theme_score(favourable, valid, None, None if strata is None else unlimited(strata))
    if simple is None or alone == 0:
        return Spread(None, None)
    return Spread(rounded(stratified / alone, 1, 0.1), rounded(simple / alone, 1, 0.1))


def unlimited(strata: Strata) -> Strata:
    """The same strata without the correction for a finite staff, which each group makes for itself."""
    return Strata(strata.of, {})
