"""Points on paper; frame and options as in dashboard.figures.screen.points.

Beyond the screen: where the map closes in on a ward, a name carries its value, as many as have room. A crossed circle
is 秘匿, a small ring データなし.
"""

import math
from collections.abc import Callable, Iterator

from shapely import prepare
from shapely.ops import unary_union

from dashboard.figures.legends import why
from dashboard.figures.outlines import area, bordered, class_of, grid, rings
from dashboard.figures.palette import AXIS, CLASSES, INK, LAND, MUTED, PAGE
from dashboard.figures.paper.key import Key
from dashboard.figures.paper.plane import Box, Plane, around
from dashboard.figures.paper.sheet import BODY, SMALL, Sheet, leading
from dashboard.figures.paper.typeface import width
from dashboard.figures.spec import FigureSpec, plain_rows
from dashboard.figures.words import hidden, value_text

ROUND, STEP = 0.8, 0.7  # km of land around, and between the places tried for a ward's name
DOT, CHOSEN, NONE = 2.6, 4.0, 1.7  # mm of a point, of the one chosen, of one without data
NEAR = 0.5  # mm from a point to its name
Place = tuple[float, float]


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet."""
    Points(spec, sheet).draw()


class Points:
    """The map, and what of it is taken by points and names."""

    def __init__(self, spec: FigureSpec, sheet: Sheet):
        self.spec, self.sheet = spec, sheet
        self.ward, self.chosen = spec.option("ward"), spec.option("chosen")
        wards = [one for one in plain_rows(spec.option("outlines")) if one["layer"] == "ward"]
        self.wards = [one for one in wards if self.ward in (None, one["code"])]
        placed = [row for row in bordered(spec) if row["x"] is not None]
        self.rows = sorted(placed, key=lambda row: row["code"] == self.chosen)  # the one chosen lies on top
        self.key = Key(spec, sheet.width)
        self.field = Box(0, 0, sheet.width, sheet.height - self.key.height - 2)
        self.plane = Plane(around(self.wards, ROUND), sheet.width, self.field.foot)
        self.bare = [row for row in self.rows if not row["rings"]]
        self.taken = [self.dot_box(row) for row in self.bare]

    def draw(self) -> None:
        """Land, names of the wards beneath the points, points, their names, scale bar and legend."""
        for one in self.wards:
            self.sheet.area([self.plane.ring(ring) for ring in rings(one["rings"])], LAND, AXIS, 0.7)
        self.areas([row for row in self.rows if row["rings"]])
        if self.ward is None:
            self.name_wards()
        for row in self.bare:
            self.point(row)
        for row in reversed(self.rows):
            if self.ward is not None or row["code"] == self.chosen:
                self.name(row)
        self.plane.scale_bar(self.sheet, [area(one["rings"]) for one in self.wards], self.field.foot)
        self.key.draw(self.sheet, 0, self.sheet.height - self.key.height, sign if self.bare else None)

    def areas(self, filled: list[dict]) -> None:
        """Areas whose borders are known in the colour of their class, hatched without a number; wards around them."""
        for row in filled:
            shape = [self.plane.ring(ring) for ring in rings(row["rings"])]
            edge, rim = (INK, 1.8) if row["code"] == self.chosen else (AXIS, 0.6)
            if hidden(row):
                self.sheet.hatched_area(shape)
            fill = None if hidden(row) else CLASSES[class_of(row["value"], self.spec.measure.breaks)]
            self.sheet.area(shape, fill, edge, rim)
        for one in self.wards if filled else []:
            self.sheet.area([self.plane.ring(ring) for ring in rings(one["rings"])], None, MUTED, 1.2)

    def at(self, row: dict) -> Place:
        """Where an area's point stands on the sheet."""
        return self.plane.at(row["x"], row["y"])

    def dot_box(self, row: dict) -> Box:
        """What a point covers."""
        (x, y), half = self.at(row), (CHOSEN if row["code"] == self.chosen else DOT) / 2
        return Box(x - half, y - half, x + half, y + half)

    def point(self, row: dict) -> None:
        """One area's mark."""
        is_chosen = row["code"] == self.chosen
        size, edge, rim = (CHOSEN, INK, 1.8) if is_chosen else (DOT, AXIS, 0.6)
        if hidden(row):
            no_number(self.sheet, why(row), *self.at(row), edge, rim)
        else:
            fill = CLASSES[class_of(row["value"], self.spec.measure.breaks)]
            self.sheet.dot(*self.at(row), size, fill, edge, rim)

    def is_free(self, box: Box) -> bool:
        """Whether a text may stand there."""
        return box.within(self.field) and not any(box.meets(other) for other in self.taken)

    def name_wards(self) -> None:
        """Names of the wards: where they lie within and cover no point, else off the land at the end of a leader."""
        land = unary_union([area(ward["rings"]) for ward in self.wards])
        prepare(land)
        everywhere = grid(self.plane.bounds(self.sheet.width, self.field.foot), STEP)
        for ward in self.wards:
            words, shape = ward[f"label_{self.spec.lang}"], area(ward["rings"])
            anchor = (ward["label_x"], ward["label_y"])
            inside = self.nearest([anchor, *grid(shape.bounds, STEP)], anchor, words, shape.contains)
            off = None if inside else self.nearest(everywhere, anchor, words, lambda box: not land.intersects(box))
            x, y = self.plane.at(*(inside or off or anchor))
            if off:
                (start, top), half = self.plane.at(*anchor), width(words, BODY, True) / 2
                self.sheet.line([(start, top), (min(max(start, x - half), x + half), y)], MUTED, 0.7)
            plate = None if inside else PAGE
            self.sheet.say(x, y, words, at="center", bold=True, colour=MUTED, plate=plate)
            self.taken.append(text_box(x, y, words, BODY, True))

    def nearest(self, places: list[Place], anchor: Place, words: str, fits: Callable) -> Place | None:
        """The place (km) nearest to an anchor where words are free and their rectangle fits; None where none is."""
        for place in sorted(places, key=lambda one: math.dist(one, anchor)):
            box = text_box(*self.plane.at(*place), words, BODY, True)
            if self.is_free(box) and fits(self.plane.shape(box)):
                return place
        return None

    def name(self, row: dict) -> None:
        """The name beside its point where it has room; that of the one chosen always."""
        own = row["code"] == self.chosen
        places = list(self.tried(row, own))
        clear = [one for one in places if self.is_free(one[2])]
        if clear or own:
            (x, y), words, box = (clear or places)[0]
            self.taken.append(box)
            plate, colour = PAGE if row["rings"] else None, INK if own else MUTED
            self.sheet.say(x, y, words, at="center", size=SMALL, bold=own, colour=colour, plate=plate)

    def tried(self, row: dict, own: bool) -> Iterator[tuple[Place, str, Box]]:
        """Where a name may stand: over, under, right and left of its point; with its value first, then alone."""
        (x, y), off = self.at(row), (CHOSEN if own else DOT) / 2 + NEAR
        value = value_text(row, self.spec.measure.decimals, self.spec.lang, self.spec.option("signed", False))
        up = off + leading(SMALL) / 2
        for words in (f"{row['label']} {value}", row["label"]):
            across = off + width(words, SMALL, own) / 2 + 0.3
            if row["rings"]:
                yield (x, y), words, text_box(x, y, words, SMALL, own)
            for place in ((x, y - up), (x, y + up), (x + across, y), (x - across, y)):
                yield place, words, text_box(*place, words, SMALL, own)


def no_number(sheet: Sheet, reason: str, x: float, y: float, edge: str, rim: float) -> None:
    """A crossed circle where withheld, a small ring where there are no data."""
    if reason != "withheld":
        sheet.dot(x, y, NONE, PAGE, edge, rim)
        return
    sheet.dot(x, y, DOT, PAGE, edge, rim)
    half = DOT / 2 * math.sqrt(0.5)
    for lean in (half, -half):
        sheet.line([(x - half, y - lean), (x + half, y + lean)], edge, rim)


def sign(sheet: Sheet, tone: str, x: float, y: float) -> None:
    """What stands for a missing number, in the legend."""
    no_number(sheet, tone, x, y, AXIS, 0.6)


def text_box(x: float, y: float, words: str, size: float, bold: bool = False) -> Box:
    """What a line centred on a place covers."""
    half, high = width(words, size, bold) / 2 + 0.3, leading(size) / 2
    return Box(x - half, y - high, x + half, y + high)
