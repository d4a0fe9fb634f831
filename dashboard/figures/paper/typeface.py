"""The two faces of the paper, found in their installed packages, and how wide they run."""

from functools import cache, lru_cache
from importlib.resources import files

from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags

FAMILY = "Noto Sans CJK JP"
FACES = {False: ("noto_cjk_sans_jp_regular", "Regular"), True: ("noto_cjk_sans_jp_bold", "Bold")}
MM = 72 / 25.4  # points in a millimetre
FINE = 64  # 26.6 fixed point


@cache
def file_of(bold: bool) -> str:
    """Path of a face. Raises ModuleNotFoundError where its package is not installed."""
    package, weight = FACES[bold]
    return str(files(package) / f"NotoSansCJKjp-{weight}.otf")


@cache
def face(size: float, bold: bool) -> FontProperties:
    """A face by its file, so that no other font of the machine is ever taken or measured."""
    return FontProperties(family=FAMILY, weight="bold" if bold else "normal", size=size, fname=file_of(bold))


@cache
def ruler(bold: bool) -> FT2Font:
    """A face at 100 pt, to measure with: unhinted, so that widths grow with the size."""
    font = FT2Font(file_of(bold))
    font.set_size(100, 72)
    return font


@lru_cache(maxsize=8192)
def width(words: str, size: float, bold: bool = False) -> float:
    """Width of a line on paper, in mm."""
    font = ruler(bold)
    font.set_text(words, 0, flags=LoadFlags.NO_HINTING)
    return font.get_width_height()[0] / FINE * size / 100 / MM
