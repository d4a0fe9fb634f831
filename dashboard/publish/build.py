"""publish: kept sources -> frames of an edition -> one file, written, gated, and moved into the store."""

import datetime
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

from dashboard.edition.evidence import evidence
from dashboard.edition.store import Edition, Store, edition_hash
from dashboard.i18n import LANGUAGES
from dashboard.intake import KeptTables, SourcesError, kept_tables
from dashboard.publish import audit, driver_rows, nonresponse
from dashboard.publish.adoption_rows import adoption_rows
from dashboard.publish.areas import area_rows
from dashboard.publish.codebook import codebook
from dashboard.publish.effects.rows import effect_rows
from dashboard.publish.effects.truths import truth, truth_rows
from dashboard.publish.follow_up import follow_up_rows, refuse_unpublished
from dashboard.publish.indicators import handed_in, indicator_rows, rates, summed
from dashboard.publish.member_rows import member_rows, names
from dashboard.publish.network import network_rows
from dashboard.publish.outlines import origin_rows, outlines, plane_origin
from dashboard.publish.place_rows import place_rows
from dashboard.publish.plan.lattice import rules
from dashboard.publish.planning import Desk, Planned, freeze
from dashboard.publish.problems import NotPublished, Problem, refuse
from dashboard.publish.sentences import findings
from dashboard.publish.small_counts import without_small_counts
from dashboard.publish.small_denominators import limit_rows
from dashboard.publish.survey import Tables, cells_of, count_survey
from dashboard.publish.units import ward_codes
from dashboard.publish.vocabulary import event_rows, measure_rows, source_rows, wave_rows
from dashboard.settings import DATA, QUERIES, Settings

REQUIRED = ("waves", "questions", "scales", "units")  # without headcounts the roster is unknown, no more
Progress = Callable[[str, float], None]


@dataclass(frozen=True)
class Published:
    """What publish made."""

    number: int
    hash: str
    path: Path


def silent(stage: str, share: float) -> None:
    """No progress wanted."""


def publish(settings: Settings, hold: bool = False, progress: Progress | None = None, threads: int = 1) -> Published:
    """Make an edition of everything kept and point to it (hold: do not point).

    progress(stage key, share 0..1). threads: DuckDB's while writing; the hash is the same for any number.
    Raises NotPublished (the old edition stays) and StoreBusy.
    """
    progress = progress or silent
    store = Store(settings.home.editions)
    try:
        with store.publish_lock():
            progress("publish.stage.read", 0.0)
            kept = read_kept(settings, progress)
            frames, planned = assembled(kept, settings, progress)
            demo = bool(kept.sources["demo"].any())
            made = store_frames(store, frames, demo, settings.release, hold, progress, threads)
            freeze(settings.home.plans, planned)
            return made
    except (OSError, duckdb.Error) as error:
        raise refuse("not_written", detail=str(error).splitlines()[0]) from error


def read_kept(settings: Settings, progress: Progress) -> KeptTables:
    """The kept tables. Raises NotPublished when they cannot be read as they lie."""
    try:
        return kept_tables(settings, progress=lambda _, share: progress("publish.stage.read", share))
    except SourcesError as error:
        raise NotPublished([error]) from error


def assemble(kept: KeptTables, settings: Settings, progress: Progress = silent) -> dict[str, pd.DataFrame]:
    """Every table of an edition by name, from the kept tables."""
    return assembled(kept, settings, progress)[0]


def assembled(
    kept: KeptTables, settings: Settings, progress: Progress
) -> tuple[dict[str, pd.DataFrame], list[Planned]]:
    """(every table of an edition by name, the plans its surveys are released by)."""
    frames = kept.frames
    missing = [name for name in REQUIRED if frames[name].empty]
    if missing:
        labels = [{lang: settings.tables[name][lang] for lang in LANGUAGES} for name in missing]
        raise NotPublished([Problem("missing_table", {"table": label}) for label in labels])
    with_results = set(frames["survey_results"]["wave"])
    if not kept.responses and not with_results:
        raise refuse("no_wave")
    if revised := sorted(wave for wave in with_results if not wave.isdigit()):
        raise refuse("revision", wave=revised[0])
    drawn = outlines(kept.boundaries, ward_codes(frames["units"]), settings.values["map"], kept.origins)
    tables, planned = survey_tables(kept, drawn, with_results, settings, progress)
    tables |= {
        "events": event_rows(frames["events"]),
        "outlines": drawn,
        "sources": source_rows(kept.sources, frames, settings.tables),
    }
    sets, plane = settings.contract["outline_sets"], settings.values["map"]
    tables["outline_origins"] = origin_rows(
        kept.origins, drawn, kept.boundaries, plane, sets, settings.own.get("map", {})
    )
    tables |= place_tables(kept, drawn, ward_codes(frames["units"]), settings)
    tables |= network_rows(frames, audit.threshold(settings.release), settings.values["vision"]["exchange"])
    tables |= follow_up_rows(frames, evidence(settings.home).find)
    refuse_unpublished(tables)
    tables |= effect_tables(tables, kept, settings.effects, progress)
    progress("publish.stage.sentences", 0.0)
    tables["findings"] = findings(tables)
    progress("publish.stage.sentences", 1.0)
    return tables, planned


