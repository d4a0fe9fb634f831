"""The directory finds what is typed: in kana, old forms, other widths, unfinished, or with a letter missing."""

import csv
import json
import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from dashboard.__main__ import app
from dashboard.edition.ask import ask
from dashboard.edition.directory import BEGINS_ONE_OFF, ONE_OFF, best, directory, one_off
from dashboard.edition.names import folded
from dashboard.settings import DATA

SEED, DRAWN, WANTED = 43100, 100, 98
WIDE = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}
HIRAGANA = {ord("ァ") + step: ord("ぁ") + step for step in range(ord("ヶ") - ord("ァ") + 1)}
KATAKANA = {there: here for here, there in HIRAGANA.items()}


@pytest.fixture(scope="module")
def names(demo_edition):
    return directory(lambda name, **given: ask(demo_edition, name, **given).rows())


def first(names, typed):
    return next(iter(names.find(typed)), None)


def old_forms():
    with (DATA / "letterforms.csv").open(encoding="utf-8-sig") as file:
        return [row for row in csv.DictReader(file) if not row["where"]]


def without_one(word):
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def altered(row, rule, draw):
    """The name as somebody else would write it."""
    name = row["label_ja"]
    match rule:
        case "kana":
            return draw.choice((row["name_kana"], row["name_kana"].translate(KATAKANA)))
        case "form":
            known = [(one["taken_as"], one["written"]) for one in old_forms()]
            known = [pair for pair in known + [pair[::-1] for pair in known] if pair[0] in name]
            return name.replace(*draw.choice(known)) if known else name.translate(WIDE)
        case "width":
            return draw.choice((name.translate(WIDE), f" {name[:3]}　{name[3:]} ", row["name_kana"].translate(WIDE)))
        case "ke":
            there = next((mark for mark in "ヶケが" if mark in name[1:]), None)
            return name.replace(there, draw.choice([mark for mark in "ヶケが" if mark != there])) if there else name
    at = draw.randrange(len(name))
    return name[:at] + name[at + 1 :]


def test_of_a_hundred_drawn_names_altered_by_a_drawn_rule_ninety_eight_come_first(names, demo_edition):
    """Names that fit the altered text as well count as right: the same name elsewhere, or one letter off too."""
    rows = ask(demo_edition, "associations").rows()
    draw, missed = random.Random(SEED), []
    spoken = {row["association"]: {folded(row["label_ja"]), folded(row["name_kana"])} for row in rows}
    for row in draw.sample(rows, DRAWN):
        typed = altered(row, draw.choice(("kana", "form", "width", "ke", "missing")), draw)
        same = {code for code, words in spoken.items() if folded(typed) in words}
        near = {code for code, words in spoken.items() if any(folded(typed) in without_one(word) for word in words)}
        hit = first(names, typed)
        if hit is None or hit.entry.code not in ((same or near) | {row["association"]}):
            missed.append((row["label_ja"], typed, hit and hit.entry.label["ja"]))
    assert DRAWN - len(missed) >= WANTED, missed


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("つきがはら", "月ヶ原校区"), ("月ケ原", "月ヶ原校区"), ("月が原", "月ヶ原校区"), ("泉沢", "泉澤校区"),
        ("高瀬野", "髙瀬野校区"), ("山崎鼻", "山﨑鼻地区"), ("たていしはら", "立石原校区"), ("ﾀﾃｲｼﾊﾞﾙ", "立石原校区"),
        ("竹之下", "竹ノ下校区"), ("欅野", "欅野校区"), ("櫸野", "欅野校区"), ("けやきｎ", "欅野校区"),
        ("ひろさｋ", "広迫校区"),
        ("日新町1丁目", "日新町1丁目"), ("Nisshin 3", "日新第3町内自治会"),
    ],
)  # fmt: skip
def test_traps_of_the_demo_citys_names(names, typed, name):
    assert name in [hit.entry.label["ja"] for hit in names.find(typed)][:3], typed


def test_words_of_a_name_and_of_where_it_lies_go_together(names):
    hits = names.find("上鶴 南区")
    assert hits and {hit.entry.ward for hit in hits} == {"43104"}


def test_one_best_hit_is_told_from_a_choice(names):
    assert best(names.find("日新第3町内自治会")).entry.label["ja"] == "日新第3町内自治会"
    assert best(names.find("日新第")) is None and names.find("存在しない名前の場所") == []


@given(st.text("あいう", min_size=3, max_size=6), st.data())
def test_one_letter_off_is_told_exactly(name, data):
    at = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from("かき"))
    assert one_off(name[:at] + letter + name[at + 1 :], name) == ONE_OFF
    assert one_off(name[:at] + letter + name[at:], name) == ONE_OFF
    assert one_off(letter + letter + name[2:], name) != ONE_OFF
    assert one_off(name[:at] + letter + name[at + 1 :], name + "さし") in (BEGINS_ONE_OFF, None)


def test_every_row_of_the_table_folds_both_forms_to_one():
    for row in old_forms():
        assert folded(row["written"]) == folded(row["taken_as"]), row
        assert unicodedata.normalize("NFC", row["written"]) == row["written"]


def test_the_command_finds_the_same(names, demo_home):
    asked = ["--home", str(demo_home.home.folder), "find", "泉沢", "--format", "json"]
    found = CliRunner().invoke(app, asked)
    codes = [row["code"] for row in json.loads(found.stdout)["rows"]]
    assert found.exit_code == 0 and codes == [hit.entry.code for hit in names.find("泉沢")]
    nothing = CliRunner().invoke(app, [*asked[:3], "存在しない名前の場所"])
    assert nothing.exit_code == 1
