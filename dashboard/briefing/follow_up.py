"""What became of past answers to the assembly (前回答弁の対応状況); the mayor's instructions stay inside the office."""

from dashboard.briefing.facts import COUNT, Fact
from dashboard.briefing.pack import Pack
from dashboard.briefing.tables import heads, line, table
from dashboard.edition.answer import Answer
from dashboard.figures.codes import said as code_word
from dashboard.figures.words import joined
from dashboard.i18n import number

TABLE = "answers_given"
ASSEMBLY = "議会"


def page(pack: Pack) -> dict:
    """Every answer given to the assembly: what, who follows it up, until when, and the figure that shows it."""
    facts, answer = counts(pack)
    rows = [line(cells(pack, row)) for row in answer.rows()]
    named = heads(pack, "made_on", "said", "owner", "due", "state", "figure")
    return {
        "kind": "listed", "code": "follow_up", "headline": pack.headline("brief.follow_up.headline", **facts).words,
        "subtitle": pack.say("brief.follow_up.subtitle"), "aside": pack.evidence(answer),
        "table": table(named, rows, texts=range(6), wide=("auto", "1.5fr", "1.2fr", "auto", "auto", "1fr")),
    }  # fmt: skip


def counts(pack: Pack) -> tuple[dict[str, Fact], Answer]:
    """How many answers there are, are still open, and are past their day."""
    answer = pack.ask(TABLE, made_to=ASSEMBLY)
    where = {"total": {}, "open": {"is_open": True}, "overdue": {"past_due": True}}
    return {
        name: pack.fact(f"follow_up.{name}", answer, "made_to", COUNT, "count", made_to=ASSEMBLY, **only)
        for name, only in where.items()
    }, answer


def cells(pack: Pack, row: dict) -> list[str]:
    lang = pack.lang
    state = code_word(row["state"], lang)
    if row["past_due"]:
        state = pack.chosen.joined(state, pack.say("brief.follow_up.overdue"))
    figure = ""
    if row["value"] is not None:
        shown = joined(number(row["value"], row["decimals"]), row[f"figure_unit_{lang}"], lang)
        figure = f"{row[f'figure_{lang}']} {shown}"
    words = [row[f"text_{lang}"] or row["text_ja"], row[f"owner_unit_{lang}"] or ""]
    return [row["made_on"], *words, row["due"] or "", state, figure]
