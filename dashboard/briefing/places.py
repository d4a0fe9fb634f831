"""Places: the first rate of the city on the map, the context of the place, and how far dispatch reaches."""

from dashboard.briefing.drawings import captioned, figure
from dashboard.briefing.facts import WORDS, YEAR, Fact, Form
from dashboard.briefing.headlines import Condition, Headline
from dashboard.briefing.pack import Pack
from dashboard.briefing.proposals import dispatch_facts, only
from dashboard.briefing.tables import heads, line, member_line, table
from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, CITY, SHOWN, WARD
from dashboard.edition.places import DISTRICT, PERCENT, Indicator
from dashboard.edition.statements import made_of
from dashboard.figures import place_specs, words
from dashboard.figures.outlines import made_from
from dashboard.i18n import number, signed

MAP, POINTS = (58, 80), (131, 54)  # mm
PARTS = ("visited", "zero", "no_report")  # of all associations
DONE = ("associations", "covered", *PARTS, "visits", "hours")


def page(pack: Pack) -> dict:
    """Membership on the map beside its wards; dispatch beneath the context."""
    indicator = pack.first_indicator
    return {
        "kind": "places", "code": "places", "headline": headline(pack, indicator).words,
        "subtitle": subtitle(pack, indicator), "map": ward_map(pack, indicator), "wards": ward_table(pack, indicator),
        "context": context(pack), "districts": None if pack.is_city else districts(pack, indicator),
        "dispatch": dispatch(pack) if pack.has("dispatches") else None,
    }  # fmt: skip


def values(pack: Pack, indicator: Indicator, kind: str, ward: str = ALL) -> Answer:
    return pack.ask("area_values", area_kind=kind, indicator=indicator.measure.code, period=pack.period, ward=ward)


def subtitle(pack: Pack, indicator: Indicator) -> str:
    """What the rate is, and the year."""
    year = pack.say("brief.places.year", year=year_fact(pack, values(pack, indicator, CITY)))
    return pack.chosen.joined(indicator.definition[pack.lang] or indicator.note[pack.lang], year)


def year_fact(pack: Pack, answer: Answer) -> Fact:
    return pack.fact("places.year", answer, "fiscal_year", YEAR, area_kind=CITY)


def amount(pack: Pack, key: str, answer: Answer, indicator: Indicator, column: str, **where: str) -> Fact:
    """A value or change of an indicator as a fact, with its unit."""
    measure = indicator.measure if column == "value" else indicator.change
    form = Form("number" if column == "value" else "change", measure.decimals, measure.unit[pack.lang])
    return pack.fact(key, answer, column, form, **where)


def headline(pack: Pack, indicator: Indicator) -> Headline:
    """The city against the year before; a ward above or below the city."""
    label, code = pack.label(indicator.measure), indicator.measure.code
    city = values(pack, indicator, CITY)
    whole = amount(pack, f"{code}.city", city, indicator, "value", area=ALL)
    if not pack.is_city and indicator.measure.unit["ja"] == PERCENT:
        own = amount(pack, f"{code}.own", values(pack, indicator, WARD), indicator, "value", area=pack.chosen.ward)
        if own.value is not None and whole.value is not None and own.printed != whole.printed:
            high, low = (own, whole) if own.value > whole.value else (whole, own)
            said = "above" if high is own else "below"
            must = (Condition(high.key, "exceed", low.key),)
            return pack.headline(f"brief.places.{said}", must, place=pack.place, label=label, value=own, city=whole)
    change = amount(pack, f"{code}.change", city, indicator, "change", area=ALL)
    if change.value is None:
        return pack.headline("brief.places.value", label=label, value=whole)
    return pack.headline("brief.places.since", label=label, value=whole, change=change)


def ward_map(pack: Pack, indicator: Indicator) -> dict:
    """The wards in the indicator's own classes."""
    answer = values(pack, indicator, WARD)
    title = pack.say("brief.places.map", label=pack.label(indicator.measure))
    return figure(pack, "places", place_specs.ward_map(pack.chosen, answer, indicator, False, title), answer, MAP)


def districts(pack: Pack, indicator: Indicator) -> dict:
    """The ward's school districts: filled where their borders are known, and of what those are made; else points."""
    answer = values(pack, indicator, DISTRICT, pack.chosen.ward)
    borders = pack.ask("area_outlines", ward=pack.chosen.ward)
    title = pack.say("brief.places.districts", place=pack.place, label=pack.label(indicator.measure))
    spec = place_specs.points(pack.chosen, answer, indicator, False, title, borders=borders)
    drawn = figure(pack, "districts", spec, answer, POINTS)
    return drawn | {"subtitle": pack.chosen.joined(drawn["subtitle"], made_from(borders.rows(), DISTRICT, pack.lang))}


