"""The standing questions of the executive, the planner and the council, walked from the overview.

At most three actions each (a click, a choice, or typing plus Enter); at the end stands a number with what it is counted
of, its day and its evidence number.
"""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

GO, PRESS, CHOOSE, OPEN = "go", "press", "choose", "open"  # a page, a button, one of many, an evidence number
INSTITUTE, DISPATCH, LIST, LIMITS, WORK = (
    "政策研究所", "まちづくり派遣", "自治会さがし", "データの限界と留意事項", "職場",
)  # fmt: skip
# question: the way there, where the answer stands, the answer, and what it is counted of
COSTS = [(GO, DISPATCH), (CHOOSE, "表の内容", "費用")]
QUESTIONS = {
    "意欲は上がったか": ([], ".k-head", r"意欲指数は.*\d+\.\d点となり.*区間", r"\d,\d{3}人の回答"),
    "どの局が下がったか、確かか": ([(GO, WORK)], ".k-head", r"\d+の局・区役所のうち.*\d+", r"\d,\d{3}"),
    "何が意欲と関連しているか": (
        [(GO, WORK), (PRESS, "意欲との関連")], ".st-key-fig-quadrants", r"関連が強く", r"\d,\d{3}",
    ),
    "費用はいくらか": (COSTS, ".st-key-fig-dispatch", r"事業費（人件費を除く）は[\d,]+千円", r"（\d+団体）"),
    "研究は施策になったか": ([(GO, INSTITUTE)], ".k-head", r"施策化は\d+件", r"完了した研究\d+件"),
    "施策になるまでどれだけかかるか": (
        [(GO, INSTITUTE), (CHOOSE, "図の内容", "期間")], ".k-else", r"決まるまで\d\.\d年", r"研究\d+件",
    ),
    "前回答弁の対応状況は": ([(GO, "取組と答弁")], ".k-head", r"\d+件", r"\d+件のうち|\d+件"),
    "南区で市全体より低い指標はどれか": (
        [(GO, "区のくらべ"), (PRESS, "南")], ".st-key-fig-context", r"加入率.*(低い|高い)", r"\d[\d,]+／\d[\d,]+",
    ),
    "似た所で良くなったのはどこか": ([(GO, "担い手の一覧")], ".st-key-fig-alike", r"似た\d+か所のうち", r"\d+団体"),
    "担い手が足りないのはどこか": ([(GO, "担い手の一覧"), (PRESS, "南")], ".st-key-fig-need", r"\d+\.\d", r"\d+団体"),
    "どの校区が良くなったか": (  # among all of a ward, alike or not
        [(GO, LIST), (PRESS, "南"), (PRESS, "変化")], ".st-key-fig-points", r"前年度差", r"\d+団体中",
    ),
    "担い手が足りない自治会の一覧": (
        [(GO, LIST), (CHOOSE, "指標", "役員1人"), (CHOOSE, "並べ替え", "高い順")],
        ".st-key-fig-list", r"\d+\.\d", r"\d+団体中",
    ),
    "カルテの更新が遅れているのはどこか": (
        [(GO, LIST), (CHOOSE, "並べ替え", "更新の古い順")], ".st-key-fig-list", r"\d{4}-\d\d-\d\d.*遅れ", r"\d+団体中",
    ),
    "派遣のある所とない所の差": (
        [(GO, DISPATCH), (CHOOSE, "表の内容", "派遣の有無のちがい")],
        ".st-key-fig-dispatch", r"派遣のある所とない所.*\d", r"\d+団体",
    ),
    "この数字の出所と更新日": ([(OPEN, "trend")], "[data-testid=stPopoverBody]", r"出典|出所", r"回答者数"),
    "私の校区は": ([(GO, LIST), (CHOOSE, "校区", "稲穂校区")], ".k-head", r"稲穂校区", r"\d[\d,]+／\d[\d,]+"),
    "回答しなかった人は": ([(GO, LIMITS)], ".k-head", r"\d+%", r"\d,\d{3}／\d,\d{3}"),
    "全職員に聞いたのになぜ幅があるのか": (
        [(GO, LIMITS)], ".k-prose", r"回答したのは対象職員の\d+%であり", r"\d,\d{3}／\d,\d{3}",
    ),
    "一自治会当たりの費用は": (COSTS, ".st-key-fig-dispatch", r"一自治会当たり[\d.]+千円", r"（\d+団体）"),
    "施策化に至らなかった研究は": (
        [(GO, INSTITUTE)], ".st-key-fig-not_adopted", r"施策化に至らなかった研究\d+件", r"研究\d+件のうち",
    ),
}  # fmt: skip
MOST, EVIDENCE, DAY = 3, re.compile(r"E-[0-9A-Z]{5}"), re.compile(r"\d{4}-\d{2}-\d{2}")


@pytest.fixture(scope="module")
def tab(chromium, address):
    """One reader's tab for all questions; every question opens the overview anew."""
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, locale="ja-JP")
    yield context.new_page()
    context.close()


def settled(tab):
    tab.wait_for_timeout(250)
    tab.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=30_000)


def act(tab, kind, *words):
    """One action of a reader."""
    if kind == GO:
        tab.get_by_role("link", name=words[0], exact=True).click()
    elif kind == PRESS:
        tab.get_by_role("radio", name=words[0], exact=True).click()
    elif kind == OPEN:
        tab.locator(f".st-key-data-{words[0]} button").first.click()
    else:
        box = tab.get_by_role("combobox", name=words[0]).first
        box.click()
        box.fill(words[1])
        tab.get_by_role("option").filter(has_text=words[1]).first.click()
    settled(tab)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_standing_question_is_answered_in_three_actions(tab, address, question):
    way, where, answer, counted = QUESTIONS[question]
    assert len(way) <= MOST
    tab.goto(address)
    tab.wait_for_selector(".k-foot", timeout=60_000)
    settled(tab)
    for step in way:
        act(tab, *step)
    expect(tab.locator(where).first).to_contain_text(re.compile(answer), timeout=20_000)
    seen = [".stMain", "[data-testid=stPopoverBody]"]
    said = " ".join(words for one in seen for words in tab.locator(one).all_text_contents())
    assert re.search(counted, said), said[:600]
    assert EVIDENCE.search(said) and DAY.search(tab.locator(".k-foot").inner_text())


def test_no_choice_of_the_walk_is_left_to_chance(tab, address):
    """Where the words are not offered the walk stops: the table above would not be true."""
    tab.goto(f"{address}/dispatch")
    tab.wait_for_selector(".k-foot", timeout=60_000)
    settled(tab)
    tab.get_by_role("combobox", name="表の内容").first.click()
    offered = tab.get_by_role("option").all_inner_texts()
    assert {"費用", "派遣の有無のちがい"} <= set(offered)
