"""What became of the institute's studies: their stages, the time it took, and what was lost at each stage."""

from datetime import date
from html import escape

from dashboard.edition.answer import Answer
from dashboard.figures import place_specs
from dashboard.figures.codes import said
from dashboard.i18n import number
from dashboard.ui.frame import Frame
from dashboard.ui.listing import Cell, Column, show_listing, table
from dashboard.ui.panels import choose, tell
from dashboard.ui.show import show

ENDS = (6, 7, 8)  # 施策化, 評価, 施策化に至らず: nothing is lost from there
CHOOSER = 110  # px


def of_place(frame: Frame, name: str) -> Answer:
    """A question about the studies of the chosen ward and origin."""
    return frame.ask(name, ward=frame.choice.place_ward, origin=frame.choice.origin)


def courses(frame: Frame) -> None:
    """The stages with counts and days, the time to adoption, or what became of the studies at each stage."""
    {"stages": pipeline, "time": adoption, "loss": losses}[frame.choice.studies](frame)


def choose_course(frame: Frame) -> None:
    choose(frame, "studies", CHOOSER)


def pipeline(frame: Frame) -> None:
    """Stages with counts and days."""
    answer = of_place(frame, "project_pipeline")
    spec = place_specs.pipeline(answer, frame.lang)
    show(frame, "pipeline", spec.headline, spec, answer, chooser=lambda: choose_course(frame))


def adoption(frame: Frame) -> None:
    """How long it took until studies were adopted or not; of a few a list."""
    answer = of_place(frame, "project_adoption")
    row = answer.rows()[0]
    if row["days"] is None:
        few(frame, answer, row)
        return
    spec = place_specs.adoption(answer, frame.lang)
    show(frame, "adoption", spec.headline, spec, answer, chooser=lambda: choose_course(frame))
    tell(frame, remarks(frame, row))


def remarks(frame: Frame, row: dict) -> str:
    """When half of them were decided and adopted, what dates were taken for, and whether the origins differ."""
    halves = {
        "half": place_specs.half_decided(row, frame.lang),
        "adopted": place_specs.years(row["adopted_days"], frame.lang),
    }
    told = frame.say("institute.time_note", **halves)
    told += frame.say("institute.time_rough", rough=number(row["rough"])) if row["rough"] else ""
    if row["origins_differ"] is None:
        return told
    return told + frame.say("institute.origins_differ" if row["origins_differ"] else "institute.origins_same")


def few(frame: Frame, answer: Answer, row: dict) -> None:
    """Fewer studies than a curve needs, one by one: where each came and how long it has taken."""
    lang, studies = frame.lang, of_place(frame, "project_list")
    rows = [one for one in studies.rows() if not one["basic_study"]]
    cells = [[Cell(one[f"title_{lang}"]), Cell(said(one["stage"], lang)), Cell(elapsed(one))] for one in rows]
    names = ("project", "result", "elapsed")
    columns = [Column(frame.say(f"institute.col_{name}"), name == "elapsed", name == "project") for name in names]
    note = frame.say("institute.time_few", count=number(row["projects"]))
    html = f"<p>{escape(note)}</p>" + (table(columns, cells, lang) if cells else "")
    show_listing(frame, "few", frame.say("institute.time"), "", answer, html, lambda: choose_course(frame))


def elapsed(study: dict) -> str:
    """Years from the start to the stage a study has come to; '-' where only a year is known."""
    if study["entered_is_year"]:
        return "-"
    days = date.fromisoformat(study["entered"]) - date.fromisoformat(study["started_on"])
    return place_specs.in_years(days.days)


def losses(frame: Frame) -> None:
    """At each stage: who came, who went on, who is there, and who was not adopted from there."""
    answer, lang = of_place(frame, "project_pipeline"), frame.lang
    names = ("reached", "went_on", "current", "lost")
    heads = ("stage", "reached", "went_on", "here", "lost", "kept")
    columns = [Column(frame.say(f"institute.col_{head}"), number=head != "stage") for head in heads]
    rows = [row for row in answer.rows() if row["stage_no"] not in ENDS]
    cells = [
        [Cell(said(row["stage"], lang)), *(Cell(number(row[name])) for name in names), Cell(kept(frame, row))]
        for row in rows
    ]
    subtitle = frame.say("institute.loss_sub", projects=number(rows[0]["projects"]))
    html = table(columns, cells, lang)
    show_listing(frame, "loss", frame.say("institute.loss"), subtitle, answer, html, lambda: choose_course(frame))


def kept(frame: Frame, row: dict) -> str:
    """How many of those who have left a stage went on; never a bare percentage."""
    left = row["went_on"] + row["lost"]
    return frame.say("institute.fraction", count=number(row["went_on"]), of=number(left)) if left else "-"
