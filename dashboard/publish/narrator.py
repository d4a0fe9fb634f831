"""What is said of one cell of an edition in one language, by rule: rose, fell, unclear, withheld, not held."""

from functools import cached_property

import pandas as pd

from dashboard.edition import change
from dashboard.edition.catalogue import ALL, CITY, DEPARTMENT, HEAD_OFFICE, SHOWN, WITHHELD
from dashboard.i18n import fiscal_year, number, signed, text
from dashboard.publish.trends import REORGANISED, steps

Said = tuple[str, str, str]  # headline, what stands in its bracket, detail
BOUNDS = {"≥": "at_least", "≤": "at_most"}
GAP = "gap_"  # measures that should have a target
CALLED = ("city", "ward", "bureau")  # views whose members take an article or a word beside their name


def parted(said: str) -> Said:
    """A message in its parts; the mark | stands where the bracket begins, and the detail."""
    headline, bracket, detail = (*said.split("|"), "", "")[:3]
    return headline, bracket, detail


def known(cell: dict, names: tuple[str, ...]) -> list:
    """Numbers of a cell, missing as None."""
    return [None if pd.isna(cell[name]) else cell[name] for name in names]


def verdict(cell: dict) -> str:
    """rose | fell | unclear | level: what may be said of a cell's change."""
    return change.verdict(*known(cell, ("change", "change_lo", "change_hi", "news")))


def corrected(cell: dict) -> bool:
    """Whether a change is unclear only because many are looked at together."""
    alone = change.verdict(*known(cell, ("change", "change_lo", "change_hi")))
    return alone in ("rose", "fell") and verdict(cell) == "unclear"


