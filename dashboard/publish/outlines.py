"""Outlines ready to draw: rings in kilometres around the wards' centre, and where a label has most room."""

import hashlib
import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from dashboard.i18n import LANGUAGES, text
from dashboard.publish.codebook import present
from dashboard.settings import DATA

WARD, DISTRICT, ASSOCIATION, CONTEXT = "ward", "district", "association", "context"
DRAWN = ("polygons", "towns")  # a cell around points is nobody's border: where only points are known, points are drawn
COLUMNS = ["layer", "code", "label_ja", "label_en", "rings", "label_x", "label_y", "room", "sort_no"]
ORIGINS = [
    "layer", "made_from", "outline_set", "file_name", "credit_ja", "credit_en", "tolerance_m", "areas", "points",
]  # fmt: skip
METRES, DECIMALS = 1000, 3


def outlines(
    kept: gpd.GeoDataFrame | None, wards: list[str], plane: dict, origins: pd.DataFrame | None = None
) -> pd.DataFrame:
    """The edition's table of outlines.

    kept: boundaries the city loaded, or None; wards: the codes that must all be there; plane: settings' [map].
    origins: where kept layers come from; districts and associations are drawn where theirs says they have borders.
    The shipped wards stand in where the city loaded none and the codes are the same; else there is no map.
    """
    shipped = layer_of(DATA / plane["wards"], wards)
    drawn = chosen_layer(kept, shipped, wards, plane)
    if drawn is None:
        return pd.DataFrame(columns=COLUMNS)
    origin = middle(drawn)
    context = None if shipped is None else read_layer(DATA / plane["context"])
    layers = [
        (WARD, drawn),
        (DISTRICT, smaller(DISTRICT, kept, origins, plane)),
        (ASSOCIATION, smaller(ASSOCIATION, kept, origins, plane)),
        (CONTEXT, None if context is None else context.to_crs(plane["projection"])),
    ]
    rows = [row for name, layer in layers if layer is not None for row in rows_of(name, layer, origin)]
    return pd.DataFrame(rows, columns=COLUMNS)


def smaller(name: str, kept, origins: pd.DataFrame | None, plane: dict) -> gpd.GeoDataFrame | None:
    """The school districts or associations on the plane, None where no borders of theirs are known."""
    if kept is None or origins is None or origins.empty:
        return None
    if not (origins["layer"].eq(name) & origins["made_from"].isin(DRAWN)).any():
        return None
    return kept[kept["layer"] == name].sort_values("code").to_crs(plane["projection"])


def chosen_layer(kept, shipped, wards: list[str], plane: dict) -> gpd.GeoDataFrame | None:
    """The wards on the plane: the city's own if it loaded them all, else the shipped ones, else None."""
    loaded = None if kept is None else whole_layer(kept[kept["layer"] == WARD], wards)
    if loaded is not None:
        return in_english(loaded, shipped).to_crs(plane["projection"])
    return None if shipped is None else shipped.to_crs(plane["projection"])


def in_english(loaded: gpd.GeoDataFrame, shipped: gpd.GeoDataFrame | None) -> gpd.GeoDataFrame:
    """Published sets of outlines have no English names: the shipped one stands in for a ward of the same name."""
    if shipped is None:
        return loaded
    known = dict(zip(zip(shipped["code"], shipped["name"], strict=True), shipped["name_en"], strict=True))
    own = zip(loaded["code"], loaded["name"], loaded["name_en"], strict=True)
    return loaded.assign(name_en=[present(english) or known.get((code, name)) for code, name, english in own])


def origin_rows(
    origins: pd.DataFrame, drawn: pd.DataFrame, kept, plane: dict, sets: list[dict], own: dict
) -> pd.DataFrame:
    """The edition's table of where outlines come from: of the layers the home keeps, and of the shipped ones drawn.

    origins: of the layers the home keeps (intake.KeptTables); drawn: the edition's outlines; sets: the published
    sets of the contract, with their credits; own: what the city's own settings say of the map.
    """
    wards = drawn[drawn["layer"] == WARD]
    loaded = set() if kept is None else set(kept.loc[kept["layer"] == WARD, "code"])
    is_own = len(wards) > 0 and set(wards["code"]) == loaded
    rows = []
    for row in origins.to_dict("records"):
        if row["layer"] != WARD or is_own:
            credit = ward_credit(row, plane, sets, own) if row["layer"] == WARD else set_credit(row, sets)
            rows.append({**row, **credit, "file_name": row["file"], "points": row["points_kept"]})
    if len(wards) and not any(row["layer"] == WARD for row in rows):
        rows.insert(0, shipped_row(WARD, "wards", credit_of(own) or credit_of(plane), wards, plane))
    around = drawn[drawn["layer"] == CONTEXT]
    if len(around):
        rows.append(shipped_row(CONTEXT, "context", credit_of(plane, "context_"), around, plane))
    return pd.DataFrame(rows, columns=ORIGINS)


