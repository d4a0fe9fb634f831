"""Which members of a table of results may be shown: none under k people, and none that subtraction gives away."""

import pandas as pd


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
