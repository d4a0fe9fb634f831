"""Outlines of a city's areas from whatever file they are published in -> code, name and shape in degrees."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from dashboard.intake import contract, read, shapes, values
from dashboard.intake.report import Findings
from dashboard.intake.tables import Source

SHOWN_IN = 4326  # degrees
ASSUMED = 6668  # JGD2011, in degrees: what outlines of this country are in where a file does not say
TOLERANCE = 25  # metres: published borders are full survey outlines, far finer than a screen
SURFACES = ("Polygon", "MultiPolygon")
OF_CITY = "of_city"  # while reading: the file itself says that an area is of this city
COLUMNS = ["layer", "code", "name", "name_en", "ward"]


@dataclass(frozen=True)
class Known:
    """What is known of the city before its outlines are read.

    areas: layer -> {code or name, squashed: code, or '' where only the name is known}, where any are; city: its name.
    """

    city: str
    projection: int
    areas: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def with_wards(self, wards: "Outlines") -> "Known":
        """The same with the codes of the wards just read, which other tables may only name."""
        read = {values.squashed(code): code for code in wards.frame["code"]}
        return replace(self, areas={**self.areas, "ward": {**self.areas.get("ward", {}), **read}})


@dataclass(frozen=True)
class Outlines:
    """The outlines of one file and where they come from.

    frame: layer, code, name, name_en, ward, geometry (EPSG:4326), index = number of the feature; origin: layer, file,
    outline_set (of data/contract.toml, '' if none), made_from, tolerance_m, points_read, points_kept, areas, sha256.
    """

    frame: gpd.GeoDataFrame
    origin: dict[str, object]


def outlines(source: Source, known: Known, findings: Findings) -> Outlines | None:
    """The city's own areas of one file, thinned with shared borders kept shared; None if unreadable (then found)."""
    try:
        name, read_in = best(source, shapes.layers(source.data))
    except read.UnreadableError as problem:
        findings.add("error", problem.rule)
        return None
    layer = contract.tables()[source.table].layer
    read_in.index = range(1, len(read_in) + 1)
    frame, published = named(read_in, source, known.city, findings)
    frame = own(frame, layer, known, published != "", findings)
    check_shapes(frame, findings)
    if frame.crs is None:
        findings.add("warning", "no_projection")
        frame = frame.set_crs(ASSUMED)
    if frame.empty:
        findings.add("error", "no_own_outlines")
    if not findings.ok:
        return None
    frame = one_each(frame.to_crs(known.projection))
    thin = thinned(frame, findings)
    origin = {"layer": layer, "file": source.file, "inside": name, "outline_set": published, "made_from": "polygons",
              "tolerance_m": TOLERANCE if thin is not frame else 0, "points_read": points(frame),
              "points_kept": points(thin), "areas": len(thin), "sha256": source.sha256}  # fmt: skip
    return Outlines(thin.to_crs(SHOWN_IN), origin)


def best(source: Source, layers) -> tuple[str, gpd.GeoDataFrame]:
    """The first layer of a file whose properties say which areas it holds, else its first."""
    found = list(layers)
    if not found:
        raise read.UnreadableError("bad_boundaries")
    table = contract.tables()[source.table]
    for name, frame in found:
        heads = {table.column_of(str(column)) for column in frame.columns}
        if set_of(frame) is not None or {"code", "name"} & heads:
            return name, frame
    return found[0]


def set_of(frame: gpd.GeoDataFrame) -> dict | None:
    """The published set of outlines that the properties tell, or None."""
    return next((it for it in contract.document()["outline_sets"] if set(it["has"]) <= set(frame.columns)), None)


def named(read_in: gpd.GeoDataFrame, source: Source, city: str, findings: Findings) -> tuple[gpd.GeoDataFrame, str]:
    """(the canonical columns out of the file's properties, id of the published set or '')."""
    table, published = contract.tables()[source.table], set_of(read_in)
    if published and "without" in published and published["without"][0] in read_in:
        name, value = published["without"]
        read_in = read_in[read_in[name].map(written) != value]
    texts = of_set(read_in, published, table.layer, city) if published else of_headers(read_in, table, findings)
    columns = {name: texts.get(name, pd.Series("", index=read_in.index)) for name in COLUMNS}
    columns["layer"] = columns["layer"].where(columns["layer"] != "", table.layer)
    if table.layer == "ward":
        columns["name"] = columns["name"].map(lambda it: it.rsplit(city, 1)[-1] or it)  # without the city's own name
    for name in ("code", "ward"):
        columns[name] = columns[name].map(five_digits)
    columns[OF_CITY] = texts.get(OF_CITY, pd.Series(False, index=read_in.index))
    frame = gpd.GeoDataFrame(columns, geometry=read_in.geometry, crs=read_in.crs)
    return frame, published["id"] if published else ""


def five_digits(code: str) -> str:
    """A code without its check digit; as it stands where the digit is none (a town has codes of its own)."""
    try:
        return values.municipality(code)
    except ValueError:
        return code


def of_set(read_in: gpd.GeoDataFrame, published: dict, layer: str, city: str) -> dict[str, pd.Series]:
    """Columns of a published set. Wards of a set of smaller areas are put together from them."""
    smaller = layer == "ward" and published["ward"] != published["code"]
    names = first_filled(read_in, published["city"] if smaller else published["name"])
    code = published["ward"] if layer == "ward" else published["code"]
    found = {"code": joined(read_in, code), "ward": joined(read_in, published["ward"])}
    told = [read_in[name].map(written).str.startswith(city) for name in published["city"] if name in read_in]
    of_city = np.logical_or.reduce(told) if told else np.zeros(len(read_in), dtype=bool)
    return found | {"name": names, OF_CITY: pd.Series(of_city, index=read_in.index)}


