"""How long studies take until they are adopted or come to nothing: shares, medians and the comparison of groups.

Whichever end comes first decides a study; one that is open counts as long as it has been watched. Undecided: the curve
of Kaplan and Meier; adopted and not adopted: cumulative incidence of each in the presence of the other (Aalen and
Johansen), so that the three make 100 % at every time. Both by statsmodels, checked against R's package survival.
"""

import numpy as np
import pandas as pd
from statsmodels.duration.survfunc import CumIncidenceRight, SurvfuncRight, survdiff

from dashboard.publish.estimate import Z

OPEN, ADOPTED, NOT_ADOPTED = 0, 1, 2  # how a study ended, as CumIncidenceRight numbers it
WHOLE = 100  # per cent
DECIMALS = 3  # of a percentage: the same on every processor


def rounded(values: np.ndarray) -> np.ndarray:
    """Shares as percentages."""
    return np.round(WHOLE * values, DECIMALS)


def shares(days: np.ndarray, ends: np.ndarray) -> pd.DataFrame:
    """days, at_risk, undecided, adopted, not_adopted and the two intervals in %, at every day on which a study ended.

    days: watched until its end or the day of the data; ends: OPEN, ADOPTED or NOT_ADOPTED. At least one has ended.
    """
    with np.errstate(divide="ignore", invalid="ignore"):  # the variance ends with the last study
        undecided, incidence = SurvfuncRight(days, (ends > OPEN).astype(int)), CumIncidenceRight(days, ends)
    at = np.searchsorted(incidence.times, undecided.surv_times)
    found = pd.DataFrame({
        "days": undecided.surv_times, "at_risk": undecided.n_risk,
        "undecided": undecided.surv_prob, "adopted": incidence.cinc[0][at],
        "not_adopted": incidence.cinc[1][at] if (ends == NOT_ADOPTED).any() else 0.0,
    })  # fmt: skip
    lo, hi = within(found["adopted"].to_numpy(), incidence.cinc_se[0][at])
    found = found.assign(adopted_lo=lo, adopted_hi=hi)
    return found.assign(**{name: rounded(found[name].to_numpy()) for name in found.columns[2:]})


def within(share: np.ndarray, error: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """95 % interval of a cumulative incidence on the scale log(-log); NaN where the share is 0 or 1 or has no error."""
    with np.errstate(divide="ignore", invalid="ignore"):
        reach = Z * error / (share * np.log(share))
        ends = share ** np.exp(-reach), share ** np.exp(reach)
    known = np.isfinite(reach) & (share > 0)
    return np.where(known, ends[0], np.nan), np.where(known, ends[1], np.nan)


def median(days: np.ndarray, has_ended: np.ndarray) -> tuple[float | None, float | None, float | None]:
    """(days until half have ended, its 95 % interval as R's survfit gives it); None: not reached."""
    with np.errstate(divide="ignore", invalid="ignore"):
        curve = SurvfuncRight(days, has_ended.astype(int))
        found = curve.quantile(0.5), *curve.quantile_ci(0.5, method="log")
    return tuple(None if not np.isfinite(one) else float(one) for one in found)


def log_rank(days: np.ndarray, has_ended: np.ndarray, groups: np.ndarray) -> tuple[float, float]:
    """(chi-square, p) of the log-rank test of two and more groups."""
    return survdiff(days, has_ended.astype(int), groups)
