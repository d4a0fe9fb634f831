"""Changes since the last survey held, and the breaks across which nothing is compared."""

import numpy as np
import pandas as pd

from dashboard.edition.catalogue import SHOWN
from dashboard.publish.codebook import Item, year_of
from dashboard.publish.estimate import Z
from dashboard.publish.families import RATE, adjusted, chance
from dashboard.publish.grid import KEYS
from dashboard.publish.plan.codes import PAIR, PLUS
from dashboard.publish.units import Organisation

REWORDED, REORGANISED, EVERY = "設問変更", "組織改編", "*"
MOVES = ("移管", "分割", "統合")  # a new name alone (改称) is no break
REMADE = MOVES[1:]  # a department that moves as it is stays comparable with itself
BREAKS = ["wave", "view", "member", "measure", "kind"]
CHANGES = ["change", "change_lo", "change_hi"]
LEAST = {"item": 30, "trait": 30, "theme": 20, "index": 20}  # answers in both surveys before a change is told
FAMILY = ["wave", "view", "measure"]  # changes looked at together


def steps(held: list[str]) -> list[tuple[str, str]]:
    """(survey before, survey) of every survey or correction held: before it is the last word on the year before."""
    ordered = sorted(held, key=lambda wave: (year_of(wave), len(wave), wave))
    last = {year_of(wave): wave for wave in ordered}
    before = dict(zip(list(last)[1:], last.values(), strict=False))
    return [(before[year_of(wave)], wave) for wave in ordered if year_of(wave) in before]


def first_shows(wave: str, held: list[str]) -> list[tuple[str, str]]:
    """The steps at which a change dated `wave` first shows."""
    return [(old, new) for old, new in steps(held) if year_of(old) < year_of(wave) <= year_of(new)]


def reworded_items(items: list[Item], held: list[str]) -> list[tuple[str, str]]:
    """(wave, measure) of every item that may not be compared with what was asked before."""
    found = []
    for item in items:
        if not item.comparable and item.first_wave:
            for _, wave in first_shows(item.first_wave, held):
                found += [(wave, item.code), *([(wave, f"trait_{item.code}")] if item.theme == "trait" else [])]
    return found


def changed_sets(sets: dict[str, dict[str, frozenset]], held: list[str]) -> list[tuple[str, str]]:
    """(wave, measure) where a score is made of other items than at the last survey. sets: wave -> measure -> items."""
    return [
        (new, measure)
        for old, new in steps(held)
        for measure, items in sorted(sets[new].items())
        if items and sets[old].get(measure) and items != sets[old][measure]
    ]


def reorganised(
    changes: pd.DataFrame, organised: dict[str, Organisation], held: list[str]
) -> list[tuple[str, str, str]]:
    """(wave, bureau | department, unit) of every unit that gained or lost people.

    A change inside one bureau moves nobody out of it; a department is another one once split or merged.
    """
    found = set()
    for row in changes[changes["kind"].isin(MOVES)].to_dict("records"):
        units = (row["old"], row["new"])
        for old, new in first_shows(row["wave"], held):
            touched = {organised[wave].bureaus.get(unit) for wave in (old, new) for unit in units} - {None}
            if len(touched) > 1:
                found |= {(new, "bureau", bureau) for bureau in touched}
            if row["kind"] in REMADE:
                found |= {(new, "department", unit) for unit in units}
    return sorted(found)


def break_rows(
    measures: list[tuple[str, str]], touched: list[tuple[str, str, str]], members: pd.DataFrame
) -> pd.DataFrame:
    """The edition's table of breaks. touched: units that a reorganisation changed; members: of every view."""
    views = members["view"].unique()
    rows = [(wave, view, EVERY, measure, REWORDED) for wave, measure in measures for view in views]
    within = members[["view", "member"]].itertuples(index=False, name=None)
    units = [(view, member, set(member.split(PAIR)[0].split(PLUS))) for view, member in within]
    for wave, kind, unit in touched:
        rows += [
            (wave, view, member, EVERY, REORGANISED)
            for view, member, cells in units
            if view.split("_")[0] == kind and unit in cells
        ]
    frame = pd.DataFrame(rows, columns=BREAKS)
    return frame.drop_duplicates().sort_values(BREAKS, kind="stable").reset_index(drop=True)


