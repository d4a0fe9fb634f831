"""The panels of the institute page: what became of its studies, and what they brought."""

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import NO_DATA
from dashboard.edition.statements import of_pipeline
from dashboard.figures import place_specs
from dashboard.figures.codes import said
from dashboard.i18n import fiscal_year, number
from dashboard.ui.frame import Frame, open_with
from dashboard.ui.listing import Cell, Column, show_listing, table
from dashboard.ui.show import show

NOT_ADOPTED = "施策化に至らず"


def of_place(frame: Frame, name: str) -> Answer:
    """A question about the studies of the chosen ward and origin."""
    return frame.ask(name, ward=frame.choice.place_ward, origin=frame.choice.origin)


def summary(frame: Frame) -> dict:
    (row,) = of_place(frame, "project_summary").rows()
    return row


def finding(frame: Frame) -> None:
    """What became of the studies completed: counts, never a bare percentage."""
    statement = of_pipeline(summary(frame), frame.ward_label, frame.lang)
    open_with(frame, statement.headline, statement.bracket, statement.detail)


def pipeline(frame: Frame) -> None:
    """Stages with counts and days."""
    answer = of_place(frame, "project_pipeline")
    spec = place_specs.pipeline(answer, frame.lang)
    show(frame, "pipeline", spec.headline, spec, answer)


def outcomes(frame: Frame) -> None:
    """Every outcome against its baseline and target."""
    answer = of_place(frame, "project_outcomes")
    if answer.frame.empty:
        title, said = frame.say("institute.outcomes"), frame.say("institute.outcomes_none")
        show_listing(frame, "outcomes", title, "", answer, f"<p>{said}</p>")
        return
    spec = place_specs.dumbbell(answer, summary(frame), frame.lang)
    show(frame, "outcomes", spec.headline, spec, answer)


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


def listing(frame: Frame, key: str, answer: Answer, html: str, count: int) -> None:
    """A list of studies with its count, or a line that says there is none."""
    title = frame.say("institute.basic_title" if key == "basic" else f"institute.{key}")
    html = html if count else f"<p>{frame.say(f'institute.{key}_none')}</p>"
    show_listing(frame, key, title, frame.say(f"institute.{key}_sub", count=number(count)), answer, html)


def resources(frame: Frame) -> None:
    """People and budget by year, newest first."""
    answer = frame.ask("project_resources", ward=frame.choice.place_ward)
    names = ("year", "officials", "young", "experts", "others", "trainees", "budget")
    columns = [Column(frame.say(f"institute.col_{name}"), number=name != "year") for name in names]
    cells = [resource_row(frame, row) for row in answer.rows()[::-1]]
    title, subtitle = frame.say("institute.resources"), frame.say("institute.resources_sub")
    show_listing(frame, "resources", title, subtitle, answer, table(columns, cells, frame.lang))


def resource_row(frame: Frame, row: dict) -> list[Cell]:
    others = (row["residents"] or 0) + (row["companies"] or 0)
    counts = [row["officials"], row["young_researchers"], row["experts"], others, row["trainees"]]
    spent = [row["project_budget_thousand_yen"], row["institute_budget_thousand_yen"]]
    budget = None if spent == [None, None] else sum(part or 0 for part in spent)
    year = Cell(fiscal_year(row["fiscal_year"], frame.lang, short=True))
    return [year, *(Cell("-" if count is None else number(count)) for count in [*counts, budget])]
