"""The briefing pack of the demo city: what is printed is what was answered, twice the same, whole or not at all."""

import errno
import json
import re
import resource
import shutil
from contextlib import contextmanager

import duckdb
import pytest

from dashboard.briefing import contents, making
from dashboard.briefing.findings import of_member, of_view
from dashboard.briefing.folder import folder_for
from dashboard.briefing.headlines import HeadlineFails
from dashboard.briefing.making import brief, opened
from dashboard.briefing.problems import FinerThanCouncil, NotAPack, NotWritten, UnknownWard, UnknownWave
from dashboard.briefing.reproof import audit_pack
from dashboard.briefing.standing import ASKED
from dashboard.edition.ask import ask
from dashboard.edition.store import Edition
from dashboard.i18n import number, signed, text

OLD_FORMS = "髙﨑祇𠮷①㈱"
ONE_PAGE = ("first", "gaps", "themes", "places", "studies", "limits")  # a page each in the demo


@pytest.fixture(scope="module")
def packs(demo_home, tmp_path_factory):
    """Packs by name: (folder, Pack)."""
    folder, made = tmp_path_factory.mktemp("packs"), {}

    def get(name, **asked):
        if name not in made:
            made[name] = (folder / name, brief(demo_home, folder / name, **asked))
        return made[name]

    return get


@pytest.fixture(scope="module")
def city(packs):
    return packs("city")


@pytest.fixture(scope="module")
def city_text(city, text_of):
    folder, _ = city
    return text_of((folder / "briefing.pdf").read_bytes())


def flat(words):
    """Text without blanks and line ends, for a line may break anywhere."""
    return re.sub(r"\s", "", words)


def heading(page):
    """What a page opens with."""
    return flat(page["headline"] + page.get("bracket", ""))


def pages_of(folder, text_of, opened):
    pdf = (folder / "briefing.pdf").read_bytes()
    with opened(pdf) as document:
        return [flat(text_of(pdf, page + 1)) for page in range(len(document.pages))]


@contextmanager
def no_file_larger_than(size):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_the_same_pack_twice_is_the_same_in_every_file(demo_home, city, tmp_path):
    folder, _ = city
    brief(demo_home, tmp_path / "again")
    names = {path.name for path in folder.iterdir()}
    assert names == {path.name for path in (tmp_path / "again").iterdir()}
    for name in names:
        assert (folder / name).read_bytes() == (tmp_path / "again" / name).read_bytes(), name


def test_the_manifest_names_edition_questions_files_and_program(city, demo_edition):
    folder, pack = city
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["edition"], manifest["edition_hash"]) == (demo_edition.number, demo_edition.hash)
    assert set(manifest["files"]) == {path.name for path in folder.iterdir()} - {"manifest.json"}
    assert [one["question"] for one in manifest["questions"]] == [answer.question.name for answer in pack.asked]
    assert all("SELECT" in one["sql"] and one["evidence"].startswith("E-") for one in manifest["questions"])
    assert manifest["packages"]["typst"]


@pytest.mark.parametrize(("name", "asked"), [("city", {}), ("ward_en", {"ward": "43104", "lang": "en"})])
def test_each_page_opens_with_its_headline_and_the_first_is_one_page(packs, text_of, opened, name, asked):
    folder, pack = packs(name, **asked)
    printed = pages_of(folder, text_of, opened)
    starts = {page["code"]: at for page in pack.pages for at, said in enumerate(printed) if heading(page) in said}
    order = [page["code"] for page in pack.pages]
    assert list(starts) == order
    after = dict(zip(order, [*(starts[code] for code in order[1:]), len(printed)], strict=True))
    assert {code: after[code] - starts[code] for code in ONE_PAGE} == dict.fromkeys(ONE_PAGE, 1)
    assert all(flat(text("demo.mark", pack.lang)) in said for said in printed)


