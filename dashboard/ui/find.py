"""The find page: a number or a name typed in, and what it stands for opened."""

from dataclasses import asdict, replace
from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard.edition.catalogue import ALL, WARD
from dashboard.edition.directory import Entry, Hit, best
from dashboard.edition.evidence import looks_like_one
from dashboard.edition.lookup import Found, LookupRefusedError, NothingFoundError, UnknownNumberError, look_up
from dashboard.edition.places import DISTRICT
from dashboard.settings import PAGES
from dashboard.ui import cached
from dashboard.ui.behind import behind
from dashboard.ui.frame import SURVEY, Frame, foot, open_with
from dashboard.ui.listing import Cell, Column, table
from dashboard.ui.shown_on import link_to
from dashboard.ui.state import LONGEST, pick, widget

ENTERED = "find_entered"
MOST = 12  # hits on the page


def box(frame: Frame) -> None:
    """Where the number or name is typed; it stands in the link."""
    label = frame.say("find.label")
    st.text_input(
        label, placeholder=frame.say("find.placeholder"), key=widget("q"), label_visibility="collapsed", width=420,
        max_chars=LONGEST, on_change=entered,
    )  # fmt: skip


def entered() -> None:
    """Enter was pressed: where one hit fits best, the rerun that follows opens it."""
    st.session_state[ENTERED] = True


def result(frame: Frame) -> Found | None:
    """What the number or name stands for; an unknown one is told, with what to do."""
    found, hits, headline, detail = searched(frame)
    first = best(hits) if st.session_state.pop(ENTERED, False) else None
    if first and first.entry.association:
        open_karte(frame, first.entry)
    open_with(frame, headline, "", detail)
    box(frame)
    if found:
        opened(as_asked(frame, found), found)
    elif hits:
        st.html(f'<div class="k-box k-box-found" lang="{frame.lang}">{hit_table(frame, hits)}</div>')
    return found


def open_karte(frame: Frame, one: Entry) -> None:
    """Leave for a karte; a ward that does not hold it is let go of."""
    if frame.choice.place_ward not in (ALL, one.ward):
        pick("ward", ALL)
    pick("association", one.association)
    st.switch_page(PAGES / "karte.py")


def searched(frame: Frame) -> tuple[Found | None, list[Hit], str, str]:
    """The answer of a number, or what has such a name; the headline and the line under it."""
    written, lang = frame.choice.q.strip(), frame.lang
    if not written:
        return None, [], frame.say("find.title"), frame.say("find.detail")
    try:
        found = look_up(frame.settings.home, written, frame.catalogue.edition)
    except LookupRefusedError as error:
        words = frame.catalogue
        hits = cached.names(str(frame.settings.home.editions), words.edition, words.edition_hash).find(written, MOST)
        if hits:
            told = frame.say("find.hits_open") if (first := best(hits)) and first.entry.association else ""
            name = hits[0].entry.label[lang]
            return None, hits, frame.say("find.hits", written=written, name=name), told or frame.say("find.hits_choose")
        if isinstance(error, UnknownNumberError) and not looks_like_one(written):
            error = NothingFoundError(written=written[:40])
        return None, [], frame.say("find.none"), error.message(lang)
    asked = found.answer.question.ja if lang == "ja" else found.answer.question.en
    return found, [], asked, found.told(lang) or frame.say("find.current")


def hit_table(frame: Frame, hits: list[Hit]) -> str:
    """What was found: name with its link, reading, where it lies, what it is."""
    columns = [
        Column(frame.say("find.col_name")), Column(frame.say("find.col_kana")),
        Column(frame.say("find.col_place")), Column(frame.say("find.col_kind"), wide=True),
    ]  # fmt: skip
    rows = [
        [
            Cell(hit.entry.label[frame.lang], link=hit_link(frame, hit.entry)), Cell(hit.entry.kana, "m", lang="ja"),
            Cell(hit.entry.place[frame.lang]), Cell(frame.say(f"find.kind_{hit.entry.kind}"), "m"),
        ]
        for hit in hits
    ]  # fmt: skip
    return table(columns, rows, frame.lang)


def hit_link(frame: Frame, one: Entry) -> str:
    """The page of what was found: a karte, the list of a school district, a ward, or the institute."""
    choice = asdict(frame.choice) | {"q": ""}
    if one.ward and frame.choice.place_ward not in (ALL, one.ward):
        choice["ward"] = ALL
    if one.kind == WARD:
        return "wards?" + urlencode(choice | {"ward": one.code})
    if one.kind == DISTRICT:
        return "associations?" + urlencode(choice | {"district": one.code})
    if one.association:
        return "karte?" + urlencode(choice | {"association": one.association})
    return "institute?" + urlencode(choice | {"ward": ALL, "origin": ALL})


def as_asked(frame: Frame, found: Found) -> Frame:
    """The frame of the edition that answered, in the year asked for or else its newest."""
    answer, folder = found.answer, str(frame.settings.home.editions)
    words = cached.words(folder, answer.edition, answer.edition_hash)
    year = answer.parameters.get("wave") or answer.parameters.get("period") or next(reversed(words.held), "")
    return replace(frame, catalogue=words, choice=replace(frame.choice, wave=year))


def opened(frame: Frame, found: Found) -> None:
    """All that is behind a figure, and the way to the page that draws it: in the current edition only."""
    answer, lang = found.answer, frame.lang
    with st.container(key="fig-found", gap="small"):
        link = None if found.notice else link_to(answer, frame.choice, frame.allowed)
        if link:
            words = f'<a href="{escape(link)}" target="_self">{escape(frame.say("find.open"))}</a>'
            st.html(f'<p class="k-go" lang="{lang}">{words}</p>')
        if answer.frame.empty:
            st.html(f'<p lang="{lang}">{escape(frame.say("find.empty"))}</p>')
        behind(frame, "found", answer)


def page_foot(frame: Frame, found: Found | None) -> None:
    """The foot of what is shown."""
    if found is None:
        foot(frame, places=frame.catalogue.places.as_of is not None)  # names are those of places
    else:
        foot(as_asked(frame, found), places=found.answer.question.subject != SURVEY)
