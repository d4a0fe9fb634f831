"""The panel at the foot of a proposal's page: what went in, what was done, what came out, and what moved beside it."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import NO_DATA, SHOWN
from dashboard.edition.chain import STEPS, SURVEYED, Link, chain, filled, row_of
from dashboard.figures.chain import Card
from dashboard.figures.chain import chain as drawn
from dashboard.figures.tiles import colour_of
from dashboard.figures.words import value_text, verdict, verdict_word
from dashboard.i18n import number, signed
from dashboard.ui.frame import Frame


def panel(frame: Frame, proposal: str) -> None:
    """The chain of a proposal (vision, dispatch, institute) for the place and year chosen."""
    choice = frame.choice
    chosen = {"ward": choice.place_ward, "wave": choice.wave, "period": choice.period, **choice.cell}
    steps: dict[str, list[Card]] = {step: [] for step in STEPS}
    for link in chain(proposal):
        if link.unit == SURVEYED and link.card not in frame.catalogue.measures:
            continue  # the questionnaire of another city asks something else
        steps[link.step].append(card(frame, link, chosen))
    title, said = escape(frame.say("chain.title")), escape(frame.say("chain.sub"))
    head = f'<div class="k-ft" lang="{frame.lang}"><h2>{title}</h2><p>{said}</p></div>'
    with st.container(key="chain", gap=None):
        st.html(head)
        st.html(drawn(steps, frame.lang))


def card(frame: Frame, link: Link, chosen: Mapping[str, str]) -> Card:
    """One card; without its table it says which file to load."""
    label = label_of(frame, link)
    effect = frame.say("chain.effect", effect=frame.say(f"chain.effect_{link.effect}")) if link.effect else ""
    missing = [name for name in link.needs if name not in frame.catalogue.tables]
    if missing:
        files = frame.say("absent.stop").join(frame.say(f"table.{name}") for name in missing)
        return Card(label, frame.say("figure.no_data"), "", frame.say("chain.load", files=files), effect)
    answer = frame.ask(link.question, **filled(link.given, chosen))
    row = row_of(link, answer, chosen)
    base, evidence = frame.say("panel.joint").join(based(frame, link, row)), number_of(frame, answer)
    if link.unit == SURVEYED:
        return survey_card(frame, link, row, Card(label, "", "", base, effect, **evidence))
    value = None if row is None else row[link.value]
    said = None if row is None or link.value != "value" else row.get("status")
    status = said or (SHOWN if value is not None else NO_DATA if row is None else link.blank)
    shown = value_text({"value": value, "status": status}, link.decimals, frame.lang)
    return Card(label, shown, "" if value is None else frame.say(f"chain.unit_{link.unit}"), base, effect, **evidence)


def label_of(frame: Frame, link: Link) -> str:
    """The name of a card; a survey's measure by its own."""
    measures = frame.catalogue.measures
    return measures[link.card].label[frame.lang] if link.unit == SURVEYED else frame.say(f"chain.card_{link.card}")


def survey_card(frame: Frame, link: Link, row: dict | None, bare: Card) -> Card:
    """A measure of the survey with its change in words; the colour only says whether that direction is good."""
    measure, lang = frame.catalogue.measures.get(link.card), frame.lang
    if measure is None or row is None:
        return replace(bare, value=frame.say("figure.no_data"))
    unit = "" if row["value"] is None else measure.unit[lang]
    found = replace(bare, value=value_text(row, measure.decimals, lang), unit=unit)
    if row["change"] is None:
        return found
    moved = frame.say("chain.change", change=signed(row["change"], measure.decimals), word=verdict_word(row, lang))
    return replace(found, change=moved, tone=colour_of(verdict(row), measure.direction))


def based(frame: Frame, link: Link, row: dict | None) -> list[str]:
    """When, and of how many: year or the day it was true, and n."""
    if row is None:
        return [frame.period_label]
    dated = "as_of" in row and "fiscal_year" not in row
    when = frame.say("chain.as_of", date=row["as_of"]) if dated else frame.period_label
    whole = row[link.whole] if link.whole else None
    key = "chain.n" if link.whole in ("n", "staff") else "chain.of"
    return [when] if whole is None else [when, frame.say(key, n=number(whole))]


def number_of(frame: Frame, answer: Answer) -> dict[str, str]:
    """The evidence number of a card and its link."""
    named = frame.evidence(answer)
    return {"number": named, "link": "find?" + urlencode(asdict(replace(frame.choice, q=named)))} if named else {}
