"""Rules of the internal network: replies run between bureaus, and agree with what each bureau is said to have sent."""

import re

import pandas as pd

from dashboard.intake.references import City, pairs
from dashboard.intake.report import Findings

PARTIES = ("行政", "住民", "企業", "商業")
BUREAU = "局"
SEPARATORS = re.compile(r"[;；、,・]")


def parties_of(written: str | None) -> list[str]:
    """'住民;企業' -> ['住民', '企業']; blank is the administration alone."""
    return [part.strip() for part in SEPARATORS.split(written or "") if part.strip()] or [PARTIES[0]]


def check_posts(city: City, posts: pd.DataFrame, findings: Findings) -> None:
    """Whoever took part is one of the four parties."""
    strange = posts[~posts["parties"].map(lambda it: set(parties_of(it)) <= set(PARTIES)).astype(bool)]
    findings.add_rows("error", "unknown_party", pairs(strange, "parties"), "parties", known=" / ".join(PARTIES))


def check_reach(city: City, reach: pd.DataFrame, findings: Findings) -> None:
    check_bureaus(city, reach, "bureau", findings)


def check_replies(city: City, replies: pd.DataFrame, findings: Findings) -> None:
    """Both ends are bureaus, and a bureau's replies to a post are as many as the table of reach says."""
    for column in ("from_bureau", "to_bureau"):
        check_bureaus(city, replies, column, findings)
    if city.has("vision_reach"):
        told = city.frames["vision_reach"].groupby(["post", "bureau"])["replies"].sum()
        sent = replies.groupby(["post", "from_bureau"])["replies"].sum()
        both = pd.concat({"told": told, "sent": sent}, axis=1).fillna(0)
        first = replies.drop_duplicates(["post", "from_bureau"])
        rows = dict(zip(zip(first["post"], first["from_bureau"], strict=True), first.index, strict=True))
        differing = both.index[both["told"] != both["sent"]]
        findings.add_rows("error", "replies_differ", [(rows.get(key), " / ".join(key)) for key in differing], "replies")


def check_bureaus(city: City, frame: pd.DataFrame, column: str, findings: Findings) -> None:
    """Every unit named is a bureau or ward office, not a department."""
    if not city.has("units"):
        return
    units = city.frames["units"]
    below = set(units["unit"]) - set(units.loc[units["level"] == BUREAU, "unit"])
    findings.add_rows("error", "not_a_bureau", pairs(frame[frame[column].isin(below)], column), column)


RULES = {"vision_posts": check_posts, "vision_reach": check_reach, "vision_replies": check_replies}


def check_network(city: City) -> None:
    """Every rule whose tables are there."""
    for name, rule in RULES.items():
        if city.has(name):
            rule(city, city.frames[name], city.findings[name])
