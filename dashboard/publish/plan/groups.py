"""Which cells are shown together: small cells are joined before anything is withheld."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from dashboard.publish.plan.lattice import Rules, View

Group = tuple[str, ...]  # the split values shown as one figure, in order
Groups = list[Group]
MERGED_COST = 0.5  # of a respondent who is shown in a joined group, against one who is withheld
BLANK = ""  # who did not say; a cell like any other


@dataclass
class Block:
    """One parent's split.

    cells: split value -> row numbers of its respondents; counts: split value -> valid answers of every item;
    groups: how the cells are shown.
    """

    view: View
    parent: tuple[str, ...]
    cells: dict[str, np.ndarray]
    counts: dict[str, np.ndarray]
    groups: Groups = field(default_factory=list)

    def people(self, group: Group) -> np.ndarray:
        """Row numbers of a group's respondents."""
        return np.sort(np.concatenate([self.cells[value] for value in group]))

    def size(self, group: Group) -> int:
        """Smallest number of valid answers over the items."""
        return int(self.valid(group).min())

    def valid(self, group: Group) -> np.ndarray:
        """Valid answers of a group, item by item."""
        return np.sum([self.counts[value] for value in group], axis=0)

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        return self.view.name, self.parent


@dataclass(frozen=True)
class Row:
    """A published group: its block, its cells, the row numbers of its respondents, their valid answers by item."""

    block: Block
    group: Group
    people: np.ndarray
    valid: np.ndarray


Earlier = dict[tuple[str, tuple[str, ...]], Groups]  # block -> the groups of the survey before


def blocks_of(staff: pd.DataFrame, valid: np.ndarray, rules: Rules, earlier: Earlier | None = None) -> list[Block]:
    """One block for each parent of every view; each cell its own group, or joined as in the survey before.

    staff: one row a respondent, one column an attribute, codes as text, blank = ''; valid: respondent x item.
    """
    blocks = []
    for view in rules.views:
        columns = list(view.attributes)
        cells = {(): np.arange(len(staff))} if not columns else staff.groupby(columns, sort=True).indices
        parents: dict[tuple[str, ...], dict[str, np.ndarray]] = {}
        for key, people in cells.items():
            whole = key if isinstance(key, tuple) else (key,)
            parent, value = (whole, "all") if view.split is None else (whole[:-1], whole[-1])
            parents.setdefault(parent, {})[value] = np.asarray(people)
        for parent, found in parents.items():
            blocks.append(Block(view, parent, found, {value: valid[who].sum(axis=0) for value, who in found.items()}))
    for block in blocks:
        before = (earlier or {}).get(block.key, []) if rules.worth(block.view) else []
        block.groups = inherited(block, before, rules)
    return blocks


def inherited(block: Block, before: Groups, rules: Rules) -> Groups:
    """The joined groups of the survey before, as far as their cells still exist; every other cell by itself.

    A joined group is taken apart only where each of its cells has grown to the size a joined group must have, so that
    groups do not come and go. Pairs begin anew each time: they have one grouping for all parents.
    """
    kept = [tuple(value for value in group if value in block.cells) for group in before]
    kept = [group for group in kept if group and min(block.size((value,)) for value in group) < rules.merged]
    known = {value for group in kept for value in group}
    return in_order([*kept, *((value,) for value in block.cells if value not in known)])


def in_order(groups: Groups) -> Groups:
    return sorted(tuple(sorted(group)) for group in groups)


def join(block: Block, group: Group) -> None:
    """Join a group with its smallest neighbour (ordered view) or its smallest sibling."""
    place = block.groups.index(group)
    near = [
        other
        for other in range(len(block.groups))
        if other != place and (not block.view.ordered or abs(other - place) == 1)
    ]
    partner = min(near, key=lambda other: (block.size(block.groups[other]), other))
    rest = [one for at, one in enumerate(block.groups) if at not in (place, partner)]
    block.groups = in_order([*rest, block.groups[place] + block.groups[partner]])


def merge_small(block: Block, rules: Rules) -> None:
    """Join until a single cell has k respondents or more and a joined group `merged` or more."""
    while len(block.groups) > 1:
        sizes = [(block.size(group), group) for group in block.groups]
        small = [(n, group) for n, group in sizes if n < (rules.k if len(group) == 1 else rules.merged)]
        if not small:
            return
        join(block, min(small)[1])


