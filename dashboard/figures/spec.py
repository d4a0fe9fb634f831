"""What is drawn: one frozen description of a figure. Writers draw it; it holds no drawing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import pandas as pd

from dashboard.edition.catalogue import Measure

# Width and height in px that each kind is laid out for: its place at 1280 x 720, where room is scarcest.
SIZES = {
    "trend": (448, 250),
    "multiples": (644, 490),
    "dots": (290, 250),
    "changes": (356, 160),
    "map": (245, 250),
    "heat": (583, 496),
    "likert": (417, 452),
    "points": (326, 490),
    "locator": (195, 200),
    "layers": (644, 500),
    "strips": (430, 500),
    "pipeline": (500, 240),
    "months": (330, 90),
    "steps": (500, 240),
    "dumbbell": (500, 250),
    "event_study": (500, 280),
    "quadrants": (417, 430),
    "funnel": (366, 356),
    "traits": (417, 430),
}


@dataclass(frozen=True)
class FigureSpec:
    """One figure.

    kind: a key of SIZES. frame: rows as each drawing module states, values in the measure's own unit.
    lang: ja | en. measure: None for kinds that draw several or none. options: what the kind can be told beyond its
    frame; `width` and `height` (px) override SIZES.
    alt: alternative text, see dashboard.figures.alt.described. Raises ValueError for an unknown kind.
    """

    kind: str
    frame: pd.DataFrame
    lang: str
    measure: Measure | None
    headline: str = ""
    subtitle: str = ""
    alt: str = ""
    options: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        if self.kind not in SIZES:
            raise ValueError(f"unknown kind of figure: {self.kind} (known: {', '.join(SIZES)})")

    def option(self, name: str, default: object = None) -> object:
        """The option `name`, or `default` where it was left out or None."""
        value = self.options.get(name)
        return default if value is None else value

    @property
    def width(self) -> int:
        """Design width in px."""
        return self.option("width", SIZES[self.kind][0])

    @property
    def height(self) -> int:
        """Design height in px."""
        return self.option("height", SIZES[self.kind][1])

    def rows(self) -> list[dict]:
        """The frame as plain dicts, missing as None, so that `is None` tells a missing value from 0."""
        return plain_rows(self.frame)


def plain_rows(frame: pd.DataFrame) -> list[dict]:
    """Rows of any frame as dicts, missing as None."""
    return frame.astype(object).where(frame.notna(), None).to_dict("records")
