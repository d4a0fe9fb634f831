"""The hand-made city with borders: two wards side by side, their school districts and associations cut out of them."""

import geopandas as gpd
import pandas as pd
from place_city import associations, districts, place_frames
from shapely.geometry import box
from survey_city import city

from dashboard.edition.store import Store
from dashboard.publish.build import assemble, store_frames
from dashboard.settings import Settings, settings

WIDE = 4000  # metres of a ward
FILES = {"ward": "区の境界.geojson", "district": "校区の境界.geojson", "association": "自治会の境界.geojson"}


def cut(shape, codes: list[str], across: bool) -> dict:
    """A rectangle in strips of like width, one a code."""
    west, south, east, north = shape.bounds
    ends = [place / len(codes) for place in range(len(codes) + 1)]
    strips = {}
    for code, start, end in zip(codes, ends, ends[1:], strict=False):
        xs = (west, east) if across else (west + start * (east - west), west + end * (east - west))
        ys = (south + start * (north - south), south + end * (north - south)) if across else (south, north)
        strips[code] = box(xs[0], ys[0], xs[1], ys[1])
    return strips


def boundaries() -> gpd.GeoDataFrame:
    """Outlines of the wards, the districts and the associations that still exist, as intake gives them."""
    layers = {"ward": {"99101": box(0, 0, WIDE, WIDE), "99102": box(WIDE, 0, 2 * WIDE, WIDE)}}
    layers["district"] = pieces(layers["ward"], districts(), "ward", "district", across=False)
    living = associations()[associations()["valid_to"].isna()]
    layers["association"] = pieces(layers["district"], living, "district", "association", across=True)
    rows = [(layer, code, shape) for layer, shapes in layers.items() for code, shape in shapes.items()]
    frame = pd.DataFrame([row[:2] for row in rows], columns=["layer", "code"])
    frame = frame.assign(name=frame["code"], name_en=None)
    return gpd.GeoDataFrame(frame, geometry=[shape for *_, shape in rows], crs=6670).to_crs(4326)


def pieces(outer: dict, frame: pd.DataFrame, of: str, key: str, across: bool) -> dict:
    """The shapes of a finer layer."""
    found = {}
    for code, shape in outer.items():
        found |= cut(shape, frame.loc[frame[of] == code, key].tolist(), across)
    return found


def origins() -> pd.DataFrame:
    plain = {"outline_set": "", "made_from": "polygons", "tolerance_m": 25, "points_kept": 20, "areas": 2}
    plain |= {"sha256": "0"}
    return pd.DataFrame([{**plain, "layer": layer, "file": file} for layer, file in FILES.items()])


def published(folder) -> Settings:
    """A home with such an edition."""
    here, kept = settings(folder), city()
    kept.frames |= place_frames()
    kept.boundaries, kept.origins = boundaries(), origins()
    kept.sources = pd.concat([kept.sources, *(kept.sources.assign(table_name=name) for name in place_frames())])
    store = Store(here.home.editions)
    with store.publish_lock():
        store_frames(store, assemble(kept, here), True, here.release)
    return here
