"""What was undertaken, in an edition: actions after a survey, and past answers with the figure that closes them."""

from collections.abc import Callable

import pandas as pd

from dashboard.edition.catalogue import SHOWN
from dashboard.edition.evidence import MARK, Asked
from dashboard.publish.areas import Tables
from dashboard.publish.codebook import present
from dashboard.publish.place_rows import in_words, unit_words, with_unit
from dashboard.publish.problems import refuse
from dashboard.publish.units import latest_names

OWNERS = {"actions": "unit", "answers_given": "owner_unit"}  # table -> the unit that acts
FIGURES = {"cells": "measure", "indicator_values": "indicator"}  # where the codes of published figures stand
DONE = "対応済"
Find = Callable[[str], Asked | None]


def follow_up_rows(frames: Tables, find: Find) -> Tables:
    """Tables of actions and of past answers; those not handed in are left out.

    find: what an evidence number stands for in this home, None where it was never given out.
    """
    words, names = unit_words(frames["units"]), latest_names(frames["units"])
    wards = dict(zip(names["unit"], names["ward"], strict=True))
    found = {}
    for name, unit in OWNERS.items():
        frame = frames.get(name)
        if frame is not None and not frame.empty:
            rows = in_words(with_unit(frame, unit, words))
            found[name] = rows.assign(ward=rows[unit].map(wards).astype(object))
    if "answers_given" in found:
        rows = found["answers_given"]
        found["answers_given"] = rows.assign(figure_question=[question(it, find) for it in rows["figure"]])
    return found


def question(figure: object, find: Find) -> str | None:
    """The question an evidence number stands for; None for any other figure."""
    written = present(figure)
    asked = find(written) if written is not None and written.startswith(MARK) else None
    return None if asked is None else asked[0]


def refuse_unpublished(tables: Tables) -> None:
    """Raise NotPublished where an answer is closed by a figure that the edition `tables` does not show."""
    answers = tables.get("answers_given")
    if answers is None:
        return
    shown = {code for name, column in FIGURES.items() if name in tables for code in shown_codes(tables[name], column)}
    for row in answers.to_dict("records"):
        if row["state"] == DONE and row["figure"] not in shown and row["figure_question"] is None:
            raise refuse("figure_unpublished", made_on=row["made_on"], text=row["text_ja"], figure=row["figure"])


def shown_codes(frame: pd.DataFrame, column: str) -> set[str]:
    return set(frame.loc[frame["status"] == SHOWN, column])
