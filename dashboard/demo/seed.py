"""What the demo city is made from: the small tables in data/demo/seed, read as they stand."""

import csv
import tomllib
from dataclasses import dataclass
from functools import cached_property

from dashboard.settings import DATA

FOLDER = DATA / "demo" / "seed"
Row = dict[str, str]


def table(name: str) -> list[Row]:
    """The rows of data/demo/seed/<name>.csv as text."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


class Seed:
    """Every input of the generator; scores are whole thousandths of an index point, rates per mille."""

    @cached_property
    def levels(self) -> dict:
        return tomllib.loads((FOLDER / "levels.toml").read_text(encoding="utf-8"))

    @cached_property
    def questions(self) -> list[Row]:
        return table("questionnaire")

    @cached_property
    def item_levels(self) -> dict[str, dict[str, int]]:
        rows = table("item_levels")
        return {row["item"]: {name: int(it) for name, it in row.items() if name != "item"} for row in rows}

    @cached_property
    def organisation(self) -> list[Row]:
        """The units of the newest wave: bureaus, each followed by its departments."""
        return table("organisation")

    @cached_property
    def calendar(self) -> list[Row]:
        return table("calendar")

    @cached_property
    def held(self) -> list[Row]:
        """The rows of the calendar on which a survey was held."""
        return [row for row in self.calendar if row["opened_on"]]

    @cached_property
    def exported(self) -> list[str]:
        """The waves of which single responses exist."""
        return [row["wave"] for row in self.held if row["layout"]]

    @cached_property
    def scales(self) -> list[Row]:
        return table("answer_scales")

    def members(self, scale: str) -> list[Row]:
        """The rows of one scale, in its order."""
        return [row for row in self.scales if row["scale"] == scale]

    @cached_property
    def programmes(self) -> dict[str, dict[str, int]]:
        """programme -> unit -> the year it starts there."""
        found: dict[str, dict[str, int]] = {}
        for row in table("programmes"):
            found.setdefault(row["programme"], {})[row["unit"]] = int(row["wave"])
        return found

    def asked_in(self, wave: str) -> list[Row]:
        """The questions of one wave."""
        return [q for q in self.questions if (q["first_wave"] or wave) <= wave <= (q["last_wave"] or wave)]


@dataclass(frozen=True)
class Department:
    """A department as it stood in one wave; `home` is its bureau today, `bureau` its bureau then."""

    code: str
    name: str
    home: str
    bureau: str
    bureau_name: str
    ward: str
    staff: int
