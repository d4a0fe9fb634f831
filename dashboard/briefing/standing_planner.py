"""What the planning section, ward offices and community planning centres ask."""

from dashboard.briefing import effects
from dashboard.briefing.facts import COUNT, WORDS, Form
from dashboard.briefing.pack import Pack, Words
from dashboard.briefing.proposals import dispatch_facts, only
from dashboard.briefing.replies import Reply, none, told
from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, CITY, SHOWN, WARD
from dashboard.i18n import number

PLACES = "dispatch_places"


def below_city(pack: Pack) -> Reply:
    """Which rates of a ward are below the whole city?"""
    code = pack.settings.values["places"]["list"]
    indicator = pack.indicator(code)
    if indicator is None:
        return none(pack, "places")
    wards = [area.code for area in pack.words.places.within(WARD, None)] if pack.is_city else [pack.chosen.ward]
    lines = [ward_line(pack, ward) for ward in wards]
    city = pack.ask("area_values", area_kind=CITY, indicator=code, period=pack.period)
    form = Form("number", indicator.measure.decimals, indicator.measure.unit[pack.lang])
    whole = pack.fact(f"standing.{code}", city, "value", form, area=ALL)
    value = pack.say("standing.below.number", label=pack.label(indicator.measure), value=whole)
    joint = " " if pack.lang == "en" else ""
    return Reply(joint.join(lines), value, "places", city)


def ward_line(pack: Pack, ward: str) -> str:
    """A ward with its rates that are good when high and lie below the city's, as printed."""
    answer = pack.ask("ward_context", ward=ward, period=pack.period)
    low = [row[f"label_{pack.lang}"] for row in answer.rows() if is_low(row)]
    name = Words(pack.words.places.areas[WARD][ward].label[pack.lang])
    if not low:
        return pack.say("standing.below.nothing", ward=name)
    return pack.say("standing.below.some", ward=name, labels=pack.listed(low))


def is_low(row: dict) -> bool:
    """A rate, good when high, printed below the city's."""
    if row["direction"] != "up" or row["denominator"] is None or row["status"] != SHOWN or row["city_value"] is None:
        return False
    own, city = row["value"], row["city_value"]
    return own < city and number(own, row["decimals"]) != number(city, row["decimals"])


def similar(pack: Pack) -> Reply:
    """Which similar districts improved?"""
    return none(pack, "similar", "districts" if pack.has("districts", "indicator_values") else "limits")


def leaders(pack: Pack) -> Reply:
    """The list of associations short of people to lead: no single association stands in a council pack."""
    return none(pack, "leaders", "districts" if pack.has("districts", "indicator_values") else "limits")


def overdue(pack: Pack) -> Reply:
    """Where are charts overdue?"""
    if not pack.has("associations"):
        return none(pack, "places")
    answer = pack.ask("charts_overdue", ward=pack.chosen.ward)
    own = {"ward": pack.chosen.ward}
    facts = {name: pack.fact(f"overdue.{name}", answer, name, COUNT, **own) for name in ("charts", "overdue")}
    oldest = pack.fact("overdue.oldest", answer, "oldest", WORDS, **own)
    wards = ward_counts(pack, answer) if pack.is_city else ""
    words = {"place": pack.place, **facts, "oldest": oldest}
    reply = told(pack, "overdue.answer", pack.say("standing.overdue.number", **facts), "limits", answer, **words)
    return Reply(reply.answer + wards, reply.number, reply.page, answer)


def ward_counts(pack: Pack, answer: Answer) -> str:
    """How many in every ward."""
    said = []
    for row in answer.rows():
        if row["ward"] != ALL:
            fact = pack.fact(f"overdue.{row['ward']}", answer, "overdue", COUNT, ward=row["ward"])
            said.append(pack.say("standing.overdue.ward", ward=Words(row[f"label_{pack.lang}"]), overdue=fact))
    return pack.say("standing.overdue.wards", wards=pack.listed(said))


def with_without(pack: Pack) -> Reply:
    """Places with dispatch against places without."""
    if not pack.has("dispatches"):
        return none(pack, "dispatch")
    facts, answer = dispatch_facts(pack, pack.chosen.ward)
    said = pack.say("standing.with_without.covered", **only(facts, "associations", "covered"))
    if (own := effects.known(pack).get(PLACES)) is None:
        return Reply(none(pack, "effects", said=said).answer, "", "places", answer, is_answered=False)
    joint = " " if pack.lang == "en" else ""
    number = "" if own["value"] is None else effects.numbers(pack, PLACES)[0]["value"].printed
    return Reply(joint.join([effects.spoken(pack, PLACES), said]), number, "effects", pack.ask("effects"))


def source(pack: Pack) -> Reply:
    """Where does this number come from, and of when is it?"""
    answer = pack.ask("edition")
    edition = pack.fact("edition", answer, "number", number=pack.words.edition)
    built = pack.fact("edition.built_on", answer, "built_on", WORDS, number=pack.words.edition)
    words = {"edition": edition, "built": built}
    return told(pack, "source.answer", pack.say("standing.source.number", edition=edition), "sources", answer, **words)


REPLIES = (
    ("below", below_city), ("similar", similar), ("leaders", leaders), ("overdue", overdue),
    ("with_without", with_without), ("source", source),
)  # fmt: skip
