"""The wide export: labels, codes and headers in every mixture; who a person is never gets in."""

import json

import geopandas as gpd
import pytest
from shapely.geometry import box
from small_city import ANSWERS, HEADER, PLACES, csv_bytes, export

from dashboard import intake

SECRETS = {
    "氏名": "山田太郎",
    "職員番号": "A1234567",
    "メールアドレス": "yamada@example.jp",
    "タイムスタンプ": "2025/07/08 09:15:23",
    "ＩＰアドレス": "192.168.10.20",
    "生年月日": "1980-05-06",
    "ID": "R-000417",
    "自由にお書きください。": "上司の鈴木が問題だ",
    "感想": "秘密の感想",
    "": "見出しのない秘密",
}


def loaded(city) -> intake.KeptTables:
    report = intake.load([city.files], city.settings)
    assert report.ok, [it.message("en") for it in report.problems if it.severity == "error"]
    return intake.kept_tables(city.settings)


def test_labels_and_codes_become_codes(city):
    frame = loaded(city).responses["2025"]
    assert list(frame.columns) == ["respondent", "unit", "ward", "grade", "age", "dispatched", "q1", "q2", "q3"]
    assert frame["respondent"].tolist() == list(range(1, 31))
    assert frame["unit"].tolist()[:6] == ["U1", "U1", "U2", "U3", None, None]
    assert frame["ward"].tolist()[:6] == ["HQ", "HQ", "51101", "51102", "HQ", None]
    assert frame["grade"].tolist()[:2] == ["g1", "g2"] and frame["dispatched"].tolist()[:2] == ["never", "now"]
    assert frame[["q1", "q2", "q3"]].to_numpy().tolist()[:3] == [["7", "4", "1"], ["7", "2", "0"], ["3", None, "5"]]


@pytest.mark.parametrize(
    "headers", [["q1", "q2", "q3"], ["Ｑ1　意欲", "髙﨑の負担を感じる。 ", "ビジョンを知る。"],
                ["仕事に①の意欲がある。", "I feel burdened.", "I know\nthe vision."]],
)  # fmt: skip
def test_a_question_is_known_by_code_header_or_wording(city, headers):
    expected = loaded(city).responses["2025"]
    header, *rows = export()
    city.put("responses_2025.csv", [[*header[:5], *headers], *rows])
    assert loaded(city).responses["2025"].equals(expected)


@pytest.mark.parametrize("written", ["B2/総務課", "北区役所総務課", "North Ward Office  General Affairs", "Ｕ2", "u2"])
def test_a_unit_is_known_by_code_or_full_name(city, written):
    city.change("responses_2025.csv", 2, "所属", written)
    if written == "B2/総務課":
        assert not intake.check([city.files], city.settings).ok
    else:
        assert loaded(city).responses["2025"]["unit"][0] == "U2"


def test_personal_and_unread_columns_are_named_and_never_kept(city):
    header, *rows = export()
    secret = list(SECRETS.values())
    city.put("responses_2025.csv", [[*SECRETS, *header], *([*secret, *row] for row in rows)])
    expected = loaded(city).responses["2025"]
    report = intake.load([city.files], city.settings)
    named = {it.rule: [p.column for p in report.problems if p.rule == it.rule] for it in report.problems}
    assert named["personal_column"] == list(SECRETS)[:7]
    assert named["kind_not_kept"] == ["自由にお書きください。"]
    assert (named["unknown_column"], named["unnamed_column"]) == (["感想"], ["J"])
    assert named["kept_without"] == [None]
    everything = b"".join(p.read_bytes() for p in city.settings.home.sources.rglob("*") if p.is_file())
    for value in secret:
        assert value.encode() not in everything and value not in json.dumps(report.as_dict(), ensure_ascii=False)
    city.put("responses_2025.csv", [header, *rows])
    assert loaded(city).responses["2025"].equals(expected)


def test_a_personal_column_of_another_table_is_not_kept_either(city):
    rows = (city.files / "units.csv").read_bytes().decode("utf-8-sig").splitlines()
    city.put(
        "units.csv",
        "\r\n".join(f"{row},{'職員番号' if not at else 'S-998877'}" for at, row in enumerate(rows)).encode(),
    )
    loaded(city)
    assert all(b"S-998877" not in p.read_bytes() for p in city.settings.home.sources.rglob("*") if p.is_file())


def test_a_kept_copy_keeps_row_numbers(city):
    header, *rows = export()
    body = [["令和7年度 回答"], [], ["氏名", *header], *(["山田", *row] for row in rows[:2]), [], ["山田", *rows[2]]]
    city.put("responses_2025.csv", body)
    loaded(city)
    units = (city.files / "units.csv").read_bytes().replace("北区役所".encode(), "西区役所".encode())
    city.put("units.csv", units)
    report = intake.load([city.files / "units.csv"], city.settings)
    [problem] = [it for it in report.problems if it.severity == "error"]
    assert (problem.file, problem.row, problem.rule) == ("responses_2025.csv", 7, "unknown_unit")


def test_an_empty_answer_sheet_is_not_a_respondent(city):
    city.put("responses_2025.csv", [*export(), ["U1", "", "g1", "a1", "now", "", "", ""]])
    assert len(loaded(city).responses["2025"]) == 30
    [problem] = [it for it in intake.check([city.files], city.settings).problems if it.rule == "blank_response"]
    assert (problem.row, problem.values["count"]) == (32, 1)


def test_several_answers_are_joined(city):
    rows = (
        (city.files / "questions.csv").read_bytes().decode("utf-8-sig").replace("q2,stress,likert", "q2,stress,multi")
    )
    city.put("questions.csv", rows.encode())
    city.change("responses_2025.csv", 2, "髙﨑の負担を感じる。", "段階7; 3")
    assert loaded(city).responses["2025"]["q2"][0] == "7;3"


def test_ward_names_come_from_the_outlines(city):
    shapes = [box(140, 38, 141, 39), box(141, 38, 142, 39)]
    wards = {"ward_code": [51101, 51102], "name_ja": ["甲区", "乙区"], "name_en": ["Ko", "Otsu"]}
    frame = gpd.GeoDataFrame(wards, geometry=shapes, crs=4326)
    city.put("区の境界.geojson", frame.to_json().encode())
    city.change("responses_2025.csv", 2, "区", "乙 区")
    kept = loaded(city)
    assert kept.responses["2025"]["ward"][0] == "51102"
    assert list(kept.boundaries.columns) == ["layer", "code", "name", "name_en", "geometry"]
    assert kept.boundaries["code"].tolist() == ["51101", "51102"] and kept.boundaries.crs.to_epsg() == 4326


@pytest.mark.parametrize(("data", "rule"), [
    (b"{}", "bad_boundaries"), (b"\x00\x01", "bad_boundaries"),
    (gpd.GeoDataFrame({"code": ["1"], "name": ["x"]}, geometry=[box(0, 0, 1, 1).centroid], crs=4326).to_json().encode(),
     "no_surface"),
    (gpd.GeoDataFrame({"code": ["1", "1"], "name": ["x", "y"]}, geometry=[box(0, 0, 1, 1)] * 2, crs=4326)
     .to_json().encode(), "doubled_outline"),
])  # fmt: skip
def test_broken_outlines_are_refused(city, data, rule):
    city.put("boundaries.geojson", data)
    report = intake.check([city.files], city.settings)
    assert rule in [it.rule for it in report.problems if it.severity == "error"]


def test_the_fixture_is_what_the_tests_think():
    assert len(PLACES) * len(ANSWERS) and len(HEADER) == 8 and csv_bytes(export()).count(b"\r\n") == 31
