"""A city in which nothing changed, and one in which one unit in ten did: how often a change is called one."""

import numpy as np
import pytest

from dashboard.publish.estimate import mean_difference, mean_se
from dashboard.publish.families import RATE, adjusted, chance

UNITS, SEEDS = 200, 20


def surveys(seed: int, planted: float) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """(change, lo, hi, whether planted) of every unit between two surveys of the same staff, seven in ten answering.

    Scores are 0..100 in steps of five as five items of five points give them; a planted unit rises by six points.
    """
    dice = np.random.default_rng(seed)
    found = []
    sizes = np.exp(dice.normal(4.1, 0.7, UNITS)).astype(int) + 15
    large = np.flatnonzero(0.7 * sizes >= 50)
    risen = set(dice.choice(large, len(large) // 10, replace=False).tolist()) if planted else set()
    for unit, staff in enumerate(sizes):
        scores = np.clip(5 * np.round(dice.normal(dice.normal(60, 4), 15, staff) / 5), 0, 100)
        later = scores + planted * (unit in risen)
        new, old = (dice.choice(one, int(0.7 * staff), replace=False) for one in (later, scores))
        found.append((*mean_difference(*mean_se(new, staff), *mean_se(old, staff)), unit in risen))
    change, lo, hi, moved = (np.array(column) for column in zip(*found, strict=True))
    return change, lo, hi, moved.astype(bool)


def test_where_nothing_changed_intervals_exclude_zero_in_one_of_twenty():
    outside = [np.mean((lo > 0) | (hi < 0)) for _, lo, hi, _ in (surveys(seed, 0.0) for seed in range(SEEDS))]
    assert 0.035 <= np.mean(outside) <= 0.065


def test_where_nothing_changed_almost_nothing_is_news():
    false = 0
    for seed in range(SEEDS):
        change, lo, hi, _ = surveys(seed, 0.0)
        chances = chance(change, lo, hi)
        false += bool((adjusted(chances) < RATE).any())
    assert false <= 4, "in five of a hundred cities anything at all may be called news"


def test_six_points_in_large_units_are_news():
    told, all_planted, wrong, all_news = 0, 0, 0, 0
    for seed in range(SEEDS):
        change, lo, hi, moved = surveys(seed, 6.0)
        news = adjusted(chance(change, lo, hi)) < RATE
        told, all_planted = told + (news & moved).sum(), all_planted + moved.sum()
        wrong, all_news = wrong + (news & ~moved).sum(), all_news + news.sum()
    assert told / all_planted >= 0.8 and wrong / all_news <= 2 * RATE
    assert all_planted > 100


@pytest.mark.parametrize("planted", [0.0, 6.0])
def test_the_city_is_the_same_for_the_same_seed(planted):
    assert all((a == b).all() for a, b in zip(surveys(1, planted), surveys(1, planted), strict=True))
