"""What is said of an effect follows from its numbers by written rules; what is withheld is missing, never guessed."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from panels import RULES

from dashboard.edition.effects import of_truths
from dashboard.publish.effects import judge
from dashboard.publish.effects.estimate import Estimate, Point
from dashboard.publish.effects.judge import Attrition
from dashboard.publish.effects.leads import leads
from dashboard.publish.effects.panel import NEVER, Panel
from dashboard.publish.effects.panels import bureau_starts, departments
from dashboard.publish.effects.truths import lead_rows
from dashboard.settings import ROOT

CLEAR = Estimate(Point(4.0, 1.0, 2.0, 6.0, 40), {}, pre_p=0.5, placebo_p=0.005, mde=2.8)
LITTLE_LOST = Attrition(5.0, 5.0, 6.0)


def having(lo, hi, **changed):
    return replace(CLEAR, overall=Point((lo + hi) / 2, 1.0, lo, hi, 40), **changed)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (CLEAR, "found"),
        (having(-6.0, -2.0), "found"),
        (having(-1.0, 2.9), "none"),
        (having(0.0, 2.9), "none"),  # 0 itself lies in the interval
        (having(-1.0, 3.0), "unclear"),  # a size that matters is not ruled out
        (having(-3.5, 2.0), "unclear"),  # nor is one in the other direction
        (having(2.0, 6.0, pre_p=0.049), "doubtful"),
        (having(2.0, 6.0, pre_p=None), "unclear"),  # the time before was never tested
        (replace(CLEAR, overall=Point(4.0, None, None, None, 9)), "unclear"),
        (None, "unclear"),
    ],
)
def test_the_four_verdicts(found, said):
    assert judge.verdict(found, 3.0, RULES) == said


def test_marks_are_earned_one_by_one():
    def marks(found=CLEAR, never=25, lost=LITTLE_LOST):
        return judge.strength(found, never, lost, 3.0, RULES).marks

    assert marks() == 5
    assert [marks(never=19), marks(replace(CLEAR, pre_p=0.01)), marks(replace(CLEAR, mde=3.1))] == [4, 4, 4]
    lost = (Attrition(11, 11, 11), Attrition(9, 3, 9))
    assert [marks(lost=one) for one in lost] == [4, 4] and marks(replace(CLEAR, placebo_p=0.06)) == 4
    assert marks(having(-1.0, 2.9, placebo_p=0.4)) == 5  # false starts say the same as an interval that holds 0
    assert marks(replace(CLEAR, overall=Point(4.0, None, None, None, 9))) == 0
    assert marks(None) == 0


def test_what_would_be_needed():
    assert judge.starts_needed(CLEAR, 40, 40, 3.0) is None and judge.answers_needed(CLEAR, 100, 3.0) is None
    wide = replace(CLEAR, mde=6.0)
    assert judge.answers_needed(wide, 100, 3.0) == 400
    assert judge.starts_needed(wide, 10, 400, 3.0) == 44  # 1/n + 1/400 = (1/10 + 1/400) / 4
    assert judge.starts_needed(wide, 10, 20, 3.0) is None  # no number of starts would do beside so few others


def cells(rows):
    frame = pd.DataFrame(rows, columns=["wave", "member", "status", "value", "n"])
    return frame.assign(view="department", measure="theme_motivation")


WAVES = pd.DataFrame({"wave": ["2023", "2024", "2025"], "fiscal_year": [2023, 2024, 2025], "held": [True, True, True]})
BREAKS = pd.DataFrame(columns=["wave", "view", "member", "measure", "kind"])


def test_withheld_joined_and_coded_departments_are_missing_and_counted():
    rows = [(wave, "A", "表示", 50.0, 30) for wave in WAVES["wave"]]
    rows += [("2023", "B", "秘匿", 61.0, 12), ("2024", "B", "表示", None, 12), ("2025", "B", "表示", 0.0, 12)]
    rows += [(wave, "C+D", "表示", 70.0, 30) for wave in WAVES["wave"]] + [("2025", "E", "データなし", None, None)]
    grid, waves = departments({"cells": cells(rows), "waves": WAVES, "breaks": BREAKS}, "theme_motivation")
    assert grid.units == ["A", "B"] and waves == ["2023", "2024", "2025"]
    assert np.isnan(grid.values[1]).tolist() == [True, True, False] and grid.values[1, 2] == 0
    lost = grid.lost(grid.panel([NEVER, 2], ["A", "B"], ["A", "B"]))
    assert lost == Attrition(pytest.approx(100 * 2 / 6), pytest.approx(100 * 2 / 3), 0.0)


def test_nothing_is_compared_across_a_break():
    rows = [(wave, "A", "表示", 50.0, 30) for wave in WAVES["wave"]]
    broken = pd.DataFrame([("2024", "department", "*", "theme_motivation", "設問変更")], columns=BREAKS.columns)
    grid, _ = departments({"cells": cells(rows), "waves": WAVES, "breaks": broken}, "theme_motivation")
    assert np.isnan(grid.values[0]).tolist() == [True, False, False]


def test_a_department_starts_with_the_bureau_it_belongs_to_at_the_time():
    rows = [(wave, unit, "表示", 50.0, 30) for wave in WAVES["wave"] for unit in ("A", "B")]
    grid, _ = departments({"cells": cells(rows), "waves": WAVES, "breaks": BREAKS}, "theme_motivation")
    then = [{"A": "X", "B": "Y"}, {"A": "X", "B": "Z"}, {"A": "X", "B": "Z"}]
    assert bureau_starts(grid, then, {"Z": 2022}) == ([NEVER, 1], ["X", "Z"])


def risen(points, noise=1.0):
    """Thirty departments over six years; the first four, of bureau X, start in the fifth and rise before."""
    draws = np.random.default_rng(43100)
    values = 55 + noise * draws.standard_normal((30, 6))
    values[:4] += points * np.arange(6)
    starts = np.array([4] * 4 + [5] * 6 + [NEVER] * 20)
    codes = [f"U{at:02d}" for at in range(30)]
    panel = Panel(codes, range(2017, 2023), values, starts, np.array(codes), np.array(codes))
    return leads(panel, ["X"] * 4 + [f"Y{at}" for at in range(26)], RULES)


def test_departments_that_rise_before_they_start_together_are_called():
    (own,) = risen(2.0)
    assert own["called"] and own["bureau"] == "X" and own["start"] == 2021 and own["slope"] == pytest.approx(2, abs=0.7)
    assert not risen(0.0)[0]["called"]
    (lost,) = risen(0.1)
    assert not lost["called"] and lost["smallest"] > 0.1


KNOWN = {
    "effects": {"dispatch": {"planted": 3.0, "theme_motivation": 4.5}},
    "adoption": {"dispatch": {"X1": 2021, "X2": 2021}},
    "rise_before_start": {"programme": "dispatch", "units": ["X1", "X2"], "points_a_wave": 1.0},
}


@pytest.mark.parametrize(
    ("bureau", "called", "smallest", "result"),
    [
        ("X", True, 5.0, "called"),
        ("X", False, 5.0, "unseen"),  # 1.5 planted on this heading
        ("X", False, 1.4, "wrong"),  # it would have been seen
        ("Y", True, 5.0, "wrong"),
        ("Y", False, 5.0, "right"),
    ],
)
def test_what_is_told_of_the_time_before_is_judged_by_what_could_be_seen(bureau, called, smallest, result):
    row = {"effect": "dispatch_staff", "bureau": bureau, "start": 2021, "slope": 1.0, "p": 0.5}
    groups = pd.DataFrame([{**row, "called": called, "smallest": smallest}])
    (found,) = lead_rows(groups, KNOWN)
    assert found["result"] == result
    null = {"kind": "null", "planted": 0.0, "smallest": None, "result": "right"}
    assert of_truths([null, found]).is_right == (result != "wrong")


def test_an_effect_told_where_there_is_none_is_wrong_and_an_interval_that_misses_is_counted():
    rows = [{"kind": "effect", "planted": 3.0, "smallest": None, "result": one} for one in ("right", "wrong")]
    null = {"kind": "null", "planted": 0.0, "smallest": None, "result": "right"}
    assert of_truths([*rows, null]).line == "covered 1 of 2; null: right; pre-trend: not tested"
    assert of_truths([*rows, null]).is_right and not of_truths([{**null, "result": "wrong"}]).is_right


def test_publishing_loads_the_library_of_estimators_only_when_it_estimates():
    told = "import sys, dashboard.publish.build; print('diff_diff' in sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "False"
