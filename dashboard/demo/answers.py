"""What people answer: a score for each person, compared with cut points for each item."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from dashboard.demo.draws import Draws
from dashboard.demo.people import People
from dashboard.demo.seed import Seed

BLANK = -1
UNSURE = 0
STANDING = 5  # key of the draws that hold for every wave


def effects(seed: Seed, people: People) -> dict[str, np.ndarray]:
    """programme -> what it adds to each department's score in this wave."""
    year = int(people.wave)
    found = {}
    for programme, effect in seed.levels["effects"].items():
        starts = seed.programmes[programme]
        begun = [starts.get(it.code, starts.get(it.bureau)) for it in people.departments]
        works = np.array([start is not None and year >= start + effect["after"] for start in begun])
        found[programme] = works * effect["score"]
    return found


def early_rise(seed: Seed, people: People) -> np.ndarray:
    """What the departments that rise before their start have gained by this wave."""
    rule = seed.levels["rise"]
    starts = seed.programmes[rule["programme"]]
    waves = [wave for wave in seed.exported if wave < rule["start"]]
    steps = sum(wave <= people.wave for wave in waves[1:])
    rises = [it.home == rule["bureau"] and starts.get(it.code) == int(rule["start"]) for it in people.departments]
    return np.array(rises) * steps * rule["score"]


def standing(seed: Seed) -> tuple[dict[str, int], dict[str, int]]:
    """What bureaus and departments add in every wave: drawn once, for the organisation of today."""
    spread, draws = seed.levels["spread"], Draws(seed.levels["seed"], STANDING)
    codes = [unit["unit"] for unit in seed.organisation]
    bureaus = [unit["unit"] for unit in seed.organisation if unit["parent"] == ""]
    drawn = draws.bell(spread["bureau"], len(bureaus))
    own = draws.bell(spread["department"], len(codes))
    return dict(zip(bureaus, drawn.tolist(), strict=True)), dict(zip(codes, own.tolist(), strict=True))


def scores(seed: Seed, people: People) -> np.ndarray:
    """Each person's score, in thousandths of an index point, before any programme's effect."""
    levels, wave = seed.levels, people.wave
    draws = Draws(levels["seed"], int(wave), 4)
    bureau, department = standing(seed)
    lasting = [bureau[it.home] + department[it.code] + levels["ward"].get(it.ward, 0) for it in people.departments]
    passing = draws.bell(levels["spread"]["wave"], len(people.departments))
    of_place = np.array(lasting) + passing + early_rise(seed, people)
    base = next(int(row["level"]) for row in seed.held if row["wave"] == wave)
    of_person = np.array(levels["age"]["score"])[people.age] + np.array(levels["grade"]["score"])[people.grade]
    return base + of_place[people.place] + of_person + draws.bell(levels["spread"]["person"], len(people))


@dataclass(frozen=True)
class Sheet:
    """The answers of one wave: item -> codes 5..1, 0 (UNSURE) or -1 (BLANK), one entry a respondent."""

    people: People
    items: dict[str, np.ndarray]


class Wave:
    """The fixed chance of one wave's answers, so that the same people can answer with and without an effect."""

    def __init__(self, seed: Seed, people: People):
        self.seed, self.people = seed, people
        self.score = scores(seed, people)
        self.effects = {name: added[people.place] for name, added in effects(seed, people).items()}

    def sheet(self, themes: Iterable[str] | None = None, without: str | None = None) -> Sheet:
        """Answers to the items of `themes` (None: all), with every effect but `without`."""
        added = sum(effect for name, effect in self.effects.items() if name != without)
        score = self.score + added
        asked = self.seed.asked_in(self.people.wave)
        return Sheet(
            self.people, {q["item"]: self.answer(q, score) for q in asked if themes is None or q["theme"] in themes}
        )

    def answer(self, question: dict, score: np.ndarray) -> np.ndarray:
        """The codes of one item."""
        levels, item = self.seed.levels, self.seed.item_levels[question["item"]]
        year, theme = int(self.people.wave), levels["themes"][question["theme"]]
        draws = Draws(levels["seed"], year, 6, *question["item"].encode())
        drift = theme["drift"] * (year - int(levels["latest"]))
        feeling = Draws(levels["seed"], year, 7, *question["theme"].encode()).bell(theme["spread"], len(score))
        latent = item["loading"] * (score - levels["middle"]) // 1000 + item["level"] + drift + feeling
        latent += draws.bell(levels["spread"]["item"], len(score))
        steps = (latent[:, None] > np.array(levels["cuts"])).sum(axis=1)
        codes = 5 - steps if question["reversed"] == "1" else 1 + steps
        chance = draws.below(1000, len(score))
        codes = np.where(chance < item["blank"] + item["unsure"], UNSURE, codes)
        return np.where(chance < item["blank"], BLANK, codes)
