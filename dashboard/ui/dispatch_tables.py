"""The tables of the dispatch page: places, work done, issues, load, costs, and places with and without dispatch."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from html import escape
from urllib.parse import urlencode

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, CITY, SHOWN
from dashboard.edition.dispatch import SHARED, amount, costs_of, holds, of_costs
from dashboard.edition.places import DISTRICT
from dashboard.figures.codes import said
from dashboard.figures.words import NAMED
from dashboard.i18n import fiscal_year, number, signed
from dashboard.ui.associations import karte_link
from dashboard.ui.frame import Frame
from dashboard.ui.listing import Cell, Column, table

MOST = 100  # rows of a list on the page; the workbook has them all
WORDS = ("holds", "last")  # columns of words
Cells = Callable[[dict], list[Cell]]


@dataclass(frozen=True)
class Shown:
    """A table as it is shown: its answer, words and HTML; lead: a link above it; note: what must stand beside it."""

    answer: Answer
    title: str
    subtitle: str
    html: str
    note: str = ""
    lead: str = ""


def shown(
    frame: Frame, key: str, answer: Answer, names: Sequence[str], cells: Cells, rows: list[dict] | None = None,
    note: str = "", subtitle: str | None = None,
) -> Shown:  # fmt: skip
    """A table of some or all rows of an answer, its first column wide, or the words that there is none."""
    rows = answer.rows() if rows is None else rows
    columns = [
        Column(frame.say(f"dispatch.col_{name}"), number=at > 0 and name not in WORDS, wide=at == 0)
        for at, name in enumerate(names)
    ]
    html = table(columns, map(cells, rows[:MOST]), frame.lang) if rows else f"<p>{frame.say('dispatch.none')}</p>"
    told = frame.say(f"dispatch.sub_{key}") if subtitle is None else subtitle
    if len(rows) > MOST:
        told = frame.say("panel.joint").join(
            [told, frame.say("dispatch.more", shown=number(MOST), of=number(len(rows)))]
        )
    return Shown(answer, frame.say(f"dispatch.title_{key}"), told, html, note)


def count(value: int | None, tone: str = "") -> Cell:
    """A count; 0 stays 0."""
    return Cell(amount(value), tone)


def hours(frame: Frame, row: dict, known: str = "hours_known", of: str = "activities") -> Cell:
    """Hours with the number of activities that tell them."""
    return Cell(amount(row["hours"], 1), note=frame.say("dispatch.known", known=number(row[known]), of=number(row[of])))


def place(frame: Frame, row: dict) -> str:
    """A ward's name, or the whole city's."""
    return row[f"label_{frame.lang}"] or frame.area(CITY, ALL)


def places(frame: Frame) -> Shown:
    """The school districts of the chosen place; the associations of the one chosen."""
    if frame.choice.district != ALL:
        return associations(frame)
    answer, lang = frame.ask("dispatch_reach", ward=frame.choice.place_ward), frame.lang

    def cells(row: dict) -> list[Cell]:
        link = "dispatch?" + urlencode({**asdict(frame.choice), DISTRICT: row["district"]})
        counts = [
            count(row["visited"], "b"),
            count(row["zero"]),
            count(row["no_report"], "late" if row["no_report"] else ""),
        ]
        rest = [count(row[name]) for name in ("visits", "residents", "open_issues")]
        return [Cell(row[f"label_{lang}"], link=link), *counts, rest[0], Cell(amount(row["hours"], 1)), *rest[1:]]

    names = ("district", "visited", "zero", "no_report", "visits", "hours", "residents", "open")
    return shown(frame, "places", answer, names, cells)


def associations(frame: Frame) -> Shown:
    """The associations of the chosen district, each with its visits or the word that there is no report."""
    choice, lang = frame.choice, frame.lang
    answer = frame.ask("associations", ward=choice.place_ward, period=choice.period, district=choice.district)

    def cells(row: dict) -> list[Cell]:
        seen = row["visit_status"] == SHOWN
        visits = count(row["visits"], "b") if seen else Cell(frame.say(NAMED[row["visit_status"]]), "late")
        last = Cell(row["last_visit_on"] or frame.say("dispatch.no_visit"), "m")
        name = Cell(row[f"label_{lang}"], link=karte_link(frame, row["association"]))
        return [name, visits, count(row["reported_months"]), last, count(row["issues"]), count(row["open_issues"])]

    names = ("association", "visits", "months", "last", "issues", "open")
    made = shown(frame, "places", answer, names, cells, subtitle=frame.area(DISTRICT, choice.district))
    back = "dispatch?" + urlencode(asdict(replace(choice, district=ALL)))
    words = escape(frame.say("dispatch.all_districts"))
    return replace(made, lead=f'<p class="k-go"><a href="{escape(back)}" target="_self">{words}</a></p>')


def work(frame: Frame) -> Shown:
    """What officers did in each ward, full time and beside other work apart."""
    answer = frame.ask("dispatch_work", ward=frame.choice.place_ward)

    def cells(row: dict) -> list[Cell]:
        known = {"known": number(row["residents_known"]), "of": number(row["activities"])}
        met = Cell(amount(row["residents"]), note=frame.say("dispatch.known", **known))
        done = [count(row[name]) for name in ("visits", "meetings", "events", "calls")]
        return [
            Cell(place(frame, row), note=role(frame, row)),
            count(row["officers"], "b"),
            *done,
            hours(frame, row),
            met,
        ]

    names = ("ward", "officers", "visits", "meetings", "events", "calls", "hours", "residents")
    return shown(frame, "work", answer, names, cells)


def role(frame: Frame, row: dict) -> str:
    """専任 or 兼務 in words."""
    return said(row["role"], frame.lang)


def issues(frame: Frame) -> Shown:
    """Issues raised, what became of them, and those that became a study."""
    answer = frame.ask("dispatch_issues", ward=frame.choice.place_ward)

    def cells(row: dict) -> list[Cell]:
        share = "" if row["answered_share"] is None else f"{number(row['answered_share'], 0)}%"
        days = frame.say("dispatch.days", days=amount(row["median_days"]))
        rest = [count(row[name]) for name in ("open_issues", "impossible", "declined")]
        studies = [count(row[name], "b") for name in ("became_projects", "adopted")]
        answered = Cell(number(row["answered_issues"]), "b", note=f"{share} {days}")
        return [
            Cell(place(frame, row)),
            count(row["issues"], "b"),
            count(row["by_officers"]),
            answered,
            *rest,
            *studies,
        ]

    names = ("ward", "raised", "by_officers", "answered", "open", "impossible", "declined", "studies", "adopted")
    since = next((row["since"] for row in answer.rows() if row["ward"] == ALL), None) or "-"
    return shown(frame, "issues", answer, names, cells, subtitle=frame.say("dispatch.sub_issues", since=since))


def centres(frame: Frame) -> Shown:
    """Load of every community planning centre."""
    answer = frame.ask("dispatch_centres", ward=frame.choice.place_ward)

    def cells(row: dict) -> list[Cell]:
        own = [count(row["officers"], "b"), Cell(amount(row["per_officer"], 1)), count(row["officer_activities"])]
        beside = [count(row["beside"], "b"), count(row["beside_activities"])]
        seen = [count(row["zero"]), count(row["no_report"], "late" if row["no_report"] else "")]
        name = Cell(
            row["centre"], note=frame.selection.short_name("ward", row["ward"]), lang="ja" * (frame.lang == "en")
        )
        return [name, count(row["associations"]), *own, *beside, *seen]

    names = ("centre", "associations", "full", "per_officer", "full_done", "beside", "beside_done", "zero", "no_report")
    return shown(frame, "centres", answer, names, cells)


def officers(frame: Frame) -> Shown:
    """Load of every officer, told by number only: no name, no unit, no place."""
    answer = frame.ask("dispatch_officers", ward=frame.choice.place_ward)

    def cells(row: dict) -> list[Cell]:
        done = [count(row[name]) for name in ("associations", "activities", "visits")]
        return [Cell(row["officer"], note=role(frame, row)), *done, hours(frame, row)]

    names = ("officer", "associations", "activities", "visits", "hours")
    return shown(frame, "officers", answer, names, cells)


def departments(frame: Frame) -> Shown:
    """Load of every department."""
    answer, lang = frame.ask("dispatch_departments", ward=frame.choice.place_ward), frame.lang

    def cells(row: dict) -> list[Cell]:
        done = [count(row[name]) for name in ("associations", "activities", "visits")]
        name = Cell(row[f"unit_{lang}"] or frame.say("dispatch.no_unit"), note=role(frame, row))
        return [name, count(row["officers"], "b"), *done, hours(frame, row)]

    names = ("unit", "officers", "associations", "activities", "visits", "hours")
    return shown(frame, "departments", answer, names, cells)


def costs(frame: Frame) -> Shown:
    """Cost by ward and for each association; no amount without what it holds."""
    answer, lang = frame.ask("dispatch_costs"), frame.lang
    rows = costs_of(answer.rows(), int(frame.choice.period))
    if not rows:
        return Shown(
            answer, frame.say("dispatch.title_costs"), "", f"<p>{escape(frame.say('dispatch.costs_none'))}</p>"
        )

    def cells(row: dict) -> list[Cell]:
        name = frame.say("dispatch.shared") if row["ward"] == SHARED else place(frame, row)
        programme = [Cell(amount(row["programme_thousand_yen"])), Cell(amount(row["programme_each_thousand_yen"], 1))]
        total = [Cell(amount(row["total_thousand_yen"]), "b"), Cell(amount(row["total_each_thousand_yen"], 1), "b")]
        return [Cell(name), count(row["associations"]), *programme, *total, Cell(holds(row["holds"], lang), "m")]

    names = ("ward", "associations", "programme", "programme_each", "total", "total_each", "holds")
    year = fiscal_year(rows[0]["fiscal_year"], lang, short=True)
    note = of_costs(rows, year, lang)
    return shown(frame, "costs", answer, names, cells, rows, note, frame.say("dispatch.sub_costs", year=year))


def comparison(frame: Frame) -> Shown:
    """Associations with and without dispatch, indicator by indicator: described, not explained."""
    answer, lang = (
        frame.ask("dispatch_comparison", ward=frame.choice.place_ward, period=frame.choice.period),
        frame.lang,
    )

    def of(row: dict, which: str, tone: str) -> Cell:
        n = frame.say("dispatch.n", n=number(row[f"{which}_n"]))
        return Cell(amount(row[f"{which}_value"], row["decimals"]), tone, note=n)

    def cells(row: dict) -> list[Cell]:
        unit, label = row[f"unit_{lang}"], row[f"label_{lang}"]
        label += "" if unit.lower() in label.lower() else frame.say("panel.in_unit", unit=unit)
        parts = [row["difference"], row["change_difference"]]
        differences = [Cell(amount(None) if part is None else signed(part, row["decimals"])) for part in parts]
        return [Cell(label), of(row, "with", "b"), of(row, "without", ""), *differences]

    names = ("indicator", "with", "without", "difference", "change")
    subtitle = frame.say("dispatch.sub_comparison", year=frame.period_label)
    return shown(frame, "comparison", answer, names, cells, note=frame.say("dispatch.not_random"), subtitle=subtitle)


TABLES = {
    "places": places, "work": work, "issues": issues, "centres": centres, "officers": officers,
    "departments": departments, "costs": costs, "comparison": comparison,
}  # fmt: skip
