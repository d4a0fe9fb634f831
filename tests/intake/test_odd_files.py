"""Whatever file comes: a report, never a traceback, never a changed home, never much memory."""

import resource
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from odd_files import odd_file
from small_city import City, tree
from small_places import PLACES

from dashboard import intake
from dashboard.i18n import LANGUAGES

FEW, MANY, TOGETHER = 300, 2000, 8
MEMORY = 1_200_000  # kilobytes that the whole run may take


def batches(numbers: range) -> Iterator[list[tuple]]:
    """(number, kind, file name, bytes) of files handed in together, each of another table."""
    batch: list[tuple] = []
    for number in numbers:
        made = (number, *odd_file(number))
        stems = {Path(it[2]).name.split(".")[0] for it in batch}
        if len(batch) == TOGETHER or made[2].split(".")[0] in stems:
            yield batch
            batch = []
        batch.append(made)
    yield batch


def stands(problem: intake.Problem) -> bool:
    """Whether a file was taken as far as this tells; a survey waits where another file of its batch is refused."""
    return problem.severity != "error" and problem.rule != "not_yet_checked"


def hand_in(numbers: range) -> dict[str, int]:
    """Hand in every file to one city; how many were taken, by kind."""
    taken: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        city = City(Path(folder))
        for name, rows in PLACES.items():
            city.put(name, rows)
        assert intake.load([city.files], city.settings).ok
        odd = Path(folder) / "odd"
        odd.mkdir()
        before = tree(city.settings.home.folder)
        outside = set(Path(folder).iterdir())
        for batch in batches(numbers):
            paths = {name: odd / name for _, _, name, _ in batch}
            for _, _, name, data in batch:
                paths[name].write_bytes(data)
            report = intake.check(paths.values(), city.settings)
            for number, kind, name, _ in batch:
                problems = [it for it in report.problems if it.file == name]
                assert all(it.message(lang) and it.remedy(lang) for it in problems for lang in LANGUAGES), number
                taken[kind] = taken.get(kind, 0) + all(map(stands, problems))
                paths[name].unlink()
        assert tree(city.settings.home.folder) == before
        assert set(Path(folder).iterdir()) == outside and not Path("/tmp/escape.shp").exists()
    return taken


def test_three_hundred_odd_files_end_in_a_report():
    taken = hand_in(range(FEW))
    assert taken["text_file"] > 0 and taken["tricks"] == taken["noise"] == 0


@pytest.mark.slow
def test_two_thousand_odd_files_end_in_a_report_and_take_little_memory():
    hand_in(range(FEW, FEW + MANY))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < MEMORY
