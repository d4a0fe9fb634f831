"""Evidence numbers: one name for one question, for good, whoever writes at the same time and whatever fails."""

import json
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.edition import evidence as register
from dashboard.edition.ask import ask
from dashboard.edition.evidence import Evidence, edition_in, printed
from dashboard.edition.question import questions
from dashboard.edition.store import Edition
from dashboard.settings import ROOT

ASKED = ("survey_trend", {"measure": "motivation", "view": "ward", "member": "43104"})


@pytest.fixture
def kept(tmp_path):
    return Evidence(tmp_path / "log" / "evidence.jsonl")


def lines(kept):
    return [json.loads(line) for line in kept.path.read_text(encoding="utf-8").splitlines()]


def test_a_number_is_short_readable_and_kept(kept):
    number = kept.number(*ASKED)
    assert number.startswith("E-") and len(number) == 7 and not set(number[2:]) & set("ILOU")
    (entry,) = lines(kept)
    assert (entry["number"], entry["question"], entry["parameters"]) == (number, *ASKED)
    assert entry["since"][10] == "T" and entry["since"][-6] in "+-", "a date and time with its zone"
    assert kept.number(*ASKED) == number and len(lines(kept)) == 1
    assert Evidence(kept.path).find(number) == ASKED, "another process finds it"


def test_the_same_question_has_the_same_number_in_every_home_and_edition(tmp_path, demo_edition, demo_home):
    first, second = Evidence(tmp_path / "a"), Evidence(tmp_path / "b")
    second.number("survey_wave", {"view": "ward"})
    assert first.number(*ASKED) == second.number(*ASKED)
    other = Edition(demo_home.home.editions / "000001.duckdb")
    other.number = 7  # the edition is no part of what a number names
    assert first.of(ask(demo_edition, *ASKED[:1], **ASKED[1])) == first.of(ask(other, *ASKED[:1], **ASKED[1]))


def test_what_is_left_out_is_bound_to_what_it_stands_for(kept, demo_edition):
    latest = kept.of(ask(demo_edition, "survey_wave"))
    assert latest == kept.of(ask(demo_edition, "survey_wave", wave="2025", view="city", measure="motivation"))
    assert latest != kept.of(ask(demo_edition, "survey_wave", wave="2024"))
    assert kept.find(latest)[1]["wave"] == "2025", "next year the latest survey is another"


@pytest.mark.parametrize("name", sorted(questions()))
def test_every_default_of_a_header_is_understood_and_agrees_with_the_sql(name, demo_edition):
    """A parameter that the SQL gives a default of its own means the same left to the SQL or bound by the header."""
    answer = ask(demo_edition, name)
    assert {key for key, value in answer.parameters.items() if value is None} <= {"page"}
    own = {
        key for key in answer.parameters if re.search(rf"(coalesce\((left\()?|nullif\()\${key}::", answer.question.sql)
    }
    bound = {key: None if key in own else value for key, value in answer.parameters.items()}
    assert answer.frame.equals(demo_edition.query(answer.question.sql, bound))


FORMS = (
    "{}",
    " {} ",
    "{}・第12版",
    "{}, edition 12",
    "（{}・第１２版）",
    "根拠番号{}",
    "根拠番号　{}の値",
    "evidence {}.",
)


@pytest.mark.parametrize("form", FORMS)
def test_every_way_to_write_a_number_finds_it(kept, form):
    number = kept.number(*ASKED)
    for written in (number, number.lower(), number[2:], wide(number), number.replace("-", "−")):
        assert kept.find(form.format(written)) == ASKED, form.format(written)


def wide(number):
    return "".join(chr(ord(mark) + 0xFEE0) for mark in number)


def test_letters_that_look_like_digits_are_read_as_them(kept, monkeypatch):
    monkeypatch.setattr(register, "digits", lambda key: "01A1E5678")
    assert kept.number(*ASKED) == "E-01A1E"
    assert kept.find("e-OlaIe") == kept.find("E-oLAiE") == kept.find("EOIAIE") == ASKED


@given(st.text(max_size=40))
def test_no_text_is_a_number_that_was_never_given(text):
    assert Evidence(ROOT / "no" / "such" / "file").find(text) is None


def test_what_is_printed_is_read_back(kept):
    number = kept.number(*ASKED)
    assert printed(number, 12, "ja") == f"{number}・第12版" and printed(number, 12, "en") == f"{number}, edition 12"
    for lang in ("ja", "en"):
        assert kept.find(printed(number, 12, lang)) == ASKED and edition_in(printed(number, 12, lang)) == 12
    assert edition_in(number) is None


