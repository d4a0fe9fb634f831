"""What is withdrawn first where figures must be: the price of every row."""

import numpy as np

from dashboard.publish.plan.algebra import Structure
from dashboard.publish.plan.lattice import Rules, View

PAIR, PART, SPLIT, PARENT = 1.0, 8.0, 64.0, 512.0  # a pair of attributes; departments; grade, age; wards and bureaus


def prices(structure: Structure, rules: Rules, released: int) -> np.ndarray:
    """What it costs to withdraw every row, infinity where it must stay: the whole city, and what is out already.

    released: so many of the first rows are out.
    """
    parents = {row.block.view.inside for row in structure.rows}
    found = np.array([price(row.block.view, parents, rules) for row in structure.rows])
    found[:released] = np.inf
    return found


def price(view: View, parents: set[tuple[str, ...]], rules: Rules) -> float:
    """Of a row of a view. parents: attributes that others are split inside of."""
    if view.split is None:
        return np.inf
    return PARENT if (view.split,) in parents else (PAIR, PART, SPLIT)[rules.worth(view)]
