"""Questions about the network, actions and past answers, answered by hand from tests/network_city.py."""

import pytest

from dashboard.edition.ask import ask


def rows(edition, name, key, **asked):
    return {row[key]: row for row in ask(edition, name, **asked).rows()}


def test_the_median_post_counts_what_is_withheld_as_the_lowest(place_edition):
    """D01: 40 %, 60 % and a withheld one. D02: 30 % and two withheld: its median is one of them. All: 94 of 313."""
    found = rows(place_edition, "vision_reach", "bureau")
    assert {code: (row["value"], row["status"]) for code, row in found.items()} == {
        "D01": (40, "表示"), "D02": (None, "秘匿"), "D03": (None, "秘匿"),
    }  # fmt: skip
    assert (found["D01"]["previous"], found["D01"]["change"]) == (50, -10)
    assert (found["D01"]["reactions"], found["D02"]["reactions"], found["D01"]["posts"]) == (36, None, 3)
    (year,) = ask(place_edition, "vision_summary").rows()
    assert year["value"] == pytest.approx(100 * 94 / 313) and year["status"] == "表示"


def test_an_even_number_of_posts_has_the_middle_of_two(place_file, tmp_path):
    import duckdb

    from dashboard.edition.store import Edition

    path = tmp_path / "edition.duckdb"
    path.write_bytes(place_file.read_bytes())
    with duckdb.connect(str(path)) as connection:
        connection.execute("DELETE FROM vision_reach WHERE post = 'n3'")
        connection.execute("DELETE FROM vision_posts WHERE post = 'n3'")
    found = rows(Edition(path), "vision_reach", "bureau")
    assert found["D01"]["value"] == 50 and found["D02"]["status"] == "秘匿"


def test_years_are_compared_only_between_the_same_bureaus(place_edition):
    """Fiscal 2025 has D03, which was not on the network before; 2024 and 2023 had the same two."""
    now = ask(place_edition, "vision_summary", wave="2025").rows()[0]
    assert (now["previous"], now["change"], now["bureaus"]) == (30, None, 3)
    before = ask(place_edition, "vision_summary", wave="2024").rows()[0]
    assert (before["value"], before["change"]) == (30, 15)
    assert ask(place_edition, "vision_summary", wave="2022").frame.empty


def test_the_year_tells_its_parties_and_what_crossed(place_edition):
    now = ask(place_edition, "vision_summary", wave="2025r1").rows()[0]
    counted = ("posts", "themes", "outside_posts", "four_party_posts", "views", "reactions", "replies", "crossing")
    assert [now[name] for name in counted] == [3, 2, 2, 1, 340, 55, 89, 25]
    assert now["crossing_share"] == pytest.approx(100 * 25 / 89)
    themes = rows(place_edition, "vision_themes", "theme_ja")
    names = ("posts", "administration", "residents", "companies", "commerce", "outside_posts", "four_party_posts")
    assert [themes["祭り"][name] for name in names] == [2, 2, 1, 1, 2, 2, 1]
    assert list(themes) == ["祭り", "窓口"] and themes["窓口"]["status"] == "秘匿"
    assert themes["祭り"]["value"] == pytest.approx(100 * (94 + 135) / 2 / 313)


def test_the_course_of_a_bureau_has_reach_and_reactions(place_edition):
    found = {(row["fiscal_year"], row["bureau"]): row for row in ask(place_edition, "vision_trend").rows()}
    assert list(found)[:3] == [(2023, "all"), (2023, "D01"), (2023, "D02")]
    assert [found[year, "all"]["value"] for year in (2023, 2024)] == [15, 30]
    assert (found[2025, "D02"]["value"], found[2025, "D02"]["status"], found[2025, "D02"]["staff"]) == (
        None,
        "秘匿",
        150,
    )
    likes = ask(place_edition, "vision_trend", network="reactions").rows()
    now = {row["bureau"]: (row["value"], row["status"]) for row in likes if row["fiscal_year"] == 2025}
    assert (now["D01"], now["D02"]) == ((24, "表示"), (None, "秘匿"))


def test_the_exchange_is_complete_and_withholds_what_is_small(place_edition):
    found = {(row["from_bureau"], row["to_bureau"]): row for row in ask(place_edition, "vision_exchange").rows()}
    assert len(found) == 9 and found["D01", "D01"]["value"] == 42
    assert {row["status"] for pair, row in found.items() if pair != ("D01", "D01")} == {"秘匿"}


def test_answers_are_overdue_the_day_after_their_day(place_edition):
    found = rows(place_edition, "answers_given", "text_ja")
    assert {text: (row["is_open"], row["past_due"]) for text, row in found.items()} == {
        "効果を示す": (True, True), "研修を広げる": (True, False), "回答率を示す": (False, False),
        "加入率を示す": (False, False), "名簿を出す": (False, False),
    }  # fmt: skip
    assert next(iter(found)) == "効果を示す" and found["効果を示す"]["as_of"] == "2026-03-31"
    rate = found["加入率を示す"]
    assert (rate["figure_ja"], rate["figure_year"], rate["figure_unit_ja"]) == ("加入率", 2025, "%")
    assert rate["value"] == pytest.approx(100 * 277 / 353)
    assert found["回答率を示す"]["figure_year"] == 2025 and found["名簿を出す"]["value"] is None
    assert list(rows(place_edition, "answers_given", "text_ja", ward="HQ")) == ["効果を示す", "回答率を示す"]


def test_actions_are_those_after_one_survey(place_edition):
    found = rows(place_edition, "actions", "text_ja")
    assert {text: (row["is_open"], row["past_due"]) for text, row in found.items()} == {
        "朝に話す": (True, True), "見学する": (True, False), "会議を減らす": (True, False),
        "応援を決める": (False, False),
    }  # fmt: skip
    assert list(rows(place_edition, "actions", "text_ja", ward="99101")) == ["見学する"]
    assert list(rows(place_edition, "actions", "text_ja", wave="2023")) == ["面談をする"]
