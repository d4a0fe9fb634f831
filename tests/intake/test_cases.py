"""Every file of the shared cases loads, or is refused with the right words. The files are by others and not in here."""

import pytest
from small_city import tree

from dashboard import intake
from dashboard.i18n import LANGUAGES
from dashboard.intake import contract, read
from dashboard.intake.shapes import layers, zipped
from dashboard.settings import ROOT, settings

CASES = ROOT.parent / "shared" / "cases"
# file -> (table it is handed in as, rule it is refused by; None: it loads)
EXPECTED = {
    "n03/N03-21_43_210101.geojson": (None, None),
    "n03/wards_reference_25m.geojson": ("boundaries", None),
    "wakayama/Abnormal_weather_regulation_Point.csv": ("issues", "no_header"),
    "wakayama/Abnormal_weather_regulation_Point.shp": ("boundaries", "value_required"),
    "wakayama/Abnormal_weather_regulation_Point.dbf": ("units", "unknown_suffix"),
    "wakayama/Abnormal_weather_regulation_Point.shx": ("units", "unknown_suffix"),
    "wakayama/Abnormal_weather_regulation_Point.prj": ("units", "unknown_suffix"),
    "published/apisrs.csv": ("associations", "no_header"),
    "published/apistrat.csv": ("units", "no_header"),
    "published/apiclus1.csv": ("indicator_values", "no_header"),
    "published/mpdta.csv": ("headcounts", "no_header"),
    "README.md": ("units", "unknown_suffix"),
}
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the shared cases are not here")


def test_every_case_is_listed():
    assert {str(path.relative_to(CASES)) for path in CASES.rglob("*") if path.is_file()} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_case_loads_or_is_refused_with_the_right_words(tmp_path, name):
    table, rule = EXPECTED[name]
    here = settings(tmp_path / "home")
    report = intake.load([CASES / name], here, table=table)
    errors = [it for it in report.problems if it.severity == "error"]
    if rule is None:
        assert report.ok, [it.message("en") for it in errors]
        kept = intake.kept_tables(here)
        assert len(kept.boundaries) == 5 and kept.origins["areas"].tolist() == [5]
        return
    assert rule in {it.rule for it in errors} and not here.home.folder.exists()
    assert all(it.message(lang) and it.remedy(lang) for it in errors for lang in LANGUAGES)
    assert tree(tmp_path) == {}


TEXTS = [name for name in EXPECTED if name.endswith(".csv")]


@pytest.mark.parametrize("name", [*TEXTS, "wakayama/Abnormal_weather_regulation_Point.shp"])
def test_a_table_by_others_is_no_table_of_ours_whatever_it_is_handed_in_as(tmp_path, name):
    """Each refusal names the file and says what to do, and nothing is written."""
    here = settings(tmp_path / "home")
    for table, about in contract.tables().items():
        report = intake.check([CASES / name], here, table=table, wave="2025" if about.per_wave else None)
        errors = [it for it in report.problems if it.severity == "error"]
        assert not report.ok and errors, table
        assert {it.file for it in errors} == {(CASES / name).name}, table
        assert all(it.message(lang) and it.remedy(lang) for it in errors for lang in LANGUAGES), table
    assert tree(tmp_path) == {}


def test_a_refused_table_says_which_headers_it_would_be_known_by(tmp_path):
    """A reader who hands in another table is told the name of the one that was expected."""
    report = intake.check([CASES / TEXTS[0]], settings(tmp_path / "home"), table="issues")
    [error] = [it for it in report.problems if it.rule == "no_header"]
    assert "地域課題" in error.message("ja") + error.remedy("ja") and "local issues" in error.message(
        "en"
    ) + error.remedy("en")


def test_a_layer_by_others_reads_in_its_own_encoding_as_its_table_does():
    """A shapefile without .cpg in CP932 and the CSV of the same: 170 places, the same words, Japanese headers."""
    stem = CASES / "wakayama" / "Abnormal_weather_regulation_Point"
    [(_, frame)] = layers(zipped(stem.with_suffix(".shp")))
    [sheet] = read.sheets(stem.name + ".csv", stem.with_suffix(".csv").read_bytes())
    header, rows = sheet.rows[0][1], [cells for _, cells in sheet.rows[1:]]
    assert (sheet.encoding, len(frame), len(rows)) == ("cp932", 170, 170)
    place = header.index("地先名")
    written = {cells[place] for cells in rows}
    drawn = set(frame["地先名"].astype(str))
    assert drawn == written and any("県道" in words for words in drawn)
