"""Areas of an edition: the city, its wards, school districts and associations, placed on the plane of the outlines."""

import datetime

import geopandas as gpd
import pandas as pd

from dashboard.publish.codebook import present

CITY, WARD, DISTRICT, ASSOCIATION, ALL = "city", "ward", "district", "association", "all"
KINDS = (CITY, WARD, DISTRICT, ASSOCIATION)
COLUMNS = [
    "area_kind", "area", "label_ja", "label_en", "name_kana", "ward", "district", "centre", "x", "y",
    "valid_from", "valid_to", "succeeded_by", "sort_no",
]  # fmt: skip
METRES, DECIMALS = 1000, 3
Tables = dict[str, pd.DataFrame]


def area_rows(
    frames: Tables, outlines: pd.DataFrame, settings: dict, origin: tuple[float, float] | None
) -> pd.DataFrame:
    """The edition's table of areas; empty where no table of places was handed in.

    origin: of the plane of `outlines`, in metres; None: the mean of the points.
    """
    districts, associations = frames.get("districts"), frames.get("associations")
    if districts is None or (districts.empty and (associations is None or associations.empty)):
        return pd.DataFrame(columns=COLUMNS)
    placed = positions(associations, settings["map"]["projection"], origin)
    centres = dict(zip(districts["district"], districts["centre"], strict=True))
    middle = {code: (rows["x"].mean(), rows["y"].mean()) for code, rows in placed.groupby("district")}
    wards = sorted({*districts["ward"].dropna(), *associations["ward"].dropna()})
    rows = [named(CITY, ALL, settings["city"]["name_ja"], settings["city"]["name_en"])]
    rows += [ward_row(code, outlines) for code in wards]
    rows += [district_row(row, middle) for row in districts.sort_values(["ward", "district"]).to_dict("records")]
    ordered = placed.sort_values(["district", "association"])
    rows += [association_row(row, centres) for row in ordered.to_dict("records")]
    for number, row in enumerate(rows):
        row["sort_no"] = number
    return pd.DataFrame(rows, columns=COLUMNS)


def positions(associations: pd.DataFrame, projection: int, origin: tuple[float, float] | None) -> pd.DataFrame:
    """The associations with x and y in km from the origin, NaN where no place was given."""
    points = gpd.GeoSeries(gpd.points_from_xy(associations["lon"], associations["lat"]), crs=4326).to_crs(projection)
    points.index = associations.index
    west, south = origin or (points.x.mean(), points.y.mean())
    x, y = ((points.x - west) / METRES).round(DECIMALS), ((points.y - south) / METRES).round(DECIMALS)
    known = associations["lat"].notna() & associations["lon"].notna()
    return associations.assign(x=x.where(known), y=y.where(known))


def named(kind: str, area: str, ja: str, en: str | None) -> dict:
    return {"area_kind": kind, "area": area, "label_ja": ja, "label_en": en or ja}


def ward_row(code: str, outlines: pd.DataFrame) -> dict:
    drawn = outlines[(outlines["layer"] == WARD) & (outlines["code"] == code)]
    words = (code, code) if drawn.empty else (drawn["label_ja"].iloc[0], drawn["label_en"].iloc[0])
    at = {} if drawn.empty else {"x": drawn["label_x"].iloc[0], "y": drawn["label_y"].iloc[0]}
    return {**named(WARD, code, *words), "ward": code, **at}


def district_row(row: dict, middle: dict[str, tuple[float, float]]) -> dict:
    x, y = middle.get(row["district"], (None, None))
    return {
        **named(DISTRICT, row["district"], row["name_ja"], present(row["name_en"])),
        "name_kana": row["name_kana"], "ward": row["ward"], "district": row["district"],
        "centre": present(row["centre"]), "x": x, "y": y,
    }  # fmt: skip


def association_row(row: dict, centres: dict[str, str]) -> dict:
    kept = ("name_kana", "ward", "district", "x", "y", "valid_from", "valid_to", "succeeded_by")
    return {
        **named(ASSOCIATION, row["association"], row["name_ja"], present(row["name_en"])),
        **{name: present(row[name]) for name in kept},
        "centre": present(centres.get(row["district"])),
    }


def valid_in(areas: pd.DataFrame, year: int) -> pd.DataFrame:
    """The areas that existed on some day of a fiscal year."""
    first, last = datetime.date(year, 4, 1), datetime.date(year + 1, 3, 31)
    since = areas["valid_from"].map(lambda day: present(day) is None or day <= last).astype(bool)
    until = areas["valid_to"].map(lambda day: present(day) is None or day >= first).astype(bool)
    return areas[since & until]
