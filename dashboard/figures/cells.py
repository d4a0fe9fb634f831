"""Cells of a heat table: their order, and how each differs from the whole city, or which class its value falls in."""

from bisect import bisect_right

from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import hidden

MOST_ROWS = 25
THRESHOLD = 6  # in the measure's difference unit
WORSE_FAR, WORSE, UNCLEAR, BETTER, BETTER_FAR = "worse_far", "worse", "unclear", "better", "better_far"
CITY, NO_DIRECTION = "city", "no_direction"
NOTHING = {"value": None}


class Cells:
    """Cells by member and measure. Raises ValueError above 25 members: they could not be read."""

    def __init__(self, spec: FigureSpec):
        self.spec, self.city = spec, spec.option("city", "all")
        self.decimals, self.far = spec.option("decimals", 0), spec.option("threshold", THRESHOLD)
        self.classed, self.sparse = spec.option("classes", False), spec.option("sparse", False)
        rows = spec.rows()
        self.cells = {(row["member"], row["measure"]): row for row in rows}
        self.labels = {row["member"]: row["label"] for row in rows}
        self.columns = dict(spec.option("measures", {}))
        self.members = self.sorted_members()
        if len(self.members) > MOST_ROWS + 1:
            raise ValueError(f"{len(self.members) - 1} rows in a heat table (at most {MOST_ROWS})")

    def cell(self, member: str, measure: str) -> dict:
        """A row of the frame, without a value where there is none."""
        return self.cells.get((member, measure), NOTHING)

    def is_blank(self, member: str, measure: str) -> bool:
        """Whether nothing stands there: a table said to be sparse has no such cell."""
        return self.sparse and (member, measure) not in self.cells

    def sorted_members(self) -> list[str]:
        """The order given; else the city, then high to low by the sorting measure, members without a number last."""
        if order := self.spec.option("order"):
            return [member for member in order if member in self.labels]
        by = self.spec.option("sort", next(iter(self.columns), ""))

        def key(member: str) -> tuple:
            row = self.cell(member, by)
            return (member != self.city, hidden(row), 0 if hidden(row) else -row["value"])

        return sorted(self.labels, key=key)

    def n(self, member: str) -> int | None:
        """Answers behind a member's row: the most any cell has; None where none is shown."""
        rows = [row for (of, _), row in self.cells.items() if of == member]
        return max((row["n"] for row in rows if not hidden(row) and row.get("n") is not None), default=None)

    def first(self, member: str) -> dict:
        """The first cell of a member, which says why a row has no number."""
        return next(row for (of, _), row in self.cells.items() if of == member)

    def stands_out(self, member: str) -> bool:
        """The city and the focus are set bold."""
        return member in (self.city, self.spec.option("focus"))

    def tone(self, row: dict) -> str:
        """How a shown cell differs: a tone only for a difference beyond the cell's interval, and good or bad only for
        a measure with a good direction. Where cells are classed: which class of the figure's measure it falls in."""
        if row["member"] == self.city:
            return CITY
        if self.classed:
            return str(bisect_right(self.spec.measure.breaks, row["value"]))
        difference = self.difference(row)
        if difference is None:
            return UNCLEAR
        direction = self.columns[row["measure"]].direction
        if direction == "none":
            return NO_DIRECTION
        is_far = abs(difference) >= self.far
        if (difference > 0) == (direction == "up"):
            return BETTER_FAR if is_far else BETTER
        return WORSE_FAR if is_far else WORSE

    def difference(self, row: dict) -> float | None:
        """Cell minus city where the cell's interval does not contain the city's value, else None."""
        city = self.cell(self.city, row["measure"])
        if hidden(city) or hidden(row) or row.get("lo") is None or row["lo"] <= city["value"] <= row["hi"]:
            return None
        return row["value"] - city["value"]
