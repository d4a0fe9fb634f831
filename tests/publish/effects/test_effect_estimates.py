"""The estimator against published numbers (did::mpdta) where the file is at hand, and panels whose truth is known."""

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from panels import RULES, drawn

from dashboard.publish.effects.estimate import covariance, estimate, event_points, fitted, without_each
from dashboard.publish.effects.panel import NEVER, Panel, period_of
from dashboard.publish.effects.refits import Design, at_time, group_time, overall, pooled
from dashboard.settings import DATA, ROOT

MPDTA = Path(os.environ.get("PUBLISHED_CASES", ROOT.parent / "shared" / "cases" / "published")) / "mpdta.csv"
# R package did: aggte and att_gt of mpdta without covariates; standard errors by its bootstrap.
PUBLISHED = {
    (2004, 2004): (-0.0105, 0.0233), (2004, 2005): (-0.0704, 0.0310), (2004, 2006): (-0.1373, 0.0364),
    (2004, 2007): (-0.1008, 0.0344), (2006, 2004): (0.0065, 0.0233), (2006, 2005): (-0.0028, 0.0196),
    (2006, 2006): (-0.0046, 0.0178), (2006, 2007): (-0.0412, 0.0202), (2007, 2004): (0.0305, 0.0150),
    (2007, 2005): (-0.0027, 0.0164), (2007, 2006): (-0.0311, 0.0179), (2007, 2007): (-0.0261, 0.0167),
}  # fmt: skip
EVENT = {
    -3: (0.0305, 0.0150), -2: (-0.0006, 0.0133), -1: (-0.0245, 0.0142), 0: (-0.0199, 0.0118), 1: (-0.0510, 0.0169),
    2: (-0.1373, 0.0364), 3: (-0.1008, 0.0344),
}  # fmt: skip
GROUPS = {2004: (-0.0797, 0.0263), 2006: (-0.0229, 0.0167), 2007: (-0.0261, 0.0167)}
SIMPLE = (-0.03995, 0.0123)
SOURCE = Design(is_universal=False, not_yet=False)


def counties() -> Panel:
    if not MPDTA.exists():
        pytest.skip("mpdta.csv is not at hand; the panels with known truth guard")
    wide = pd.read_csv(MPDTA).pivot(index=["countyreal", "first.treat"], columns="year", values="lemp")
    years, codes = list(wide.columns), wide.index.get_level_values(0)
    starts = np.array([period_of(int(year) or None, years) for year in wide.index.get_level_values(1)])
    return Panel(list(codes), years, wide.to_numpy(), starts, np.array(codes), np.array(codes))


def test_published_effects_are_reproduced():
    panel = counties()
    years = panel.years
    found = fitted(panel, SOURCE)
    cells = {(years[int(g) - 1], years[int(t) - 1]): it["effect"] for (g, t), it in found.group_time_effects.items()}
    assert cells == pytest.approx({key: value for key, (value, _) in PUBLISHED.items()}, abs=5e-5)
    assert event_points(panel, SOURCE) == pytest.approx({key: value for key, (value, _) in EVENT.items()}, abs=5e-5)
    by_group = found.aggregate("group")
    groups = {years[int(g) - 1]: value for g, value in zip(by_group.label, by_group.att, strict=True)}
    assert groups == pytest.approx({key: value for key, (value, _) in GROUPS.items()}, abs=5e-5)
    assert found.overall_att == pytest.approx(SIMPLE[0], abs=5e-6)


def test_published_standard_errors_are_met():
    panel = counties()
    ones = np.ones((1, len(panel.units)))
    own = panel.starts[None, :]
    whole, left = (group_time(panel.values, own, weights, SOURCE) for weights in (ones, without_each(panel)))
    places = {year: at for at, year in enumerate(panel.years)}

    def se(part):
        return float(np.sqrt(covariance(part(whole), part(left)[:, None])[0, 0]))

    for (group, year), (_, known) in PUBLISHED.items():
        key = (places[group], places[year])
        assert se(lambda cells, key=key: cells[key][0]) == pytest.approx(known, rel=0.15), (group, year)
    for time, (_, known) in EVENT.items():
        assert se(lambda cells, time=time: at_time(cells, time)) == pytest.approx(known, rel=0.15), time
    for group, (_, known) in GROUPS.items():
        of = places[group]
        assert se(lambda cells, of=of: pooled(cells, lambda g, t: g == of and t >= g)) == pytest.approx(known, rel=0.15)
    assert se(overall) == pytest.approx(SIMPLE[1], rel=0.15)


def test_without_noise_the_planted_effect_comes_back_exactly():
    """Effects that differ by cohort and grow with time, on units and years of their own level, some cells missing."""
    panel = drawn(np.random.default_rng(5), effect=lambda start, age: start + 2.0 * age, noise=0, missing=0.1)
    found = estimate(panel, RULES)
    assert found.overall.value != 0
    seen, periods = ~np.isnan(panel.values), np.arange(len(panel.years))
    paired = [
        (start, period - start)
        for row, start in enumerate(panel.starts)
        for period in periods
        if start != NEVER and period >= start and seen[row, period] and seen[row, start - 1]
    ]
    assert found.overall.value == pytest.approx(np.mean([start + 2.0 * age for start, age in paired]))
    for time in (0, 1, 2):
        known = np.mean([start + 2.0 * age for start, age in paired if age == time])
        assert found.times[time].value == pytest.approx(known)
    assert found.times[-2].value == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("missing", [0, 0.15])
@pytest.mark.parametrize("design", [Design(), SOURCE])
def test_refits_are_the_library_s_estimates(design, missing):
    panel = drawn(np.random.default_rng(7), missing=missing)
    cells = group_time(panel.values, panel.starts[None, :], np.ones((1, len(panel.units))), design)
    assert overall(cells)[0] == pytest.approx(fitted(panel, design).overall_att, abs=1e-9)
    for time, value in event_points(panel, design).items():
        assert at_time(cells, time)[0] == pytest.approx(value, abs=1e-9)


def test_a_false_trend_before_the_start_is_called_and_a_true_effect_is_seen():
    rising = estimate(drawn(np.random.default_rng(43100), rise=3.0, noise=2.0), RULES)
    assert rising.pre_p < 0.05
    working = estimate(drawn(np.random.default_rng(43100), effect=lambda start, age: 5.0, noise=2.0), RULES)
    assert working.pre_p > 0.05 and working.overall.lo > 0 and working.placebo_p == pytest.approx(1 / 200)
    assert working.overall.lo < 5 < working.overall.hi


def test_few_clusters_and_few_starts_have_no_interval_and_no_p():
    for panel in (drawn(np.random.default_rng(13), clusters=5), drawn(np.random.default_rng(13), treated=9)):
        found = estimate(panel, RULES)
        assert found.overall.value is not None
        assert [found.overall.lo, found.overall.hi, found.pre_p, found.placebo_p, found.mde] == [None] * 5
        assert all(one.lo is None and one.se is None for one in found.times.values())


def test_nothing_to_compare_with_is_no_estimate():
    panel = drawn(np.random.default_rng(17))
    all_at_once = replace(panel, starts=np.full(len(panel.units), 3))
    assert estimate(all_at_once, RULES) is None


def test_the_rules_are_the_repository_s():
    assert RULES["seed"] == 43100 and (DATA / "effects.toml").exists()