def runs(values: list[str]) -> Iterator[list[Group]]:
    """All ways to cut an ordered list into runs of neighbours."""
    for cuts in range(2 ** (len(values) - 1)):
        found = [[values[0]]]
        for at, value in enumerate(values[1:]):
            if cuts >> at & 1:
                found.append([value])
            else:
                found[-1].append(value)
        yield [tuple(run) for run in found]


def recode(blocks: list[Block], rules: Rules) -> None:
    """One grouping of an ordered split for ALL parents, the one that hides and joins fewest respondents.

    With a grouping of its own a parent's small cell would be the city's column less the other parents. A parent whose
    groups stay small shows one group. The groups of the survey before are never cut.
    """
    joined = [group for block in blocks for group in block.groups if len(group) > 1]
    best = None
    for choice in runs(sorted({value for block in blocks for value in block.cells})):
        if any(not any(set(group) <= set(run) for run in choice) for group in joined):
            continue
        cut = [cut_block(block, choice, rules) for block in blocks]
        cost = sum(cost_of(block, groups) for block, groups in zip(blocks, cut, strict=True))
        if best is None or cost < best[0]:
            best = cost, cut
    for block, groups in zip(blocks, best[1] if best else [], strict=True):
        block.groups = groups


def cut_block(block: Block, choice: list[Group], rules: Rules) -> Groups:
    """A block's groups under a grouping; one group where any of them would be small."""
    groups = [tuple(value for value in run if value in block.cells) for run in choice]
    groups = [group for group in groups if group]
    return groups if all(is_large(block, group, rules) for group in groups) else [tuple(sorted(block.cells))]


def cuts(block: Block, group: Group, rules: Rules) -> list[Groups]:
    """Every way to cut a group in two that are both large enough, the evenest first."""
    if block.view.ordered:
        found = [[group[:at], group[at:]] for at in range(1, len(group))]
    else:
        found = [[(one,), tuple(value for value in group if value != one)] for one in group]
    large = [parts for parts in found if all(is_large(block, part, rules) for part in parts)]
    return sorted(large, key=lambda parts: -min(block.size(part) for part in parts))


def is_large(block: Block, group: Group, rules: Rules) -> bool:
    """Whether a group may be shown: k respondents, and more where a small cell stands in it."""
    was_small = len(group) > 1 and min(block.size((value,)) for value in group) < rules.k
    return block.size(group) >= (rules.merged if was_small else rules.k)


def cost_of(block: Block, groups: Groups) -> float:
    """Respondents who lose their own figure: withheld ones whole, joined ones half."""
    each = MERGED_COST if len(groups) > 1 else 1
    return sum(each * len(block.cells[value]) for group in groups if len(group) > 1 for value in group)


def merge(blocks: list[Block], rules: Rules) -> None:
    """Join small cells in every block; ordered splits inside parents get one grouping for all."""
    for view in rules.views:
        own = [block for block in blocks if block.view == view]
        if view.ordered and view.inside:
            recode(own, rules)
        else:
            for block in own:
                merge_small(block, rules)


def adopt(blocks: list[Block], known: Earlier) -> None:
    """Group the cells of every block as a plan says."""
    for block in blocks:
        groups = [tuple(value for value in group if value in block.cells) for group in known.get(block.key, [])]
        taken = {value for group in groups for value in group}
        block.groups = in_order([*filter(None, groups), *((value,) for value in block.cells if value not in taken)])


def stands_alone(block: Block, blocks: list[Block]) -> bool:
    """Whether the block's parent is shown by itself: inside a joined parent nothing is split."""
    own = (block.parent[-1:], block.view.inside[:-1], block.view.inside[-1:])
    return not own[0] or any(
        own[0] in other.groups
        for other in blocks
        if (other.view.inside, (other.view.split,)) == own[1:] and other.parent == block.parent[:-1]
    )


def shown(blocks: list[Block], rules: Rules) -> list[Row]:
    """Every distinct published group, the city first; a block of one group only repeats its parent.

    Who did not say is no figure of its own: it is what the other groups leave of their parent.
    """
    rows, seen = [], set()
    for block in blocks:
        for group in block.groups if stands_alone(block, blocks) else []:
            if group == (BLANK,):
                continue
            people = block.people(group)
            if people.tobytes() not in seen and block.size(group) >= rules.k:
                seen.add(people.tobytes())
                rows.append(Row(block, group, people, block.valid(group)))
    return rows
