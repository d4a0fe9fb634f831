"""Two editions side by side: a difference only of two numbers that may be shown, and every file that is another one."""

from types import SimpleNamespace

import pytest

from dashboard.edition.headlines import ChangedFile, Side, changed_files, headlines

TREND = {
    "motivation": [("2024", 60.0, "表示"), ("2025", 61.5, "表示")],
    "response_rate": [("2025", 0.0, "表示")],
    "gap_vision": [("2025", None, "秘匿")],
}


def side(wave, trend, associations, files):
    def ask(name, **given):
        rows = {
            "survey_trend": [
                {"wave": of, "value": value, "status": status}
                for of, value, status in trend.get(given.get("measure"), [])
            ],
            "associations": [{}] * associations,
            "project_list": [],
            "sources": [dict(zip(("table_name", "wave", "sha256", "row_count"), row, strict=True)) for row in files],
        }[name]
        return SimpleNamespace(rows=lambda: rows)

    measures = {code: SimpleNamespace(code=code) for code in trend}
    return Side(ask, SimpleNamespace(held=[wave] if wave else [], measures=measures))


def test_each_edition_speaks_of_its_own_latest_survey():
    after = {**TREND, "motivation": [*TREND["motivation"], ("2026", 62.0, "表示")]}
    found = {it.code: it for it in headlines(side("2025", TREND, 913, []), side("2026", after, 911, []))}
    assert found["motivation"].difference == pytest.approx(0.5)
    assert found["associations"].difference == -2 and "project_list" not in found
    assert found["response_rate"].after is None and found["response_rate"].difference is None


def test_zero_is_a_number_and_what_is_withheld_is_none():
    rose = {**TREND, "response_rate": [("2025", 70.0, "表示")], "gap_vision": [("2025", 52.0, "表示")]}
    found = {it.code: it for it in headlines(side("2025", TREND, 0, []), side("2025", rose, 0, []))}
    assert found["response_rate"].difference == 70.0
    assert found["gap_vision"].difference is None and found["gap_vision"].before["status"] == "秘匿"


def test_files_are_compared_by_what_is_in_them():
    old = [("events", None, "a", 25), ("responses", "2025", "b", 900), ("costs", None, "c", 3)]
    new = [("events", None, "A", 26), ("responses", "2025", "b", 900), ("responses", "2026", "d", 800)]
    found = changed_files(side(None, {}, 0, old), side(None, {}, 0, new))
    assert found == [
        ChangedFile("costs", None, 3, None),
        ChangedFile("events", None, 25, 26),
        ChangedFile("responses", "2026", None, 800),
    ]


def test_an_edition_is_the_same_as_itself(demo_edition):
    from dashboard.edition.ask import ask
    from dashboard.edition.catalogue import catalogue

    one = Side(lambda name, **given: ask(demo_edition, name, **given), catalogue(demo_edition))
    found = headlines(one, one)
    assert [it.code for it in found][:2] == ["motivation", "response_rate"] and len(found) == 7
    assert all(it.difference == 0 for it in found) and changed_files(one, one) == []
