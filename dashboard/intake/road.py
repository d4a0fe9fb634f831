"""The one road: files handed in and files kept before -> checked tables. check, load and kept_tables all take it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import geopandas as gpd
import pandas as pd

from dashboard.intake import assistant, boundaries, confirmed, contract, survey, values
from dashboard.intake.follow_up import check_follow_up
from dashboard.intake.network import check_network
from dashboard.intake.office import without_notes
from dashboard.intake.places import check_places
from dashboard.intake.references import FIVE_DIGITS, City, check_city
from dashboard.intake.report import Findings, Report
from dashboard.intake.small_tables import read_table
from dashboard.intake.tables import Raw, Source, named, raw_table
from dashboard.settings import DATA, Settings

BASES = ("waves", "questions", "scales", "units")  # what responses are read through

SAME_CITY = 3  # digits that the codes of a city and of its wards share

UNREAD = {"encoding": "", "rows": 0}  # how a file was read that could not be

Progress = Callable[[str, float], None]


@dataclass
class Journey:
    """Where the files stand: everything read so far and everything found."""

    settings: Settings
    plan: dict[str, Source]  # key -> the file that would count
    progress: Progress
    report: Report = field(default_factory=Report)
    city: City = field(default_factory=lambda: City({}))
    outlines: dict[str, boundaries.Outlines] = field(default_factory=dict)  # by layer
    responses: dict[str, pd.DataFrame] = field(default_factory=dict)
    kept_bytes: dict[str, bytes] = field(default_factory=dict)  # key -> what may be kept of a file
    read_as: dict[str, dict] = field(default_factory=dict)  # wave -> how its headers and answers were read
    raws: dict[str, tuple[Raw, list[int]]] | None = None  # key -> table as text and columns that may be seen, if wanted
    every_wave: bool = False  # read kept responses even if nothing they depend on has changed

    def done(self, key: str, findings: Findings, reading: dict) -> None:
        """Take a file's findings and how it was read into the report; of a file kept before only what is wrong now."""
        source = self.plan[key]
        found = [it for it in findings.problems if not source.kept or it.severity == "error"]
        self.report.problems += found
        if not source.kept:
            told = {"table": source.table, "wave": source.wave, "file": source.file}
            self.report.tables.append({**told, **reading, "sha256": source.sha256})

    def show(self, key: str, raw: Raw, places: list[int]) -> None:
        """Keep a table as text where refused rows are wanted."""
        if self.raws is not None and not self.plan[key].kept:
            self.raws[key] = (raw, places)


def key_of(source: Source) -> str:
    return source.table if source.wave is None else f"{source.table}/{source.wave}"


def travel(journey: Journey) -> Journey:
    """Read and check every file of the plan: small tables, outlines, rules between them, then the responses."""
    files = {key: it for key, it in journey.plan.items() if it.table != "responses" and not is_spatial(it)}
    read = {}
    ordered = sorted(files.items(), key=lambda it: contract.tables()[it[1].table].spread is not None)  # members first
    for number, (key, source) in enumerate(ordered):
        journey.progress("intake.stage.read", number / (len(files) + 1))
        read[key] = small_table(journey, key, source)
    outlines(journey)
    check_city(journey.city)
    for rules in (check_places, check_network, check_follow_up):
        rules(journey.city)
    for key, reading in read.items():
        journey.done(key, journey.city.findings[key], reading)
    all_responses(journey)
    journey.progress("intake.stage.check", 1.0)
    return journey


def small_table(journey: Journey, key: str, source: Source) -> dict:
    """Read one table that is not of a wave into the city; how it was read (Raw.reading)."""
    findings = journey.city.findings[key] = Findings(source.file, contract.tables()[source.table])
    found = read_table(source, journey.city.frames, findings)
    if found is None:
        return UNREAD
    raw, may_stay = found.raw, found.may_stay
    journey.kept_bytes[key] = source.data if len(may_stay) == len(raw.headers) else raw.copy_of(may_stay)
    journey.show(key, raw, may_stay)
    frame = journey.city.frames[key] = found.frame
    if key == "questions":
        header_or_text = zip(frame["header"], frame["text_ja"], strict=True)
        frame["header"] = survey.objects((header or words for header, words in header_or_text), frame.index)
    return raw.reading(may_stay, found.names)


