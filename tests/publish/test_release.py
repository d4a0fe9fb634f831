"""Nothing under k, and nothing that subtraction gives away."""

import pandas as pd

from dashboard.publish.release import withheld

K = 10


def counts(**people: int) -> pd.DataFrame:
    return pd.DataFrame({"respondents": people, "a1": people})


def whole(n: int) -> pd.Series:
    return pd.Series({"respondents": n, "a1": n})


def test_nine_people_are_withheld_and_ten_are_not():
    assert withheld(counts(A=9, B=10), None, K) == {"A"}


def test_the_smallest_item_counts():
    people = counts(A=50, B=50)
    people.loc["A", "a1"] = 9
    assert "A" in withheld(people, whole(100), K)


def test_one_small_group_takes_the_next_smallest_with_it():
    assert withheld(counts(A=9, B=30, C=20, D=40), whole(99), K) == {"A", "C"}


def test_two_small_groups_hide_each_other():
    assert withheld(counts(A=9, B=30, C=5, D=40), whole(84), K) == {"A", "C"}


def test_people_without_a_member_count_as_a_remainder():
    assert withheld(counts(A=20, B=30), whole(53), K) == {"A"}
    assert withheld(counts(A=20, B=30), whole(60), K) == set()


def test_a_remainder_on_one_item_is_enough():
    people = counts(A=20, B=30, C=15)
    city = whole(65)
    city["a1"] += 4
    assert withheld(people, city, K) == {"C"}


def test_withholding_goes_on_until_the_remainder_is_large_enough():
    people = counts(A=11, B=12, C=50)
    city = people.sum()
    people.loc["A", "a1"] = city["a1"] - city["a1"] + 10
    city["a1"] = 10 + 12 + 50 + 9
    city["respondents"] += 5
    assert withheld(people, city, K) == {"A"}
    city["respondents"] = 12 + 50 + 9
    assert withheld(people, city, K) == {"A", "B"}
