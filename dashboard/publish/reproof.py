"""The full audit of an edition: its file against the kept sources, and every proof made again."""

import os
from collections.abc import Callable
from dataclasses import asdict, dataclass

import numpy as np
import pandas as pd

from dashboard.edition.store import Edition
from dashboard.publish import audit
from dashboard.publish.build import assembled, read_kept
from dashboard.publish.grid import KEYS
from dashboard.publish.plan.algebra import solvable
from dashboard.publish.plan.lattice import rules
from dashboard.publish.plan.proving import Wave
from dashboard.publish.plan.waves import each_item, open_targets
from dashboard.publish.planning import Planned
from dashboard.settings import QUERIES, Settings

Progress = Callable[[str, float], None]
SURVEY = ("cells", "drivers", "nonresponse", "findings", "breaks")  # tables that answers go into


@dataclass(frozen=True)
class Tried:
    """One thing that was tried: what, on which survey ('' = the whole file), on how many, and how many it found."""

    test: str
    wave: str
    tried: int
    found: int
    example: str = ""

    def as_dict(self) -> dict:
        return asdict(self)


def full_audit(settings: Settings, edition: Edition, progress: Progress) -> list[Tried]:
    """Everything the audit tries, with what it found. Nothing found anywhere = the edition holds.

    Raises NotPublished where the kept sources no longer give what was released.
    """
    found = [gate(edition, settings.release)]
    tables, planned = assembled(read_kept(settings, progress), settings, progress)
    found += [compared(edition, name, tables[name]) for name in SURVEY]
    for place, one in enumerate(planned):

        def share(part: float, place: int = place) -> None:
            progress("publish.stage.prove", (place + part) / len(planned))

        found += proofs(one, settings, share)
    return found


def gate(edition: Edition, release: dict) -> Tried:
    """The audits every publication runs, and the hash of the file."""
    rows = audit.findings(edition, release)
    damaged = edition.contents_hash() != edition.hash
    count = len(rows) + damaged
    return Tried("gate", "", len(list(audit.audits())) + 2, count, ", ".join(rows) or ("hash" if damaged else ""))


def compared(edition: Edition, name: str, expected: pd.DataFrame) -> Tried:
    """Rows of a table that are not what the kept sources and plans give."""
    sql = (QUERIES / "publish" / f"{name}.sql").read_text(encoding="utf-8")
    written = edition.query(sql)
    columns = [column for column in written if column in expected]
    keys = [column for column in KEYS if column in columns] + [c for c in ("page", "kind") if c in columns]
    told, known = (frame[columns].sort_values(keys, ignore_index=True) for frame in (written, expected))
    if len(told) != len(known):
        return Tried(name, "", len(known), abs(len(told) - len(known)), f"{len(told)} / {len(known)}")
    differs = np.zeros(len(known), dtype=bool)
    for column in columns:
        differs |= ~same(told[column], known[column])
    example = " ".join(map(str, told.loc[differs, keys].iloc[0])) if differs.any() else ""
    return Tried(name, "", len(known), int(differs.sum()), example)


def same(told: pd.Series, known: pd.Series) -> np.ndarray:
    """Whether two columns hold the same, missing being equal to missing."""
    first, second = (one.astype(object).where(one.notna(), None).to_numpy() for one in (told, known))
    return (first == second).astype(bool)


def proofs(one: Planned, settings: Settings, progress: Callable[[float], None]) -> list[Tried]:
    """Subtraction and witnesses of one survey, as it is shown."""
    (wave, keep), release, code = one.proved, rules(settings.release), one.certificate.wave
    targets = len(wave.structure.targets)
    left = each_item(open_targets, wave, release, os.cpu_count() or 1, progress, keep)
    bad = [str(item) for item, count in enumerate(left) if count]
    return [
        Tried("subtraction", code, targets, exact(wave)),
        Tried("witnesses", code, targets * len(left) * 3, sum(left), ", ".join(bad)),
    ]


def exact(wave: Wave) -> int:
    """Targets that are sums and differences of shown groups."""
    structure = wave.structure
    return len(solvable(structure.shows.tocsr(), structure.hides.tocsr())) if structure.targets else 0
