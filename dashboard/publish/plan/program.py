"""Programs of 0/1 choices under linear limits, solved by HiGHS (https://highs.dev)."""

from dataclasses import dataclass

import highspy
import numpy as np
from scipy.sparse import csc_matrix, vstack

NODES = 20  # of one program: no clock, so that plans repeat
# Most programs are settled at the root by a heuristic: what tidies a program up first costs more than it saves.
OPTIONS = {
    "output_flag": False,
    "threads": 1,
    "presolve": "off",
    "mip_detect_symmetry": False,
    "mip_max_nodes": NODES,
}


@dataclass(frozen=True)
class Within:
    """Sums of chosen columns that lie from least to most: one number a row of the matrix, or one for all."""

    matrix: csc_matrix
    least: np.ndarray | float
    most: np.ndarray | float


def solved(cost: np.ndarray, within: list[Within], gap: float) -> np.ndarray | None:
    """Which of 0/1 choices cost least, to within a share of the least; None where a few nodes find none."""
    solver = highspy.Highs()
    for name, value in {**OPTIONS, "mip_rel_gap": gap}.items():
        solver.setOptionValue(name, value)
    solver.passModel(model(cost, within))
    solver.run()
    if solver.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    return np.round(solver.getSolution().col_value).astype(bool)


def model(cost: np.ndarray, within: list[Within]) -> highspy.HighsLp:
    """A program as the solver takes it."""
    matrix, count = vstack([one.matrix for one in within], format="csc"), len(cost)
    found = highspy.HighsLp()
    found.num_row_, found.num_col_ = matrix.shape
    found.col_cost_, found.col_lower_, found.col_upper_ = cost, np.zeros(count), np.ones(count)
    found.row_lower_ = np.concatenate([np.full(one.matrix.shape[0], one.least, dtype=float) for one in within])
    found.row_upper_ = np.concatenate([np.full(one.matrix.shape[0], one.most, dtype=float) for one in within])
    found.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    found.a_matrix_.start_, found.a_matrix_.index_ = matrix.indptr, matrix.indices
    found.a_matrix_.value_ = matrix.data
    found.integrality_ = [highspy.HighsVarType.kInteger] * count
    return found
