"""The sheet a figure is drawn on: millimetres from its upper left corner, painted in order, text kept as text."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import matplotlib
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse, PathPatch, Polygon, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text

from dashboard.figures.palette import AXIS, INK, PAGE
from dashboard.figures.paper.typeface import MM, face, width

INCH = 25.4  # mm
SMALL, BODY, VALUE = 9, 9.5, 12  # pt: the least there is, words, and the number a figure is about
CLOSEST = 3.9  # mm from one row of words to the next
LEADING = 1.22  # line height in em
OPTICAL = 0.37  # em from the baseline to the middle of digits and kanji
# Without the reader's own settings of matplotlib, which would change the bytes.
STYLE = {"svg.fonttype": "none", "svg.hashsalt": "paper", "path.simplify": False, "hatch.linewidth": 0.6}
COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
DOTTED, DASHED, BROKEN = (0, (1.2, 1.8)), (0, (4, 2.4)), (0, (2, 1.6))
Run = Sequence[tuple[float, float]]


@contextmanager
def plain_style() -> Iterator[None]:
    """Everything drawn within is drawn as on a fresh machine; one thread at a time, for the settings are global."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(STYLE)
        yield


@dataclass(frozen=True)
class Axis:
    """A value to its place in mm: `low` stands at `start`, `high` at `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        return self.start + (value - self.low) / ((self.high - self.low) or 1) * (self.end - self.start)


def pitch_of(top: float, foot: float, count: int) -> float:
    """Height of one of so many rows, in mm. Raises ValueError where their words would touch."""
    pitch = (foot - top) / max(count, 1)
    if pitch < CLOSEST:
        raise ValueError(f"{count} rows need {count * CLOSEST:.0f} mm and have {foot - top:.0f} mm")
    return pitch


def leading(size: float = BODY) -> float:
    """Height of a line in mm."""
    return size * LEADING / MM


class Sheet:
    """width, height: mm; lang: of the words. What is drawn later lies above what was drawn before."""

    def __init__(self, width: float, height: float, lang: str):
        self.width, self.height, self.lang = width, height, lang
        self.canvas = Figure(figsize=(width / INCH, height / INCH))
        self.axes = self.canvas.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        self.axes.axis("off")
        self.drawn = 0

    def add(self, artist: Artist) -> None:
        """Paint one thing on top."""
        self.drawn += 1
        artist.set(zorder=self.drawn, clip_on=False, transform=self.axes.transData)
        self.axes.add_artist(artist)

    def say(
        self, x: float, y: float, words: str | Sequence[str], at: str = "left", size: float = BODY, bold: bool = False,
        colour: str = INK, up: str = "center", plate: str | None = None,
    ) -> None:  # fmt: skip
        """One or more lines. at: left | center | right of x; up: the block's top | center | bottom stands at y.
        plate: colour of the ground it stands on."""
        lines = [words] if isinstance(words, str) else list(words)
        high = leading(size)
        first = y + {"top": high / 2, "center": (1 - len(lines)) * high / 2, "bottom": (0.5 - len(lines)) * high}[up]
        for place, line in enumerate(lines):
            middle = first + place * high
            if plate:
                self.plate(x, middle, line, at, size, bold, plate)
            style = {"color": colour, "fontproperties": face(size, bold), "parse_math": False, "va": "baseline"}
            self.add(Text(x, middle + OPTICAL * size / MM, line, ha=at, **style))

    def plate(self, x: float, middle: float, line: str, at: str, size: float, bold: bool, colour: str) -> None:
        """A ground the width of a line: a halo would turn text into outlines."""
        wide = width(line, size, bold) + 0.8
        start = x - {"left": 0.4, "center": wide / 2, "right": wide - 0.4}[at]
        self.box(start, middle - size * 0.52 / MM, wide, size * 1.04 / MM, colour)

    def line(self, points: Run, colour: str = AXIS, wide: float = 0.6, dash: object = "-") -> None:
        """A line through points; wide in pt."""
        xs, ys = zip(*points, strict=True)
        ends = {"solid_capstyle": "butt", "dash_capstyle": "butt", "solid_joinstyle": "round"}
        self.add(Line2D(xs, ys, color=colour, linewidth=wide, linestyle=dash, **ends))

    def box(
        self, x: float, y: float, wide: float, high: float, fill: str | None, edge: str | None = None, rim: float = 0.6
    ) -> None:
        """A rectangle from its upper left corner; rim in pt."""
        self.add(Rectangle((x, y), wide, high, **filled(fill, edge, rim)))

    def hatched(self, x: float, y: float, wide: float, high: float) -> None:
        """A rectangle that shows no number: 秘匿."""
        self.add(Rectangle((x, y), wide, high, hatch="/////", **hatching()))

    def dashed(self, x: float, y: float, wide: float, high: float) -> None:
        """A rectangle with no number in it: データなし."""
        self.add(Rectangle((x, y), wide, high, linestyle=BROKEN, **filled(PAGE, AXIS, 0.6)))

    def polygon(self, points: Run, fill: str) -> None:
        """A filled shape without an outline."""
        self.add(Polygon(points, closed=True, **filled(fill, None, 0)))

    def area(
        self, rings: Iterable[Run], fill: str | None, edge: str | None = None, rim: float = 0.6, dashed: bool = False
    ) -> None:
        """Closed rings as one shape: a ring within another is a hole."""
        style = BROKEN if dashed else "-"
        self.add(PathPatch(compound(rings), linestyle=style, **filled(fill, edge, rim)))

    def hatched_area(self, rings: Iterable[Run]) -> None:
        """Closed rings, white and hatched."""
        self.add(PathPatch(compound(rings), hatch="////", **hatching()))

    def dot(self, x: float, y: float, size: float, fill: str, edge: str | None = PAGE, rim: float = 0.8) -> None:
        """A circle of so many mm across."""
        self.add(Ellipse((x, y), size, size, **filled(fill, edge, rim)))

    def diamond(self, x: float, y: float, size: float, fill: str, edge: str | None = PAGE, rim: float = 0.8) -> None:
        """A square on its corner, so many mm across."""
        half = size / 2
        corners = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
        self.add(Polygon(corners, closed=True, **filled(fill, edge, rim)))

    @property
    def texts(self) -> list[Text]:
        """Every line of text, for whoever checks where it stands."""
        return [one for one in self.axes.get_children() if isinstance(one, Text) and one.get_text()]

    def svg(self) -> str:
        """The sheet as SVG: one unit is one point on paper, the same bytes on every machine."""
        out = io.StringIO()
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        self.canvas.savefig(out, format="svg", transparent=True, metadata=nothing)
        return COMMENT.sub("", out.getvalue())


def filled(fill: str | None, edge: str | None, rim: float) -> dict:
    """How a shape is painted; None leaves it open."""
    return {"facecolor": fill or "none", "edgecolor": edge or "none", "linewidth": rim if edge else 0}


def hatching() -> dict:
    """White with grey lines at 45 degrees."""
    return {"facecolor": PAGE, "edgecolor": AXIS, "linewidth": 0.5}


def compound(rings: Iterable[Run]) -> Path:
    """Rings as one path."""
    points: list[tuple[float, float]] = []
    codes: list[int] = []
    for ring in rings:
        points += ring
        codes += [Path.MOVETO, *[Path.LINETO] * (len(ring) - 2), Path.CLOSEPOLY]
    return Path(points, codes)
