"""The demo city knows what is true: what was planted, as the estimator would find it without noise, and what it found.

An effect that begins a year after the start is less than what was planted when it is taken over all years: so the
planted points themselves go through the estimator, cell by cell as they were shown.
"""

import hashlib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from dashboard.publish.effects import judge
from dashboard.publish.effects.panel import NEVER
from dashboard.publish.effects.refits import group_time, overall
from dashboard.publish.effects.rows import REACHED, SENT, STEADY, TRAINED, VISITED, Case, Made

PROGRAMMES = {REACHED: "vision", SENT: "dispatch", TRAINED: "institute"}
EFFECT, NULL, LEAD = "effect", "null", "lead"
CALLED, UNSEEN, RIGHT, WRONG = "called", "unseen", "right", "wrong"


def truth(folder: Path, sources: pd.DataFrame) -> dict | None:
    """truth.toml of the shipped demo city; None unless every survey kept as CSV is one of the files in its folder.

    A workbook is kept rewritten, so its bytes say nothing.
    """
    kept = sources[(sources["table_name"] == "responses") & sources["file_name"].str.endswith(".csv")]
    shipped = {hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("responses_*.csv")}
    if kept.empty or not set(kept["sha256"]) <= shipped:
        return None
    return tomllib.loads((folder / "truth.toml").read_text(encoding="utf-8"))


def truth_rows(made: Made, tables: Mapping[str, pd.DataFrame], known: dict) -> pd.DataFrame:
    """Table effect_truths."""
    effects = tables["effects"].set_index("effect").to_dict("index")
    found = [effect_row(made[one], effects[one], known) for one in PROGRAMMES if one in made]
    if VISITED in made:
        row, zero = effects[VISITED], float(known["zero"]["membership_rate_dispatch"])
        right = RIGHT if row["verdict"] != judge.FOUND else WRONG
        own = {"planted": zero, "expected": zero, "value": row["value"], "lo": row["lo"], "hi": row["hi"]}
        found.append({"kind": NULL, "effect": VISITED, "bureau": "", **own, "result": right})
    if "effect_leads" in tables:
        found += lead_rows(tables["effect_leads"], known)
    rows = pd.DataFrame(found)
    return rows[rows["expected"].notna()].round(STEADY)  # where nobody started or all did, nothing is in an average


def effect_row(case: Case, row: Mapping, known: dict) -> dict:
    """What was planted on the heading, what of it is in the average, and the interval beside it."""
    programme = PROGRAMMES[case.effect]
    rule, starts = known["effects"][programme], known["adoption"][programme]
    panel, own = case.panel, np.full(case.panel.values.shape, np.nan)
    for at, (year, of) in enumerate(zip(panel.years, case.bureaus, strict=True)):
        for row_at, unit in enumerate(panel.units):
            start = starts.get(unit, starts.get(of.get(unit), NEVER))
            own[row_at, at] = rule["theme_motivation"] * (year >= start + rule["first_effect_after_years"])
    own[np.isnan(panel.values)] = np.nan
    expected = float(overall(group_time(own, panel.starts[None, :], np.ones((1, len(panel.units)))))[0])
    is_told = row["lo"] is not None and not np.isnan(row["lo"])
    outcome = RIGHT if is_told and row["lo"] <= expected <= row["hi"] else WRONG
    numbers = {name: row[name] for name in ("value", "lo", "hi")}
    planted = {"planted": rule["theme_motivation"], "expected": expected}
    return {"kind": EFFECT, "effect": case.effect, "bureau": "", **planted, **numbers, "result": outcome}


def lead_rows(groups: pd.DataFrame, known: dict) -> list[dict]:
    """The departments that were made to rise before they started: called; not seen, where so small a rise could not be;
    or missed. Any other group that is called is a false call.
    """
    rule, per_score = known["rise_before_start"], known["effects"][PROGRAMMES[SENT]]
    planted = rule["points_a_wave"] * per_score["theme_motivation"] / per_score["planted"]
    start, prefix = known["adoption"][rule["programme"]][rule["units"][0]], os.path.commonprefix(rule["units"])
    rows = []
    for one in groups.to_dict("records"):
        is_own = one["effect"] == SENT and one["start"] == start and prefix.startswith(one["bureau"])
        expected = planted if is_own else 0.0
        outcome = CALLED if one["called"] else UNSEEN if one["smallest"] > expected else WRONG
        if not is_own:
            outcome = WRONG if one["called"] else RIGHT
        own = {
            "kind": LEAD,
            "effect": one["effect"],
            "bureau": one["bureau"],
            "planted": expected,
            "expected": expected,
        }
        rows.append(
            {**own, "value": one["slope"], "lo": None, "hi": None, "smallest": one["smallest"], "result": outcome}
        )
    return rows
