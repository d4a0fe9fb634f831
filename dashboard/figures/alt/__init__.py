"""Alternative texts: what a figure shows, said in words built from its frame."""

from collections.abc import Callable

from dashboard.figures.alt import places, survey
from dashboard.figures.alt.parts import said
from dashboard.figures.spec import FigureSpec

WRITERS: dict[str, Callable[[FigureSpec], dict]] = {
    "trend": survey.trend,
    "multiples": survey.multiples,
    "dots": survey.values,
    "changes": survey.changes,
    "map": survey.values,
    "heat": survey.heat,
    "likert": survey.likert,
    "event_study": survey.event_study,
    "quadrants": survey.quadrants,
    "traits": survey.traits,
    "points": places.points,
    "locator": places.locator,
    "layers": places.layers,
    "strips": places.strips,
    "pipeline": places.pipeline,
    "months": places.months,
    "steps": places.steps,
    "funnel": places.funnel,
    "dumbbell": places.dumbbell,
}


def described(spec: FigureSpec) -> str:
    """The alternative text of a figure in its language."""
    classed = "_classes" if spec.option("classes", False) else ""
    return said(spec, f"alt.{spec.kind}{classed}", **WRITERS[spec.kind](spec))
