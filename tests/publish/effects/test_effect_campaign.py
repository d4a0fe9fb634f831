"""How often the procedure is right, over many panels drawn like the demo's departments: seed 43100, nothing tuned."""

import numpy as np
import pytest
from panels import RULES, drawn

from dashboard.publish.effects.estimate import estimate
from dashboard.publish.effects.judge import verdict

pytestmark = pytest.mark.slow
MEANINGFUL = RULES["meaningful"]["theme_motivation"]


def estimates(count, key, **planted):
    """Estimates of so many panels; each campaign has draws of its own."""
    draws = np.random.default_rng([RULES["seed"], key])
    return [estimate(drawn(draws, missing=0.1, **planted), RULES) for _ in range(count)]


def test_the_interval_covers_a_true_effect():
    found = estimates(500, 1, effect=lambda start, age: 5.0)
    share = np.mean([one.overall.lo < 5 < one.overall.hi for one in found])
    print(f"coverage {share:.1%}")
    assert 0.92 <= share <= 0.98


def test_where_nothing_is_nothing_is_found():
    found = estimates(1000, 2)
    apart = np.mean([not one.overall.lo <= 0 <= one.overall.hi for one in found])
    share = np.mean([verdict(one, MEANINGFUL, RULES) == "found" for one in found])
    called = np.mean([one.pre_p < RULES["pre_p"] for one in found])
    print(f"intervals without 0: {apart:.1%}; told as an effect: {share:.1%}; leads called: {called:.1%}")
    assert 0.03 <= share <= 0.075


def test_a_rise_before_the_start_is_called():
    """1.5 points a wave on the score, as planted in the demo's departments, are 2.2 points on this heading (truth.toml:
    3.00 are 4.47). A rise of 1.5 points on the heading itself was called in 52 of 100.
    """
    found = estimates(500, 3, rise=1.5 * 4.47 / 3.00)
    share = np.mean([verdict(one, MEANINGFUL, RULES) == "doubtful" for one in found])
    print(f"called {share:.1%}")
    assert share >= 0.8


def test_five_clusters_have_no_p():
    found = estimates(50, 4, clusters=5)
    assert all(one.pre_p is None and one.placebo_p is None and one.overall.lo is None for one in found if one)