def shipped_row(layer: str, name: str, credit: dict, drawn: pd.DataFrame, plane: dict) -> dict:
    """Where a layer that came with the program is from. name: of its file in settings' [map]."""
    size = sum(len(ring) for rings in drawn["rings"] for ring in json.loads(rings))
    told = {"layer": layer, "made_from": "shipped", "outline_set": "", "file_name": Path(plane[name]).name}
    return {**told, **credit, "tolerance_m": 0, "areas": len(drawn), "points": size}


def ward_credit(row: dict, plane: dict, sets: list[dict], own: dict) -> dict[str, str]:
    """The source of the wards that the city loaded: as the city says, else what is known of the file.

    The shipped file, handed in as the city's own, keeps its credit.
    """
    if credit_of(own):
        return credit_of(own)
    shipped = DATA / plane["wards"]
    if shipped.is_file() and row["sha256"] == hashlib.sha256(shipped.read_bytes()).hexdigest():
        return credit_of(plane)
    known = set_credit(row, sets)
    message = "publish.outline.of_set" if known["credit_ja"] else "publish.outline.of_file"
    words = {lang: {"credit": known[f"credit_{lang}"], "file": row["file"]} for lang in LANGUAGES}
    return {f"credit_{lang}": text(message, lang, **words[lang]) for lang in LANGUAGES}


def set_credit(row: dict, sets: list[dict]) -> dict[str, str]:
    """The credit of the published set that a file is of; blank for any other file."""
    known = next((it for it in sets if it["id"] == row["outline_set"]), {})
    return {f"credit_{lang}": known.get(lang, "") for lang in LANGUAGES}


def credit_of(plane: dict, which: str = "") -> dict[str, str]:
    """The credit that settings name, a language left out as the Japanese; {} where they name none."""
    said = plane.get(f"{which}credit_ja", "")
    return {f"credit_{lang}": plane.get(f"{which}credit_{lang}") or said for lang in LANGUAGES} if said else {}


def middle(drawn: gpd.GeoDataFrame) -> tuple[float, float]:
    west, south, east, north = drawn.total_bounds
    return (west + east) / 2, (south + north) / 2


def plane_origin(kept: gpd.GeoDataFrame | None, wards: list[str], plane: dict) -> tuple[float, float] | None:
    """The origin of the kilometres of `outlines`, in metres of the projection; None where there is no map."""
    drawn = chosen_layer(kept, layer_of(DATA / plane["wards"], wards), wards, plane)
    return None if drawn is None else middle(drawn)


def read_layer(path: Path) -> gpd.GeoDataFrame | None:
    """A shipped layer (properties code, name, name_en) by code, or None where the file is absent."""
    return gpd.read_file(path).sort_values("code").reset_index(drop=True) if path.is_file() else None


def layer_of(path: Path, wards: list[str]) -> gpd.GeoDataFrame | None:
    layer = read_layer(path)
    return None if layer is None else whole_layer(layer, wards)


def whole_layer(layer: gpd.GeoDataFrame, wards: list[str]) -> gpd.GeoDataFrame | None:
    """The layer by code if it holds exactly these wards, else None: a map with a hole would mislead."""
    ordered = layer.sort_values("code").reset_index(drop=True)
    return ordered if wards and ordered["code"].tolist() == wards else None


def rows_of(name: str, layer: gpd.GeoDataFrame, origin: tuple[float, float]) -> list[dict]:
    return [
        {"layer": name, "code": row["code"], **labels(row), **drawing(row["geometry"], origin), "sort_no": place}
        for place, row in enumerate(layer.to_dict("records"), start=1)
    ]


def labels(row: dict) -> dict[str, str]:
    name = present(row.get("name")) or row["code"]
    return {"label_ja": name, "label_en": present(row.get("name_en")) or name}


def drawing(shape: shapely.Geometry, origin: tuple[float, float]) -> dict:
    """Rings as JSON, and the centre and radius of the largest circle inside, all in km."""
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    circle = shapely.maximum_inscribed_circle(shape)
    (x, y), *_ = kilometres(circle.coords[:1], origin)
    drawn = [kilometres(ring.coords, origin) for ring in rings]
    room = round(circle.length / METRES, DECIMALS)
    return {"rings": json.dumps(drawn, separators=(",", ":")), "label_x": x, "label_y": y, "room": room}


def kilometres(points: list, origin: tuple[float, float]) -> list[list[float]]:
    moved = (np.asarray(points, dtype=float)[:, :2] - origin) / METRES
    return (np.round(moved, DECIMALS) + 0.0).tolist()  # + 0.0: no negative zero