def ward_table(pack: Pack, indicator: Indicator) -> dict:
    """Value, change and what the rate is made of, ward by ward."""
    rows = [*values(pack, indicator, WARD).rows(), *values(pack, indicator, CITY).rows()]
    named = heads(pack, "ward", "value", "year_change", "parts")
    lines = (ward_row(pack, row, indicator) for row in rows)
    return table(named, lines, bold=(1,), wide=("auto", "auto", "auto", "1fr"))


def ward_row(pack: Pack, row: dict, indicator: Indicator) -> dict:
    decimals, lang = indicator.measure.decimals, pack.lang
    change = "" if row["change"] is None else signed(row["change"], decimals)
    made = made_of(row, lang) if row["status"] == SHOWN else ""
    label = pack.short_name(CITY, ALL) if row["area"] == ALL else row[f"label_{lang}"]
    cells = [label, words.value_text(row, decimals, lang), change, made.strip(" （）()")]
    return member_line(pack, row["area"], cells)


def context(pack: Pack) -> dict:
    """The place's figures beside the city's, those of the settings first."""
    answer = pack.ask("ward_context", ward=pack.chosen.ward, period=pack.period)
    first = {code: at for at, code in enumerate(pack.settings.values["places"]["context"])}
    rows = sorted((row for row in answer.rows() if row["indicator"] in first), key=lambda row: first[row["indicator"]])
    named = heads(pack, "indicator", "value", "year_change", *([] if pack.is_city else ["city"]))
    made = table(named, (line(context_cells(pack, row)) for row in rows), bold=(1,))
    title = pack.say("brief.places.context", place=pack.place)
    return captioned(pack, title, pack.say("brief.places.context_sub"), answer) | {"table": made}


def context_cells(pack: Pack, row: dict) -> list[str]:
    lang, decimals = pack.lang, row["decimals"]
    unit = row[f"unit_{lang}"]
    value = words.value_text(row, decimals, lang)
    shown = words.joined(value, unit, lang) if row["status"] == SHOWN else value
    change = "" if row["change"] is None else signed(row["change"], decimals)
    city = "" if row["city_value"] is None else words.joined(number(row["city_value"], decimals), unit, lang)
    return [row[f"label_{lang}"], shown, change, *([] if pack.is_city else [city])]


def dispatch(pack: Pack) -> dict:
    """Associations visited, not visited and not reported on, ward by ward, as counts of all."""
    facts, answer = dispatch_facts(pack, pack.chosen.ward)
    head = pack.headline("brief.places.dispatch", place=pack.place, **only(facts, "associations", "covered", "zero"))
    rows, where = answer.rows(), {"ward": pack.chosen.ward}
    days = {name: pack.fact(f"dispatch.{name}", answer, name, WORDS, **where) for name in ("since", "as_of")}
    made = table(heads(pack, "ward", *DONE), (reach_row(pack, row, DONE) for row in rows), bold=(4,))
    shares = [{"label": area(pack, row), "counts": [row[name] for name in PARTS]} for row in rows]
    said = captioned(pack, head.words, pack.say("brief.places.dispatch_sub", **days), answer)
    return said | {"table": made, "parts": heads(pack, *PARTS), "shares": shares, "issues": issues(pack)}


def issues(pack: Pack) -> dict:
    """Local issues raised, open and done, ward by ward."""
    facts, answer = dispatch_facts(pack, pack.chosen.ward)
    head = pack.headline("brief.places.issues", place=pack.place, **only(facts, "issues", "answered_issues"))
    names = ("issues", "open_issues", "answered_issues")
    made = table(heads(pack, "ward", *names), (reach_row(pack, row, names) for row in answer.rows()), bold=(2,))
    return captioned(pack, head.words, pack.say("brief.places.issues_sub"), answer) | {"table": made}


def reach_row(pack: Pack, row: dict, names: tuple[str, ...]) -> dict:
    """Counts of one ward, or of the whole city."""
    return member_line(pack, row["ward"], [area(pack, row), *(number(row[name] or 0) for name in names)])


def area(pack: Pack, row: dict) -> str:
    """A ward's name; the city's where the row is of all."""
    return pack.short_name(CITY, ALL) if row["ward"] == ALL else row[f"label_{pack.lang}"]
