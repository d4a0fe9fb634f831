"""Layers: panels one above the other on one axis of fiscal years, crossed by the same events.

Each panel has its own subject, unit, n and source; they are never drawn on one scale.
Options: panels, a list of {kind: line | bars, title, note, rows (frame with fiscal_year and, for a line, value and
status, for bars completed and adopted), measure, behind (frame or None), not_held}; events [(place, label)].
"""

from dashboard.figures.flags import Flag, flags
from dashboard.figures.lettering import shortened, width
from dashboard.figures.palette import CLASSES, CONTEXT, FOCUS, INK, MUTED, PAGE, SECOND
from dashboard.figures.scale import panel_scale
from dashboard.figures.screen import timeline
from dashboard.figures.screen.base import axis, figure, hover_points, line, note, safe
from dashboard.figures.screen.series import path, traces
from dashboard.figures.screen.trend import EDGE, flag_lines, flag_note, mark_notes, value_axis
from dashboard.figures.series import marks, runs, shown
from dashboard.figures.spec import FigureSpec, plain_rows
from dashboard.figures.words import joined
from dashboard.figures.years import every_year
from dashboard.i18n import fiscal_year, number, text

HEAD, FOOT, END_SIZE, END_GAP = 30, {"ja": 42, "en": 24}, 16, 8  # px
LEFT, RIGHT = 44, 92  # px left of the axis and right of the last year


def draw(spec: FigureSpec) -> dict:
    """The figure as a plain Plotly dict with one pair of axes a panel."""
    lang, panels = spec.lang, spec.option("panels", [])
    years = [int(year) for panel in panels for year in panel["rows"]["fiscal_year"]]
    span = (min(years), max(years)) if years else (0, 1)
    wide = (spec.width - LEFT - RIGHT) / (span[1] - span[0] + 2 * EDGE)
    events = [event for event in spec.option("events", []) if span[0] - EDGE <= event[0] <= span[1] + EDGE]
    found = flags(events, [], lang)
    used = timeline.placed(found, lang, lambda at: (at - span[0] + EDGE) * wide, spec.width - LEFT)
    top = used * timeline.ROW + HEAD + 2
    every = [Panel(spec, panel, place, span, wide, top) for place, panel in enumerate(panels)]
    notes = [one for panel in every for one in panel.notes()] + [flag_over(flag, lang) for flag in found]
    shapes = [one for panel in every for one in panel.shapes(found)]
    shapes += [flag_over_line(flag) for flag in found]
    axes = {name: value for panel in every for name, value in panel.axes().items()}
    data = [trace for panel in every for trace in panel.data()]
    margin = {"l": LEFT, "r": RIGHT, "t": top, "b": FOOT[lang]}
    return figure(spec, data, margin, annotations=notes, shapes=shapes, barmode="overlay", bargap=0.35, **axes)


def flag_over(flag: Flag, lang: str) -> dict:
    """Label of an event above the title of the first panel."""
    return {**flag_note(flag, lang), "yshift": HEAD + flag.row * timeline.ROW}


def flag_over_line(flag: Flag) -> dict:
    """The line of an event from the first panel up to its label."""
    stub = flag_lines(flag)[1]
    return {**stub, "y1": stub["y1"] + HEAD}


