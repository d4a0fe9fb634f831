"""Numbers that others have published; sources stand beside them. What no data set is needed for, and apisrs."""

import csv
from pathlib import Path

import numpy as np
import pytest

from dashboard.i18n import number, signed
from dashboard.publish.estimate import index_scores, mean_se, theme_score, wald_margin, wilson
from dashboard.settings import ROOT

CASES = ROOT.parent / "shared" / "cases" / "published"


def people(counts: list[int]) -> np.ndarray:
    """One row a person: counts of the answers 5, 4, 3, 2, 1 to a single item."""
    return np.repeat([5, 4, 3, 2, 1], counts)[:, None]


# UK Cabinet Office, Civil Service People Survey, technical guide
@pytest.mark.parametrize(("counts", "index"), [([10, 40, 10, 16, 24], 49), ([22, 28, 34, 12, 4], 63)])
def test_index_of_a_distribution(counts, index):
    scores = index_scores(people(counts), [5])
    assert mean_se(scores.tolist())[0] == index
    favourable = people(counts) >= 4
    assert theme_score(favourable, np.ones_like(favourable), None)[0] == 0.5


def test_index_of_a_respondent_and_of_a_group():
    five = np.array([[5, 4, 4, 3, 2]])
    assert index_scores(five, [5] * 5).tolist() == [65]
    assert mean_se([65, 25, 70, 35, 50, 100, 90, 40, 20, 35])[0] == 53


@pytest.mark.parametrize(
    ("staff", "n", "p", "margin", "shown"),
    [(200, 120, 0.43, 5.62, "6"), (150, 80, 0.50, 7.51, "8"), (50, 40, 0.30, 6.42, "6"), (500, 375, 0.60, 2.48, "2")],
)
def test_margin_of_error_with_correction(staff, n, p, margin, shown):
    found = 100 * wald_margin(p, n, staff)
    assert found == pytest.approx(margin, abs=0.005)
    assert number(found) == shown


# Newcombe 1998, method 3
@pytest.mark.parametrize(
    ("x", "n", "lo", "hi"),
    [(81, 263, 0.255289, 0.366210), (0, 20, 0, 0.161125), (15, 148, 0.062386, 0.160487), (1, 29, 0.006113, 0.171755)],
)
def test_wilson_interval(x, n, lo, hi):
    assert wilson(x / n, n) == pytest.approx((lo, hi), abs=5e-7)


def test_shares_are_rounded_once_and_last():
    counts = [103, 166, 176, 96, 24]
    assert [number(100 * count / 565) for count in counts] == ["18", "29", "31", "17", "4"]
    assert number(100 * (103 + 166) / 565) == "48"  # although 18 + 29 = 47
    assert (number(52.952), number(58.495), signed(52.952 - 58.495, 0)) == ("53", "58", "−6")
    assert (number(23.50), number(24.50)) == ("24", "25")


def test_mean_and_standard_error_of_a_simple_random_sample():
    """R package survey 4.1, api data, svymean(~api00, dsrs)."""
    path: Path = CASES / "apisrs.csv"
    if not path.is_file():
        pytest.skip("the published samples are not on this machine")
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    mean, se = mean_se([float(row["api00"]) for row in rows], N=6194)
    assert mean == pytest.approx(656.585, abs=5e-4)
    assert se == pytest.approx(9.24972, abs=5e-6)
