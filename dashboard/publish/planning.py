"""The release plan of every survey with answers: taken from its plan file where that still holds, else made anew."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from dashboard.publish.answers import Answers
from dashboard.publish.plan import certificates
from dashboard.publish.plan.certificates import Certificate
from dashboard.publish.plan.groups import Earlier
from dashboard.publish.plan.lattice import Rules
from dashboard.publish.plan.prints import Prints, digest, prints
from dashboard.publish.plan.proving import Wave
from dashboard.publish.plan.waves import prove_all, wave_of
from dashboard.publish.problems import refuse


@dataclass(frozen=True)
class Planned:
    """A survey, how it is released, and what it prints. is_new: the plan was made just now."""

    wave: Wave
    prints: Prints
    certificate: Certificate
    is_new: bool

    @property
    def joined(self) -> Earlier:
        return self.certificate.groups()


@dataclass(frozen=True)
class Desk:
    """Where plans lie and how they are made. workers: processes; progress: share of one survey done."""

    folder: Path
    rules: Rules
    workers: int = 1
    progress: Callable[[float], None] = lambda share: None

    def watched(self, progress: Callable[[float], None]) -> "Desk":
        """The same desk with somebody watching."""
        return replace(self, progress=progress)


def plan_wave(code: str, read: Answers, staff: pd.DataFrame, earlier: Earlier | None, desk: Desk) -> Planned:
    """The plan of one survey. staff: attributes of every respondent; earlier: joined groups of the survey before.

    Raises NotPublished where a survey that an edition already holds would print anything else, or cannot be proved.
    """
    known = certificates.read(desk.folder, code)
    if known is not None and (found := held(known, read, staff, desk.rules)) is not None:
        return found
    if known is not None and known.frozen:
        raise refuse("frozen", wave=code)
    return made(code, read, staff, earlier, desk)


def held(known: Certificate, read: Answers, staff: pd.DataFrame, rules: Rules) -> Planned | None:
    """The plan of a plan file, None where it is not one of these answers under these rules."""
    if known.rules != certificates.rules_of(rules):
        return None
    wave = wave_of(read, staff, rules, known=known.groups())
    found = prints(wave, known.keep(wave, codes(read), rules), rules)
    return Planned(wave, found, known, False) if digest(wave, found, rules) == known.cells else None


def made(code: str, read: Answers, staff: pd.DataFrame, earlier: Earlier | None, desk: Desk) -> Planned:
    """A new plan, kept as a draft so that a publication that fails later need not search again."""
    wave = wave_of(read, staff, desk.rules, earlier)
    outcomes = prove_all(wave, desk.rules, desk.workers, desk.progress)
    if unproved := sum(one.unproved for one in outcomes):
        raise refuse("unproved", wave=code, count=unproved)
    keep = np.column_stack([one.keep for one in outcomes]) if outcomes else wave.allowed
    found = prints(wave, keep, desk.rules)
    cells = digest(wave, found, desk.rules)
    new = certificates.certificate(code, wave, codes(read), outcomes, cells, desk.rules)
    certificates.write(desk.folder, new)
    return Planned(wave, found, new, True)


def codes(read: Answers) -> list[str]:
    return [item.code for item in read.items]


def freeze(folder: Path, planned: list[Planned]) -> None:
    """Mark the plans of an edition that now exists."""
    for one in planned:
        if not one.certificate.frozen:
            certificates.write(folder, replace(one.certificate, frozen=True))
