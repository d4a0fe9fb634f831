"""The command line: python -m dashboard [--home DIR] COMMAND; without a command it serves."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table

from dashboard.i18n import LANGUAGES, text
from dashboard.settings import DATA, Settings, settings

app = typer.Typer(add_completion=False, no_args_is_help=False, pretty_exceptions_enable=False)
messages = Console(stderr=True, highlight=False, soft_wrap=True)


class Steps:
    """A progress bar on stderr: one line a stage, its share from 0 to 1."""

    def __enter__(self):
        self.bar = Progress(TextColumn("{task.description}"), BarColumn(), console=messages, transient=True)
        self.bar.start()
        self.tasks = {}
        return self

    def __call__(self, stage: str, share: float) -> None:
        if stage not in self.tasks:
            words = " / ".join(text(stage, lang) for lang in LANGUAGES)
            self.tasks[stage] = self.bar.add_task(words, total=1.0)
        self.bar.update(self.tasks[stage], completed=share)

    def __exit__(self, *_):
        self.bar.stop()


def say(key: str, **values: object) -> None:
    """A message on stderr, Japanese first."""
    for lang in LANGUAGES:
        messages.print(text(key, lang, **values), markup=False)


def tell(error: Exception) -> typer.Exit:
    """Print an error of ours in both languages; the exit code is 1."""
    for lang in LANGUAGES:
        messages.print(error.message(lang), markup=False)
    return typer.Exit(1)


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    home: Annotated[Path | None, typer.Option(help="the city's folder (else DASHBOARD_HOME, data/local)")] = None,
) -> None:
    """くまもと元気カルテ / Kumamoto Genki Karte"""
    context.obj = settings(home)
    if context.invoked_subcommand is None:
        serve(context.obj)


def serve(here: Settings) -> None:
    """Build the demo edition where there is none, then serve on this host only."""
    from dashboard.edition.store import Store

    if not Store(here.home.editions).editions():
        say("command.first_start")
        build_demo(here)
    environment = {**os.environ, "DASHBOARD_HOME": str(here.home.folder)}
    script = str(Path(__file__).with_name("asgi.py"))
    say("command.serving")
    raise typer.Exit(subprocess.call([sys.executable, "-m", "streamlit", "run", script], env=environment))


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


@app.command()
def demo(folder: Path) -> None:
    """Write the demo city's source files."""
    from dashboard.demo import write_demo

    with Steps() as steps:
        for path in write_demo(folder, progress=steps):
            print(path)


def print_report(report, as_json: bool) -> None:
    """What a check or load found: JSON on stdout, or sentences on stderr."""
    if as_json:
        print(json.dumps(report.as_dict(), ensure_ascii=False, indent=1))
        return
    for problem in report.problems:
        for lang in LANGUAGES:
            messages.print(f"{problem.message(lang)} {problem.remedy(lang)}", markup=False)
    for table in report.tables:
        print("\t".join(str(table[key] or "") for key in ("table", "wave", "file", "rows", "encoding")))
    for name in report.skipped:
        say("command.skipped", name=name)
    say("command.accepted" if report.ok else "command.refused")


TableOption = Annotated[str | None, typer.Option(help="the table, where the file name does not tell")]
WaveOption = Annotated[str | None, typer.Option(help="the survey wave, where the file name does not tell")]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON only on stdout")]


