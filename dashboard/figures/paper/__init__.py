"""Figures on paper: a FigureSpec becomes SVG at its final size, drawn by matplotlib; nothing is computed but places.

    draw(spec, width, height)   width and height in mm -> SVG text, one unit of it one point on paper
    spark(series, target, width, height)   the course in a tile

The same spec draws the screen's figure: frame and options are those of the kind's module in dashboard.figures.screen
or dashboard.figures.markup. A kind's module here says what paper adds, which is what a reader on screen points at.

The SVG holds marks, labels and the legend, which belongs to the marks it explains. Headline, subtitle, n, evidence
number and alternative text are the typesetter's. Include it without a width: it was drawn at its final size, and its
text stays text in the paper's own faces. No text is smaller than 9 pt.

Only this package imports matplotlib, and only the child process imports this package.
"""

from collections.abc import Sequence

from dashboard.figures.paper import (
    dots,
    dumbbell,
    event_study,
    funnel,
    heat,
    layers,
    likert,
    locator,
    map,
    months,
    multiples,
    pipeline,
    points,
    quadrants,
    steps,
    strips,
    traits,
    trend,
)
from dashboard.figures.paper import (
    spark as course,
)
from dashboard.figures.paper.sheet import Sheet, plain_style
from dashboard.figures.spec import FigureSpec

WRITERS = {
    "trend": trend.draw,
    "multiples": multiples.draw,
    "layers": layers.draw,
    "dots": dots.draw_values,
    "changes": dots.draw_changes,
    "map": map.draw,
    "heat": heat.draw,
    "likert": likert.draw,
    "points": points.draw,
    "locator": locator.draw,
    "strips": strips.draw,
    "pipeline": pipeline.draw,
    "months": months.draw,
    "dumbbell": dumbbell.draw,
    "event_study": event_study.draw,
    "steps": steps.draw,
    "quadrants": quadrants.draw,
    "funnel": funnel.draw,
    "traits": traits.draw,
}


def drawn(spec: FigureSpec, width: float, height: float) -> Sheet:
    """The sheet with the figure on it; width and height in mm."""
    sheet = Sheet(width, height, spec.lang)
    WRITERS[spec.kind](spec, sheet)
    return sheet


def draw(spec: FigureSpec, width: float, height: float) -> str:
    """The figure as SVG of so many mm."""
    with plain_style():
        return drawn(spec, width, height).svg()


def spark(series: Sequence[float | None], target: float | None, width: float, height: float) -> str:
    """The course in a tile as SVG of so many mm; None = a gap. No text: the typesetter's artifact."""
    with plain_style():
        sheet = Sheet(width, height, "ja")
        course.draw(series, target, sheet)
        return sheet.svg()
