"""What is said over all members of a view: how many rose or fell, who, and that they cannot be ranked."""

import numpy as np
import pandas as pd

from dashboard.edition.catalogue import SHOWN
from dashboard.i18n import ordinal
from dashboard.publish.narrator import Narrator, Said, verdict
from dashboard.publish.ranks import lowest_of_highest

COUNTED = ("ward", "bureau", "department", "grade", "age")  # views whose members have a word of their own
RANKED = ("bureau", "department")  # units that readers are tempted to rank
ENDS = ("value", "lo", "hi")
MOST_NAMED = 2  # members a headline names; more are named below it, as long as they can be read
MOST_LISTED = 6


def several(narrator: Narrator, cells: list[dict]) -> Said:
    """Headline and detail over the cells of one view, measure and survey."""
    first, say = cells[0], narrator.say
    subject = narrator.subject(first["measure"])
    if not narrator.waves[first["wave"]]["held"]:
        return narrator.member(first)
    compared = [cell for cell in cells if cell["status"] == SHOWN and not pd.isna(cell["change"])]
    if not compared:
        none = say("several_none_detail")
        return say("several_none", subject=subject), "", narrator.joined(none, unranked(narrator, cells))
    rose, fell = ([cell for cell in compared if verdict(cell) == said] for said in ("rose", "fell"))
    moved = ("both" if fell else "rose") if rose else ("fell" if fell else "neither")
    inside = len(rose) + len(fell) <= MOST_NAMED
    counts = {"rose": counted(narrator, rose, inside), "fell": counted(narrator, fell, inside)}
    of = group(narrator, first["view"], len(compared))
    headline = say(f"several_{moved}", group=of, subject=subject, **counts)
    rest = len(compared) - len(rose) - len(fell)
    told = [] if inside else [listed(narrator, "listed_rose", rose), listed(narrator, "listed_fell", fell)]
    told.append(say("several_rest", rest=rest) if rest and moved != "neither" else "")
    among = "several_measure" if all(pd.isna(cell["news"]) for cell in compared) else "several_adjusted"
    return headline, "", narrator.joined(*told, unranked(narrator, cells), say(among, subject=subject))


def word(view: str) -> str:
    return view if view in COUNTED else "group"


def group(narrator: Narrator, view: str, total: int) -> str:
    """18の局・区役所."""
    return narrator.say(f"group_{word(view)}", total=total)


def names(narrator: Narrator, cells: list[dict]) -> str:
    return narrator.say("list_joint").join(narrator.members[cell["view"], cell["member"]] for cell in cells)


def counted(narrator: Narrator, cells: list[dict], with_names: bool) -> str:
    """2局（都市整備局、消防防災局）, or 4局."""
    if not cells:
        return ""
    count = narrator.say(f"count_{word(cells[0]['view'])}", count=len(cells))
    return narrator.say("count_named", count=count, names=names(narrator, cells)) if with_names else count


def listed(narrator: Narrator, key: str, cells: list[dict]) -> str:
    """上がったのは未来政策局、…。"""
    return narrator.say(key, names=names(narrator, cells)) if 0 < len(cells) <= MOST_LISTED else ""


def unranked(narrator: Narrator, cells: list[dict]) -> str:
    """That the members cannot be ranked and how low the highest may lie; '' where one is surely the highest."""
    view = cells[0]["view"]
    sure = [cell for cell in cells if cell["status"] == SHOWN and not pd.isna(cell["lo"])]
    if view not in RANKED or len(sure) < 2:
        return ""
    lowest = lowest_of_highest(*(np.array([cell[name] for cell in sure]) for name in ENDS))
    words = {"total": len(sure), "lowest": ordinal(lowest, narrator.lang)}
    return "" if lowest == 1 else narrator.say(f"unranked_{view}", **words)
