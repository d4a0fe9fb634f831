"""A survey made ready for its plan, and the plan of all its items."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.publish.answers import Answers
from dashboard.publish.codebook import NO_ANSWER, UNFAVOURABLE
from dashboard.publish.plan import revisions
from dashboard.publish.plan.algebra import structure
from dashboard.publish.plan.groups import BLANK, Earlier, Row
from dashboard.publish.plan.lattice import Rules
from dashboard.publish.plan.proving import Wave, prove, reprove, unproved
from dashboard.publish.plan.revisions import Release
from dashboard.publish.plan.witness import CLASSES, Scale

SMALL = 500  # respondents below which other processes are not worth starting
Progress = Callable[[float], None]


def unwatched(share: float) -> None:
    """Nobody watches."""


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


def coded(classes: np.ndarray, scores: np.ndarray, offered: Iterable[int]) -> tuple[np.ndarray, Scale]:
    """One item's answers as codes 1, 2, ... (0 = none), and the class and points of every code. offered: classes that
    the questionnaire has."""
    valid = classes != NO_ANSWER
    kinds = classes - UNFAVOURABLE  # 0 unfavourable, 1 neutral, 2 favourable
    given, which = np.unique(CLASSES * scores[valid] + kinds[valid], return_inverse=True)
    answers = np.zeros(len(classes), dtype=np.int64)
    answers[valid] = which + 1
    has = {kind - UNFAVOURABLE for kind in offered}
    scale = Scale(
        np.append(-1, given % CLASSES), np.append(0, given // CLASSES), tuple(k in has for k in range(CLASSES))
    )
    return answers, scale


def index_pulls(read: Answers) -> np.ndarray:
    """Respondent x item: how much one answer point moves the index, 100 / (answered x (k - 1)); 0 outside it."""
    items = np.array([item.in_index for item in read.items], dtype=bool)
    steps = np.array([item.points - 1 for item in read.items], dtype=float)
    answered = (read.scores[:, items] > 0).sum(axis=1)
    known = ~np.isnan(read.index) & (answered > 0)
    own = np.where(known, 100 / np.maximum(answered, 1), 0.0)
    return np.where(items, own[:, None] / np.maximum(steps, 1), 0.0)


def wave_of(
    read: Answers, staff: pd.DataFrame, rules: Rules, earlier: Earlier | None = None, known: Earlier | None = None
) -> Wave:
    """A survey with its groups. staff: see attributes; earlier, known: see algebra.structure."""
    answers, scales = all_coded(read)
    groups = structure(staff, answers > 0, rules, earlier, known)
    return Wave(groups, answers, scales, index_pulls(read), read.index, allowed(groups.rows, read, rules))


def correction_of(
    read: Answers, staff: pd.DataFrame, own: np.ndarray, out: Sequence[Release], rules: Rules,
    earlier: Earlier | None = None, known: Earlier | None = None,
) -> Wave:  # fmt: skip
    """A correction together with what is out of its survey. read, staff: of the universe; see revisions.structure."""
    answers, scales = all_coded(read)
    groups = revisions.structure(staff, answers > 0, own, out, rules, earlier, known)
    released = sum(len(one.rows) for one in out)
    shown = np.vstack([*(one.keep for one in out), allowed(groups.rows[released:], read, rules)])
    return Wave(groups, answers, scales, index_pulls(read), read.index, shown, released)


def all_coded(read: Answers) -> tuple[np.ndarray, list[Scale]]:
    """(respondent x item codes, the scale of every item)."""
    each = enumerate(read.items)
    pairs = [coded(read.classes[:, at], read.scores[:, at], item.classes.values()) for at, item in each]
    return np.column_stack([one for one, _ in pairs]), [scale for _, scale in pairs]


def allowed(rows: list[Row], read: Answers, rules: Rules) -> np.ndarray:
    """Row x item: whether the item may be shown in so fine a view."""
    found = [[not rules.floored(item.code, row.block.view) for item in read.items] for row in rows]
    return np.array(found, dtype=bool).reshape(len(rows), len(read.items))


@dataclass(frozen=True)
class Outcome:
    """The plan of one item. keep: rows that show it; unproved: see proving; witnesses: their number and one hash."""

    keep: np.ndarray
    unproved: int
    witnesses: tuple[int, str]


def outcome(wave: Wave, item: int, rules: Rules) -> Outcome:
    """Prove one item and keep what a certificate needs."""
    proof = prove(wave, item, rules, rules.seed)
    each = [hashlib.sha256(table.astype("int8").tobytes()).hexdigest() for table in proof.witnesses]
    whole = hashlib.sha256("".join(each).encode()).hexdigest()
    return Outcome(proof.print.keep, unproved(proof), (len(each), whole))


def prove_all(wave: Wave, rules: Rules, workers: int, progress: Progress = unwatched) -> list[Outcome]:
    """The plan of every item, in order. workers: processes; the plan is the same for any number."""
    return each_item(outcome, wave, rules, workers, progress)


def open_targets(wave: Wave, item: int, rules: Rules, keep: np.ndarray) -> int:
    """Targets of one item for which no witness is found, as it is shown. keep: row x item."""
    return unproved(reprove(wave, item, keep[:, item], rules, rules.seed))


def each_item(work: Callable, wave: Wave, rules: Rules, workers: int, progress: Progress, *more: object) -> list:
    """work(wave, item, rules, *more) of every item, in order. progress: share done."""
    count = wave.answers.shape[1]
    if workers <= 1 or len(wave.index) < SMALL:
        found = []
        for item in range(count):
            found.append(work(wave, item, rules, *more))
            progress((item + 1) / count)
        return found
    with ProcessPoolExecutor(workers) as pool:
        started = [pool.submit(work, wave, item, rules, *more) for item in range(count)]
        for done, one in enumerate(started, start=1):
            one.result()
            progress(done / count)
        return [one.result() for one in started]
