"""What can be said of past answers and of actions after a survey: sentences by rule from the rows of an Answer."""

from collections.abc import Sequence

from dashboard.edition.statements import Statement
from dashboard.i18n import number, text

DONE = "対応済"


def counts(rows: Sequence[dict]) -> dict[str, str]:
    """How many in all, done, open, past their day and given up."""
    open_ = sum(row["is_open"] for row in rows)
    done = sum(row["state"] == DONE for row in rows)
    told = {"all": len(rows), "done": done, "open": open_, "dropped": len(rows) - open_ - done}
    return {key: number(count) for key, count in {**told, "overdue": sum(row["past_due"] for row in rows)}.items()}


def of_follow_up(answers: Sequence[dict], actions: Sequence[dict], place: str, survey: str, lang: str) -> Statement:
    """Which answers are still open, which past their day, and as of when; below it the actions after a survey.

    answers: answers_given; actions: actions; place: whose units; survey: its name.
    """
    said = {"place": place, "survey": survey}
    if not answers:
        headline = text("actions.no_answers", lang, **said)
    else:
        found = counts(answers)
        rule = "none_open" if found["open"] == "0" else "none_overdue" if found["overdue"] == "0" else "overdue"
        headline = text(f"actions.{rule}", lang, **found, **said)
    days = [row["as_of"] for row in (*answers, *actions) if row["as_of"] is not None]
    bracket = text("actions.as_of", lang, date=days[0]) if days else ""
    detail = (
        text("actions.detail", lang, **counts(actions), **said) if actions else text("actions.no_actions", lang, **said)
    )
    return Statement(headline, bracket, detail)
