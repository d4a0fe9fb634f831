"""The list of associations short of people to lead, in the order of the planner's own conditions and weights."""

from dataclasses import asdict, dataclass
from html import escape
from urllib.parse import urlencode

import pandas as pd

from dashboard.edition import need
from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, SHOWN
from dashboard.edition.need import Condition
from dashboard.edition.places import DISTRICT
from dashboard.figures.words import value_text
from dashboard.i18n import number
from dashboard.ui.frame import Frame, open_with
from dashboard.ui.listing import Cell, Column, show_listing, table
from dashboard.ui.need_controls import chosen, named, switch
from dashboard.ui.need_controls import controls as draw_controls
from dashboard.ui.state import IN, MET

MOST = 100  # rows on the page; the workbook has them all


@dataclass(frozen=True)
class Listed:
    """The list. rows: one an association of the place chosen, by rank, those that cannot be compared last; chosen:
    the conditions; answer: what they were made of; apart: how many were kept out.
    """

    chosen: list[Condition]
    answer: Answer
    rows: pd.DataFrame
    apart: int

    @property
    def compared(self) -> int:
        """How many have a rank."""
        return int(self.rows["rank"].notna().sum())

    @property
    def meeting(self) -> pd.DataFrame:
        """Those that meet every condition."""
        return self.rows[self.rows["met"]]

    @property
    def first(self) -> str | None:
        """The association that stands first, which what is alike is shown of until another is chosen."""
        shown = self.meeting if len(self.meeting) else self.rows
        return None if shown.empty else shown["association"].iloc[0]


def found(frame: Frame) -> Listed:
    """The list of the ward chosen, ranked within it; positions are those of the whole city."""
    wanted, choice = chosen(frame), frame.choice
    answer = frame.ask(
        "need_values", indicators=",".join(dict.fromkeys(one.indicator for one in wanted)), period=choice.period
    )
    rows = answer.frame
    marked = rows[rows["flag_ja"].notna()]
    kept = rows if choice.apart == IN else rows.drop(marked.index)
    places = need.positions(kept, wanted)
    decimals = {one.indicator: frame.catalogue.places.indicators[one.indicator].measure.decimals for one in wanted}
    held = need.met(places, kept, wanted, decimals)
    own = kept.drop_duplicates("association").set_index("association")
    if choice.place_ward != ALL:
        own = own[own["ward"] == choice.place_ward]
    inside = places.loc[own.index]
    ranks = need.ranked(inside, wanted)
    listed = own.join(inside).join(ranks).assign(met=held.loc[own.index])
    listed = listed.sort_values("rank", kind="stable", na_position="last").reset_index()
    out = marked if choice.place_ward == ALL else marked[marked["ward"] == choice.place_ward]
    if choice.district != ALL:
        listed, out = (one[one["district"] == choice.district] for one in (listed, out))
    return Listed(wanted, answer, listed, 0 if choice.apart == IN else out["association"].nunique())


def lacks_conditions(frame: Frame) -> bool:
    """Whether the reader took every condition away; the page then says what to do, and makes no list."""
    if chosen(frame):
        return False
    open_with(frame, frame.say("need.unasked"), "", frame.say("need.unasked_detail"))
    draw_controls(frame, [], pd.DataFrame)
    return True


def finding(frame: Frame, listed: Listed) -> None:
    """How many meet every condition, of how many; what could not be compared, and what was kept out."""
    values = {
        "place": frame.ward_label if frame.choice.district == ALL else frame.area(DISTRICT, frame.choice.district),
        "met": number(len(listed.meeting)), "of": number(len(listed.rows)),
        "left": number(len(listed.rows) - listed.compared), "apart": number(listed.apart),
    }  # fmt: skip
    told = [frame.say("need.detail", conditions=frame.say("need.and").join(named(frame, one) for one in listed.chosen))]
    told += [frame.say("need.left", **values)] if listed.compared < len(listed.rows) else []
    told += [frame.say("need.apart", **values)] if listed.apart else []
    open_with(frame, frame.say("need.headline", **values), "", (" " if frame.lang == "en" else "").join(told))


def controls(frame: Frame, listed: Listed) -> None:
    """Conditions, weights, whom to show, and the workbook."""
    draw_controls(frame, listed.chosen, lambda: exported(frame, listed))


