"""The panels of the associations page: a list that begins with a search, beside the map of school districts."""

from dataclasses import asdict
from urllib.parse import urlencode

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, CITY, SHOWN, WARD
from dashboard.edition.names import matches
from dashboard.edition.places import ASSOCIATION, DISTRICT
from dashboard.edition.statements import Statement, of_indicator, of_visits, visits_known
from dashboard.figures import place_specs
from dashboard.figures.outlines import made_from
from dashboard.figures.words import fraction, value_text
from dashboard.i18n import number
from dashboard.ui import indicators, karte_paper
from dashboard.ui.absent import files_lacking
from dashboard.ui.filters import select
from dashboard.ui.frame import Frame, open_with
from dashboard.ui.indicators import borders, changing, own_borders, switch, values
from dashboard.ui.listing import Cell, Column, show_listing, table
from dashboard.ui.show import show
from dashboard.ui.state import pick

MOST = 100  # rows of the list on the page; the workbook has them all
SORTS = ("sort_no", "low", "high", "visits", "issues", "updated")
KEYS = {"low": "value", "high": "value", "visits": "visits", "issues": "open_issues", "updated": "updated_on"}
DOWNWARD = ("high", "issues")


def listed(frame: Frame) -> Answer:
    """The associations of the chosen ward and district, each with the chosen indicator."""
    choice = frame.choice
    district = None if choice.district == ALL else choice.district
    return frame.ask(
        "associations", ward=choice.place_ward, period=choice.period, district=district, indicator=choice.indicator
    )


def finding(frame: Frame) -> None:
    """Visits of the last twelve months over the associations chosen; of one district also the chosen indicator, which
    stands alone where the city handed in no visits."""
    rows, district = listed(frame).rows(), frame.choice.district
    place = frame.ward_label if district == ALL else frame.area(DISTRICT, district)
    said = of_visits(rows, place, frame.lang)
    told = [said.detail]
    if not visits_known(rows):
        files = files_lacking(frame, "dispatches", "activities", "dispatch_reports")
        told.append(frame.say("associations.visits_absent", files=files))
        said = of_chosen(frame, place)
    elif district != ALL:
        own = of_chosen(frame, place)
        told.insert(0, own.headline + own.bracket)
    with st.container(key="top-associations", gap=None):
        open_with(frame, said.headline, said.bracket, frame.say("panel.joint").join(told))
        wanted = karte_paper.of_area(frame)
    if wanted:
        karte_paper.make(frame)


def of_chosen(frame: Frame, place: str) -> Statement:
    """The chosen indicator of the district or ward chosen against the city, or of the whole city."""
    district, ward = frame.choice.district, frame.choice.place_ward
    rows = own = values(frame, CITY).rows()
    if district != ALL:
        own = values(frame, DISTRICT, district=district).rows()
    elif ward != ALL:
        own = [row for row in values(frame, WARD).rows() if row["area"] == ward]
    return of_indicator(own[0], rows[0], place, frame.indicator, frame.lang)


def the_map(frame: Frame) -> None:
    """The school districts; of the one chosen its associations, where their borders are known."""
    district = frame.choice.district
    known = None if district == ALL else own_borders(frame, district=district)
    if known is not None and known.rows():
        association_map(frame, known)
    else:
        district_map(frame)


def association_map(frame: Frame, known: Answer) -> None:
    """The associations of the district chosen, by the chosen indicator or its change; a click chooses one for the
    karte."""
    choice = frame.choice
    answer = values(frame, ASSOCIATION, district=choice.district)
    title = frame.say("associations.map_of")
    spec = place_specs.points(
        frame.selection, answer, frame.indicator, changing(frame), title, choice.association, known, close=True
    )
    show(frame, "points", title, spec, answer, on_select=lambda: take(ASSOCIATION, choice.association))
    switch(frame)


def credit(frame: Frame) -> str:
    """What the borders on the map are made of: those of the associations, else those of the school districts."""
    district = frame.choice.district
    rows = [] if district == ALL else own_borders(frame, district=district).rows()
    return made_from(rows, ASSOCIATION, frame.lang) or indicators.credit(frame)


def take(kind: str, before: str) -> None:
    """What was clicked on the map becomes the choice; the one chosen is let go."""
    points = st.session_state["chart_points"].selection.points
    if points:
        clicked = points[0]["customdata"]
        pick(kind, ALL if clicked == before else clicked)


