"""What the mayor, vice-mayors and bureau heads ask."""

from dashboard.briefing import effects
from dashboard.briefing.cells import cell, change_words
from dashboard.briefing.facts import COUNT, Form
from dashboard.briefing.findings import read_back
from dashboard.briefing.follow_up import TABLE, counts
from dashboard.briefing.pack import Pack, Words
from dashboard.briefing.proposals import only, study_facts
from dashboard.briefing.replies import Reply, none, told
from dashboard.edition.catalogue import ALL, BUREAU, CITY
from dashboard.edition.change import verdict
from dashboard.edition.places import PERCENT

INDEX = "motivation"
PROPOSALS = ("vision", "dispatch", "institute")


def rise(pack: Pack) -> Reply:
    """Did motivation rise?"""
    one = cell(pack, INDEX, **pack.cell)
    if one.change is None:
        return told(
            pack, "rise.level", one.value.printed, "first", one.answer, one.n, place=pack.place, value=one.value
        )
    words = {"place": pack.place, "value": one.value, "change": one.change}
    return told(pack, f"rise.{one.verdict.value}", change_words(pack, one), "first", one.answer, one.n, **words)


def fell(pack: Pack) -> Reply:
    """Which bureau fell, and how surely?"""
    answer = pack.ask("survey_wave", wave=pack.chosen.wave, measure=INDEX, view=BUREAU)
    names = ("change", "change_lo", "change_hi", "news")
    lower = [row["member"] for row in answer.rows() if verdict(*(row[name] for name in names)) == "fell"]
    counts = {
        "count": pack.fact("standing.fell", answer, "verdict", COUNT, "count", verdict="fell"),
        "total": pack.fact("standing.bureaus", answer, "view", COUNT, "count", view=BUREAU),
    }
    page = "themes" if pack.is_city else "limits"
    number = pack.say("standing.fell.number", **counts)
    if not lower:
        return told(pack, "fell.none", number, page, answer, **only(counts, "total"))
    bureaus = pack.listed(pack.member(BUREAU, member) for member in lower)
    return told(pack, "fell.some", number, page, answer, **counts, bureaus=bureaus)


def related(pack: Pack) -> Reply:
    """What goes with motivation? In the whole city; of the strongest where one can be told."""
    answer = pack.ask("survey_drivers", wave=pack.chosen.wave, view=CITY, member=ALL)
    finding = pack.ask("finding", page="drivers", wave=pack.chosen.wave).rows()
    if not finding:
        return none(pack, "drivers")
    sentence, place = finding[0][f"headline_{pack.lang}"], pack.member(CITY, ALL)
    stated = {one: read_back(f"finding.drivers_{one}", sentence, pack.lang) for one in ("clear", "level", "unranked")}
    rule = next(one for one, found in stated.items() if found)
    words = {"place": place} | ({} if rule == "unranked" else {"names": Words(stated[rule]["names"])})
    if rule != "clear":
        return told(pack, f"related.{rule}", "", "limits", answer, **words)
    first = max(answer.rows(), key=lambda row: row["share"])["measure"]
    shares = {
        name: pack.fact(f"drivers.{column}", answer, column, Form("number", 0, PERCENT), measure=first)
        for name, column in (("share", "share"), ("lo", "share_lo"), ("hi", "share_hi"))
    }
    return told(pack, "related.clear", shares["share"].printed, "limits", answer, **words, **shares)


def worth(pack: Pack) -> Reply:
    """Which proposal has an effect, and what does it cost?"""
    if not effects.known(pack):
        return none(pack, "effects_and_costs")
    said = [effects.together(pack), *costs_told(pack)]
    joint = " " if pack.lang == "en" else ""
    return Reply(joint.join(said), "", "effects", pack.ask("effects"))


def costs_told(pack: Pack) -> list[str]:
    """What the year cost, in a sentence; none where it is not known of all three."""
    if not pack.has("costs"):
        return [pack.say("standing.missing.costs")]
    answer, year = pack.ask("programme_costs"), int(pack.period)
    known = {row["proposal"] for row in answer.rows() if row["fiscal_year"] == year}
    if not known.issuperset(PROPOSALS):
        return [pack.say("standing.missing.costs")]
    amounts = {
        one: pack.fact(f"cost.{one}", answer, "programme_thousand_yen", Form(), fiscal_year=year, proposal=one)
        for one in PROPOSALS
    }
    return [pack.say("standing.worth.costs", **amounts)]


def adopted(pack: Pack) -> Reply:
    """Did studies become policy?"""
    if not pack.has("projects"):
        return none(pack, "projects")
    facts, answer = study_facts(pack)
    number = pack.say("standing.adopted.number", **only(facts, "adopted", "completed"))
    counts = only(facts, "completed", "adopted", "under_review", "not_adopted")
    return told(pack, "adopted.answer", number, "studies", answer, **counts)


def follow_up(pack: Pack) -> Reply:
    """What became of past answers?"""
    if not pack.has(TABLE):
        return none(pack, "answers")
    facts, answer = counts(pack)
    number = pack.say("standing.follow_up.number", **only(facts, "open", "total"))
    return told(pack, "follow_up.answer", number, "follow_up", answer, **facts)


REPLIES = (
    ("rise", rise), ("fell", fell), ("related", related), ("worth", worth), ("adopted", adopted),
    ("follow_up", follow_up),
)  # fmt: skip
