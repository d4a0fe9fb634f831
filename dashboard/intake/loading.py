"""check, load and kept_tables: what the rest of the program asks of the intake."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import pandas as pd

from dashboard.i18n import LANGUAGES
from dashboard.intake import contract, keep, rejects, visited
from dashboard.intake.check import empty
from dashboard.intake.dissolve import derived
from dashboard.intake.gather import gather
from dashboard.intake.plans import keep_plans
from dashboard.intake.read import suffix_of
from dashboard.intake.report import Problem, Report
from dashboard.intake.road import Journey, Progress, key_of, known_areas, travel
from dashboard.intake.tables import Source
from dashboard.settings import Settings

PACKED = b"\x1f\x8b"  # how a gzip file begins
Paths = Iterable[str | Path]


@dataclass(frozen=True)
class KeptTables:
    """Everything the home keeps, checked and in canonical form.

    frames: every table but the responses and outlines; one not handed in has no rows. responses: wave -> one row a
    respondent (respondent 1.., unit, ward, grade, age, dispatched, items; codes as str or None). boundaries: layer,
    code, name, name_en, geometry in EPSG:4326. origins: where each layer
    of them comes from and how exact it is (boundaries.Outlines). sources: table_name, wave, file_name, sha256,
    row_count, demo.
    """

    frames: dict[str, pd.DataFrame]
    responses: dict[str, pd.DataFrame]
    boundaries: gpd.GeoDataFrame | None
    sources: pd.DataFrame
    origins: pd.DataFrame = field(default_factory=pd.DataFrame)


def check(paths: Paths, settings: Settings, table: str | None = None, wave: str | None = None,
          progress: Progress | None = None, corrections: Path | None = None,
          choices: Iterable[str] = ()) -> Report:  # fmt: skip
    """What loading `paths` would find. Nothing is written. table, wave, choices: as gather() takes them."""
    return examined(paths, settings, (table, wave, choices), progress or silent, corrections)[0].report


def refused_rows(paths: Paths, settings: Settings, table: str | None = None, wave: str | None = None,
                 progress: Progress | None = None, choices: Iterable[str] = (), languages: Sequence[str] = LANGUAGES
                 ) -> tuple[Report, bytes | None, int]:  # fmt: skip
    """(what loading would find, refused rows as a workbook or None, how many). languages: of the reasons."""
    journey = examined(paths, settings, (table, wave, choices), progress or silent, raws={})[0]
    return journey.report, *rejects.workbook(journey, languages)


def load(paths: Paths, settings: Settings, table: str | None = None, wave: str | None = None,
         reason: str | None = None, progress: Progress | None = None,
         corrections: Path | None = None, choices: Iterable[str] = ()) -> Report:  # fmt: skip
    """Check `paths` and keep them: all of them, or, where anything stands against it, none (Report.ok is False).

    corrections: a workbook of refused rows, corrected, that take their places.
    """
    progress = progress or silent
    paths, told = list(paths), (table, wave, list(choices))
    journey, seen = examined(paths, settings, told, progress, corrections)
    if journey.report.ok:
        keep_plans(paths, settings.home.plans)
    if not journey.report.ok or not news(journey, seen):
        return journey.report
    sources = settings.home.sources
    with keep.locked(sources):
        if keep.manifest(sources) != seen:  # another load ended meanwhile
            journey, seen = examined(paths, settings, told, progress, corrections)
        if journey.report.ok:
            progress("intake.stage.keep", 0.0)
            keep.commit(sources, additions(journey, seen, reason))
            progress("intake.stage.keep", 1.0)
    return journey.report


def kept_tables(settings: Settings, progress: Progress | None = None) -> KeptTables:
    """Every kept table, read again from its original. Raises keep.SourcesError if one is damaged or refused."""
    manifest = keep.manifest(settings.home.sources)
    plan = {key: keep.original(settings.home.sources, entry) for key, entry in manifest["current"].items()}
    journey = travel(Journey(settings, plan, progress or silent, every_wave=True))
    if not journey.report.ok:
        raise keep.SourcesError([it for it in journey.report.problems if it.severity == "error"])
    small = [it for it in contract.tables().values() if it.name != "responses" and it.layer is None]
    frames = {it.name: journey.city.frames.get(it.name, empty(it)).reset_index(drop=True) for it in small}
    drawn, origins = outlined(journey)
    return KeptTables(frames, journey.responses, drawn, sources_of(manifest), origins)


def outlined(journey: Journey) -> tuple[gpd.GeoDataFrame | None, pd.DataFrame]:
    """(every layer of outlines handed in or made of towns or points, where each comes from)."""
    found = {**journey.outlines, **derived(journey.outlines, journey.city.frames, known_areas(journey))}
    if not found:
        return None, pd.DataFrame()
    layers = [it.frame.drop(columns="ward") for it in found.values()]
    return pd.concat(layers), pd.DataFrame([it.origin for it in found.values()])


def silent(stage: str, share: float) -> None:
    """Progress nobody watches."""


def examined(paths: Paths, settings: Settings, told: tuple, progress: Progress, corrections=None, raws=None
             ) -> tuple[Journey, dict]:  # fmt: skip
    """The files of `paths` checked together with what is kept; and the manifest as it was seen.

    told: table, wave and choices, as gather() takes them.
    """
    seen = keep.manifest(settings.home.sources)
    report = Report()
    given: dict[str, Source] = {}
    sources = visited.among_kept(gather(paths, report, *told), settings, report)
    for source in sources if corrections is None else rejects.corrected(sources, Path(corrections), report):
        if key_of(source) in given:
            other = given[key_of(source)].file
            report.problems.append(Problem("error", "doubled_table", source.file, values={"other": other}))
        given.setdefault(key_of(source), source)
    kept = {key: entry for key, entry in seen["current"].items() if key not in given}
    plan = {key: keep.original(settings.home.sources, entry) for key, entry in kept.items()} | given
    journey = travel(Journey(settings, plan, progress, report, raws=raws))
    check_demo(journey, seen)
    tell_changes(journey, seen)
    return journey, seen


def is_demo(journey: Journey) -> bool:
    """True if the waves say that the city is the fictional one."""
    waves = journey.city.frames.get("waves")
    return waves is not None and bool(demo_rows(waves).any())


def demo_rows(waves: pd.DataFrame) -> pd.Series:
    mark = contract.document()["demo_mark"]
    return waves["source"].map(lambda source: source is not None and source.startswith(mark)).astype(bool)


def check_demo(journey: Journey, seen: dict) -> None:
    """Demo and real never meet: neither within the file of waves nor in one home."""
    source = journey.plan.get("waves")
    waves = journey.city.frames.get("waves")
    if source is None or source.kept or waves is None or waves.empty:
        return
    demo = demo_rows(waves)
    if demo.any() and not demo.all():
        problem = Problem("error", "demo_mixed_rows", source.file, int(demo.index[~demo][0]), "source")
        journey.report.problems.append(problem)
    before = seen["current"].get("waves")
    if before is not None and before.demo != bool(demo.any()):
        rule = "real_into_demo" if before.demo else "demo_into_real"
        journey.report.problems.append(Problem("error", rule, source.file, column="source"))


def tell_changes(journey: Journey, seen: dict) -> None:
    """Which files are kept already, which take the place of an older one: a warning where there are fewer rows then."""
    rows = {(it["table"], it["wave"]): it["rows"] for it in journey.report.tables}
    for key, source in journey.plan.items():
        before, now = seen["current"].get(key), rows.get((source.table, source.wave))
        if source.kept or before is None or now is None:
            continue
        if before.loaded_sha256 == source.sha256:
            journey.report.problems.append(Problem("note", "already_kept", source.file))
            continue
        severity, was = "warning" if now < before.row_count else "note", before.row_count
        values = {"other": before.file_name, "loaded_at": before.loaded_at[:10], "before": was, "now": now}
        journey.report.problems.append(Problem(severity, "replaces", source.file, values=values))


def news(journey: Journey, seen: dict) -> list[str]:
    """Keys of the files that are not kept yet, byte for byte."""
    current = seen["current"]
    return [
        key
        for key, source in journey.plan.items()
        if not source.kept and (key not in current or current[key].loaded_sha256 != source.sha256)
    ]


def additions(journey: Journey, seen: dict, reason: str | None) -> list[keep.Addition]:
    loaded_at, demo = keep.now(), is_demo(journey)
    rows = {(it["table"], it["wave"]): it["rows"] for it in journey.report.tables}
    found = []
    for key in news(journey, seen):
        source, data = journey.plan[key], journey.kept_bytes[key]
        own = suffix_of(source.file) or Path(source.file).suffix.lower()
        own = ".zip" if own == ".shp" else own  # kept with what stands beside it
        suffix = own if data is source.data else ".csv.gz" if data.startswith(PACKED) else ".csv"
        kept = Source(source.file, data, source.table, source.wave)
        entry = keep.Entry(source.table, source.wave, source.file, kept.sha256, source.sha256, suffix,
                           rows[source.table, source.wave], demo, loaded_at, reason,
                           journey.read_as.get(source.wave))  # fmt: skip
        found.append(keep.Addition(entry, data))
    return found


def sources_of(manifest: dict) -> pd.DataFrame:
    """The kept files as a table; `demo` is the home's, so a file loaded before the waves has it too."""
    entries = manifest["current"].values()
    demo = any(entry.demo for entry in entries)
    rows = [(it.table, it.wave or "", it.file_name, it.sha256, it.row_count, demo) for it in entries]
    return pd.DataFrame(rows, columns=["table_name", "wave", "file_name", "sha256", "row_count", "demo"])