def survey_tables(
    kept: KeptTables, drawn: pd.DataFrame, with_results: set[str], settings: Settings, progress: Progress
) -> tuple[dict[str, pd.DataFrame], list[Planned]]:
    """The survey half of an edition."""
    frames, release = kept.frames, rules(settings.release)
    items = codebook(frames["questions"], frames["scales"])
    waves = wave_rows(frames["waves"], set(kept.responses), with_results)
    tables = Tables(frames, kept.responses, items, waves, measure_rows(items, settings))
    desk = Desk(settings.home.plans, release, workers=os.cpu_count() or 1)
    counted = count_survey(tables, desk, progress)
    members = member_rows(release, names(frames["units"], frames["scales"], drawn), counted.members)
    cells, breaks = cells_of(counted, members, tables, release)
    found = {"waves": waves, "members": members, "measures": tables.measures, "cells": cells, "breaks": breaks}
    found["drivers"] = driver_rows.joined(counted.drivers)
    found["nonresponse"] = nonresponse.rows(cells, counted.weighed, tables.measures)
    return found, list(counted.planned.values())


def place_tables(
    kept: KeptTables, drawn: pd.DataFrame, wards: list[str], settings: Settings
) -> dict[str, pd.DataFrame]:
    """The place half of an edition; a home without tables of places has none of it."""
    frames, rule = kept.frames, settings.release["places"]
    origin = plane_origin(kept.boundaries, wards, settings.values["map"])
    areas = area_rows(frames, drawn, settings.values, origin)
    tables = {"areas": areas, **place_rows(frames)}
    tables |= adoption_rows(tables)
    if areas.empty or frames["indicator_values"].empty:
        return tables
    indicators = frames["indicators"]
    values = summed(handed_in(frames["indicator_values"]), areas, indicators)
    values = rates(values, indicators, areas)
    values = without_small_counts(values, areas, indicators, rule["small"], rule["units"])
    tables |= {"indicators": indicator_rows(indicators, values), "indicator_values": values}
    return tables | {"rate_limits": limit_rows(values, indicators)}


def effect_tables(
    tables: dict[str, pd.DataFrame], kept: KeptTables, rules: dict, progress: Progress
) -> dict[str, pd.DataFrame]:
    """What the three proposals changed, from the tables above; in the demo city beside what was planted."""
    progress("publish.stage.effects", 0.0)
    units = kept.frames["units"]
    found, made = effect_rows(tables, units, rules, lambda share: progress("publish.stage.effects", share))
    known = truth(DATA / "demo", kept.sources)
    if known is not None and "effects" in found:
        found["effect_truths"] = truth_rows(made, found, known)
    progress("publish.stage.effects", 1.0)
    return found


def store_frames(
    store: Store, frames: dict[str, pd.DataFrame], demo: bool, release: dict, hold: bool = False,
    progress: Progress = silent, threads: int = 1,
) -> Published:  # fmt: skip
    """Write frames as the store's next edition and commit it, under the store's lock."""
    number = store.new_number()
    progress("publish.stage.write", 0.0)
    hash_ = write(store.build_path(number), frames, number, demo, threads)
    progress("publish.stage.write", 1.0)

    def gate(edition: Edition) -> None:
        if found := audit.problems(audit.findings(edition, release)):
            raise NotPublished(found)

    progress("publish.stage.check", 0.0)
    path = store.commit(number, hash_, waves=int(frames["waves"]["held"].sum()), hold=hold, gate=gate)
    progress("publish.stage.check", 1.0)
    return Published(number, hash_, path)


def write(path: Path, frames: dict[str, pd.DataFrame], number: int, demo: bool, threads: int = 1) -> str:
    """Write an edition file in one transaction and return its hash. frames: every table of data/schema.sql."""
    with duckdb.connect(str(path), config={"threads": threads}) as connection:
        connection.begin()
        connection.execute((DATA / "schema.sql").read_text(encoding="utf-8"))
        for name, frame in frames.items():
            connection.append(name, frame.copy(), by_name=True)  # a copy: strided frames were miscounted once
        hash_ = edition_hash(connection)
        label = (QUERIES / "publish" / "insert_label.sql").read_text(encoding="utf-8")
        today = datetime.date.today()
        connection.execute(label, {"number": number, "hash": hash_, "built_on": today, "demo": demo})
        connection.commit()
        connection.checkpoint()
    return hash_
