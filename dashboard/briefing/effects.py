"""What the three proposals changed, on paper: a row each, the course before and after, the rules in a line."""

from dashboard.briefing.drawings import figure
from dashboard.briefing.facts import COUNT, Fact, Form
from dashboard.briefing.headlines import Condition
from dashboard.briefing.pack import Pack, Words
from dashboard.briefing.tables import heads, line, table
from dashboard.edition.answer import Answer
from dashboard.edition.effects import FOUND, VERDICTS, marks, names, of_effects, title
from dashboard.figures import effect_cards
from dashboard.figures.effect_specs import study
from dashboard.figures.words import range_text
from dashboard.i18n import signed

DRAWN = ("vision", "dispatch_staff")  # effects with a figure of their course, where they are held
SIZE = (131, 62)  # mm
HEADS = ("effect", "outcome", "verdict", "difference", "against", "spent", "strength", "raise")
RECORDS = ("vision_reach", "dispatches", "project_people")  # input tables that tell who takes part
PROPOSED = {"vision": ("vision",), "dispatch": ("dispatch_staff", "dispatch_places"), "institute": ("institute",)}


def page(pack: Pack) -> dict | None:
    """All effects in a table, two courses beneath; None where nothing was estimated."""
    rows = list(known(pack).values())
    if not rows:
        return None
    answer = pack.ask("effects")
    said = of_effects(rows, pack.lang)
    count = pack.fact("effects.found", answer, "verdict", COUNT, "count", verdict=FOUND)
    must = Condition(count.key, "exceed" if count.value else "be", 0)
    cells = [line(cells_of(row, pack.lang)) for row in rows]
    wide = ("auto", "auto", "1.2fr", "auto", "auto", "auto", "auto", "1fr")
    return {
        "kind": "effects", "code": "effects", "headline": pack.stated("effects", said.headline, (must,)).words,
        "subtitle": pack.say("brief.effects.subtitle"), "aside": pack.evidence(answer),
        "table": table(heads(pack, *HEADS), cells, texts=range(8), bold=(2,), wide=wide),
        "figures": [drawn(pack, row) for row in rows if row["effect"] in DRAWN],
        "notes": [pack.say("brief.effects.rules"), pack.say("brief.effects.method")],
    }  # fmt: skip


def cells_of(row: dict, lang: str) -> list[str | list[str]]:
    """Programme, outcome, verdict, difference over its interval, comparison, cost, strength, what would raise it."""
    value = "-" if row["value"] is None else f"{signed(row['value'], row['decimals'])} {row[f'unit_{lang}']}"
    ends = range_text(row["lo"], row["hi"], row["decimals"], lang, sign=True)
    told = [
        title(row["effect"], lang),
        row[f"outcome_{lang}"],
        row[f"headline_{lang}"],
        [value, ends] if ends else value,
    ]
    return [*told, effect_cards.against(row, lang), effect_cards.cost(row, lang), marks(row), row[f"more_{lang}"]]


def drawn(pack: Pack, row: dict) -> dict:
    """The course of one programme."""
    answer = pack.ask("effect_times", effect=row["effect"])
    spec = study(row, answer, pack.words, pack.lang, titled=True)
    return figure(pack, f"effect-{row['effect']}", spec, answer, SIZE)


def known(pack: Pack) -> dict[str, dict]:
    """effect -> its row; empty where nothing was estimated, or no table tells who takes part."""
    if not any(pack.has(table) for table in RECORDS):
        return {}
    return {row["effect"]: row for row in pack.ask("effects").rows()}


def in_short(pack: Pack, proposal: str) -> str:
    """What is said of a proposal's effect, in a line."""
    rows = [row for name, row in known(pack).items() if name in PROPOSED[proposal]]
    if not rows:
        return pack.say("brief.proposal.no_effect")
    if len(rows) == 1:
        return pack.say("brief.effects.one", said=pack.say(f"effect.verdict.{rows[0]['verdict']}"))
    parts = [
        pack.say(f"brief.effects.{row['effect']}", said=pack.say(f"brief.effects.short.{row['verdict']}"))
        for row in rows
    ]
    return pack.say("brief.effects.one", said=Words(pack.say("brief.effects.joint").join(parts)))


def numbers(pack: Pack, effect: str) -> tuple[dict[str, Fact], Answer]:
    """value, lo and hi of an effect as facts; for effects with an interval."""
    answer, row = pack.ask("effects"), known(pack)[effect]
    form = Form("change", row["decimals"], row[f"unit_{pack.lang}"])
    return {
        name: pack.fact(f"effect.{effect}.{name}", answer, name, form, effect=effect) for name in ("value", "lo", "hi")
    }, answer


def spoken(pack: Pack, effect: str) -> str:
    """What is said of one effect in an answer: the verdict, and the interval where there is one."""
    row = known(pack)[effect]
    said = {"name": pack.say(f"effect.name.{effect}"), "said": pack.say(f"standing.verdict.{row['verdict']}")}
    if row["lo"] is None or row["value"] is None:
        return pack.say("standing.effect.bare", **said)
    return pack.say("standing.effect.told", **said, **numbers(pack, effect)[0])


def together(pack: Pack) -> str:
    """Where an effect is found, and what is said of the others, in an answer."""
    rows = list(known(pack).values())
    told = []
    for verdict in VERDICTS:
        if those := names([row for row in rows if row["verdict"] == verdict], pack.lang):
            told.append(pack.say(f"standing.effects.{verdict}", names=those))
    if not any(row["verdict"] == FOUND for row in rows):
        told.insert(0, pack.say("standing.effects.none_yet"))
    return (" " if pack.lang == "en" else "").join(told)
