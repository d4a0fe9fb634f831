"""The first page is the one an executive gets (一枚もの): did it rise, where, since when, and what of the proposals."""

from dashboard.briefing.cells import cell, change_words
from dashboard.briefing.drawings import figure, people
from dashboard.briefing.facts import VERDICT, YEAR, Form
from dashboard.briefing.findings import of_member, of_view
from dashboard.briefing.headlines import Condition, Headline
from dashboard.briefing.pack import Pack
from dashboard.briefing.proposals import dispatch_facts, proposals
from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, CITY, WARD
from dashboard.figures import survey_specs, words
from dashboard.figures.paper import spark
from dashboard.figures.tiles import Tile, colour_of, target_text
from dashboard.i18n import signed

SURVEYED = ("motivation", "gap_vision", "gap_community", "gap_policy")
TONES = {"up": "good", "down": "bad", "": "plain"}
MAP, TREND, SPARK = (58, 74), (131, 74), (16, 9)  # mm
INDEX = "motivation"


def page(pack: Pack) -> dict:
    """Headline, five tiles, the ward map beside its values, the trend, the three proposals."""
    finding = of_member(pack, INDEX, **pack.cell)
    fifth = dispatch_tile(pack) if pack.has("dispatches") else survey_tile(pack, "response_rate")
    return {
        "kind": "first", "code": "first", **finding.heading, "subtitle": subtitle(pack),
        "tiles": [*(survey_tile(pack, code) for code in SURVEYED), fifth],
        "map": ward_map(pack), "wards": ward_table(pack), "trend": trend(pack), "proposals": proposals(pack),
    }  # fmt: skip


def subtitle(pack: Pack) -> str:
    """Who was asked, how many answered, when; the demo mark as well, for a page's head is not read out."""
    rate = cell(pack, "response_rate", **pack.cell)
    year = pack.fact("year", pack.ask("waves"), "fiscal_year", YEAR, wave=pack.chosen.wave)
    said = pack.say("brief.first.subtitle", place=pack.place, asked=rate.asked, n=rate.n, rate=rate.value, year=year)
    return pack.say("brief.first.demo", demo=pack.say("demo.mark"), said=said) if pack.words.demo else said


def survey_tile(pack: Pack, code: str) -> dict:
    """Value, course, what may be said of the change, target and n."""
    one, lang = cell(pack, code, **pack.cell), pack.lang
    drawn = survey_specs.tile(pack.chosen, code, one.answer)
    is_hidden = words.hidden(one.row)
    word = words.verdict_word(one.row, lang) or pack.say("figure.not_comparable")
    return {
        "label": one.measure.label[lang],
        "value": words.value_text(one.row, one.measure.decimals, lang),
        "unit": "" if is_hidden else one.measure.unit[lang],
        "spark": course_of(pack, code, drawn),
        "tone": TONES[colour_of(one.verdict.value, one.measure.direction)],
        "word": "" if is_hidden else word,
        "change": change_words(pack, one),
        "left": target_text(drawn, lang),
        "right": "" if is_hidden else people(pack, one.n.value),
    }


def course_of(pack: Pack, code: str, drawn: Tile) -> str | None:
    """The course as a small drawing without words; None where there is none."""
    if sum(value is not None for value in drawn.series) < 2:
        return None
    path = f"figures/spark-{code}.svg"
    pack.drawings[path] = spark(drawn.series, None, *SPARK)
    return path


def dispatch_tile(pack: Pack) -> dict:
    """How many associations have a dispatch; those without a visit and without a report apart."""
    facts, _ = dispatch_facts(pack, pack.chosen.ward)
    return {
        "label": pack.say("brief.first.dispatch"), "value": facts["covered"].printed,
        "unit": pack.say("brief.first.of", associations=facts["associations"]), "spark": None, "tone": "plain",
        "word": pack.say("brief.first.zero", zero=facts["zero"]),
        "change": pack.say("brief.first.no_report", no_report=facts["no_report"]),
        "left": pack.say("brief.first.months"), "right": pack.say("brief.first.register"),
    }  # fmt: skip


def ward_map(pack: Pack) -> dict:
    """The wards in four classes, under what can be said over them."""
    answer = pack.ask("ward_map", measure=INDEX, period=pack.chosen.wave)
    headline = of_view(pack, INDEX, WARD).headline.words
    spec = survey_specs.ward_map(pack.chosen, answer, headline)
    return figure(pack, "map", spec, answer, MAP, headline)


def ward_table(pack: Pack) -> list[dict]:
    """Wards in their fixed order, the head office and the whole city beneath, never by rank."""
    wards = pack.ask("survey_wave", wave=pack.chosen.wave, measure=INDEX, view=WARD)
    city = pack.ask("survey_wave", wave=pack.chosen.wave, measure=INDEX, view=CITY)
    return [ward_row(pack, row) for row in [*wards.rows(), *city.rows()]]


def ward_row(pack: Pack, row: dict) -> dict:
    lang, decimals = pack.lang, pack.chosen.measure.decimals
    return {
        "label": pack.short_name(row["view"], row["member"]),
        "value": words.value_text(row, decimals, lang),
        "change": "" if row["change"] is None else signed(row["change"], decimals),
        "interval": bracket(pack, row, decimals),
        "word": words.verdict_word(row, lang),
        "n": people(pack, row["n"]),
        "whole": row["member"] == ALL,
        "chosen": row["member"] == pack.chosen.ward and not pack.is_city,
    }


def bracket(pack: Pack, row: dict, decimals: int) -> str:
    """（+0.5～+1.3）, '' where there is none."""
    if row["change_lo"] is None:
        return ""
    lo, hi = (signed(row[end], decimals) for end in ("change_lo", "change_hi"))
    return pack.chosen.say("brief.bracket", lo=lo, hi=hi)


def trend(pack: Pack) -> dict:
    """The index over all surveys, the city in grey behind a ward."""
    answer = pack.ask("survey_trend", measure=INDEX, **pack.cell)
    breaks = pack.ask("survey_breaks", measure=INDEX, **pack.cell)
    behind = None if pack.is_city else pack.ask("survey_trend", measure=INDEX, view=CITY, member=ALL)
    headline = course(pack, answer)
    spec = survey_specs.trend(pack.chosen, answer, breaks, behind, headline.words)
    n = people(pack, cell(pack, INDEX, **pack.cell).row["n"])
    return figure(pack, "trend", spec, answer, TREND, headline.words, n)


def course(pack: Pack, answer: Answer) -> Headline:
    """Highest of all surveys where it rose to that; else the topic."""
    measure = pack.chosen.measure
    form = Form("number", measure.decimals)
    now = pack.fact("course.now", answer, "value", form, wave=pack.chosen.wave)
    most = pack.fact("course.most", answer, "value", form, "most")
    verdict = pack.fact("course.verdict", answer, "verdict", VERDICT, wave=pack.chosen.wave)
    label = pack.label(measure)
    if verdict.value == "rose" and now.value == most.value:
        conditions = (Condition(now.key, "be", most.key), Condition(verdict.key, "be", "rose"))
        return pack.headline("brief.first.highest", conditions, place=pack.place, label=label)
    return pack.headline("brief.first.course", place=pack.place, label=label)
