"""Outlines of the wards: GeoJSON, or what geopandas opens directly, -> code, name and shape in degrees."""

import io
import warnings

import geopandas as gpd
import pandas as pd
from pyogrio.errors import DataSourceError

from dashboard.intake import contract
from dashboard.intake.report import Findings
from dashboard.intake.tables import Source

SHOWN_IN = 4326  # degrees
SURFACES = ("Polygon", "MultiPolygon")


def outlines(source: Source, findings: Findings) -> gpd.GeoDataFrame | None:
    """layer, code, name, name_en, geometry (EPSG:4326), index = number of the feature; None if unreadable."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a GPKG in memory has no suffix
            read = gpd.read_file(io.BytesIO(source.data))
    except (DataSourceError, ValueError, OSError):
        findings.add("error", "bad_boundaries")
        return None
    if not isinstance(read, gpd.GeoDataFrame) or read.empty:
        findings.add("error", "bad_boundaries")
        return None
    read.index = range(1, len(read) + 1)
    frame = named(read, findings)
    check_shapes(frame, findings)
    if frame.crs is None:
        findings.add("warning", "no_projection")
        return frame.set_crs(SHOWN_IN)
    return frame.to_crs(SHOWN_IN)


def named(read: gpd.GeoDataFrame, findings: Findings) -> gpd.GeoDataFrame:
    """The canonical columns out of the file's properties; the rest is dropped."""
    table = contract.tables()["boundaries"]
    columns = {}
    for column in table.columns.values():
        found = [name for name in read.columns if name != "geometry" and table.column_of(str(name)) == column.name]
        if len(found) > 1:
            findings.add("error", "doubled_column", column=found[-1], name=column.name, headers=" / ".join(found))
        texts = read[found[0]].map(written) if found else pd.Series([""] * len(read), index=read.index)
        if column.required == "value":
            blank = [(row, None) for row in texts.index[texts == ""]]
            findings.add_rows("error", "value_required", blank, found[0] if found else column.name)
        columns[column.name] = texts.where(texts != "", column.default).astype(object)
    frame = gpd.GeoDataFrame(columns, geometry=read.geometry, crs=read.crs)
    doubled = frame[frame.duplicated(["layer", "code"]) & frame["code"].notna()]
    findings.add_rows("error", "doubled_outline", zip(doubled.index, doubled["code"], strict=True), "code")
    return frame


def written(value: object) -> str:
    """A property as text: 43101.0 and 43101 -> '43101'."""
    if value is None or value != value:  # NaN
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def check_shapes(frame: gpd.GeoDataFrame, findings: Findings) -> None:
    for row, code, shape in zip(frame.index, frame["code"], frame.geometry, strict=True):
        if shape is None or shape.is_empty or shape.geom_type not in SURFACES:
            findings.add("error", "no_surface", row, "geometry", code)
        elif not shape.is_valid:
            findings.add("error", "crossing_outline", row, "geometry", code)
