"""From a number as written to its answer: its own edition where that can be shown, and always said which."""

import pytest
from test_store import build

from dashboard.edition.ask import ask
from dashboard.edition.evidence import evidence
from dashboard.edition.lookup import QuestionGoneError, UnknownNumberError, look_up
from dashboard.edition.store import Store
from dashboard.settings import Home


@pytest.fixture
def home(tmp_path):
    """Three editions that differ in the year of their survey; the third is the current one."""
    home = Home(tmp_path)
    for year in (2022, 2023, 2024):
        build(Store(home.editions), year)
    return home


@pytest.fixture
def number(home):
    return evidence(home).of(ask(Store(home.editions).open_edition(3), "waves"))


def years(found):
    return found.answer.frame["fiscal_year"].tolist()


def test_a_number_alone_is_answered_by_the_current_edition(home, number):
    found = look_up(home, number.lower(), 3)
    assert (found.number, years(found), found.notice, found.told("ja")) == (number, [2024], None, "")
    assert look_up(home, f"{number}・第3版", 3).notice is None


def test_a_number_with_an_older_edition_is_answered_by_that_and_says_so(home, number):
    found = look_up(home, f"{number}・第1版", 3)
    assert (found.answer.edition, years(found)) == (1, [2022])
    assert "第1版の値" in found.told("ja") and "第3版" in found.told("ja") and "edition 1;" in found.told("en")


def test_a_withdrawn_edition_is_not_shown_and_the_reason_is_told(home, number):
    Store(home.editions).withdraw(1, "誤った名簿")
    found = look_up(home, f"{number}, edition 1", 3)
    assert years(found) == [2024] and "誤った名簿" in found.told("ja") and "第3版の値" in found.told("ja")


def test_an_edition_that_never_was_is_told(home, number):
    found = look_up(home, f"{number}・第99版", 3)
    assert years(found) == [2024] and "There is no edition 99" in found.told("en")


def test_an_unknown_number_says_what_to_do(home, number):
    with pytest.raises(UnknownNumberError) as refused:
        look_up(home, "E-ZZZZZ", 3)
    assert "E-ZZZZZ" in refused.value.message("ja") and "type it again" in refused.value.message("en")


def test_a_question_that_is_no_longer_asked_is_told(home):
    gone = evidence(home).number("a_question_of_last_year", {"ward": "all"})
    with pytest.raises(QuestionGoneError) as refused:
        look_up(home, gone, 3)
    assert "a_question_of_last_year" in refused.value.message("ja")
