"""Work in a child process: its steps, its last words, and its end when nobody waits for it any more."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from dashboard.i18n import LANGUAGES
from dashboard.settings import Home
from dashboard.ui import jobs
from dashboard.ui.jobs import Job, JobFailedError, step_of, told

CHILD = """
import json, os, pathlib, subprocess, sys, time
here = pathlib.Path(sys.argv[2])
if "fail" in sys.argv:
    print("理由", file=sys.stderr)
    print("reason", file=sys.stderr)
    raise SystemExit(1)
grandchild = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
(here / "pids").write_text(f"{os.getpid()} {grandchild.pid}")
try:
    for at in range(600):
        print(json.dumps({"stage": "s", "ja": "工程", "en": "stage", "share": at / 600}), file=sys.stderr, flush=True)
        time.sleep(0.1)
finally:
    (here / "cleared").touch()
"""


@pytest.fixture
def slow(tmp_path, monkeypatch):
    """A home, and a program in the place of ours that takes a minute and starts a child of its own."""
    program = tmp_path / "program" / "dashboard"
    program.mkdir(parents=True)
    (program / "__main__.py").write_text(CHILD, encoding="utf-8")
    monkeypatch.setattr(jobs, "ROOT", program.parent)
    (tmp_path / "home").mkdir()
    return Home(tmp_path / "home")


def alive(pid):
    """Whether a process runs; one that ended and waits to be collected does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_line_of_progress_is_a_step_and_anything_else_is_none():
    step = step_of('{"stage": "a", "ja": "問う", "en": "ask", "share": 0.25}\n')
    assert (step.words, step.share) == ({"ja": "問う", "en": "ask"}, 0.25)
    for line in ("Traceback (most recent call last):", "", "{}", "[1]", '{"ja": "a", "en": "b", "share": "x"}', "7"):
        assert step_of(line) is None


def test_a_job_tells_its_steps_and_gives_its_answer(demo_home, tmp_path):
    job = Job(demo_home.home, "karte", "43105-1008", "--out", str(tmp_path))
    steps = list(job.steps())
    assert len(steps) > 3 and all(0 <= step.share <= 1 and step.words.keys() == set(LANGUAGES) for step in steps)
    (path,) = job.output
    assert Path(path).read_bytes().startswith(b"%PDF")


def test_a_failed_job_says_why_in_the_language_of_its_page(demo_home):
    for lang, words, other in (("ja", "第9版", "edition 9"), ("en", "edition 9", "第9版")):
        with pytest.raises(JobFailedError) as failed:
            told(demo_home.home, "point", "9", lang=lang)
        said = " ".join(failed.value.lines)
        assert words in said and other not in said


def test_a_failed_job_says_why_in_both_languages(demo_home, tmp_path):
    with pytest.raises(JobFailedError) as failed:
        list(Job(demo_home.home, "karte", "nowhere", "--out", str(tmp_path)).steps())
    said = " ".join(failed.value.lines)
    assert "nowhere" in said and "という自治会" in said and "There is no association" in said
    assert not list(tmp_path.iterdir())


def test_a_job_nobody_waits_for_ends_with_all_it_started_and_clears_up(slow):
    with closing(Job(slow, "any").steps()) as steps:
        assert next(steps).words["ja"] == "工程"
        pids = (slow.folder / "pids").read_text().split()
        assert all(map(alive, pids))
    assert not any(map(alive, pids)) and (slow.folder / "cleared").exists()
    assert not jobs.TURN.locked()


def test_jobs_take_turns(slow, monkeypatch):
    monkeypatch.setattr(jobs, "PATIENCE", 0.05)
    first, second = Job(slow, "any").steps(), Job(slow, "fail").steps()
    next(first)
    assert next(second).words["en"].startswith("Waiting")
    first.close()
    with pytest.raises(JobFailedError) as failed:
        for step in second:
            assert step.words["en"].startswith("Waiting")
    assert failed.value.lines == ["理由", "reason"]


def test_a_failure_gives_the_turn_back(slow):
    for _ in range(2):
        with pytest.raises(JobFailedError):
            list(Job(slow, "fail").steps())
    assert not jobs.TURN.locked()


def test_a_check_that_refuses_is_an_answer_where_that_is_asked_for(tmp_path):
    home = Home(tmp_path / "home")
    bad = tmp_path / "events.csv"
    bad.write_text(
        "date,label_ja,label_en,kind,scope,default_on\n2012-13-01,式,Feast,setting,city,0\n", encoding="utf-8"
    )
    job = Job(home, "check", str(bad), "--json", may_refuse=True)
    list(job.steps())
    report = json.loads("\n".join(job.output))
    assert not report["ok"] and ("bad_value", 2) in {(one["rule"], one["row"]) for one in report["problems"]}
    with pytest.raises(JobFailedError):
        list(Job(home, "check", str(bad), "--json").steps())
    with pytest.raises(JobFailedError):  # nothing to answer with: a failure, whatever is asked for
        list(Job(home, "check", "--nonsense", may_refuse=True).steps())


def test_a_command_done_at_once_answers_or_says_why_not(tmp_path):
    home = Home(tmp_path)
    assert json.loads("".join(told(home, "kept", "--json"))) == []
    with pytest.raises(JobFailedError) as failed:
        told(home, "point", "7")
    assert len(failed.value.lines) == 2 and "7" in failed.value.lines[0]
