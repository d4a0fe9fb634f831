"""Ten traits: each with its text, and under it the group's point on its interval, the last survey and the whole city.

Frame: see dashboard.figures.traits. One scale for all rows, its ends printed.
"""

from html import escape

from dashboard.figures.markup import parts
from dashboard.figures.rows import has
from dashboard.figures.scale import Scale
from dashboard.figures.spec import FigureSpec
from dashboard.figures.traits import change_words, is_unclear, scale_of, signs
from dashboard.figures.words import absent, hidden, interval_text, verdict
from dashboard.i18n import number, text

TONES = {"rose": "up", "fell": "down"}


def draw(spec: FigureSpec) -> str:
    """The figure as HTML."""
    rows, lang = spec.rows(), spec.lang
    scale = scale_of(rows)
    key = parts.key(spec, [(name, text(f"figure.traits.{name}", lang)) for name in signs(rows)])
    ends = tuple(f"{number(tick)}%" for tick in (scale.ticks[0], scale.ticks[-1]))
    named = [(text(f"figure.traits.{name}", lang), kind) for name, kind in (("value", "value"), ("change", "now"))]
    stop = 100 * (scale.ticks[-1] - scale.low) / (scale.high - scale.low)
    body = parts.table(spec, [(ends, "range"), *named], [line(row, scale, lang) for row in rows])
    unclear = escape(text("figure.traits.unclear", lang)) if is_unclear(rows) else ""
    note = f'<p class="k-note" lang="{lang}">{unclear}</p>' if unclear else ""
    return f'{key}<div class="k-traits-box" tabindex="0" style="{parts.place("stop", stop)}">{body}</div>{note}'


def line(row: dict, scale: Scale, lang: str) -> str:
    """One trait: its text, then its track, value and change."""
    value = escape(absent(row, lang)) if hidden(row) else f"<b>{number(row['value'])}%</b>"
    tone = TONES.get(verdict(row), "") if has(row, "change") else ""
    return (
        f'<tr class="text"><th scope="row" colspan="3">{escape(row["label"])}</th></tr>'
        f'<tr><td class="range"{told(row, lang)}>{track(row, scale)}</td><td class="value">{value}</td>'
        f'<td class="now {tone}">{escape(change_words(row, lang))}</td></tr>'
    )


def told(row: dict, lang: str) -> str:
    """The interval in words, for who points at the track."""
    said = "" if hidden(row) else interval_text(row["lo"], row["hi"], 0, lang)
    return f' title="{escape(said)}"' if said else ""


def track(row: dict, scale: Scale) -> str:
    """The interval, the whole city's tick, the last survey's circle and the group's point."""
    if hidden(row):
        return '<span class="track none"></span>'

    def at(name: str, column: str) -> str:
        return parts.place(name, 100 * (row[column] - scale.low) / (scale.high - scale.low))

    drawn = [("interval", f"{at('at', 'lo')};{at('to', 'hi')}")] if row["lo"] is not None else []
    drawn += [
        (sign, at("at", column))
        for sign, column in (("city", "city_value"), ("last", "last_value"), ("own", "value"))
        if row.get(column) is not None
    ]
    marks = "".join(f'<i class="{sign}" style="{where}"></i>' for sign, where in drawn)
    return f'<span class="track">{marks}</span>'
