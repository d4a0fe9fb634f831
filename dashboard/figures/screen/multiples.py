"""Small multiples: one panel a member on one scale, in the order given, the first member in grey behind the others.

Frame: rows with member, label, fiscal_year, value, lo, hi, status; optional n, aggregate_only.
Options: order [member] (default: as they come), reference member (default: the first),
focus member (the others then in grey; the reference as focus means none),
events [(place, label)], breaks [(fiscal_year, kind)] or {member: [...]}, not_held [fiscal_year].
Events and breaks are numbered in the panels and named in a free place of the grid, else in `notes`.
"""

from dashboard.figures.flags import breaks_of, columns_of, numbered, panel_key
from dashboard.figures.lettering import shortened, width, wrap
from dashboard.figures.palette import CONTEXT, FOCUS, INK, MUTED, PANEL, SECOND
from dashboard.figures.scale import value_scale
from dashboard.figures.screen import timeline
from dashboard.figures.screen.base import BAND, GREY_BAND, axis, box, figure, line, note, safe
from dashboard.figures.screen.series import path, traces
from dashboard.figures.screen.trend import left_margin, value_axis
from dashboard.figures.series import by_member, marks, merged, runs, shown
from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import hidden
from dashboard.figures.years import few_years
from dashboard.i18n import number, text

HEAD, FOOT, GUTTER = 26, 24, 10  # px above, below and between panels
END_SIZE = 16
APART = "\u3000"  # between entries of the key


def draw(spec: FigureSpec) -> dict:
    """The figure as a plain Plotly dict with one pair of axes a panel."""
    groups = by_member(spec.rows())
    order = [member for member in spec.option("order", list(groups)) if member in groups]
    scale, lang = value_scale(spec), spec.lang
    grid = Grid(spec, len(order), left_margin(scale, lang))
    data, notes, shapes, axes = [], [], [], {}
    for place in range(len(order)):
        panel = Panel(spec, groups, order, place, grid, scale)
        data += panel.data()
        notes += panel.notes()
        shapes += panel.shapes()
        axes |= panel.axes()
    notes += key(spec, grid, len(order))
    return figure(spec, data, {"l": grid.left, "t": HEAD, "b": FOOT}, annotations=notes, shapes=shapes, **axes)


