"""What can be said of the effects together: a sentence by rule from the rows of an Answer."""

from dataclasses import dataclass

from dashboard.edition.statements import Statement
from dashboard.i18n import number, text

FOUND, NONE, UNCLEAR, DOUBTFUL = VERDICTS = ("found", "none", "unclear", "doubtful")
EFFECTS = ("vision", "dispatch_staff", "dispatch_places", "institute")  # in the order of the proposals
MARKS = ("compared", "before", "size", "complete", "placebo")
MOST = len(MARKS)


def of_effects(rows: list[dict], lang: str) -> Statement:
    """Where an effect is found, and what is said of the others; never by ward."""
    named = {verdict: [row for row in rows if row["verdict"] == verdict] for verdict in VERDICTS}
    found = names(named[FOUND], lang)
    headline = text("effect.some", lang, names=found) if found else text("effect.none_yet", lang)
    rest = [
        text(f"effect.rest.{verdict}", lang, names=names(named[verdict], lang))
        for verdict in VERDICTS[1:]
        if named[verdict]
    ]
    return Statement(headline, "", text("effect.joint", lang).join(rest))


def names(rows: list[dict], lang: str) -> str:
    return text("effect.stop", lang).join(text(f"effect.name.{row['effect']}", lang) for row in rows)


def title(effect: str, lang: str) -> str:
    """The name of a programme and outcome as it stands alone: with a capital."""
    name = text(f"effect.name.{effect}", lang)
    return name[:1].upper() + name[1:]


def marks(row: dict) -> str:
    """●●○○○ 2/5"""
    return f"{'●' * row['marks']}{'○' * (MOST - row['marks'])} {number(row['marks'])}/{MOST}"


@dataclass(frozen=True)
class Checked:
    """What the demo knows against what was told: the line, and whether nothing was told wrongly."""

    line: str
    is_right: bool


def of_truths(rows: list[dict]) -> Checked:
    """`covered X of Y; null: ...; pre-trend: ...` from the rows of effect_truths. Intervals that miss are counted, not
    wrong in themselves: one of twenty does.
    """
    of = {kind: [row for row in rows if row["kind"] == kind] for kind in ("effect", "null", "lead")}
    covered = sum(row["result"] == "right" for row in of["effect"])
    null = "not held" if not of["null"] else ", ".join(row["result"] for row in of["null"])
    leads = [lead_words(row) for row in of["lead"] if row["planted"] or row["result"] == "wrong"]
    line = f"covered {covered} of {len(of['effect'])}; null: {null}; pre-trend: {', '.join(leads) or 'not tested'}"
    return Checked(line, all(row["result"] != "wrong" for row in [*of["null"], *of["lead"]]))


def lead_words(row: dict) -> str:
    """called; wrong; or unseen, with the rise planted and the smallest that would be seen."""
    if row["result"] != "unseen":
        return row["result"]
    planted, smallest = number(row["planted"], 1), number(row["smallest"], 1)
    return f"unseen (planted +{planted} a survey, below +{smallest} it cannot be seen)"
