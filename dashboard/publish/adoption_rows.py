"""How long studies took, in an edition: the city, its wards and the origins, as counts and as curves.

A study without a ward of its own is of every ward. An adoption counts only with the number of a document.
"""

import datetime
from itertools import product

import pandas as pd

from dashboard.edition.catalogue import ALL
from dashboard.publish.adoption import ADOPTED, NOT_ADOPTED, OPEN, WHOLE, log_rank, median, shares
from dashboard.publish.areas import Tables

ENDS = {"施策化": ADOPTED, "施策化に至らず": NOT_ADOPTED}
KINDS = {"adopted": ADOPTED, "not_adopted": NOT_ADOPTED, "open": OPEN}
FEWEST = 5  # studies of a curve; fewer are a list
LEVEL = 0.05
MID_YEAR = (10, 1)  # month and day that stand for a fiscal year of which no more is known


def ended(stages: pd.DataFrame) -> pd.DataFrame:
    """project, entered, entered_is_year and end of every study adopted, or at 施策化に至らず now."""
    counted = stages[(stages["stage"].map(ENDS) != ADOPTED) | stages["document_no"].notna()]
    counted = counted.sort_values(["project", "entered", "stage_no"])
    adopted = counted[counted["stage"].map(ENDS) == ADOPTED].drop_duplicates("project")
    last = counted.drop_duplicates("project", keep="last")
    dropped = last[(last["stage"].map(ENDS) == NOT_ADOPTED) & ~last["project"].isin(adopted["project"])]
    both = pd.concat([adopted, dropped])
    return both.assign(end=both["stage"].map(ENDS))[["project", "entered", "entered_is_year", "end"]]


def followed(projects: pd.DataFrame, stages: pd.DataFrame, as_of: datetime.date | None) -> pd.DataFrame:
    """project, origin, days, end and is_rough (its end is known by the year only) of every study but basic ones.

    as_of: the day of the data, None where no table of places names one. No study is watched for less than a day.
    """
    found = projects.loc[~projects["basic_study"].astype(bool), ["project", "origin", "started_on"]]
    found = found.merge(ended(stages), on="project", how="left")
    today = max([*stages["entered"], *([] if as_of is None else [as_of])])
    rough = found["entered_is_year"].eq(True)
    stops = [
        today if pd.isna(on) else on.replace(month=MID_YEAR[0], day=MID_YEAR[1]) if is_year else on
        for on, is_year in zip(found["entered"], rough, strict=True)
    ]
    days = [max((stop - start).days, 1) for stop, start in zip(stops, found["started_on"], strict=True)]
    found = found.assign(days=days, end=found["end"].fillna(OPEN).astype(int), is_rough=rough)
    return found[["project", "origin", "days", "end", "is_rough"]]


def adoption_rows(tables: Tables) -> Tables:
    """adoption_groups and adoption_steps of an edition; none without studies and their stages."""
    if "projects" not in tables or "project_stages" not in tables:
        return {}
    days = tables["places_as_of"]["as_of"]
    as_of = None if days.empty else days.iloc[0]
    studies = followed(tables["projects"], tables["project_stages"], as_of)
    wards, steps, groups = tables["project_wards"], [], []
    for ward, origin in product([ALL, *sorted(wards["ward"].unique())], [ALL, *sorted(studies["origin"].unique())]):
        elsewhere = set(wards["project"]) - set(wards.loc[wards["ward"] == ward, "project"])
        chosen = studies[(ward == ALL) | ~studies["project"].isin(elsewhere)]
        chosen = chosen[(origin == ALL) | (chosen["origin"] == origin)]
        groups.append({"ward": ward, "origin": origin, **group(chosen, with_origins=ward == ALL and origin == ALL)})
        if len(chosen) >= FEWEST:
            steps.append(curve(chosen).assign(ward=ward, origin=origin))
    columns = pd.DataFrame(groups).astype({"origins_differ": object})
    return {"adoption_groups": columns} | ({"adoption_steps": pd.concat(steps, ignore_index=True)} if steps else {})


def group(studies: pd.DataFrame, with_origins: bool) -> dict:
    """Counts of a group and, from FEWEST studies on, when half are decided and when half are adopted.

    with_origins: whether the origins are compared; never by ward.
    """
    ends = studies["end"].to_numpy()
    counts = {name: int((ends == end).sum()) for name, end in KINDS.items()}
    found = {"projects": len(ends), **counts, "rough": int(studies["is_rough"].sum())}
    empty = dict.fromkeys(("median_days", "median_lo", "median_hi", "adopted_days", "origins_differ"))
    if len(ends) < FEWEST or not (ends > OPEN).any():
        return found | empty
    days = studies["days"].to_numpy()
    half, lo, hi = median(days, ends > OPEN)
    reached = shares(days, ends).query(f"adopted >= {WHOLE / 2}")["days"]
    half_adopted = None if reached.empty else float(reached.iloc[0])
    told = {"median_days": half, "median_lo": lo, "median_hi": hi, "adopted_days": half_adopted}
    return found | told | {"origins_differ": is_different(studies) if with_origins else None}


def is_different(studies: pd.DataFrame) -> bool | None:
    """Whether studies of one origin are adopted sooner than those of another; None where fewer than two have FEWEST."""
    sizes = studies["origin"].value_counts()
    compared = studies[studies["origin"].isin(sizes.index[sizes >= FEWEST])]
    if compared["origin"].nunique() < 2:
        return None
    days, is_adopted = compared["days"].to_numpy(), compared["end"].to_numpy() == ADOPTED
    return bool(log_rank(days, is_adopted, compared["origin"].to_numpy())[1] < LEVEL)


def curve(studies: pd.DataFrame) -> pd.DataFrame:
    """The shares of a group from the first day, on which all are undecided, to the longest that one was watched."""
    days, ends = studies["days"].to_numpy(), studies["end"].to_numpy()
    start = {"days": 0, "at_risk": len(days), "undecided": float(WHOLE), "adopted": 0.0, "not_adopted": 0.0}
    steps = [pd.DataFrame([start])]
    if (ends > OPEN).any():
        steps.append(shares(days, ends))
    steps = pd.concat(steps, ignore_index=True).reindex(columns=[*start, "adopted_lo", "adopted_hi"])
    watched = int(days.max())
    if steps["days"].iloc[-1] < watched:
        at_risk = int((days == watched).sum())
        steps = pd.concat([steps, steps.iloc[[-1]].assign(days=watched, at_risk=at_risk)], ignore_index=True)
    return steps.astype({"days": int, "at_risk": int})
