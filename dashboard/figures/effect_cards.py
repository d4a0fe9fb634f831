"""Effect cards side by side, as plain HTML: what changed, how surely, against whom, at what cost. All escaped."""

from html import escape

from dashboard.edition.effects import FOUND, MARKS, marks
from dashboard.figures.words import range_text
from dashboard.i18n import fiscal_year, number, signed, text

TEN_THOUSAND = 10  # thousand yen in 万円


def cards(rows: list[dict], lang: str) -> str:
    """A list of cards on one scale for their intervals."""
    ends = [abs(row[name]) for row in rows for name in ("lo", "hi", "value") if row[name] is not None]
    reach = max([*ends, *(row["meaningful"] for row in rows)], default=1.0)
    every = "".join(f'<li class="k-card">{card(row, reach, lang)}</li>' for row in rows)
    return f'<ul class="k-cards" lang="{lang}">{every}</ul>'


def card(row: dict, reach: float, lang: str) -> str:
    """Programme, verdict, effect with its interval, the comparison, cost, evidence, what would raise it."""
    name = escape(text(f"effect.name.{row['effect']}", lang))
    number_of = escape(text(f"effect.proposal.{row['proposal']}", lang))
    head = f'<p class="m">{number_of} {name}</p><h3>{escape(row[f"headline_{lang}"])}</h3>'
    facts = "".join(f"<dt>{escape(term)}</dt><dd>{words}</dd>" for term, words in facts_of(row, lang))
    return f"{head}{amount(row, lang)}{span(row, reach)}<dl>{facts}</dl>"


def amount(row: dict, lang: str) -> str:
    """The effect in the outcome's own unit and its interval; the outcome alone where none is stated."""
    outcome = escape(row[f"outcome_{lang}"])
    if row["value"] is None:
        return f'<p class="m">{outcome}</p>'
    shade = "" if row["verdict"] == FOUND else ' class="dim"'
    ends = range_text(row["lo"], row["hi"], row["decimals"], lang, sign=True)
    told = (
        f"{escape(text('effect.interval', lang))}<br>{escape(ends)}" if ends else escape(text("effect.described", lang))
    )
    shown = f"<b{shade}>{signed(row['value'], row['decimals'])}</b><i>{escape(row[f'unit_{lang}'])}</i>"
    return f'<div class="v">{shown}<small>{told}</small></div><p class="m">{outcome}</p>'


def span(row: dict, reach: float) -> str:
    """The interval on the scale all cards share, its middle 0; hollow where it holds 0."""
    if row["lo"] is None or row["value"] is None:
        return '<div class="span"></div>'
    at = {name: f"{50 + 50 * row[name] / reach:.1f}%" for name in ("lo", "hi", "value")}
    kind = "own" if row["verdict"] == FOUND else "own open"
    places = f"--lo:{at['lo']};--hi:{at['hi']};--at:{at['value']}"
    return f'<div class="span" style="{places}" aria-hidden="true"><s></s><i></i><b class="{kind}"></b></div>'


def facts_of(row: dict, lang: str) -> list[tuple[str, str]]:
    """(term, words as HTML) of a card."""
    found = [("against", escape(against(row, lang))), ("cost", escape(cost(row, lang))), ("marks", marked(row, lang))]
    found += [("more", escape(row[f"more_{lang}"])), ("next", escape(answers(row, lang)))]
    return [(text(f"effect.fact.{name}", lang), words) for name, words in found]


def against(row: dict, lang: str) -> str:
    never = text(f"effect.count.{row['unit_kind']}", lang, count=number(row["never"]))
    return text("effect.against", lang, never=never, began=number(row["treated"]))


def cost(row: dict, lang: str) -> str:
    """A year's programme cost without staff pay."""
    if row["cost_thousand_yen"] is None:
        return text("figure.no_data", lang)
    amount_of = row["cost_thousand_yen"] / TEN_THOUSAND if lang == "ja" else row["cost_thousand_yen"] / 1000
    shown = number(amount_of, 0 if lang == "ja" else 1)
    return text("effect.cost", lang, amount=shown, year=fiscal_year(row["cost_year"], lang, short=True))


def marked(row: dict, lang: str) -> str:
    """The marks, and which of the five are given."""
    given = "".join(
        f'<span class="{"on" if row[f"mark_{name}"] else "off"}">{"●" if row[f"mark_{name}"] else "○"}'
        f"{escape(text(f'effect.mark.{name}', lang))}</span>"
        for name in MARKS
    )
    return f'<b>{marks(row)}</b></dd><dd class="k-marks">{given}'


def answers(row: dict, lang: str) -> str:
    """Answers the next survey would need; enough, or none at all for places."""
    if row["answers"] is None:
        return text("effect.next.none", lang)
    if row["answers_needed"] is None:
        return text("effect.next.enough", lang, answers=number(row["answers"]))
    return text("effect.next.more", lang, needed=number(row["answers_needed"]), answers=number(row["answers"]))
