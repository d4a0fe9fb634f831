"""From the survey's answers to what the workplace page draws beside the headings: ten traits, and what goes along.

traits(chosen, survey_traits, title)
drivers(chosen, survey_drivers, title)
"""

from dataclasses import replace

import pandas as pd

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import CITY, NO_DATA
from dashboard.figures.alt import described
from dashboard.figures.selection import Selection
from dashboard.figures.spec import FigureSpec

GAP = "gap_"  # begins the codes of the three gaps


def labelled(chosen: Selection, answer: Answer) -> pd.DataFrame:
    """Rows with the label and direction of their measures."""
    measures = [chosen.catalogue.measures[code] for code in answer.frame["measure"]]
    labels = [measure.label[chosen.lang] for measure in measures]
    return answer.frame.assign(label=labels, direction=[measure.direction for measure in measures])


def traits(chosen: Selection, answer: Answer, title: str) -> FigureSpec:
    """Ten traits of a group beside the whole city, of the city beside the last survey only."""
    rows = labelled(chosen, answer)
    rows = rows[rows["status"] != NO_DATA]
    rows = rows.assign(city_value=rows["city_value"].where(rows["view"] != CITY))
    spec = FigureSpec("traits", rows, chosen.lang, None, title, chosen.say("workplace.traits_sub"))
    return replace(spec, alt=described(spec))


def drivers(chosen: Selection, answer: Answer, title: str) -> FigureSpec:
    """Association and score of every heading and gap; says whose associations these are where they are not its own."""
    rows = labelled(chosen, answer).rename(columns={"score": "value"})
    rows = rows.assign(is_gap=rows["measure"].str.startswith(GAP))
    spec = FigureSpec("quadrants", rows, chosen.lang, None, title, whose(chosen, answer), options=wider(chosen, rows))
    return replace(spec, alt=described(spec))


def whose(chosen: Selection, answer: Answer) -> str:
    """Whose scores and whose associations are drawn."""
    if answer.frame.empty:
        return ""
    first = answer.frame.iloc[0]
    own = chosen.short_name(first["view"], first["member"])
    basis = chosen.short_name(first["basis_view"], first["basis_member"])
    return own if own == basis else chosen.say("workplace.basis", basis=basis, place=own)


def wider(chosen: Selection, rows: pd.DataFrame) -> dict:
    """What can be seen where a group's scores are withheld."""
    known = rows.dropna(subset="wider_view")
    if known.empty:
        return {}
    place = chosen.short_name(known.iloc[0]["wider_view"], known.iloc[0]["wider_member"])
    return {"instead": chosen.say("workplace.instead", place=place)}
