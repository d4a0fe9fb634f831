"""What is said of those who did not answer: how many they are, and how far their opinion could move what was found."""

from collections.abc import Iterator, Mapping

import pandas as pd

from dashboard.edition.catalogue import NO_DATA, SHOWN
from dashboard.i18n import number
from dashboard.publish.grid import KEYS
from dashboard.publish.narrator import Narrator, Said
from dashboard.publish.nonresponse import PLACES, SCORES

RATE, SHARE = "response_rate", "theme_motivation"  # the share whose bounds are told where a rate is looked at


def silence(frames: Mapping[str, pd.DataFrame], narrators: Mapping[str, Narrator], told: set[str]) -> Iterator[tuple]:
    """(keys, language -> what is said) of the city and every ward in every survey, for each measure of `told`."""
    measures = frames["measures"]
    scores = set(measures.loc[measures["kind"].isin(SCORES), "measure"])
    cells = frames["cells"]
    near = cells[cells["view"].isin(PLACES) & cells["measure"].isin({RATE, *told})]
    by_key = {tuple(cell[key] for key in KEYS): cell for cell in near.to_dict("records")}
    bounds = {tuple(row[key] for key in KEYS): row for row in frames["nonresponse"].to_dict("records")}
    for (*place, measure), cell in by_key.items():
        score = (*place, measure if measure in scores else SHARE)
        rate = by_key.get((*place, RATE))
        if rate is not None and score in by_key:
            said = {
                lang: said_of(rate, by_key[score], bounds.get(score), narrator) for lang, narrator in narrators.items()
            }
            yield {key: cell[key] for key in KEYS}, said


def said_of(rate: dict, score: dict, bound: dict | None, narrator: Narrator) -> Said:
    """Response rate, and the bounds of a score. rate, score: cells; bound: its row of `nonresponse`, if any."""
    if rate["status"] == NO_DATA and score["status"] == SHOWN:
        place = narrator.place(rate["view"], rate["member"])
        return narrator.say("roster_unknown", place=place), "", narrator.say("roster_unknown_detail")
    if (absent := narrator.absent(rate)) is not None:
        return absent
    counts = {"n": number(rate["n"]), "asked": number(rate["asked"]), "rate": number(rate["value"])}
    place = narrator.place(rate["view"], rate["member"])
    headline = narrator.say("answered_city" if rate["view"] == "city" else "answered", place=place, **counts)
    return headline, "", narrator.joined(*span(rate, score, bound, narrator))


def span(rate: dict, score: dict, bound: dict | None, narrator: Narrator) -> list[str]:
    """Between what ends the score could lie; in whole numbers, the silent being what the rate leaves of a hundred."""
    silent = number(100 - float(number(rate["value"])))
    if bound is None:
        return [narrator.say("silent_unknown", silent=silent)]
    ends = {"least": number(bound["least"]), "most": number(bound["most"]), "silent": silent}
    subject = narrator.subject(score["measure"])
    if narrator.measures[score["measure"]]["kind"] == "index":
        return [narrator.say("silent_index", subject=subject, **ends)]
    return [narrator.say("silent_share", **ends), narrator.say("silent_share_of", subject=subject)]
