"""A million respondents with forty questions in CP932 load in bounded memory; seconds beside raw DuckDB."""

import random
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest
from small_city import TABLES, csv_bytes

from dashboard.settings import ROOT

PEOPLE, ITEMS = 1_000_000, 40
LABELS = ["そう思う", "どちらかといえばそう思う", "どちらともいえない", "どちらかといえばそう思わない", "そう思わない"]
MEMORY = 4_500_000  # kilobytes: the file once, and a word for each answer
RUN = """
import resource, sys, time
from dashboard import intake
from dashboard.settings import settings
begun = time.monotonic()
report = intake.load(sys.argv[2:], settings(sys.argv[1]))
assert report.ok, [it.message("en") for it in report.problems if it.severity == "error"][:5]
print(time.monotonic() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def export(path: Path, people: int) -> None:
    """The wide export as a form service writes it, with a moment for each row."""
    rng = random.Random(1)
    blocks = [",".join(rng.choice(LABELS) for _ in range(ITEMS)) for _ in range(997)]
    with path.open("w", encoding="cp932", newline="") as file:
        file.write(
            ",".join(["タイムスタンプ", "所属", "職位", "年齢階級", *(f"設問その{n}です。" for n in range(ITEMS))])
            + "\r\n"
        )
        for number in range(people):
            place = ("U1", "北区役所　区民課", "みらい局 総務課")[number % 3]
            when = f"2025/07/{8 + number % 20:02} {number % 24}:{number % 60:02}:{number % 59:02}"
            file.write(f"{when},{place},係員級,29歳以下,{blocks[number % 997]}\r\n")


def tables(folder: Path) -> list[str]:
    scales = [row for row in TABLES["scales.csv"] if row[0] != "seven"]
    scales += [
        ["agree", str(5 - n), it, f"step {n}", str(5 - n), ("fav", "fav", "neu", "unf", "unf")[n]]
        for n, it in enumerate(LABELS)
    ]
    questions = [TABLES["questions.csv"][0]]
    questions += [
        [f"i{n}", "trait", "likert", "agree", "0", "0", f"設問その{n}です。", f"Item {n}", "", "", "", "1"]
        for n in range(ITEMS)
    ]
    made = {
        **{name: TABLES[name] for name in ("waves.csv", "units.csv")},
        "scales.csv": scales,
        "questions.csv": questions,
    }
    for name, rows in made.items():
        (folder / name).write_bytes(csv_bytes(rows))
    return [str(folder / name) for name in made]


def measure(folder: Path, people: int) -> dict[str, float]:
    """Seconds and peak kilobytes of a load in a process of its own, and seconds of raw DuckDB on the same text."""
    files = tables(folder)
    path = folder / "responses_2025.csv"
    export(path, people)
    run = subprocess.run([sys.executable, "-c", RUN, str(folder / "home"), *files, str(path)], cwd=ROOT,
                         capture_output=True, text=True, check=False)  # fmt: skip
    assert run.returncode == 0, run.stderr[-2000:]
    seconds, peak = map(float, run.stdout.split())
    other = folder / "utf8.csv"
    with path.open(encoding="cp932", newline="") as source, other.open("w", encoding="utf-8", newline="") as target:
        while piece := source.read(1 << 22):
            target.write(piece)
    begun = time.monotonic()
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE t AS FROM read_csv(?, all_varchar = true)", [str(other)])
    raw = time.monotonic() - begun
    return {"bytes": path.stat().st_size, "seconds": seconds, "peak_kb": peak, "duckdb": raw, "ratio": seconds / raw}


@pytest.mark.slow
def test_a_million_respondents_load_in_bounded_memory(tmp_path):
    found = measure(tmp_path, PEOPLE)
    print(found)
    assert found["peak_kb"] < MEMORY