def is_spatial(source: Source) -> bool:
    return contract.tables()[source.table].layer is not None


def outlines(journey: Journey) -> None:
    """The outlines of the plan, and the names of the wards: the city's own, else the shipped ones."""
    known = known_areas(journey)
    spatial = [(key, source) for key, source in journey.plan.items() if is_spatial(source)]
    for key, source in sorted(spatial, key=lambda it: contract.tables()[it[1].table].layer != "ward"):
        findings = Findings(source.file)
        found = boundaries.outlines(source, known, findings)
        if found is not None:
            journey.outlines[found.origin["layer"]] = found
            known = known.with_wards(found) if found.origin["layer"] == "ward" else known
        journey.kept_bytes[key] = source.data
        origin = {} if found is None else found.origin
        journey.done(key, findings, {"encoding": "", "rows": origin.get("areas", 0), "origin": origin})
    own = journey.outlines.get("ward")
    frame = own.frame if own is not None else shipped(journey.settings)
    if frame is not None:
        here = "" if own is not None else journey.settings.values["city"]["code"][:SAME_CITY]
        journey.city.ward_names.update(only_codes(frame, here))
    journey.city.outlined = set() if own is None else set(own.frame["code"])


def only_codes(frame: gpd.GeoDataFrame, here: str) -> dict[str, str]:
    """Every name of a ward, in either language, that only one code bears; here: how the codes begin."""
    codes: dict[str, set[str]] = {}
    for column in ("name_en", "name"):
        for name, code in zip(frame[column], frame["code"], strict=True):
            if name and code and code.startswith(here):
                codes.setdefault(name, set()).add(code)
    return {name: next(iter(found)) for name, found in codes.items() if len(found) == 1}


def known_areas(journey: Journey) -> boundaries.Known:
    """The codes and names of areas that the tables tell, by layer; a ward called by its name has no code yet."""
    frames, areas = journey.city.frames, {}
    wards = [frames[name]["ward"].dropna() for name in ("units", "districts", "associations") if name in frames]
    if wards:
        areas["ward"] = {values.squashed(it): it if FIVE_DIGITS.fullmatch(it) else "" for it in set(pd.concat(wards))}
    for layer, table in (("district", "districts"), ("association", "associations")):
        if table in frames:
            rows = frames[table][[layer, "name_ja"]].dropna().to_numpy().tolist()
            names = Counter(values.squashed(name) for _, name in rows)
            named = {values.squashed(name): code for code, name in rows if names[values.squashed(name)] == 1}
            areas[layer] = named | {values.squashed(code): code for code, _ in rows}
    settings = journey.settings.values
    return boundaries.Known(settings["city"]["name_ja"], settings["map"]["projection"], areas)


def shipped(settings: Settings) -> gpd.GeoDataFrame | None:
    """The outlines that come with the program, for their names only."""
    path = DATA / settings.values["map"]["wards"]
    if not path.exists():
        return None
    known = boundaries.Known(settings.values["city"]["name_ja"], settings.values["map"]["projection"])
    found = boundaries.outlines(Source(path.name, path.read_bytes(), "boundaries"), known, Findings(path.name))
    return None if found is None else found.frame


def all_responses(journey: Journey) -> None:
    """Read the responses handed in; those kept before too, if what they are read through has changed."""
    changed = journey.every_wave or any(not it.kept for key, it in journey.plan.items() if key in BASES)
    files = {key: it for key, it in journey.plan.items() if it.table == "responses" and (changed or not it.kept)}
    sound = all(key in journey.city.findings and journey.city.findings[key].ok for key in BASES)
    for number, (key, source) in enumerate(sorted(files.items())):
        journey.progress("intake.stage.check", number / len(files))
        findings = Findings(source.file, contract.tables()[source.table])
        reading = UNREAD
        book = book_of(journey, source.wave, findings, sound)
        if book is not None:
            reading = responses(journey, key, source, book, findings)
        journey.done(key, findings, reading)


