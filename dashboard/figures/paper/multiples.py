"""Small multiples on paper; frame and options as in dashboard.figures.screen.multiples."""

from dashboard.figures.flags import breaks_of, columns_of, numbered, panel_key
from dashboard.figures.lettering import shortened, wrap
from dashboard.figures.palette import FOCUS, INK, MUTED, PAGE, PANEL, SECOND
from dashboard.figures.paper import lines
from dashboard.figures.paper.sheet import BODY, DASHED, DOTTED, Axis, Sheet, leading
from dashboard.figures.paper.typeface import width
from dashboard.figures.scale import value_scale
from dashboard.figures.series import by_member, marks, merged, shown
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import hidden
from dashboard.figures.years import few_years
from dashboard.i18n import number

HEAD, FOOT, GUTTER = 5.4, leading() + 1.4, 3.0  # mm above, below and between panels
TITLE, END = 10.5, 10.5  # pt
SPACE = "　"  # between entries of the key on a line


def draw(spec: FigureSpec, sheet: Sheet) -> None:
    """The figure on its sheet, one panel a member."""
    groups = by_member(spec.rows())
    order = [member for member in spec.option("order", list(groups)) if member in groups]
    reference = groups.get(spec.option("reference", next(iter(order), None)))
    grid = Grid(spec, sheet, len(order), reference[0]["label"] if reference else "")
    for place, member in enumerate(order):
        Panel(spec, sheet, groups, order, member, grid.rectangle(place)).draw(place % grid.columns == 0)
    if grid.beside:
        left, top, _, _ = grid.rectangle(len(order))
        sheet.say(left + 2, top, grid.beside, colour=MUTED, up="top")
    if grid.below:
        sheet.say(0, sheet.height, grid.below, colour=MUTED, up="bottom")


