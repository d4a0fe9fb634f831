"""School districts and neighbourhood associations of the demo city: names, readings, places, beginnings and ends."""

import json
import tomllib
from dataclasses import dataclass
from functools import cached_property

import shapely
from shapely.geometry import Point, shape

from dashboard.demo.draws import Draws
from dashboard.demo.seed import FOLDER, Row, table
from dashboard.settings import DATA

LEAST, MOST = 4, 18  # associations of a district
GRID = 100_000  # draws of a degree
CANDIDATES, REACH = 60, 420  # candidate centres of a district; spread of its associations, in grid steps
KANA_SUFFIX = "こうく"


@dataclass
class Association:
    """One association. size: households; members: per mille of them, None without an application."""

    code: str
    district: Row
    name: str
    kana: str
    english: str
    kind: str
    lat: float
    lon: float
    size: int
    members: int | None
    late: bool
    valid_from: str = ""
    valid_to: str = ""
    succeeded_by: str = ""

    @property
    def row(self) -> Row:
        """A line of associations.csv."""
        own = {"association": self.code, "name_ja": self.name, "name_kana": self.kana, "name_en": self.english}
        dates = {"valid_from": self.valid_from, "valid_to": self.valid_to, "succeeded_by": self.succeeded_by}
        at = {"lat": f"{self.lat:.5f}", "lon": f"{self.lon:.5f}"}
        return {**own, "ward": self.district["ward"], "district": self.district["district"], **at, **dates}


