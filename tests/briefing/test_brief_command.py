"""brief and audit --pack on the command line: a folder, lines for another program, refusals in both languages."""

import json

import pytest
from typer.testing import CliRunner

from dashboard.__main__ import app


@pytest.fixture
def run(demo_home):
    """The command line on the demo's home."""

    def command(*arguments):
        return CliRunner().invoke(app, ["--home", str(demo_home.home.folder), *map(str, arguments)])

    return command


def test_a_pack_is_made_logged_audited_and_found_changed(run, demo_home, tmp_path):
    made = run("brief", "--ward", "43102", "--progress", "json", "--out", tmp_path / "pack")
    assert made.exit_code == 0
    assert made.stdout.split("\t")[0] == str(tmp_path / "pack")
    steps = [json.loads(line) for line in made.stderr.splitlines() if line.startswith("{")]
    assert {step["stage"] for step in steps} == {"brief.stage.ask", "brief.stage.write"}
    assert steps[-1]["share"] == 1.0
    assert str(tmp_path / "pack") in demo_home.home.exports.read_text(encoding="utf-8-sig")
    assert run("audit", "--pack", tmp_path / "pack").exit_code == 0
    (tmp_path / "pack" / "facts.json").write_text("{}", encoding="utf-8")
    found = run("audit", "--pack", tmp_path / "pack", "--json")
    assert found.exit_code == 1
    assert json.loads(found.stdout)["tried"][1]["examples"] == ["facts.json"]


def test_a_refusal_speaks_both_languages_and_writes_nothing(run, tmp_path):
    refused = run("brief", "--wave", "2020", "--out", tmp_path / "pack")
    said = refused.stderr
    assert refused.exit_code == 1
    assert "実施した調査はありません" in said
    assert "No survey was held" in said
    assert list(tmp_path.iterdir()) == []
