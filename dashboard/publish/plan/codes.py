"""Codes of groups as members of a view: stable, readable, the same in every survey with the same cells."""

from dashboard.publish.plan.groups import BLANK, Block, Group
from dashboard.publish.plan.lattice import Rules

PAIR, PLUS, UNSAID, ALL = "|", "+", "na", "all"


def group_code(group: Group) -> str:
    """Code of a group: its cells joined; who did not say is `na`."""
    return PLUS.join(value if value != BLANK else UNSAID for value in group)


def member_code(block: Block, group: Group, rules: Rules) -> str:
    """Member of a view: in a pair 'parent|group', else the group alone, as a department's code names its bureau."""
    own = group_code(group)
    return PAIR.join([*block.parent, own]) if block.parent and rules.worth(block.view) == 0 else own


def parent_view(block: Block) -> str:
    """The view a block's parent is a member of."""
    return block.view.inside[-1] if block.view.inside else "city"


def parent_member(block: Block) -> str:
    """The member a block splits."""
    return group_code(block.parent[-1:]) if block.parent else ALL
