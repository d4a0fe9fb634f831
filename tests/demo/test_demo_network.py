"""The demo city's internal network, actions and past answers: they begin as the truth says and name nobody."""

import collections
import csv
import io
import re
import tomllib

import pytest

from dashboard.settings import DATA

SHIPPED = DATA / "demo"
TODAY = "2026-03-31"
PARTIES = {"行政", "住民", "企業", "商業"}
DISASTER = re.compile("地震|震災|豪雨|大雨|水害|台風|災害|避難")


def read(name):
    return list(csv.DictReader(io.StringIO((SHIPPED / f"{name}.csv").read_bytes().decode("utf-8-sig"), newline="")))


def fiscal_year(day):
    return int(day[:4]) - (day[5:7] < "04")


@pytest.fixture(scope="module")
def posts():
    return {row["post"]: row for row in read("vision_posts")}


def test_each_bureau_is_on_the_network_from_the_year_the_truth_tells(posts):
    starts = tomllib.loads((SHIPPED / "truth.toml").read_text(encoding="utf-8"))["adoption"]["vision"]
    seen = collections.defaultdict(set)
    for row in read("vision_reach"):
        seen[row["bureau"]].add(fiscal_year(posts[row["post"]]["posted_on"]))
    assert seen.keys() == starts.keys()
    # こども若者局 is a bureau of its own since 2024 only; before, its people were 福祉保健局
    assert {bureau: min(years) for bureau, years in seen.items()} == {**starts, "D06": 2024}
    assert all(max(years) == 2025 for years in seen.values())


def test_about_118_posts_a_year_by_roles_and_on_working_days(posts):
    import datetime

    by_year = collections.Counter(fiscal_year(row["posted_on"]) for row in posts.values())
    assert sorted(by_year) == list(range(2019, 2026)) and all(112 <= count <= 124 for count in by_year.values())
    assert {row["poster_role"] for row in posts.values()} == {"市長", "局長", "部長", "課長", "職員"}
    days = [row["posted_on"] for row in posts.values()]
    assert max(days) <= TODAY and all(datetime.date.fromisoformat(day).weekday() < 5 for day in days)


def test_themes_are_the_ones_agreed_and_no_disaster_is_among_them(posts):
    themes = {row["theme"] for row in posts.values()}
    assert {"めざすまちの姿", "夏の渇水に備える", "祭りの担い手"} <= themes
    told = [*themes, *(row["title_ja"] for row in posts.values())]
    told += [row["text_ja"] for name in ("actions", "answers_given") for row in read(name)]
    assert not [words for words in told if DISASTER.search(words)]
    taking_part = {row["post"]: set(filter(None, row["parties"].split(";"))) for row in posts.values()}
    assert all(parties <= PARTIES for parties in taking_part.values())
    for theme in ("夏の渇水に備える", "祭りの担い手"):
        assert any(taking_part[code] == PARTIES for code, row in posts.items() if row["theme"] == theme)


def test_reach_stays_within_the_staff_and_some_of_it_is_too_small_to_tell(posts):
    staff = {(r["wave"], r["member"]): int(r["staff"]) for r in read("headcounts") if r["dimension"] == "bureau"}
    reach = read("vision_reach")
    for row in reach:
        year = fiscal_year(posts[row["post"]]["posted_on"])
        asked = staff.get((str(year), row["bureau"])) or staff["2019", row["bureau"]]
        assert int(row["reactions"]) <= int(row["reached"]) <= 1.05 * asked
    small = [row for row in reach if 0 < int(row["reached"]) < 10]
    assert 0.01 < len(small) / len(reach) < 0.1


def test_replies_are_those_each_bureau_sent(posts):
    sent = collections.Counter()
    reach = read("vision_reach")
    there = {(row["post"], row["bureau"]) for row in reach}
    for row in read("vision_replies"):
        assert {(row["post"], row["from_bureau"]), (row["post"], row["to_bureau"])} <= there
        sent[row["post"], row["from_bureau"]] += int(row["replies"])
    assert sent == collections.Counter(
        {(r["post"], r["bureau"]): int(r["replies"]) for r in reach if r["replies"] != "0"}
    )
    assert 35 < sum(sent.values()) / len(posts) < 100


def test_answers_are_open_overdue_and_closed_by_a_figure():
    answers = read("answers_given")
    units = {row["unit"] for row in read("units")}
    open_ = [row for row in answers if row["state"] in ("受付", "対応中")]
    overdue = [row for row in open_ if row["due"] and row["due"] < TODAY]
    done = [row for row in answers if row["state"] == "対応済"]
    assert (len(answers), len(open_), len(overdue), len(done)) == (15, 7, 2, 6)
    assert all(row["figure"] for row in done) and max(row["made_on"] for row in answers) <= TODAY
    assert {row["owner_unit"] for row in answers} <= units
    assert {row["made_to"] for row in answers} == {"議会", "市長"}


def test_actions_follow_three_surveys_with_roles_in_charge():
    actions = read("actions")
    assert collections.Counter(row["wave"] for row in actions) == {"2023": 36, "2024": 36, "2025": 36}
    assert {row["owner"] for row in actions} == {"課長", "係長", "主任"}
    assert any(row["due"] < TODAY and row["state"] == "対応中" for row in actions if row["wave"] == "2025")
