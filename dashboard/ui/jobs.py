"""Work that the web process may not do itself, as a child process that tells how far it is."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.i18n import LANGUAGES, text
from dashboard.settings import ROOT, SPOKEN, Home

TURN = threading.Lock()  # one job at a time: each takes a processor and some hundred megabytes
PATIENCE = 0.5  # seconds between looks whether the turn has come, and whether the reader is still there
LAST_LINES = 8
AT_ONCE = 120  # seconds that a command without steps may take
GRACE = 5  # seconds a stopped job has to clear up


@dataclass(frozen=True)
class Step:
    """How far a job is: what it does, by language, and the share of that, 0 to 1."""

    words: Mapping[str, str]
    share: float


class JobFailedError(Exception):
    """The job ended without what it was to make. lines: the last it said, in both languages."""

    def __init__(self, lines: list[str]):
        super().__init__("\n".join(lines))
        self.lines = lines


class Job:
    """One run of the command line for a home: Job(home, "brief", "--out", folder).

    output: the lines of its answer once every step was taken. may_refuse: an answer counts whatever the exit code is,
    as of a check that refuses a file and says why. lang: of its messages where it fails; None: both.
    """

    def __init__(self, home: Home, *arguments: str, may_refuse: bool = False, lang: str | None = None):
        self.home, self.arguments, self.may_refuse, self.lang = home, arguments, may_refuse, lang
        self.output: list[str] = []

    def steps(self) -> Iterator[Step]:
        """Wait for the turn, run, and tell each step. Raises JobFailedError.

        Closing the iterator (the reader left, or asked for something else) stops the job and all it started.
        """
        while not TURN.acquire(timeout=PATIENCE):
            yield Step({lang: text("jobs.waiting", lang) for lang in LANGUAGES}, 0.0)
        try:
            with tempfile.TemporaryFile() as answer:
                yield from self.run(answer)
                answer.seek(0)
                self.output = answer.read().decode("utf-8").splitlines()
        finally:
            TURN.release()

    def run(self, answer) -> Iterator[Step]:
        """The child's steps; its answer goes to a file."""
        child = subprocess.Popen(
            [*command(self.home), *self.arguments, "--progress", "json"], cwd=ROOT, stdout=answer,
            stderr=subprocess.PIPE, encoding="utf-8", errors="replace", start_new_session=True, env=spoken(self.lang),
        )  # fmt: skip
        said: deque[str] = deque(maxlen=LAST_LINES)
        try:
            for line in child.stderr:
                step = step_of(line)
                if step:
                    yield step
                else:
                    said.append(line.rstrip())
            if child.wait() and not (self.may_refuse and os.fstat(answer.fileno()).st_size):
                raise JobFailedError(list(said))
        finally:
            stop(child)


def command(home: Home) -> list[str]:
    """Our own command line for a home."""
    return [sys.executable, "-m", "dashboard", "--home", str(home.folder)]


def spoken(lang: str | None) -> dict[str, str]:
    """The environment of a child that tells what went wrong in one language, or in both."""
    return os.environ | ({} if lang is None else {SPOKEN: lang})


def told(home: Home, *arguments: str, lang: str | None = None) -> list[str]:
    """The answer of a command that is done at once: it takes no turn and tells no steps. Raises JobFailedError."""
    given = {"cwd": ROOT, "capture_output": True, "encoding": "utf-8", "errors": "replace", "timeout": AT_ONCE,
             "env": spoken(lang)}  # fmt: skip
    try:
        done = subprocess.run([*command(home), *arguments], **given)
    except subprocess.TimeoutExpired as error:
        raise JobFailedError([str(error)]) from error
    if done.returncode:
        raise JobFailedError(done.stderr.splitlines()[-LAST_LINES:])
    return done.stdout.splitlines()


def step_of(line: str) -> Step | None:
    """A line of progress; None for anything else that a child may say."""
    try:
        told = json.loads(line)
        return Step({lang: told[lang] for lang in LANGUAGES}, float(told["share"]))
    except (ValueError, LookupError, TypeError):
        return None


def stop(child: subprocess.Popen) -> None:
    """End a child that still runs, and its own children: first so that it can clear up."""
    for sign in (signal.SIGINT, signal.SIGKILL):
        if child.poll() is not None:
            break
        os.killpg(child.pid, sign)
        try:
            child.wait(GRACE)
        except subprocess.TimeoutExpired:
            continue
    child.stderr.close()
