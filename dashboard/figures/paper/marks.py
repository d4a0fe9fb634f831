"""What stands in the place of a number, and what tells tones apart where colour does not."""

from dashboard.figures.palette import AXIS, PAGE, TONES
from dashboard.figures.paper.sheet import Sheet

OVER, UNDER = ("better", "better_far"), ("worse", "worse_far")


def rule(sheet: Sheet, tone: str, x: float, y: float, high: float, wide: float) -> None:
    """A rule over the number of a better cell and under that of a worse one: in grey the two hues are one.

    (x, y): the middle of the cell; high: mm from there; wide: of the rule.
    """
    if tone not in OVER + UNDER:
        return
    at = y - high if tone in OVER else y + high
    sheet.line([(x - wide / 2, at), (x + wide / 2, at)], TONES[tone][1], 1.1)


def absent_box(sheet: Sheet, why: str, x: float, y: float, wide: float, high: float) -> None:
    """The ground of a word in a number's place: hatched where withheld, dashed where there are no data, plain where
    an end is told (≥83%)."""
    if why == "withheld":
        sheet.hatched(x, y, wide, high)
    elif why == "bound":
        sheet.box(x, y, wide, high, PAGE, AXIS, 0.5)
    else:
        sheet.dashed(x, y, wide, high)
