"""The three gaps with their targets, what staff answered on motivation, and the gaps ward by ward."""

from dataclasses import replace

from dashboard.briefing.cells import cell, change_words
from dashboard.briefing.drawings import captioned, figure, people
from dashboard.briefing.facts import COUNT
from dashboard.briefing.findings import of_member
from dashboard.briefing.headlines import Condition, Headline
from dashboard.briefing.pack import Pack
from dashboard.briefing.tables import heads, member_line, table
from dashboard.edition.catalogue import ALL, CITY, WARD
from dashboard.figures import survey_specs, words
from dashboard.figures.tiles import target_text

GAPS = ("gap_vision", "gap_community", "gap_policy")
THIRD, HALF = (85.67, 44), (131, 60)  # mm
THEME = "motivation"


def page(pack: Pack) -> dict:
    """A third of the page for each gap, then the items of motivation beside the wards."""
    return {
        "kind": "gaps", "code": "gaps", "headline": over_all(pack).words,
        "subtitle": pack.say("brief.gaps.subtitle", place=pack.place),
        "gaps": [gap(pack, code) for code in GAPS], "items": items(pack), "wards": wards(pack),
    }  # fmt: skip


def over_all(pack: Pack) -> Headline:
    """How many of the three rose and fell; a mere topic where none can be compared."""
    answer = pack.ask("survey_gaps", wave=pack.chosen.wave, view=pack.cell["view"])
    facts = {
        said: pack.fact(f"gaps.{said}", answer, "verdict", COUNT, "count", verdict=said, member=pack.cell["member"])
        for said in ("rose", "fell", "unclear")
    }
    moved = [said for said in ("rose", "fell") if facts[said].value]
    message = "both" if len(moved) == 2 else moved[0] if moved else "neither" if facts["unclear"].value else "topic"
    conditions = tuple(Condition(fact.key, "be", fact.value) for fact in facts.values())
    return pack.headline(f"brief.gaps.{message}", conditions, place=pack.place, **{said: facts[said] for said in moved})


def gap(pack: Pack, code: str) -> dict:
    """The course of one gap; value, target and change beneath."""
    one, headline = cell(pack, code, **pack.cell), of_member(pack, code, **pack.cell).headline.words
    breaks = pack.ask("survey_breaks", measure=code, **pack.cell)
    behind = None if pack.is_city else pack.ask("survey_trend", measure=code, view=CITY, member=ALL)
    chosen = replace(pack.chosen, measure_code=code)
    spec = survey_specs.trend(chosen, one.answer, breaks, behind, headline)
    spec = replace(
        spec, options={**spec.options, "events": []}
    )  # a third of a page has no room; the first page has them
    target = target_text(survey_specs.tile(pack.chosen, code, one.answer), pack.lang)
    drawn = figure(pack, code, spec, one.answer, THIRD, headline)
    aside = pack.chosen.joined(target, people(pack, one.row["n"]))
    return drawn | {"value": one.value.printed, "change": change_words(pack, one), "foot": aside}


def items(pack: Pack) -> dict:
    """What staff answered to each item of motivation."""
    answer = pack.ask("survey_items", wave=pack.chosen.wave, **pack.cell)
    city = pack.ask("survey_items", wave=pack.chosen.wave, view=CITY, member=ALL)
    spec = survey_specs.likert(pack.chosen, answer, city, THEME, pack.say("brief.gaps.items", place=pack.place))
    return figure(pack, "items", spec, answer, HALF)


def wards(pack: Pack) -> dict:
    """The gaps in every ward, in fixed order, the whole city beneath."""
    answer = pack.ask("survey_gaps", wave=pack.chosen.wave, view=WARD)
    city = pack.ask("survey_gaps", wave=pack.chosen.wave, view=CITY)
    by_member: dict[tuple[str, str], dict[str, dict]] = {}
    for row in [*answer.rows(), *city.rows()]:
        by_member.setdefault((row["view"], row["member"]), {})[row["measure"]] = row
    named = [*heads(pack, "ward"), *(pack.label(pack.words.measures[code]) for code in GAPS)]
    rows = (ward_row(pack, *key, rows) for key, rows in by_member.items())
    made = table(named, rows, texts=range(4), wide=("auto", "1fr", "1fr", "1fr"))
    said = captioned(pack, pack.say("brief.gaps.wards"), pack.say("brief.gaps.wards_sub"), answer)
    return said | {"table": made}


def ward_row(pack: Pack, view: str, member: str, rows: dict[str, dict]) -> dict:
    """Value and verdict of each gap."""
    cells: list[str | list[str]] = [pack.short_name(view, member)]
    for code in GAPS:
        value = words.value_text(rows[code], pack.words.measures[code].decimals, pack.lang)
        cells.append([value, words.verdict_word(rows[code], pack.lang)])
    return member_line(pack, member, cells)
