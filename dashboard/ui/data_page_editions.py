"""The second step of the data page: publish held back, see what changes, point to it; roll back, withdraw."""

from functools import partial
from html import escape

import streamlit as st

from dashboard.edition.catalogue import ALL
from dashboard.edition.headlines import Headline, Side, changed_files, headlines
from dashboard.edition.store import HELD, WITHDRAWN, Entry, Store
from dashboard.figures.words import joined, value_text
from dashboard.i18n import number, rounded, signed, text
from dashboard.ui import cached
from dashboard.ui.briefing import title
from dashboard.ui.data_page_report import table_name
from dashboard.ui.following import followed
from dashboard.ui.frame import Frame
from dashboard.ui.jobs import Job, JobFailedError, told
from dashboard.ui.listing import Cell, Column, table

CHOSEN = "data_edition"


def editions(frame: Frame) -> None:
    """Make a new edition; every edition there is; what would change with another one."""
    with st.container(key="fig-editions", gap="small"):
        title(frame, "data.editions")
        if st.button(frame.say("data.publish"), key="publish"):
            job = Job(frame.settings.home, "publish", "--hold")
            if followed(frame, job, "data.not_published"):
                st.session_state[CHOSEN] = int(job.output[-1].split("\t")[0])
                st.rerun()
        entries = Store(frame.settings.home.editions).editions()[::-1]
        st.html(f'<div class="k-box k-box-editions" tabindex="0">{listed(frame, entries)}</div>')
    compare(frame, [it for it in entries if it.status != WITHDRAWN and it.number != frame.catalogue.edition])
    withdraw(frame, [it for it in entries if it.status != WITHDRAWN])


def status(frame: Frame, entry: Entry) -> str:
    """表示中, まだ見せていない, 前の版 or 取り下げ."""
    name = "current" if entry.number == frame.catalogue.edition else entry.status
    return frame.say(f"data.status.{name}")


def listed(frame: Frame, entries: list[Entry]) -> str:
    """Every edition, the newest first."""
    columns = [
        Column(frame.say("data.edition")),
        Column(frame.say("data.built_on")),
        Column(frame.say("data.status"), wide=True),
    ]
    lines = [
        [
            Cell(frame.say("data.number", number=it.number)),
            Cell(it.built_on),
            Cell(status(frame, it), "b" if it.number == frame.catalogue.edition else "", note=it.reason or ""),
        ]
        for it in entries
    ]
    return table(columns, lines, frame.lang)


def side(frame: Frame, number_: int, hash_: str) -> Side:
    """An edition by its number; the page's own stays pinned."""
    folder = str(frame.settings.home.editions)

    def ask(name: str, **parameters: str):
        return cached.answered(folder, number_, hash_, name, tuple(sorted(parameters.items())))

    return Side(ask, cached.words(folder, number_, hash_))


def compare(frame: Frame, others: list[Entry]) -> None:
    """Headline numbers now and in another edition, and the button that shows that one."""
    if not others:
        return
    known = {it.number: it for it in others}
    with st.container(key="fig-compare", gap="small"):
        title(frame, "data.compare")
        if st.session_state.get(CHOSEN) not in known:
            st.session_state[CHOSEN] = max(known)
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            chosen = st.selectbox(
                frame.say("data.edition"), list(known), key=CHOSEN, label_visibility="collapsed", width=260,
                format_func=partial(named, frame.lang, {it.number: status(frame, it) for it in others}),
            )  # fmt: skip
            if st.button(frame.say("data.point", number=chosen), key="point", type=primary(known[chosen])):
                act(frame, "point", str(chosen))
        before = side(frame, frame.catalogue.edition, frame.catalogue.edition_hash)
        after = side(frame, chosen, known[chosen].hash)
        st.html(f'<div class="k-box k-box-compare" tabindex="0">{beside(frame, before, after)}</div>')
        for words in (files(frame, before, after), *particulars(frame.lang, before, after)):
            st.html(f'<p class="k-said" lang="{frame.lang}">{escape(words)}</p>')


def primary(entry: Entry) -> str:
    """A held edition waits to be shown; to an older one nobody is urged."""
    return "primary" if entry.status == HELD else "secondary"


def named(lang: str, known: dict[int, str], number_: int) -> str:
    return text("data.named", lang, number=number_, status=known[number_])