def test_numbers_of_wards_and_bureaus_are_the_answers(city_text, demo_edition):
    said = flat(city_text)
    for view in ("ward", "bureau", "city"):
        for row in ask(demo_edition, "survey_wave", view=view).rows():
            change, lo, hi = (signed(row[name]) for name in ("change", "change_lo", "change_hi"))
            assert number(row["value"], 1) in said
            assert f"{change}（{lo}～{hi}）" in said or f"{change}{lo}～{hi}" in said, row


def test_every_district_is_printed_with_its_numbers_under_repeated_heads(city, text_of, opened, demo_edition):
    folder, pack = city
    printed = pages_of(folder, text_of, opened)
    rates = ask(demo_edition, "area_values", area_kind="district", indicator="membership_rate").rows()
    reach = {row["district"]: row for row in ask(demo_edition, "dispatch_districts").rows()}
    names = ("associations", "covered", "visited", "zero", "no_report", "visits", "open_issues")
    lines = "".join(printed)
    for row in rates:
        parts = f"{number(row['numerator'])}／{number(row['denominator'])}"
        done = "".join(number(reach[row["area"]][name]) for name in names)
        start = flat(f"{row['label_ja']}{number(row['value'], 1)}{signed(row['change'])}{parts}")
        assert re.search(re.escape(start) + r"[\d.]+[+−±][\d.]+" + re.escape(done), lines), row["label_ja"]
    holding = [said for said in printed if "校区" in said and text("brief.head.open_issues", "ja") in said]
    districts = [said for said in holding if len(re.findall("校区", said)) > 5]
    assert len(districts) >= 3
    assert len(rates) == 96


def test_every_fact_of_a_sentence_is_in_the_paper(city, city_text):
    _, pack = city
    said = flat(city_text)
    conditions = {condition.fact for headline in pack.headlines for condition in headline.conditions}
    for fact in pack.facts.known.values():
        if fact.form.kind not in ("verdict", "words") and fact.key not in conditions:
            assert flat(fact.printed) in said, fact.key


def test_old_forms_come_back_from_heading_table_and_answers(demo_home, demo_edition, tmp_path, text_of):
    pack = opened(demo_home, demo_edition, None, None, "ja")
    pack.pages = contents.contents(pack, lambda stage, share: None)
    pages = {page["code"]: page for page in pack.pages}
    pages["districts"]["headline"] = OLD_FORMS
    pages["districts"]["table"]["groups"][0]["rows"][0]["cells"][0] = OLD_FORMS
    pages["standing"]["groups"][0]["rows"][0]["answer"] = OLD_FORMS
    making.WRITERS[0][1](pack, tmp_path / "old.pdf")
    assert text_of((tmp_path / "old.pdf").read_bytes()).count(OLD_FORMS) == 3


def test_the_paper_is_tagged_bookmarked_and_its_fonts_are_inside(city, opened):
    folder, pack = city
    with opened((folder / "briefing.pdf").read_bytes()) as pdf:
        with pdf.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
        with pdf.open_outline() as outline:
            assert [flat(item.title) for item in outline.root] == [heading(page) for page in pack.pages]
        fonts = {name for page in pdf.pages for name in fonts_of(page)}
    assert fonts
    assert all("+NotoSansCJKjp" in name for name in fonts)


def fonts_of(page):
    """Names of the fonts a page uses, with the mark of an embedded subset."""
    found = [
        page.Resources,
        *(it.Resources for it in page.Resources.get("/XObject", {}).values() if "/Resources" in it),
    ]
    return [str(font.BaseFont) for resources in found for font in resources.get("/Font", {}).values()]


def test_an_english_pack_is_english(packs, text_of):
    folder, _ = packs("ward_en", ward="43104", lang="en")
    said = text_of((folder / "briefing.pdf").read_bytes())
    assert re.findall(r"[ぁ-ヿ一-鿿]+", said) == []


