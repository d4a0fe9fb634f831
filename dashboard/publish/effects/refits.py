"""The estimator again and again: without each cluster in turn, or with starts dealt out anew. All at once as matrices.

Callaway and Sant'Anna (2021) without covariates: the change of those who start in a period since the period before,
minus the change of those who have not started yet.
"""

from dataclasses import dataclass

import numpy as np

from dashboard.publish.effects.panel import NEVER

Cells = dict[tuple[int, int], tuple[np.ndarray, np.ndarray]]


@dataclass(frozen=True)
class Design:
    """is_universal: every period is compared with the one before the start, else periods before it with the one before
    themselves. not_yet: those who start later serve as comparison until they do.
    """

    is_universal: bool = True
    not_yet: bool = True

    def reference(self, cohort: int, period: int) -> int:
        return cohort - 1 if self.is_universal or period >= cohort else period - 1

    def compared_from(self, period: int, reference: int) -> int:
        """The earliest start of those who serve as comparison."""
        return max(period, reference) + 1 if self.not_yet else NEVER


def group_time(values: np.ndarray, starts: np.ndarray, weights: np.ndarray, design: Design | None = None) -> Cells:
    """(cohort, period) -> (effect, treated units behind it), one entry a replicate.

    values: units x periods, NaN = missing; starts, weights: replicates x units, or one row for all of them.
    """
    design, found = design or Design(), {}
    periods = values.shape[1]
    for cohort in [int(it) for it in np.unique(starts) if 0 < it < periods]:
        for period in range(periods):
            reference = design.reference(cohort, period)
            if reference < 0 or reference == period:
                continue
            change = values[:, period] - values[:, reference]
            known = ~np.isnan(change)
            late = starts[:, known] >= design.compared_from(period, reference)
            own = starts[:, known] == cohort
            found[cohort, period] = difference(change[known], weights[:, known], own, late & ~own)
    return found


def difference(change: np.ndarray, weights: np.ndarray, own: np.ndarray, other: np.ndarray):
    """(mean of own minus mean of other, units of own) per replicate; NaN where either is empty."""
    treated, compared = weights * own, weights * other
    count, others = treated.sum(axis=1), compared.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return (treated @ change) / count - (compared @ change) / others, count


def pooled(cells: Cells, chosen) -> np.ndarray:
    """Mean over the cells for which chosen(cohort, period), each treated unit counting once; NaN without any."""
    picked = [cell for key, cell in cells.items() if chosen(*key)]
    effects, counts = (np.array([one[at] for one in picked]) for at in (0, 1))
    if not len(picked):
        return np.array([np.nan])
    counts = np.where(np.isnan(effects), 0, counts)
    with np.errstate(invalid="ignore", divide="ignore"):
        return (np.nan_to_num(effects) * counts).sum(axis=0) / counts.sum(axis=0)


def overall(cells: Cells) -> np.ndarray:
    """The mean effect from the start on, per replicate."""
    return pooled(cells, lambda cohort, period: period >= cohort)


def at_time(cells: Cells, time: int) -> np.ndarray:
    """The mean effect so many periods after the start, per replicate."""
    return pooled(cells, lambda cohort, period: period - cohort == time)
