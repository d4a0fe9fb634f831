"""Outlines: every way they are handed round gives the same wards; districts from polygons, towns or points."""

import geopandas as gpd
import pytest
from drawn_city import CITY, CODES, NAMES, PLANE, packed, variants, wards, written
from shapely.geometry import MultiPolygon, Point, Polygon, box

from dashboard.intake import boundaries
from dashboard.intake.dissolve import derived
from dashboard.intake.report import Findings
from dashboard.intake.tables import Source
from dashboard.settings import ROOT, settings

CASES = ROOT.parent / "shared" / "cases"
KNOWN = boundaries.Known(CITY, PLANE, {"ward": {code: code for code in CODES}})


def read(name, data, table="boundaries", known=KNOWN):
    findings = Findings(name)
    return boundaries.outlines(Source(name, data, table), known, findings), [it.rule for it in findings.problems]


def overlap(one: gpd.GeoSeries, other: gpd.GeoSeries) -> list[float]:
    """Intersection over union of each pair of areas."""
    one, other = one.to_crs(PLANE), other.to_crs(PLANE)
    return list((one.intersection(other, align=False).area / one.union(other, align=False).area).round(4))


@pytest.mark.parametrize("name", variants(wards(), CITY))
def test_every_variant_gives_the_same_five_wards(name):
    found, rules = read(name, variants(wards(), CITY)[name])
    assert found is not None, rules
    assert found.frame["code"].tolist() == CODES and found.frame["name"].tolist() == NAMES
    assert min(overlap(found.frame.geometry, wards().geometry)) >= 0.995
    assert found.origin["points_kept"] < found.origin["points_read"] / 4 and found.origin["tolerance_m"] == 25
    assert ("no_projection" in rules) == ("no-prj" in name)
    published = "census" if name == "区の境界.zip" else "" if name == "boundaries.geojson" else "n03"
    assert found.origin["outline_set"] == published and ("other_areas_left_out" in rules) == (published == "n03")


def test_neighbours_share_their_borders_and_an_island_stays():
    found, _ = read("N03.geojson", variants(wards(), CITY)["N03-newer.geojson"])
    shapes = found.frame.to_crs(PLANE).geometry
    assert shapes.union_all().area == pytest.approx(shapes.area.sum(), rel=1e-9)
    assert isinstance(shapes.iloc[-1], MultiPolygon)


def test_wards_of_another_city_are_refused():
    other = boundaries.Known("よその市", PLANE, {"ward": {"01101": "01101"}})
    found, rules = read("N03.geojson", variants(wards(), CITY)["N03-newer.geojson"], known=other)
    assert found is None and "no_own_outlines" in rules


@pytest.mark.parametrize(("data", "rule"), [
    (packed({"a.txt": b"x"}), "no_outlines_inside"), (packed({"a.shp": b"x" * 200}), "bad_boundaries"),
    (b"PK\3\4broken", "bad_zip"), (b"SQLite format 3\0" + b"x" * 99, "bad_boundaries"),
    (gpd.GeoDataFrame({"code": ["51101"], "name": ["x"]}, geometry=[box(0, 99, 1, 100)], crs=4326).to_json().encode(),
     "off_earth"),
])  # fmt: skip
def test_what_holds_no_outlines_is_refused(data, rule):
    found, rules = read("boundaries.zip", data)
    assert found is None and rule in rules


def test_a_shapefile_is_taken_with_what_stands_beside_it_and_kept(tmp_path, city):
    from dashboard import intake

    areas = wards().iloc[:2].assign(code=["51101", "51102"])
    for name, data in written(areas, ".shp").items():
        (city.files / name.replace("layer", "区の境界")).write_bytes(data)
    report = intake.load([city.files], city.settings)
    assert report.ok, [it.message("en") for it in report.problems if it.severity == "error"]
    kept = intake.kept_tables(city.settings)
    assert kept.boundaries["name"].tolist() == NAMES[:2] and kept.origins["file"].tolist() == ["区の境界.zip"]
    assert report.tables[0].keys() >= {"file", "encoding", "rows"}


