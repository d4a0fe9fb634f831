"""The members of the lattice in one survey: what is shown, what is withheld, and where to look instead."""

from dataclasses import dataclass, replace

from dashboard.publish.plan.algebra import Structure
from dashboard.publish.plan.codes import PAIR, PLUS, member_code, parent_member, parent_view
from dashboard.publish.plan.groups import BLANK, Block, Group, stands_alone
from dashboard.publish.plan.lattice import Rules

Member = tuple[str, str]  # view, code


@dataclass(frozen=True)
class Listed:
    """A member of a view. row: number of its row in the plan, None = withheld; cells: codes it is made of; ways: wider
    members, nearest first; parent: the ward or bureau it splits, None = the whole city."""

    view: str
    member: str
    row: int | None
    cells: tuple[str, ...]
    ways: tuple[Member, ...]
    parent: str | None


def listing(structure: Structure, rules: Rules) -> list[Listed]:
    """Every cell of the lattice and every joined group, block by block.

    Who did not say is no member. A joined group that is all of its parent only repeats it and is not listed.
    """
    rows = {row.people.tobytes(): at for at, row in enumerate(structure.rows)}
    found: dict[Member, Listed] = {}
    for block in structure.blocks:
        if BLANK in block.parent:
            continue
        is_open = stands_alone(block, structure.blocks)
        parent = () if block.view.split is None else ((parent_view(block), parent_member(block)),)
        for group in block.groups:
            repeats = len(block.groups) == 1 and len(group) > 1
            row = rows.get(block.people(group).tobytes()) if is_open and not repeats and group != (BLANK,) else None
            for one in listed(block, group, row, parent, rules):
                found[one.view, one.member] = one
    return [further(one, found) for one in found.values()]


def listed(block: Block, group: Group, row: int | None, parent: tuple[Member, ...], rules: Rules) -> list[Listed]:
    """A group, and where it is joined or withheld each of its cells, without a row of their own."""
    view, whole = block.view.name, member_code(block, group, rules)
    of = parent_member(block) if block.parent else None
    members = [] if row is None else [Listed(view, whole, row, cell_codes(block, group, rules), parent, of)]
    if row is not None and len(group) == 1:
        return members
    up = parent if row is None else ((view, whole), *parent)
    singles = [(value,) for value in group if value != BLANK]
    return members + [
        Listed(view, member_code(block, one, rules), None, cell_codes(block, one, rules), up, of) for one in singles
    ]


def cell_codes(block: Block, group: Group, rules: Rules) -> tuple[str, ...]:
    """The codes by which a roster counts the cells of a group."""
    return tuple(member_code(block, (value,), rules) for value in group)


def further(one: Listed, known: dict[Member, Listed]) -> Listed:
    """The same member with the ways of its nearest ways behind its own."""
    ways = list(one.ways)
    for way in one.ways:
        ways += [up for up in (known[way].ways if way in known else ()) if up not in ways]
    return replace(one, ways=tuple(ways))


def parts(member: str, attributes: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """A member's code taken apart: (attribute, its cells) for parent and split."""
    pieces = member.split(PAIR)
    names = attributes[-len(pieces) :] if attributes else ("city",)
    return [(name, piece.split(PLUS)) for name, piece in zip(names, pieces, strict=True)]
