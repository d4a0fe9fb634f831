"""One formatter: half up, U+2212, era years."""

import pytest

from dashboard.i18n import fiscal_year, number, ordinal, signed


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [(23.5, 0, "24"), (24.5, 0, "25"), (57.45, 1, "57.5"), (0.0, 1, "0.0"), (-0.04, 1, "0.0"), (-3.25, 1, "−3.3"),
     (1234567, 0, "1,234,567")],
)  # fmt: skip
def test_numbers_are_rounded_half_up(value, decimals, shown):
    assert number(value, decimals) == shown


def test_differences_come_from_unrounded_values():
    assert (number(52.952), number(58.495), signed(52.952 - 58.495, 0)) == ("53", "58", "−6")


@pytest.mark.parametrize(
    ("value", "shown"), [(1.94, "+1.9"), (-0.8, "−0.8"), (0.0, "±0.0"), (0.04, "+0.0"), (-0.04, "−0.0")]
)
def test_a_change_always_carries_its_sign(value, shown):
    assert signed(value) == shown


@pytest.mark.parametrize(
    ("year", "ja"),
    [(2018, "平成30年度（2018年度）"), (2019, "令和元年度（2019年度）"), (2025, "令和7年度（2025年度）")],
)
def test_fiscal_years_stand_in_both_calendars(year, ja):
    assert fiscal_year(year, "ja") == ja
    assert fiscal_year(year, "en") == f"FY{year}"


@pytest.mark.parametrize(
    ("place", "en"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (14, "14th"), (22, "22nd")]
)
def test_places_in_an_order(place, en):
    assert (ordinal(place, "en"), ordinal(place, "ja")) == (en, str(place))