def test_tables_that_only_name_their_wards_take_the_codes_of_the_outlines_with_them(city):
    """The file's neighbour has a ward of the same name: only the city's own name tells the two apart."""
    from dashboard import intake

    rows = (city.files / "units.csv").read_text("utf-8-sig")
    city.put("units.csv", rows.replace("51101", NAMES[0]).replace("51102", NAMES[1]).encode())
    city.put("N03-20250101_43_GML.zip", variants(wards().iloc[:2], CITY)["N03-20250101_43_GML.zip"])
    refused = intake.load([city.files], city.settings)
    assert [it.value for it in refused.problems if it.rule == "bad_ward"] == [NAMES[0]] * 2
    home = city.settings.home.folder
    home.mkdir(exist_ok=True)
    (home / "settings.toml").write_text(f'[city]\nname_ja = "{CITY}"', encoding="utf-8")
    report = intake.load([city.files], settings(home))
    assert report.ok, [it.message("en") for it in report.problems if it.severity == "error"]
    kept = intake.kept_tables(settings(home))
    assert set(kept.frames["units"]["ward"].dropna()) == set(CODES[:2]) == set(kept.boundaries["code"])

    towns = wards().iloc[:2].assign(PREF="51", CITY=["101", "102"], KEY_CODE=["51101001", "51102001"], S_NAME="本町")
    towns = towns.assign(CITY_NAME="よその市", HCODE=8101).drop(columns=["code", "name"])
    city.put("A002005212020DDSWC51100.zip", packed(written(towns, ".shp")))
    again = intake.load([city.files], settings(home))
    assert again.ok, [it.message("en") for it in again.problems if it.severity == "error"]
    assert "town" in set(intake.kept_tables(settings(home)).origins["layer"])


def frames(**tables):
    import pandas as pd

    return {name: pd.DataFrame(rows) for name, rows in tables.items()}


PLACED = [("a1", "一", "51101", "K1", 130.91, 33.02), ("a2", "二", "51101", "K1", 130.91, 33.04),
          ("a3", "三", "51102", "K2", 130.955, 33.02)]  # fmt: skip
ASSOCIATIONS = [
    {"association": code, "name_ja": name, "ward": ward, "district": district, "lon": lon, "lat": lat, "valid_to": None}
    for code, name, ward, district, lon, lat in PLACED
]
DISTRICTS = [{"district": "K1", "name_ja": "甲校区"}, {"district": "K2", "name_ja": "乙校区"}]


def test_without_a_drawing_districts_are_cells_around_points():
    ward, _ = read("N03.geojson", variants(wards(), CITY)["N03-newer.geojson"])
    found = derived({"ward": ward}, frames(associations=ASSOCIATIONS, districts=DISTRICTS), KNOWN)
    assert set(found) == {"association", "district"} and found["district"].origin["made_from"] == "points"
    district, own = (it.set_index("code").to_crs(PLANE).geometry for it in (found["district"].frame, ward.frame))
    assert district["K1"].symmetric_difference(own["51101"]).area < 1  # m2: both associations share one ward
    cells = found["association"].frame.set_index("code").geometry
    assert all(cells[it["association"]].contains(Point(it["lon"], it["lat"])) for it in ASSOCIATIONS)
    assert found["district"].frame["name"].tolist() == ["甲校区", "乙校区"]


