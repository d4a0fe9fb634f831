"""The axis of fiscal years on screen: its ticks, and the rows of the labels above it."""

from dashboard.figures.flags import Flag, Place
from dashboard.figures.flags import placed as arrange
from dashboard.figures.lettering import width
from dashboard.figures.years import Label

ROW = 20  # px of one row of labels
GAP = 4  # px between a label and its line


def ticks(labels: list[Label]) -> dict:
    """Ticks of a Plotly axis."""
    return {"tickvals": [year for year, _ in labels], "ticktext": ["<br>".join(lines) for _, lines in labels]}


def placed(found: list[Flag], lang: str, pixels: Place, right_end: float) -> int:
    """Rows of labels above the plot, in px; see dashboard.figures.flags.placed."""
    return arrange(found, lambda words: width(words, lang), pixels, right_end, GAP)
