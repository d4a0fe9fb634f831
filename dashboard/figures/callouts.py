"""Where the names of a map stand: inside an outline that has room, else outside at the end of a leader line."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from shapely import LineString, MultiPolygon, box, prepare
from shapely.ops import unary_union

from dashboard.figures.lettering import widest, width

LINES = 36  # px that a name over its value takes
INK_HEIGHT = 32  # px of it that carry ink
INSIDE, INSIDE_ON_GROUND = 0.97, 0.8  # share of a text that must lie within its outline; less on a white ground
LEADER = 0.8  # km from the easternmost border to the column of callouts
WEST, ROUND = 3.6, 0.8  # km of land around: the sea's name stands in the west
STEP = 0.5  # km between the places tried
NUDGES = 8  # quarters of a kilometre that a text may move from its anchor
NEAR = 9  # km within which the name of the sea may move


@dataclass(frozen=True)
class Label:
    """What stands at one outline: anchor (km, where there is most room), two lines of text, on a ground or not."""

    code: str
    x: float
    y: float
    lines: tuple[str, str]
    shape: MultiPolygon
    grounded: bool = False


@dataclass(frozen=True)
class Window:
    """The stretch of the plane a map shows, in km, and its scale in px a km."""

    west: float
    east: float
    south: float
    north: float
    scale: float


@dataclass(frozen=True)
class Callout:
    """A label set outside: the leader runs from its anchor to (x, y), where the text begins."""

    label: Label
    x: float
    y: float


def fits(label: Label, lang: str, scale: float) -> bool:
    """Whether name and value, at this scale (px a km), lie within the outline around their anchor."""
    half = max(width(label.lines[0], lang), width(label.lines[1], lang, bold=True)) / 2 / scale
    text = box(label.x - half, label.y - INK_HEIGHT / 2 / scale, label.x + half, label.y + INK_HEIGHT / 2 / scale)
    share = text.intersection(label.shape).area / text.area
    return share >= (INSIDE_ON_GROUND if label.grounded else INSIDE)


def settled(label: Label, lang: str, view: Window) -> tuple[float, float]:
    """The place nearest to a label's anchor, km, where its text lies wholly within its outline; else the anchor."""
    half = widest(list(label.lines), lang, bold=True) / 2 / view.scale
    high = LINES / 2 / view.scale
    prepare(label.shape)
    moves = [k * STEP / 2 for k in range(-NUDGES, NUDGES + 1)]
    tried = sorted(product(moves, moves), key=lambda move: math.hypot(*move))
    for east, north in tried:
        x, y = label.x + east, label.y + north
        if label.shape.contains(box(x - half, y - high, x + half, y + high)):
            return x, y
    return label.x, label.y


def bounds(labels: Sequence[Label]) -> tuple[float, float, float, float]:
    """West, south, east and north end of all outlines, km."""
    every = [label.shape.bounds for label in labels] or [(0, 0, 1, 1)]
    return (
        min(b[0] for b in every), min(b[1] for b in every), max(b[2] for b in every), max(b[3] for b in every),
    )  # fmt: skip


def window(
    labels: Sequence[Label], outside: Sequence[Label], lang: str, size: tuple[float, float], before: float = WEST
) -> Window:
    """The window that shows all outlines and, east of them, the callouts, as large as `size` (px) allows.

    before: km of land west of them.
    """
    west, south, east, north = bounds(labels)
    columns = [max(width(line, lang, bold=True) for line in label.lines) for label in outside]
    reserved = max(columns) + 12 if columns else 0
    after = LEADER if columns else ROUND
    scale = min(size[1] / (north - south + 2 * ROUND), (size[0] - reserved) / (east - west + before + after))
    spare = size[0] / scale - (east - west + before + after + reserved / scale)
    start, middle, half = west - before - spare / 2, (south + north) / 2, size[1] / scale / 2
    return Window(start, start + size[0] / scale, middle - half, middle + half, scale)


def arrange(
    labels: Sequence[Label], lang: str, size: tuple[float, float], before: float = WEST
) -> tuple[Window, list[Label], list[Callout]]:
    """Window, labels that stand inside, callouts. Taking room for callouts shrinks the map, so it is tried until
    no further label has to move out."""
    outside: list[Label] = []
    while True:
        view = window(labels, outside, lang, size, before)
        too_tight = [label for label in labels if label in outside or not fits(label, lang, view.scale)]
        if len(too_tight) == len(outside):
            break
        outside = too_tight
    inside = [label for label in labels if label not in outside]
    return view, inside, set_out(outside, inside, labels, view, lang)


def set_out(
    outside: Sequence[Label], inside: Sequence[Label], labels: Sequence[Label], view: Window, lang: str
) -> list[Callout]:
    """Give every label outside its height in the column east of the outlines, the easternmost first."""
    if not outside:
        return []
    column = bounds(labels)[2] + LEADER
    texts = [text_box(label.x, label.y, label, view, lang, centred=True) for label in inside]
    placed: list[Callout] = []
    for label in sorted(outside, key=lambda label: -label.x):
        others = [other.shape for other in labels if other.code != label.code]
        tried = [Callout(label, column, height) for height in heights(view)]
        placed.append(min(tried, key=lambda one: cost(one, others, texts, placed, view, lang)))
    return placed


def heights(view: Window) -> list[float]:
    """Heights at which a callout may stand, wholly inside the window."""
    edge = LINES / view.scale / 2
    return steps(view.south + edge, view.north - edge)


def cost(one: Callout, others: list, texts: list, placed: list[Callout], view: Window, lang: str) -> float:
    """How much a place disturbs: km of leader over other outlines, its length, and what must not happen at all."""
    leader = LineString([(one.label.x, one.label.y), (one.x, one.y)])
    own = text_box(one.x, one.y, one.label, view, lang)
    over = sum(leader.intersection(shape).length for shape in others)
    struck = sum(leader.intersects(text) for text in texts) + sum(own.intersects(shape) for shape in others)
    for other in placed:
        taken = text_box(other.x, other.y, other.label, view, lang).buffer(6 / view.scale)
        run = LineString([(other.label.x, other.label.y), (other.x, other.y)])
        struck += taken.intersects(own) + taken.intersects(leader) + run.intersects(leader) + run.intersects(own)
    return 100 * struck + over + 0.3 * leader.length


def text_box(x: float, y: float, label: Label, view: Window, lang: str, centred: bool = False):
    """The rectangle a label's text covers, km; (x, y) is its middle, or the middle of its left edge."""
    wide = widest(list(label.lines), lang, bold=True) / view.scale
    half = LINES / view.scale / 2
    west = x - wide / 2 if centred else x
    return box(west, y - half, west + wide, y + half)


def free_place(
    x: float, y: float, lines: list[str], shapes: list, view: Window, lang: str
) -> tuple[float, float] | None:
    """The place nearest to (x, y), km, where a text of these lines covers no outline; None if there is none near."""
    half_x, half_y = widest(lines, lang) / 2 / view.scale, len(lines) * LINES / 4 / view.scale
    land = unary_union(shapes)
    prepare(land)
    wests = steps(view.west + half_x, view.east - half_x)
    souths = steps(view.south + half_y, view.north - half_y)
    near = [place for place in product(wests, souths) if math.dist(place, (x, y)) <= NEAR]
    for east, north in sorted(near, key=lambda place: math.dist(place, (x, y))):
        if not land.intersects(box(east - half_x, north - half_y, east + half_x, north + half_y)):
            return east, north
    return None


def steps(low: float, high: float) -> list[float]:
    """Places half a kilometre apart from low to high."""
    return [low + k * STEP for k in range(int((high - low) / STEP) + 1)]
