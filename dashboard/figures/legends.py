"""Legends of kinds that do not label everything directly: what each tone means, and that as a line of HTML swatches.

`entries` is what every writer prints; a tone is a class of a map ("0" to "3"), a tone of dashboard.figures.palette,
or why there is no number ("withheld", "no_data", "bound").
"""

from html import escape

from dashboard.edition.catalogue import WITHHELD
from dashboard.figures import words
from dashboard.figures.palette import AXIS, CLASSES, FOCUS, PAGE, SHARES, TONES
from dashboard.figures.quadrants import mark_of
from dashboard.figures.spec import FigureSpec
from dashboard.i18n import number, signed, text

Entry = tuple[str, str]  # tone, words
HATCHED = f"background:repeating-linear-gradient(135deg,{PAGE} 0 3px,{AXIS} 3px 4px)"
FILLS = {
    **{str(place): colour for place, colour in enumerate(CLASSES)},
    **{tone: colours[0] for tone, colours in (TONES | SHARES).items()},
}
MARKS = {  # of points, not of areas
    "heading": f"background:{FOCUS};border-color:{FOCUS};border-radius:50%;width:13px;height:13px",
    "gap": f"background:{FOCUS};border-color:{FOCUS};rotate:45deg;width:10px;height:10px;vertical-align:0",
    "plain": f"background:{PAGE};border:2px solid {AXIS};border-radius:50%;width:13px;height:13px",
}


def entries(spec: FigureSpec) -> list[Entry]:
    """Tones and their words, in order; [] for kinds that label everything directly."""
    told = {
        "map": map_classes, "points": map_classes, "heat": heat_tones, "likert": likert_parts, "quadrants": marks,
    }.get(spec.kind)  # fmt: skip
    return [] if told is None else told(spec)


def legend(spec: FigureSpec) -> str:
    """The legend of a map, heat table or likert figure as HTML; '' for kinds that label everything directly."""
    swatches = "".join(f'<span><i style="{style(tone)}"></i>{escape(said)}</span>' for tone, said in entries(spec))
    return f'<p class="k-leg" lang="{spec.lang}">{swatches}</p>' if swatches else ""


def style(tone: str) -> str:
    """How a swatch is drawn in HTML."""
    if tone in MARKS:
        return MARKS[tone]
    if tone not in FILLS:
        return HATCHED
    edge = TONES.get(tone, (None, None, None))[2]
    return f"background:{FILLS[tone]}" + (f";border-color:{edge}" if edge else "")


def why(row: dict) -> str:
    """Why a row has no number: withheld, bound or no_data."""
    if row.get("bound"):
        return "bound"
    return "withheld" if row.get("status") == WITHHELD else "no_data"


def absences(spec: FigureSpec) -> list[Entry]:
    """Why rows have no number, once each."""
    hidden = [row for row in spec.rows() if words.hidden(row)]
    return list(dict.fromkeys((why(row), words.absent(row, spec.lang)) for row in hidden))


def map_classes(spec: FigureSpec) -> list[Entry]:
    """The four classes of a measure, and why rows have no number."""
    printed = signed if spec.option("signed", False) else number
    low, middle, high = (printed(at, 0 if float(at).is_integer() else 1) if at else "0" for at in spec.measure.breaks)
    said = [
        text("figure.class_below", spec.lang, value=low),
        text("figure.class_between", spec.lang, low=low, high=middle),
        text("figure.class_between", spec.lang, low=middle, high=high),
        text("figure.class_above", spec.lang, value=high),
    ]
    return [*((str(place), words) for place, words in enumerate(said)), *absences(spec)]


def heat_tones(spec: FigureSpec) -> list[Entry]:
    """The tones of a heat table, or the classes of its measure."""
    if spec.option("classes", False):
        return map_classes(spec)
    far = number(spec.option("threshold", 6))
    tones = ["worse_far", "worse", "unclear", "better", "better_far"]
    directions = {measure.direction for measure in spec.option("measures", {}).values()}
    tones += ["no_direction"] if "none" in directions else []
    return [*((tone, text(f"figure.{tone}", spec.lang, value=far)) for tone in tones), *absences(spec)]


def likert_parts(spec: FigureSpec) -> list[Entry]:
    """Unfavourable, neutral, favourable."""
    return [(part, text(f"figure.{part}", spec.lang)) for part in SHARES]


def marks(spec: FigureSpec) -> list[Entry]:
    """Headings, gaps and what has no good direction, as far as they are drawn."""
    drawn = {mark_of(row) for row in spec.rows() if not words.hidden(row)}
    return [(mark, text(f"figure.quadrants.{mark}", spec.lang)) for mark in MARKS if mark in drawn]
