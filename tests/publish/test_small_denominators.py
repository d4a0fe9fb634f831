"""Shares of small denominators against numbers reckoned by hand, exact sums, and the published estimator."""

from math import comb

import numpy as np
import pandas as pd
import pytest
from place_city import place_frames
from survey_city import city

from dashboard.publish.build import assemble
from dashboard.publish.small_denominators import limit_rows, limits, smoothed


def test_the_share_drawn_towards_all_by_hand():
    """1 of 10, 9 of 20, 50 of 70: m = 60/100 = .6; s² = (10·.25 + 20·.0225 + 70·.0130612)/100 = .0386429;
    chance = .24, mean denominator 100/3: A = .0386429 − .0072 = .0314429;
    weights A/(A + .24/n): .56712, .72378, .90168."""
    found = smoothed(np.array([1, 9, 50]), np.array([10, 20, 70]))
    assert found == pytest.approx([0.316439, 0.491434, 0.703048], abs=2e-6)


def test_rare_events_are_drawn_as_marshall_published():
    """His estimator for rare events: chance variance m / n, which a rare share's own comes to."""
    counts, of = np.array([2, 9, 30, 4, 55]), np.array([1e5, 2e5, 3e5, 4e5, 9e5])
    m, rate = counts.sum() / of.sum(), counts / of
    a = (of * (rate - m) ** 2).sum() / of.sum() - m / of.mean()
    assert a > 0
    assert smoothed(counts, of) == pytest.approx(m + a / (a + m / of) * (rate - m), rel=1e-3)


def test_where_chance_explains_all_every_share_is_that_of_all():
    assert smoothed(np.array([5, 50]), np.array([10, 100])).tolist() == [0.5, 0.5]
    assert smoothed(np.array([10, 30]), np.array([10, 30])).tolist() == [1, 1]


def lowest(of, share, tail):
    """The smallest count that leaves at most 1 − tail above it, from exact sums."""
    total = 0.0
    for count in range(of + 1):
        total += comb(of, count) * share**count * (1 - share) ** (of - count)
        if total >= tail:
            return count
    return of


def test_limits_are_exact_binomial_quantiles_and_only_what_lies_outside_is_beyond():
    of = np.array([7, 20, 60, 200, 400])
    counts = np.array([5, 20, 44, 180, 280])
    share = counts.sum() / of.sum()
    found = limits(counts, of)
    for name, tail in (("lo95", 0.025), ("hi95", 0.975), ("lo998", 0.001), ("hi998", 0.999)):
        by_sums = [100 * lowest(int(n), share, tail) / n for n in of]
        assert found[name] == pytest.approx(by_sums), name
    assert found["beyond"].tolist() == [None, None, None, "high", "low"]


def test_a_count_on_a_limit_is_within():
    of, counts = np.array([100, 100_000]), np.array([65, 50_000])
    assert lowest(100, counts.sum() / of.sum(), 0.999) == 65
    assert limits(counts, of)["beyond"].tolist() == [None, None]
    assert limits(np.array([66, 50_000]), of)["beyond"].tolist() == ["high", None]


def test_a_withheld_share_has_no_row_and_moves_no_other(small_home):
    """a2 and a3 are withheld: whatever they were, every limit and every drawn share stays the same."""
    made = []
    for members in (2.0, 1.0):
        kept = city()
        kept.frames |= place_frames()
        given = kept.frames["indicator_values"]
        kept.frames["indicator_values"] = given.assign(
            value=given["value"].mask(given["area"].eq("a2") & given["indicator"].eq("members"), members)
        )
        made.append(assemble(kept, small_home))
    first, second = (dict(list(found["rate_limits"].groupby("area_kind"))) for found in made)
    assert set(first["association"]["area"]) == {"a1", "b1"}
    pd.testing.assert_frame_equal(first["association"], second["association"])
    row = first["association"].set_index(["area", "fiscal_year"]).loc[("a1", 2025)]
    assert row["overall"] == pytest.approx(100 * (80 + 150) / (100 + 200)), "of the shown alone"


def test_a_ratio_that_is_no_share_has_no_limits(small_place_frames):
    values, kinds = small_place_frames["indicator_values"], place_frames()["indicators"]
    assert len(limit_rows(values, kinds))
    assert limit_rows(values, kinds.assign(measured_in="世帯")).empty
    doubled = values.assign(numerator=values["numerator"] + values["denominator"])
    assert limit_rows(doubled, kinds).empty