def test_every_standing_question_is_answered_or_says_that_the_data_do_not_carry_it(city):
    _, pack = city
    page = next(page for page in pack.pages if page["code"] == "standing")
    assert [len(replies) for replies in ASKED.values()] == [6, 6, 7]
    codes = {page["code"] for page in pack.pages}
    for group in page["groups"]:
        for row in group["rows"]:
            unanswered = row["answer"].startswith(text("standing.none", "ja", missing=""))
            assert unanswered or (row["number"] or row["aside"]), row
            assert row["note"] and row["page"] in codes
    assert not re.search(r"である[。（]", "".join(row["answer"] for group in page["groups"] for row in group["rows"]))


@pytest.fixture
def doctored(demo_edition, demo_home, tmp_path):
    """An edition file changed by a statement."""

    def change(statement):
        path = tmp_path / "doctored.duckdb"
        shutil.copy(demo_home.home.editions / f"{demo_edition.number:06d}.duckdb", path)
        with duckdb.connect(str(path)) as connection:
            connection.execute(statement)
        return opened(demo_home, Edition(path), None, None, "ja")

    return change


def test_a_finding_that_the_cell_does_not_bear_out_stops_the_pack(doctored):
    pack = doctored(
        "UPDATE cells SET change = -change, change_lo = -change_hi, change_hi = -change_lo "
        "WHERE wave = '2025' AND view = 'city' AND measure = 'motivation'"
    )
    finding = of_member(pack, "motivation", "city", "all")
    with pytest.raises(HeadlineFails) as caught:
        pack.hold()
    said = caught.value.message("ja")
    assert finding.headline.words in said
    assert "finding.member.city.all.motivation.verdict" in said
    assert "rose" in said and "fell" in said


def test_a_count_over_bureaus_that_no_longer_holds_stops_the_pack(doctored):
    pack = doctored(
        "UPDATE cells SET news = false "
        "WHERE wave = '2025' AND view = 'bureau' AND member = 'D01' AND measure = 'motivation'"
    )
    of_view(pack, "motivation", "bureau")
    with pytest.raises(HeadlineFails) as caught:
        pack.hold()
    assert "finding.several.bureau.all.motivation.rose" in caught.value.message("en")


def test_a_page_that_asks_too_finely_leaves_nothing_written(demo_home, monkeypatch, tmp_path):
    def too_fine(pack):
        return pack.ask("survey_wave", view="department")

    monkeypatch.setattr(contents, "PAGES", ((too_fine, ()),))
    with pytest.raises(FinerThanCouncil, match="department"):
        brief(demo_home, tmp_path / "pack")
    assert list(tmp_path.iterdir()) == []


def test_unknown_wards_and_surveys_are_refused_by_name(demo_home, tmp_path):
    with pytest.raises(UnknownWave) as wave:
        brief(demo_home, tmp_path / "pack", wave="2020")
    assert "2019" in wave.value.message("ja")
    with pytest.raises(UnknownWard) as ward:
        brief(demo_home, tmp_path / "pack", ward="HQ")
    assert "43105" in ward.value.message("en")


@pytest.fixture
def copied(city, tmp_path):
    folder, _ = city
    return shutil.copytree(folder, tmp_path / "pack")


def test_a_full_disk_leaves_the_earlier_pack_as_it_was(demo_home, copied):
    before = {path.name: path.read_bytes() for path in copied.iterdir()}
    with no_file_larger_than(100_000), pytest.raises(NotWritten) as caught:
        brief(demo_home, copied, ward="43101")
    assert str(copied) in caught.value.message("ja")
    assert {path.name: path.read_bytes() for path in copied.iterdir()} == before
    assert [path.name for path in copied.parent.iterdir()] == [copied.name]


