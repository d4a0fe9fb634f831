"""demo, check, load: files on their way to kept sources."""

import json
import zipfile
from pathlib import Path
from typing import Annotated

import typer

from dashboard.commands.terminal import JsonOption, ProgressOption, Steps, languages, messages, say, tell
from dashboard.i18n import LANGUAGES

TableOption = Annotated[str | None, typer.Option(help="the table, where the file name does not tell")]
WaveOption = Annotated[str | None, typer.Option(help="the survey wave, where the file name does not tell")]
ChoicesOption = Annotated[
    list[str] | None, typer.Option("--as", help="the table of one file: FILE=TABLE or FILE=responses/2025; repeatable")
]
CorrectedOption = Annotated[Path | None, typer.Option(help="refused rows, corrected (see rejects)")]


def demo(folder: Path) -> None:
    """Write the demo city's source files."""
    from dashboard.demo import write_demo

    with Steps() as steps:
        for path in write_demo(folder, progress=steps):
            print(path)


def print_report(report, as_json: bool) -> None:
    """What a check or load found: JSON on stdout, or sentences on stderr."""
    from dashboard.intake import grouping

    if as_json:
        print(json.dumps(grouping.told(report), ensure_ascii=False, indent=1))
        return
    for group in grouping.groups(report.problems):
        for lang in LANGUAGES:
            messages.print(f"{group.message(lang)} {group.remedy(lang)}", markup=False)
    for visit in report.visits:
        print("\t".join(visit["ja"].values()))
    for table in report.tables:
        print("\t".join(str(table[key] or "") for key in ("table", "wave", "file", "rows", "encoding")))
    for name in report.skipped:
        say("command.skipped", name=name)
    say("command.accepted" if report.ok else "command.refused")


def check(
    context: typer.Context, paths: list[Path], table: TableOption = None, wave: WaveOption = None,
    choices: ChoicesOption = None,
    corrected: CorrectedOption = None, as_json: JsonOption = False, progress: ProgressOption = "bar",
) -> None:  # fmt: skip
    """Check files or folders; nothing is kept."""
    from dashboard.intake import check as check_files

    with Steps(progress) as steps:
        report = check_files(paths, context.obj, table=table, wave=wave, progress=steps, corrections=corrected,
                             choices=choices or ())  # fmt: skip
    print_report(report, as_json)
    raise typer.Exit(0 if report.ok else 1)


def load(
    context: typer.Context, paths: list[Path], table: TableOption = None, wave: WaveOption = None,
    choices: ChoicesOption = None,
    reason: Annotated[str | None, typer.Option(help="why a table is replaced")] = None,
    corrected: CorrectedOption = None, as_json: JsonOption = False, progress: ProgressOption = "bar",
) -> None:  # fmt: skip
    """Check files or folders and keep them; all or nothing."""
    from dashboard.intake import load as load_files

    with Steps(progress) as steps:
        report = load_files(paths, context.obj, table=table, wave=wave, reason=reason, progress=steps,
                            corrections=corrected, choices=choices or ())  # fmt: skip
    print_report(report, as_json)
    raise typer.Exit(0 if report.ok else 1)


def visited(
    context: typer.Context, workbook: Annotated[Path, typer.Argument(help="the workbook of karte --blank, filled in")],
    reason: Annotated[str | None, typer.Option(help="why a table is replaced")] = None, as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Load what a visit brought: the rows typed into a blank karte, among those that are kept."""
    from dashboard.intake import load as load_files

    report = load_files([workbook], context.obj, reason=reason or workbook.name)
    print_report(report, as_json)
    raise typer.Exit(0 if report.ok else 1)


def rejects(
    context: typer.Context, paths: list[Path], out: Annotated[Path, typer.Option(help="the workbook to write")],
    table: TableOption = None, wave: WaveOption = None, choices: ChoicesOption = None,
    as_json: JsonOption = False, progress: ProgressOption = "bar",
) -> None:  # fmt: skip
    """Write the rows that would be refused as a workbook with the reasons; correct them, then load --corrected."""
    from dashboard.intake import grouping, refused_rows

    with Steps(progress) as steps:
        report, made, count = refused_rows(paths, context.obj, table=table, wave=wave, progress=steps,
                                           choices=choices or (), languages=languages())  # fmt: skip
    if made is not None:
        out.write_bytes(made)
    if as_json:
        print(
            json.dumps({"rows": count, "file": str(out) if made else None, **grouping.told(report)}, ensure_ascii=False)
        )
    else:
        say("command.rejects" if made else "command.no_rejects", count=count, file=out.name)
    raise typer.Exit(0 if made is not None or report.ok else 1)


def template(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="the workbook to write; with --all a folder, or a file that ends in .zip")],
    table: Annotated[str | None, typer.Argument(help="the table, by its name in data/contract.toml")] = None,
    every: Annotated[bool, typer.Option("--all", help="every table's")] = False,
    filled: Annotated[bool, typer.Option(help="questions and scales with the shipped 49 items")] = False,
) -> None:  # fmt: skip
    """Write an empty workbook for a table, with notes, and lists of the codes that the home keeps."""
    from dashboard.intake import SourcesError
    from dashboard.intake.template import NoTemplateError, NotShippedError, templates
    from dashboard.intake.template import template as template_of

    if (table is None) != every:
        say("command.one_or_all")
        raise typer.Exit(2)
    try:
        if every:
            write_all(templates(context.obj, filled), out)
        else:
            out.write_bytes(template_of(table, context.obj, filled))
    except (NoTemplateError, NotShippedError, SourcesError) as error:
        raise tell(error) from None
    print(out)


def write_all(files: dict[str, bytes], out: Path) -> None:
    """Files by name, into a zip or a folder."""
    if out.suffix.lower() == ".zip":
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        return
    for name, data in files.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(data)


def kept(context: typer.Context, as_json: JsonOption = False) -> None:
    """List what is kept: table, wave, file, rows, and when it was loaded."""
    from dashboard.intake import SourcesError, keep

    try:
        entries = keep.manifest(context.obj.home.sources)["current"].values()
    except SourcesError as error:
        raise tell(error) from None
    fields = ("table", "wave", "file_name", "row_count", "loaded_at", "sha256")
    listed = [{name: getattr(entry, name) for name in fields} for entry in entries]
    if as_json:
        print(json.dumps(listed, ensure_ascii=False, indent=1))
        return
    for row in listed:
        print("\t".join(str(row[name] or "") for name in fields))
