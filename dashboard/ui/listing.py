"""Tables of a page as escaped HTML, in the same frame as a figure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.ui.frame import Frame
from dashboard.ui.show import title_line


@dataclass(frozen=True)
class Cell:
    """Words of a cell; tone: '' | m (muted) | open | late | b (bold); link: where a click leads; lang: if another's;
    note: a muted line below.
    """

    words: str
    tone: str = ""
    link: str = ""
    lang: str = ""
    note: str = ""


@dataclass(frozen=True)
class Column:
    """Header of a column; number: its cells stand at the right; wide: it takes what room is left."""

    header: str
    number: bool = False
    wide: bool = False


def table(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], lang: str) -> str:
    """The table; the first cell of a row is its header."""
    head = "".join(f'<th scope="col"{kind(column)}>{escape(column.header)}</th>' for column in columns)
    body = "".join(f"<tr>{line(columns, row)}</tr>" for row in rows)
    return f'<table class="k-tab k-list" lang="{lang}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def line(columns: Sequence[Column], row: Sequence[Cell]) -> str:
    cells = []
    for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
        tag = 'th scope="row"' if place == 0 else "td"
        words = escape(cell.words)
        if cell.link:
            words = f'<a href="{escape(cell.link)}" target="_self">{words}</a>'
        elif cell.tone or cell.lang:
            spoken = f' lang="{cell.lang}"' if cell.lang else ""
            words = f'<span class="{cell.tone}"{spoken}>{words}</span>'
        words += f"<small>{escape(cell.note)}</small>" if cell.note else ""
        cells.append(f"<{tag}{kind(column)}>{words}</{tag[:2]}>")
    return "".join(cells)


def kind(column: Column) -> str:
    names = " ".join(name for name, on in (("n", column.number), ("w", column.wide)) if on)
    return f' class="{names}"' if names else ""


def show_listing(
    frame: Frame, key: str, title: str, subtitle: str, answer: Answer, html: str,
    chooser: Callable[[], None] | None = None,
) -> None:  # fmt: skip
    """A table in a figure's frame, scrolled in its own box; `answer` is what stands behind it.

    chooser draws what it lets choose, in its title line.
    """
    with st.container(key=f"fig-{key}", gap=None):
        title_line(frame, key, title, subtitle, answer, chooser)
        st.html(f'<div class="k-box k-box-{key}" lang="{frame.lang}" tabindex="0">{html}</div>')
