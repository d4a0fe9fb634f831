"""The panels of the dictionary: what a table takes, column by column, and what a question gives."""

import re
from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from dashboard.edition.dictionary import Field, Table, dictionary
from dashboard.edition.question import questions
from dashboard.i18n import LANGUAGES, number
from dashboard.ui.frame import Frame, open_with
from dashboard.ui.state import widget

CHOOSER = 250  # px
ENGLISH = "_en"  # how columns in English are named
JAPANESE = re.compile(r"[0-9]*[぀-ヿ一-鿿々ー、。「」（）～][぀-ヿ一-鿿々ー、。「」（）～0-9]*")
PARTS = re.compile(" ?/ ")  # between the languages
Cells = Sequence[str]


def finding(frame: Frame) -> None:
    """How many tables there are, how many a city must hand in, how many this edition was made of."""
    tables = dictionary(frame.settings.tables).values()
    counts = {
        "all": number(len(tables)),
        "required": number(sum(table.required for table in tables)),
        "held": number(sum(table.name in frame.catalogue.tables for table in tables)),
    }
    open_with(frame, frame.say("dictionary.headline", **counts), "", frame.say("dictionary.detail"))


def table_panel(frame: Frame) -> None:
    """One input table: whether it is needed, what was loaded, every column."""
    chosen = dictionary(frame.settings.tables)[frame.choice.table]
    names = ("name", "meaning", "kind", "allowed", "example")
    heads = [frame.say(f"dictionary.{name}") for name in names]
    panel(frame, "table", frame.say("dictionary.tables"), told(frame, chosen), heads, column_cells(frame, chosen))


def told(frame: Frame, table: Table) -> str:
    """Required or not; the files it was loaded from with their rows, or that it was not."""
    needed = table.said(frame.lang)
    files = [row for row in frame.ask("sources").rows() if row["table_name"] == table.name]
    if not files:
        return frame.say("dictionary.not_loaded", needed=needed, files=f"{table.name}.csv, {table.files[-1]}.xlsx")
    names = ", ".join(dict.fromkeys(row["file_name"] for row in files[-2:]))
    rows = number(sum(row["row_count"] for row in files))
    return frame.say("dictionary.loaded", needed=needed, files=number(len(files)), names=names, rows=rows)


def column_cells(frame: Frame, table: Table) -> Iterable[Cells]:
    """A row a column: bold where a value is needed."""
    for field in table.fields:
        header = f"<small>{spoken(field.header, frame.lang)}</small>"
        parts = (field.meaning[frame.lang], field.kind(frame.lang), values(frame, field))
        yield [
            coded(field.name, field.needed) + header,
            *(spoken(part, frame.lang) for part in parts),
            example(frame, field),
        ]


def coded(name: str, bold: bool) -> str:
    """A column's name, which is the same in both languages."""
    tag = "b" if bold else "span"
    return f'<{tag} lang="en">{escape(name)}</{tag}>'


def example(frame: Frame, field: Field) -> str:
    """What an office writes, marked where it is in the other language."""
    if field.name.endswith(ENGLISH):
        return f'<span lang="en">{escape(field.example)}</span>'
    return spoken(field.example, frame.lang)


def values(frame: Frame, field: Field) -> str:
    """What may stand in it: the codes, or the table whose codes they are."""
    if field.refers:
        other, column = field.refers.split(".")
        return frame.say("dictionary.refers", table=other, column=column)
    return frame.say("absent.stop").join(field.said(frame.lang))


def question_panel(frame: Frame) -> None:
    """One question: what it asks, its parameters, what each column of its answer is."""
    asked = questions()[frame.choice.question]
    heads = [frame.say(f"dictionary.{name}") for name in ("column", "unit", "meaning")]
    parameter = f"<small>{frame.say('dictionary.parameter')}</small>"
    lines = [[coded(it.name, False) + parameter, "", meant(frame, it.meaning)] for it in asked.parameters]
    for it in asked.columns:
        unit = escape(it.measured_in(frame.lang))
        lines.append([coded(it.name, it.name in asked.grain), unit, meant(frame, it.meaning)])
    words = asked.ja if frame.lang == "ja" else asked.en
    panel(frame, "question", frame.say("dictionary.questions"), words, heads, lines)


def meant(frame: Frame, words: str) -> str:
    """The part of a header's line in the reader's language: "区 / ward" is 区 or ward; what has no parts stands."""
    parts = PARTS.split(words, maxsplit=1)
    told = parts[LANGUAGES.index(frame.lang)] if len(parts) == len(LANGUAGES) else words
    return spoken(told, frame.lang)


def panel(frame: Frame, key: str, title: str, subtitle: str, heads: Cells, lines: Iterable[Cells]) -> None:
    """A title with its chooser, a line on what is chosen, and the table; its cells are HTML already."""
    with st.container(key=f"fig-{key}", gap=None):
        with st.container(key=f"title-{key}", horizontal=True, vertical_alignment="center", gap="small"):
            st.html(f'<div class="k-ft" lang="{frame.lang}"><h2>{escape(title)}</h2></div>', width="stretch")
            chooser(frame, key)
        head = "".join(f'<th scope="col">{escape(words)}</th>' for words in heads)
        body = "".join(f"<tr>{line(cells)}</tr>" for cells in lines)
        st.html(
            f'<div class="k-box k-box-dictionary" lang="{frame.lang}" tabindex="0">'
            f"<p>{spoken(subtitle, frame.lang)}</p>"
            f'<table class="k-tab k-list"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
        )


def chooser(frame: Frame, key: str) -> None:
    """Which table or question; typing narrows the list."""
    st.selectbox(
        frame.say(f"dictionary.{key}s"), frame.allowed[key], key=widget(key), width=CHOOSER,
        format_func=lambda code: named(frame, key, code), label_visibility="collapsed",
    )  # fmt: skip


def named(frame: Frame, key: str, code: str) -> str:
    """A table by its words and name; a question by its name, for what it asks stands below."""
    return f"{code}  {frame.settings.tables[code][frame.lang]}" if key == "table" else code


def line(cells: Cells) -> str:
    """The cells of a row, the first its header."""
    first, *rest = cells
    return f'<th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in rest)


def spoken(words: str, lang: str) -> str:
    """Words as HTML; Japanese inside English says that it is, for who has the page read aloud."""
    safe = escape(words)
    return safe if lang == "ja" else JAPANESE.sub(lambda found: f'<span lang="ja">{found[0]}</span>', safe)
