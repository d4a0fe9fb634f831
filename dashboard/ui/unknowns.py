"""The panels of the page on limits: who did not answer, what that may change, and how much is shown of whom."""

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, CITY, NO_DATA
from dashboard.edition.measure import Measure
from dashboard.figures.asked import label as word_of
from dashboard.figures.rates import rates
from dashboard.figures.spans import spans
from dashboard.i18n import number
from dashboard.ui.frame import Frame
from dashboard.ui.listing import Cell, Column, show_listing, table

VIEWS = ("bureau", "dispatched", "ward", "grade", "age")  # in the order of the two columns
RELEASED = ("ward", "bureau", "department", "grade", "age", "dispatched", "ward_age", "ward_grade", "ward_dispatched",
            "bureau_grade")  # fmt: skip
INDEX, RATE = "motivation", "rate"


def view_name(frame: Frame, view: str) -> str:
    """A view as a heading."""
    name = word_of("view", view, {}, frame.catalogue, frame.lang)
    return name[:1].upper() + name[1:]


def responses(frame: Frame) -> Answer:
    return frame.ask("survey_response", wave=frame.choice.wave)


def city_rate(frame: Frame) -> float | None:
    """The whole city's response rate in percent."""
    return next((row["value"] for row in responses(frame).rows() if row["view"] == CITY), None)


def short(frame: Frame, row: dict) -> str:
    """A member's name for narrow places."""
    name = frame.selection.short_name(row["view"], row["member"])
    return name.removesuffix(frame.say("panel.bureau_suffix")) or name


def response_rates(frame: Frame) -> None:
    """Sorted bars by bureau, dispatch, ward, grade and age; a cell shown in a group of several stands there."""
    answer, groups = responses(frame), []
    for view in VIEWS:
        rows = [row for row in answer.rows() if row["view"] == view and row["status"] != NO_DATA]
        rows = [row for row in rows if row["wider_view"] != view]
        if rows:
            groups.append((view_name(frame, view), [{**row, "label": short(frame, row)} for row in rows]))
    city = city_rate(frame)
    told = "" if city is None else frame.say("unknowns.rates_sub", rate=number(city, 1))
    html = rates(groups, city, frame.lang) if groups else f"<p>{frame.say('unknowns.rates_none')}</p>"
    show_listing(frame, "rates", frame.say("unknowns.rates"), told, answer, html)


def bounded(frame: Frame) -> Measure:
    """The measure looked at; the index in the place of a rate, which has no bounds."""
    return frame.catalogue.measures[INDEX] if frame.measure.kind == RATE else frame.measure


def silent_spans(frame: Frame) -> None:
    """The printed figure of the city and its wards, weighted to the staff, and between what ends it could lie."""
    measure = bounded(frame)
    answer = frame.ask("survey_nonresponse", wave=frame.choice.wave, measure=measure.code)
    chosen = frame.choice.cell
    rows = [
        {
            **row,
            "label": short(frame, row),
            "chosen": {key: row[key] for key in chosen} == chosen,
        }
        for row in answer.rows()
        if row["status"] != NO_DATA or row["member"] == ALL
    ]
    title = frame.say("unknowns.spans", measure=measure.label[frame.lang])
    show_listing(frame, "spans", title, measure.unit[frame.lang], answer, spans(rows, measure, frame.lang))


def released(frame: Frame) -> None:
    """How many respondents each view shows in a group of their own, in a joined one, or not at all."""
    answer = frame.ask("survey_release", wave=frame.choice.wave)
    columns = [Column(frame.say("unknowns.view"), wide=True)]
    columns += [Column(frame.say(f"unknowns.{name}"), number=True) for name in ("own", "joined", "hidden", "withdrawn")]
    known = {row["view"]: row for row in answer.rows()}
    lines = [line(frame, known[view]) for view in RELEASED if view in known]
    html = table(columns, lines, frame.lang)
    show_listing(frame, "released", frame.say("unknowns.released"), frame.say("unknowns.released_sub"), answer, html)


def line(frame: Frame, row: dict) -> list[Cell]:
    """One view in percent of its respondents; items not shown in percent of what its groups were asked."""
    shares = [number(100 * row[name] / row["people"], 1) for name in ("own", "joined", "hidden")]
    withdrawn = number(100 * row["withdrawn"] / row["answers"], 1)
    return [Cell(view_name(frame, row["view"])), *(Cell(share) for share in shares), Cell(withdrawn, "m")]
