"""The command line: python -m dashboard [--home DIR] COMMAND; without a command it serves."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.commands import (
    asking,
    briefings,
    city,
    confirming,
    dictionary,
    editions,
    karte,
    serving,
    sources,
    verifying,
)
from dashboard.commands.terminal import unreadable
from dashboard.settings import SettingsError, settings

COMMANDS = (
    *(sources.demo, sources.check, sources.load, confirming.confirm, sources.rejects, sources.template, sources.kept),
    *(sources.visited, city.city),
    *(editions.publish, editions.editions, editions.point, editions.withdraw, editions.audit),
    *(asking.questions, asking.ask, asking.find),
    *(briefings.brief, karte.karte),
    *(verifying.verify_demo, dictionary.dictionary),
)

app = typer.Typer(add_completion=False, no_args_is_help=False, pretty_exceptions_enable=False)
for command in COMMANDS:
    app.command()(command)


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    home: Annotated[Path | None, typer.Option(help="the city's folder (else DASHBOARD_HOME, data/local)")] = None,
) -> None:
    """くまもと元気カルテ / Kumamoto Genki Karte"""
    context.obj = settings(home)
    try:
        context.obj.values  # noqa: B018  # read now: every command rests on it
    except SettingsError as error:
        raise unreadable(error) from None
    if context.invoked_subcommand is None:
        serving.serve(context.obj)


if __name__ == "__main__":
    app(prog_name="python -m dashboard")