def book_of(journey: Journey, wave: str, findings: Findings, sound: bool) -> survey.Book | None:
    """What a wave is read through, or None (then found): a table is missing or refused, the wave unknown."""
    frames = journey.city.frames
    absent = [name for name in BASES if name not in journey.plan]
    for name in absent:
        findings.add("error", "table_needed", table=contract.tables()[name].label)
    if absent:
        return None
    if not sound:
        findings.add("note", "not_yet_checked")
        return None
    row = frames["waves"][frames["waves"]["wave"] == wave]
    if row.empty:
        findings.add("error", "unknown_wave", value=wave)
        return None
    opened_on = row["opened_on"].iloc[0]
    if opened_on is None:
        findings.add("error", "wave_not_held", value=wave)
        return None
    tables = (frames[name] for name in ("questions", "scales", "units"))
    chosen = confirmed.holding(journey.settings.home.sources, wave)
    return survey.Book(wave, opened_on, *tables, journey.city.ward_names, chosen)


def responses(journey: Journey, key: str, source: Source, book: survey.Book, findings: Findings) -> dict:
    """Read the export of one wave; how it was read (Raw.reading)."""
    raw = raw_table(source, lambda header: values.squashed(header) in book.headers, findings)
    if raw is None:
        return UNREAD
    results = journey.city.frames.get("survey_results")
    if results is not None and source.wave in set(results["wave"]):
        findings.add("warning", "results_too", value=source.wave)
    found, left = survey.matched(raw, book, findings)
    raw = survey.without_second_header(without_notes(raw, findings, loose=False), found, book, findings)
    may_stay = named(raw, found, findings, keep_unknown=False, told=left)
    journey.kept_bytes[key] = source.data if whole(raw, may_stay) else raw.copy_of(may_stay)
    if journey.kept_bytes[key] is not source.data:
        findings.add("note", "kept_without")
    told = raw.reading(list(found), found)
    journey.show(key, raw, list(found))
    if not source.kept:
        told |= assisted(journey, source, raw, found, left, book, findings)
    if findings.ok:
        frame = survey.canonical(raw, found, book, findings)
        journey.responses[source.wave] = frame
        survey.check_size(frame, book, journey.city.frames.get("headcounts"), findings)
    return told


def assisted(journey: Journey, source: Source, raw: Raw, found: dict, left: list, book, findings: Findings) -> dict:
    """What the codebook assistant has to say of an export: how it was read, proposals, what changed since last time."""
    now = journey.read_as[source.wave] = assistant.read_as(raw, found, book)
    earlier = [it for it in journey.plan.values() if it.read_as and it.wave < source.wave]
    before = max(earlier, key=lambda it: it.wave, default=None)
    change = None if before is None else assistant.changed(now, before.read_as)
    made = assistant.proposals(raw, found, left, book)
    assistant.tell(made, change, before and before.wave, findings)
    carried = [head for head in now["headers"] if values.squashed(head) in book.confirmed.headers]
    if carried:
        findings.add("note", "mapping_reused", count=len(carried))
    headers = [{"header": head, "name": name, "how": book.how(head)} for head, name in now["headers"].items()]
    proposed = [it.as_dict() for it in made]
    return {"read_as": headers, "proposals": proposed, "before": before and before.wave, "changed": change}


def whole(raw: Raw, may_stay: list[int]) -> bool:
    """True if the file holds nothing but what may be kept: a workbook has authors and hidden sheets, a title words."""
    return raw.encoding != "xlsx" and raw.header_row == 1 and len(may_stay) == len(raw.headers)
