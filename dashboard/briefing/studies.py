"""The policy institute: how far its studies came, what they brought, and why some came to nothing."""

from dataclasses import replace

from dashboard.briefing.drawings import captioned, figure
from dashboard.briefing.facts import COUNT
from dashboard.briefing.pack import Pack
from dashboard.briefing.proposals import only, study_facts
from dashboard.briefing.tables import heads, line, table
from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import NO_DATA
from dashboard.figures import place_specs
from dashboard.figures.codes import said as code_word
from dashboard.i18n import fiscal_year, number

PIPELINE, WIDE, PITCH, HEAD = (131, 66), 267, 5.8, 11  # mm
A_PAGE = 24  # outcomes of one figure
NOT_ADOPTED = "施策化に至らず"
YEARS = 6  # of people and money
PEOPLE = ("officials", "young_researchers", "experts", "residents", "companies", "trainees")


def page(pack: Pack) -> dict:
    """Stages, people and money on the left; on the right the studies that were not adopted, with their reasons."""
    facts, _ = study_facts(pack)
    counts = only(facts, "completed", "adopted", "not_adopted")
    head = pack.headline("brief.studies.headline", place=pack.place, **counts)
    pipeline = pack.ask("project_pipeline", ward=pack.chosen.ward)
    spec = place_specs.pipeline(pipeline, pack.lang)
    return {
        "kind": "studies", "code": "studies", "headline": head.words,
        "subtitle": pack.say("brief.studies.subtitle", **only(facts, "under_review", "running", "basic")),
        "pipeline": figure(pack, "pipeline", spec, pipeline, PIPELINE), "resources": resources(pack),
        "ended": ended(pack),
    }  # fmt: skip


def outcomes(pack: Pack) -> dict:
    """Every outcome against baseline and target, with its study; as many figures as they need."""
    answer = pack.ask("project_outcomes", ward=pack.chosen.ward)
    summary = pack.ask("project_summary", ward=pack.chosen.ward)
    names = ("outcomes", "outcomes_reached", "outcomes_without_target")
    counts = {name: pack.fact(f"studies.{name}", summary, name, COUNT) for name in names}
    return {
        "kind": "outcomes", "code": "outcomes", "subtitle": pack.say("brief.studies.outcomes_sub"),
        "headline": pack.headline("brief.studies.outcomes", **counts).words, "aside": pack.evidence(answer),
        "figures": [part(pack, answer, at) for at in range(0, len(answer.frame), A_PAGE)],
        "none": pack.say("institute.outcomes_none") if answer.frame.empty else "",
    }  # fmt: skip


def part(pack: Pack, answer: Answer, first: int) -> dict:
    """Outcomes from the first on, as one figure; the study stands before its outcome."""
    (row,) = pack.ask("project_summary", ward=pack.chosen.ward).rows()
    spec = place_specs.dumbbell(answer, row, pack.lang)
    rows = spec.frame.iloc[first : first + A_PAGE]
    rows = rows.assign(outcome=rows["title"] + pack.say("brief.joint") + rows["outcome"])
    size = (WIDE, HEAD + PITCH * len(rows))
    return figure(pack, f"outcomes-{first}", replace(spec, frame=rows), answer, size)


def resources(pack: Pack) -> dict:
    """People and budgets of the last years, newest first."""
    answer = pack.ask("project_resources", ward=pack.chosen.ward)
    rows = [line(resource_cells(pack, row)) for row in answer.rows()[::-1][:YEARS]]
    said = captioned(pack, pack.say("brief.studies.resources"), pack.say("brief.studies.resources_sub"), answer)
    return said | {"table": table(heads(pack, "year", *PEOPLE, "hours", "budget"), rows)}


def resource_cells(pack: Pack, row: dict) -> list[str]:
    """A year: persons by kind, hours, budgets of the studies and of the institute together."""
    spent = [row[f"{of}_budget_thousand_yen"] for of in ("project", "institute")]
    budget = None if spent == [None, None] else sum(part or 0 for part in spent)
    counts = [*(row[name] for name in PEOPLE), row["hours"], budget]
    none = pack.say("figure.no_data")
    year = fiscal_year(row["fiscal_year"], pack.lang, short=True)
    return [year, *(none if count is None else number(count) for count in counts)]


def ended(pack: Pack) -> dict:
    """Studies that came to nothing stay on the list, each with its reason."""
    answer = pack.ask("project_list", ward=pack.chosen.ward)
    count = pack.fact("studies.listed", answer, "stage", COUNT, "count", stage=NOT_ADOPTED, basic_study=False)
    rows = [row for row in answer.rows() if row["stage"] == NOT_ADOPTED and not row["basic_study"]]
    cells = (line([row[f"title_{pack.lang}"], code_word(row["reason"] or NO_DATA, pack.lang)]) for row in rows)
    made = table(heads(pack, "title", "reason"), cells, texts=range(2), wide=("auto", "1fr"))
    headline = pack.headline("brief.studies.not_adopted", count=count).words
    return captioned(pack, headline, pack.say("brief.studies.not_adopted_sub"), answer) | {"table": made}
