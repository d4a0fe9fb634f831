"""An answer is closed by a figure that is published, or the edition is refused."""

import pytest
from network_city import network_frames
from place_city import place_frames

from dashboard.edition.ask import ask
from dashboard.edition.evidence import evidence
from dashboard.edition.store import Store
from dashboard.publish import NotPublished, build, publish
from dashboard.settings import settings


@pytest.fixture
def home(tmp_path, monkeypatch, small_city):
    """A home that keeps the small city with its past answers."""
    small_city.frames |= place_frames() | network_frames()
    monkeypatch.setattr(build, "kept_tables", lambda settings, progress=None: small_city)
    return settings(tmp_path)


def close_by(small_city, figure):
    answers = small_city.frames["answers_given"]
    small_city.frames["answers_given"] = answers.assign(
        figure=answers["figure"].where(answers["figure"] != "rate", figure)
    )


def refused(home):
    with pytest.raises(NotPublished) as caught:
        publish(home)
    return [caught.value.message(lang) for lang in ("ja", "en")]


@pytest.mark.parametrize("figure", ["nonsense", "E-7K3F2"])
def test_a_figure_nobody_published_closes_nothing(home, small_city, figure):
    close_by(small_city, figure)
    for message in refused(home):
        assert figure in message and "2024-09-01" in message and "加入率を示す" in message
    assert not list(home.home.editions.glob("*.duckdb"))


def test_an_indicator_without_a_value_shown_closes_nothing(home, small_city):
    values = small_city.frames["indicator_values"]
    small_city.frames["indicator_values"] = values[values["indicator"] != "fee"]
    close_by(small_city, "fee")
    assert all("fee" in message for message in refused(home))


def test_an_evidence_number_given_out_here_closes_an_answer(home, small_city):
    number = evidence(home.home).number("survey_wave", {"wave": "2025", "measure": "response_rate"})
    close_by(small_city, number)
    publish(home)
    store = Store(home.home.editions)
    rows = ask(store.open_edition(store.current_number()), "answers_given").rows()
    (closed,) = [row for row in rows if row["figure"] == number]
    assert (closed["figure_ja"], closed["value"], closed["is_open"]) == (number, None, False)
