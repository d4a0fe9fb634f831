"""Figures that are rows of words and bars: a FigureSpec becomes escaped HTML, readable without its drawing."""

from dashboard.figures.markup import dumbbell, months, pipeline, strips, traits
from dashboard.figures.spec import FigureSpec

KINDS = {
    "strips": strips.draw,
    "pipeline": pipeline.draw,
    "months": months.draw,
    "dumbbell": dumbbell.draw,
    "traits": traits.draw,
}


def draw(spec: FigureSpec) -> str:
    """The figure as HTML, every text of the data escaped."""
    return KINDS[spec.kind](spec)
