"""demo, check, load: files on their way to kept sources."""

import json
from pathlib import Path
from typing import Annotated

import typer

from dashboard.commands.terminal import JsonOption, ProgressOption, Steps, messages, say
from dashboard.i18n import LANGUAGES

TableOption = Annotated[str | None, typer.Option(help="the table, where the file name does not tell")]
WaveOption = Annotated[str | None, typer.Option(help="the survey wave, where the file name does not tell")]


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


def check(
    context: typer.Context, paths: list[Path], table: TableOption = None, wave: WaveOption = None,
    as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Check files or folders; nothing is kept."""
    from dashboard.intake import check as check_files

    report = check_files(paths, context.obj, table=table, wave=wave)
    print_report(report, as_json)
    raise typer.Exit(0 if report.ok else 1)


def load(
    context: typer.Context, paths: list[Path], table: TableOption = None, wave: WaveOption = None,
    reason: Annotated[str | None, typer.Option(help="why a table is replaced")] = None, as_json: JsonOption = False,
    progress: ProgressOption = "bar",
) -> None:  # fmt: skip
    """Check files or folders and keep them; all or nothing."""
    from dashboard.intake import load as load_files

    with Steps(progress) as steps:
        report = load_files(paths, context.obj, table=table, wave=wave, reason=reason, progress=steps)
    print_report(report, as_json)
    raise typer.Exit(0 if report.ok else 1)
