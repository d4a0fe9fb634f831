"""Paths -> the files of tables among them, and the names of the rest."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dashboard.intake import contract, read, shapes, values, visited
from dashboard.intake.plans import is_plan
from dashboard.intake.report import Problem, Report
from dashboard.intake.tables import Source

LOCKS = ("~$", ".~lock.")  # how the names of files begin that an office program makes while a table is open
Choice = tuple[str | None, str | None]  # table, wave


def gather(paths: Iterable[str | Path], report: Report, table: str | None = None, wave: str | None = None,
           choices: Iterable[str] = ()) -> list[Source]:  # fmt: skip
    """Every file of `paths` as a Source, read once. A folder gives its own files, not those of its folders.

    table, wave: of every file given by its own path; choices: of single ones, as 'アンケート.csv=responses/2025'.
    A file named by the caller must be a table; a file of a folder that is none is skipped and named.
    """
    of_all = checked((table, wave), report)
    chosen = {file: checked(choice, report) for file, choice in chosen_files(choices, report)}
    if not report.ok:
        return []
    sources = []
    for path in map(Path, paths):
        if path.is_dir():
            for entry in (entry for entry in sorted(path.iterdir()) if not is_plan(entry)):
                sources += opened(entry, report, None, None, named=False)
        elif path.name.startswith(LOCKS):
            report.problems.append(Problem("note", "lock_file", path.name))
        elif not is_plan(path):
            sources += opened(path, report, *chosen.get(path.name, of_all), named=True)
    if not sources and report.ok:
        report.problems.append(Problem("error", "nothing_to_load", ""))
    return sources


def chosen_files(choices: Iterable[str], report: Report) -> Iterator[tuple[str, Choice]]:
    """(file, (table, wave)) of every choice; what cannot be read is a problem."""
    for choice in choices:
        file, mark, told = choice.rpartition("=")
        table, _, wave = told.partition("/")
        if mark and file and table:
            yield file, (table, wave or None)
        else:
            report.problems.append(Problem("error", "bad_choice", "", values={"choice": choice}))


def checked(choice: Choice, report: Report) -> Choice:
    """The choice with its wave in one form; a table that is none is a problem."""
    table, wave = choice
    if table is not None and table not in contract.tables():
        known = " / ".join(contract.tables())
        report.problems.append(Problem("error", "unknown_table_name", "", value=table, values={"known": known}))
    return table, wanted_wave(wave, report)


def wanted_wave(wave: str | None, report: Report) -> str | None:
    try:
        return None if wave is None else values.wave(str(wave))
    except ValueError:
        report.problems.append(Problem("error", "bad_wave", "", value=str(wave)))
        return None


def opened(path: Path, report: Report, table: str | None, wave: str | None, named: bool) -> list[Source]:
    """The source at `path` as a list of one, or of none where it is skipped or a problem."""
    name = path.name
    found = (table, None) if table is not None else contract.recognised(name)
    lower = name.lower()
    is_table = read.suffix_of(name) != "" or lower.endswith((*contract.SPATIAL_SUFFIXES, ".shp"))
    if not named and (path.is_dir() or found is None or not is_table or name.startswith((".", "~"))):
        report.skipped.append(name + ("/" if path.is_dir() else ""))
        if is_table and not path.is_dir() and not name.startswith((".", "~")):
            report.problems.append(Problem("warning", "table_not_recognised", name))
        return []
    if not path.is_file():
        report.problems.append(Problem("error", "no_file", name))
        return []
    if found is None and (form := visited.form_of(path)) is not None:
        return [form]
    if found is None:
        report.problems.append(Problem("error", "unknown_table", name))
        return []
    per_wave = contract.tables()[found[0]].per_wave
    own = (wave or found[1] or wave_in(name)) if per_wave else None
    if per_wave and own is None:
        report.problems.append(Problem("error", "wave_needed", name))
        return []
    shapefile = lower.endswith(".shp") and contract.tables()[found[0]].layer is not None
    if not shapefile and path.stat().st_size > contract.limit("file_bytes"):
        report.problems.append(Problem("error", "too_large", name))
        return []
    return [Source(name, shapes.zipped(path) if shapefile else path.read_bytes(), found[0], own)]


def wave_in(name: str) -> str | None:
    """The fiscal year in a file name of which --table told the table."""
    found = contract.WAVE_IN_NAME.search(contract.stem(name))
    return contract.wave_of(found[0]) if found else None
