"""Programs of 0/1 choices: the cheapest choice inside its limits, or none."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csc_matrix

from dashboard.publish.plan.program import Within, solved

SMALL = st.integers(-3, 3)


@given(
    st.lists(SMALL, min_size=4, max_size=4),
    st.lists(st.tuples(*[SMALL] * 4), min_size=1, max_size=3),
    SMALL,
    st.integers(0, 4),
)
def test_the_cheapest_choice_that_keeps_every_limit(cost, rows, least, room):
    within = [Within(csc_matrix(np.array(rows, dtype=float)), least, np.full(len(rows), least + room))]
    chosen = solved(np.array(cost, dtype=float), within, 0)
    sums = {one: np.array(rows) @ one for one in product((0, 1), repeat=4)}
    costs = [np.dot(cost, one) for one, found in sums.items() if ((found >= least) & (found <= least + room)).all()]
    if not costs:
        assert chosen is None
    else:
        found = sums[tuple(chosen.astype(int))]
        assert ((found >= least) & (found <= least + room)).all() and np.dot(cost, chosen) == min(costs)
