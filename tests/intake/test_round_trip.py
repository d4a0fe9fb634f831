"""Any small survey, written in any encoding and any mixture of labels and codes, is read back as the same answers."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from small_city import TABLES, City, csv_bytes

from dashboard import intake

ENCODINGS = ["utf-8-sig", "utf-8", "utf-16", "cp932", "euc_jp"]
KANA = st.text("あいうえおかきくけこ職場意欲仕事日本区課", min_size=2, max_size=6)
NEC = st.sampled_from(["", "①", "髙﨑"])  # letters that EUC-JP does not have


@st.composite
def surveys(draw):
    """(encoding, delimiter, labels of a k-point scale, wordings, answers as codes, how each is written)."""
    encoding = draw(st.sampled_from(ENCODINGS))
    tail = draw(NEC) if encoding != "euc_jp" else ""
    points = draw(st.integers(2, 10))
    labels = [f"{word}{tail}" for word in draw(st.lists(KANA, min_size=points, max_size=points, unique=True))]
    wordings = [f"{word}？{tail}" for word in draw(st.lists(KANA, min_size=1, max_size=4, unique=True))]
    answer = st.one_of(st.none(), st.integers(1, points))
    row = st.lists(answer, min_size=len(wordings), max_size=len(wordings)).filter(lambda it: any(it))
    answers = draw(st.lists(row, min_size=1, max_size=12))
    forms = draw(st.lists(st.sampled_from(["code", "label", "both", "wide"]), min_size=5, max_size=5))
    return encoding, draw(st.sampled_from(",\t;")), labels, wordings, answers, forms


def written(answer: int | None, form: str, labels: list[str]) -> str:
    if answer is None:
        return ""
    label = labels[answer - 1]
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in str(answer))
    return {"code": str(answer), "label": f" {label}　", "both": f"{answer} {label}", "wide": wide}[form]


@settings(max_examples=40, database=None)
@given(surveys())
def test_answers_survive_every_road(survey):
    encoding, delimiter, labels, wordings, answers, forms = survey
    with tempfile.TemporaryDirectory() as folder:
        city = City(Path(folder))
        scale = [["k", str(n), label, f"answer {n}", str(n), "neu"] for n, label in enumerate(labels, 1)]
        items = [
            [f"i{n}", "trait", "likert", "k", "0", "0", wording, f"item {n}", "", "", "", "1"]
            for n, wording in enumerate(wordings)
        ]
        attributes = [row for row in TABLES["scales.csv"] if row[0] in ("grade", "age", "dispatched")]
        rows = [
            ["U1", *(written(answer, forms[(at + n) % 5], labels) for n, answer in enumerate(row))]
            for at, row in enumerate(answers)
        ]
        (city.files / "survey_results.csv").unlink()
        for name, table in {
            "scales.csv": [TABLES["scales.csv"][0], *attributes, *scale],
            "questions.csv": [TABLES["questions.csv"][0], *items],
            "responses_2025.csv": [["所属", *wordings], *rows],
        }.items():
            city.put(name, csv_bytes(table, encoding, delimiter))
        report = intake.load([city.files], city.settings)
        assert report.ok, [problem.message("en") for problem in report.problems if problem.severity == "error"]
        frame = intake.kept_tables(city.settings).responses["2025"]
    expected = [[None if answer is None else str(answer) for answer in row] for row in answers]
    assert frame[[f"i{n}" for n in range(len(wordings))]].to_numpy().tolist() == expected