@app.command()
def check(
    context: typer.Context, paths: list[Path], table: TableOption = None, wave: WaveOption = None,
    as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Check files or folders; nothing is kept."""
    from dashboard.intake import check as check_files

    report = check_files(paths, context.obj, table=table, wave=wave)
    print_report(report, as_json)
    raise typer.Exit(0 if report.ok else 1)


@app.command()
def load(
    context: typer.Context, paths: list[Path], table: TableOption = None, wave: WaveOption = None,
    reason: Annotated[str | None, typer.Option(help="why a table is replaced")] = None, as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Check files or folders and keep them; all or nothing."""
    from dashboard.intake import load as load_files

    with Steps() as steps:
        report = load_files(paths, context.obj, table=table, wave=wave, reason=reason, progress=steps)
    print_report(report, as_json)
    raise typer.Exit(0 if report.ok else 1)


@app.command()
def publish(
    context: typer.Context,
    hold: Annotated[bool, typer.Option(help="build and gate, but do not point to it")] = False,
) -> None:
    """Make a new edition of everything kept, and point to it."""
    from dashboard.edition.store import StoreError
    from dashboard.publish import NotPublished
    from dashboard.publish import publish as make_edition

    try:
        with Steps() as steps:
            published = make_edition(context.obj, hold=hold, progress=steps)
    except (NotPublished, StoreError) as error:
        raise tell(error) from None
    print(f"{published.number}\t{published.hash}")


def store_of(context: typer.Context):
    from dashboard.edition.store import Store

    return Store(context.obj.home.editions)


@app.command()
def editions(context: typer.Context, as_json: JsonOption = False) -> None:
    """List the editions of this home; * marks the current one."""
    listed = store_of(context).editions()
    if as_json:
        print(json.dumps([entry.as_dict() for entry in listed], ensure_ascii=False, indent=1))
        return
    for entry in listed:
        print(
            "\t".join(["*" if entry.current else "", str(entry.number), entry.status, str(entry.built_on), entry.hash])
        )


@app.command()
def point(context: typer.Context, number: int) -> None:
    """Point to an edition: return to an earlier one, or show one that was held."""
    from dashboard.edition.store import StoreError

    try:
        store_of(context).point(number)
    except StoreError as error:
        raise tell(error) from None


@app.command()
def withdraw(
    context: typer.Context, number: int, reason: Annotated[str, typer.Option(help="why; kept with the edition")]
) -> None:
    """Mark an edition as withdrawn; it stays on disk and is never shown again."""
    from dashboard.edition.store import StoreError

    try:
        store_of(context).withdraw(number, reason)
    except StoreError as error:
        raise tell(error) from None


@app.command()
def audit(
    context: typer.Context,
    edition: Annotated[int | None, typer.Option(help="its number, else the current edition")] = None,
    as_json: JsonOption = False,
) -> None:
    """Prove an edition again, from its file and the kept sources; exit 1 on any finding."""
    from dashboard.edition.store import StoreError
    from dashboard.publish import NotPublished
    from dashboard.publish.reproof import full_audit

    store = store_of(context)
    try:
        with Steps() as steps:
            number = store.current_number() if edition is None else edition
            tried = full_audit(context.obj, store.open_edition(number), steps)
    except (StoreError, NotPublished) as error:
        raise tell(error) from None
    if as_json:
        print(json.dumps({"edition": number, "tried": [one.as_dict() for one in tried]}, ensure_ascii=False, indent=1))
    else:
        for one in tried:
            print("\t".join([one.test, one.wave, str(one.tried), str(one.found), one.example]))
    found = sum(one.found for one in tried)
    say("command.audited" if not found else "command.audit_found", edition=number, count=found)
    raise typer.Exit(1 if found else 0)


@app.command()
def questions() -> None:
    """List the questions that ask answers."""
    from dashboard.edition.question import questions as known

    for question in known().values():
        parameters = " ".join(parameter.name for parameter in question.parameters)
        print(f"{question.name}\t{question.ja}\t{question.en}\t{parameters}")


@app.command()
def ask(
    context: typer.Context, name: str,
    parameters: Annotated[list[str] | None, typer.Argument(help="key=value")] = None,
    format: Annotated[str, typer.Option(help="table, csv or json")] = "table",
) -> None:  # fmt: skip
    """Put a question to the current edition: exactly what a page gets."""
    from dashboard.edition.ask import UnknownParameterError
    from dashboard.edition.ask import ask as put
    from dashboard.edition.question import UnknownQuestionError
    from dashboard.edition.store import StoreError

    store = store_of(context)
    try:
        given = dict(parameter.split("=", 1) for parameter in parameters or [])
        answer = put(store.open_edition(store.current_number()), name, **given)
    except StoreError as error:
        raise tell(error) from None
    except UnknownQuestionError:
        say("command.unknown_question", name=name)
        raise typer.Exit(1) from None
    except UnknownParameterError as error:
        say("command.unknown_parameter", detail=error)
        raise typer.Exit(1) from None
    except ValueError:
        say("command.parameter_form")
        raise typer.Exit(1) from None
    print_answer(answer, format)


def print_answer(answer, format: str) -> None:
    """Rows on stdout as a table, CSV or JSON."""
    rows = answer.rows()
    if format == "json":
        print(
            json.dumps({"question": answer.question.name, "edition": answer.edition, "rows": rows}, ensure_ascii=False)
        )
    elif format == "csv":
        writer = csv.DictWriter(sys.stdout, list(answer.frame.columns), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    else:
        table = Table(*answer.frame.columns)
        for row in rows:
            table.add_row(*("" if value is None else str(value) for value in row.values()))
        wide = None if sys.stdout.isatty() else 40 + 14 * len(answer.frame.columns)  # a pipe has no width to fit
        Console(width=wide).print(table)


if __name__ == "__main__":
    app(prog_name="python -m dashboard")
