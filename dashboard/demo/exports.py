"""The response files as form services and offices export them, each wave in its own way."""

import numpy as np

from dashboard.demo.answers import BLANK, Sheet
from dashboard.demo.draws import Draws
from dashboard.demo.people import People
from dashboard.demo.seed import Row, Seed

WIDE_SPACE = "\u3000"  # between the name of a bureau and of a department


def response_table(sheet: Sheet, seed: Seed, form: Row) -> tuple[list[str], list[list[str]]]:
    """(headers, rows of text) of one wave, written as its row in the calendar says."""
    labelled = int(form["label_rows"])
    questions = seed.asked_in(form["wave"])
    columns = attributes(sheet.people, seed, form["units"], labelled)
    for question in questions:
        columns.append(as_text(seed, question["scale"], sheet.items[question["item"]], labelled))
    headers = seed.levels["attributes"]["en" if form["headers"] == "item" else "ja"]
    headers = headers + [question[form["headers"]] for question in questions]
    return headers, np.array(columns, dtype=object).T.tolist()


def as_text(seed: Seed, scale: str, codes: np.ndarray, labelled: int) -> np.ndarray:
    """Codes of a scale as text, the first `labelled` of them as labels; BLANK is ''."""
    rows = {int(row["code"]): row for row in seed.members(scale)}
    size = max(rows) + 1
    written = [np.array([rows[code][name] if code in rows else "" for code in range(size)] + [""], dtype=object)
               for name in ("label_ja", "code")]  # fmt: skip
    assert BLANK == -1  # the last entry
    return np.concatenate([written[0][codes[:labelled]], written[1][codes[labelled:]]])


def attributes(people: People, seed: Seed, units: str, labelled: int) -> list[np.ndarray]:
    """The columns unit, ward, grade, age band and dispatch experience; a few people did not say."""
    rates = seed.levels["blanks"]
    draws = Draws(seed.levels["seed"], int(people.wave), 8)
    names = [it.code if units == "code" else f"{it.bureau_name}{WIDE_SPACE}{it.name}" for it in people.departments]
    silent = draws.below(1000, len(people)) < rates["unit"]
    ward_too = draws.below(1000, len(people)) < rates["ward_too"]
    unit = np.where(silent, "", np.array(names, dtype=object)[people.place])
    own_ward = np.array([it.ward for it in people.departments], dtype=object)[people.place]
    columns = [unit, np.where(silent & ~ward_too, own_ward, "")]
    for scale in ("grade", "age", "dispatched"):
        codes = np.array([int(row["code"]) for row in seed.members(scale)])[getattr(people, scale)]
        untold = draws.below(1000, len(people)) < rates.get(scale, 0)
        columns.append(as_text(seed, scale, np.where(untold, BLANK, codes), labelled))
    return columns
