"""The questionnaire as publishing reads it: each item's codes turned into class and score, reversed items once."""

from dataclasses import dataclass

import pandas as pd

from dashboard.publish.problems import refuse

FAVOURABLE, NEUTRAL, UNFAVOURABLE, NO_ANSWER = 1, 0, -1, -2
CLASSES = {"fav": FAVOURABLE, "neu": NEUTRAL, "unf": UNFAVOURABLE}


@dataclass(frozen=True)
class Item:
    """One item of kind likert.

    points: k of its 1..k scale. classes and scores: by answer code, after recoding; a code without a class or
    score (do not know, not applicable) is absent and so leaves the denominator.
    """

    code: str
    theme: str
    in_index: bool
    reversed: bool
    comparable: bool
    first_wave: str | None
    last_wave: str | None
    label: dict[str, str]
    points: int
    classes: dict[str, int]
    scores: dict[str, int]

    def is_asked(self, wave: str) -> bool:
        """Does the codebook have this item in `wave`?"""
        year = year_of(wave)
        return (self.first_wave or year) <= year <= (self.last_wave or year)


def year_of(wave: str) -> str:
    """The fiscal year of a survey or of its correction: '2025' of '2025r1'."""
    return wave.partition("r")[0]


def present(value: object) -> object | None:
    """None for any kind of missing value."""
    return None if pd.isna(value) else value


def scale_of(question: dict, scales: pd.DataFrame) -> tuple[int, dict[str, int], dict[str, int]]:
    """k, classes and scores of an item's scale; a reversed item swaps fav and unf, and scores k + 1 - x."""
    rows = scales[scales["scale"] == question["scale"]].to_dict("records")
    if not any(row["class"] in CLASSES for row in rows):
        raise refuse("no_scale", item=question["item"], scale=question["scale"])
    classes = {row["code"]: CLASSES[row["class"]] for row in rows if row["class"] in CLASSES}
    scores = {row["code"]: int(row["score"]) for row in rows if present(row["score"]) is not None}
    points = max(scores.values(), default=len(classes))
    if question["reversed"]:
        classes = {code: -value for code, value in classes.items()}
        scores = {code: points + 1 - score for code, score in scores.items()}
    return points, classes, scores


def item_of(question: dict, scales: pd.DataFrame) -> Item:
    points, classes, scores = scale_of(question, scales)
    return Item(
        code=question["item"],
        theme=question["theme"],
        in_index=bool(question["in_index"]),
        reversed=bool(question["reversed"]),
        comparable=bool(question["comparable"]),
        first_wave=present(question["first_wave"]),
        last_wave=present(question["last_wave"]),
        label={"ja": question["text_ja"], "en": present(question["text_en"]) or question["text_ja"]},
        points=points,
        classes=classes,
        scores=scores,
    )


def codebook(questions: pd.DataFrame, scales: pd.DataFrame) -> list[Item]:
    """Every item of kind likert, in the questionnaire's order. Raises NotPublished for a scale that is not there."""
    likert = questions[questions["kind"] == "likert"]
    return [item_of(question, scales) for question in likert.to_dict("records")]
