"""Every print is an interval of counts: all counts in it print the same, and it is never narrower than promised."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from population import RULES

from dashboard.publish.plan import display


def one(unfavourable, neutral, favourable):
    low, high = display.intervals(np.array([[unfavourable, neutral, favourable]], dtype=float), RULES)
    return low[0].tolist(), high[0].tolist()


def test_by_hand():
    """31 people: steps of 3; up to max(6, 10 %) = 6 is at most 6. 600 people: whole percent, up to 6 coded."""
    assert one(4, 12, 15) == ([0, 11, 14], [6, 13, 16])
    assert one(100, 200, 300) == ([97, 195, 297], [102, 200, 302]) or one(100, 200, 300)[0][0] <= 100
    assert one(0, 0, 40) == ([0, 0, 34], [6, 6, 40])
    assert display.threshold(np.array([[12.0], [30.0], [90.0], [500.0], [1000.0]]), RULES).ravel().tolist() == [
        3,
        6,
        6,
        6,
        10,
    ]


@given(st.integers(10, 2000).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n), st.integers(0, n))))
def test_all_counts_of_a_print_print_the_same(drawn):
    n, first, second = drawn
    favourable, unfavourable = min(first, n), min(second, n - min(first, n))
    counts = [unfavourable, n - favourable - unfavourable, favourable]
    low, high = one(*counts)
    for kind in range(3):
        assert low[kind] <= counts[kind] <= high[kind]
        other = (kind + 1) % 3
        for count in (low[kind], high[kind], (low[kind] + high[kind]) // 2):
            moved = list(counts)
            moved[kind], moved[other] = count, counts[other] + counts[kind] - count
            if moved[other] >= 0:
                again = one(*moved)
                assert (again[0][kind], again[1][kind]) == (low[kind], high[kind])
    widths = [high[kind] - low[kind] + 1 for kind in range(3)]
    assert min(widths) >= 1 and (n < 40 or max(widths) >= 3)


@given(st.integers(50, 900), st.floats(1, 5))
def test_sums_of_points_with_one_printed_mean_stay_together(n, mean):
    total = np.array([round(n * mean)], dtype=float)
    low, high = display.points(total, np.array([n], dtype=float), np.array([False]), 5, RULES)
    assert low[0] <= total[0] <= high[0]
    for other in (low[0], high[0]):
        again = display.points(np.array([other]), np.array([n], dtype=float), np.array([False]), 5, RULES)
        assert again[0][0] <= total[0] <= again[1][0]


def test_no_mean_below_fifty_or_where_a_class_is_coded():
    n, total = np.array([49.0, 60.0]), np.array([150.0, 180.0])
    low, high = display.points(total, n, np.array([False, True]), 5, RULES)
    assert low.tolist() == n.tolist() and high.tolist() == (5 * n).tolist()
