"""Outlines of associations and school districts where nobody drew them: from a list of towns, or from points."""

import geopandas as gpd
import pandas as pd
import shapely

from dashboard.intake.boundaries import SHOWN_IN, Known, Outlines, one_each, points
from dashboard.intake.values import squashed

Frames = dict[str, pd.DataFrame]
SLIT = 3  # metres: half of the widest gap between towns that is no land of its own


def derived(drawn: dict[str, Outlines], frames: Frames, known: Known) -> dict[str, Outlines]:
    """Layers 'association' and 'district' that were not handed in: dissolved from towns, else cells around points."""
    if "associations" not in frames or {"association", "district"} <= set(drawn):
        return {}
    made, cells = "towns", from_towns(drawn.get("town"), frames, known)
    if cells is None:
        made, cells = "points", from_points(drawn.get("ward"), frames["associations"], known)
    if cells is None:
        return {}
    districts = frames["associations"].set_index("association")["district"]
    names = {layer: names_of(frames, layer + "s", layer) for layer in ("association", "district")}
    found = {}
    for layer in ("association", "district"):
        if layer not in drawn:
            code = cells["code"] if layer == "association" else cells["code"].map(districts)
            found[layer] = whole(cells.assign(layer=layer, code=code, name=code.map(names[layer])), made)
    return found


def names_of(frames: Frames, table: str, key: str) -> dict[str, str]:
    return {} if table not in frames else dict(zip(frames[table][key], frames[table]["name_ja"], strict=True))


def whole(cells: gpd.GeoDataFrame, made: str) -> Outlines:
    """The outlines of one layer, one row an area; made: of what."""
    frame = one_each(cells[cells["code"].notna()])
    if made == "towns":
        frame = frame.set_geometry(closed(frame.geometry))
    none = dict.fromkeys(("file", "inside", "outline_set"), "")
    size = {"points_read": points(cells), "points_kept": points(frame), "areas": len(frame)}
    origin = {"layer": frame["layer"].iloc[0], **none, "made_from": made, "tolerance_m": 0, **size}
    return Outlines(frame.to_crs(SHOWN_IN), origin)


def closed(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """Areas without the slits that neighbouring towns leave where their files do not share every point."""
    mitred = {"join_style": "mitre"}
    return shapes.buffer(SLIT, **mitred).buffer(-SLIT, **mitred)


def from_towns(towns: Outlines | None, frames: Frames, known: Known) -> gpd.GeoDataFrame | None:
    """A town's outline for each association that it belongs to, by ward and name; None without both tables.

    A town shared by associations goes to the one with the largest share: its inner border is nowhere drawn.
    """
    if towns is None or "association_towns" not in frames:
        return None
    listed = frames["association_towns"].sort_values("share", ascending=False, na_position="first", kind="stable")
    listed = listed.assign(key=listed["ward"] + "/" + listed["town"].map(squashed)).drop_duplicates("key")
    keys = towns.frame["ward"] + "/" + towns.frame["name"].map(squashed)
    code = keys.map(dict(zip(listed["key"], listed["association"], strict=True)))
    found = towns.frame.assign(code=code, name_en="")[code.notna()].to_crs(known.projection)
    return None if found.empty else found


def from_points(wards: Outlines | None, associations: pd.DataFrame, known: Known) -> gpd.GeoDataFrame | None:
    """In each ward the places nearer to an association's point than to another's; None without points or wards."""
    placed = associations[associations["lat"].notna() & associations["lon"].notna() & associations["valid_to"].isna()]
    if wards is None or placed.empty:
        return None
    shapes = wards.frame.to_crs(known.projection).set_index("code").geometry
    at = gpd.GeoSeries(gpd.points_from_xy(placed["lon"], placed["lat"]), placed.index, crs=SHOWN_IN).to_crs(
        known.projection
    )
    parts = [cells(shapes[ward], at[rows.index], rows) for ward, rows in placed.groupby("ward") if ward in shapes.index]
    if not parts:
        return None
    return gpd.GeoDataFrame(pd.concat(parts, ignore_index=True), crs=known.projection)


def cells(ward: shapely.Geometry, at: gpd.GeoSeries, rows: pd.DataFrame) -> gpd.GeoDataFrame:
    """The ward cut into the cells of its points; of points at one place the first has the cell."""
    first = ~at.geometry.to_wkb().duplicated()
    at, rows = at[first], rows[first]
    cut = shapely.get_parts(shapely.voronoi_polygons(shapely.MultiPoint(list(at)), extend_to=ward, ordered=True))
    cut = cut if len(at) > 1 else [ward]
    shape = shapely.intersection(cut, ward)
    return gpd.GeoDataFrame({"layer": "", "code": list(rows["association"]), "name": "", "name_en": "",
                             "ward": list(rows["ward"])}, geometry=list(shape), crs=at.crs)  # fmt: skip
