"""The list of need: what depends on a reader's weights, and which places are alike."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.edition import need
from dashboard.edition.ask import ask
from dashboard.edition.need import FEATURES, Condition, alike, condition, conditions, joined, met, positions, ranked

FEE, RATE = Condition("fee", "high"), Condition("rate", "low")
tables = st.lists(
    st.tuples(st.integers(0, 9), st.one_of(st.none(), st.integers(0, 100))), min_size=2, max_size=12
)  # fmt: skip


def long(table):
    rows = []
    for at, values in enumerate(table):
        for name, value in zip(("fee", "rate"), values, strict=True):
            moved = None if value is None else value - 5
            rows.append({"association": f"a{at:02d}", "indicator": name, "value": value, "change": moved})
    return pd.DataFrame(rows).astype({"value": float, "change": float})


def test_a_position_counts_those_with_less_need_and_half_of_those_beside():
    rows = long([(1, 90), (2, 90), (3, 50), (4, None)])
    found = positions(rows, [FEE, RATE])
    assert found["fee.high"].tolist() == [12.5, 37.5, 62.5, 87.5]
    assert found["rate.low"].fillna(-1).round(1).tolist() == [33.3, 33.3, 83.3, -1]
    assert positions(rows, [Condition("fee", "low")])["fee.low"].tolist() == [87.5, 62.5, 37.5, 12.5]


@given(tables)
def test_equal_weights_give_the_mean_of_the_positions_and_what_lacks_one_has_no_rank(table):
    places = positions(long(table), [FEE, RATE])
    found = ranked(places, [FEE, RATE])
    whole = places.dropna()
    assert set(found.index) == set(whole.index)
    assert np.allclose(found["mean"], whole.loc[found.index].mean(axis=1))


@given(tables, st.integers(1, 3), st.integers(1, 3))
def test_the_range_holds_the_rank_and_ranks_follow_the_weighted_mean(table, first, second):
    chosen = [Condition("fee", "high", first), Condition("rate", "low", second)]
    places = positions(long(table), chosen)
    found = ranked(places, chosen)
    assert (found["rank_lo"] <= found["rank"]).all() and (found["rank"] <= found["rank_hi"]).all()
    mean = (places["fee.high"] * first + places["rate.low"] * second) / (first + second)
    assert np.allclose(found["mean"], mean.loc[found.index])
    assert (np.diff(found["mean"]) <= 1e-9).all()


@given(tables, st.randoms())
def test_neither_the_order_of_rows_nor_of_conditions_matters(table, draw):
    chosen = [Condition("fee", "high", 2), Condition("rate", "low", 3)]
    plain = ranked(positions(long(table), chosen), chosen).sort_index()
    order = list(range(2 * len(table)))
    draw.shuffle(order)
    other = ranked(positions(long(table).iloc[order], chosen[::-1]), chosen[::-1]).sort_index()
    pd.testing.assert_frame_equal(plain, other)


def test_one_condition_alone_has_no_range_and_two_that_disagree_have_a_wide_one():
    rows = long([(1, 10), (2, 20), (3, 30), (4, 40)])
    alone = ranked(positions(rows, [FEE]), [FEE])
    assert (alone["rank_lo"] == alone["rank_hi"]).all() and alone.index[0] == "a03"
    both = ranked(positions(rows, [FEE, RATE]), [FEE, RATE])
    assert both["rank"].tolist() == [1, 1, 1, 1] and both["rank_hi"].max() == 4


def test_a_condition_is_the_outer_quarter_or_a_change_that_way_as_printed():
    rows = long([(value, None) for value in range(8)])
    assert met(positions(rows, [FEE]), rows, [FEE], {"fee": 0}).tolist() == [False] * 6 + [True] * 2
    fall = Condition("fee", "fall")
    rows["change"] = rows["change"].where(rows["change"] != -1, -0.04)
    assert met(positions(rows, [fall]), rows, [fall], {"fee": 0}).tolist() == [True] * 4 + [False] * 4
    rows["change"] = rows["change"].where(rows["change"] != -0.04, -0.5)
    assert met(positions(rows, [fall]), rows, [fall], {"fee": 0}).tolist() == [True] * 5 + [False] * 3, "printed -1"


def test_conditions_of_a_link_are_read_as_they_are_written():
    written = "aged_rate.high.2~rate.fall.1"
    assert joined(conditions(written)) == written and conditions("rate.low") == [RATE]
    for bad in ("rate", "rate.up", "rate.low.4", ".low.1"):
        with pytest.raises(ValueError):
            condition(bad)


def test_the_nearest_after_robust_scaling_whatever_the_order():
    frame = pd.DataFrame({"area": list("abcde"), **dict.fromkeys(FEATURES, 1.0)})
    frame["size"] = [100, 110, 150, 90_000, None]
    near = alike(frame, "a", 3)
    assert near["area"].tolist() == ["b", "c", "d"] and near["distance"].is_monotonic_increasing
    pd.testing.assert_frame_equal(near, alike(frame.iloc[::-1], "a", 3))
    assert alike(frame, "e", 3).empty and "e" not in near["area"].tolist()


def test_withheld_values_of_the_demo_city_take_no_part(demo_edition):
    rows = ask(demo_edition, "need_values", indicators="membership_rate,aged_rate").frame
    hidden = rows[rows["status"] != "表示"]
    assert len(hidden) and hidden["value"].isna().all() and hidden["change"].isna().all()
    chosen = conditions("membership_rate.low~aged_rate.high")
    found = ranked(positions(rows, chosen), chosen)
    assert not set(found.index) & set(hidden["association"])
    assert len(found) + hidden["association"].nunique() == rows["association"].nunique() == 913
    flagged = rows[rows["flag_ja"].notna()]
    assert set(flagged["flag_ja"]) == {"学生の多い地域", "新しい住宅地"}
    assert set(rows[rows["indicator"] == "aged_rate"]["area_kind"]) == {"district"}


def test_a_list_of_conditions_fits_into_a_link():
    longest = joined([Condition("single_elderly_rate", end, 3) for end in ("high", "rise")] * 2)
    assert len(longest) < 200 and need.QUARTER == 75
