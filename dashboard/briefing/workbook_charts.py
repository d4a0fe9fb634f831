"""Native Excel charts under a sheet's table: what the grammar of charts has and Excel can draw.

A line with its intervals and a gap for a missing survey, bars from zero with theirs, answers around neutral. Lengths
that a chart needs and no answer has stand hidden right of the table, as formulas of the answer's cells.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd
from xlsxwriter.utility import xl_rowcol_to_cell

from dashboard.briefing.subjects import YEAR
from dashboard.figures import palette
from dashboard.figures.scale import even, tick_text
from dashboard.i18n import number, text

FACE = "BIZ UDPゴシック"
WIDTH, LINE_HEIGHT, BAR, AROUND = 760, 340, 26, 110  # px; a bar's share of a chart's height, and what stands around
MOST_BARS = 40
ROW_HEIGHT, PRINTED = 20, 48  # px of a row; rows that a printed page holds at a size that can be read
AXIS = {"num_font": {"name": FACE, "size": 11, "color": palette.INK}, "line": {"color": palette.AXIS}}


@dataclass(frozen=True)
class Table:
    """Where a sheet's table stands. frame: its rows; first: the row of the first; head: format of a head."""

    book: object
    sheet: object
    frame: pd.DataFrame
    first: int
    lang: str
    format_of: Callable[[str], object]

    @property
    def last(self) -> int:
        return self.first + len(self.frame) - 1

    def place(self, column: str) -> int:
        return self.frame.columns.get_loc(column)

    def area(self, place: int) -> list:
        """A column of the table as a chart names it."""
        return [self.sheet.get_name(), self.first, place, self.last, place]

    def reference(self, place: int) -> str:
        ends = (xl_rowcol_to_cell(row, place, row_abs=True, col_abs=True) for row in (self.first, self.last))
        return f"='{self.sheet.get_name()}'!{':'.join(ends)}"

    def reckoned(self, place: int, head: str, formula: Callable[[int], str], values: list[float | None]) -> None:
        """A column right of the table: formulas of its cells, with what they come to."""
        self.sheet.write_string(self.first - 1, place, head, self.format_of("head"))
        self.sheet.set_column(place, place, 10, None, {"hidden": True})
        for at, value in enumerate(values):
            if value is not None:
                row = self.first + at
                self.sheet.write_formula(row, place, formula(row), self.format_of("0.0"), value)


def draw(table: Table, question: str, title: str, unit: str, alt: str) -> None:
    """Draw the subject's chart under its table, if it has one."""
    draws = KINDS.get(question)
    if draws is None or len(table.frame) < 2 or ("value" in table.frame and table.frame["value"].count() < 2):
        return
    chart = draws(table, unit)
    if chart is None:
        return
    chart.set_title({"name": title, "name_font": {"name": FACE, "size": 13, "bold": True, "color": palette.INK}})
    chart.set_legend({"none": True})
    chart.show_hidden_data()
    table.sheet.insert_chart(table.last + 2, 0, chart, {"description": alt, "object_position": 1})
    if table.last + chart.height / ROW_HEIGHT <= PRINTED:
        table.sheet.fit_to_pages(1, 1)
    else:
        table.sheet.set_h_pagebreaks([table.last + 1])  # a chart is not cut in two


def whiskers(table: Table) -> dict:
    """The 95 % interval as error bars by cells; nothing where no row has one."""
    if not {"lo", "hi"} <= set(table.frame):
        return {}
    value, place = table.place("value"), len(table.frame.columns) + 1
    for offset, end in enumerate(("lo", "hi")):
        sign = 1 if end == "hi" else -1
        lengths = [none_or(sign * (row[end] - row["value"])) for row in table.frame.to_dict("records")]
        ends = table.place(end)

        def formula(row: int, ends: int = ends, sign: int = sign) -> str:
            far, near = (ends, value) if sign > 0 else (value, ends)
            return f"={xl_rowcol_to_cell(row, far)}-{xl_rowcol_to_cell(row, near)}"

        table.reckoned(place + offset, text(f"book.reach_{end}", table.lang), formula, lengths)
    bars = {"plus_values": table.reference(place + 1), "minus_values": table.reference(place)}
    return {"y_error_bars": {"type": "custom", **bars, "line": {"color": palette.INK, "width": 1.25}}}


def none_or(value: float) -> float | None:
    return None if value != value else round(value, 10)


