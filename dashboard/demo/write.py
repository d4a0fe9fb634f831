"""The demo city, written: every file, from the seed tables and nothing else."""

from collections.abc import Callable
from pathlib import Path

from dashboard.demo.aggregates import margins, survey_results
from dashboard.demo.answers import Wave
from dashboard.demo.exports import response_table
from dashboard.demo.files import write_rows, write_table
from dashboard.demo.follow_up import write_follow_up
from dashboard.demo.network import write_network
from dashboard.demo.organisation import UNIT_COLUMNS, Organisation
from dashboard.demo.people import answering, asked
from dashboard.demo.seed import FOLDER, Row, Seed, table
from dashboard.demo.truth import truth_toml
from dashboard.demo.workbook import write_workbook
from dashboard.demo.write_places import write_places
from dashboard.settings import DATA

Progress = Callable[[str, float], None]
WAVES = ("wave", "fiscal_year", "label_ja", "label_en", "opened_on", "closed_on", "source", "is_census")
CHANGES = ("old", "new", "wave", "kind")
HEADCOUNTS = ("wave", "dimension", "member", "staff", "as_of")
RESULTS = ("wave", "view", "member", "item", "n", "fav", "neu", "unf", "mean")


def write_demo(folder: Path, progress: Progress | None = None) -> list[Path]:
    """Write the demo city's files into `folder` (made if needed) and return their paths.

    The bytes depend on data/demo/seed and data/map only. `progress` is told a stage ("demo.codebook",
    "demo.responses", "demo.truth") and the share of all work that is done, 0..1.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tell = progress or (lambda stage, share: None)
    seed = Seed()
    organisation = Organisation(seed)
    tell("demo.codebook", 0.0)
    paths = write_codebook(folder, seed, organisation)
    waves, headcounts = [], []
    for at, form in enumerate(seed.held):
        tell("demo.responses", 0.05 + 0.75 * at / len(seed.held))
        people = asked(seed, organisation.departments(form["wave"]), form["wave"])
        headcounts += margins(seed, people, f"{form['wave']}-06-01")
        wave = Wave(seed, people.only(answering(seed, people)))
        paths.append(write_wave(folder, seed, wave, form))
        waves += [wave] if form["layout"] else []
    paths.append(write_table(folder / "headcounts.csv", HEADCOUNTS, headcounts))
    paths += write_places(folder, seed)
    paths += write_network(folder, seed, organisation)
    paths += write_follow_up(folder, seed, organisation)
    tell("demo.truth", 0.8)
    paths.append(write_text(folder / "truth.toml", truth_toml(seed, waves)))
    tell("demo.truth", 1.0)
    return sorted(paths)


def write_codebook(folder: Path, seed: Seed, organisation: Organisation) -> list[Path]:
    """Everything that needs no chance."""
    outline = DATA / "map" / "wards.geojson"
    return [
        write_table(folder / "waves.csv", WAVES, seed.calendar),
        as_it_stands(folder / "questions.csv", seed.questions),
        as_it_stands(folder / "scales.csv", seed.scales),
        as_it_stands(folder / "events.csv", table("happenings")),
        write_table(folder / "units.csv", UNIT_COLUMNS, organisation.units()),
        write_table(folder / "unit_changes.csv", CHANGES, organisation.unit_changes()),
        write_text(folder / "boundaries.geojson", outline.read_text(encoding="utf-8")),
        write_text(folder / "README.md", (FOLDER / "about.md").read_text(encoding="utf-8")),
        *write_plans(folder),
    ]


def write_plans(folder: Path) -> list[Path]:
    """The release plans of the demo city's surveys, which take hours to make, as they are shipped."""
    shipped = sorted((DATA / "demo").glob("plan_*.json"))
    return [write_text(folder / path.name, path.read_text(encoding="utf-8")) for path in shipped]


def write_wave(folder: Path, seed: Seed, wave: Wave, form: Row) -> Path:
    """The response file of a wave, or its aggregates where nothing else is left of it."""
    if not form["layout"]:
        return write_table(folder / "survey_results.csv", RESULTS, survey_results(wave.sheet(), seed))
    headers, rows = response_table(wave.sheet(), seed, form)
    path = folder / f"responses_{form['wave']}.{form['layout']}"
    if form["layout"] == "xlsx":
        attributes = len(seed.levels["attributes"]["ja"])
        return write_workbook(path, seed.levels["workbook"], attributes, headers, rows)
    return write_rows(path, headers, rows, form["encoding"])


def as_it_stands(path: Path, rows: list[Row]) -> Path:
    return write_table(path, tuple(rows[0]), rows)


def write_text(path: Path, text: str) -> Path:
    path.write_bytes(text.encode("utf-8"))
    return path
