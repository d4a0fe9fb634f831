"""The logic chain: data that names questions there are, their numbers on the page, and outputs that stay neutral."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.edition.ask import ask
from dashboard.edition.chain import STEPS, SURVEYED, chain, filled
from dashboard.edition.question import question
from dashboard.figures.chain import Card
from dashboard.figures.chain import chain as drawn
from dashboard.i18n import number
from dashboard.i18n.catalogue import messages
from dashboard.settings import PAGES, ROOT, settings

PROPOSALS = ("vision", "dispatch", "institute")
CHOSEN = {"ward": "all", "wave": "2025", "period": "2025", "view": "city", "member": "all"}
EFFECTS = {
    "motivation", "climate", "exchange", "needs", "meaning", "carriers", "skill", "knowledge", "research", "solved",
    "young",
}  # fmt: skip
LINKS = [link for proposal in PROPOSALS for link in chain(proposal)]


@pytest.mark.parametrize("link", LINKS, ids=lambda link: f"{link.proposal}-{link.card}")
def test_a_card_names_a_question_a_column_a_row_and_words_there_are(link, demo_edition):
    asked = question(link.question)
    assert link.step in STEPS and set(link.needs) <= settings().tables.keys()
    assert filled(link.given, CHOSEN).keys() <= {parameter.name for parameter in asked.parameters}
    columns = {column.name for column in asked.columns}
    assert {link.value, *filled(link.row, CHOSEN)} | ({link.whole} if link.whole else set()) <= columns
    wanted = filled(link.row, CHOSEN)
    rows = ask(demo_edition, link.question, **filled(link.given, CHOSEN)).rows()
    found = [row for row in rows if all(str(row[key]) == value for key, value in wanted.items())]
    assert len(found) == 1 and found[0][link.value] is not None
    keys = {f"table.{name}" for name in link.needs} | ({f"chain.effect_{link.effect}"} if link.effect else set())
    keys |= set() if link.unit == SURVEYED else {f"chain.card_{link.card}", f"chain.unit_{link.unit}"}
    assert keys <= messages("ja").keys()


def test_every_expected_effect_has_a_measure_and_every_proposal_all_four_steps():
    assert {link.effect for link in LINKS} - {""} == EFFECTS
    assert all({link.step for link in chain(proposal)} == set(STEPS) for proposal in PROPOSALS)


def test_only_an_outcome_carries_a_change_or_a_colour():
    one = Card("<b>", "1", "", "", change="+1", tone="up")
    page = drawn({step: [one] for step in STEPS}, "ja")
    parts = re.split("<section", page)[1:]
    assert [("up" in part, "+1" in part) for part in parts] == [(False, False)] * 3 + [(True, True)]
    assert "関連のみ" in parts[-1] and "&lt;b&gt;" in page


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("proposal", PROPOSALS)
def test_the_foot_of_a_proposals_page_shows_the_numbers_of_its_questions(
    demo_home, demo_edition, monkeypatch, proposal, lang
):
    monkeypatch.setenv("DASHBOARD_HOME", str(demo_home.home.folder))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    app.query_params.update({"lang": lang})
    app.run()
    app.switch_page(str(PAGES / f"{proposal}.py")).run()
    assert not app.exception and not app.error
    page = " ".join(str(block.proto.body) for block in app.get("html"))
    shown = page[page.index("k-chain") :]
    assert shown.count("<li>") == len(chain(proposal)) and not re.search("データなし|no data", shown)
    for link in chain(proposal):
        if link.unit != SURVEYED and not link.row:
            (row,) = ask(demo_edition, link.question, **filled(link.given, CHOSEN)).rows()
            assert f"<b>{number(row[link.value], link.decimals)}</b>" in shown
