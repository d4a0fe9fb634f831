"""A survey made ready for its plan, and the plan of all its items."""

import math
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import pandas as pd

from dashboard.publish.answers import Answers
from dashboard.publish.codebook import FAVOURABLE, NEUTRAL, UNFAVOURABLE
from dashboard.publish.plan.algebra import structure
from dashboard.publish.plan.groups import BLANK, Earlier
from dashboard.publish.plan.lattice import Rules
from dashboard.publish.plan.proving import Proven, Wave, prove
from dashboard.publish.plan.witness import Scale

ORDER = {UNFAVOURABLE: 0, NEUTRAL: 1, FAVOURABLE: 2}


def attributes(frame: pd.DataFrame, read: Answers, departments: set[str], rules: Rules) -> pd.DataFrame:
    """What every respondent said of themselves, as text, blank where nothing is known.

    frame: the kept responses; departments: units below a bureau.
    """
    own = {
        "ward": read.members.get("ward"),
        "bureau": read.members.get("bureau"),
        "department": [unit if unit in departments else None for unit in frame["unit"]],
        **{name: frame[name] for name in ("grade", "age", "dispatched")},
    }
    table = pd.DataFrame({name: list(own[name]) for name in rules.attributes}, dtype=object)
    return table.where(table.notna(), BLANK).astype(str)


def coded(classes: np.ndarray, scores: np.ndarray) -> tuple[np.ndarray, Scale]:
    """One item's answers as codes 1, 2, ... (0 = none), and the class and points of every code."""
    valid = np.isin(classes, list(ORDER))
    pairs = sorted({(int(score), ORDER[int(kind)]) for score, kind in zip(scores[valid], classes[valid], strict=True)})
    place = {pair: at for at, pair in enumerate(pairs, start=1)}
    answers = np.zeros(len(classes), dtype=np.int64)
    answers[valid] = [place[int(s), ORDER[int(c)]] for s, c in zip(scores[valid], classes[valid], strict=True)]
    return answers, Scale(np.array([-1, *(kind for _, kind in pairs)]), np.array([0, *(points for points, _ in pairs)]))


def index_weights(read: Answers) -> np.ndarray:
    """How much an answer counts in the index: whole numbers, more where fewer items were answered, 0 without index."""
    items = [place for place, item in enumerate(read.items) if item.in_index]
    answered = (read.scores[:, items] > 0).sum(axis=1)
    whole = math.lcm(*range(1, len(items) + 1)) if items else 1
    known = ~np.isnan(read.index) & (answered > 0)
    return np.where(known, whole // np.maximum(answered, 1), 0).astype(float)


def wave_of(read: Answers, staff: pd.DataFrame, rules: Rules, earlier: Earlier | None = None) -> Wave:
    """A survey with its groups. staff: see attributes."""
    pairs = [coded(read.classes[:, at], read.scores[:, at]) for at in range(len(read.items))]
    answers = np.column_stack([one for one, _ in pairs])
    in_index = np.array([item.in_index for item in read.items])
    groups = structure(staff, answers > 0, rules, earlier)
    return Wave(groups, answers, [scale for _, scale in pairs], in_index, index_weights(read))


def prove_all(
    wave: Wave, rules: Rules, seed: int, workers: int, progress: Callable[[float], None] = lambda share: None
) -> list[Proven]:
    """The plan of every item, in order. workers: processes; the plan is the same for any number."""
    count = wave.answers.shape[1]
    if workers <= 1:
        found = []
        for item in range(count):
            found.append(prove(wave, item, rules, seed))
            progress((item + 1) / count)
        return found
    with ProcessPoolExecutor(workers) as pool:
        started = [pool.submit(prove, wave, item, rules, seed) for item in range(count)]
        for done, one in enumerate(started, start=1):
            one.result()
            progress(done / count)
        return [one.result() for one in started]
