"""Which members of a view may be shown: none under k people, and none that subtraction would give away."""

from itertools import permutations

import pandas as pd

from dashboard.edition.catalogue import NO_DATA, SHOWN, WITHHELD


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


def nested(members: pd.DataFrame, k: int) -> set[tuple[str, str]]:
    """(view, member) of groups inside a group of another view that has 1..k-1 people more.

    members: one row a respondent, one column a view, its member or None. Shown together, the two would give those few
    people away by subtraction (a ward office and its ward), so the inner group must not be shown.
    """
    inner: set[tuple[str, str]] = set()
    for one, other in permutations(members.columns, 2):
        sizes = {view: members[view].value_counts() for view in (one, other)}
        shared = members.groupby([one, other]).size()
        for (small, large), together in shared.items():
            left = sizes[other][large] - together
            if together == sizes[one][small] and 1 <= left < k:
                inner.add((one, small))
    return inner


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
