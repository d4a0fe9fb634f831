"""A survey to be planned: a first release, or a correction beside what is out of the same survey."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.publish.answers import Answers
from dashboard.publish.plan.groups import Earlier
from dashboard.publish.plan.lattice import Rules
from dashboard.publish.plan.proving import Wave
from dashboard.publish.plan.revisions import Release, TooFewChangedError, universe
from dashboard.publish.plan.waves import correction_of, wave_of
from dashboard.publish.problems import refuse

NUMBER = "respondent"  # a row's number in its own file, which names nobody


@dataclass(frozen=True)
class Correction:
    """read, staff: of everybody in any release; own: places of the correction's respondents; out: what is out."""

    read: Answers
    staff: pd.DataFrame
    own: np.ndarray
    out: list[Release]


@dataclass(frozen=True)
class Case:
    """read, staff: the answers of every respondent and what each said of oneself; correction: None = first release."""

    code: str
    read: Answers
    staff: pd.DataFrame
    correction: Correction | None = None

    @property
    def items(self) -> list[str]:
        return [item.code for item in self.read.items]

    def waves(self, rules: Rules, earlier: Earlier | None = None, known: Earlier | None = None) -> tuple[Wave, Wave]:
        """(the survey, what is proved of it). Raises NotPublished for a correction that would give somebody away."""
        fix = self.correction
        if fix is None:
            wave = wave_of(self.read, self.staff, rules, earlier, known)
            return wave, wave
        if [item.code for item in fix.read.items] != self.items:
            raise refuse("revision_items", wave=self.code)
        try:
            both = correction_of(fix.read, fix.staff, fix.own, fix.out, rules, earlier, known)
        except TooFewChangedError:
            raise refuse("revision_small", wave=self.code, k=rules.k) from None
        groups = {block.key: block.groups for block in both.structure.blocks}
        return wave_of(self.read, self.staff, rules, known=groups), both


def everybody(frames: Sequence[pd.DataFrame]) -> tuple[pd.DataFrame, list[np.ndarray]]:
    """Respondents of any of these response files once, and the places of each file's. See revisions.universe."""
    columns = list(dict.fromkeys(column for frame in frames for column in frame.columns if column != NUMBER))
    return universe([frame.reindex(columns=columns) for frame in frames])
