"""Rules of what was undertaken: an answer is closed only by the published figure that shows it."""

import pandas as pd

from dashboard.intake.references import City, check_order, pairs
from dashboard.intake.report import Findings

DONE, IN_HAND = "対応済", "対応中"


def check_answers(city: City, answers: pd.DataFrame, findings: Findings) -> None:
    """No due day before the answer, and nothing done without a figure. Whether it is published, publishing knows."""
    check_order(answers[answers["made_on"].notna() & answers["due"].notna()], "made_on", "due", findings)
    bare = answers[(answers["state"] == DONE) & answers["figure"].isna()]
    findings.add_rows("error", "figure_needed", pairs(bare, "made_on"), "figure", done=DONE, instead=IN_HAND)


def check_follow_up(city: City) -> None:
    """The rules of past answers, where that table is there."""
    if city.has("answers_given"):
        check_answers(city, city.frames["answers_given"], city.findings["answers_given"])
