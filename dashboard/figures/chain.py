"""The logic chain as four columns of small cards. HTML. Only an outcome's change may be coloured."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from dashboard.edition.chain import STEPS
from dashboard.i18n import text


@dataclass(frozen=True)
class Card:
    """label, value with its unit as printed ('' where there is none), base: year and n, effect: the expected effect it
    measures, change: in words, tone: up | down | '' (outcomes only), number and link: of its evidence.
    """

    label: str
    value: str
    unit: str
    base: str
    effect: str = ""
    change: str = ""
    tone: str = ""
    number: str = ""
    link: str = ""


def chain(steps: Mapping[str, Sequence[Card]], lang: str) -> str:
    """Four headed lists, in the order of STEPS."""
    columns = "".join(column(step, steps.get(step, ()), lang) for step in STEPS)
    return f'<div class="k-chain" lang="{lang}">{columns}</div>'


def column(step: str, cards: Sequence[Card], lang: str) -> str:
    """One step with its heading and what it means."""
    head = f"<h3>{escape(text(f'chain.{step}', lang))}</h3><p>{escape(text(f'chain.{step}_means', lang))}</p>"
    return f'<section class="{step}">{head}<ul>{"".join(card(one, step) for one in cards)}</ul></section>'


def card(one: Card, step: str) -> str:
    """One card; what is no outcome never carries a change."""
    number = f'<a href="{escape(one.link)}" target="_self">{escape(one.number)}</a>' if one.number else ""
    told = f'<p class="{one.tone}">{escape(one.change)}</p>' if one.change and step == STEPS[-1] else ""
    effect = f'<p class="effect">{escape(one.effect)}</p>' if one.effect else ""
    return (
        f"<li><h4>{escape(one.label)}</h4><p class='v'><b>{escape(one.value)}</b><i>{escape(one.unit)}</i></p>"
        f'{told}<p class="m">{escape(one.base)} {number}</p>{effect}</li>'
    )
