"""Items answered: favourable, neutral and unfavourable shares, centred on neutral, sorted by favourable.

Frame: one row an item with label (its text), value (favourable), fav, neu, unf (per cent; no split where one of them
is told as an end only), bound, bound_at, n, status; optional city (its share favourable).
Option: most (items shown, default 6). Percentages are rounded to whole numbers.
"""

from dashboard.edition.catalogue import SHOWN
from dashboard.figures.lettering import width, wrap
from dashboard.figures.palette import INK, MUTED, SHARES
from dashboard.figures.screen.base import box, figure, hidden_axis, hover_points, line, note, safe
from dashboard.figures.shares import city_text, known, ordered, reach, side
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import absent, hidden
from dashboard.i18n import number, text

TOP, BOTTOM = 0.15, -0.27  # the bar, in rows around its middle
SMALLEST = 6  # per cent from which a number is printed in its part
TOTAL = 66  # px of the column of totals


def draw(spec: FigureSpec) -> dict:
    """The figure as a plain Plotly dict."""
    rows = ordered(spec)
    low, high = reach(rows)
    data, notes, shapes = [], [], []
    for place, row in enumerate(rows):
        y = len(rows) - 1 - place
        notes += texts(row, y, spec)
        if known(row):
            points, printed, bars = bar(row, y, spec)
            data.append(points)
            notes += printed
            shapes += bars
    return figure(
        spec, data or [hover_points([], [], [])], {"r": TOTAL}, annotations=notes, shapes=shapes,
        xaxis=hidden_axis(low, high), yaxis=hidden_axis(-0.42, len(rows) - 0.3),
    )  # fmt: skip


def texts(row: dict, y: float, spec: FigureSpec) -> list[dict]:
    """The item above its bar; the favourable total and the city's at the right."""
    lang = spec.lang
    city = city_text(row, lang)
    room = spec.width - width(city, lang) - 16
    item = "<br>".join(safe(part) for part in wrap(row["label"], room, lang))
    left = {"xref": "paper", "x": 0, "xanchor": "left", "y": y + TOP, "yanchor": "bottom", "yshift": 3}
    right = {"xref": "paper", "x": 1, "xanchor": "right", "xshift": TOTAL}
    total = absent(row, lang) if hidden(row) else f"<b>{number(row['value'])}%</b>"
    found = [note(lang, item, align="left", **left)]
    middle = (TOP + BOTTOM) / 2
    found.append(note(lang, total, 14 if hidden(row) else 20, MUTED if hidden(row) else INK, y=y + middle, **right))
    if not known(row) and row.get("status") == SHOWN:
        found.append(
            note(lang, text("figure.no_split", lang), 14, MUTED, xref="paper", x=0, xanchor="left", y=y + middle)
        )
    if city:
        found.append(note(lang, city, 14, MUTED, y=y + TOP, yanchor="bottom", yshift=3, **right))
    return found


def bar(row: dict, y: float, spec: FigureSpec) -> tuple[dict, list[dict], list[dict]]:
    """Pointing places, printed percentages, and the three parts with the neutral middle marked."""
    start, _ = side(row)
    middle = y + (TOP + BOTTOM) / 2
    xs, words, printed, parts = [], [], [], []
    for column, (fill, ink) in SHARES.items():
        share = row[column]
        centre = start + share / 2
        name = text(f"figure.{column}", spec.lang)
        xs.append(centre)
        words.append(f"{name} {number(share)}%" + count(row, spec))
        parts.append(box(start + 0.25, max(start + share - 0.25, start + 0.25), y + BOTTOM, y + TOP, fill))
        if share >= SMALLEST:
            printed.append(note(spec.lang, number(share), 14, ink, x=centre, y=middle))
        start += share
    ticks = [
        line(0, 0, y + TOP, y + TOP + 0.05, INK, wide=1.5),
        line(0, 0, y + BOTTOM - 0.07, y + BOTTOM, INK, wide=1.5),
    ]
    return hover_points(xs, [middle] * 3, words, 24), printed, parts + ticks


def count(row: dict, spec: FigureSpec) -> str:
    """The answers behind an item, on a line of its own."""
    return "" if row.get("n") is None else "<br>" + text("figure.n", spec.lang, n=number(row["n"]))
