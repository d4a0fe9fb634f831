"""The demo city's figures on paper: real names and numbers, of the whole city, of wards and of the head office."""

import pytest
from demo_specs import demo_specs
from reading import faults, missing


@pytest.mark.parametrize("ward", ["all", "43101", "43104", "HQ"])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_labels_stand_apart_and_numbers_are_those_of_the_screen(demo_edition, lang, ward):
    told = demo_specs(demo_edition, lang, ward)
    assert {(spec.kind, place): faults(spec, place) for spec, place in told if faults(spec, place)} == {}
    assert {(spec.kind, place): missing(spec, place) for spec, place in told if missing(spec, place)} == {}
