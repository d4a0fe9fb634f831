"""One frame for every figure: title line, the table and data behind it one click away, then the chart."""

from collections.abc import Callable
from html import escape

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.export import csv_of, file_name, readable
from dashboard.edition.workbook import workbook
from dashboard.figures import markup
from dashboard.figures.legends import legend
from dashboard.figures.screen import draw
from dashboard.figures.spec import FigureSpec
from dashboard.figures.twins import column_name, table
from dashboard.ui.frame import Base, Frame, base_of

KINDS = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
CONFIG = {"displayModeBar": False, "responsive": True}


def show(
    frame: Frame,
    key: str,
    title: str,
    spec: FigureSpec,
    answer: Answer,
    on_select: Callable[[], None] | None = None,
    chooser: Callable[[], None] | None = None,
) -> None:
    """Draw one figure in its frame. `spec.subtitle` stands beside the title; `answer` is the table behind it.

    on_select runs before the next rerun when a marker is clicked; its event is in the session under `chart_<key>`.
    chooser draws what this figure alone lets choose, in its title line.
    """
    with st.container(key=f"fig-{key}", gap=None):
        title_line(frame, key, title, spec.subtitle, answer, chooser)
        if key_to_colours := legend(spec):
            st.html(key_to_colours)
        if spec.kind in markup.KINDS:
            st.html(markup.draw(spec))
        else:
            chart(key, spec, on_select)


def title_line(
    frame: Frame, key: str, title: str, subtitle: str, answer: Answer, chooser: Callable[[], None] | None = None
) -> None:
    """Title, subtitle, what this figure lets choose, and the way to table and CSV."""
    with st.container(key=f"title-{key}", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(
            f'<div class="k-ft" lang="{frame.lang}"><h2>{escape(title)}</h2><p>{escape(subtitle)}</p></div>',
            width="stretch",
        )
        if chooser:
            chooser()
        with st.popover(frame.say("show.data"), type="tertiary", key=f"data-{key}", width="content"):
            behind(frame, key, answer)


def behind(frame: Frame, key: str, answer: Answer) -> None:
    """What is behind a figure: the question, its rows as a table, the CSV, source and as-of."""
    words, lang = frame.catalogue, frame.lang
    asked = answer.question.ja if lang == "ja" else answer.question.en
    base = base_of(frame, (answer.question.subject,))
    as_of = base.as_of.isoformat() if base.as_of else "-"
    st.html(f'<p lang="{lang}">{escape(frame.say("show.question", question=asked))}</p>')
    with st.container(horizontal=True, gap="small"):
        download(frame, key, answer, "csv", lambda: csv_of(answer, words, lang, base.source, base.as_of))
        download(frame, key, answer, "xlsx", lambda: book_of(frame, answer, asked, base))
    rows = table(readable(answer, words, lang), lang, decimals_of(frame, answer))
    st.html(f'<div class="k-scroll" lang="{lang}" tabindex="0">{rows}</div>')
    source = frame.say("show.source", source=base.source, date=as_of, number=words.edition)
    st.html(f'<p lang="{lang}">{escape(source)}</p>')


def decimals_of(frame: Frame, answer: Answer) -> int:
    """Decimals of an answer about one indicator of places, else one."""
    codes = answer.frame.get("indicator")
    if codes is None or codes.nunique() != 1:
        return 1
    return frame.catalogue.places.indicators[codes.iloc[0]].measure.decimals


def download(frame: Frame, key: str, answer: Answer, suffix: str, made: Callable[[], bytes]) -> None:
    """A button that makes its file when it is clicked."""
    st.download_button(
        frame.say(f"show.{suffix}"),
        data=made,
        file_name=file_name(answer, frame.catalogue, frame.lang, suffix),
        mime=KINDS[suffix],
        key=f"{suffix}-{key}",
        on_click="ignore",
    )


def book_of(frame: Frame, answer: Answer, asked: str, base: Base) -> bytes:
    """The rows as a workbook with a sheet that says what they are."""
    words, lang = frame.catalogue, frame.lang
    about = {
        frame.say("show.about"): frame.say("demo.mark") if words.demo else asked,
        frame.say("show.asked"): asked,
        frame.say("show.base"): base.source,
        frame.say("show.as_of"): base.as_of.isoformat() if base.as_of else "-",
        frame.say("show.edition"): f"{words.edition} · {words.built_on.isoformat()} · {words.edition_hash[:12]}",
    }
    return workbook(readable(answer, words, lang), lambda name: column_name(name, lang), answer.question.name, about)


def chart(key: str, spec: FigureSpec, on_select: Callable[[], None] | None = None) -> None:
    """The chart alone, in a box whose height the style sheet sets."""
    selecting = {"on_select": on_select, "selection_mode": "points"} if on_select else {}
    with st.container(key=f"plot-{key}", gap=None):
        st.plotly_chart(
            draw(spec), theme=None, height="stretch", config=CONFIG, alt=spec.alt, key=f"chart_{key}", **selecting
        )
