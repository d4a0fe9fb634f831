"""What the demo city undertook: actions of departments after a survey, and answers given before the assembly."""

import tomllib
from pathlib import Path

from dashboard.demo.dispatching import later
from dashboard.demo.draws import Draws
from dashboard.demo.files import write_table
from dashboard.demo.organisation import Organisation
from dashboard.demo.seed import FOLDER, Row, Seed, table

ACTIONS = ("wave", "unit", "text_ja", "text_en", "owner", "due", "state")
RECEIVED, IN_HAND, DONE, NOT_POSSIBLE, DECLINED = "受付", "対応中", "対応済", "対応困難", "見送り"


def action_rows(seed: Seed, organisation: Organisation) -> list[Row]:
    """actions.csv: most that are past their day are done, a few are not."""
    rules = tomllib.loads((FOLDER / "actions.toml").read_text(encoding="utf-8"))
    closed = {row["wave"]: row["closed_on"] for row in seed.held}
    rows = []
    for wave in rules["waves"]:
        draws = Draws(rules["seed"], 99, int(wave))
        units = [one.code for one in organisation.departments(wave)]
        for at in sorted(draws.order(len(units)).tolist()[: rules["count"]]):
            roll = draws.below(100_000, 5).tolist()
            text = rules["texts"][roll[0] % len(rules["texts"])]
            due = later(closed[wave], rules["due"][0] + roll[1] % rules["due"][1])
            own = {"wave": wave, "unit": units[at], "text_ja": text[0], "text_en": text[1]}
            own |= {"owner": rules["owners"][roll[2] % len(rules["owners"])], "due": due}
            rows.append({**own, "state": state(rules, due, roll[3] % 1000, roll[4])})
    return rows


def state(rules: dict, due: str, chance: int, roll: int) -> str:
    """How far an action has come by the day of the data."""
    if chance < rules["dropped"]:
        return (NOT_POSSIBLE, DECLINED)[roll % 2]
    if due < rules["today"]:
        return IN_HAND if chance < rules["dropped"] + rules["late"] else DONE
    return (RECEIVED, IN_HAND, IN_HAND, DONE)[roll % 4]


def write_follow_up(folder: Path, seed: Seed, organisation: Organisation) -> list[Path]:
    """Write actions and past answers; the paths."""
    answers = table("answers_given")
    return [
        write_table(folder / "actions.csv", ACTIONS, action_rows(seed, organisation)),
        write_table(folder / "answers_given.csv", tuple(answers[0]), answers),
    ]
