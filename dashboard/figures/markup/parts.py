"""What the figures in HTML are made of: a named table, the key above it, a place on a track."""

from collections.abc import Iterable
from html import escape

from dashboard.figures.spec import FigureSpec


def table(spec: FigureSpec, columns: Iterable[tuple[str | tuple[str, ...], str]], rows: Iterable[str]) -> str:
    """A table named by the alternative text. columns: (header, class); rows: <tr> elements."""
    head = "".join(f'<th scope="col" class="{name}">{header(words)}</th>' for words, name in columns)
    return (
        f'<table class="k-fig k-{spec.kind}" lang="{spec.lang}" aria-label="{escape(spec.alt)}">'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def header(words: str | tuple[str, ...]) -> str:
    """A header; several words stand at the ends of the column."""
    if isinstance(words, str):
        return escape(words)
    return f"<span>{''.join(f'<b>{escape(word)}</b>' for word in words)}</span>"


def key(spec: FigureSpec, entries: Iterable[tuple[str, str]]) -> str:
    """A line that says what each mark means. entries: (class of the mark, words)."""
    marks = "".join(f'<span><i class="{name}"></i>{escape(words)}</span>' for name, words in entries)
    return f'<p class="k-leg k-key" lang="{spec.lang}">{marks}</p>'


def place(name: str, percent: float) -> str:
    """A style variable that says how far along its track a mark stands, 0 to 100."""
    return f"--{name}:{min(max(percent, 0), 100):.1f}%"
