"""Sentences on associations and traits, against hand-written ones."""

import pandas as pd
import pytest

from dashboard.edition.ask import ask
from dashboard.publish.narrator import Narrator
from dashboard.publish.workplace_sentences import workplace

HEADINGS = {"theme_a": ("職場の雰囲気", "Atmosphere"), "theme_b": ("課題B", "Gap B"), "theme_c": ("課題C", "Gap C"),
            "theme_d": ("課題D", "Gap D")}  # fmt: skip
TRAITS = {f"trait_t{k}": (f"設問{k}。", f"Item {k}.") for k in range(1, 4)}
LANGUAGES = ("ja", "en")
KEYS = {"wave": "2025", "view": "city", "member": "all"}


def measures():
    rows = [(code, "theme", *words) for code, words in HEADINGS.items()]
    rows += [(code, "trait", *words) for code, words in TRAITS.items()]
    return pd.DataFrame(rows, columns=["measure", "kind", "label_ja", "label_en"])


def told(drivers=(), cells=()):
    """page -> (headline, bracket, detail) in Japanese and in English."""
    known = [("city", "all", "市全体", "The whole city"), ("bureau", "B", "B局", "Bureau B")]
    columns = [*KEYS, "measure", "share", "share_lo", "share_hi", "r2"]
    frames = {
        "waves": pd.DataFrame([{"wave": "2025", "fiscal_year": 2025, "held": True}]),
        "members": pd.DataFrame(known, columns=["view", "member", "label_ja", "label_en"]), "measures": measures(),
        "breaks": pd.DataFrame(columns=["wave", "view", "member", "measure", "kind"]),
        "drivers": pd.DataFrame(drivers, columns=columns),
        "cells": pd.DataFrame(cells, columns=[*cell("city", "all", "trait_t1", 50.0)]),
    }  # fmt: skip
    return list(workplace(frames, {lang: Narrator(frames, lang) for lang in LANGUAGES}))


def associations(*shares):
    rows = [(*KEYS.values(), code, *share, 59) for code, share in zip(HEADINGS, shares, strict=False)]
    ((page, keys, said),) = told(rows)
    assert page == "drivers" and keys == {**KEYS, "measure": "motivation"}
    return said


def cell(view, member, measure, value, change=None, half=1.0, status="表示"):
    row = {"wave": "2025", "view": view, "member": member, "measure": measure, "value": value, "status": status}
    row |= {"lo": value and value - half, "hi": value and value + half, "change": change, "news": None}
    row |= {"change_lo": change and change - half, "change_hi": change and change + half}
    return row | {"wider_view": None, "wider_member": None}


def test_one_heading_stands_out():
    said = associations((16, 14, 19), (23, 20, 26))
    assert said["ja"] == (
        "市全体で意欲と最も関連しているのは「課題B」である", "（説明できる散らばりの23%、95%区間 20～26%）",
        "2の見出しと課題で、意欲指数の散らばりの59%を説明できる。関連の強さは因果を示さない。令和7年度（2025年度）。",
    )  # fmt: skip
    assert said["en"][0] == "The whole city: most associated with motivation: “Gap B”"
    assert "shows no cause" in said["en"][2]


def test_where_intervals_meet_the_order_is_not_told():
    two = associations((23, 20, 26), (17, 14, 20), (9, 7, 12))
    assert two["ja"][:2] == ("市全体で意欲との関連が強いのは「職場の雰囲気」、「課題B」であり、順位は付けられない", "")
    many = associations((23, 20, 26), (22, 19, 25), (21, 18, 24), (20, 17, 23))
    assert many["ja"][0] == "市全体では、意欲との関連の強さに順位は付けられない"
    assert "cannot be ranked" in many["en"][0]


def test_the_word_is_association_and_never_cause():
    for said in (associations((23, 20, 26), (9, 7, 12)), associations((23, 20, 26), (22, 19, 25))):
        whole = " ".join(" ".join(parts) for parts in said.values())
        assert not any(word in whole for word in ("原因", "要因", "影響", "寄与", "driver", "because"))


@pytest.mark.parametrize(
    ("values", "headline"),
    [
        ((55.0, 45.0, 50.5), "B局の自己評価は、3の職員像のうち市全体より高いもの1、低いもの1"),
        ((50.9, 49.1, 50.0), "B局の自己評価は、3の職員像のいずれも市全体と差があるとは言えない"),
    ],
)
def test_traits_of_a_group_are_set_against_the_city(values, headline):
    cells = [cell("city", "all", code, 50.0) for code in TRAITS]
    cells += [cell("bureau", "B", code, value) for code, value in zip(TRAITS, values, strict=True)]
    (_, keys, said), _ = told(cells=cells)
    assert keys == {"wave": "2025", "view": "bureau", "member": "B", "measure": "trait"}
    assert said["ja"][0] == headline and "人事評価ではない" in said["ja"][2]
    assert ("市全体より高いのは「設問1」" in said["ja"][2]) == ("高いもの1" in headline)


def test_traits_of_the_city_are_set_against_the_last_survey():
    changes = (3.0, -3.0, 0.5)
    cells = [cell("city", "all", code, 50.0, change) for code, change in zip(TRAITS, changes, strict=True)]
    ((_, _, said),) = told(cells=cells)
    assert said["ja"][0] == "市全体の自己評価は、3の職員像のうち前回より上がったもの1、下がったもの1"
    ((_, _, said),) = told(cells=[cell("city", "all", code, 50.0) for code in TRAITS])
    assert "比べられる値がない" in said["ja"][0]


def test_a_withheld_group_names_what_can_be_seen():
    cells = [cell("city", "all", "trait_t1", 50.0)]
    cells.append({**cell("bureau", "B", "trait_t1", None, status="秘匿"), "wider_view": "city", "wider_member": "all"})
    (_, _, said), _ = told(cells=cells)
    assert said["ja"] == ("B局の結果は、個人の保護のため秘匿している", "", "市全体の結果は見ることができる。")


def test_the_demo_names_what_its_rows_say(demo_edition):
    rows = sorted(ask(demo_edition, "survey_drivers").rows(), key=lambda row: -row["share"])
    (finding,) = ask(demo_edition, "finding", page="drivers", measure="motivation").rows()
    stands_out = rows[1]["share_hi"] < rows[0]["share_lo"]
    assert ("最も関連" in finding["headline_ja"]) == stands_out
    assert f"{rows[0]['r2']}%" in finding["detail_ja"]
