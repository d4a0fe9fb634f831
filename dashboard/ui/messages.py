"""The messages of the view for meetings: each opens with its sentence and shows one thing."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, BUREAU, CITY, DEPARTMENT, SHOWN, WARD, WITHHELD
from dashboard.edition.statements import of_pipeline
from dashboard.figures import markup, place_specs
from dashboard.figures import survey_specs as specs
from dashboard.figures.legends import legend
from dashboard.figures.spec import FigureSpec
from dashboard.figures.tiles import tiles
from dashboard.figures.words import verdict, verdict_word
from dashboard.i18n import number, signed
from dashboard.ui import panels, vision
from dashboard.ui.frame import Frame, head, open_with
from dashboard.ui.listing import Cell, Column, table
from dashboard.ui.show import chart

SCALE = 1.75  # 14 px of a figure become 24.5
GAPS = ("gap_vision", "gap_community", "gap_policy")
MOTIVATION = "motivation"
MOST_THEMES = 6


def sized(spec: FigureSpec, width: int, height: int) -> FigureSpec:
    """A figure laid out for a box of so many px, drawn large."""
    return replace(spec, options={**spec.options, "width": round(width / SCALE), "height": round(height / SCALE)})


def about_motivation(frame: Frame) -> Frame:
    """The frame with the motivation index chosen, whatever the reader looked at before."""
    return replace(frame, choice=replace(frame.choice, measure=MOTIVATION))


def motivation(frame: Frame) -> list[Answer]:
    """Did motivation rise at the chosen place; its course over all surveys."""
    frame = about_motivation(frame)
    head(frame, panels.finding_of_place(frame))
    answer, spec = panels.trend_of(frame)
    chart("present-trend", sized(spec, 1216, 430), scale=SCALE)
    return [answer]


def wards(frame: Frame) -> list[Answer]:
    """What can be said over the wards; map and values with intervals."""
    frame = about_motivation(frame)
    choice, chosen = frame.choice, frame.selection
    head(frame, panels.finding(frame, "several", WARD, ALL))
    answer = frame.ask("survey_wave", wave=choice.wave, measure=choice.measure, view=WARD)
    city = frame.ask("survey_wave", wave=choice.wave, measure=choice.measure, view=CITY)
    title = frame.say("panel.map", measure=frame.measure.label[frame.lang])
    drawn = specs.ward_map(chosen, frame.ask("ward_map", measure=choice.measure, period=choice.wave), title)
    st.html(legend(drawn))
    with st.container(key="present-two", horizontal=True, gap="medium"):
        chart("present-map", sized(drawn, 500, 430), scale=SCALE)
        chart("present-dots", sized(specs.dots(chosen, answer, city), 684, 430), scale=SCALE)
    return [answer]


def gaps(frame: Frame) -> list[Answer]:
    """The three gaps and how far each is from its target."""
    cell, measures, lang = frame.choice.cell, frame.catalogue.measures, frame.lang
    answers = {code: frame.ask("survey_trend", measure=code, **cell) for code in GAPS}
    drawn = [specs.tile(frame.selection, code, answer) for code, answer in answers.items()]
    aimed = [one for one in drawn if one.target is not None and one.value is not None]
    reached = sum(one.value >= one.target for one in aimed)
    without = sum(measures[code].target is None for code in GAPS)
    counts = {"reached": number(reached), "short": number(len(aimed) - reached), "without": number(without)}
    open_with(frame, frame.say("present.gaps", place=frame.place(**cell), **counts))
    st.html(tiles(drawn, lang))
    return list(answers.values())


def bureaus(frame: Frame) -> list[Answer]:
    """Which bureaus rose or fell; the others are counted, never ranked."""
    frame = about_motivation(frame)
    choice, lang, measure = frame.choice, frame.lang, frame.measure
    finding = panels.finding(frame, "several", BUREAU, ALL)
    answer = frame.ask("survey_wave", wave=choice.wave, measure=choice.measure, view=BUREAU)
    shown = [row for row in answer.rows() if row["status"] == SHOWN and row["change"] is not None]
    moved = [row for row in shown if verdict(row) in ("rose", "fell")]
    if not moved:
        head(frame, finding)
        return [answer]
    (said,) = finding.rows()
    open_with(frame, said[f"headline_{lang}"], "", frame.say("present.rest", rest=number(len(shown) - len(moved))))
    columns = [Column(frame.say("present.bureau")), Column(measure.label[lang], number=True)]
    columns += [Column(frame.say("present.change"), number=True), Column(frame.say("present.interval"), number=True)]
    st.html(table([*columns, Column("")], [bureau_row(frame, row) for row in moved], lang))
    return [answer]


def bureau_row(frame: Frame, row: dict) -> list[Cell]:
    decimals, lang = frame.measure.decimals, frame.lang
    ends = [row["change_lo"], row["change_hi"]]
    lo, hi = ("-" if end is None else signed(end, decimals) for end in ends)
    return [
        Cell(frame.place(row["view"], row["member"])),
        Cell(number(row["value"], decimals), "b"),
        Cell(signed(row["change"], decimals), "b"),
        Cell(frame.say("behind.range", few=lo, many=hi)),
        Cell(verdict_word(row, lang)),
    ]


def shared_vision(frame: Frame) -> list[Answer]:
    """How far a post reaches, and the themes that parties from outside took part in most."""
    said, lang = vision.statement(frame, vision.year(frame)), frame.lang
    answer = frame.ask("vision_themes", wave=frame.choice.wave)
    rows = [row for row in answer.rows() if row["outside_posts"]][:MOST_THEMES]
    open_with(frame, said.headline, said.bracket, vision.themes_said(frame) if rows else said.detail)
    names = ("theme", "posts", "outside", "four", "reach")
    columns = [Column(frame.say(f"vision.col_{name}"), number=name != "theme") for name in names]
    counted = ("posts", "outside_posts", "four_party_posts")
    cells = [
        [Cell(row[f"theme_{lang}"]), *(Cell(number(row[name])) for name in counted), vision.reach_cell(row, lang)]
        for row in rows
    ]
    if rows:
        st.html(table(columns, cells, lang))
    return [frame.ask("vision_summary", wave=frame.choice.wave), answer]


def dispatch(frame: Frame) -> list[Answer]:
    """How many associations dispatch reaches, ward by ward."""
    ward, lang = frame.choice.place_ward, frame.lang
    answer = frame.ask("dispatch_coverage", ward=ALL)
    names = ("associations", "covered", "visited", "zero", "no_report")
    rows = answer.rows()
    own = next(row for row in rows if row["ward"] == ward)
    counts = {name: number(own[name]) for name in (*names, "visits")}
    said = frame.say("present.dispatch", place=frame.ward_label, **counts)
    open_with(frame, said, "", frame.say("present.dispatch_detail", **counts))
    columns = [Column(frame.say("present.ward"))]
    columns += [Column(frame.say(f"present.{name}"), number=True) for name in names]
    cells = [
        [Cell(place_name(frame, row)), *(Cell(number(row[name]), "b" if row is own else "") for name in names)]
        for row in rows
    ]
    st.html(table(columns, cells, lang))
    return [answer]


def place_name(frame: Frame, row: dict) -> str:
    return row[f"label_{frame.lang}"] or frame.area(CITY, ALL)


def institute(frame: Frame) -> list[Answer]:
    """What became of the institute's studies."""
    of = {"ward": frame.choice.place_ward, "origin": ALL}
    (summary,) = frame.ask("project_summary", **of).rows()
    said = of_pipeline(summary, frame.ward_label, frame.lang)
    open_with(frame, said.headline, said.bracket, said.detail)
    answer = frame.ask("project_pipeline", **of)
    st.html(markup.draw(place_specs.pipeline(answer, frame.lang)))
    return [answer]