class Panel:
    """One layer: its stretch of the figure, its scale, what is drawn in it."""

    def __init__(self, spec: FigureSpec, panel: dict, place: int, span: tuple[int, int], wide: float, top: int):
        self.spec, self.panel, self.place, self.span, self.wide = spec, panel, place, span, wide
        self.count = len(spec.option("panels"))
        self.rows = plain_rows(panel["rows"])
        behind = panel.get("behind")
        self.behind = [] if behind is None else plain_rows(behind)
        self.suffix = "" if place == 0 else str(place + 1)
        self.ref = {"xref": f"x{self.suffix}", "yref": f"y{self.suffix}"}
        high = spec.height - top - FOOT[spec.lang]
        self.share = (1 - HEAD / high * (self.count - 1)) / self.count
        self.low = 1 - place * (self.share + HEAD / high) - self.share
        self.scale = panel_scale(panel)

    @property
    def is_line(self) -> bool:
        return self.panel["kind"] == "line"

    def axes(self) -> dict:
        """The panel's axes; the years are printed under the last one."""
        last = self.place == self.count - 1
        ticks = timeline.ticks(every_year(*self.span, self.spec.lang))
        across = axis(
            self.spec.lang, range=[self.span[0] - EDGE, self.span[1] + EDGE], anchor=f"y{self.suffix}", showline=True,
            showticklabels=last, **ticks,
        )  # fmt: skip
        domain = [max(0, self.low), min(1, self.low + self.share)]
        up = value_axis(self.scale, self.spec.lang, anchor=f"x{self.suffix}", domain=domain)
        return {f"xaxis{self.suffix}": across, f"yaxis{self.suffix}": up}

    def data(self) -> list[dict]:
        """Lines with bands and points, or bars."""
        axes = {"xaxis": f"x{self.suffix}", "yaxis": f"y{self.suffix}"}
        if not self.is_line:
            return self.bars(axes)
        grey = [path(run, CONTEXT, axes, 1.5) for run in runs(self.behind)]
        return grey + traces(self.rows, self.panel["measure"], self.spec.lang, place=axes, size=7)

    def bars(self, axes: dict) -> list[dict]:
        """Completed so far, and of these adopted."""
        lang, years = self.spec.lang, [row["fiscal_year"] for row in self.rows]
        parts = (("completed", CLASSES[1]), ("adopted", FOCUS))
        drawn = [
            {"type": "bar", "x": years, "y": [row[name] for row in self.rows], "hoverinfo": "skip",
             "marker": {"color": color, "line": {"width": 0}}, **axes}
            for name, color in parts
        ]  # fmt: skip
        told = [
            "<br>".join([
                fiscal_year(int(row["fiscal_year"]), lang),
                *(f"{text(f'figure.layers.{name}', lang)} <b>{number(row[name])}</b>" for name, _ in parts),
            ])
            for row in self.rows
        ]  # fmt: skip
        return [*drawn, hover_points(years, [row["completed"] for row in self.rows], told) | axes]

    def notes(self) -> list[dict]:
        """Title and note over the panel, words of years without a value, values at the right end."""
        lang, top = self.spec.lang, self.low + self.share
        place = {
            "xref": "paper",
            "yref": "paper",
            "y": top,
            "yanchor": "bottom",
            "yshift": 3,
            "bgcolor": PAGE,
            "borderpad": 0,
        }
        room = self.spec.width - LEFT - 4
        title = shortened(self.panel["title"], room, lang)
        rest = shortened(self.note(), room - width(title, lang, bold=True) - 12, lang)
        said = f"<b>{safe(title)}</b>  {safe(rest)}"
        found = [note(lang, said, 14, INK, x=0, xanchor="left", align="left", **place)]
        return found + (self.line_notes() if self.is_line else self.bar_notes())

    def note(self) -> str:
        """What the panel rests on; an axis that does not start at zero says so first."""
        if not self.is_line or self.scale.low <= 0:
            return self.panel["note"]
        lang, unit = self.spec.lang, self.panel["measure"].unit[self.spec.lang]
        cut = text("figure.axis_from", lang, value=joined(number(self.scale.low), unit, lang))
        return ("、" if lang == "ja" else "; ").join([cut, self.panel["note"]])

    def line_notes(self) -> list[dict]:
        lang = self.spec.lang
        words = marks(self.rows, self.panel.get("not_held", []), lang)
        words = {year: word for year, word in words.items() if self.span[0] <= year <= self.span[1]}
        found = [one | self.ref for one in mark_notes(words, lang, self.wide, self.scale.low, self.span)]
        return found + [self.end(row["value"], FOCUS, number(row["value"], self.panel["measure"].decimals), row)
                        for row in shown(self.rows)[-1:]]  # fmt: skip

    def bar_notes(self) -> list[dict]:
        """The last year's counts, the completed over the adopted where they would touch."""
        found = [
            self.end(
                last[name], color, f"{text(f'figure.column.{name}', self.spec.lang)} {number(last[name])}", last, 14
            )
            for last in self.rows[-1:]
            for name, color in (("completed", MUTED), ("adopted", FOCUS))
        ]
        pixels = self.share * self.spec.height / self.scale.high
        if found and (found[0]["y"] - found[1]["y"]) * pixels < END_SIZE:
            found[0]["yshift"] = END_SIZE
        return found

    def end(self, at: float, color: str, said: str, row: dict, size: int = END_SIZE) -> dict:
        """A value at the right of its year."""
        place = {"x": row["fiscal_year"], "y": at, "xanchor": "left", "xshift": END_GAP if self.is_line else 16}
        return note(self.spec.lang, f"<b>{said}</b>", size, color, yanchor="middle", **place, **self.ref)

    def shapes(self, found: list[Flag]) -> list[dict]:
        """The line of each event through this panel."""
        return [
            line(flag.at, flag.at, self.scale.low, self.scale.high, SECOND, dash="dot", **self.ref) for flag in found
        ]