def beside(frame: Frame, before: Side, after: Side) -> str:
    """The headline numbers of two editions and their difference."""
    heads = [frame.say("data.number", number=it.catalogue.edition) for it in (before, after)]
    heads = [f"{head} {it.wave or ''}".rstrip() for head, it in zip(heads, (before, after), strict=True)]
    columns = [Column(frame.say("data.item"), wide=True), *(Column(head, number=True) for head in heads)]
    columns.append(Column(frame.say("data.difference"), number=True))
    return table(columns, [line(frame, it) for it in headlines(before, after)], frame.lang)


def line(frame: Frame, it: Headline) -> list[Cell]:
    lang, measure = frame.lang, it.measure
    decimals = measure.decimals if measure else 0
    unit = measure.unit[lang] if measure else ""
    name = measure.label[lang] if measure else frame.say(f"data.count.{it.code}")
    cells = [Cell(shown(row, decimals, unit, lang)) for row in (it.before, it.after)]
    return [Cell(name), *cells, difference(frame, it, decimals)]


def shown(row: dict | None, decimals: int, unit: str, lang: str) -> str:
    """61.9点; 秘匿 and no data in words."""
    if row is None:
        return text("figure.no_data", lang)
    words = value_text(row, decimals, lang)
    return words if row.get("bound") or row["value"] is None else joined(words, unit, lang)


def difference(frame: Frame, it: Headline, decimals: int) -> Cell:
    """+0.3点; 変わらない where the numbers are the same to the last digit shown; - where one has none."""
    if it.difference is None:
        return Cell("-", "m")
    if rounded(it.difference, decimals) == 0:
        return Cell(frame.say("data.same"), "m")
    unit = it.measure.difference[frame.lang] if it.measure else ""
    return Cell(joined(signed(it.difference, decimals), unit, frame.lang), "b")


def files(frame: Frame, before: Side, after: Side) -> str:
    """Which files differ, with their rows: 出来事 25 → 26行."""
    found = [
        frame.say(
            "data.file_changed", table=table_name(frame, it.table, it.wave),
            before=count(frame, it.before), after=count(frame, it.after),
        )
        for it in changed_files(before, after)
    ]  # fmt: skip
    if not found:
        return frame.say("data.same_files")
    return frame.say("data.other_files", files=frame.say("data.between").join(found))


def particulars(lang: str, before: Side, after: Side) -> list[str]:
    """The city's name and the source of its map, where they differ."""
    one, other = before.catalogue, after.catalogue
    pairs = {
        "city": (one.place_name(ALL, lang), other.place_name(ALL, lang)),
        "credit": (one.map_credit[lang], other.map_credit[lang]),
    }
    return [
        text(f"data.{kind}_changed", lang, before=was, after=now) for kind, (was, now) in pairs.items() if was != now
    ]


def count(frame: Frame, rows: int | None) -> str:
    return frame.say("data.not_there") if rows is None else number(rows)


def withdraw(frame: Frame, entries: list[Entry]) -> None:
    """Take an edition back for good, with the reason that its readers will be told."""
    words = {it.number: status(frame, it) for it in entries}
    with st.popover(frame.say("data.withdraw"), key="withdraw-popover"):
        chosen = st.selectbox(frame.say("data.edition"), list(words), key="withdraw_number", index=None,
                              placeholder=frame.say("data.choose"),
                              format_func=partial(named, frame.lang, words))  # fmt: skip
        reason = st.text_input(frame.say("data.reason"), key="withdraw_reason", max_chars=200)
        st.html(f'<p class="k-said" lang="{frame.lang}">{escape(frame.say("data.withdraw_note"))}</p>')
        ready = chosen is not None and bool(reason.strip())
        if st.button(frame.say("data.withdraw_now"), key="withdraw", disabled=not ready):
            act(frame, "withdraw", str(chosen), "--reason", reason.strip())


def act(frame: Frame, *arguments: str) -> None:
    """One command on the editions, then the page as it is after it."""
    try:
        told(frame.settings.home, *arguments, lang=frame.lang)
    except JobFailedError as failed:
        st.error("\n\n".join([frame.say("data.failed"), *failed.lines]))
        return
    st.rerun()
