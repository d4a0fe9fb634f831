"""The organisation over time: bureaus and departments of each wave, and the tables that tell of the changes."""

from dashboard.demo.draws import Draws
from dashboard.demo.seed import Department, Row, Seed, table

BUREAU, FOUNDED = "局", "新設"  # as organisation.csv and reorganisations.csv write them
UNIT_COLUMNS = ("unit", "parent", "level", "name_ja", "name_en", "kind", "ward", "valid_from", "valid_to")
BEGINS = ("分割", FOUNDED)


class Organisation:
    """organisation.csv is the newest wave; reorganisations.csv tells what was otherwise before."""

    def __init__(self, seed: Seed):
        self.seed = seed
        self.today = seed.organisation
        self.changes = {row["unit"]: row for row in table("reorganisations")}

    def units(self) -> list[Row]:
        """units.csv: a unit that was renamed or moved has a row for each time."""
        return [row for unit in self.today for row in self.history(unit)]

    def history(self, unit: Row) -> list[Row]:
        now = {name: unit.get(name, "") for name in UNIT_COLUMNS}
        change = self.changes.get(unit["unit"])
        if change is None:
            return [now]
        now["valid_from"] = f"{change['wave']}-04-01"
        if change["kind"] in BEGINS:
            return [now]
        return [{**self.before(now, change), "valid_from": "", "valid_to": f"{change['wave']}-03-31"}, now]

    def before(self, unit: Row, change: Row) -> Row:
        """`unit` as it was before `change`."""
        earlier = {
            "parent": change["origin"],
            "kind": change["kind_before"],
            "name_ja": change["name_ja_before"],
            "name_en": change["name_en_before"],
        }
        return {**unit, **{name: it for name, it in earlier.items() if it}}

    def unit_changes(self) -> list[Row]:
        """unit_changes.csv; a unit that is simply new has no row."""
        rows = [row for row in self.changes.values() if row["kind"] != FOUNDED]
        return [
            {**row, "old": row["origin"] if row["kind"] in BEGINS else row["unit"], "new": row["unit"]} for row in rows
        ]

    def on(self, wave: str) -> dict[str, Row]:
        """unit -> its row of units.csv that holds on the first of April of the wave."""
        day = f"{wave}-04-01"
        rows = self.units()
        return {row["unit"]: row for row in rows if row["valid_from"] <= day <= (row["valid_to"] or day)}

    def departments(self, wave: str) -> list[Department]:
        """Every department of the wave with the staff asked."""
        valid, staff = self.on(wave), self.staff(wave)
        found = []
        for unit in self.today:
            row = valid.get(unit["unit"])
            if row is None or row["level"] == BUREAU:
                continue
            bureau = row["parent"]
            name, size = row["name_ja"], staff[row["unit"]]
            found.append(
                Department(row["unit"], name, unit["parent"], bureau, valid[bureau]["name_ja"], row["ward"], size)
            )
        return found

    def staff(self, wave: str) -> dict[str, int]:
        """Department -> staff asked: those of today, a little fewer each year back, with a wobble."""
        levels = self.seed.levels
        years = int(levels["latest"]) - int(wave)
        draws = Draws(levels["seed"], int(wave), 1)
        wobble = draws.below(2 * levels["wobble"] + 1, len(self.today)) - levels["wobble"]
        rate = {u["unit"]: 1000 - years * levels["growth"] + int(w) for u, w in zip(self.today, wobble, strict=True)}
        base = self.staff_before_foundings(wave)
        return {unit: count if years == 0 else (count * rate[unit] + 500) // 1000 for unit, count in base.items()}

    def staff_before_foundings(self, wave: str) -> dict[str, int]:
        """Today's staff, those of a department not yet founded counted where they came from."""
        count = {row["unit"]: int(row["staff_latest"]) for row in self.today if row["level"] != BUREAU}
        for unit, change in self.changes.items():
            if change["kind"] == FOUNDED and wave < change["wave"]:
                count[change["origin"]] += count.pop(unit)
        return count
