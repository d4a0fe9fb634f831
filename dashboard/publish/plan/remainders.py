"""What is left of shown groups when others are taken from them: sums and differences of two or three."""

from collections.abc import Iterator

import numpy as np
from scipy.sparse import csr_matrix

Remainder = tuple[tuple[int, ...], np.ndarray]  # numbers of the rows, and +1 or -1 of each


def remainders(shows: csr_matrix, valid: np.ndarray, k: int) -> Iterator[Remainder]:
    """Every a - b, a - b - c and a + b - c of shown rows that leaves people of whom fewer than k answered some item.

    shows: row x respondent, 0/1; valid: row x item, how many answered. A sum counts where it holds nobody twice.
    """
    common = (shows @ shows.T).toarray()
    sizes = common.diagonal()
    inside = (common == sizes) & (sizes[:, None] > sizes)  # [whole, part]
    for whole, part in zip(*np.where(inside), strict=True):
        if (valid[whole] - valid[part]).min() < k:
            yield (whole, part), np.array([1, -1])
    for row in range(len(sizes)):
        yield from two_taken(row, np.flatnonzero(inside[row]), common, valid, k)
        yield from one_taken(row, common, valid, k)


def two_taken(whole: int, parts: np.ndarray, common: np.ndarray, valid: np.ndarray, k: int) -> Iterator[Remainder]:
    """A row less two parts of it that share nobody."""
    first, second = np.nonzero(np.triu(common[np.ix_(parts, parts)] == 0))
    first, second = parts[first], parts[second]
    left = common[whole, whole] - common[first, first] - common[second, second]
    small = (valid[whole] - valid[first] - valid[second]).min(axis=1) < k
    for one, other in zip(first[small & (left > 0)], second[small & (left > 0)], strict=True):
        yield (whole, one, other), np.array([1, -1, -1])


def one_taken(part: int, common: np.ndarray, valid: np.ndarray, k: int) -> Iterator[Remainder]:
    """Two rows less one that lies in both together and holds all that they share."""
    sizes, own = common.diagonal(), common[part]
    covers = own[:, None] + own - common == sizes[part]
    left = sizes[:, None] + sizes - sizes[part] > 0
    first, second = np.nonzero(np.triu(covers & left, 1))
    small = (valid[first] + valid[second] - valid[part]).min(axis=1) < k
    for one, other in zip(first[small], second[small], strict=True):
        yield (one, other, part), np.array([1, 1, -1])
