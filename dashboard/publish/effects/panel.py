"""A panel: the same units seen again and again, and when each of them started."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

NEVER = 10**6  # the start of a unit that has not started within the panel


@dataclass(frozen=True)
class Panel:
    """values: units x periods, NaN = missing. years: the fiscal year of every period, ascending. starts: per unit the
    period it first took part in, or NEVER. assigned: what the start was decided for (a unit itself, or the bureau it
    belongs to). clusters: units of one cluster are not independent of each other.
    """

    units: Sequence[str]
    years: Sequence[int]
    values: np.ndarray
    starts: np.ndarray
    assigned: np.ndarray
    clusters: np.ndarray

    @cached_property
    def is_treated(self) -> np.ndarray:
        """Per unit: it started within the panel and is seen both before and from then on."""
        seen, periods = ~np.isnan(self.values), np.arange(len(self.years))
        before = (seen & (periods < self.starts[:, None])).any(axis=1)
        return before & (seen & (periods >= self.starts[:, None])).any(axis=1)

    @cached_property
    def is_never(self) -> np.ndarray:
        """Per unit: it has not started, and is seen twice at least."""
        return (self.starts == NEVER) & ((~np.isnan(self.values)).sum(axis=1) >= 2)

    @property
    def treated(self) -> int:
        """How many starts were decided, among units seen before and after."""
        return len(set(self.assigned[self.is_treated]))

    @property
    def never(self) -> int:
        return len(set(self.assigned[self.is_never]))

    @property
    def cluster_count(self) -> int:
        return len(set(self.clusters[self.is_treated | self.is_never]))

    @property
    def waves_before(self) -> int:
        """Periods before the start that half of the treated units have at least."""
        return int(np.median(self.starts[self.is_treated])) if self.is_treated.any() else 0

    def long(self) -> pd.DataFrame:
        """One row a unit and period with a value: unit, period (from 1), start (0 = never), value."""
        unit, period = np.nonzero(~np.isnan(self.values))
        starts = np.where(self.starts == NEVER, 0, self.starts + 1)[unit]
        return pd.DataFrame({"unit": unit, "period": period + 1, "start": starts, "value": self.values[unit, period]})


def period_of(year: int | None, years: Sequence[int]) -> int:
    """The first period in or after a fiscal year; NEVER where there is none."""
    return next((at for at, held in enumerate(years) if year is not None and held >= year), NEVER)