def limits(frame: Frame) -> list[Answer]:
    """What the data cannot tell, in sentences by rule."""
    choice, words = frame.choice, frame.catalogue
    answer = frame.ask("survey_wave", wave=choice.wave, measure="response_rate", view=CITY)
    open_with(frame, frame.say("present.limits"))
    told = [*response(frame, answer), *years(frame), *withheld(frame)]
    if {"associations", "dispatches", "activities"} <= words.tables:
        whole = next(row for row in frame.ask("dispatch_coverage", ward=ALL).rows() if row["ward"] == ALL)
        told.append(frame.say("limit.no_report", count=number(whole["no_report"])))
    told.append(frame.say("limit.association"))
    st.html(f'<ul class="k-limits" lang="{frame.lang}">{"".join(f"<li>{line}</li>" for line in told)}</ul>')
    return [answer]


def response(frame: Frame, answer: Answer) -> list[str]:
    rows = [row for row in answer.rows() if row["n"] is not None and row["asked"]]
    counts = [{"n": row["n"], "asked": row["asked"], "silent": row["asked"] - row["n"]} for row in rows]
    return [frame.say("limit.response", **{name: number(count) for name, count in of.items()}) for of in counts]


def years(frame: Frame) -> list[str]:
    """Years without a survey, and those of which only aggregates are known."""
    waves, lang = frame.catalogue.waves.values(), frame.lang
    absent = [wave.label[lang] for wave in waves if not wave.held]
    coarse = [wave.label[lang] for wave in waves if wave.held and wave.aggregate_only]
    joint = frame.say("panel.joint")
    return [
        frame.say(f"limit.{key}", years=joint.join(found))
        for key, found in (("not_held", absent), ("aggregate_only", coarse))
        if found
    ]


def withheld(frame: Frame) -> list[str]:
    rows = frame.ask("survey_wave", wave=frame.choice.wave, measure=MOTIVATION, view=DEPARTMENT).rows()
    return [frame.say("limit.withheld")] if any(row["status"] == WITHHELD for row in rows) else []


@dataclass(frozen=True)
class Message:
    """show: draws it and gives the answers whose numbers stand beneath; needs: tables without which it is left out."""

    show: Callable[[Frame], list[Answer]]
    needs: frozenset[str] = frozenset()


SURVEYED = frozenset({"waves"})
MESSAGES = {
    "motivation": Message(motivation, SURVEYED),
    "wards": Message(wards, SURVEYED),
    "gaps": Message(gaps, SURVEYED),
    "bureaus": Message(bureaus, SURVEYED),
    "vision": Message(shared_vision, frozenset({"vision_posts", "vision_reach"})),
    "dispatch": Message(dispatch, frozenset({"associations", "dispatches", "activities"})),
    "institute": Message(institute, frozenset({"projects", "project_stages"})),
    "limits": Message(limits, SURVEYED),
}
