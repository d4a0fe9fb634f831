"""What may be said of an effect, and how strong the evidence is: rules written before, the same for every programme."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.edition.effects import DOUBTFUL, FOUND, NONE, UNCLEAR
from dashboard.publish.effects.estimate import Estimate


@dataclass(frozen=True)
class Attrition:
    """Cells that are missing (withheld, joined, coded, or not handed in), in %: of all, of those who took part, of the
    others.
    """

    whole: float
    treated: float
    never: float

    @property
    def apart(self) -> float:
        return abs(self.treated - self.never)


@dataclass(frozen=True)
class Strength:
    """Five marks of evidence; never the mark of a trial: no start was drawn by lot."""

    compared: bool
    before: bool
    size: bool
    complete: bool
    placebo: bool

    @property
    def marks(self) -> int:
        return sum((self.compared, self.before, self.size, self.complete, self.placebo))


def is_doubtful(found: Estimate, rules: Mapping) -> bool:
    """Whether the two groups moved differently before."""
    return found.pre_p is not None and found.pre_p < rules["pre_p"]


def is_apart(found: Estimate) -> bool:
    """Whether the interval leaves 0 out."""
    return found.overall.lo is not None and not found.overall.lo <= 0 <= found.overall.hi


def verdict(found: Estimate | None, meaningful: float, rules: Mapping) -> str:
    """found: the interval leaves out 0 and nothing speaks against the comparison; doubtful: the time before does;
    none: the interval leaves out every effect that would matter; unclear: all else, and what is only described.
    """
    if found is None or found.overall.lo is None or found.pre_p is None:
        return UNCLEAR
    if is_doubtful(found, rules):
        return DOUBTFUL
    if is_apart(found):
        return FOUND
    return NONE if max(-found.overall.lo, found.overall.hi) < meaningful else UNCLEAR


def strength(found: Estimate | None, never: int, lost: Attrition, meaningful: float, rules: Mapping) -> Strength:
    """One mark each: a broad comparison; no different course before; a size that matters could be seen; little is
    missing, and alike on both sides; false starts say the same as the interval. None where an effect is described only.
    """
    if found is None or found.overall.lo is None:
        return Strength(False, False, False, False, False)
    return Strength(
        compared=never >= rules["compared"],
        before=found.pre_p is not None and not is_doubtful(found, rules),
        size=found.mde <= meaningful,
        complete=lost.whole <= rules["missing"] and lost.apart <= rules["missing_apart"],
        placebo=(found.placebo_p <= rules["placebo_p"]) == is_apart(found),
    )


def starts_needed(found: Estimate | None, treated: int, never: int, meaningful: float) -> int | None:
    """How many would have to take part for an effect that matters to be seen, everything else alike; None: no number
    would do, or none is needed.
    """
    if found is None or found.mde is None or found.mde <= meaningful or not never:
        return None
    wanted = (meaningful / found.mde) ** 2 * (1 / treated + 1 / never) - 1 / never
    count = None if wanted <= 0 else -int(-1 // wanted)
    return count if count is not None and count <= treated + never else None


def answers_needed(found: Estimate | None, answers: int | None, meaningful: float) -> int | None:
    """How many answers a survey would need from those who take part, were chance among answers all there is."""
    if found is None or found.mde is None or found.mde <= meaningful or answers is None:
        return None
    return -int(-answers * (found.mde / meaningful) ** 2 // 1)