class Narrator:
    """Words for the cells of one edition in one language."""

    def __init__(self, frames: dict[str, pd.DataFrame], lang: str):
        self.lang = lang
        self.waves = frames["waves"].set_index("wave").to_dict("index")
        self.members = {(r["view"], r["member"]): r[f"label_{lang}"] for r in frames["members"].to_dict("records")}
        self.measures = frames["measures"].set_index("measure").to_dict("index")
        self.breaks = {
            (r["wave"], r["view"], r["member"], r["measure"]): r["kind"] for r in frames["breaks"].to_dict("records")
        }

    @cached_property
    def before(self) -> dict[str, str]:
        """The survey held before each."""
        return {new: old for old, new in steps([wave for wave, row in self.waves.items() if row["held"]])}

    def say(self, key: str, **values: object) -> str:
        return text(f"finding.{key}", self.lang, **values)

    def joined(self, *sentences: str) -> str:
        return (" " if self.lang == "en" else "").join(sentence for sentence in sentences if sentence)

    def year(self, wave: str, short: bool = False) -> str:
        return fiscal_year(self.waves[wave]["fiscal_year"], self.lang, short)

    def last(self, wave: str) -> str:
        """The survey before, by its year."""
        return self.year(self.before[wave], short=True)

    def place(self, view: str, member: str) -> str:
        """A member inside a sentence: the Urban Development Bureau, Minami Ward."""
        key = "head_office" if member == HEAD_OFFICE else view if view in CALLED else "any"
        return self.say(f"place_{key}", label=self.members[view, member])

    def subject(self, measure: str, full: bool = True) -> str:
        """What is measured. full: English has a short name for the index too."""
        entry = self.measures[measure]
        if entry["kind"] == "index":
            return self.say("motivation" if full else "index")
        label = entry[f"label_{self.lang}"]
        return self.say("item", text=label.rstrip("。.")) if entry["kind"] in ("item", "trait") else label

    def difference(self, measure: str) -> str:
        """The unit of a difference."""
        return self.measures[measure][f"difference_{self.lang}"]

    def amount(self, value: float, measure: str, decimals: int | None = None) -> str:
        """A value with its unit."""
        entry = self.measures[measure]
        shown = number(value, entry["decimals"] if decimals is None else decimals)
        return self.say("amount", value=shown, unit=entry[f"unit_{self.lang}"]).strip()

    def value(self, cell: dict) -> str:
        """The value of a cell; where its end is coded, at least or at most so much."""
        if pd.isna(cell["value"]):
            return self.say(BOUNDS[cell["bound"]], amount=self.amount(cell["bound_at"], cell["measure"]))
        return self.amount(cell["value"], cell["measure"])

    def opening(self, cell: dict, full: bool) -> str:
        """Subject, place and value. full: the city and the index by their full names."""
        is_city = cell["view"] == CITY
        key = ("opening_city" if full else "opening_short") if is_city else "opening"
        subject = self.subject(cell["measure"], full and is_city)
        return self.say(key, subject=subject, place=self.place(cell["view"], cell["member"]), value=self.value(cell))

    def moved(self, cell: dict) -> dict[str, str]:
        """The words of a change: how much, with its sign, the ends of its interval, its unit.

        mark: the unit where it follows a number of an interval, which English leaves out.
        """
        decimals = self.measures[cell["measure"]]["decimals"]
        lo, hi = ("" if end is None else signed(end, decimals) for end in known(cell, ("change_lo", "change_hi")))
        amount, unit = number(abs(cell["change"]), decimals), self.difference(cell["measure"])
        mark = "" if self.lang == "en" else unit
        return {
            "amount": amount,
            "change": signed(cell["change"], decimals),
            "lo": lo,
            "hi": hi,
            "unit": unit,
            "mark": mark,
        }

    def member(self, cell: dict) -> Said:
        """Headline, bracket and detail of one member's cell."""
        if (said := self.absent(cell)) is not None:
            return said
        goal = self.measures[cell["measure"]]["target"]
        held_against = None if pd.isna(goal) or pd.isna(cell["value"]) else goal
        headline, bracket, also = self.course(cell) if held_against is None else self.against(cell, held_against)
        adjusted = self.say("adjusted_one") if corrected(cell) else ""
        notes = (also, self.base(cell), self.untargeted(cell["measure"]), self.broken(cell), adjusted)
        return headline, bracket, self.joined(*notes)

    def course(self, cell: dict) -> Said:
        """A value and its change. The city names the survey before by its year."""
        said = verdict(cell)
        opening = self.opening(cell, full=said != "unclear")
        if pd.isna(cell["change"]):
            return parted(self.say("level", opening=opening))
        if pd.isna(cell["change_lo"]):
            return parted(self.say(f"{said}_exact", opening=opening, **self.moved(cell)))
        is_dated = cell["view"] == CITY and said != "unclear"
        last = self.last(cell["wave"]) if is_dated else ""
        return parted(self.say(f"{said}_since" if is_dated else said, opening=opening, last=last, **self.moved(cell)))

    def against(self, cell: dict, goal: float) -> Said:
        """The distance to the target; the change becomes a sentence of its own."""
        measure, said = cell["measure"], verdict(cell)
        target = self.amount(goal, measure, 0 if float(goal).is_integer() else None)
        short = number(goal - cell["value"], self.measures[measure]["decimals"])
        key = "target_reached" if cell["value"] >= goal else "target_short"
        words = {"target": target, "short": short, "unit": self.difference(measure)}
        headline = self.say(key, opening=self.opening(cell, full=False), **words)
        if said == "level":
            return headline, "", ""
        is_exact = pd.isna(cell["change_lo"])
        return headline, "", self.say(f"also_{said}_exact" if is_exact else f"also_{said}", **self.moved(cell))

    def untargeted(self, measure: str) -> str:
        """That a gap has no target, and how many of the gaps have none; '' for anything else."""
        goals = [row["target"] for name, row in self.measures.items() if name.startswith(GAP)]
        if not measure.startswith(GAP) or not pd.isna(self.measures[measure]["target"]):
            return ""
        return self.say("no_target", none=sum(pd.isna(goal) for goal in goals), total=len(goals))

    def absent(self, cell: dict, subject: str = "") -> Said | None:
        """What is said where there is no value; None where there is one. subject: if other than the measure's own."""
        view, wave = cell["view"], cell["wave"]
        if not self.waves[wave]["held"]:
            return parted(self.say("not_held", year=self.year(wave)))
        place = self.members[view, cell["member"]]
        if cell["status"] == WITHHELD:
            key = "withheld_department" if view == DEPARTMENT else "withheld"
            return self.say(key, place=place), "", self.instead(cell)
        if cell["status"] != SHOWN:
            headline = self.say("no_data", place=place, subject=subject or self.subject(cell["measure"]))
            return headline, "", self.say("no_data_detail", year=self.year(wave))
        return None

    def instead(self, cell: dict) -> str:
        """The nearest wider member that may be seen."""
        wider = (cell.get("wider_view"), cell.get("wider_member"))
        return self.say("withheld_detail", place=self.place(*(wider if wider in self.members else (CITY, ALL))))

    def base(self, cell: dict) -> str:
        """How many of how many answered, in which year."""
        year = self.year(cell["wave"])
        if pd.isna(cell["asked"]):
            return self.say("base_unknown", n=number(cell["n"]), year=year)
        return self.say("base", n=number(cell["n"]), asked=number(cell["asked"]), year=year)

    def broken(self, cell: dict) -> str:
        """Why a cell cannot be compared with the survey before; '' where no break lies between."""
        kind = self.break_kind(cell)
        is_item = self.measures[cell["measure"]]["kind"] in ("item", "trait")
        key = "unit" if kind == REORGANISED else "item" if is_item else "score"
        return "" if kind is None else self.say(f"break_{key}", year=self.year(cell["wave"], short=True))

    def break_kind(self, cell: dict) -> str | None:
        wave, view = cell["wave"], cell["view"]
        for member in (cell["member"], "*"):
            for measure in (cell["measure"], "*"):
                if kind := self.breaks.get((wave, view, member, measure)):
                    return kind
        return None
