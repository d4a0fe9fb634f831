"""One frame for every figure: title line, the table and data behind it one click away, then the chart."""

from collections.abc import Callable
from html import escape

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.figures import markup
from dashboard.figures.legends import legend
from dashboard.figures.screen import draw
from dashboard.figures.screen.enlarged import enlarged
from dashboard.figures.spec import FigureSpec
from dashboard.ui.behind import behind
from dashboard.ui.frame import Frame

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
    """Title, subtitle, what this figure lets choose, and its evidence number: the way to all that is behind it."""
    with st.container(key=f"title-{key}", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(
            f'<div class="k-ft" lang="{frame.lang}"><h2>{escape(title)}</h2><p>{escape(subtitle)}</p></div>',
            width="stretch",
        )
        if chooser:
            chooser()
        named = frame.evidence(answer) or frame.say("show.data")
        with st.popover(named, type="tertiary", key=f"data-{key}", width="content"):
            behind(frame, key, answer)


def chart(key: str, spec: FigureSpec, on_select: Callable[[], None] | None = None, scale: float = 1) -> None:
    """The chart alone, in a box whose height the style sheet sets; scale: how many times its lengths are as long."""
    figure = draw(spec) if scale == 1 else enlarged(draw(spec), scale)
    selecting = {"on_select": on_select, "selection_mode": "points"} if on_select else {}
    with st.container(key=f"plot-{key}", gap=None):
        st.plotly_chart(
            figure, theme=None, height="stretch", config=CONFIG, alt=spec.alt, key=f"chart_{key}", **selecting
        )
