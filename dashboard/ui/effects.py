"""The panels of the effects page: the cards, the time before and after, the rules, what the demo knows, the method."""

from html import escape

import streamlit as st

from dashboard.edition.effects import MARKS, VERDICTS, of_effects, title
from dashboard.figures.effect_cards import cards as cards_html
from dashboard.figures.effect_specs import study as study_spec
from dashboard.figures.words import interval_text
from dashboard.i18n import number, signed
from dashboard.ui.frame import Frame, open_with
from dashboard.ui.listing import Cell, Column, show_listing, table
from dashboard.ui.panels import choose
from dashboard.ui.show import show, title_line

CHOOSER = 199  # px
PARAGRAPHS = ("compare", "interval", "before", "false", "limits")
RULED = ("waves_before", "treated", "clusters", "compared", "missing", "missing_apart", "placebos", "leads")


def finding(frame: Frame) -> bool:
    """Where an effect is found; whether there is anything to show."""
    rows = frame.ask("effects").rows()
    if not rows:
        open_with(frame, frame.say("effect.absent"), "", frame.say("effect.absent_detail"))
        st.html(f'<p class="k-how" lang="{frame.lang}"><code>{escape(frame.say("absent.how"))}</code></p>')
        return False
    said = of_effects(rows, frame.lang)
    open_with(frame, said.headline, said.bracket, said.detail)
    return True


def cards(frame: Frame) -> None:
    """Every programme beside the others."""
    answer = frame.ask("effects")
    with st.container(key="fig-effects", gap=None):
        title_line(frame, "effects", frame.say("effect.title"), frame.say("effect.sub"), answer)
        st.html(cards_html(answer.rows(), frame.lang))


def chosen(frame: Frame) -> dict:
    """The row of the programme whose course is drawn: the one chosen, else the first there is."""
    rows = frame.ask("effects").rows()
    return next((row for row in rows if row["effect"] == frame.choice.effect), rows[0])


def study(frame: Frame) -> None:
    """The difference period by period, before and after the start."""
    row = chosen(frame)
    answer = frame.ask("effect_times", effect=row["effect"])
    spec = study_spec(row, answer, frame.catalogue, frame.lang)
    if answer.frame.empty:
        words = f"<p>{escape(row[f'sentence_{frame.lang}'])}</p>"
        show_listing(frame, "study", spec.headline, "", answer, words, lambda: choose(frame, "effect", CHOOSER))
        return
    show(frame, "study", spec.headline, spec, answer, chooser=lambda: choose(frame, "effect", CHOOSER))
    said = frame.say("effect.random") if row["described_only"] else row[f"sentence_{frame.lang}"]
    st.html(f'<p class="k-note" lang="{frame.lang}">{escape(said)}</p>')


def rules(frame: Frame) -> None:
    """By which rules a verdict is given and a mark earned; the numbers are those the edition was made with."""
    given = {name: number(frame.settings.effects[name]) for name in RULED}
    sizes = {name: number(size, 1) for name, size in frame.settings.effects["meaningful"].items()}
    verdicts = [frame.say(f"effect.rule.{verdict}", **sizes) for verdict in VERDICTS]
    marks = [frame.say(f"effect.rule.{name}", **given) for name in MARKS]
    lines = "".join(f"<li>{escape(words)}</li>" for words in [*marks, frame.say("effect.rule.few", **given)])
    told = "".join(f"<li>{escape(words)}</li>" for words in verdicts)
    answer = frame.ask("effect_leads")
    html = f'<ul class="k-rules">{lines}</ul><ul class="k-rules">{told}</ul>'
    show_listing(frame, "effect-rules", frame.say("effect.rules"), "", answer, html)


def truths(frame: Frame) -> None:
    """Demo city only: what was planted beside what was found."""
    answer, lang = frame.ask("effect_truths"), frame.lang
    if answer.frame.empty:
        return
    names = ("thing", "planted", "expected", "value", "interval", "result")
    columns = [Column(frame.say(f"effect.truth.{name}"), number=name in names[1:4]) for name in names]
    html = table(columns, [truth_row(frame, row) for row in answer.rows()], lang)
    with st.container(key="beneath-truths", gap=None):
        title_line(frame, "truths", frame.say("effect.truth"), frame.say("effect.truth_sub"), answer)
        st.html(html)


def truth_row(frame: Frame, row: dict) -> list[Cell]:
    """One thing planted. A lead that is too small to be seen names the smallest that would be."""
    name = title(row["effect"], frame.lang)
    if row["bureau"]:
        name = frame.say("effect.truth.lead", name=name, bureau=frame.place("bureau", row["bureau"]))
    ends = interval_text(row["lo"], row["hi"], 1, frame.lang, sign=True)
    if not ends and row["smallest"] is not None:
        ends = frame.say("effect.truth.smallest", size=number(row["smallest"], 1))
    shown = ["-" if row[key] is None else signed(row[key], 1) for key in ("planted", "expected", "value")]
    result = frame.say(f"effect.result.{row['kind']}.{row['result']}")
    return [Cell(name), *(Cell(words) for words in shown), Cell(ends, "m"), Cell(result, "b")]


def method(frame: Frame) -> None:
    """How it was reckoned, for somebody who is no statistician."""
    given = {name: number(frame.settings.effects[name]) for name in RULED}
    parts = "".join(f"<p>{escape(frame.say(f'effect.method.{name}', **given))}</p>" for name in PARAGRAPHS)
    st.html(
        f'<section class="k-method" lang="{frame.lang}"><h2>{escape(frame.say("effect.method"))}</h2>{parts}</section>'
    )
