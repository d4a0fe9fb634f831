"""Figures on screen: a FigureSpec becomes a plain Plotly dict; nothing is computed here but places."""

from dashboard.figures.screen import (
    dots,
    event_study,
    funnel,
    heat,
    layers,
    likert,
    locator,
    map,
    multiples,
    points,
    quadrants,
    steps,
    trend,
)
from dashboard.figures.spec import FigureSpec

WRITERS = {
    "trend": trend.draw,
    "multiples": multiples.draw,
    "dots": dots.draw_values,
    "changes": dots.draw_changes,
    "map": map.draw,
    "heat": heat.draw,
    "likert": likert.draw,
    "points": points.draw,
    "quadrants": quadrants.draw,
    "funnel": funnel.draw,
    "locator": locator.draw,
    "layers": layers.draw,
    "event_study": event_study.draw,
    "steps": steps.draw,
}


def draw(spec: FigureSpec) -> dict:
    """The figure as a plain dict with `data` and `layout`, for st.plotly_chart(theme=None) without validation."""
    return WRITERS[spec.kind](spec)