def test_a_pack_is_replaced_whole_and_nothing_else_is_touched(copied, tmp_path):
    (copied / "briefing.xlsx").write_bytes(b"of an earlier pack")
    with folder_for(copied) as folder:
        (folder / "manifest.json").write_text("{}", encoding="utf-8")
    assert [path.name for path in copied.iterdir()] == ["manifest.json"]
    stranger = tmp_path / "stranger"
    stranger.mkdir()
    (stranger / "letter.txt").write_text("keep", encoding="utf-8")
    with pytest.raises(NotAPack), folder_for(stranger):
        pass
    assert (stranger / "letter.txt").read_text(encoding="utf-8") == "keep"
    with pytest.raises(NotWritten), folder_for(tmp_path / "new"):
        raise OSError(errno.ENOSPC, "no space")
    assert {path.name for path in tmp_path.iterdir()} == {copied.name, "stranger"}


def found(checked):
    return {one.test: one.examples for one in checked if one.found}


def test_a_written_pack_proves_itself(demo_home, city):
    folder, pack = city
    checked = audit_pack(demo_home, folder)
    assert found(checked) == {}
    assert {one.test: one.tried for one in checked}["facts"] == len(pack.facts.known)


def test_a_changed_byte_and_a_stray_file_are_found(demo_home, copied):
    pdf = bytearray((copied / "briefing.pdf").read_bytes())
    pdf[len(pdf) // 2] ^= 1
    (copied / "briefing.pdf").write_bytes(pdf)
    (copied / "note.txt").write_text("x", encoding="utf-8")
    assert found(audit_pack(demo_home, copied)) == {"files": ("note.txt", "briefing.pdf")}


@pytest.mark.parametrize(("old", "new"), [('"demo": true', '"demo": false'), ('"files"', '"flies"'), ("{", "")])
def test_a_changed_manifest_is_found(demo_home, copied, old, new):
    path = copied / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert "manifest" in found(audit_pack(demo_home, copied))


def rewritten(folder, change):
    """Facts changed by someone who also mends the manifest."""
    from dashboard.briefing.folder import own_hash, sha256, write_json

    told = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
    change(told)
    write_json(told, folder / "facts.json")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"]["facts.json"] = sha256(folder / "facts.json")
    manifest["sha256"] = own_hash(manifest)
    write_json(manifest, folder / "manifest.json")


def test_a_changed_fact_is_found_though_the_manifest_was_mended(demo_home, copied):
    def change(told):
        fact = next(fact for fact in told["facts"] if fact["key"] == "motivation.city.all.value")
        fact["printed"] = "99.9点"

    rewritten(copied, change)
    (example,) = found(audit_pack(demo_home, copied))["facts"]
    assert example.startswith("motivation.city.all.value: 99.9点 ≠ ")


def test_a_headline_against_its_own_fact_is_found(demo_home, copied):
    def change(told):
        headline = next(one for one in told["headlines"] if one["conditions"])
        headline["conditions"][0]["other"] = "fell"

    rewritten(copied, change)
    assert "headlines" in found(audit_pack(demo_home, copied))


def test_what_the_council_may_no_longer_see_is_found(demo_home, city):
    folder, _ = city
    narrow = type(demo_home)(demo_home.home)
    narrow.__dict__["release"] = demo_home.release | {"council": {"views": ["city"], "areas": ["city", "ward"]}}
    (examples,) = found(audit_pack(narrow, folder)).values()
    assert any("district" in one for one in examples) and any("bureau" in one for one in examples)


def test_without_its_edition_only_the_files_are_checked(city, tmp_path):
    from dashboard.settings import settings

    folder, _ = city
    checked = audit_pack(settings(tmp_path), folder)
    assert [one.test for one in checked] == ["manifest", "files", "edition"]
    assert found(checked) == {}


def test_an_edition_with_the_survey_alone_has_a_pack_too(demo_home, demo_edition, tmp_path, monkeypatch):
    tables = frozenset({"waves", "questions", "scales", "units", "headcounts", "responses"})
    words = making.catalogue(demo_edition)
    monkeypatch.setattr(making, "catalogue", lambda edition: type(words)(**{**vars(words), "tables": tables}))
    pack = brief(demo_home, tmp_path / "bare")
    assert [page["code"] for page in pack.pages] == ["first", "gaps", "themes", "limits", "sources", "standing"]
