"""A blank karte made, typed into and loaded again: what was typed is there, all else is as it was."""

import io

import openpyxl
import pytest

from dashboard.briefing.blank import write_blank
from dashboard.edition.ask import ask
from dashboard.i18n import LANGUAGES, number
from dashboard.intake import kept_tables, load
from dashboard.settings import DATA, settings

ASSOCIATION = "43104-0103"
TABLES = ("waves", "districts", "associations", "indicators", "indicator_values", "association_facts")


@pytest.fixture(scope="module")
def form(demo_edition, tmp_path_factory):
    """The bytes of the blank workbook."""
    _, path = write_blank(demo_edition, settings().tables, ASSOCIATION, "ja", tmp_path_factory.mktemp("blank"))
    return path.read_bytes()


@pytest.fixture
def home(tmp_path):
    """A home that keeps the tables of places."""
    here = settings(tmp_path / "home")
    report = load([DATA / "demo" / f"{name}.csv" for name in TABLES], here)
    assert report.ok, [problem.message("en") for problem in report.problems]
    return here


def filled(form, tmp_path, typed):
    """The form with cells typed into. typed: {sheet: {code or fact: {header: value}}}."""
    book = openpyxl.load_workbook(io.BytesIO(form))
    for name, rows in typed.items():
        page = book[name]
        heads = [cell.value for cell in page[1]]
        key = heads.index("指標" if name == "indicator_values" else "項目")
        for cells in page.iter_rows(min_row=2):
            for header, value in rows.get(cells[key].value, {}).items():
                cells[heads.index(header)].value = value
    path = tmp_path / "visit.xlsx"
    book.save(path)
    return path


def of(frame, key):
    return {tuple(row[name] for name in key): row for row in frame.to_dict("records")}


def test_what_was_typed_is_kept_and_nothing_else_changes(form, home, tmp_path):
    before = kept_tables(home).frames
    typed = {
        "indicator_values": {
            "households": {"値": "1,234", "時点": "令和8年11月20日"}, "lamps": {"値": "0"}, "groups": {"状態": "欠測"},
        },
        "association_facts": {"地域公民館": {"内容": "改築中", "時点": "2026-11-20"}},
    }  # fmt: skip
    report = load([filled(form, tmp_path, typed)], home)
    assert report.ok, [problem.message("en") for problem in report.problems]
    told = {visit["ja"]["what"]: visit["ja"] for visit in report.visits}
    assert told["地域公民館"]["now"] == "改築中" and told["地域公民館"]["before"] not in ("", "改築中")
    assert told["世帯数"]["now"].startswith("1,234（") and told["世帯数"]["before"][0].isdigit()
    assert report.visits[0]["en"]["what"] == "Households"
    after = kept_tables(home).frames
    key = ("area", "fiscal_year", "indicator")
    old, new = of(before["indicator_values"], key), of(after["indicator_values"], key)
    added = {it[2]: new[it] for it in new.keys() - old.keys()}
    assert {name: (row["value"], row["status"]) for name, row in added.items() if name != "groups"} == {
        "households": (1234, "実測"), "lamps": (0, "実測"),
    }  # fmt: skip
    assert added["groups"]["status"] == "欠測" and added["households"]["as_of"].isoformat() == "2026-11-20"
    assert old.keys() <= new.keys() and all(str(new[it]) == str(old[it]) for it in old)
    facts = [of(frames["association_facts"], ("association", "fact")) for frames in (before, after)]
    changed = {it for it in facts[1] if str(facts[1][it]) != str(facts[0].get(it))}
    assert changed == {(ASSOCIATION, "地域公民館")} and facts[1][(ASSOCIATION, "地域公民館")]["text_ja"] == "改築中"


def test_a_wrong_value_is_refused_and_nothing_is_kept(form, home, tmp_path):
    before = (home.home.sources / "manifest.json").read_bytes()
    report = load([filled(form, tmp_path, {"indicator_values": {"households": {"値": "たくさん"}}})], home)
    assert not report.ok and any("たくさん" in problem.message("ja") for problem in report.problems)
    assert not load([filled(form, tmp_path, {})], home).ok, "a form nobody typed into"
    assert (home.home.sources / "manifest.json").read_bytes() == before


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_paper_shows_the_value_before_beside_every_field(demo_edition, tmp_path, lang, text_of):
    pdf, _ = write_blank(demo_edition, settings().tables, ASSOCIATION, lang, tmp_path)
    read = "".join(text_of(pdf.read_bytes()).split())
    rates = {row["indicator"] for row in ask(demo_edition, "indicators").rows() if row["numerator"]}
    for row in ask(demo_edition, "karte", association=ASSOCIATION).rows():
        if row["area_kind"] == "association" and row["indicator"] not in rates:
            assert "".join(row[f"label_{lang}"].split()) in read
            assert row["value"] is None or number(row["value"], row["decimals"]) in read