def first_filled(read_in: gpd.GeoDataFrame, properties: list[str]) -> pd.Series:
    texts = pd.Series("", index=read_in.index)
    for name in [name for name in properties if name in read_in]:
        texts = texts.where(texts != "", read_in[name].map(written))
    return texts


def joined(read_in: gpd.GeoDataFrame, properties: list[str]) -> pd.Series:
    texts = pd.Series("", index=read_in.index)
    for name in properties:
        texts = texts + read_in[name].map(written)
    return texts


def of_headers(read_in: gpd.GeoDataFrame, table: contract.Table, findings: Findings) -> dict[str, pd.Series]:
    """Columns found by the headers of the contract; the rest is dropped."""
    columns = {}
    for column in table.columns.values():
        found = [name for name in read_in.columns if name != "geometry" and table.column_of(str(name)) == column.name]
        if len(found) > 1:
            findings.add("error", "doubled_column", column=found[-1], name=column.name, headers=" / ".join(found))
        texts = read_in[found[0]].map(written) if found else pd.Series("", index=read_in.index)
        if column.required == "value":
            blank = [(row, None) for row in texts.index[texts == ""]]
            findings.add_rows("error", "value_required", blank, found[0] if found else column.name)
        columns[column.name] = texts
    return columns


def written(value: object) -> str:
    """A property as text: 43101.0 and 43101 -> '43101'; bytes as the office wrote them."""
    if isinstance(value, bytes):
        return next((text for it in shapes.ENCODINGS if (text := read.strictly(value, it)) is not None), "").strip()
    if value is None or value != value:  # NaN
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def own(frame: gpd.GeoDataFrame, layer: str, known: Known, published: bool, findings: Findings) -> gpd.GeoDataFrame:
    """The areas of this city; how many others were left out is told. Where nothing is known of it all stay."""
    codes = known.areas.get("ward" if layer == "town" else layer, {})
    if layer == "town":
        mine = frame["ward"].map(lambda it: codes.get(values.squashed(it)))
    else:
        by_code = frame["code"].map(lambda it: codes.get(values.squashed(it)))
        by_name = frame["name"].map(lambda it: codes.get(values.squashed(it)))
        if frame[OF_CITY].any():  # wards of other cities may bear the same name
            by_name = by_name.where(frame[OF_CITY])
        mine = by_code.where(by_code.notna(), by_name)
        mine = mine.where(mine != "", frame["code"])
    if not codes and frame[OF_CITY].any():
        mine = frame["code"].where(frame[OF_CITY])
    frame = frame.drop(columns=OF_CITY)
    if mine.notna().any() and (published or layer != "ward" or frame["code"].isin(mine).any()):
        out = frame[mine.isna()]
        if len(out):
            shown = " / ".join(list(dict.fromkeys(out["name"]))[:5])
            findings.add("note", "other_areas_left_out", count=len(out), names=shown)
        frame = frame[mine.notna()]
        frame = frame.assign(**({} if layer == "town" else {"code": mine.dropna()}))
    elif codes and (published or layer in ("district", "association")):
        return frame.iloc[:0]
    return frame


def check_shapes(frame: gpd.GeoDataFrame, findings: Findings) -> None:
    """Every shape is a sound surface somewhere on earth; parts of one area have one name."""
    for row, code, shape in zip(frame.index, frame["code"], frame.geometry, strict=True):
        if shape is None or shape.is_empty or shape.geom_type not in SURFACES:
            findings.add("error", "no_surface", row, "geometry", code)
        elif not shape.is_valid:
            findings.add("error", "crossing_outline", row, "geometry", code)
        elif not np.isfinite(shape.bounds).all() or (not projected(frame) and off_earth(shape.bounds)):
            findings.add("error", "off_earth", row, "geometry", code)
    names = frame.groupby(["layer", "code"], sort=False)["name"].transform("nunique")
    doubled = frame[(names > 1) & frame.duplicated(["layer", "code"])]
    findings.add_rows("error", "doubled_outline", zip(doubled.index, doubled["code"], strict=True), "code")


def projected(frame: gpd.GeoDataFrame) -> bool:
    return frame.crs is not None and frame.crs.is_projected


def off_earth(bounds: tuple[float, float, float, float]) -> bool:
    west, south, east, north = bounds
    return west < -180 or east > 180 or south < -90 or north > 90


def one_each(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """One row an area: its parts are put together."""
    if not frame.duplicated(["layer", "code"]).any():
        return frame
    whole = frame.dissolve(by=["layer", "code"], as_index=False, sort=False)
    whole.index = range(1, len(whole) + 1)
    return whole[[*COLUMNS, "geometry"]]


def thinned(frame: gpd.GeoDataFrame, findings: Findings) -> gpd.GeoDataFrame:
    """Fewer points, shared borders kept shared; the same frame where outlines overlap (then found)."""
    found = frame.geometry.to_numpy()
    if not shapely.coverage_is_valid(found):
        findings.add("note", "outlines_overlap")
        return frame
    return frame.set_geometry(gpd.GeoSeries(shapely.coverage_simplify(found, TOLERANCE), frame.index, crs=frame.crs))


def points(frame: gpd.GeoDataFrame) -> int:
    return int(shapely.get_num_coordinates(frame.geometry.to_numpy()).sum())
