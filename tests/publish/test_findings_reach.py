"""Whatever a reader can choose, the page opens with exactly one finding in both languages."""

import re

import pytest

from dashboard.edition.ask import ask
from dashboard.edition.catalogue import ALL, BUREAU, CITY, DEPARTMENT, WARD, catalogue
from dashboard.ui.state import options

UNFILLED = re.compile(r"[{}|]|\bnan\b|\bNone\b")
FINDINGS = "SELECT page, wave, view, member, measure, headline_ja, headline_en, detail_ja, detail_en FROM findings"


@pytest.fixture(scope="module")
def allowed(demo_edition):
    return options(catalogue(demo_edition), "membership_rate", [])


def chosen(allowed):
    """(places, bureaus, departments) as (view, member)."""
    places = [(CITY, ALL) if ward == ALL else (WARD, ward) for ward in allowed["ward"]]
    bureaus, departments = (
        [(view, member) for member in allowed[view] if member != ALL] for view in (BUREAU, DEPARTMENT)
    )
    return places, bureaus, departments


def reachable(allowed):
    """(page, view, member) asked for: of a place, bureau or department, of the silent, over the wards and bureaus."""
    places, bureaus, departments = chosen(allowed)
    own = [("member", *one) for one in (*places, *bureaus, *departments)]
    return [*own, *(("unknowns", *one) for one in places), ("several", WARD, ALL), ("several", BUREAU, ALL)]


def test_every_reachable_choice_has_one_finding(demo_edition, allowed):
    rows = demo_edition.query(f"{FINDINGS} ORDER BY page, wave, view, member, measure").to_dict("records")
    known = {}
    for row in rows:
        known.setdefault(tuple(row[key] for key in ("page", "view", "member", "wave", "measure")), []).append(row)
    wanted = [
        (*place, wave, measure)
        for place in reachable(allowed)
        for wave in allowed["wave"]
        for measure in allowed["measure"]
    ]
    everyone = [one for ones in chosen(allowed) for one in ones]
    wanted += [("traits", *one, wave, "trait") for one in everyone for wave in allowed["wave"]]
    assert len(wanted) > 10_000
    for key in wanted:
        found = known.get(key, [])
        assert len(found) == 1, key
        (row,) = found
        assert row["headline_ja"].strip() and row["headline_en"].strip(), key
        told = " ".join(row[name] for name in ("headline_ja", "headline_en", "detail_ja", "detail_en"))
        assert not UNFILLED.search(told), key


def test_the_page_gets_that_finding(demo_edition, allowed):
    for page, view, member in reachable(allowed)[::8]:
        for wave in ("2016", "2025"):
            rows = ask(demo_edition, "finding", page=page, wave=wave, view=view, member=member, measure="gap_vision")
            assert len(rows.rows()) == 1
