"""One survey's answers as whole numbers: respondents x items, and where each respondent belongs."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.publish.codebook import FAVOURABLE, NO_ANSWER, Item
from dashboard.publish.estimate import index_scores
from dashboard.publish.units import Organisation

ALL = "all"


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

    def counts(self, view: str) -> pd.DataFrame:
        """People by member: respondents, valid answers to each item, people with an index."""
        people = pd.DataFrame(self.valid.astype(np.int64), columns=[item.code for item in self.items])
        people.insert(0, "respondents", 1)
        if any(item.in_index for item in self.items):
            people["motivation"] = (~np.isnan(self.index)).astype(np.int64)
        return people.groupby(self.members[view]).sum()


def recoded(codes: pd.Series, table: dict[str, int], absent: int) -> np.ndarray:
    return codes.map(table).fillna(absent).to_numpy(dtype=np.int64)


def members_of(frame: pd.DataFrame, organised: Organisation, known: dict[str, set[str]]) -> dict[str, np.ndarray]:
    """The member of each respondent in every view; a ward given in the answer goes before the unit's.

    known: view -> member codes; a code outside counts for the city only.
    """
    units = [unit if isinstance(unit, str) else None for unit in frame["unit"]]
    wards = [ward if isinstance(ward, str) else None for ward in frame["ward"]]
    placed = {
        "city": [ALL] * len(frame),
        "ward": [ward or organised.wards.get(unit) for ward, unit in zip(wards, units, strict=True)],
        "bureau": [organised.bureaus.get(unit) for unit in units],
    }
    return {
        view: np.array([code if code in known[view] else None for code in codes], dtype=object)
        for view, codes in placed.items()
        if view in known
    }


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