def line(table: Table, unit: str) -> object:
    """A course over the years; a year without survey is a gap, and an axis that is cut says so."""
    chart = table.book.add_chart({"type": "line"})
    chart.add_series({
        "categories": table.area(table.place(YEAR)), "values": table.area(table.place("value")),
        "line": {"color": palette.FOCUS, "width": 2.25},
        "marker": {"type": "circle", "size": 7, "fill": {"color": palette.FOCUS}, "border": {"color": palette.FOCUS}},
        **whiskers(table), "data_labels": last_label(table.frame["value"]),
    })  # fmt: skip
    ends = table.frame[[name for name in ("value", "lo", "hi") if name in table.frame]].stack()
    scale = even(float(ends.min()), float(ends.max()), below=0.1)
    step = scale.ticks[1] - scale.ticks[0]
    cut = text("figure.axis_from", table.lang, value=f"{tick_text(scale.low)}{unit}") if scale.low > 0 else unit
    chart.set_y_axis({
        **AXIS, "min": scale.low, "max": scale.ticks[-1] + step, "major_unit": step,
        "num_format": "0.0" if step % 1 else "0",
        "major_gridlines": {"visible": True, "line": {"color": palette.GRID}}, "name": cut, "line": {"none": True},
        "name_font": {"name": FACE, "size": 11, "bold": False, "color": palette.MUTED},
    })  # fmt: skip
    chart.set_x_axis({**AXIS, "num_font": {**AXIS["num_font"], "size": 10}})
    chart.show_blanks_as("gap")
    return sized(chart, LINE_HEIGHT)


def last_label(values: pd.Series) -> dict:
    """The value printed at the end of the line only."""
    seen = values.notna().to_numpy().nonzero()[0]
    hidden = [{"delete": True} if at != seen[-1] else {} for at in range(len(values))]
    font = {"name": FACE, "size": 12, "bold": True, "color": palette.FOCUS}
    return {"value": True, "position": "right", "num_format": "0.0", "font": font, "custom": hidden}


def bars(label: str, value: str) -> Callable[[Table, str], object | None]:
    """Bars from zero in the order of the table, their values printed."""

    def chart_of(table: Table, unit: str) -> object | None:
        if not label_of(table, label) or len(table.frame) > MOST_BARS:
            return None
        chart = table.book.add_chart({"type": "bar"})
        font = {"name": FACE, "size": 11, "bold": True, "color": palette.PAGE}
        format_ = "0" if (table.frame[value].dropna() % 1 == 0).all() else "0.0"
        chart.add_series({
            "categories": table.area(table.place(label_of(table, label))), "values": table.area(table.place(value)),
            "gap": 45, "fill": {"color": palette.FOCUS}, **(whiskers(table) if value == "value" else {}),
            "data_labels": {"value": True, "position": "inside_base", "num_format": format_, "font": font},
        })  # fmt: skip
        chart.set_y_axis({**AXIS, "reverse": True, "major_tick_mark": "none", "interval_unit": 1})
        chart.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
        return sized(chart, AROUND + BAR * len(table.frame))

    return chart_of


def label_of(table: Table, names: str) -> str | None:
    """The first of these columns that the table has."""
    return next((name for name in names.split() if name in table.frame), None)


# Parts of a bar around neutral: the share, its sign, how much of it, where it starts being drawn.
PARTS = (("neu", -0.5), ("unf", -1.0), ("neu", 0.5), ("fav", 1.0))


def likert(table: Table, unit: str) -> object:
    """Answers around neutral, which lies half on each side; the coloured heads of the table are the legend."""
    chart = table.book.add_chart({"type": "bar", "subtype": "stacked"})
    start = len(table.frame.columns) + 1
    for part in palette.SHARES:
        name = text(f"figure.column.{part}", table.lang)
        table.sheet.write_string(table.first - 1, table.place(part), name, table.format_of(part))
    for at, (part, share) in enumerate(PARTS):
        own, place = table.place(part), start + at
        halves = [none_or(value * share) for value in table.frame[part]]
        table.reckoned(
            place,
            text("book.drawn", table.lang),
            lambda row, own=own, share=share: f"={xl_rowcol_to_cell(row, own)}*{share}",
            halves,
        )
        chart.add_series(part_of_bar(table, place, part, share))
    chart.set_y_axis({**AXIS, "reverse": True, "label_position": "low", "major_tick_mark": "none", "interval_unit": 1})
    chart.set_x_axis({"visible": False, "min": -100, "max": 100, "major_gridlines": {"visible": False}})
    chart.set_plotarea({"layout": {"x": 0.42, "y": 0.05, "width": 0.56, "height": 0.93}})
    return sized(chart, AROUND + BAR * len(table.frame))


def part_of_bar(table: Table, place: int, part: str, share: float) -> dict:
    fill, ink = palette.SHARES[part]
    label = {"value": True, "num_format": "0;0", "font": {"name": FACE, "size": 10, "color": ink}}
    if share == 0.5:  # half a bar carries the whole share
        shares = ({"value": number(value)} if value == value else {"delete": True} for value in table.frame[part])
        label |= {"position": "inside_base", "custom": list(shares)}
    return {
        "categories": table.area(table.place("item_label")), "values": table.area(place), "gap": 35,
        "fill": {"color": fill}, "border": {"color": palette.PAGE}, "invert_if_negative": False,
        **({} if share == -0.5 else {"data_labels": label}),
    }  # fmt: skip


def sized(chart: object, height: int) -> object:
    chart.set_size({"width": WIDTH, "height": height})
    return chart


KINDS: Mapping[str, Callable[[Table, str], object | None]] = {
    "survey_trend": line,
    "survey_wave": bars("member_label", "value"),
    "ward_map": bars("ward_label", "value"),
    "survey_items": likert,
    "area_values": bars("label", "value"),
    "project_pipeline": bars("stage", "reached"),
}