class Places:
    """All districts and associations, from places.toml, districts.csv and the outlines."""

    @cached_property
    def rules(self) -> dict:
        return tomllib.loads((FOLDER / "places.toml").read_text(encoding="utf-8"))

    def draws(self, *key: int) -> Draws:
        return Draws(self.rules["seed"], 77, *key)

    @cached_property
    def outlines(self) -> dict[str, shapely.Geometry]:
        features = json.loads((DATA / "map" / "wards.geojson").read_text(encoding="utf-8"))["features"]
        return {it["properties"]["code"]: shape(it["geometry"]) for it in features}

    @cached_property
    def districts(self) -> list[Row]:
        """districts.csv with the centre that serves each: its namesake, else the centres of the ward in turn."""
        rows = []
        for ward, rule in self.rules["ward"].items():
            own = [row for row in table("districts") if row["ward"] == ward]
            for number, row in enumerate(own):
                stem = row["name_ja"].removesuffix(row["kind"])
                centres = rule["centres"]
                rows.append({**row, "centre": stem if stem in centres else centres[number * len(centres) // len(own)]})
        return rows

    def counts(self, ward: str, number: int) -> list[int]:
        """How many associations each of a ward's districts has."""
        counts = [LEAST] * number
        left, draws = self.rules["ward"][ward]["associations"] - LEAST * number, self.draws(1, int(ward))
        while left:
            at = int(draws.below(number, 1)[0])
            if counts[at] < MOST:
                counts[at] += 1
                left -= 1
        return counts

    def centres(self, ward: str, number: int) -> list[tuple[int, int]]:
        """Points well apart inside a ward: of many drawn, always the one farthest from those chosen."""
        inside = self.inside(ward, number * CANDIDATES)
        chosen = [inside[0]]
        while len(chosen) < number:
            chosen.append(max(inside, key=lambda p: min((p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2 for q in chosen)))
        return sorted(chosen)

    def inside(self, ward: str, wanted: int) -> list[tuple[int, int]]:
        outline, draws = self.outlines[ward], self.draws(2, int(ward))
        west, south, east, north = (int(it * GRID) for it in outline.bounds)
        room = outline.buffer(-0.004)
        xs, ys = draws.below(east - west, 6 * wanted) + west, draws.below(north - south, 6 * wanted) + south
        points = zip(xs.tolist(), ys.tolist(), strict=True)
        return [p for p in points if room.contains(Point(p[0] / GRID, p[1] / GRID))][:wanted]

    def near(self, ward: str, centre: tuple[int, int], key: int, wanted: int) -> list[tuple[float, float]]:
        """Places of a district's associations round its centre, inside the ward: (lon, lat)."""
        draws, outline = self.draws(3, key), self.outlines[ward]
        east, north = draws.bell(REACH, 40 * wanted), draws.bell(REACH, 40 * wanted)
        found = [((centre[0] + e) / GRID, (centre[1] + n) / GRID) for e, n in zip(east, north, strict=True)]
        return [at for at in found if outline.contains(Point(at))][:wanted]

    @cached_property
    def associations(self) -> list[Association]:
        """Every association that ever was, by code; those that ended have numbers from 91."""
        found = []
        for ward in self.rules["ward"]:
            own = [row for row in self.districts if row["ward"] == ward]
            places = self.centres(ward, len(own))
            namer = Namer(self, ward)
            for number, (row, count) in enumerate(zip(own, self.counts(ward, len(own)), strict=True)):
                spots = self.near(ward, places[number], int(ward) * 100 + number, count + 1)
                found += [self.made(row, at + 1, namer.name(row, at), spots[at]) for at in range(count)]
        self.special(found)
        return sorted(found + self.changes(found), key=lambda it: it.code)

    def made(
        self, district: Row, number: int, named: tuple[str, str, str, str], at: tuple[float, float]
    ) -> Association:
        """One association with its households and member share."""
        code = f"{district['district']}{number:02d}"
        draws = self.draws(4, int(code.replace("-", "")))
        steps, sizes = self.rules["sizes"]["households"], self.rules["sizes"]["members"][named[3]]
        step, rest = divmod(int(draws.below(100 * (len(steps) - 1), 1)[0]), 100)
        size = steps[step] + (steps[step + 1] - steps[step]) * rest // 100
        chance = draws.below(1000, 3).tolist()
        share = sizes[0] + (sizes[1] - sizes[0]) * chance[0] // 1000
        share = None if chance[1] < self.rules["blank"] else share
        kana, english = named[1], named[2]
        return Association(
            code, district, named[0], kana, english, named[3], at[1], at[0], size, share, chance[2] < self.rules["late"]
        )

    def special(self, found: list[Association]) -> None:
        """Names that a search must cope with, on the first association of their district."""
        for district, *names in self.rules["names"]["special"]:
            one = next(it for it in found if it.district["district"] == district)
            one.name, one.kana, one.english = names

    def changes(self, found: list[Association]) -> list[Association]:
        """Foundings, and the associations that merged or were dissolved."""
        order = self.draws(5).order(len(found)).tolist()
        for day in self.rules["founded"]["days"]:
            found[order.pop()].valid_from = day
        ended = []
        for number, day in enumerate(self.rules["ended"]["days"]):
            heir = found[order.pop()]
            named = self.rules["names"]["numbered"]
            words = Namer.filled(named, heir.district, 91 + number)
            one = self.made(heir.district, 91 + number, (*words, "numbered"), (heir.lon, heir.lat))
            one.valid_to, one.succeeded_by = day, heir.code if number < self.rules["ended"]["merged"] else ""
            ended.append(one)
        return ended


class Namer:
    """Names of a ward's associations, each kind in its turn."""

    def __init__(self, places: Places, ward: str):
        self.rules, self.kinds = places.rules["names"], places.rules["ward"][ward]["kinds"]
        self.chance = places.draws(6, int(ward))
        firsts, lasts = self.rules["hamlet_first"], self.rules["hamlet_last"]
        pairs = [(first, last) for first in firsts for last in lasts]
        self.hamlets = [pairs[0], *(pairs[at] for at in self.chance.order(len(pairs)).tolist() if at != 0)]
        pairs = [(first, last) for first in self.rules["building_first"] for last in self.rules["building_last"]]
        self.buildings = [pairs[at] for at in self.chance.order(len(pairs)).tolist()]
        self.used: dict[tuple[str, str], int] = {}

    def name(self, district: Row, at: int) -> tuple[str, str, str, str]:
        """(name, reading, English, kind) of the association number `at` of a district."""
        roll, edge = int(self.chance.below(100, 1)[0]), 0
        for kind, share in self.kinds.items():
            edge += share
            if roll < edge and (named := self.of_kind(kind, district)) is not None:
                return (*named, kind)
        return (*self.filled(self.rules["numbered"], district, at + 1), "numbered")

    def of_kind(self, kind: str, district: Row) -> tuple[str, str, str] | None:
        """A name of a kind that the district does not have yet, None where they are used up."""
        number = self.used[kind, district["district"]] = self.used.get((kind, district["district"]), 0) + 1
        if kind == "hamlet" and self.hamlets:
            (a, x, p), (b, y, q) = self.hamlets.pop(0)
            end = self.rules["hamlet"]
            return a + b + end[0], x + y + end[1], f"{p}{q} {end[2]}"
        if kind == "building" and self.buildings:
            (a, p), (b, q) = self.buildings.pop(0)
            end = self.rules["hamlet"]
            return a + b + end[0], a + b + end[1], f"{p} {q} {end[2]}"
        if kind == "street" and number <= len(self.rules["streets"]):
            return self.filled(self.rules["streets"][number - 1], district, number, plain=True)
        if kind == "estate":
            return self.filled(self.rules["estate" if number == 1 else "block"], district, number - 1, plain=True)
        return None

    @staticmethod
    def filled(words: list[str], district: Row, number: int, plain: bool = False) -> tuple[str, str, str]:
        """A pattern with the district's name before it and the number in it."""
        stem = district["name_ja"].removesuffix(district["kind"])
        kana = district["name_kana"].removesuffix(KANA_SUFFIX).removesuffix("ちく")
        english = words[2].format(district=district["name_en"], n=number)
        english = english if "{district}" in words[2] else f"{district['name_en']} {english}"
        return stem + words[0].format(n=number), kana + words[1].format(n=number), english
