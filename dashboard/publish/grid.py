"""The table of cells as a whole: one row for every survey, member and measure, each withheld one with a way out."""

import pandas as pd

from dashboard.edition.catalogue import ALL, CITY, NO_DATA, SHOWN, WITHHELD

KEYS = ["wave", "view", "member", "measure"]
NUMBERS = ["value", "lo", "hi", "bound_at", "n", "asked", "fav", "neu", "unf", "mean", "se"]
WIDER = ["wider_view", "wider_member"]
COLUMNS = [*KEYS, *NUMBERS, "bound", "status"]


def rate(n: int | None, asked: int | None) -> dict | None:
    """Response rate: a count of all staff, so it has no interval."""
    return None if asked is None or n is None else {"value": 100 * n / asked, "n": n}


def staff_of(staff: dict, view: str, member: str, respondents: int) -> int | None:
    """Staff asked, never fewer than the respondents: the roster is as of one day, the survey runs for weeks."""
    asked = staff.get((view, member))
    return None if asked is None else max(asked, respondents)


def themes_of(measures: pd.DataFrame) -> list[tuple[str, str]]:
    """(measure, theme) of every theme score."""
    themes = measures[measures["kind"] == "theme"]
    return list(zip(themes["measure"], themes["theme"], strict=True))


def traits(items: dict[str, dict], measures: pd.DataFrame) -> dict[str, dict]:
    """A trait is its item's share under a name of its own."""
    kept = ("value", "lo", "hi", "n")
    names = measures.loc[measures["kind"] == "trait", "measure"]
    copied = {name: items.get(name.removeprefix("trait_")) for name in names}
    return {name: {key: cell[key] for key in kept if key in cell} for name, cell in copied.items() if cell is not None}


def grid(parts: list[pd.DataFrame], waves: list[str], members: pd.DataFrame, measures: pd.DataFrame) -> pd.DataFrame:
    """Every wave, member and measure. parts: rows with COLUMNS; where there is none, there are no data."""
    full = pd.DataFrame({"wave": waves}).merge(members[["view", "member"]], how="cross")
    full = full.merge(measures[["measure"]], how="cross")
    found = pd.concat([part for part in parts if len(part)], ignore_index=True)
    cells = full.merge(found, on=KEYS, how="left", validate="one_to_one")
    cells["status"] = cells["status"].fillna(NO_DATA)
    whole = dict.fromkeys(("n", "asked"), "Int64")
    return cells.astype({name: whole.get(name, "float64") for name in NUMBERS})


def with_wider(cells: pd.DataFrame, ways: pd.DataFrame) -> pd.DataFrame:
    """Withheld cells with the nearest wider member that shows the same measure of the same survey.

    ways: wave, view, member, to_view, to_member, step: where to look, nearest first; at last the whole city.
    """
    hidden = cells.loc[cells["status"] == WITHHELD, KEYS]
    shown = cells.loc[cells["status"] == SHOWN, KEYS]
    shown = shown.rename(columns={"view": "to_view", "member": "to_member"})
    at_last = hidden.assign(to_view=CITY, to_member=ALL, step=len(ways) + 1)
    tried = pd.concat([hidden.merge(ways, on=KEYS[:3]), at_last[hidden["view"] != CITY]], ignore_index=True)
    open_ = tried.merge(shown, on=["wave", "to_view", "to_member", "measure"])
    nearest = open_.sort_values([*KEYS, "step"], kind="stable").drop_duplicates(KEYS)
    nearest = nearest.rename(columns={"to_view": WIDER[0], "to_member": WIDER[1]})
    return cells.merge(nearest[[*KEYS, *WIDER]], on=KEYS, how="left", validate="one_to_one")
