"""The panels of the institute page: what became of its studies, which came to nothing, and what they brought."""

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import NO_DATA
from dashboard.edition.statements import of_pipeline
from dashboard.figures import place_specs
from dashboard.figures.codes import said
from dashboard.i18n import fiscal_year, number
from dashboard.ui.frame import Frame, open_with
from dashboard.ui.listing import Cell, Column, show_listing, table
from dashboard.ui.panels import choose
from dashboard.ui.show import show
from dashboard.ui.study_courses import CHOOSER, of_place

NOT_ADOPTED = "施策化に至らず"


def summary(frame: Frame) -> dict:
    (row,) = of_place(frame, "project_summary").rows()
    return row


def finding(frame: Frame) -> None:
    """What became of the studies completed: counts, never a bare percentage."""
    statement = of_pipeline(summary(frame), frame.ward_label, frame.lang)
    open_with(frame, statement.headline, statement.bracket, statement.detail)


def outcomes(frame: Frame) -> None:
    """Every outcome against its baseline and target."""
    answer = of_place(frame, "project_outcomes")
    if answer.frame.empty:
        title, said = frame.say("institute.outcomes"), frame.say("institute.outcomes_none")
        show_listing(frame, "outcomes", title, "", answer, f"<p>{said}</p>")
        return
    spec = place_specs.dumbbell(answer, summary(frame), frame.lang)
    show(frame, "outcomes", spec.headline, spec, answer)


def listed(frame: Frame) -> None:
    """The studies that were not adopted, or the course of all."""
    {"not_adopted": not_adopted, "history": history}[frame.choice.listed](frame)


def not_adopted(frame: Frame) -> None:
    """Studies that came to nothing, each with its reason: they stay on the list."""
    answer, lang = of_place(frame, "project_list"), frame.lang
    rows = [row for row in answer.rows() if row["stage"] == NOT_ADOPTED and not row["basic_study"]]
    cells = [[Cell(row[f"title_{lang}"]), Cell(said(row["reason"] or NO_DATA, lang), "m")] for row in rows]
    columns = [Column(frame.say("institute.col_project"), wide=True), Column(frame.say("institute.col_reason"))]
    listing(frame, "not_adopted", answer, table(columns, cells, lang), len(rows))


def basic_studies(frame: Frame) -> None:
    """Basic studies stand apart: nobody meant them to be adopted."""
    answer, lang = of_place(frame, "project_list"), frame.lang
    rows = [row for row in answer.rows() if row["basic_study"]]
    cells = [[Cell(row[f"title_{lang}"]), Cell(said(row["stage"], lang), "m")] for row in rows]
    columns = [Column(frame.say("institute.col_project"), wide=True), Column(frame.say("institute.col_stage"))]
    listing(frame, "basic", answer, table(columns, cells, lang), len(rows))


def history(frame: Frame) -> None:
    """Every study with its dated stages; first those that are not counted as adopted for want of a document."""
    answer, lang, courses = of_place(frame, "project_history"), frame.lang, {}
    for row in answer.rows():
        courses.setdefault((not row["is_undocumented"], row["project"]), []).append(row)
    columns = [Column(frame.say("institute.col_project"), wide=True)]
    cells = [[study(frame, courses[key])] for key in sorted(courses)]
    listing(frame, "studies", answer, table(columns, cells, lang), len(cells))


def study(frame: Frame, rows: list[dict]) -> Cell:
    """A study: title, and below it the issue it came from and every stage with its day."""
    first = rows[0]
    steps = [] if first["raised_on"] is None else [frame.say("institute.issue_raised", day=first["raised_on"])]
    steps += [step(frame, row) for row in rows]
    name = first[f"title_{frame.lang}"]
    if first["is_undocumented"]:
        name += frame.say("institute.document", number=frame.say("institute.uncounted"))
    return Cell(name, "late" if first["is_undocumented"] else "", note=frame.say("institute.arrow").join(steps))


def step(frame: Frame, row: dict) -> str:
    """A stage with its day, or the year where no more is known, and its document or reason."""
    year = int(row["entered"][:4])
    day = fiscal_year(year, frame.lang, short=True) if row["entered_is_year"] else row["entered"]
    told = frame.say("institute.step", stage=said(row["stage"], frame.lang), day=day)
    more = row["document_no"] or (row["reason"] and said(row["reason"], frame.lang))
    return told + (frame.say("institute.document", number=more) if more else "")


def listing(frame: Frame, key: str, answer: Answer, html: str, count: int) -> None:
    """A list of studies with its count, or a line that says there is none."""
    title = frame.say("institute.basic_title" if key == "basic" else f"institute.{key}")
    html = html if count else f"<p>{frame.say(f'institute.{key}_none')}</p>"
    chooser = None if key == "basic" else lambda: choose(frame, "listed", CHOOSER)
    show_listing(frame, key, title, frame.say(f"institute.{key}_sub", count=number(count)), answer, html, chooser)
