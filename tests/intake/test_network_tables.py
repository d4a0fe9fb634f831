"""Tables of the internal network and of what was answered: every rule names its cell, nobody is kept by name."""

import datetime

import pytest
from small_city import tree
from test_rules import problem_of

from dashboard import intake
from dashboard.i18n import LANGUAGES

NETWORK: dict[str, list[list[str]]] = {
    "発信一覧.csv": [
        ["発信番号", "発信日", "発信者の職", "テーマ", "題名", "四者", "表示回数"],
        ["n1", "令和7年6月2日", "市長", "祭りの担い手", "祭りを支える人", "行政;住民", "1,200"],
        ["n2", "2025/7/1", "職員", "日々の仕事", "窓口の工夫", "", ""],
    ],
    "vision_reach.csv": [
        ["post", "bureau", "reached", "reactions", "replies"],
        ["n1", "B1", "120", "９", "3"],
        ["n1", "B2", "80", "4", "0"],
        ["n2", "B1", "0", "0", "0"],
    ],
    "局間の返信.csv": [
        ["発信番号", "返信元", "返信先", "返信の数"],
        ["n1", "B1", "B2", "2"],
        ["n1", "B1", "B1", "1"],
    ],
    "取組.csv": [
        ["調査回", "所属コード", "取組", "担当の職", "期限", "状況"],
        ["令和7年度", "U1", "朝会で目標を話す", "課長", "R8.3.31", "対応中"],
        ["2025", "B2", "窓口の応援", "区長", "", "対応済"],
    ],
    "前回答弁.csv": [
        ["答弁日", "相手", "答弁", "担当所属", "期限", "示す数字", "状況"],
        ["2025-06-12", "議会", "派遣の効果を示す", "U1", "2026-03-31", "", "対応中"],
        ["2025-06-12", "市長", "加入率を毎年示す", "B2", "2025-12-31", "rate", "対応済"],
    ],
}


@pytest.fixture
def network(city):
    """The small city with its network and its answers."""
    for name, rows in NETWORK.items():
        city.put(name, rows)
    return city


def test_tables_of_an_office_are_read(network):
    report = intake.load([network.files], network.settings)
    assert report.ok, [problem.message("en") for problem in report.problems if problem.severity == "error"]
    frames = intake.kept_tables(network.settings).frames
    posts = frames["vision_posts"].set_index("post")
    assert posts.loc["n1", "posted_on"] == datetime.date(2025, 6, 2) and posts.loc["n1", "views"] == 1200
    assert frames["vision_reach"].set_index(["post", "bureau"]).loc[("n2", "B1"), "reached"] == 0
    assert len(frames["vision_replies"]) == 2
    assert frames["actions"]["due"].tolist() == [datetime.date(2026, 3, 31), None]
    assert frames["answers_given"]["figure"].tolist() == [None, "rate"]


# file, row, column, what is written there -> rule, the file and row it is told at, and the value shown
BROKEN = [
    ("発信一覧.csv", 2, "発信者の職", "熊本太郎", "not_allowed", 2, "熊本太郎"),
    ("発信一覧.csv", 2, "四者", "行政;国", "unknown_party", 2, "行政;国"),
    ("発信一覧.csv", 3, "発信番号", "n1", "doubled_key", 3, "n1"),
    ("発信一覧.csv", 3, "発信日", "七月頃", "bad_value", 3, "七月頃"),
    ("vision_reach.csv", 2, "post", "n9", "unknown_reference", 2, "n9"),
    ("vision_reach.csv", 2, "bureau", "B9", "unknown_reference", 2, "B9"),
    ("vision_reach.csv", 3, "bureau", "U2", "not_a_bureau", 3, "U2"),
    ("vision_reach.csv", 2, "reached", "-1", "too_low", 2, "-1"),
    ("vision_reach.csv", 2, "reached", "", "value_required", 2, None),
    ("局間の返信.csv", 2, "返信先", "U1", "not_a_bureau", 2, "U1"),
    ("局間の返信.csv", 2, "返信の数", "3", "replies_differ", 2, "n1 / B1"),
    ("局間の返信.csv", 2, "返信元", "B2", "replies_differ", 2, "n1 / B2"),
    ("取組.csv", 2, "所属コード", "U7", "unknown_reference", 2, "U7"),
    ("取組.csv", 2, "調査回", "2019", "unknown_reference", 2, "2019"),
    ("取組.csv", 2, "状況", "放置", "not_allowed", 2, "放置"),
    ("取組.csv", 2, "担当の職", "", "value_required", 2, None),
    ("前回答弁.csv", 2, "相手", "住民", "not_allowed", 2, "住民"),
    ("前回答弁.csv", 2, "期限", "2025-06-01", "ends_before", 2, "2025-06-01"),
    ("前回答弁.csv", 3, "示す数字", "", "figure_needed", 3, "2025-06-12"),
]


@pytest.mark.parametrize(("file", "row", "column", "written", "rule", "at", "value"), BROKEN)
def test_a_broken_cell_is_named_and_nothing_changes(network, file, row, column, written, rule, at, value):
    assert intake.load([network.files], network.settings).ok
    before = tree(network.settings.home.folder)
    rows = [list(cells) for cells in NETWORK[file]]
    rows[row - 1][rows[0].index(column)] = written
    network.put(file, rows)
    report = intake.load([network.files], network.settings)
    assert not report.ok
    problems = [it for it in report.problems if it.rule == rule and it.value == value]
    assert [(it.file, it.row) for it in problems][:1] == [(file, at)]
    for lang in LANGUAGES:
        assert file in problems[0].message(lang) and problems[0].remedy(lang)
    assert tree(network.settings.home.folder) == before


def test_a_reply_that_only_the_other_table_knows_is_told(network):
    network.put("局間の返信.csv", NETWORK["局間の返信.csv"][:1] + [["n1", "B2", "B1", "0"]])
    report = intake.check([network.files], network.settings)
    assert problem_of(report, "replies_differ").value == "n1 / B1" and not report.ok


def test_who_read_or_asked_is_never_kept(network):
    heads, first, second = NETWORK["前回答弁.csv"]
    asked = [[*heads, "議員氏名"], [*first, "熊本太郎"], [*second, ""]]
    heads, *rows = NETWORK["vision_reach.csv"]
    read = [[*heads, "ユーザー名"], *([*row, "kumamoto01"] for row in rows)]
    network.put("前回答弁.csv", asked)
    network.put("vision_reach.csv", read)
    report = intake.load([network.files], network.settings)
    assert report.ok
    named = {problem.column for problem in report.problems if problem.rule == "personal_column"}
    assert named == {"議員氏名", "ユーザー名"}
    everything = b"".join(path.read_bytes() for path in network.settings.home.folder.rglob("*") if path.is_file())
    assert not any(word.encode() in everything for word in ("熊本太郎", "kumamoto01", "議員氏名", "ユーザー名"))
