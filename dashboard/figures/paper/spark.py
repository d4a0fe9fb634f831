"""The course in a tile: grey runs with a gap for a gap, a dot on the last value, the target dashed.

It has no text: an ornament beside the number, which the typesetter marks as an artifact.
"""

from collections.abc import Sequence

from dashboard.figures.palette import AXIS, FOCUS, SECOND
from dashboard.figures.paper.sheet import Axis, Sheet

PAD, DOT = 1.2, 1.8  # mm around the course; of the last value's dot


def draw(series: Sequence[float | None], target: float | None, sheet: Sheet) -> None:
    """The course on its sheet; nothing where fewer than two values are known."""
    known = [(place, value) for place, value in enumerate(series) if value is not None and value == value]
    if len(known) < 2:
        return
    ends = [value for _, value in known] + ([] if target is None else [target])
    at = Axis(0, len(series) - 1, PAD, sheet.width - PAD)
    up = Axis(min(ends), max(ends), sheet.height - PAD, PAD)
    if target is not None:
        sheet.line([(0, up(target)), (sheet.width, up(target))], SECOND, 0.9, (0, (2.4, 1.6)))
    for run in runs(known):
        if len(run) > 1:
            sheet.line([(at(place), up(value)) for place, value in run], AXIS, 1.3)
        else:
            sheet.dot(at(run[0][0]), up(run[0][1]), 0.9, AXIS, None)
    place, value = known[-1]
    sheet.dot(at(place), up(value), DOT, FOCUS, None)


def runs(known: list[tuple[int, float]]) -> list[list[tuple[int, float]]]:
    """Values without a gap between them."""
    parted: list[list[tuple[int, float]]] = []
    for place, value in known:
        if parted and place - parted[-1][-1][0] == 1:
            parted[-1].append((place, value))
        else:
            parted.append([(place, value)])
    return parted
