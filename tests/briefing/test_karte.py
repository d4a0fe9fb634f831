"""The karte on paper: one page each whatever the words, every name and number as the edition has it."""

import re
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.briefing import karte
from dashboard.briefing.karte import NoSuchPlace, frame, karte_pdf, write_karte
from dashboard.briefing.karte_room import fitted
from dashboard.briefing.typesetting import compile
from dashboard.edition.ask import ask
from dashboard.edition.catalogue import catalogue
from dashboard.edition.evidence import Evidence
from dashboard.figures.words import joined
from dashboard.i18n import LANGUAGES, number, text

DISTRICT = "43105-10"
OLD_FORMS = "髙﨑祇𠮷①㈱"


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    return Evidence(tmp_path_factory.mktemp("log") / "evidence.jsonl")


@pytest.fixture(scope="module")
def words(demo_edition):
    return catalogue(demo_edition)


@pytest.fixture(scope="module")
def pages(demo_edition, register):
    """The words of a district's kartes by language, before they are set."""
    found = {}
    for lang in LANGUAGES:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(karte, "compile", lambda template, data, *rest: data["pages"])
            found[lang] = karte_pdf(demo_edition, register, {"district": DISTRICT}, lang)
    return found


@pytest.fixture(scope="module")
def set_pages(words):
    """The PDF of pages as they are."""
    return lambda pages, lang="ja": compile(
        karte.TEMPLATE, {**frame(words, lang), "pages": pages}, {}, "題名", words.built_on
    )


def flat(words):
    """Text without the line ends and spaces that setting it brings."""
    return re.sub(r"\s", "", words)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_district_is_a_page_and_a_bookmark_each(lang, demo_edition, register, words, text_of, opened):
    places = words.places.within("association", None, DISTRICT)
    pdf = karte_pdf(demo_edition, register, {"district": DISTRICT}, lang)
    assert pdf == karte_pdf(demo_edition, register, {"district": DISTRICT}, lang), "the same bytes"
    with opened(pdf) as document:
        assert len(document.pages) == len(places)
        assert str(document.Root.Lang)[:2] == lang
        with document.open_outline() as outline:
            (district,) = outline.root
            assert [entry.title for entry in district.children] == [place.label[lang] for place in places]
    for at, place in enumerate(places, start=1):
        read = flat(text_of(pdf, at))
        assert flat(place.label[lang]) in read and place.code in read
        assert flat(text("demo.mark", lang)) in read


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("association", ["43101-0902", "43105-1008"])
def test_every_number_is_printed_as_the_edition_has_it(association, lang, demo_edition, register, text_of):
    """A poor karte and a rich one: values with units, the fractions of rates, months and issues."""
    read = flat(text_of(karte_pdf(demo_edition, register, {"association": association}, lang)))
    asked = {"association": association}
    for row in ask(demo_edition, "karte", **asked).rows():
        value = text("figure.no_data", lang)
        if row["value"] is not None:
            value = joined(number(row["value"], row["decimals"]), row[f"unit_{lang}"], lang)
        assert flat(f"{value}") in read and flat(row[f"label_{lang}"]) in read
        if row["numerator"] is not None and row["value"] is not None:
            parts = text(
                "figure.fraction", lang, numerator=number(row["numerator"]), denominator=number(row["denominator"])
            )
            assert flat(parts) in read
    issues = ask(demo_edition, "karte_issues", **asked).rows()
    assert flat(text("karte.issues_sub", lang, open=number(0), all=number(len(issues)))) in read
    assert register.number("karte", ask(demo_edition, "karte", **asked).parameters) in read


def test_nothing_is_not_zero_on_paper(pages, set_pages, text_of):
    """A withheld value, one never handed in, a true 0, and a month without a report are four different things."""
    page = dict(pages["ja"][0])
    rows = [dict(row) for row in page["strips"]["own"]]
    for row, shown in zip(rows, ("秘匿", "データなし", "0回"), strict=False):
        row.update(value=shown, at=None if shown != "0回" else 3.0, ward=None, word="")
    months = [{"name": str(at + 1), "count": None if at < 2 else 0} for at in range(12)]
    page["strips"] = {**page["strips"], "own": rows}
    page["visits"] = {**page["visits"], "months": months, "alt": "月ごと"}
    read = text_of(set_pages([page]))
    assert read.count("秘匿") == 2 and read.count("データなし") == 2, "once in its row, once in the note"
    assert "0回" in read and "報告なし" in read
    assert re.search(r"(?m)^0( 0){9}$", read), "a printed 0 a month that was reported"