def test_a_collision_lengthens_the_later_number_and_leaves_the_first(kept, monkeypatch):
    monkeypatch.setattr(register, "digits", lambda key: "0123456789")
    first = kept.number("survey_trend", {"measure": "a"})
    second = kept.number("survey_trend", {"measure": "b"})
    third = Evidence(kept.path).number("survey_trend", {"measure": "c"})
    assert (first, second, third) == ("E-01234", "E-012345", "E-0123456")
    fresh = Evidence(kept.path)
    assert [fresh.find(number)[1]["measure"] for number in (first, second, third)] == ["a", "b", "c"]
    assert fresh.number("survey_trend", {"measure": "b"}) == second, "never given to another, never changed"


def test_many_at_once_are_those_of_one_by_one(tmp_path, monkeypatch):
    monkeypatch.setattr(register, "digits", lambda key: ("A" * 8 if "4310" in key else "B" * 8) + key[-4:-2])
    asked = [("karte", {"association": code}) for code in ("43101", "43102", "other", "43101")]
    together, alone = Evidence(tmp_path / "together"), Evidence(tmp_path / "alone")
    numbers = together.numbers(asked)
    assert numbers == [alone.number(*one) for one in asked] and len(set(numbers)) == 3
    assert together.numbers(asked) == numbers and len(lines(together)) == 3
    assert [Evidence(together.path).find(number) for number in numbers] == asked


def test_real_digits_spread(kept):
    found = {register.digits(register.key_of("q", {"p": str(number)}))[:5] for number in range(2000)}
    assert len(found) >= 1998 and len("".join(found)) == 5 * len(found)
    assert {mark for code in found for mark in code} == set(register.DIGITS)


def write_many(path, start, stop):
    kept = Evidence(path)
    for index in range(start, stop):
        kept.number("q", {"p": str(index)})


def test_two_writers_at_once_lose_and_double_nothing(kept):
    fork = multiprocessing.get_context("spawn")
    writers = [fork.Process(target=write_many, args=(kept.path, start, start + 120)) for start in (0, 60)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    found = lines(kept)
    assert sorted(int(entry["parameters"]["p"]) for entry in found) == list(range(180))
    assert len({entry["number"] for entry in found}) == 180


WRITER = """
import sys
from pathlib import Path
from dashboard.edition.evidence import Evidence
kept = Evidence(Path(sys.argv[1]))
for index in range(10 ** 6):
    kept.number("q", {"p": str(index)})
"""


def test_a_killed_writer_leaves_a_register_that_can_be_read_and_written(kept):
    for _ in range(3):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(kept.path)], cwd=ROOT)
        before = kept.path.stat().st_size if kept.path.exists() else 0
        while not kept.path.exists() or kept.path.stat().st_size < before + 2000:
            assert writer.poll() is None
            time.sleep(0.01)
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        kept.number(*ASKED)
    assert len({entry["number"] for entry in lines(kept)}) == len(lines(kept))
    assert Evidence(kept.path).find(kept.number(*ASKED)) == ASKED


def test_half_a_line_was_nobodys_number_and_is_cut_off(kept):
    number = kept.number(*ASKED)
    whole = kept.path.read_bytes()
    kept.path.write_bytes(whole + whole[:40])
    assert Evidence(kept.path).find(number) == ASKED
    other = Evidence(kept.path).number("survey_wave", {})
    assert [entry["number"] for entry in lines(kept)] == [number, other]


CRAMPED = """
import resource, signal, sys
from pathlib import Path
from dashboard.edition.evidence import Evidence
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    Evidence(Path(sys.argv[1])).number("survey_wave", {})
except OSError:
    sys.exit(3)
"""


def test_a_full_disk_leaves_the_old_register(kept):
    number = kept.number(*ASKED)
    whole = kept.path.read_bytes()
    room = str(len(whole) + 20)  # the line does not fit: some of it is written, the rest refused
    assert subprocess.run([sys.executable, "-c", CRAMPED, str(kept.path), room], cwd=ROOT).returncode == 3
    assert kept.path.read_bytes() == whole and kept.find(number) == ASKED


def test_a_line_of_something_else_is_passed_over_and_told(kept, caplog):
    number = kept.number(*ASKED)
    kept.path.write_bytes(b"not a line of ours\n[1]\n" + kept.path.read_bytes())
    assert Evidence(kept.path).find(number) == ASKED
    assert "not a line of ours" in caplog.text


def test_a_known_number_costs_no_look_at_the_file(kept):
    number = kept.number(*ASKED)
    kept.path.unlink()
    assert kept.number(*ASKED) == number and not kept.path.exists()
