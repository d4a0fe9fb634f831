"""How tests read a figure: the texts and numbers that stand on it, and where they stand on paper."""

import re
from html import unescape

from matplotlib.backends.backend_agg import RendererAgg

from dashboard.figures import markup, paper, screen
from dashboard.figures.paper import sheet

NUMBER = re.compile(r"[+−±]?\d[\d,]*(?:\.\d+)?")
INCH, DPI = 25.4, 720


def on_paper(svg):
    """The lines of text of an SVG."""
    return [unescape(words) for words in re.findall(r"<text [^>]*>([^<]*)</text>", svg)]


def on_screen(given):
    """The texts that stand on a figure on screen."""
    if given.kind in markup.KINDS:
        return [unescape(words) for words in re.split(r"<[^>]+>", markup.draw(given)) if words.strip()]
    notes = screen.draw(given)["layout"].get("annotations", [])
    return [unescape(re.sub(r"<[^>]+>", " ", note["text"])) for note in notes]


def numbers(texts):
    return {found for words in texts for found in NUMBER.findall(words)}


def missing(given, place):
    """Numbers the screen prints and paper does not. place: mm."""
    return numbers(on_screen(given)) - numbers(on_paper(paper.draw(given, *place)))


def faults(given, place):
    """Texts that leave their sheet or meet another one, measured by another ruler than they were placed with."""
    wide, high = place
    boxes = boxes_of(given, wide, high)
    found = [
        words
        for words, (left, top, right, foot) in boxes
        if left < -0.3 or top < -0.3 or right > wide + 0.3 or foot > high + 0.3
    ]
    for at, (words, box) in enumerate(boxes):
        found += [(words, other_words) for other_words, other in boxes[:at] if meet(box, other)]
    return found


def meet(one, other, hair=0.4):
    """Whether two rectangles overlap by more than a hair, in mm."""
    across, down = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return across > hair and down > hair


def boxes_of(given, wide, high):
    """Every line of text with the rectangle its ink covers, in mm from the upper left corner."""
    with sheet.plain_style():
        drawn = paper.drawn(given, wide, high)
        drawn.canvas.dpi = DPI
        ruler = RendererAgg(wide / INCH * DPI, high / INCH * DPI, DPI)
        extents = [(one.get_text(), one.get_window_extent(ruler)) for one in drawn.texts]
    mm = INCH / DPI
    return [(words, (e.x0 * mm, high - e.y1 * mm, e.x1 * mm, high - e.y0 * mm)) for words, e in extents]
