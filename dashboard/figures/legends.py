"""Legends as a line of HTML swatches above a figure, for kinds that do not label everything directly."""

from html import escape

from dashboard.figures import words
from dashboard.figures.screen import base
from dashboard.figures.spec import FigureSpec
from dashboard.i18n import number, signed, text


def legend(spec: FigureSpec) -> str:
    """The legend of a map, heat table or likert figure; '' for kinds that label everything directly."""
    swatches = {"map": map_classes, "points": map_classes, "heat": heat_tones, "likert": likert_parts}.get(spec.kind)
    if swatches is None:
        return ""
    entries = "".join(f'<span><i style="{style}"></i>{escape(said)}</span>' for style, said in swatches(spec))
    return f'<p class="k-leg" lang="{spec.lang}">{entries}</p>'


HATCHED = f"background:repeating-linear-gradient(135deg,{base.PAGE} 0 3px,{base.AXIS} 3px 4px)"


def withheld_entry(spec: FigureSpec) -> list[tuple[str, str]]:
    """The hatch, where any row is hatched."""
    return [
        (HATCHED, word) for word in dict.fromkeys(words.absent(r, spec.lang) for r in spec.rows() if words.hidden(r))
    ]


def map_classes(spec: FigureSpec) -> list[tuple[str, str]]:
    """The four classes of a measure."""
    printed = signed if spec.option("signed", False) else number
    low, middle, high = (printed(at, 0 if float(at).is_integer() else 1) if at else "0" for at in spec.measure.breaks)
    said = [
        text("figure.class_below", spec.lang, value=low),
        text("figure.class_between", spec.lang, low=low, high=middle),
        text("figure.class_between", spec.lang, low=middle, high=high),
        text("figure.class_above", spec.lang, value=high),
    ]
    colours = [f"background:{colour}" for colour in base.CLASSES]
    return [*zip(colours, said, strict=True), *withheld_entry(spec)]


def heat_tones(spec: FigureSpec) -> list[tuple[str, str]]:
    """The tones of a heat table."""
    far = number(spec.option("threshold", 6))
    tones = [
        (base.WORSE_FAR[0], text("figure.worse_far", spec.lang, value=far)),
        (base.WORSE[0], text("figure.worse", spec.lang)),
        (base.PANEL, text("figure.unclear", spec.lang)),
        (base.BETTER[0], text("figure.better", spec.lang)),
        (base.BETTER_FAR[0], text("figure.better_far", spec.lang, value=far)),
    ]
    plain = [(f"background:{colour}", said) for colour, said in tones]
    directions = {measure.direction for measure in spec.option("measures", {}).values()}
    outlined = (f"background:{base.PANEL};border-color:{base.INK}", text("figure.no_direction", spec.lang))
    return [*plain, *([outlined] if "none" in directions else []), *withheld_entry(spec)]


def likert_parts(spec: FigureSpec) -> list[tuple[str, str]]:
    """Unfavourable, neutral, favourable."""
    parts = (("unf", base.UNFAVOURABLE), ("neu", base.NEUTRAL), ("fav", base.FAVOURABLE))
    return [(f"background:{colour}", text(f"figure.{name}", spec.lang)) for name, (colour, _) in parts]
