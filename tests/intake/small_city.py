"""A small city: two wards with codes of another region, four units, a seven-point scale, thirty respondents."""

import csv
import io
from pathlib import Path

from dashboard.settings import Settings, settings

TABLES: dict[str, list[list[str]]] = {
    "waves.csv": [
        ["wave", "fiscal_year", "label_ja", "label_en", "opened_on", "closed_on", "source", "is_census"],
        ["2023", "令和5年度", "令和5年度調査", "FY2023 survey", "2023-07-03", "2023/7/28", "人事課", "1"],
        ["2024", "R6", "令和6年度調査", "FY2024 survey", "", "", "未実施", "1"],
        ["2025", "２０２５", "令和7年度調査", "FY2025 survey", "令和7年7月7日", "R7.8.8", "人事課", "○"],
    ],
    "scales.csv": [
        ["scale", "code", "label_ja", "label_en", "score", "class"],
        *(["seven", str(k), f"段階{k}", f"step {k}", str(k), "fav" if k > 4 else "neu" if k == 4 else "unf"]
          for k in range(7, 0, -1)),
        ["seven", "0", "わからない", "don't know", "", "na"],
        ["grade", "g1", "係員級", "staff", "", ""],
        ["grade", "g2", "課長級以上", "manager", "", ""],
        ["age", "a1", "29歳以下", "under 30", "", ""],
        ["age", "a2", "30歳以上", "30 and over", "", ""],
        ["dispatched", "never", "なし", "none", "", ""],
        ["dispatched", "now", "現在派遣中", "now", "", ""],
    ],
    "questions.csv": [
        ["item", "theme", "kind", "scale", "reversed", "in_index", "text_ja", "text_en", "header", "first_wave",
         "last_wave", "comparable"],
        ["q1", "motivation", "", "seven", "0", "1", "仕事に①の意欲がある。", "I am motivated.", "Q1 意欲", "", "", ""],
        ["q2", "stress", "likert", "seven", "○", "", "髙﨑の負担を感じる。", "I feel burdened.", "", "", "", "1"],
        ["q3", "vision", "likert", "seven", "0", "0", "ビジョンを知る。", "I know the vision.", "", "2025", "", "0"],
        ["q3_old", "vision", "likert", "seven", "0", "0", "方針を知る。", "I know the policy.", "", "", "2023", ""],
        ["free", "vision", "text", "", "", "", "自由にお書きください。", "Your comments.", "", "", "", ""],
    ],
    "units.csv": [
        ["unit", "parent", "level", "name_ja", "name_en", "kind", "ward", "valid_from", "valid_to"],
        ["B1", "", "局", "みらい局", "Future Bureau", "本庁", "", "", ""],
        ["B2", "", "局", "北区役所", "North Ward Office", "区役所", "51101", "", ""],
        ["U1", "B1", "部署", "総務課", "General Affairs", "本庁", "", "", ""],
        ["U2", "B2", "部署", "総務課", "General Affairs", "区役所", "51101", "", ""],
        ["U3", "B2", "部署", "区民課", "Residents", "区役所", "51102", "", ""],
        ["U9", "B1", "部署", "旧企画課", "Old Planning", "本庁", "", "", "2024-03-31"],
    ],
    "headcounts.csv": [
        ["wave", "dimension", "member", "staff", "as_of"],
        ["2025", "city", "all", "1,040", "2025-07-01"],
        ["2025", "bureau", "B1", "５２０", "2025-07-01"],
        ["2025", "bureau", "B2", "520", "2025-07-01"],
        ["2025", "ward", "51101", "300", ""],
        ["2025", "ward", "51102", "220", ""],
        ["2025", "ward", "HQ", "520", ""],
        ["2025", "ward_age", "HQ|a1", "200", ""],
    ],
    "events.csv": [
        ["日付", "名称", "英語名", "種別", "範囲", "既定で表示"],
        ["平成24年4月1日", "政令市移行", "Designated city", "system", "", "○"],
    ],
    "survey_results.csv": [
        ["wave", "view", "member", "item", "n", "fav", "neu", "unf", "mean"],
        ["2023", "city", "all", "q1", "700", "55.1", "20.0", "24.9", "4.6"],
        ["2023", "city", "all", "motivation", "700", "", "", "", "60.2"],
    ],
}  # fmt: skip

PLACES = [("U1", ""), ("みらい局 総務課", ""), ("北区役所　総務課", ""), ("区民課", ""), ("", "HQ"), ("", "")]
ANSWERS = [["7", "段階4", "1"], ["段階７", "step 2", "0"], ["３", "", "段階5"]]
HEADER = ["所属", "区", "職位", "年齢階級", "まちづくり派遣の経験", "Q1 意欲", "髙﨑の負担を感じる。", "q3"]


def export() -> list[list[str]]:
    """The wide export of FY2025: thirty rows, labels and codes mixed."""
    people = [["係員級", "a1", "なし"], ["g2", "30歳以上", "now"]]
    return [HEADER] + [[*PLACES[i % 6], *people[i % 2], *ANSWERS[i % 3]] for i in range(30)]


def csv_bytes(rows: list[list[str]], encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter).writerows(rows)
    return buffer.getvalue().encode(encoding)


def tree(folder: Path) -> dict[str, tuple]:
    """Everything under a folder: name -> (mode, time, bytes)."""
    found = sorted(folder.rglob("*"))
    return {str(p): (p.stat().st_mode, p.stat().st_mtime_ns, p.read_bytes() if p.is_file() else b"") for p in found}


class City:
    """A folder of files handed in, and the home they go to."""

    def __init__(self, folder: Path):
        self.files = folder / "files"
        self.files.mkdir()
        self.settings: Settings = settings(folder / "home")
        for name, rows in TABLES.items():
            self.put(name, rows)
        self.put("responses_2025.csv", export())

    def put(self, name: str, rows: list[list[str]] | bytes) -> Path:
        path = self.files / name
        path.write_bytes(rows if isinstance(rows, bytes) else csv_bytes(rows))
        return path

    def change(self, name: str, row: int, column: str, value: str) -> None:
        """Write `value` into file row `row` (the header is row 1) of `column`."""
        rows = [list(cells) for cells in (export() if name.startswith("responses") else TABLES[name])]
        rows[row - 1][rows[0].index(column)] = value
        self.put(name, rows)
