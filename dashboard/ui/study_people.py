"""Who took part in the institute's studies and was trained: by year with the budget, by ward, by origin."""

from dashboard.figures.codes import said
from dashboard.i18n import fiscal_year, number
from dashboard.ui.frame import Frame
from dashboard.ui.listing import Cell, Column, show_listing, table
from dashboard.ui.panels import choose
from dashboard.ui.study_courses import CHOOSER


def resources(frame: Frame) -> None:
    """People by year with the budget, by ward or by origin."""
    if frame.choice.people == "year":
        by_year(frame)
    else:
        by_group(frame, frame.choice.people)


def choose_people(frame: Frame) -> None:
    choose(frame, "people", CHOOSER)


def by_group(frame: Frame, split: str) -> None:
    """People and trainees by ward or by origin, the whole city first. A study of two wards is counted in both."""
    answer, lang = frame.ask("project_people_by"), frame.lang
    names = (split, "projects", "officials", "young", "experts", "others", "trainees")
    columns = [Column(frame.say(f"institute.col_{name}"), number=name != split) for name in names]
    rows = [row for row in answer.rows() if row["split"] in ("all", split)]
    rows.sort(key=lambda row: (row["split"] != "all", row["code"] == "", row["code"]))
    cells = [[Cell(group_name(frame, row)), *counted([row["projects"], *persons(row)])] for row in rows]
    note = frame.say("institute.wards_note" if split == "ward" else "institute.resources_by")
    show_listing(
        frame, "resources", frame.say("institute.resources"), note, answer, table(columns, cells, lang),
        lambda: choose_people(frame),
    )  # fmt: skip


def group_name(frame: Frame, row: dict) -> str:
    """The words of a ward or an origin."""
    if row["split"] == "all":
        return frame.say("institute.every")
    if row["split"] == "origin":
        return said(row["code"], frame.lang)
    return frame.area("ward", row["code"]) if row["code"] else frame.say("institute.no_ward")


def persons(row: dict) -> list[int | None]:
    """Officials, young researchers, experts, residents with firms, trainees."""
    parts = [row["residents"], row["companies"]]
    others = None if parts == [None, None] else sum(part or 0 for part in parts)
    return [row["officials"], row["young_researchers"], row["experts"], others, row["trainees"]]


def counted(counts: list[int | None]) -> list[Cell]:
    """Counts; '-' where nothing was handed in."""
    return [Cell("-" if count is None else number(count)) for count in counts]


def by_year(frame: Frame) -> None:
    """People and budget by year, newest first."""
    answer = frame.ask("project_resources", ward=frame.choice.place_ward)
    names = ("year", "officials", "young", "experts", "others", "trainees", "budget")
    columns = [Column(frame.say(f"institute.col_{name}"), number=name != "year") for name in names]
    cells = [resource_row(frame, row) for row in answer.rows()[::-1]]
    title, subtitle = frame.say("institute.resources"), frame.say("institute.resources_sub")
    html = table(columns, cells, frame.lang)
    show_listing(frame, "resources", title, subtitle, answer, html, lambda: choose_people(frame))


def resource_row(frame: Frame, row: dict) -> list[Cell]:
    spent = [row["project_budget_thousand_yen"], row["institute_budget_thousand_yen"]]
    budget = None if spent == [None, None] else sum(part or 0 for part in spent)
    year = Cell(fiscal_year(row["fiscal_year"], frame.lang, short=True))
    return [year, *counted([*persons(row), budget])]
