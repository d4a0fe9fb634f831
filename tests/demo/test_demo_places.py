"""The demo city's place files: the counts agreed on, names with readings, links that hold, traps a real city sets."""

import collections
import csv
import datetime
import io
import re

import pytest
import shapely
from shapely.geometry import shape

from dashboard.settings import DATA

SHIPPED = DATA / "demo"
TODAY = "2026-03-31"


def read(name):
    return list(csv.DictReader(io.StringIO((SHIPPED / f"{name}.csv").read_bytes().decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def associations():
    return read("associations")


@pytest.fixture(scope="module")
def there(associations):
    """Those that still exist."""
    return [row for row in associations if not row["valid_to"]]


def test_913_associations_in_96_districts(there):
    by_ward = collections.Counter(row["ward"] for row in there)
    assert [by_ward[ward] for ward in sorted(by_ward)] == [184, 172, 170, 190, 197] and len(there) == 913
    by_district = collections.Counter(row["district"] for row in there)
    assert len(by_district) == len(read("districts")) == 96
    assert min(by_district.values()) >= 4 and max(by_district.values()) <= 18


def test_associations_come_and_go_as_the_years_say(associations):
    def alive(day):
        return sum((row["valid_from"] or "0") <= day <= (row["valid_to"] or "9") for row in associations)

    assert (alive("2016-04-01"), alive("2020-04-01"), alive("2024-04-01")) == (914, 915, 913)
    codes = {row["association"] for row in associations}
    ended = [row for row in associations if row["valid_to"]]
    assert len(ended) == 9 and sum(row["succeeded_by"] != "" for row in ended) == 6
    assert all(row["succeeded_by"] in codes for row in ended if row["succeeded_by"])


def test_every_place_lies_in_its_ward(there):
    import json

    outlines = json.loads((DATA / "map" / "wards.geojson").read_text(encoding="utf-8"))
    wards = {one["properties"]["code"]: shape(one["geometry"]).buffer(0.002) for one in outlines["features"]}
    outside = [
        r["association"]
        for r in there
        if not wards[r["ward"]].contains(shapely.Point(float(r["lon"]), float(r["lat"])))
    ]
    assert outside == []


def test_every_name_has_a_reading_and_names_repeat_across_wards(there):
    assert all(re.fullmatch(r"[ぁ-んァ-ヴー0-9]+", row["name_kana"]) for row in there)
    names = collections.Counter(row["name_ja"] for row in there)
    assert names["上鶴自治会"] >= 2 and any("髙" in name for name in names)
    keys = {(row["ward"], row["district"], row["name_ja"]) for row in there}
    assert len(keys) == len(there)


def test_some_hand_in_no_member_count_and_some_are_late(there):
    values = [row for row in read("indicator_values") if row["area_kind"] == "association"]
    last = {row["area"]: row for row in values if row["fiscal_year"] == "2025"}
    silent = [row for row in last.values() if row["member_households"] == ""]
    assert 0.03 < len(silent) / len(there) < 0.09
    late = {row["association"] for row in there} - last.keys()
    assert 0.1 < len(late) / len(there) < 0.2
    assert any(row["drills"] == "0" for row in last.values()) and any(row["drills"] == "欠測" for row in values)
    assert all(int(r["member_households"] or 0) <= int(r["households"]) for r in values)


def test_the_membership_of_the_city_falls_as_agreed():
    rate = {}
    for year in range(2016, 2026):
        wards = [r for r in read("indicator_values") if r["area_kind"] == "ward" and r["fiscal_year"] == str(year)]
        assert len(wards) == 5
        rate[year] = sum(int(r["member_households"]) for r in wards) / sum(int(r["households"]) for r in wards)
    assert 0.82 < rate[2025] < 0.84
    assert 0.005 < (rate[2016] - rate[2025]) / 9 < 0.009, "about 0.7 points a year"


def test_studies_come_out_as_agreed():
    projects = {row["project"]: row for row in read("projects")}
    stages = collections.defaultdict(list)
    for row in read("project_stages"):
        stages[row["project"]].append(row["stage"])
    own = {code: stages[code] for code, row in projects.items() if row["basic_study"] == "0"}
    completed = {code: passed for code, passed in own.items() if "提言" in passed}
    adopted = [code for code, passed in completed.items() if "施策化" in passed]
    ended = [code for code, passed in completed.items() if "施策化に至らず" in passed]
    assert (len(projects), len(own), len(completed), len(adopted), len(ended)) == (70, 62, 46, 17, 18)
    reasons = [row["reason"] for row in read("project_stages") if row["stage"] == "施策化に至らず"]
    assert len(reasons) == 18 and all(reasons)


def test_links_between_tables_hold(there):
    issues, projects = {r["issue"]: r for r in read("issues")}, {r["project"]: r for r in read("projects")}
    assert all(row["project"] in ("", *projects) for row in issues.values())
    assert all(issues[row["issue"]]["project"] == code for code, row in projects.items() if row["issue"])
    dispatches = {row["dispatch"]: row for row in read("dispatches")}
    for row in read("activities"):
        period = dispatches[row["dispatch"]]
        assert period["starts_on"] <= row["held_on"] <= (period["ends_on"] or TODAY), row
    units = {row["unit"] for row in read("units")}
    assert all(row["unit"] in units for row in dispatches.values())
    days = [row["held_on"] for row in read("activities")] + [row["raised_on"] for row in issues.values()]
    assert max(days) <= TODAY and all(datetime.date.fromisoformat(day) for day in days)


def test_nobody_is_named():
    heads = {
        cell
        for path in SHIPPED.glob("*.csv")
        for cell in path.read_bytes().decode("utf-8-sig", "ignore").splitlines()[0].split(",")
    }
    assert not {head for head in heads if re.search("氏名|会長|電話|住所|mail", head)}
    assert all(re.fullmatch(r"[SK]\d+", row["officer"]) for row in read("dispatches"))
