"""Shares by their denominator, with the limits that chance alone would keep: scales, curves, and which names stand.

Frame: one row an area with label, value, smoothed, denominator, status, overall, lo95, hi95, lo998, hi998 (per cent)
and beyond (high | low | None). A row without a value or limits has no point and is counted in the note beneath.
Option: of, the denominator in words.
"""

from dataclasses import dataclass

from dashboard.figures.lettering import width
from dashboard.figures.scale import Scale, even
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import absent, hidden, unit_value
from dashboard.i18n import number, text

WIDER, NARROWER = ("lo998", "hi998"), ("lo95", "hi95")
MOST = 5  # names; more would hide the points they name
ASIDE, ABOVE_AND_BELOW, LINE, GAP = 40, 130, 19, 8  # px of the screen: beside the plot, above and below, a name
Box = tuple[float, float, float, float]  # left, right, top, foot


@dataclass(frozen=True)
class Name:
    """A name beside its point: the row, its words, and which end of them is at the point: left | right."""

    row: dict
    words: str
    side: str


class Funnel:
    """What is drawn of a figure. rows: those that have a point, by denominator."""

    def __init__(self, spec: FigureSpec):
        self.spec, self.lang, every = spec, spec.lang, spec.rows()
        drawn = [row for row in every if not hidden(row) and row["overall"] is not None]
        self.rows = sorted(drawn, key=lambda row: row["denominator"])
        self.absent = [row for row in every if hidden(row)]

    @property
    def across(self) -> Scale:
        """Denominators, from zero."""
        return even(0, max(row["denominator"] for row in self.rows))

    @property
    def upward(self) -> Scale:
        """Shares; every point fits, and the limits as far as the points reach."""
        values = [row["value"] for row in self.rows]
        return even(min(values), max(values))

    def curve(self, name: str) -> list[tuple[float, float]]:
        """A limit, at the denominators there are, kept within the scale."""
        low, high = self.upward.low, self.upward.high
        return [(row["denominator"], min(max(row[name], low), high)) for row in self.rows]

    @property
    def beyond(self) -> list[dict]:
        """Rows outside the 99.8 % limits, the farthest first."""
        far = [row for row in self.rows if row["beyond"] is not None]
        return sorted(far, key=lambda row: -max(row["value"] - row["hi998"], row["lo998"] - row["value"]))

    def names(self) -> list[Name]:
        """Names of rows beyond the limits, the farthest first, as many as stand on the screen's plot without meeting.

        Reckoned for the screen, where room is scarcest, so that paper prints the same ones.
        """
        wide, high = self.spec.width - ASIDE, self.spec.height - ABOVE_AND_BELOW
        found: list[Name] = []
        taken: list[Box] = []
        for row in self.beyond:
            words = f"{row['label']} {unit_value(row['value'], self.spec.measure, self.lang)}"
            x, y = self.place(row, wide, high)
            long = width(words, self.lang)
            for side, left in (("left", x + GAP), ("right", x - GAP - long)):
                box = (left, left + long, y - LINE / 2, y + LINE / 2)
                if box[0] >= 0 and box[1] <= wide and box[2] >= 0 and box[3] <= high and free(box, taken):
                    found.append(Name(row, words, side))
                    taken.append(box)
                    break
            if len(found) == MOST:
                break
        return found

    def place(self, row: dict, wide: float, high: float) -> tuple[float, float]:
        """A point on a plot so wide and high, from its upper left corner."""
        x, y = self.across, self.upward
        across = (row["denominator"] - x.low) / (x.high - x.low) * wide
        return across, (y.high - row["value"]) / (y.high - y.low) * high

    @property
    def words(self) -> dict[str, str]:
        """What runs upward and across, what the lines are, and how many have no point."""
        said = {"measure": self.spec.measure.label[self.lang], "of": self.spec.option("of", "")}
        counts: dict[str, int] = {}
        for row in self.absent:
            word = absent(row, self.lang)
            counts[word] = counts.get(word, 0) + 1
        missing = [text("figure.funnel.absent", self.lang, why=why, count=number(n)) for why, n in counts.items()]
        found = {name: text(f"figure.funnel.{name}", self.lang, **said) for name in ("upward", "across", "lines")}
        return found | {"absent": text("figure.funnel.joint", self.lang).join(missing)}


def free(box: Box, taken: list[Box]) -> bool:
    """Whether a box meets none of those taken."""
    return all(box[1] < one[0] or one[1] < box[0] or box[3] < one[2] or one[3] < box[2] for one in taken)
