"""A hand-made internal network on the small city (D01 and D02 of 150 staff, D03 of 13), with actions and answers.

Fiscal 2025: n1 reaches 60, 30 and 4 staff, n2 90, 45 and 0, n3 hardly anybody. The expected numbers stand in the tests.
"""

import datetime

import pandas as pd

D = datetime.date
BUREAUS = ("D01", "D02", "D03")
# post -> day, role, theme, parties, then (reached, reactions, replies) of D01, D02 and, where it is there, D03
POSTS = {
    "n0": (D(2023, 6, 1), "市長", "姿", None, (30, 12, 0), (15, 11, 0)),
    "n4": (D(2025, 3, 31), "局長", "姿", "行政;住民", (75, 12, 0), (15, 11, 0)),
    "n1": (D(2025, 4, 1), "市長", "祭り", "行政;住民;企業;商業", (60, 20, 40), (30, 8, 25), (4, 1, 2)),
    "n2": (D(2025, 6, 1), "課長", "祭り", "行政、商業", (90, 15, 12), (45, 10, 10), (0, 0, 0)),
    "n3": (D(2026, 3, 31), "職員", "窓口", "", (3, 1, 0), (2, 0, 0), (0, 0, 0)),
}
REPLIES = [
    ("n1", "D01", "D01", 30), ("n1", "D01", "D02", 7), ("n1", "D01", "D03", 3), ("n1", "D02", "D02", 12),
    ("n1", "D02", "D01", 13), ("n1", "D03", "D01", 2), ("n2", "D01", "D01", 12), ("n2", "D02", "D02", 10),
]  # fmt: skip


def posts() -> pd.DataFrame:
    rows = [(code, *post[:4]) for code, post in POSTS.items()]
    frame = pd.DataFrame(rows, columns=["post", "posted_on", "poster_role", "theme", "parties"])
    frame = frame.assign(theme_en=None, title_ja="題名", title_en=None).astype(object)
    return frame.assign(views=pd.array([50, 120, 140, 200, 7], dtype="Int64"))


def reach() -> pd.DataFrame:
    pairs = [(code, zip(BUREAUS, post[4:], strict=False)) for code, post in POSTS.items()]
    rows = [(code, bureau, *counts) for code, cells in pairs for bureau, counts in cells]
    frame = pd.DataFrame(rows, columns=["post", "bureau", "reached", "reactions", "replies"])
    return frame.astype(dict.fromkeys(["reached", "reactions", "replies"], "Int64"))


def replies() -> pd.DataFrame:
    frame = pd.DataFrame(REPLIES, columns=["post", "from_bureau", "to_bureau", "replies"])
    return frame.astype({"replies": "Int64"})


def actions() -> pd.DataFrame:
    """As of 31 March 2026: one past its day, one on its day, one without a day, one done late."""
    rows = [
        ("2025", "D0101", "朝に話す", D(2026, 3, 30), "対応中"),
        ("2025", "D0201", "見学する", D(2026, 3, 31), "受付"),
        ("2025", "D0202", "会議を減らす", None, "対応中"),
        ("2025", "D02", "応援を決める", D(2025, 12, 1), "対応済"),
        ("2023", "D0101", "面談をする", D(2024, 3, 31), "対応困難"),
    ]
    frame = pd.DataFrame(rows, columns=["wave", "unit", "text_ja", "due", "state"])
    return frame.assign(text_en=None, owner="課長").astype(object)


def answers() -> pd.DataFrame:
    """Two closed, one by a measure and one by an indicator; one past its day, one open, one declined."""
    rows = [
        (D(2024, 6, 1), "議会", "回答率を示す", "D0101", D(2024, 12, 1), "response_rate", "対応済"),
        (D(2024, 9, 1), "議会", "加入率を示す", "D0201", D(2025, 3, 31), "rate", "対応済"),
        (D(2024, 12, 1), "市長", "効果を示す", "D0101", D(2025, 12, 1), None, "対応中"),
        (D(2025, 12, 1), "議会", "研修を広げる", "D0202", D(2026, 12, 1), None, "受付"),
        (D(2025, 12, 2), "議会", "名簿を出す", "D0201", None, None, "見送り"),
    ]
    columns = ["made_on", "made_to", "text_ja", "owner_unit", "due", "figure", "state"]
    return pd.DataFrame(rows, columns=columns).assign(text_en=None).astype(object)


def network_frames() -> dict[str, pd.DataFrame]:
    """Kept tables of the network and of what was undertaken, as intake gives them."""
    return {
        "vision_posts": posts(), "vision_reach": reach(), "vision_replies": replies(),
        "actions": actions(), "answers_given": answers(),
    }  # fmt: skip
