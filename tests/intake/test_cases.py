"""Every file of the shared cases loads, or is refused with the right words. The files are by others and not in here."""

import pytest
from small_city import tree

from dashboard import intake
from dashboard.i18n import LANGUAGES
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


def test_a_point_layer_by_others_reads_in_its_own_encoding():
    """A shapefile without .cpg whose names are in CP932."""
    from dashboard.intake.shapes import layers, zipped

    [(_, frame)] = layers(zipped(CASES / "wakayama" / "Abnormal_weather_regulation_Point.shp"))
    assert len(frame) == 170 and frame.select_dtypes("object").map(lambda it: "県道" in str(it)).any().any()