class Grid:
    """Where the panels stand: shares of the figure, counted from the lower left."""

    def __init__(self, spec: FigureSpec, count: int, left: float):
        self.columns = columns_of(count)
        self.lines = max(-(-count // self.columns), 1)
        self.left = left
        self.is_open = count < self.columns * self.lines  # a place is free for what the signs mean
        self.wide, self.high = spec.width - left, spec.height - HEAD - FOOT
        gap_x, gap_y = GUTTER / self.wide, (HEAD + FOOT) / self.high
        self.share_x = (1 - gap_x * (self.columns - 1)) / self.columns
        self.share_y = (1 - gap_y * (self.lines - 1)) / self.lines
        self.step_x, self.step_y = self.share_x + gap_x, self.share_y + gap_y

    def domain(self, place: int) -> tuple[list[float], list[float]]:
        """Stretches of the figure's width and height that a panel takes."""
        column, row = place % self.columns, place // self.columns
        x, y = column * self.step_x, 1 - row * self.step_y
        return [x, min(1, x + self.share_x)], [max(0, y - self.share_y), y]


class Panel:
    """One member's panel."""

    def __init__(self, spec: FigureSpec, groups: dict, order: list[str], place: int, grid: Grid, scale):
        self.spec, self.lang, self.scale, self.grid, self.place = spec, spec.lang, scale, grid, place
        self.member, self.rows = order[place], groups[order[place]]
        reference = spec.option("reference", order[0])
        self.behind = [] if self.member == reference else groups.get(reference, [])
        years = [row["fiscal_year"] for rows in groups.values() for row in rows] + list(spec.option("not_held", []))
        self.first, self.last = min(years), max(years)
        focus = spec.option("focus", reference)
        self.is_focus = focus == self.member and focus != reference
        self.dimmed = focus not in (self.member, reference)
        self.suffix = "" if place == 0 else str(place + 1)
        self.ref = {"xref": f"x{self.suffix}", "yref": f"y{self.suffix}"}
        self.breaks = breaks_of(spec, self.member)

    @property
    def color(self) -> str:
        return MUTED if self.dimmed else FOCUS

    def data(self) -> list[dict]:
        """The reference in grey, then band, line and points."""
        axes = {"xaxis": f"x{self.suffix}", "yaxis": f"y{self.suffix}"}
        cuts = [year for year, _ in self.breaks]
        grey = [path(run, CONTEXT, axes, 1.5) for run in runs(self.behind, cuts)]
        fill = GREY_BAND if self.dimmed else BAND
        return grey + traces(self.rows, self.spec.measure, self.lang, cuts, self.color, fill, axes, 5)

    def notes(self) -> list[dict]:
        """Title, value at the line end, the words of years without a value, numbers of events and breaks."""
        (x0, _), (_, y1) = self.grid.domain(self.place)
        room = self.grid.share_x * self.grid.wide + GUTTER
        title = f"<b>{safe(shortened(self.rows[0]['label'], room, self.lang, 16))}</b>"
        corner = {"xref": "paper", "yref": "paper", "x": x0, "y": y1, "xanchor": "left", "yanchor": "bottom"}
        found = [note(self.lang, title, 16, FOCUS if self.is_focus else INK, yshift=2, xshift=-1, **corner)]
        if seen := shown(self.rows):
            last, value = seen[-1], f"<b>{number(seen[-1]['value'], self.spec.measure.decimals)}</b>"
            at = {"x": last["fiscal_year"], "y": last["value"], "xanchor": "left", "xshift": 6}
            found.append(note(self.lang, value, END_SIZE, self.color, **at, **self.ref))
        return found + self.mark_notes() + self.flag_notes()

    def mark_notes(self) -> list[dict]:
        """Why a year has no point, by its sign over the year; in words in the middle where no year has one."""
        words = marks([row for row in self.rows if hidden(row)], [], self.lang)
        if not shown(self.rows):
            place = {"x": (self.first + self.last) / 2, "y": (self.scale.low + self.scale.high) / 2, **self.ref}
            return [note(self.lang, " ".join(dict.fromkeys(words.values())), 16, MUTED, **place)]
        known = signs(self.lang) if self.grid.is_open else {}
        spelt = merged({year: word for year, word in words.items() if word not in known})
        told = [(year, known[word]) for year, word in words.items() if word in known]
        told += [(middle, stacked(word, self.lang)) for middle, word in spelt]
        at = {"y": self.scale.low, "yanchor": "bottom", "yshift": 2, **self.ref}
        return [note(self.lang, sign, 14, MUTED, x=middle, **at) for middle, sign in told]

    def flag_notes(self) -> list[dict]:
        """The number of each event and break on its line, at the top; two that would touch stand in two rows."""
        own = {year - 0.5 for year, _ in self.breaks}
        wide = self.grid.share_x * self.grid.wide / (self.last - self.first + 3)
        at = {"y": self.scale.high, "yanchor": "top", "bgcolor": "rgba(255,255,255,.85)", "borderpad": 0, **self.ref}
        found, reach, row = [], float("-inf"), 0
        for sign, flag in numbered(self.spec):
            if flag.broken and flag.at not in own:
                continue
            row = row + 1 if (flag.at - reach) * wide < 16 else 0
            reach = flag.at
            color = MUTED if flag.broken else SECOND
            inward = max(0, round(10 - (flag.at - self.first + 0.9) * wide))  # clear of the axis labels
            found.append(note(self.lang, sign, 14, color, x=flag.at, xshift=inward, yshift=-17 * row, **at))
        return found

    def shapes(self) -> list[dict]:
        """Grey blocks for years not held, lines for events and breaks."""
        low, high = self.scale.low, self.scale.high
        blocks = [box(y - 0.5, y + 0.5, low, high, PANEL) | self.ref for y in self.spec.option("not_held", [])]
        events = [line(at, at, low, high, SECOND, dash="dot", **self.ref) for at, _ in self.spec.option("events", [])]
        cuts = [line(y - 0.5, y - 0.5, low, high, MUTED, dash="dash", **self.ref) for y, _ in self.breaks]
        return blocks + events + cuts

    def axes(self) -> dict:
        """The panel's axes; the years run on so that the end value has room."""
        x, y = self.grid.domain(self.place)
        value = number(self.scale.high, self.spec.measure.decimals)
        pixels, room = self.grid.share_x * self.grid.wide, width(value, self.lang, END_SIZE, True) + 10
        after = max(room * (self.last - self.first + 0.9) / max(pixels - room, 1), 0.4)
        across = axis(
            self.lang, domain=x, anchor=f"y{self.suffix}", range=[self.first - 0.9, self.last + after], showline=True,
            **timeline.ticks(few_years(self.first, self.last, self.lang, 4 if self.grid.columns < 4 else 3)),
        )  # fmt: skip
        first_column = self.place % self.grid.columns == 0
        up = value_axis(self.scale, self.lang, domain=y, anchor=f"x{self.suffix}", showticklabels=first_column)
        return {f"xaxis{self.suffix}": across, f"yaxis{self.suffix}": up}


def signs(lang: str) -> dict[str, str]:
    """Words of years without a value, and the signs that stand for them where there is a place to explain them."""
    return {text(key, lang): sign for key, sign in (("figure.withheld", "×"), ("figure.no_data", "–"))}


def stacked(word: str, lang: str) -> str:
    """A word that stays over its own year: a character a line, one English word a line."""
    return "<br>".join(word.split(" ") if lang == "en" else word)


def key(spec: FigureSpec, grid: Grid, place: int) -> list[dict]:
    """What the numbers mean, in the free places of the grid; none where the grid is full."""
    if not grid.is_open:
        return []
    (x0, _), (_, y1) = grid.domain(place)
    (_, x1), _ = grid.domain(grid.columns * grid.lines - 1)
    room, events = (x1 - x0) * grid.wide - 10, len(numbered(spec))
    lines = panel_key(spec, reference_label(spec)) + sign_key(spec)
    lines = lines[:events] + packed(lines[events:], room, spec.lang)
    broken = [safe(part) for whole in lines for part in wrap(whole, room, spec.lang, lines=2)]
    place_ = {"xref": "paper", "yref": "paper", "x": x0, "y": y1, "xanchor": "left", "yanchor": "top", "xshift": 10}
    return [note(spec.lang, "<br>".join(broken), 14, MUTED, align="left", **place_)]


def packed(entries: list[str], room: float, lang: str) -> list[str]:
    """Short entries side by side in as few lines as they need."""
    lines: list[str] = []
    for entry in entries:
        longer = f"{lines[-1]}{APART}{entry}" if lines else entry
        if lines and width(longer, lang) <= room:
            lines[-1] = longer
        else:
            lines.append(entry)
    return lines


def sign_key(spec: FigureSpec) -> list[str]:
    """The signs of years without a value, as far as they are drawn."""
    rows = (row for row in spec.rows() if hidden(row))
    drawn = {word for row in rows for word in marks([row], [], spec.lang).values()}
    return [f"{sign} {word}" for word, sign in signs(spec.lang).items() if word in drawn]


def reference_label(spec: FigureSpec) -> str:
    """Label of the member drawn in grey."""
    groups = by_member(spec.rows())
    member = spec.option("reference", next(iter(spec.option("order", list(groups))), None))
    return groups[member][0]["label"] if member in groups else ""
