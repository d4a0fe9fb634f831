"""The audit proves an edition again from its file, and finds what was changed in it."""

import duckdb
import pytest
from survey_city import city

from dashboard.edition.store import Store
from dashboard.publish import build, publish, reproof
from dashboard.publish.build import silent
from dashboard.settings import settings


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "kept_tables", lambda settings, progress=None: city())
    here = settings(tmp_path)
    publish(here)
    return here


def tried(here):
    store = Store(here.home.editions)
    return reproof.full_audit(here, store.open_edition(store.current_number()), silent)


def found(here):
    return {one.test: one.found for one in tried(here) if one.found}


def change(here, sql):
    (path,) = here.home.editions.glob("0*.duckdb")
    with duckdb.connect(str(path)) as connection:
        connection.execute(sql)


def test_an_honest_edition_holds_and_the_audit_says_what_it_tried(here):
    said = tried(here)
    tables = {"cells", "drivers", "nonresponse", "findings", "breaks"}
    assert {one.test for one in said} == {"gate", *tables, "subtraction", "witnesses"}
    assert sum(one.found for one in said) == 0 and all(one.tried for one in said if one.test in ("gate", "cells"))


@pytest.mark.parametrize(
    ("sql", "test"),
    [
        ("UPDATE cells SET value = value + 1 WHERE wave = '2025' AND view = 'ward' AND measure = 'a1'", "cells"),
        ("UPDATE findings SET headline_ja = 'x' WHERE wave = '2025' AND view = 'city'", "findings"),
        ("CREATE TABLE respondents (answer VARCHAR)", "gate"),
        ("ALTER TABLE cells ADD COLUMN note VARCHAR", "gate"),
    ],
)
def test_what_was_changed_in_the_file_is_found(here, sql, test):
    change(here, sql)
    assert test in found(here)


def test_a_group_taken_apart_again_is_found():
    """Row by row: a small grade shown beside its parent leaves the others by subtraction."""
    from population import RULES, population

    from dashboard.publish.plan import algebra, groups

    people = population(12, 700)
    own = algebra.structure(people.staff, people.valid, RULES)
    for block in own.blocks:
        block.groups = groups.in_order([(value,) for value in block.cells])
    rows = [groups.Row(b, g, b.people(g), b.valid(g)) for b in own.blocks for g in b.groups]
    shows = algebra.incidence([row.people for row in rows], len(people.staff))
    assert len(algebra.solvable(shows, own.hides.tocsr())) == len(own.targets)