def test_a_list_of_towns_is_dissolved_by_ward_and_name():
    names = ["本町", "新町", "本町"]  # a name in two wards
    ward_codes = ["51101", "51101", "51102"]
    shapes = [box(0, 0, 100, 100), box(100, 0, 200, 100), box(200, 0, 300, 100)]
    towns = gpd.GeoDataFrame({"code": ["1", "2", "3"], "name": names, "ward": ward_codes}, geometry=shapes, crs=PLANE)
    town, _ = read("小地域.geojson", towns.to_crs(6668).to_json().encode(), "town_boundaries")
    listed = [{"association": "a1", "town": "本町", "ward": "51101", "share": 1.0},
              {"association": "a2", "town": "新町", "ward": "51101", "share": 0.3},
              {"association": "a1", "town": "新町", "ward": "51101", "share": 0.7},
              {"association": "a3", "town": "本町", "ward": "51102", "share": None}]  # fmt: skip
    tables = frames(associations=ASSOCIATIONS, districts=DISTRICTS, association_towns=listed)
    found = derived({"town": town}, tables, KNOWN)
    assert found["district"].origin["made_from"] == "towns"
    area = found["association"].frame.set_index("code").to_crs(PLANE).area
    assert area["a1"] == pytest.approx(20000, rel=1e-3) and area["a3"] == pytest.approx(10000, rel=1e-3)


def test_no_slit_is_left_where_towns_do_not_share_every_point():
    """The border of the first lies a metre off in its middle: a file of towns that was drawn by hand."""
    shapes = [Polygon([(0, 0), (100, 0), (99, 50), (100, 100), (0, 100)]), box(100, 0, 200, 100)]
    towns = gpd.GeoDataFrame(
        {"code": ["1", "2"], "name": ["本町", "新町"], "ward": "51101"}, geometry=shapes, crs=PLANE
    )
    town, _ = read("小地域.geojson", towns.to_crs(6668).to_json().encode(), "town_boundaries")
    listed = [{"association": "a1", "town": name, "ward": "51101", "share": None} for name in ("本町", "新町")]
    found = derived({"town": town}, frames(associations=ASSOCIATIONS, association_towns=listed), KNOWN)
    [shape] = found["association"].frame.geometry
    assert shape.geom_type == "Polygon" and not shape.interiors


def test_districts_are_known_by_code_or_name():
    known = boundaries.Known(CITY, PLANE, {"district": {"k1": "K1", "甲校区": "K1", "k2": "K2", "乙校区": "K2"}})
    shapes = [box(0, 0, 900, 900), box(900, 0, 1800, 900), box(1800, 0, 2700, 900)]
    drawn = gpd.GeoDataFrame(
        {"校区コード": ["", "K2", ""], "校区名": ["甲 校区", "", "丙校区"]}, geometry=shapes, crs=PLANE
    )
    found, rules = read("校区界.geojson", drawn.to_crs(6668).to_json().encode(), "district_boundaries", known)
    assert found.frame["code"].tolist() == ["K1", "K2"] and "other_areas_left_out" in rules


@pytest.mark.skipif(not CASES.is_dir(), reason="the shared cases are not here")
def test_real_outlines_in_every_variant_and_the_coarse_ones():
    city = settings().values["city"]["name_ja"]
    reference = gpd.read_file(CASES / "n03" / "wards_reference_25m.geojson")
    codes = reference["code"].tolist()
    known = boundaries.Known(city, PLANE, {"ward": {code: code for code in codes}})
    names = reference["name"].str.rsplit(city).str[-1]
    plain, _ = read("boundaries.geojson", (CASES / "n03" / "wards_reference_25m.geojson").read_bytes(), known=known)
    assert plain.frame["name"].tolist() == names.tolist()
    for name, data in variants(reference.assign(name=names), city).items():
        found, rules = read(name, data, known=known)
        assert found is not None, (name, rules)
        assert found.frame["code"].tolist() == codes and found.frame["name"].tolist() == names.tolist(), name
        assert min(overlap(found.frame.geometry, reference.geometry)) >= 0.995, name
    coarse, _ = read("N03.geojson", (CASES / "n03" / "N03-21_43_210101.geojson").read_bytes(), known=known)
    shares = overlap(coarse.frame.geometry, reference.geometry)
    assert coarse.frame["code"].tolist() == codes and min(shares) > 0.93 and max(shares) < 0.98, shares
