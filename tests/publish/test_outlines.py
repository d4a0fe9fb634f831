"""Outlines in kilometres around the wards' centre."""

import hashlib
import json

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import MultiPolygon, Point, Polygon, box

from dashboard.publish.outlines import origin_rows, outlines

PLANE = {"projection": 6670, "wards": "no/such.geojson", "context": "no/such.geojson"}


def layer(*shapes, codes=("99101", "99102"), name="ward"):
    frame = gpd.GeoDataFrame({"layer": name, "code": list(codes), "name": ["東区", "西区"], "name_en": ["East", None]},
                             geometry=list(shapes), crs=6670)  # fmt: skip
    return frame.to_crs(4326)


@pytest.fixture
def squares():
    holed = box(2000, 0, 6000, 4000).difference(box(5000, 3000, 5500, 3500))
    return layer(box(-2000, 0, 2000, 4000), MultiPolygon([holed, box(6200, 0, 6300, 100)]))


def test_rings_are_closed_and_in_km_from_the_centre(squares):
    east, west = outlines(squares, ["99101", "99102"], PLANE).to_dict("records")
    ring = json.loads(east["rings"])
    assert len(ring) == 1 and ring[0][0] == ring[0][-1]
    # bounds -2.0..6.3 km by 0..4 km: the centre is at 2.15, 2.0
    assert {tuple(point) for point in ring[0]} == {(-4.15, -2.0), (-4.15, 2.0), (-0.15, 2.0), (-0.15, -2.0)}
    assert len(json.loads(west["rings"])) == 3  # outer ring, hole, island
    assert (east["label_ja"], west["label_en"], east["sort_no"], west["sort_no"]) == ("東区", "西区", 1, 2)


def test_the_label_has_most_room_inside(squares):
    for row in outlines(squares, ["99101", "99102"], PLANE).to_dict("records"):
        outer, *inner = json.loads(row["rings"])
        place = Point(row["label_x"], row["label_y"])
        shape = Polygon(outer, inner[:1])
        assert shape.contains(place)
        assert shape.boundary.distance(place) == pytest.approx(row["room"], abs=0.02)
        assert row["room"] > 1.5


def test_no_map_where_the_wards_are_not_the_citys(squares):
    assert outlines(squares, ["99101", "99103"], PLANE).empty
    assert outlines(None, ["99101"], PLANE).empty


def test_shipped_wards_stand_in_and_bring_their_neighbours(squares, tmp_path):
    kept = squares.drop(columns="layer")
    kept.to_file(tmp_path / "wards.geojson")
    kept.assign(code=["99901", "99902"]).to_file(tmp_path / "context.geojson")
    plane = {**PLANE, "wards": tmp_path / "wards.geojson", "context": tmp_path / "context.geojson"}
    drawn = outlines(None, ["99101", "99102"], plane)
    assert drawn[["layer", "code"]].to_numpy().tolist() == [
        ["ward", "99101"], ["ward", "99102"], ["context", "99901"], ["context", "99902"],
    ]  # fmt: skip
    assert outlines(None, ["99101", "99103"], plane).empty


def test_wards_without_english_names_take_the_shipped_ones(squares, tmp_path):
    shipped = squares.drop(columns="layer").assign(name_en=["Higashi", "Nishi"])
    shipped.to_file(tmp_path / "wards.geojson")
    plane = {**PLANE, "wards": tmp_path / "wards.geojson"}
    drawn = outlines(squares, ["99101", "99102"], plane)
    assert drawn["label_en"].tolist() == ["East", "Nishi"], "the city's own where it has one"
    renamed = squares.assign(name=["東区", "日の出区"])
    assert outlines(renamed, ["99101", "99102"], plane)["label_en"].tolist() == ["East", "日の出区"]


SETS = [{"id": "n03", "ja": "出典", "en": "credit"}]
ORIGIN = {"layer": "ward", "file": "N03-2025.zip", "outline_set": "n03", "made_from": "polygons", "tolerance_m": 25,
          "points_kept": 120, "areas": 2, "sha256": "0"}  # fmt: skip
