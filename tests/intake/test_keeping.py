"""What is kept: all or nothing, never changed, never mixed with the demo, and safe from a crash."""

import hashlib
import json
import multiprocessing
import os
import stat

import pytest
from small_city import TABLES, export, tree

from dashboard import intake
from dashboard.intake import keep

RENAMED = [["市民課" if cell == "区民課" else cell for cell in cells] for cells in TABLES["units.csv"]]


def manifest(city) -> dict:
    return json.loads((city.settings.home.sources / "manifest.json").read_text("utf-8"))


def errors(report: intake.Report) -> list[str]:
    return [it.rule for it in report.problems if it.severity == "error"]


def test_originals_are_copied_by_hash_and_read_only(city):
    assert intake.load([city.files], city.settings, reason="定例").ok
    originals = city.settings.home.sources / "originals"
    for path in originals.iterdir():
        assert path.name.split(".")[0] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert stat.S_IMODE(path.stat().st_mode) == 0o444
    given = {hashlib.sha256(path.read_bytes()).hexdigest() for path in city.files.iterdir()}
    assert given == {path.name.split(".")[0] for path in originals.iterdir()}
    assert {entry["reason"] for entry in manifest(city)["history"]} == {"定例"}


def test_the_same_bytes_again_change_nothing(city):
    intake.load([city.files], city.settings)
    before = tree(city.settings.home.folder)
    report = intake.load([city.files], city.settings)
    assert report.ok and {it.rule for it in report.problems} == {"already_kept"}
    assert tree(city.settings.home.folder) == before


def test_a_newer_file_takes_the_place_and_the_older_stays(city):
    intake.load([city.files], city.settings)
    old = manifest(city)["current"]["responses/2025"]["sha256"]
    city.put("responses_2025.csv", export()[:20])
    report = intake.load([city.files / "responses_2025.csv"], city.settings)
    (told,) = [it for it in report.problems if it.rule == "replaces"]
    assert report.ok and told.severity == "warning" and "30" in told.message("ja") and "19" in told.message("en")
    assert len(intake.kept_tables(city.settings).responses["2025"]) == 19
    assert (city.settings.home.sources / "originals" / f"{old}.csv").exists()
    assert [it["table"] for it in manifest(city)["history"]].count("responses") == 2


def test_tables_may_come_one_by_one_and_are_checked_when_the_others_come(city):
    for name in ("headcounts.csv", "units.csv", "scales.csv", "waves.csv"):
        report = intake.load([city.files / name], city.settings)
        assert report.ok, name
    assert not intake.load([city.files / "responses_2025.csv"], city.settings).ok  # no codebook yet
    city.change("questions.csv", 2, "scale", "agree9")
    assert not intake.load([city.files / "questions.csv"], city.settings).ok
    city.put("questions.csv", TABLES["questions.csv"])
    assert intake.load([city.files / "questions.csv", city.files / "responses_2025.csv"], city.settings).ok
    kept = intake.kept_tables(city.settings)
    assert kept.frames["events"].empty and len(kept.frames["units"]) == 6 and len(kept.responses["2025"]) == 30


def test_a_new_table_that_contradicts_kept_ones_is_refused_and_names_them(city):
    intake.load([city.files], city.settings)
    before = tree(city.settings.home.folder)
    city.put("units.csv", RENAMED)
    report = intake.load([city.files / "units.csv"], city.settings)
    problems = [it for it in report.problems if it.severity == "error"]
    assert problems and {it.file for it in problems} == {"responses_2025.csv"}
    assert problems[0].rule == "unknown_unit" and problems[0].row == 5
    assert tree(city.settings.home.folder) == before


def test_demo_and_real_never_mix(city):
    real = TABLES["waves.csv"]
    demo = [real[0], *([*row[:6], "架空のデモデータ（試験用）", row[7]] for row in real[1:])]
    intake.load([city.files], city.settings)
    assert not intake.kept_tables(city.settings).sources["demo"].any()
    path = city.put("waves.csv", demo)
    assert [it.rule for it in intake.load([path], city.settings).problems if it.severity == "error"] == [
        "demo_into_real"
    ]
    city.settings.home.sources.rename(city.settings.home.folder / "old")
    assert intake.load([city.files], city.settings).ok
    assert intake.kept_tables(city.settings).sources["demo"].all()
    city.put("waves.csv", real)
    assert [it.rule for it in intake.load([path], city.settings).problems if it.severity == "error"] == [
        "real_into_demo"
    ]
    city.put("waves.csv", [demo[0], demo[1], *real[2:]])
    report = intake.check([path], city.settings)
    assert ("demo_mixed_rows", 3) in [(it.rule, it.row) for it in report.problems]


def test_a_changed_original_is_noticed(city):
    intake.load([city.files], city.settings)
    path = next((city.settings.home.sources / "originals").iterdir())
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(intake.SourcesError) as damaged:
        intake.kept_tables(city.settings)
    assert path.name[:20] in damaged.value.message("ja") and damaged.value.problems[0].remedy("en")
    (city.settings.home.sources / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(intake.SourcesError):
        intake.check([city.files], city.settings)


@pytest.mark.parametrize("fails_at", range(1, 10))
def test_a_full_disk_at_any_write_changes_nothing(city, monkeypatch, fails_at):
    intake.load([city.files / "waves.csv"], city.settings)
    before = tree(city.settings.home.sources)
    writes = []

    def full(descriptor):
        writes.append(descriptor)
        if len(writes) == fails_at:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        intake.load([city.files], city.settings)
    after = tree(city.settings.home.sources)
    assert {name: it[2] for name, it in after.items()} == {name: it[2] for name, it in before.items()}
    monkeypatch.undo()
    assert intake.load([city.files], city.settings).ok and intake.kept_tables(city.settings).responses


def load_one(path, settings):
    intake.load([path], settings)


def test_loads_at_the_same_time_lose_nothing(city):
    names = ["waves.csv", "scales.csv", "units.csv", "events.csv"]
    start = multiprocessing.get_context("spawn")
    workers = [start.Process(target=load_one, args=(city.files / name, city.settings)) for name in names]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert set(manifest(city)["current"]) == {"waves", "scales", "units", "events"}
    assert len(manifest(city)["history"]) == 4


def test_a_load_that_finds_the_record_changed_looks_again(city, monkeypatch):
    """Between check and lock another load brings units that the responses do not know."""
    tables = [city.files / name for name in TABLES]
    intake.load(tables, city.settings)
    enter = keep.locked

    def after_another_load(sources):
        monkeypatch.setattr(keep, "locked", enter)
        city.put("units.csv", RENAMED)
        assert intake.load([city.files / "units.csv"], city.settings).ok
        return enter(sources)

    monkeypatch.setattr(keep, "locked", after_another_load)
    report = intake.load([city.files / "responses_2025.csv"], city.settings)
    assert not report.ok and "responses/2025" not in manifest(city)["current"]
