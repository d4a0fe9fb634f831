"""What council members ask."""

from dashboard.briefing import effects
from dashboard.briefing.cells import cell
from dashboard.briefing.facts import COUNT, Form
from dashboard.briefing.pack import Pack, Words
from dashboard.briefing.proposals import dispatch_facts, only
from dashboard.briefing.replies import Reply, none, told
from dashboard.edition.catalogue import NO_DATA, SHOWN
from dashboard.edition.places import DISTRICT
from dashboard.figures.codes import said as code_word

DISPATCH = ("dispatch_staff", "dispatch_places")
RATE = "response_rate"
NOT_ADOPTED = "施策化に至らず"
COSTS = {"amount": "programme_thousand_yen", "with_pay": "with_pay_thousand_yen"}


def unseen(pack: Pack) -> Reply:
    """「効果が見えない」: visits that were not made are told before anything else."""
    if not pack.has("dispatches"):
        return none(pack, "effects")
    facts, answer = dispatch_facts(pack, pack.chosen.ward)
    counts = only(facts, "associations", "zero", "no_report")
    said = pack.say("standing.unseen.visits", **counts)
    number = pack.say("standing.unseen.number", **only(facts, "zero", "associations"))
    told = [effects.spoken(pack, effect) for effect in DISPATCH if effect in effects.known(pack)]
    if not told:
        return Reply(none(pack, "effects", "places", said).answer, number, "places", answer, is_answered=False)
    joint = " " if pack.lang == "en" else ""
    return Reply(joint.join([said, *told]), number, "effects", answer)


def my_district(pack: Pack) -> Reply:
    """「私の校区は」"""
    code = pack.settings.values["places"]["districts"][0]
    indicator = pack.indicator(code)
    if indicator is None or not pack.words.places.areas[DISTRICT]:
        return none(pack, "places")
    answer = pack.ask("area_values", area_kind=DISTRICT, indicator=code, period=pack.period, ward=pack.chosen.ward)
    form = Form("number", indicator.measure.decimals, indicator.measure.unit[pack.lang])
    ends = {how: pack.fact(f"districts.{how}", answer, "value", form, how, status=SHOWN) for how in ("least", "most")}
    count = pack.fact("districts.count", answer, "area", COUNT, "count", area_kind=DISTRICT)
    words = {"count": count, "label": pack.label(indicator.measure), **ends}
    shown = pack.say("standing.my_district.number", **ends)
    return told(pack, "my_district.answer", shown, "districts", answer, **words)


def silent(pack: Pack) -> Reply:
    """「回答しなかった人は」"""
    rate = cell(pack, RATE, **pack.cell)
    words = {"asked": rate.asked, "n": rate.n, "rate": rate.value}
    return told(pack, "silent.answer", rate.value.printed, "limits", rate.answer, rate.n, **words)


def interval(pack: Pack) -> Reply:
    """「全職員に聞いたのに、なぜ幅があるのか」"""
    rate = cell(pack, RATE, **pack.cell)
    return told(pack, "interval.answer", rate.value.printed, "first", rate.answer, rate.n, rate=rate.value)


def differs(pack: Pack) -> Reply:
    """「前の資料と数字が違うのはなぜか」"""
    return none(pack, "comparison", "sources")


def cost(pack: Pack) -> Reply:
    """「費用はいくら、一自治会当たりでは」: without staff pay, and the estimate with it beside."""
    if not pack.has("costs"):
        return none(pack, "costs")
    answer, where = pack.ask("programme_costs"), {"fiscal_year": int(pack.period), "proposal": "dispatch"}
    if not any(all(row[name] == code for name, code in where.items()) for row in answer.rows()):
        return none(pack, "costs")
    facts = {of: pack.fact(f"cost.dispatch.{of}", answer, column, COUNT, **where) for of, column in COSTS.items()}
    each = pack.fact("cost.dispatch.each", answer, "per_association_thousand_yen", Form("number", 1), **where)
    return told(pack, "cost.answer", pack.say("standing.cost.number", each=each), "first", answer, each=each, **facts)


def ended(pack: Pack) -> Reply:
    """「施策化に至らなかった研究は」: how many, and why."""
    if not pack.has("projects"):
        return none(pack, "projects")
    answer = pack.ask("project_list", ward=pack.chosen.ward)
    where = {"stage": NOT_ADOPTED, "basic_study": False}
    count = pack.fact("studies.listed", answer, "stage", COUNT, "count", **where)
    reasons = dict.fromkeys(r["reason"] for r in answer.rows() if all(r[name] == code for name, code in where.items()))
    said = []
    for at, reason in enumerate(reasons):
        fact = pack.fact(f"studies.reason.{at}", answer, "reason", COUNT, "count", reason=reason, **where)
        said.append(
            pack.say("standing.ended.reason", reason=Words(code_word(reason or NO_DATA, pack.lang)), count=fact)
        )
    why = pack.listed(said)
    kind = "answer" if said else "nothing"
    words = {"count": count, "why": why} if said else {}
    return told(pack, f"ended.{kind}", pack.say("standing.ended.number", count=count), "studies", answer, **words)


REPLIES = (
    ("unseen", unseen), ("my_district", my_district), ("silent", silent), ("interval", interval),
    ("differs", differs), ("cost", cost), ("ended", ended),
)  # fmt: skip
