"""The ward table: every ward and the head office, one row of words beside its button."""

from html import escape

from dashboard.figures.tiles import colour_of
from dashboard.figures.words import value_text, verdict, verdict_word
from dashboard.i18n import number, signed
from dashboard.ui.frame import Frame


def ward_row(frame: Frame, row: dict) -> str:
    """Value, change and verdict of one ward as the cells behind its button."""
    measure, lang = frame.measure, frame.lang
    value = value_text(row, measure.decimals, lang)
    change = row["change"]
    amount = "" if change is None else signed(change, measure.decimals)
    tone = colour_of(verdict(row), measure.direction)
    n = "" if row["n"] is None else frame.say("tile.n", n=number(row["n"]))
    return (
        f'<p class="k-row" lang="{lang}"><b>{escape(value)}</b><em class="{tone}">{escape(amount)} '
        f"{escape(verdict_word(row, lang))}</em><span>{escape(n)}</span></p>"
    )


def ward_head(frame: Frame) -> str:
    """Title of the ward table and what its buttons do."""
    title, said = (
        escape(frame.say("panel.ward_table")),
        escape(frame.say("panel.ward_table_sub", unit=frame.measure.difference[frame.lang])),
    )
    return f'<div class="k-ft" lang="{frame.lang}"><h2>{title}</h2><p>{said}</p></div>'