def differences(both: pd.DataFrame) -> pd.DataFrame:
    """change, change_lo, change_hi of cells beside their `old_...`, by what is known of both.

    Two standard errors: independent means. Two intervals of shares: Newcombe's hybrid (method 10, 1998). A response
    rate is a count of all and has no interval. Anything else is not compared.
    """
    change = both["value"] - both["old_value"]
    half = Z * np.hypot(both["se"], both["old_se"])
    down = np.hypot(both["value"] - both["lo"], both["old_hi"] - both["old_value"])
    up = np.hypot(both["hi"] - both["value"], both["old_value"] - both["old_lo"])
    with_se = both["se"].notna() & both["old_se"].notna()
    with_ends = both["lo"].notna() & both["old_lo"].notna() & both["se"].isna() & both["old_se"].isna()
    is_rate = both["measure"] == "response_rate"
    known = with_se | with_ends | is_rate
    return pd.DataFrame({
        "change": change.where(known),
        "change_lo": (change - down.where(with_ends, half)).where(known & ~is_rate),
        "change_hi": (change + up.where(with_ends, half)).where(known & ~is_rate),
    })  # fmt: skip


def enough(both: pd.DataFrame, kinds: dict[str, str], least: int) -> pd.Series:
    """Whether both surveys have the answers that a change of this kind of measure needs."""
    needed = both["measure"].map(kinds).map(LEAST).fillna(0).clip(lower=least)
    return (both["n"] >= needed) & (both["old_n"] >= needed)


def unbroken(both: pd.DataFrame, breaks: pd.DataFrame) -> pd.Series:
    """Whether no break lies between a cell and the survey before."""
    broken = pd.MultiIndex.from_frame(breaks[KEYS])
    found = pd.Series(False, index=both.index)
    for member in (both["member"], EVERY):
        for measure in (both["measure"], EVERY):
            keys = pd.MultiIndex.from_frame(both[KEYS].assign(member=member, measure=measure))
            found |= keys.isin(broken)
    return ~found


def news_of(found: pd.DataFrame) -> pd.Series:
    """Which changes stay when all members of a view are looked at together; none where there is no interval."""
    known = found[found["change_lo"].notna()]
    odds = pd.Series(chance(*(known[name].to_numpy(float) for name in CHANGES)), index=known.index)
    kept = odds.groupby([known[name] for name in FAMILY], sort=False).transform(lambda one: adjusted(one.to_numpy()))
    news = pd.Series([None] * len(found), index=found.index, dtype=object)
    news[known.index] = (kept < RATE).tolist()
    return news


def with_changes(
    cells: pd.DataFrame, breaks: pd.DataFrame, held: list[str], kinds: dict[str, str], least: int
) -> pd.DataFrame:
    """Cells with change, change_lo, change_hi and news: both surveys shown, with answers enough, no break between them.

    kinds: measure -> item | trait | theme | index | rate; least: people below whom no change is told.
    """
    numbers = ["value", "lo", "hi", "se", "n"]
    told = cells.loc[(cells["status"] == SHOWN) & cells["value"].notna(), [*KEYS, *numbers]]
    course = pd.DataFrame(steps(held), columns=["old_wave", "wave"])
    before = course.merge(told.rename(columns={"wave": "old_wave"}), on="old_wave").drop(columns="old_wave")
    before = before.rename(columns={name: f"old_{name}" for name in numbers})
    both = told.merge(before, on=KEYS, how="inner", validate="one_to_one")
    both = both[enough(both, kinds, least) & unbroken(both, breaks)]
    found = pd.concat([both[KEYS], differences(both)], axis=1).dropna(subset="change")
    found["news"] = news_of(found)
    return cells.merge(found, on=KEYS, how="left", validate="one_to_one").astype(dict.fromkeys(CHANGES, "float64"))
