"""Sentences the workplace page opens with: what goes along with motivation, and the ten traits staff give themselves.

Made by rule from the published tables. page = drivers: one for each group with associations of its own, measure =
motivation; page = traits: one for each member of a view of one attribute and each department, measure = trait.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter

import pandas as pd

from dashboard.edition.catalogue import CITY, SHOWN
from dashboard.edition.change import verdict
from dashboard.i18n import number
from dashboard.publish.narrator import Narrator, Said
from dashboard.publish.plan.codes import PAIR

MOTIVATION, TRAIT = "motivation", "trait"
MOST_LEVEL = 3  # headings whose order cannot be told that a headline still names
MOST_NAMED = 2  # traits that are named; more are read off the figure
GROUP = ["wave", "view", "member"]
CHANGES = ("change", "change_lo", "change_hi", "news")


def workplace(frames: Mapping[str, pd.DataFrame], narrators: Mapping) -> Iterator[tuple[str, dict, dict[str, Said]]]:
    """(page, keys, language -> what is said) of every sentence. narrators: by language."""
    for page, measure, groups, tell in (
        ("drivers", MOTIVATION, ranked(frames), associations),
        ("traits", TRAIT, traits(frames), self_assessed),
    ):
        for keys, rows in groups:
            said = {lang: tell(rows, narrator) for lang, narrator in narrators.items()}
            yield page, dict(zip(GROUP, keys, strict=True)) | {"measure": measure}, said


def grouped(frame: pd.DataFrame) -> Iterator[tuple[tuple, list[dict]]]:
    """(wave, view, member) and its rows, as they are sorted."""
    for keys, rows in groupby(frame.to_dict("records"), key=itemgetter(*GROUP)):
        yield keys, list(rows)


def ranked(frames: Mapping[str, pd.DataFrame]) -> Iterator[tuple[tuple, list[dict]]]:
    """Associations by group, the largest share first, equal ones as measures are sorted."""
    drivers = frames["drivers"]
    place = {measure: at for at, measure in enumerate(frames["measures"]["measure"])}
    sorted_ = drivers.assign(order=-drivers["share"], place=drivers["measure"].map(place))
    return grouped(sorted_.sort_values([*GROUP, "order", "place"]))


def traits(frames: Mapping[str, pd.DataFrame]) -> Iterator[tuple[tuple, list[dict]]]:
    """Cells of the traits by member, each with the whole city's value as `city`."""
    measures, cells = frames["measures"], frames["cells"]
    known = measures.loc[measures["kind"] == TRAIT, "measure"]
    cells = cells[cells["measure"].isin(known) & ~cells["member"].str.contains(PAIR, regex=False)]
    of_city = cells.loc[cells["view"] == CITY, ["wave", "measure", "value"]].rename(columns={"value": "city"})
    return grouped(cells.merge(of_city, on=["wave", "measure"], how="left").sort_values(GROUP, kind="stable"))


def associations(rows: list[dict], narrator: Narrator) -> Said:
    """What goes along with motivation most, or that the order cannot be told. rows: the largest share first."""
    first = rows[0]
    level = [row for row in rows if row["share_hi"] >= first["share_lo"]]
    rule = "clear" if len(level) == 1 else "level" if len(level) <= MOST_LEVEL else "unranked"
    names = [narrator.measures[row["measure"]][f"label_{narrator.lang}"] for row in level]
    quoted = narrator.say("list_joint").join(narrator.say("item", text=name) for name in names)
    headline = narrator.say(f"drivers_{rule}", place=place_of(first, narrator), names=quoted)
    shares = {name: number(first[name]) for name in ("share", "share_lo", "share_hi")}
    bracket = narrator.say("drivers_share", **shares) if rule == "clear" else ""
    r2 = narrator.say("drivers_r2", count=len(rows), r2=number(first["r2"]))
    return headline, bracket, narrator.joined(r2, narrator.say("of_year", year=narrator.year(first["wave"])))


def place_of(row: dict, narrator: Narrator) -> str:
    return narrator.members[row["view"], row["member"]]


def self_assessed(cells: list[dict], narrator: Narrator) -> Said:
    """The ten traits of one member against the whole city; of the city itself, against the last survey."""
    first, shown = cells[0], [cell for cell in cells if cell["status"] == SHOWN]
    if not shown:
        return narrator.absent(first, narrator.say("traits"))
    up, down, beside = moved(shown) if first["view"] == CITY else apart(shown)
    rule = f"traits_{beside}" if up or down or beside == "first" else f"traits_{beside}_none"
    counts = {"count": len(cells), "up": len(up), "down": len(down), "place": place_of(first, narrator)}
    sides = ((f"traits_{beside}_up", up), (f"traits_{beside}_down", down)) if len(up) + len(down) <= MOST_NAMED else ()
    named = [narrator.say(key, names=texts(some, narrator)) for key, some in sides if some]
    note = narrator.say("traits_note")
    year = narrator.say("of_year", year=narrator.year(first["wave"]))
    return narrator.say(rule, **counts), "", narrator.joined(*named, note, year)


def apart(cells: list[dict]) -> tuple[list[dict], list[dict], str]:
    """(above the whole city, below it, 'city'): whose own interval does not hold the city's value."""
    up = [cell for cell in cells if cell["lo"] > cell["city"]]  # false where either is missing
    return up, [cell for cell in cells if cell["hi"] < cell["city"]], "city"


def moved(cells: list[dict]) -> tuple[list[dict], list[dict], str]:
    """(rose, fell, 'last') on the last survey; 'first' where none can be compared."""
    known = [cell for cell in cells if not pd.isna(cell["change"])]
    said = [verdict(*(None if pd.isna(cell[name]) else cell[name] for name in CHANGES)) for cell in known]
    up, down = ([cell for cell, word in zip(known, said, strict=True) if word == side] for side in ("rose", "fell"))
    return up, down, "last" if known else "first"


def texts(cells: list[dict], narrator: Narrator) -> str:
    """Texts of the traits named."""
    return narrator.say("list_joint").join(narrator.subject(cell["measure"]) for cell in cells)
