"""One frame for every figure: title line, the table and data behind it one click away, then the chart."""

from collections.abc import Callable
from html import escape

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.export import csv_of, file_name, readable
from dashboard.figures.legends import legend
from dashboard.figures.screen import draw
from dashboard.figures.spec import FigureSpec
from dashboard.figures.twins import table
from dashboard.ui.frame import Frame

CONFIG = {"displayModeBar": False, "responsive": True}


def show(
    frame: Frame,
    key: str,
    title: str,
    spec: FigureSpec,
    answer: Answer,
    on_select: Callable[[], None] | None = None,
) -> None:
    """Draw one figure in its frame. `spec.subtitle` stands beside the title; `answer` is the table behind it.

    on_select runs before the next rerun when a marker is clicked; its event is in the session under `chart_<key>`.
    """
    with st.container(key=f"fig-{key}", gap=None):
        title_line(frame, key, title, spec.subtitle, answer)
        if key_to_colours := legend(spec):
            st.html(key_to_colours)
        chart(key, spec, on_select)


def title_line(frame: Frame, key: str, title: str, subtitle: str, answer: Answer) -> None:
    """Title, subtitle and the way to table and CSV."""
    with st.container(key=f"title-{key}", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(
            f'<div class="k-ft" lang="{frame.lang}"><h2>{escape(title)}</h2><p>{escape(subtitle)}</p></div>',
            width="stretch",
        )
        with st.popover(frame.say("show.data"), type="tertiary", key=f"data-{key}", width="content"):
            behind(frame, key, answer)


def behind(frame: Frame, key: str, answer: Answer) -> None:
    """What is behind a figure: the question, its rows as a table, the CSV, source and as-of."""
    words, lang = frame.catalogue, frame.lang
    asked = answer.question.ja if lang == "ja" else answer.question.en
    closed = frame.wave.closed_on.isoformat() if frame.wave.closed_on else "-"
    st.html(f'<p lang="{lang}">{escape(frame.say("show.question", question=asked))}</p>')
    st.download_button(
        frame.say("show.csv"),
        data=lambda: csv_of(answer, words, lang, frame.choice.wave),
        file_name=file_name(answer, words, lang, "csv"),
        mime="text/csv",
        key=f"csv-{key}",
        on_click="ignore",
    )
    st.html(f'<div class="k-scroll" lang="{lang}" tabindex="0">{table(readable(answer, words, lang), lang)}</div>')
    source = frame.say("show.source", source=frame.wave.source, date=closed, number=words.edition)
    st.html(f'<p lang="{lang}">{escape(source)}</p>')


def chart(key: str, spec: FigureSpec, on_select: Callable[[], None] | None = None) -> None:
    """The chart alone, in a box whose height the style sheet sets."""
    selecting = {"on_select": on_select, "selection_mode": "points"} if on_select else {}
    with st.container(key=f"plot-{key}", gap=None):
        st.plotly_chart(
            draw(spec), theme=None, height="stretch", config=CONFIG, alt=spec.alt, key=f"chart_{key}", **selecting
        )
