"""What the data cannot tell (データの限界と留意事項): the silent, the withheld, the breaks, what was never loaded."""

from dashboard.briefing.cells import cell
from dashboard.briefing.drawings import captioned
from dashboard.briefing.effects import known
from dashboard.briefing.facts import COUNT, YEAR, Fact, Form
from dashboard.briefing.pack import Pack
from dashboard.briefing.proposals import dispatch_facts, only
from dashboard.briefing.tables import heads, line, table
from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, BUREAU, CITY, SHOWN, WITHHELD

EVERY = "*"
INDEX, RATE = "motivation", "response_rate"
OPTIONAL = {  # what a pack would also tell of -> the input tables it needs
    "dispatch": ("dispatches", "dispatch_reports"),
    "projects": ("projects", "project_stages"),
    "costs": ("costs",),
    "vision": ("vision_posts", "vision_reach"),
    "answers": ("answers_given",),
}


def page(pack: Pack) -> dict:
    """Sentences under heads, and the table of breaks."""
    told = {
        "silent": silent(pack), "withheld": withheld(pack), "years": years(pack), "places": of_places(pack),
        "effects": [] if known(pack) else [pack.say("brief.limits.effects_none")],
        "left_out": [pack.say("brief.limits.left_out_views"), pack.say("brief.limits.left_out_places")],
        "events": [pack.say("brief.limits.events_note")], "missing": missing(pack),
    }  # fmt: skip
    return {
        "kind": "limits", "code": "limits", "headline": pack.headline("brief.limits.headline").words,
        "subtitle": pack.say("brief.limits.subtitle"), "breaks": breaks(pack),
        "parts": [{"title": pack.say(f"brief.limits.{code}"), "told": said} for code, said in told.items() if said],
    }  # fmt: skip


def silent(pack: Pack) -> list[str]:
    """Who did not answer."""
    rate = cell(pack, RATE, **pack.cell)
    lines = [pack.say("brief.limits.answered", place=pack.place, asked=rate.asked, n=rate.n, rate=rate.value)]
    answer = pack.ask("survey_wave", wave=pack.chosen.wave, measure=RATE, view=BUREAU)
    form = Form("number", rate.measure.decimals, rate.measure.unit[pack.lang])
    ends = {how: pack.fact(f"limits.rate.{how}", answer, "value", form, how, status=SHOWN) for how in ("least", "most")}
    if ends["least"].value is not None:
        lines.append(pack.say("brief.limits.by_bureau", **ends))
    return [*lines, pack.say("brief.limits.interval")]


def withheld(pack: Pack) -> list[str]:
    """How many bureaus, and how many of their headings, may not be shown."""
    index = pack.ask("survey_wave", wave=pack.chosen.wave, measure=INDEX, view=BUREAU)
    themes = pack.ask("survey_themes", wave=pack.chosen.wave, view=BUREAU)
    counts = {
        "bureaus": count(pack, "bureaus", index, view=BUREAU),
        "hidden": count(pack, "hidden", index, status=WITHHELD),
        "cells": count(pack, "cells", themes, view=BUREAU),
        "hidden_cells": count(pack, "hidden_cells", themes, status=WITHHELD),
    }
    return [pack.say("brief.limits.withheld_why"), pack.say("brief.limits.withheld_count", **counts)]


def count(pack: Pack, name: str, answer: Answer, **where: str) -> Fact:
    return pack.fact(f"limits.{name}", answer, "member", COUNT, "count", **where)


def years(pack: Pack) -> list[str]:
    """Years without survey, and years of which only aggregates are left."""
    answer, lines = pack.ask("waves"), []
    for wave in pack.words.waves.values():
        said = "not_held" if not wave.held else "aggregate_only" if wave.aggregate_only else None
        if said:
            year = pack.fact(f"limits.{wave.code}", answer, "fiscal_year", YEAR, wave=wave.code)
            lines.append(pack.say(f"brief.limits.{said}", year=year))
    return lines


def of_places(pack: Pack) -> list[str]:
    """Reports that are missing, and sums of fewer places than there are."""
    lines = []
    if pack.has("dispatches"):
        facts, _ = dispatch_facts(pack, pack.chosen.ward)
        lines.append(pack.say("brief.limits.no_report", place=pack.place, **only(facts, "associations", "no_report")))
    for code in pack.settings.values["places"]["districts"]:
        if (indicator := pack.indicator(code)) is None:
            continue
        answer = pack.ask("area_values", area_kind=CITY, indicator=code, period=pack.period)
        (row,) = answer.rows()
        if row["parts"] is not None and row["parts"] < row["parts_of"]:
            made = {of: pack.fact(f"limits.{code}.{of}", answer, of, COUNT, area=ALL) for of in ("parts", "parts_of")}
            lines.append(pack.say("brief.limits.incomplete", label=pack.label(indicator.measure), **made))
    return lines


def missing(pack: Pack) -> list[str]:
    """Data that were never loaded."""
    names = [pack.say(f"brief.limits.data_{code}") for code, tables in OPTIONAL.items() if not pack.has(*tables)]
    return [pack.say("brief.limits.not_loaded", names=pack.listed(names))] if names else []


def breaks(pack: Pack) -> dict | None:
    """Where lines break: for everyone, then bureau by bureau; None where none does."""
    city, bureaus = (pack.ask("view_breaks", view=view) for view in (CITY, BUREAU))
    everyone = {told(row) for row in city.rows()}
    rows = [*city.rows(), *(row for row in bureaus.rows() if told(row) not in everyone)]
    if not rows:
        return None
    lines = [line(break_cells(pack, row)) for row in sorted(rows, key=lambda row: row["wave"])]
    named = heads(pack, "year", "who", "what", "why")
    said = captioned(pack, pack.say("brief.limits.breaks"), pack.say("brief.limits.breaks_sub"), bureaus)
    return said | {"table": table(named, lines, texts=range(4), wide=("auto", "1fr", "1fr", "auto"))}


def told(row: dict) -> tuple[str, str, str]:
    """A break, whoever it befell."""
    return row["wave"], row["measure"], row["kind"]


def break_cells(pack: Pack, row: dict) -> list[str]:
    """Year, who, what, why."""
    who = pack.say("brief.limits.everyone") if row["member"] == EVERY else pack.member(row["view"], row["member"])
    measures = pack.words.measures
    what = pack.say("brief.limits.everything") if row["measure"] == EVERY else pack.label(measures[row["measure"]])
    return [pack.year(pack.words.waves[row["wave"]].fiscal_year), who, what, pack.say(f"figure.break.{row['kind']}")]