class Grid:
    """Where the panels stand. What the signs mean stands in a free place, else beneath."""

    def __init__(self, spec: FigureSpec, sheet: Sheet, count: int, label: str):
        self.columns = columns_of(count)
        self.rows = max(-(-count // self.columns), 1)
        self.left = lines.ticks_width(value_scale(spec))
        self.wide = (sheet.width - self.left - GUTTER * (self.columns - 1)) / self.columns
        self.high = sheet.height / self.rows
        told = panel_key(spec, label)
        free = -count % self.columns
        room = {"room": free * (self.wide + GUTTER) - GUTTER - 2, "lang": spec.lang, "ruler": ruler}
        self.beside = [part for whole in told for part in wrap(whole, **room)] if free else []
        self.below: list[str] = []
        if not free or len(self.beside) * leading() > self.high - HEAD:
            self.beside, self.below = [], flowed([one for one in told if one not in spec.subtitle], sheet.width)
            self.high = (sheet.height - len(self.below) * leading() - 1) / self.rows

    def rectangle(self, place: int) -> tuple[float, float, float, float]:
        """Left, top, right and foot of a panel's plot."""
        column, row = place % self.columns, place // self.columns
        left, top = self.left + column * (self.wide + GUTTER), row * self.high
        return left, top + HEAD, left + self.wide, top + self.high - FOOT


class Panel:
    """One member's panel."""

    def __init__(self, spec: FigureSpec, sheet: Sheet, groups: dict, order: list[str], member: str, place: tuple):
        self.spec, self.sheet, self.member, self.rows = spec, sheet, member, groups[member]
        reference = spec.option("reference", order[0])
        self.behind = [] if member == reference else groups.get(reference, [])
        years = [row["fiscal_year"] for rows in groups.values() for row in rows] + list(spec.option("not_held", []))
        self.first, self.last = min(years), max(years)
        focus = spec.option("focus", reference)
        self.is_focus = focus == member and focus != reference
        self.colour = FOCUS if focus in (member, reference) else MUTED
        self.breaks = breaks_of(spec, member)
        self.left, self.top, self.right, self.foot = place
        self.scale = value_scale(spec)
        room = width(number(self.scale.high, spec.measure.decimals), END, True) + 2.2
        self.at = Axis(self.first - lines.EDGE, self.last, self.left, self.right - room)
        self.up = Axis(self.scale.low, self.scale.high, self.foot, self.top)

    def draw(self, labelled: bool) -> None:
        """Title, ground, uprights, course, values. labelled: the numbers of the scale are printed."""
        room = self.right - self.left
        title = shortened(self.rows[0]["label"], room, self.spec.lang, ruler=lambda line: width(line, TITLE, True))
        ink = FOCUS if self.is_focus else INK
        self.sheet.say(self.left, self.top - 0.5, title, size=TITLE, bold=True, colour=ink, up="bottom")
        for year in self.spec.option("not_held", []):
            left = self.at(year - 0.5)
            self.sheet.box(left, self.top, self.at(year + 0.5) - left, self.foot - self.top, PANEL)
        lines.value_grid(self.sheet, self.scale, self.up, (self.left, self.right), labelled)
        count = 4 if (self.right - self.left) > 50 else 3
        lines.year_labels(self.sheet, few_years(self.first, self.last, self.spec.lang, count), self.at, self.foot)
        self.signs()
        cuts = [year for year, _ in self.breaks]
        lines.course(self.sheet, self.rows, self.at, self.up, cuts, self.colour, 1.2, self.behind)
        self.words()
        for last in shown(self.rows)[-1:]:
            value = number(last["value"], self.spec.measure.decimals)
            x, y = self.at(last["fiscal_year"]) + 1.4, self.up(last["value"])
            self.sheet.say(x, y, value, size=END, bold=True, colour=self.colour)

    def words(self) -> None:
        """Why a year has no point, a character a line over its year; in the middle where no year has one."""
        found = merged(marks([row for row in self.rows if hidden(row)], [], self.spec.lang))
        if not shown(self.rows):
            middle = ((self.left + self.right) / 2, (self.top + self.foot) / 2)
            words = " ".join(dict.fromkeys(word for _, word in found))
            self.sheet.say(*middle, words, at="center", colour=MUTED)
            return
        reach, y, high = float("-inf"), self.foot - 0.4, 0.0
        for year, word in found:
            parts, x = word.split(" ") if self.spec.lang == "en" else list(word), self.at(year)
            half = max(width(part, BODY) for part in parts) / 2
            y = self.foot - 0.4 if x - half >= reach else y - high  # over the word it would touch
            self.sheet.say(x, y, parts, at="center", colour=MUTED, up="bottom")
            reach, high = x + half, len(parts) * leading()

    def signs(self) -> None:
        """A line for each event and break with its number at the top; two that would touch stand in two rows."""
        own = {year - 0.5 for year, _ in self.breaks}
        reach, row = float("-inf"), 0
        for sign, flag in numbered(self.spec):
            if flag.broken and flag.at not in own:
                continue
            x = self.at(flag.at)
            row = row + 1 if x - reach < width(sign, BODY) else 0
            reach = x
            colour, dash = (MUTED, DASHED) if flag.broken else (SECOND, DOTTED)
            self.sheet.line([(x, self.foot), (x, self.top)], colour, 0.9, dash)
            inward = max(x, self.left + width(sign, BODY) / 2)
            y = self.top + leading() * (row + 0.5)
            self.sheet.say(inward, y, sign, at="center", colour=colour, plate=PAGE)


def ruler(line: str) -> float:
    """Width of a line of the key."""
    return width(line, BODY)


def flowed(told: list[str], room: float) -> list[str]:
    """Entries of the key in as few lines as they need."""
    found: list[str] = []
    for entry in told:
        longer = SPACE.join([*found[-1:], entry])
        found[-1:] = [longer] if found and ruler(longer) <= room else [*found[-1:], entry]
    return found