CREDITS = {"credit_ja": "付属の出典", "credit_en": "shipped", "context_credit_ja": "周り"}


def test_every_layer_says_where_it_comes_from(squares, tmp_path):
    other = {**ORIGIN, "layer": "district", "file": "", "outline_set": "", "made_from": "points", "tolerance_m": 0}
    origins = pd.DataFrame([ORIGIN, other])
    plane = PLANE | CREDITS
    drawn = outlines(squares, ["99101", "99102"], plane)
    rows = origin_rows(origins, drawn, squares, plane, SETS, {}).set_index("layer")
    told = ["made_from", "file_name", "credit_ja", "points"]
    assert rows.loc["ward", told].tolist() == ["polygons", "N03-2025.zip", "出典（N03-2025.zip）", 120]
    assert rows.loc["district", ["made_from", "tolerance_m"]].tolist() == ["points", 0]
    squares.drop(columns="layer").assign(code=["99101", "99103"]).to_file(tmp_path / "wards.geojson")
    plane |= {"wards": tmp_path / "wards.geojson", "context": tmp_path / "wards.geojson"}
    drawn = outlines(squares, ["99101", "99103"], plane)
    rows = origin_rows(origins, drawn, squares, plane, SETS, {}).set_index("layer")
    assert rows.loc["ward", ["made_from", "credit_en", "areas"]].tolist() == ["shipped", "shipped", 2]
    assert rows.loc["context", ["credit_ja", "credit_en"]].tolist() == ["周り", "周り"]


@pytest.mark.parametrize(
    ("origin", "own", "credit"),
    [
        ({"outline_set": "", "file": "w.zip"}, {}, ["市の資料（w.zip）から作成", "made from the city’s file w.zip"]),
        ({}, {"credit_ja": "市作成", "credit_en": ""}, ["市作成", "市作成"]),
        ({}, {"credit_ja": ""}, ["出典（N03-2025.zip）", "credit, from N03-2025.zip"]),
        ({"outline_set": "", "sha256": None}, {}, ["付属の出典", "shipped"]),
    ],
    ids=["own file", "named by the city", "taken back", "the shipped file"],
)  # fmt: skip
def test_wards_of_the_city_never_claim_the_source_of_the_shipped_ones(squares, tmp_path, origin, own, credit):
    shipped = tmp_path / "wards.geojson"
    shipped.write_bytes(b"shipped")
    row = ORIGIN | origin
    row["sha256"] = row["sha256"] or hashlib.sha256(b"shipped").hexdigest()
    drawn = outlines(squares, ["99101", "99102"], PLANE)
    plane = PLANE | CREDITS | {"wards": shipped}
    rows = origin_rows(pd.DataFrame([row]), drawn, squares, plane, SETS, own).set_index("layer")
    assert rows.loc["ward", ["credit_ja", "credit_en"]].tolist() == credit


@pytest.mark.parametrize("name", ["district", "association"])
@pytest.mark.parametrize(("made", "drawn"), [("polygons", 2), ("towns", 2), ("points", 0), (None, 0)])
def test_smaller_areas_are_drawn_where_their_borders_are_known(squares, made, drawn, name):
    """Cells around points are nobody's border."""
    smaller = layer(box(-2000, 0, 0, 4000), box(0, 0, 2000, 4000), codes=("K2", "K1"), name=name)
    kept = pd.concat([squares, smaller])
    origins = pd.DataFrame([{"layer": name, "made_from": made}]) if made else None
    rows = outlines(kept, ["99101", "99102"], PLANE, origins)
    own = rows[rows["layer"] == name]
    assert own["code"].tolist() == ["K1", "K2"][:drawn] and (rows["layer"] == "ward").sum() == 2
    if drawn:  # on the same plane as the wards: K1 is the eastern half of 99101
        assert {x for x, _ in json.loads(own["rings"].iloc[0])[0]} == {-2.15, -0.15}
