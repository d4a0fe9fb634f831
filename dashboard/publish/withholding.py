"""Which counts of people may not be told, and which others go with them so that no sum gives them back."""

from collections.abc import Iterable

import pandas as pd

FEWEST = 2  # a single one is what the others leave of the sum


def hidden(counts: Iterable[int], k: int, already: Iterable[bool] = ()) -> list[bool]:
    """Which counts of a group whose sum is told are withheld.

    Those of 1..k-1 and those hidden `already`; then the smallest others, zeros last, until two or more are hidden
    and they are k or more in all. Where the whole group is under k, all of it.
    """
    numbers = [int(count) for count in counts]
    hide = {at for at, count in enumerate(numbers) if 0 < count < k} | {at for at, is_ in enumerate(already) if is_}
    rest = sorted(set(range(len(numbers))) - hide, key=lambda at: (numbers[at] == 0, numbers[at], at))
    while hide and rest and (len(hide) < FEWEST or sum(numbers[at] for at in hide) < k):
        hide.add(rest.pop(0))
    return [at in hide for at in range(len(numbers))]


def hidden_within(
    frame: pd.DataFrame, keys: list[str], column: str, k: int, already: pd.Series | None = None
) -> pd.Series:
    """`hidden` in every group of rows that share the keys."""
    flags = pd.Series(False, index=frame.index) if already is None else already.copy()
    for _, rows in frame.groupby(keys, sort=False):
        flags.loc[rows.index] = hidden(rows[column], k, flags.loc[rows.index])
    return flags


def told(counts: pd.Series, flags: pd.Series) -> pd.Series:
    """Counts without those withheld."""
    return counts.astype("Int64").mask(flags)
