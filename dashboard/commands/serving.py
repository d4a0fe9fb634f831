"""Serve: the demo edition first where the home is empty."""

import os
import subprocess
import sys
from pathlib import Path

import typer

from dashboard.commands.sources import print_report
from dashboard.commands.terminal import Steps, say
from dashboard.settings import DATA, Settings

ENTRY = Path(__file__).parents[1] / "asgi.py"


def serve(here: Settings) -> None:
    """Build the demo edition where there is none, then serve on this host only."""
    from dashboard.edition.store import Store

    if not Store(here.home.editions).editions():
        say("command.first_start")
        build_demo(here)
    environment = {**os.environ, "DASHBOARD_HOME": str(here.home.folder)}
    say("command.serving")
    raise typer.Exit(subprocess.call([sys.executable, "-m", "streamlit", "run", str(ENTRY)], env=environment))


def build_demo(here: Settings) -> None:
    """Load the demo city's shipped files and publish them."""
    from dashboard.intake import load
    from dashboard.publish import publish

    with Steps() as steps:
        report = load([DATA / "demo"], here, progress=steps)
        if not report.ok:
            print_report(report, as_json=False)
            raise typer.Exit(1)
        publish(here, progress=steps)
