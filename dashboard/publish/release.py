"""Which members of a view may be shown: none under k people, and none that subtraction would give away."""

import pandas as pd

SHOWN, WITHHELD, NO_DATA = "表示", "秘匿", "データなし"


def withheld(counts: pd.DataFrame, whole: pd.Series | None, k: int) -> set[str]:
    """Members of one view and survey that must not be shown.

    counts: member x (respondents, items ...), people behind each number; whole: the same for the city, None when
    the city shows nothing. Size = the smallest count. Remainder rule: as long as 1..k-1 people are left when all
    shown members are taken from the city, on any count, the smallest shown member is withheld too.
    """
    sizes = counts.min(axis=1)
    shown = sorted((size, member) for member, size in sizes.items() if size >= k)
    while shown and whole is not None:
        left = whole - counts.loc[[member for _, member in shown]].sum()
        if not left.between(1, k - 1).any():
            break
        shown.pop(0)
    return set(counts.index) - {member for _, member in shown}


def seal(cells: pd.DataFrame, hidden: set[tuple[str, str, str]], numbers: list[str]) -> pd.DataFrame:
    """Cells with their status: a withheld one keeps its keys alone.

    cells: every wave, view, member and measure, without value where there is none; hidden: (wave, view, member).
    Where nobody in the city answered, a withheld member has no data like everyone else.
    """
    cells = cells.copy()
    keys = pd.MultiIndex.from_frame(cells[["wave", "view", "member"]])
    city = cells[(cells["view"] == "city") & cells["value"].notna()]
    asked = pd.MultiIndex.from_frame(city[["wave", "measure"]])
    lives = pd.MultiIndex.from_frame(cells[["wave", "measure"]]).isin(asked)
    is_hidden = keys.isin(list(hidden)) if hidden else pd.Series(False, index=cells.index).to_numpy()
    cells["status"] = SHOWN
    cells.loc[cells["value"].isna(), "status"] = NO_DATA
    cells.loc[is_hidden & lives, "status"] = WITHHELD
    cells.loc[is_hidden & ~lives, "status"] = NO_DATA
    cells.loc[cells["status"] != SHOWN, numbers] = None
    return cells