def test_old_forms_and_names_of_any_length_keep_every_character_and_one_page(pages, set_pages, text_of, opened):
    long = (
        "ひのくに団地第三期分譲地中央通り東部親和会連合町内自治会（旧・本荘原北部第二町内会、旧・新町防災会、旧・"
        + OLD_FORMS
        + "社宅会）"
    )
    names = [OLD_FORMS, long, long * 2, long * 5, "Association of " + "Seventh Street Neighbours " * 8]
    kartes = [{**page, "name": name, "room": None} for page, name in zip(pages["ja"] * 2, names, strict=False)]
    kartes = [{**page, "room": fitted(page, "ja")} for page in kartes]
    pdf = set_pages(kartes)
    with opened(pdf) as document:
        assert len(document.pages) == len(names)
    for at, name in enumerate(names, start=1):
        assert flat(name) in flat(text_of(pdf, at))


WORDS = st.text(alphabet="会町内自治高齢世帯（）、髙﨑①ー・ a bcWMiil%/-Q", min_size=1, max_size=60)


@pytest.mark.parametrize("lang", LANGUAGES)
@given(
    name=st.text(alphabet="会町WMa b・", min_size=1, max_size=200),
    labels=st.lists(WORDS, min_size=1, max_size=60),
    facts=st.lists(WORDS, max_size=9),
    history=st.lists(WORDS, max_size=40),
    issues=st.lists(st.tuples(WORDS, WORDS), max_size=30),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_words_it_is_one_page(
    lang, pages, set_pages, opened, name, labels, facts, history, issues
):  # fmt: skip
    page = dict(pages[lang][0])
    strip = page["strips"]["own"][0]
    half = len(labels) // 2
    own, district = ([{**strip, "label": label} for label in part] for part in (labels[half:], labels[:half]))
    page["strips"] = {**page["strips"], "own": own, "district": district}
    page["facts"] = {**page["facts"], "rows": [{"name": "会館", "words": told, "native": False} for told in facts]}
    page["history"] = {**page["history"], "rows": [["2025-04", told] for told in history]}
    cells = [{"open": True, "cells": ["受付", *both, "課"]} for both in issues]
    page["issues"] = {**page["issues"], "rows": cells}
    page["name"] = name
    page["room"] = fitted(page, lang)
    with opened(set_pages([page], lang)) as document:
        assert len(document.pages) == 1


def test_a_place_that_is_not_there_is_told(demo_edition, register):
    for asked in ({"association": "no"}, {"ward": "99999"}, {"district": "x"}):
        with pytest.raises(NoSuchPlace) as refused:
            karte_pdf(demo_edition, register, asked, "ja")
        assert all(next(iter(asked.values())) in refused.value.message(lang) for lang in LANGUAGES)


def test_an_association_that_ended_says_who_took_over(demo_edition, register, words, text_of):
    (gone, *_) = [area for area in words.places.areas["association"].values() if area.gone]
    (place,) = ask(demo_edition, "karte_place", association=gone.code).rows()
    read = flat(text_of(karte_pdf(demo_edition, register, {"association": gone.code}, "ja")))
    assert place["valid_to"] in read and flat(place["successor_ja"]) in read


def test_the_file_says_that_the_data_are_fictional_and_of_which_edition(demo_edition, register, tmp_path):
    path = write_karte(demo_edition, register, {"association": "43105-1008"}, "ja", tmp_path / "new")
    assert path.name == f"架空のデモデータ_karte_43105-1008_ja_edition{demo_edition.number}.pdf"
    assert [found.name for found in path.parent.iterdir()] == [path.name], "nothing half-written is left"


def run(home, *words):
    command = [sys.executable, "-m", "dashboard", "--home", str(home), "karte", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


def test_the_command_takes_one_place(demo_home, tmp_path):
    home = demo_home.home.folder
    for places in ((), ("43105-1008", "--ward", "43105")):
        refused = run(home, *places, "--out", tmp_path)
        assert refused.returncode == 1 and "--ward all" in refused.stderr and not list(tmp_path.iterdir())


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_association_of_the_city_has_its_page(lang, demo_home, words, tmp_path, text_of, opened):
    done = run(demo_home.home.folder, "--ward", "all", "--lang", lang, "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    for path in map(tmp_path.joinpath, done.stdout.splitlines()):
        ward = re.search(r"ward-(\d+)", path.name)[1]
        places = words.places.within("association", ward)
        pdf = path.read_bytes()
        with opened(pdf) as document:
            assert len(document.pages) == len(places)
        for place, read in zip(places, text_of(pdf).split("\f"), strict=False):
            assert flat(place.label[lang]) in flat(read) and place.code in read
    assert len(done.stdout.splitlines()) == len(words.places.areas["ward"])
