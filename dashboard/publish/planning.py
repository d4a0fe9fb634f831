"""The release plan of every survey with answers: taken from its plan file where that still holds, else made anew."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from dashboard.publish.cases import Case
from dashboard.publish.plan import certificates
from dashboard.publish.plan.certificates import Certificate
from dashboard.publish.plan.groups import Earlier
from dashboard.publish.plan.lattice import Rules
from dashboard.publish.plan.prints import Prints, digest, prints
from dashboard.publish.plan.proving import Wave
from dashboard.publish.plan.waves import prove_all
from dashboard.publish.problems import refuse


@dataclass(frozen=True)
class Planned:
    """A survey, how it is released, and what it prints. is_new: the plan was made just now.

    proved: what the proof is about, and row x item what it shows: the survey, or a correction with all that is out.
    """

    wave: Wave
    prints: Prints
    certificate: Certificate
    is_new: bool
    proved: tuple[Wave, np.ndarray]

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


def plan_wave(case: Case, earlier: Earlier | None, desk: Desk) -> Planned:
    """The plan of one survey. earlier: joined groups of the survey before.

    Raises NotPublished where a survey that an edition already holds would print anything else, or cannot be proved.
    """
    known = certificates.read(desk.folder, case.code)
    if known is not None and (found := held(known, case, desk.rules)) is not None:
        return found
    if known is not None and known.frozen:
        raise refuse("frozen", wave=case.code)
    return made(case, earlier, desk)


def held(known: Certificate, case: Case, rules: Rules) -> Planned | None:
    """The plan of a plan file, None where it is not one of these answers under these rules."""
    if known.rules != certificates.rules_of(rules):
        return None
    wave, both = case.waves(rules, known=known.groups())
    found = prints(wave, known.keep(wave, case.items, rules), rules)
    return planned(wave, both, found, known, False) if digest(wave, found, rules) == known.cells else None


def made(case: Case, earlier: Earlier | None, desk: Desk) -> Planned:
    """A new plan, kept as a draft so that a publication that fails later need not search again."""
    wave, both = case.waves(desk.rules, earlier)
    outcomes = prove_all(both, desk.rules, desk.workers, desk.progress)
    if unproved := sum(one.unproved for one in outcomes):
        raise refuse("unproved", wave=case.code, count=unproved)
    outcomes = [replace(one, keep=one.keep[both.released :]) for one in outcomes]
    keep = np.column_stack([one.keep for one in outcomes]) if outcomes else wave.allowed
    found = prints(wave, keep, desk.rules)
    cells = digest(wave, found, desk.rules)
    new = certificates.certificate(case.code, wave, case.items, outcomes, cells, desk.rules)
    certificates.write(desk.folder, new)
    return planned(wave, both, found, new, True)


def planned(wave: Wave, both: Wave, found: Prints, known: Certificate, is_new: bool) -> Planned:
    keep = np.vstack([both.allowed[: both.released], found.keep])
    return Planned(wave, found, known, is_new, (both, keep))


def freeze(folder: Path, planned: list[Planned]) -> None:
    """Mark the plans of an edition that now exists."""
    for one in planned:
        if not one.certificate.frozen:
            certificates.write(folder, replace(one.certificate, frozen=True))
