"""The three proposals in a line each: what was done, what came of it, what it cost."""

from dashboard.briefing.cells import Cell, cell, change_words
from dashboard.briefing.effects import in_short
from dashboard.briefing.facts import COUNT, Fact, Form
from dashboard.briefing.pack import Pack, Words
from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import SHOWN
from dashboard.edition.places import PERCENT

DONE = ("associations", "covered", "visited", "zero", "no_report", "visits", "issues", "answered_issues")
STUDIES = ("completed", "adopted", "under_review", "not_adopted", "running", "basic")


def proposals(pack: Pack) -> list[dict]:
    """Vision, dispatch, institute, in the proposal's order."""
    return [vision(pack), dispatch(pack), institute(pack)]


def block(pack: Pack, code: str, lead: str, fact: str, answer: Answer | None) -> dict:
    return {
        "title": pack.chosen.say(f"brief.proposal.{code}"), "lead": lead, "fact": fact, "cost": cost(pack, code),
        "effect": in_short(pack, code), "evidence": "" if answer is None else pack.evidence(answer),
    }  # fmt: skip


def vision(pack: Pack) -> dict:
    """How far the vision is shared, against its target."""
    one = cell(pack, "gap_vision", **pack.cell)
    words = {"label": pack.label(one.measure), "value": one.value}
    if one.measure.target is None:
        lead = pack.say("brief.proposal.shared", **words)
    else:
        form = Form("number", 0, one.measure.unit[pack.lang])
        target = pack.fact("gap_vision.target", pack.ask("measures"), "target", form, measure="gap_vision")
        lead = pack.say("brief.proposal.shared_target", target=target, **words)
    return block(pack, "vision", lead, posts(pack) or moved(pack, one), one.answer)


def moved(pack: Pack, one: Cell) -> str:
    """The change with its interval and what may be said of it; '' where there is none."""
    change = change_words(pack, one)
    return change and pack.say("brief.proposal.moved", change=Words(change), verdict=one.verdict)


def posts(pack: Pack) -> str:
    """Posts on the internal network and how far one reaches; '' for a ward, and where none is told."""
    if not pack.is_city or not pack.has("vision_posts", "vision_reach"):
        return ""
    answer = pack.ask("vision_summary", wave=pack.chosen.wave)
    if not any(row["status"] == SHOWN for row in answer.rows()):
        return ""
    count = pack.fact("vision.posts", answer, "posts")
    reach = pack.fact("vision.reach", answer, "value", Form("number", 0, PERCENT))
    return pack.say("brief.proposal.posts", posts=count, reach=reach)


def dispatch(pack: Pack) -> dict:
    """Where dispatch reaches; no visit and no report are told apart."""
    if not pack.has("dispatches"):
        return block(pack, "dispatch", pack.say("brief.proposal.no_dispatch"), "", None)
    facts, answer = dispatch_facts(pack, pack.chosen.ward)
    told = pack.say("brief.proposal.visits", **only(facts, "zero", "no_report"))
    lead = pack.say("brief.proposal.covered", **only(facts, "associations", "covered"))
    return block(pack, "dispatch", lead, told, answer)


def dispatch_facts(pack: Pack, ward: str) -> tuple[dict[str, Fact], Answer]:
    """Counts of associations, visits and issues of a ward or of the whole city."""
    answer = pack.ask("dispatch_coverage", ward=pack.chosen.ward)
    return {name: pack.fact(f"dispatch.{ward}.{name}", answer, name, COUNT, ward=ward) for name in DONE}, answer


def institute(pack: Pack) -> dict:
    """What became of its studies."""
    if not pack.has("projects"):
        return block(pack, "institute", pack.say("brief.proposal.no_projects"), "", None)
    facts, answer = study_facts(pack)
    lead = pack.say("institute.completed", **only(facts, "completed", "adopted"))
    told = pack.say("brief.proposal.studies", **only(facts, "under_review", "not_adopted", "running"))
    return block(pack, "institute", lead, told, answer)


def study_facts(pack: Pack) -> tuple[dict[str, Fact], Answer]:
    """Counts of studies that concern the place."""
    answer = pack.ask("project_summary", ward=pack.chosen.ward)
    return {name: pack.fact(f"studies.{name}", answer, name, COUNT) for name in STUDIES}, answer


def cost(pack: Pack, proposal: str) -> str:
    """What the year cost without staff pay; '' for a ward, whose share of it nobody knows."""
    year = int(pack.period) if pack.is_city and pack.has("costs") else None
    answer = None if year is None else pack.ask("programme_costs")
    if answer is None or not any((row["fiscal_year"], row["proposal"]) == (year, proposal) for row in answer.rows()):
        return ""
    where = {"fiscal_year": year, "proposal": proposal}
    amount = pack.fact(f"cost.{proposal}", answer, "programme_thousand_yen", Form(), **where)
    return pack.say("brief.proposal.cost", amount=amount)


def only(facts: dict[str, Fact], *names: str) -> dict[str, Fact]:
    return {name: facts[name] for name in names}
