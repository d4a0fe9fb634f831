"""All that up to three shown groups leave of each other, against an attacker who tries every sum and difference."""

import numpy as np
from attacker import small_sums
from hypothesis import given
from hypothesis import strategies as st

from dashboard.publish.plan.algebra import incidence
from dashboard.publish.plan.remainders import remainders

TEAM, TEAMS, K = 3, 5, 4  # people of a team; groups are teams together, so that they leave a team of each other
PEOPLE = TEAM * TEAMS
GROUPS = st.lists(st.frozensets(st.integers(0, TEAMS - 1), min_size=2), min_size=2, max_size=7, unique=True).map(
    lambda groups: [np.concatenate([np.arange(TEAM * one, TEAM * one + TEAM) for one in sorted(g)]) for g in groups]
)


def left(signed):
    return {np.flatnonzero(total).tobytes() for total in signed}


@given(GROUPS)
def test_nothing_is_left_that_an_attacker_finds_and_nothing_more(people):
    shows = incidence(people, PEOPLE)
    every = np.vstack([shows.toarray(), np.zeros(PEOPLE)])
    every = np.vstack([every, -every])
    tried = left(every[list(three)].sum(axis=0) for three in small_sums(people, np.ones(PEOPLE, dtype=bool), K))
    sizes = np.array([[len(group)] for group in people])
    assert left(signs @ shows[list(rows)] for rows, signs in remainders(shows, sizes, K)) == tried


def test_who_did_not_answer_counts_as_nobody():
    """Thirty less twenty leaves ten people, three of whom answered the second item."""
    shows = incidence([np.arange(30), np.arange(20)], 30)
    assert not list(remainders(shows, np.array([[30, 30], [20, 20]]), 10))
    ((rows, signs),) = remainders(shows, np.array([[30, 21], [20, 18]]), 10)
    assert rows == (0, 1) and signs.tolist() == [1, -1]
