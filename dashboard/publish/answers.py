"""One survey's answers as whole numbers: respondents x items, and where each respondent belongs."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.publish.codebook import FAVOURABLE, NO_ANSWER, Item
from dashboard.publish.estimate import index_scores
from dashboard.publish.units import Organisation


@dataclass(frozen=True)
class Answers:
    """Answers of one survey after recoding.

    items: those in the codebook of that year and answered by someone. classes: respondents x items (codebook
    constants, NO_ANSWER where blank or not applicable). scores: 1..k, 0 = none. index: 0..100, NaN = too few answers.
    members: view -> code of each respondent's member, None = unknown.
    """

    items: list[Item]
    classes: np.ndarray
    scores: np.ndarray
    index: np.ndarray
    members: dict[str, np.ndarray]

    @property
    def valid(self) -> np.ndarray:
        return self.classes != NO_ANSWER

    @property
    def favourable(self) -> np.ndarray:
        return self.classes == FAVOURABLE

    def columns(self, theme: str) -> list[int]:
        """Column numbers of a theme's items."""
        return [place for place, item in enumerate(self.items) if item.theme == theme]


def recoded(codes: pd.Series, table: dict[str, int], absent: int) -> np.ndarray:
    return codes.map(table).fillna(absent).to_numpy(dtype=np.int64)


def members_of(frame: pd.DataFrame, organised: Organisation) -> dict[str, np.ndarray]:
    """The ward and bureau of each respondent, None = unknown; a ward given in the answer goes before the unit's."""
    units = [unit if isinstance(unit, str) else None for unit in frame["unit"]]
    wards = [ward if isinstance(ward, str) else None for ward in frame["ward"]]
    placed = {
        "ward": [ward or organised.wards.get(unit) for ward, unit in zip(wards, units, strict=True)],
        "bureau": [organised.bureaus.get(unit) for unit in units],
    }
    return {view: np.array([code or None for code in codes], dtype=object) for view, codes in placed.items()}


def answers(frame: pd.DataFrame, items: list[Item], wave: str, members: dict[str, np.ndarray]) -> Answers:
    """Read one survey's kept responses (scale codes as text, None = blank)."""
    asked = [item for item in items if item.is_asked(wave) and item.code in frame.columns]
    columns = [recoded(frame[item.code], item.classes, NO_ANSWER) for item in asked]
    kept = [place for place, column in enumerate(columns) if (column != NO_ANSWER).any()]
    live = [asked[place] for place in kept]
    scores = [recoded(frame[item.code], item.scores, 0) for item in live]
    table = np.column_stack([columns[place] for place in kept]) if kept else np.empty((len(frame), 0), dtype=np.int64)
    score_table = np.column_stack(scores) if kept else table
    in_index = [place for place, item in enumerate(live) if item.in_index]
    index = np.full(len(frame), np.nan)
    if in_index:
        index = index_scores(score_table[:, in_index], [live[place].points for place in in_index])
    return Answers(live, table, score_table, index, members)
