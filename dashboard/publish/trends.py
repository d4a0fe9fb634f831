"""Changes since the last survey held, and the breaks across which nothing is compared."""

import numpy as np
import pandas as pd

from dashboard.publish.cells import KEYS
from dashboard.publish.codebook import Item
from dashboard.publish.estimate import mean_difference, share_difference
from dashboard.publish.families import RATE, adjusted, chance
from dashboard.publish.release import SHOWN
from dashboard.publish.units import Organisation

REWORDED, REORGANISED, EVERY = "設問変更", "組織改編", "*"
MOVES = ("移管", "分割", "統合")  # a new name alone (改称) is no break
BREAKS = ["wave", "view", "member", "measure", "kind"]
CHANGES = ["change", "change_lo", "change_hi"]
LEAST = {"item": 30, "trait": 30, "theme": 20, "index": 20}  # answers in both surveys before a change is told
FAMILY = ["wave", "view", "measure"]  # changes looked at together


def next_held(wave: str, held: list[str]) -> str | None:
    """The survey at which a change dated `wave` first shows."""
    return next((code for code in held if code >= wave), None)


def reworded_items(items: list[Item], held: list[str]) -> list[tuple[str, str]]:
    """(wave, measure) of every item that may not be compared with what was asked before."""
    found = []
    for item in items:
        wave = next_held(item.first_wave, held) if item.first_wave else None
        if not item.comparable and wave is not None and wave != held[0]:
            found.append((wave, item.code))
            if item.theme == "trait":
                found.append((wave, f"trait_{item.code}"))
    return found


def changed_sets(sets: dict[str, dict[str, frozenset]], held: list[str]) -> list[tuple[str, str]]:
    """(wave, measure) where a score is made of other items than at the last survey. sets: wave -> measure -> items."""
    return [
        (new, measure)
        for old, new in zip(held, held[1:], strict=False)
        for measure, items in sorted(sets[new].items())
        if items and sets[old].get(measure) and items != sets[old][measure]
    ]


def reorganised(changes: pd.DataFrame, organised: dict[str, Organisation], held: list[str]) -> list[tuple[str, str]]:
    """(wave, bureau) of every bureau that gained or lost a unit; a change inside one bureau moves nobody."""
    found = set()
    for row in changes[changes["kind"].isin(MOVES)].to_dict("records"):
        new = next_held(row["wave"], held)
        if new is None or new == held[0]:
            continue
        old = held[held.index(new) - 1]
        units = (row["old"], row["new"])
        touched = {organised[wave].bureaus.get(unit) for wave in (old, new) for unit in units} - {None}
        if len(touched) > 1:
            found |= {(new, bureau) for bureau in touched}
    return sorted(found)


def break_rows(measures: list[tuple[str, str]], bureaus: list[tuple[str, str]], views: list[str]) -> pd.DataFrame:
    """The edition's table of breaks."""
    rows = [(wave, view, EVERY, measure, REWORDED) for wave, measure in measures for view in views]
    if "bureau" in views:
        rows += [(wave, "bureau", bureau, EVERY, REORGANISED) for wave, bureau in bureaus]
    frame = pd.DataFrame(rows, columns=BREAKS)
    return frame.drop_duplicates().sort_values(BREAKS, kind="stable").reset_index(drop=True)


def change(row: dict) -> tuple[float | None, float | None, float | None]:
    """A cell's change since `old_...`, by what is known of both; nothing without an interval, except a count of all."""
    known = {name: not pd.isna(row[name]) and not pd.isna(row[f"old_{name}"]) for name in ("lo", "se")}
    if row["measure"] == "response_rate":
        return row["value"] - row["old_value"], None, None
    if known["se"]:
        return mean_difference(row["value"], row["se"], row["old_value"], row["old_se"])
    if known["lo"] and pd.isna(row["se"]) and pd.isna(row["old_se"]):
        new, old = (row["lo"], row["hi"]), (row["old_lo"], row["old_hi"])
        return share_difference(row["value"], new, row["old_value"], old)
    return None, None, None


def enough(row: dict, kinds: dict[str, str]) -> bool:
    """Whether both surveys have the answers that a change of this kind of measure needs."""
    least = LEAST.get(kinds[row["measure"]], 0)
    return not least or min(row["n"], row["old_n"]) >= least


def news_of(found: pd.DataFrame) -> pd.Series:
    """Which changes stay when all members of a view are looked at together; none where there is no interval."""
    news = pd.Series([None] * len(found), index=found.index, dtype=object)
    known = found[found["change_lo"].notna()]
    for _, family in known.groupby(FAMILY, sort=False):
        chances = [chance(*row) for row in family[CHANGES].itertuples(index=False, name=None)]
        news[family.index] = (adjusted(np.array(chances)) < RATE).tolist()
    return news


def with_changes(cells: pd.DataFrame, breaks: pd.DataFrame, held: list[str], kinds: dict[str, str]) -> pd.DataFrame:
    """Cells with change, change_lo, change_hi and news: both surveys shown, with answers enough, no break between them.

    kinds: measure -> item | trait | theme | index | rate.
    """
    numbers = ["value", "lo", "hi", "se", "n"]
    before = cells.loc[cells["wave"].isin(held) & (cells["status"] == SHOWN), [*KEYS, *numbers]]
    before = before.assign(wave=before["wave"].map(dict(zip(held, held[1:], strict=False)))).dropna(subset="wave")
    before = before.rename(columns={name: f"old_{name}" for name in numbers})
    both = cells[cells["status"] == SHOWN].merge(before, on=KEYS, how="inner", validate="one_to_one")
    broken = set(breaks[["wave", "view", "member", "measure"]].itertuples(index=False, name=None))
    rows = []
    for row in both.to_dict("records"):
        wave, view, member, measure = (row[key] for key in KEYS)
        if enough(row, kinds) and not broken & {(wave, view, m, s) for m in (member, EVERY) for s in (measure, EVERY)}:
            rows.append((wave, view, member, measure, *change(row)))
    found = pd.DataFrame(rows, columns=KEYS + CHANGES).astype(dict.fromkeys(CHANGES, "float64"))
    found["news"] = news_of(found)
    return cells.merge(found, on=KEYS, how="left", validate="one_to_one").astype(dict.fromkeys(CHANGES, "float64"))
