"""What a planner chooses on the page of need: conditions, their weights, whom to show, and the workbook."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard.edition import need
from dashboard.edition.export import marked
from dashboard.edition.export_log import log_export
from dashboard.edition.need import Condition
from dashboard.edition.places import DISTRICT
from dashboard.edition.workbook import workbook
from dashboard.i18n import number
from dashboard.ui.behind import KINDS
from dashboard.ui.filters import select
from dashboard.ui.frame import Frame, base_of
from dashboard.ui.reader import reader
from dashboard.ui.state import pick, widget

CONDITIONS, MOST = "need_conditions", 5


def chosen(frame: Frame) -> list[Condition]:
    """The conditions chosen, until some are those of the settings that the years can tell; none where the reader took
    all away."""
    if frame.choice.need:
        return need.conditions(frame.choice.need)
    known = [code for code in frame.settings.values["places"]["need"] if code in frame.allowed["need"]]
    if str(int(frame.choice.period) - need.EARLIER) not in frame.catalogue.places.years:  # no change can be told
        known = [code for code in known if not need.condition(code).moving]
    return need.conditions(need.JOINT.join(known or frame.allowed["need"][:1]))


def named(frame: Frame, one: Condition, short: bool = False) -> str:
    """高齢化率が高い; short: 高齢化率, as a column's head, the change said."""
    label = frame.catalogue.places.indicators[one.indicator].measure.label[frame.lang]
    if short:
        return frame.say("need.head_change", label=label) if one.moving else label
    return frame.say(f"need.end_{one.end}", label=label)


def take_conditions(before: Sequence[Condition]) -> None:
    """Conditions were chosen anew; those that stay keep their weight."""
    weights = {one.code: one for one in before}
    codes = st.session_state[CONDITIONS]
    pick("need", need.joined(weights.get(code) or need.condition(code) for code in codes) or need.JOINT)


def take_weight(before: Sequence[Condition], code: str) -> None:
    """A weight was chosen."""
    weight = int(st.session_state[f"need_weight_{code}"])
    pick("need", need.joined(replace(one, weight=weight) if one.code == code else one for one in before))


def controls(frame: Frame, wanted: list[Condition], made: Callable[[], pd.DataFrame]) -> None:
    """One line above the list."""
    with st.container(key="searchbar", horizontal=True, vertical_alignment="center", gap="small"):
        st.session_state[CONDITIONS] = [one.code for one in wanted]
        words = frame.say("need.conditions")
        st.multiselect(
            words, frame.allowed["need"], key=CONDITIONS, on_change=take_conditions, args=(wanted,), placeholder=words,
            format_func=lambda code: named(frame, need.condition(code)), max_selections=MOST,
            label_visibility="collapsed", width="stretch",
        )  # fmt: skip
        if frame.allowed[DISTRICT]:
            select(frame.catalogue, frame.allowed, DISTRICT, frame.choice, 150)
        with st.popover(frame.say("need.weights"), width="content"):
            if wanted:
                weights(frame, wanted)
            switch(frame, "apart")
        if wanted:
            download(frame, wanted, made)


def weights(frame: Frame, wanted: list[Condition]) -> None:
    """Each condition's weight, equal unless the reader says otherwise, and its share of all."""
    parts = need.shares(wanted)
    for one in wanted:
        key = f"need_weight_{one.code}"
        st.session_state[key] = str(one.weight)
        label = frame.say("need.weight_of", condition=named(frame, one), share=number(parts[one.code]))
        st.segmented_control(
            label, need.WEIGHTS, key=key, required=True, on_change=take_weight, args=(wanted, one.code),
            format_func=lambda weight: frame.say("need.times", weight=weight),
        )  # fmt: skip


def switch(frame: Frame, key: str) -> None:
    """A choice of two."""
    st.segmented_control(
        frame.say(f"filter.{key}"), frame.allowed[key], key=widget(key), required=True, label_visibility="collapsed",
        format_func=lambda code: frame.say(f"need.{key}_{code}"),
    )  # fmt: skip


def download(frame: Frame, wanted: list[Condition], made: Callable[[], pd.DataFrame]) -> None:
    """The list as a workbook in one click; it is written down, like every file that leaves."""
    words = frame.catalogue
    name = marked(words.demo, frame.lang, "need", frame.choice.place_ward, f"edition{words.edition}") + ".xlsx"

    def logged() -> bytes:
        content = as_workbook(frame, wanted, made())
        log_export(frame.settings.home, name, words.edition, [], reader(frame.settings))
        return content

    st.download_button(
        frame.say("need.workbook"), data=logged, file_name=name, mime=KINDS["xlsx"], key="xlsx-needlist",
        on_click="ignore",
    )  # fmt: skip


def as_workbook(frame: Frame, wanted: list[Condition], rows: pd.DataFrame) -> bytes:
    """The rows, and on a second sheet what they were made of."""
    words, base, say = frame.catalogue, base_of(frame, ()), frame.say
    lines = {
        say("show.about"): say("demo.mark") if words.demo else say("need.list"),
        say("need.use_name"): say("need.use"),
        **{named(frame, one): say("need.times", weight=one.weight) for one in wanted},
        say("need.col_rank"): say("need.how"),
        say("behind.source"): base.source,
        say("behind.as_of"): base.as_of.isoformat() if base.as_of else "-",
        say("show.edition"): f"{words.edition} · {words.built_on.isoformat()} · {words.edition_hash[:12]}",
    }
    return workbook(rows, str, say("page.need"), lines)