def district_map(frame: Frame) -> None:
    """School districts by the chosen indicator or its change; a click sets the district."""
    choice = frame.choice
    answer = values(frame, DISTRICT, ward=choice.place_ward)
    title = frame.say("associations.map")
    spec = place_specs.points(frame.selection, answer, frame.indicator, changing(frame), title, choice.district,
                             borders(frame))  # fmt: skip
    show(frame, "points", title, spec, answer, on_select=lambda: take(DISTRICT, choice.district))
    switch(frame)


def search_bar(frame: Frame, sorts: list[str]) -> tuple[str, str]:
    """What to look for and how to sort."""
    with st.container(key="searchbar", horizontal=True, vertical_alignment="center", gap="small"):
        words = frame.say("associations.search")
        query = st.text_input(words, placeholder=words, key="search", label_visibility="collapsed", width=220)
        if frame.allowed[DISTRICT]:
            select(frame.catalogue, frame.allowed, DISTRICT, frame.choice, 170)
        label = frame.indicator.measure.label[frame.lang]
        sort = st.selectbox(
            frame.say("associations.sort"), sorts, key="sort", label_visibility="collapsed", width=210,
            format_func=lambda name: frame.say(f"associations.sort.{name}", label=label),
        )  # fmt: skip
    return query or "", sort


def found(rows: list[dict], query: str) -> list[dict]:
    """Rows whose name, reading or district fits every word of the query."""
    names = ("label_ja", "label_en", "name_kana", "district_ja", "district_en", "ward_ja", "ward_en")
    return [row for row in rows if matches(query, *(row[name] for name in names))]


def ordered(rows: list[dict], sort: str) -> list[dict]:
    """Rows in the order wished; what has no value comes last."""
    if sort not in KEYS:
        return rows
    key = KEYS[sort]
    known = sorted((row for row in rows if row[key] is not None), key=lambda row: row[key], reverse=sort in DOWNWARD)
    return known + [row for row in rows if row[key] is None]


def lacking_of(rows: list[dict]) -> set[str]:
    """What the city handed in nothing of: visits, issues."""
    lacking = set() if visits_known(rows) else {"visits"}
    return lacking | (set() if any(row["open_issues"] is not None for row in rows) else {"issues"})


def the_list(frame: Frame) -> None:
    """The associations that fit, each with a link to its karte."""
    answer = listed(frame)
    lacking = lacking_of(answer.rows())
    query, sort = search_bar(frame, [one for one in SORTS if one not in lacking])
    rows = ordered(found(answer.rows(), query), sort)
    measure, lang = frame.indicator.measure, frame.lang
    columns = {
        "name": Column(frame.say("associations.col_name"), wide=True),
        "district": Column(frame.say("associations.col_district")),
        "value": Column(f"{measure.label[lang]} {measure.unit[lang]}", number=True),
        "parts": Column(frame.say("associations.col_parts"), number=True),
        "visits": Column(frame.say("associations.col_visits"), number=True),
        "issues": Column(frame.say("associations.col_issues"), number=True),
        "updated": Column(frame.say("associations.col_updated")),
    }
    shown = [name for name in columns if name not in lacking]
    cells = ([list_row(frame, row)[name] for name in shown] for row in rows[:MOST])
    html = table([columns[name] for name in shown], cells, lang)
    counts = {"of": number(len(rows)), "shown": number(min(MOST, len(rows)))}
    subtitle = frame.say("associations.list_sub", **counts)
    if len(rows) > MOST:
        subtitle = frame.say("panel.joint").join([subtitle, frame.say("associations.more")])
    html = html if rows else f"<p>{frame.say('associations.none')}</p>"
    show_listing(frame, "list", frame.say("associations.list"), subtitle, answer, html)


def list_row(frame: Frame, row: dict) -> dict[str, Cell]:
    """The cells of one association by column."""
    lang = frame.lang
    seen = row["visit_status"] == SHOWN
    visits = number(row["visits"]) if seen else frame.say("associations.unreported")
    updated = row["updated_on"] or frame.say("place.no_data")
    late = f" {frame.say('associations.late')}" if row["overdue"] else ""
    value = value_text(row, frame.indicator.measure.decimals, lang)
    return {
        "name": Cell(row[f"label_{lang}"], link=karte_link(frame, row["association"])),
        "district": Cell(row[f"district_{lang}"], "m"),
        "value": Cell(value, "b" if row["status"] == SHOWN else "m"),
        "parts": Cell(fraction(row, lang), "m"),
        "visits": Cell(visits, "" if seen else "m"),
        "issues": Cell("" if row["open_issues"] is None else number(row["open_issues"])),
        "updated": Cell(f"{updated}{late}", "late" if late else "m"),
    }


def karte_link(frame: Frame, association: str) -> str:
    """The link of a karte with everything else as it is."""
    return "karte?" + urlencode({**asdict(frame.choice), "association": association})