def exported(frame: Frame, listed: Listed) -> pd.DataFrame:
    """The list as a planner takes it along: every association of it, with ranks, values and positions."""
    shown = {one.code: column(frame, listed, one) for one in listed.chosen}
    say, lang, rows = frame.say, frame.lang, listed.rows
    said = {
        say("need.col_rank"): rows["rank"],
        say("need.rank_from"): rows["rank_lo"], say("need.rank_to"): rows["rank_hi"],
        say("need.col_name"): rows[f"label_{lang}"], say("need.col_district"): rows[f"district_{lang}"],
        say("need.code"): rows["association"],
    }  # fmt: skip
    for one in listed.chosen:
        said[named(frame, one)] = rows["association"].map(shown[one.code])
        said[say("need.position_of", condition=named(frame, one))] = rows[one.code].round(1)
    said |= {say("need.col_mean"): rows["mean"].round(1), say("need.col_met"): rows["met"]}
    return pd.DataFrame(said | {say("need.col_flag"): rows[f"flag_{lang}"]})


def column(frame: Frame, listed: Listed, one: Condition) -> dict[str, float | str]:
    """Value or change of each association; the word for its absence where there is none."""
    return {code: words(frame, row, one) if hidden(row) else row["value"] for code, row in cells(listed, one)}


def cells(listed: Listed, one: Condition) -> list[tuple[str, dict]]:
    """(association, row) of one condition, `value` and `status` being the change's where it looks at that."""
    own = listed.answer.frame[listed.answer.frame["indicator"] == one.indicator]
    if one.moving:
        own = own.assign(value=own["change"], status=own["change_status"])
    plain = own.astype(object).where(own.notna(), None)
    return list(zip(own["association"], plain.to_dict("records"), strict=True))


def hidden(row: dict) -> bool:
    return row["status"] != SHOWN


def words(frame: Frame, row: dict, one: Condition) -> str:
    decimals = frame.catalogue.places.indicators[one.indicator].measure.decimals
    return value_text(row, decimals, frame.lang, sign=one.moving)


def the_list(frame: Frame, listed: Listed) -> None:
    """Rank with its range, name, and every condition's value with its position; no score without its parts."""
    nobody = listed.meeting.empty and frame.choice.meeting == MET
    rows = listed.rows if nobody or frame.choice.meeting != MET else listed.meeting
    by_condition = {one.code: dict(cells(listed, one)) for one in listed.chosen}
    columns = [
        Column(frame.say("need.col_rank"), number=True), Column(frame.say("need.col_name"), wide=True),
        *(Column(named(frame, one, short=True), number=True) for one in listed.chosen),
        Column(frame.say("need.col_mean"), number=True), Column(frame.say("need.col_alike")),
    ]  # fmt: skip
    drawn = [list_row(frame, listed, by_condition, row) for row in rows.head(MOST).to_dict("records")]
    html = f"<p>{escape(frame.say('need.none'))}</p>" if nobody else ""
    html += table(columns, drawn, frame.lang) if drawn else ""
    shown = {"shown": number(len(drawn)), "of": number(len(rows)), "compared": number(listed.compared)}
    subtitle = frame.say("need.list_sub", **shown)
    show_listing(frame, "need", frame.say("need.list"), subtitle, listed.answer, html, lambda: switch(frame, "meeting"))


def list_row(frame: Frame, listed: Listed, by_condition: dict[str, dict], row: dict) -> list[Cell]:
    """One association."""
    lang, code = frame.lang, row["association"]
    rank = frame.say("need.unranked")
    if row["rank"] == row["rank"]:
        ends = {name: number(row[f"rank_{name}"]) for name in ("lo", "hi")}
        rank = frame.say("need.rank", rank=number(row["rank"]), **ends)
    mean = number(row["mean"]) if row["mean"] == row["mean"] else "–"
    values = []
    for one in listed.chosen:
        cell = by_condition[one.code][code]
        said = words(frame, cell, one)
        note = "" if hidden(cell) else frame.say("need.position", position=number(row[one.code]))
        values.append(Cell(said, "m" if hidden(cell) else "b", note=note))
    flag = row[f"flag_{lang}"] if isinstance(row["flag_ja"], str) else ""
    where = frame.say("need.joint_short").join(part for part in (row[f"district_{lang}"], flag) if part)
    name = Cell(row[f"label_{lang}"], link=link(frame, "karte", code), note=where)
    alike = Cell(frame.say("need.alike"), link=link(frame, "need", code))
    return [Cell(rank, "b"), name, *values, Cell(mean, "m"), alike]


def link(frame: Frame, page: str, association: str) -> str:
    """A page about one association, everything else as it is."""
    return f"{page}?" + urlencode({**asdict(frame.choice), "association": association})
