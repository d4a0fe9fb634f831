"""The figures that are plain HTML, under one name."""

from dashboard.figures.legends import legend
from dashboard.figures.tiles import Tile, colour_of, sparkline, tiles
from dashboard.figures.twins import table

__all__ = ["Tile", "colour_of", "legend", "sparkline", "table", "tiles"]
