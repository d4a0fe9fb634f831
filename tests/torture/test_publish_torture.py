"""Kill -9, two publishers, a full disk and readers that never stop: no error, no mixed page, never a lost pointer."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.settings import ROOT

STORM = Path(__file__).with_name("storm.py")


def seen_in(folder: Path, rounds: int, seed: int) -> dict:
    command = [sys.executable, str(STORM), str(folder), str(rounds), str(seed)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return {**json.loads(done.stdout.splitlines()[-1]), "stderr": done.stderr}


def check(seen: dict, rounds: int) -> None:
    assert seen["invalid"] == 0
    assert seen["final"] == "published"
    assert seen["readers"] == ["published", "published"]  # that is: they ended well
    for reader in seen["read"]:
        assert (reader["errors"], reader["mixed"]) == ([], 0)
        assert reader["pages"] > rounds
    assert seen["numbers_grow"] and seen["leftovers"] == []
    assert set(seen["outcomes"]) <= {"published", "killed", "busy", "no_space"}, seen
    assert {"published", "killed", "no_space"} <= set(seen["outcomes"]), "the storm did not blow"


def test_forty_rounds(tmp_path):
    check(seen_in(tmp_path / "editions", 40, seed=43100), 40)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_hundreds_of_rounds(tmp_path, seed):
    check(seen_in(tmp_path / "editions", 200, seed), 200)
