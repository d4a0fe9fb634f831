"""The demo city's survey files: the shipped bytes, sums that agree, and the traps a real city sets."""

import csv
import io
import re
import tomllib
import zipfile

import pytest

from dashboard.demo import write_demo
from dashboard.settings import DATA

SHIPPED = DATA / "demo"
NOT_HELD, AGGREGATE = "2020", "2016"


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    write_demo(folder)
    return folder


def rows(name, encoding="utf-8-sig"):
    return list(csv.DictReader(io.StringIO((SHIPPED / name).read_bytes().decode(encoding), newline="")))


def unpacked(path):
    """What a workbook holds; another zlib may pack the same members into other bytes."""
    with zipfile.ZipFile(path) as archive:
        return [(member.filename, member.date_time, archive.read(member)) for member in archive.infolist()]


def test_the_shipped_files_are_what_the_generator_writes(written):
    names = sorted(path.name for path in written.iterdir())
    assert len(names) == 48 and {"truth.toml", "responses_2018.xlsx", "boundaries.geojson"} <= set(names)
    for name in names:
        read = unpacked if name.endswith(".xlsx") else lambda path: path.read_bytes()
        assert read(written / name) == read(SHIPPED / name), name
    assert sum((SHIPPED / name).stat().st_size for name in names) < 12_000_000


def test_margins_agree_in_every_wave():
    staff = {(r["wave"], r["dimension"], r["member"]): int(r["staff"]) for r in rows("headcounts.csv")}
    units = rows("units.csv")
    waves = {wave for wave, _, _ in staff}
    assert len(waves) == 9 and NOT_HELD not in waves
    for wave in waves:
        for view in ("ward", "bureau", "department", "grade", "age", "dispatched"):
            total = sum(count for (w, v, _), count in staff.items() if (w, v) == (wave, view))
            assert total == staff[wave, "city", "all"], (wave, view)
        day = f"{wave}-06-01"
        valid = [u for u in units if u["valid_from"] <= day <= (u["valid_to"] or day)]
        bureaus = [unit["unit"] for unit in valid if unit["level"] == "局"]
        assert len(bureaus) == (18 if wave >= "2024" else 17)
        for bureau in bureaus:
            below = [unit["unit"] for unit in valid if unit["parent"] == bureau]
            assert sum(staff[wave, "department", unit] for unit in below) == staff[wave, "bureau", bureau], (
                wave,
                bureau,
            )
    assert staff["2025", "city", "all"] == 7500
    assert len({member for (_, view, member), count in staff.items() if view == "department" and count < 15}) >= 6


def test_the_traps_are_set():
    exported = (SHIPPED / "responses_2023.csv").read_bytes()
    assert b"\r\n" in exported
    for other in ("utf-8", "euc_jp"):
        with pytest.raises(UnicodeDecodeError):
            exported.decode(other)
    labelled = rows("responses_2023.csv", "cp932")
    scale = {row["label_ja"] for row in rows("scales.csv")}
    a1 = [row["職場には、意見を言いやすい雰囲気がある。"] for row in labelled]
    assert set(a1[:1500]) - {""} <= scale and set(a1[1500:]) <= set("012345") | {""}
    book = {name: data for name, _, data in unpacked(SHIPPED / "responses_2018.xlsx")}
    sheet = book["xl/worksheets/sheet1.xml"].decode()
    assert 'ref="A1:E1"' in sheet and 'ref="A3:A4"' in sheet
    named = [row["所属"] for row in rows("responses_2021.csv")]
    assert "中央区役所\u3000総務企画課" in named and not any(re.fullmatch(r"D\d+", name) for name in named)
    for wave, unit in (("2017", "unit"), ("2025", "所属")):
        blank = [row for row in rows(f"responses_{wave}.csv") if row[unit] == ""]
        wards = [row["ward" if wave == "2017" else "区"] for row in blank]
        # fewer than about twenty would make their answers a remainder small enough to withhold a ward
        assert 20 <= len(blank) <= 80 and set(wards) == {""}


def test_truth_and_waves_say_what_they_are():
    truth = tomllib.loads((SHIPPED / "truth.toml").read_text(encoding="utf-8"))
    index = {name: effect["index"] for name, effect in truth["effects"].items()}
    assert index == pytest.approx({"dispatch": 3.0, "vision": 2.0, "institute": 1.0}, abs=0.1)
    waves = {row["wave"]: row for row in rows("waves.csv")}
    assert all(row["source"].startswith("架空のデモデータ") for row in waves.values())
    assert waves[NOT_HELD]["opened_on"] == waves[NOT_HELD]["closed_on"] == ""
    assert {row["wave"] for row in rows("survey_results.csv")} == {AGGREGATE}
    shown = [row["kind"] for row in rows("events.csv") if row["default_on"] == "1"]
    assert len(shown) == 4 and "election" not in shown
    first = (SHIPPED / "README.md").read_text(encoding="utf-8").splitlines()[0]
    assert "架空のデモデータ" in first and "no number describes a real office or place" in first
