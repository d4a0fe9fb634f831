"""Plan files: a small readable record of how one survey is released, and what proves it.

A file is believed in one thing only: that a search found witnesses for exactly the figures whose hash it names.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np

from dashboard.publish.plan.algebra import Structure
from dashboard.publish.plan.codes import UNSAID
from dashboard.publish.plan.groups import BLANK, Earlier
from dashboard.publish.plan.lattice import Rules
from dashboard.publish.plan.prints import row_names
from dashboard.publish.plan.proving import Wave
from dashboard.publish.plan.waves import Outcome

STEM = "plan_"


@dataclass(frozen=True)
class Certificate:
    """How one survey is released.

    rules: as they were; joined: view -> parent -> groups of several cells; withdrawn: item -> cells (view, member) that
    do not show it; cells: hash of what is printed; witnesses: item -> how many, and one hash of all; frozen: once an
    edition holds it.
    """

    wave: str
    respondents: int
    targets: int
    cells: str
    rules: dict
    joined: dict[str, dict[str, list[list[str]]]]
    withdrawn: dict[str, list[list[str]]]
    witnesses: dict[str, list] = field(default_factory=dict)
    frozen: bool = False

    def groups(self) -> Earlier:
        """The joined groups by block."""
        return {
            (view, parent_of(parent)): [tuple(group) for group in groups]
            for view, blocks in self.joined.items()
            for parent, groups in blocks.items()
        }

    def keep(self, wave: Wave, items: list[str], rules: Rules) -> np.ndarray:
        """Row x item: what is shown of a survey."""
        gone = {(item, *cell) for item, cells in self.withdrawn.items() for cell in map(tuple, cells)}
        names = row_names(wave, rules)
        shown = [[(item, *name) not in gone for item in items] for name in names]
        return np.array(shown, dtype=bool).reshape(len(names), len(items)) & wave.allowed


def parent_key(parent: tuple[str, ...]) -> str:
    """A block's parent in one word: '' the city; who did not say has a word too."""
    return "/".join(value if value != BLANK else UNSAID for value in parent)


def parent_of(key: str) -> tuple[str, ...]:
    """The parent of a key."""
    return tuple(BLANK if value == UNSAID else value for value in key.split("/")) if key else ()


def rules_of(rules: Rules) -> dict:
    """The rules as a plan file keeps them."""
    return json.loads(json.dumps(asdict(rules)))


def joined_of(structure: Structure) -> dict[str, dict[str, list[list[str]]]]:
    """Every group of several cells."""
    found: dict[str, dict[str, list[list[str]]]] = {}
    for block in structure.blocks:
        groups = [list(group) for group in block.groups if len(group) > 1]
        if groups:
            found.setdefault(block.view.name, {})[parent_key(block.parent)] = groups
    return found


def withdrawn_of(wave: Wave, keep: np.ndarray, items: list[str], rules: Rules) -> dict[str, list[list[str]]]:
    """Item -> cells that would show it and do not."""
    names = row_names(wave, rules)
    gone = wave.allowed & ~keep
    return {
        item: [list(names[row]) for row in np.flatnonzero(gone[:, at])]
        for at, item in enumerate(items)
        if gone[:, at].any()
    }


def certificate(
    code: str, wave: Wave, items: list[str], outcomes: list[Outcome], cells: str, rules: Rules
) -> Certificate:
    """The record of a plan just made."""
    keep = np.column_stack([one.keep for one in outcomes])
    return Certificate(
        wave=code,
        respondents=len(wave.index),
        targets=len(wave.structure.targets),
        cells=cells,
        rules=rules_of(rules),
        joined=joined_of(wave.structure),
        withdrawn=withdrawn_of(wave, keep, items, rules),
        witnesses={item: list(one.witnesses) for item, one in zip(items, outcomes, strict=True)},
    )


def path_of(folder: Path, wave: str) -> Path:
    return folder / f"{STEM}{wave}.json"


def read(folder: Path, wave: str) -> Certificate | None:
    """The plan file of a survey; None where there is none or it is no plan."""
    path = path_of(folder, wave)
    if not path.exists():
        return None
    try:
        return Certificate(**json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError):
        return None


def as_text(plan: dict) -> str:
    """A plan for people: a line for every entry of its longer parts."""
    lines = []
    for key, value in plan.items():
        told = json.dumps(value, ensure_ascii=False)
        if isinstance(value, dict) and value:
            parts = (
                f"  {json.dumps(k, ensure_ascii=False)}: {json.dumps(v, ensure_ascii=False)}" for k, v in value.items()
            )
            told = "{\n" + ",\n".join(parts) + "\n }"
        lines.append(f" {json.dumps(key)}: {told}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def write(folder: Path, plan: Certificate) -> None:
    """Keep a plan file: the whole file or none of it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = path_of(folder, plan.wave)
    draft = path.with_suffix(".tmp")
    draft.write_text(as_text(asdict(plan)), encoding="utf-8")
    draft.replace(path)
