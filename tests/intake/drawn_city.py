"""Five wards on a plane with wavy shared borders, and files of them as they are published."""

import io
import tempfile
import zipfile
from pathlib import Path

import geopandas as gpd
import numpy as np
from shapely.geometry import Polygon, box

CITY, CODES = "みなと市", ["51101", "51102", "51103", "51104", "51105"]
NAMES = ["中央区", "髙台区", "西区", "南区", "北区"]
PLANE = 6670


def edge(x: float) -> list[tuple[float, float]]:
    """A border from south to north with a point every 20 m, as a survey draws it."""
    north = np.arange(0, 6001, 20.0)
    east = x + 150 * np.sin(north / 400) + 4 * np.sin(north / 7)
    return list(zip(east, north, strict=True))


def wards() -> gpd.GeoDataFrame:
    """code, name, geometry: five strips side by side; the last has an island."""
    edges = [edge(x) for x in range(-10000, 10001, 4000)]
    shapes = [Polygon([*west, *reversed(east)]) for west, east in zip(edges, edges[1:], strict=False)]
    shapes[-1] = shapes[-1].union(box(12000, 0, 13000, 900))
    return gpd.GeoDataFrame({"code": CODES, "name": NAMES}, geometry=shapes, crs=PLANE).to_crs(6668)


def n03(areas: gpd.GeoDataFrame, city: str, newer: bool) -> gpd.GeoDataFrame:
    """The properties of N03, every part a feature of its own, and one municipality next door."""
    parts = areas.explode(ignore_index=True)
    if newer:
        texts = {
            "N03_001": "某県",
            "N03_003": None,
            "N03_004": city,
            "N03_005": parts["name"],
            "N03_007": parts["code"],
        }
    else:
        texts = {"N03_001": "某県", "N03_003": city, "N03_004": parts["name"], "N03_007": parts["code"]}
    frame = gpd.GeoDataFrame(texts, geometry=parts.geometry, crs=parts.crs)
    other = (
        frame.iloc[[0]].assign(N03_003=None, N03_004="隣町", N03_007="51441").set_geometry([box(131.5, 32, 132, 33)])
    )
    return gpd.GeoDataFrame(np.vstack([frame, other[frame.columns]]), columns=frame.columns, crs=frame.crs)


def written(frame: gpd.GeoDataFrame, ending: str, encoding: str = "cp932") -> dict[str, bytes]:
    """{'layer.shp': bytes, ...} as a program writes them."""
    with tempfile.TemporaryDirectory() as folder:
        options = {"encoding": encoding} if ending == ".shp" else {}
        frame.to_file(Path(folder) / f"layer{ending}", **options)
        return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def packed(files: dict[str, bytes], folder: str = "", without: tuple[str, ...] = ()) -> bytes:
    """A zip of files in a sub-folder whose name is written as Windows writes it, in CP932 without a mark."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            if Path(name).suffix not in without:
                archive.writestr(folder + name, data)
        archive.writestr(folder + "readme.txt", b"about")
    return buffer.getvalue().replace(b"deep", "深界".encode("cp932"))


def variants(areas: gpd.GeoDataFrame, city: str) -> dict[str, bytes]:
    """File name -> bytes: the same wards in every way that they are handed round."""
    older, newer = n03(areas, city, newer=False), n03(areas, city, newer=True)
    utf8, cp932 = written(newer, ".shp", "utf-8"), written(older, ".shp")
    e_stat = areas.assign(PREF=areas["code"].str[:2], CITY=areas["code"].str[2:], KEY_CODE=areas["code"] + "001")
    e_stat = e_stat.assign(CITY_NAME=city + areas["name"], S_NAME="一丁目", HCODE=8101).drop(columns=["code", "name"])
    [geojson], [gpkg] = written(newer, ".geojson").values(), written(newer, ".gpkg").values()
    return {
        "N03-20250101_43_GML.zip": packed(utf8, "N03-20250101_43_GML/"),
        "n03-210101_43.zip": packed(cp932, "deep/x/"),
        "N03-no-cpg.zip": packed(cp932, without=(".cpg",)),
        "N03-utf8-no-cpg.zip": packed(utf8, without=(".cpg",)),
        "N03-no-prj.zip": packed(utf8, without=(".prj", ".cpg")),
        "N03-newer.geojson": geojson,
        "N03-both.zip": packed({"N03.geojson": geojson, **cp932}, "x/"),
        "区界.gpkg": gpkg,
        "区の境界.zip": packed(written(e_stat, ".shp"), without=(".cpg",)),
        "boundaries.geojson": areas.assign(code=[code + digit(code) for code in areas["code"]])
        .to_json()
        .encode("cp932"),
    }


def digit(code: str) -> str:
    """The check digit of a municipality code."""
    total = sum(int(it) * weight for it, weight in zip(code, (6, 5, 4, 3, 2), strict=True))
    return str((11 - total % 11) % 10)
