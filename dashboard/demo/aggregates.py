"""What is handed in as sums: staff asked per margin, and the wave that is known as aggregates only."""

import numpy as np

from dashboard.demo.answers import Sheet
from dashboard.demo.people import People
from dashboard.demo.seed import Row, Seed

MARGINS = ("city", "ward", "bureau", "department", "grade", "age", "dispatched")
PUBLISHED = ("city", "ward", "bureau", "grade", "age")  # the views of the wave that is known as aggregates only
INDEX = "motivation"
ENOUGH = 4  # index items a respondent must have answered, of five
TWENTIETHS = 20  # 100 divided by 4 or 5 answers, by 4 steps, stays whole in twentieths of a point


def margins(seed: Seed, people: People, as_of: str) -> list[Row]:
    """headcounts.csv of one wave."""
    return [
        {"wave": people.wave, "dimension": view, "member": member, "staff": int(here.sum()), "as_of": as_of}
        for view in MARGINS
        for member, here in people.of(view, seed)
    ]


def decimals(numerator: int, denominator: int, places: int) -> str:
    """A ratio of whole numbers, neither negative, rounded half up: (2, 3, 1) -> '0.7'."""
    scale = 10**places
    whole, rest = divmod((2 * scale * numerator + denominator) // (2 * denominator), scale)
    return f"{whole}.{rest:0{places}d}"


def index_twentieths(sheet: Sheet, seed: Seed) -> tuple[np.ndarray, np.ndarray]:
    """(motivation index in twentieths of a point, who answered enough of its items)."""
    codes = np.array([sheet.items[q["item"]] for q in seed.questions if q["in_index"] == "1"])
    answered = (codes > 0).sum(axis=0)
    steps = np.where(codes > 0, codes - 1, 0).sum(axis=0)
    enough = answered >= ENOUGH
    return np.where(enough, steps * 25 * TWENTIETHS // np.maximum(answered, 1), 0), enough


def survey_results(sheet: Sheet, seed: Seed) -> list[Row]:
    """survey_results.csv: reversed items are recoded first, so that favourable and a high mean are always good."""
    return [
        row
        for view in PUBLISHED
        for member, here in sheet.people.of(view, seed)
        for row in cell(sheet, seed, view, member, here)
    ]


def cell(sheet: Sheet, seed: Seed, view: str, member: str, here: np.ndarray) -> list[Row]:
    """The rows of one member: the index, then every item."""
    key = {"wave": sheet.people.wave, "view": view, "member": member}
    index, enough = index_twentieths(sheet, seed)
    n = int((enough & here).sum())
    rows = [{**key, "item": INDEX, "n": n, "mean": decimals(int(index[here].sum()), TWENTIETHS * n, 2)}]
    for question in seed.asked_in(sheet.people.wave):
        codes = sheet.items[question["item"]][here]
        codes = codes[codes > 0]
        codes = 6 - codes if question["reversed"] == "1" else codes
        n = len(codes)
        shares = {"fav": codes > 3, "neu": codes == 3, "unf": codes < 3}
        shown = {name: decimals(100 * int(those.sum()), n, 1) for name, those in shares.items()}
        rows.append({**key, "item": question["item"], "n": n, **shown, "mean": decimals(int(codes.sum()), n, 2)})
    return rows
