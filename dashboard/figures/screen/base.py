"""Type and the plain dicts every screen figure is made of. Light theme; measured for Plotly's SVG."""

from html import escape

from dashboard.figures.palette import AXIS, GRID, INK, MUTED, PAGE
from dashboard.figures.spec import FigureSpec

BAND, GREY_BAND = "rgba(0,23,193,.15)", "rgba(77,77,77,.13)"
FACES = {
    "ja": "BIZ UDPGothic, Yu Gothic UI, Hiragino Sans, Noto Sans CJK JP, sans-serif",
    "en": "Source Sans, Segoe UI, Noto Sans, sans-serif",
}
HATCH = {"shape": "/", "size": 6, "solidity": 0.16, "fgcolor": AXIS, "bgcolor": PAGE}


def font(lang: str, size: int = 14, color: str = INK, bold: bool = False) -> dict:
    """A Plotly font."""
    return {"family": FACES[lang], "size": size, "color": color, **({"weight": 700} if bold else {})}


def safe(text: object) -> str:
    """Text from data, so that Plotly reads no markup in it."""
    return escape(str(text), quote=False)


def note(lang: str, text: str, size: int = 14, color: str = INK, **place: object) -> dict:
    """A text on the figure; `text` may carry <b> and <br>, so labels from data pass through `safe` first."""
    return {"text": text, "showarrow": False, "font": font(lang, size, color), **place}


def line(x0: float, x1: float, y0: float, y1: float, color: str = AXIS, **more: object) -> dict:
    """A straight line, beneath the traces unless told otherwise; `wide` and `dash` style it."""
    style = {"color": color, "width": more.pop("wide", 1), "dash": more.pop("dash", "solid")}
    return {"type": "line", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": style, "layer": "below", **more}


def box(x0: float, x1: float, y0: float, y1: float, fill: str, outline: str | None = None, wide: float = 1) -> dict:
    """A filled rectangle beneath the traces."""
    style = {"width": 0} if outline is None else {"color": outline, "width": wide}
    return {"type": "rect", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "fillcolor": fill, "line": style, "layer": "below"}


def axis(lang: str, **more: object) -> dict:
    """A bare axis: no ticks, no margin of its own, not to be dragged."""
    return {
        "showgrid": False, "zeroline": False, "showline": False, "ticks": "", "fixedrange": True, "automargin": False,
        "gridcolor": GRID, "linecolor": AXIS, "tickangle": 0, "tickfont": font(lang, color=MUTED), **more,
    }  # fmt: skip


def hidden_axis(low: float, high: float, **more: object) -> dict:
    """An axis that only places things."""
    return {"visible": False, "fixedrange": True, "range": [low, high], **more}


def hover_points(x: list, y: list, texts: list[str], size: float = 16) -> dict:
    """Invisible markers that answer to pointing."""
    return {
        "type": "scatter", "mode": "markers", "x": x, "y": y, "text": texts, "hoverinfo": "text",
        "marker": {"size": size, "opacity": 0},
    }  # fmt: skip


def figure(spec: FigureSpec, data: list[dict], margin: dict, **layout: object) -> dict:
    """A Plotly figure as a plain dict. margin: l, r, t, b in px, 0 where left out."""
    lang = spec.lang
    return {
        "data": data,
        "layout": {
            "height": spec.height,
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": font(lang),
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0, **margin},
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "hoverlabel": {"bgcolor": PAGE, "bordercolor": AXIS, "font": font(lang), "align": "left"},
            **layout,
        },
    }
