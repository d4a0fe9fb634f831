"""Intervals and scores behave as their definitions say, also at the edges."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.publish.estimate import (
    Z,
    around,
    index_scores,
    mean_difference,
    mean_se,
    share_difference,
    theme_score,
    wilson,
)


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n), st.integers(n, 2000))))
def test_wilson_holds_the_share_and_shrinks_with_the_staff(drawn):
    x, n, staff = drawn
    p = x / n
    lo, hi = wilson(p, n, staff)
    wide_lo, wide_hi = wilson(p, n)
    assert 0 <= wide_lo <= lo + 1e-12 and lo <= p <= hi and hi - 1e-12 <= wide_hi <= 1
    assert (lo == hi == p) == (staff == n)


def test_more_answers_than_staff_counts_as_all():
    assert wilson(0.4, 30, 29) == (0.4, 0.4)
    assert mean_se([1.0, 2.0, 4.0], 2)[1] == 0.0


def test_wilson_with_correction_by_hand():
    """n_eff = 40 / (10/49) = 196, x_eff = 0.3 * 196 = 58.8."""
    lo, hi = wilson(0.3, 40, 50)
    centre, half = (58.8 + Z**2 / 2) / (196 + Z**2), Z / (196 + Z**2) * math.sqrt(58.8 * 137.2 / 196 + Z**2 / 4)
    assert (lo, hi) == pytest.approx((centre - half, centre + half), abs=1e-12)


def test_newcombe_hybrid_interval():
    """Newcombe 1998 (two independent proportions), method 10: 56/70 against 48/80 -> 0.2000, 0.0524 to 0.3339."""
    found = share_difference(56 / 70, wilson(56 / 70, 70), 48 / 80, wilson(48 / 80, 80))
    assert found == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


def test_difference_of_means_adds_the_variances():
    assert mean_difference(62.0, 3.0, 60.0, 4.0) == pytest.approx((2.0, 2.0 - 5 * Z, 2.0 + 5 * Z))


def test_interval_stays_on_the_scale():
    assert around(99.0, 5.0)[1] == 100.0
    assert around(50.0, None) == (None, None)


def test_index_needs_four_fifths_of_the_items():
    scores = np.array([[5, 5, 5, 5, 0], [5, 5, 5, 0, 0], [1, 1, 1, 1, 1], [0, 0, 0, 0, 0]])
    found = index_scores(scores, [5] * 5)
    assert found[[0, 2]].tolist() == [100, 0]
    assert np.isnan(found[[1, 3]]).all()


def test_index_spaces_any_number_of_points_evenly():
    assert index_scores(np.array([[4, 2], [2, 1]]), [4, 2]).tolist() == [100, pytest.approx(100 / 6)]


def test_theme_of_one_item_is_a_mean_of_zeros_and_ones():
    favourable = np.array([[True], [False], [True], [True], [False], [False]])
    valid = np.array([[True], [True], [True], [True], [True], [False]])
    score, se, n = theme_score(favourable, valid, 20)
    assert (score, n) == (0.6, 5)
    assert se == pytest.approx(mean_se([1, 0, 1, 1, 0], 20)[1])


def test_theme_interval_by_taylor_agrees_with_the_jackknife():
    """Leave one out, an independent road to the same variance, on 400 respondents with gaps."""
    dice = np.random.default_rng(5)
    valid = dice.random((400, 3)) < 0.85
    favourable = (dice.random((400, 3)) < [0.3, 0.5, 0.7]) & valid
    score, se, n = theme_score(favourable, valid, None)
    assert n == valid.any(axis=1).sum()

    def plain(rows):
        return np.mean(favourable[rows].sum(axis=0) / valid[rows].sum(axis=0))

    everyone = np.arange(400)
    left = np.array([plain(everyone != one) for one in everyone])
    assert score == pytest.approx(plain(everyone >= 0))
    assert se == pytest.approx(math.sqrt(399 / 400 * ((left - left.mean()) ** 2).sum()), rel=0.02)


@given(st.permutations(range(12)))
def test_order_of_respondents_changes_no_bit(order):
    dice = np.random.default_rng(1)
    valid, favourable = dice.random((12, 3)) < 0.8, dice.random((12, 3)) < 0.5
    scores = dice.random(12) * 100
    order = list(order)
    assert theme_score(favourable, valid, 30) == theme_score(favourable[order], valid[order], 30)
    assert mean_se(scores.tolist(), 30) == mean_se(scores[order].tolist(), 30)
