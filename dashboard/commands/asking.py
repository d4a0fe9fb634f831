"""questions, ask, find: exactly what a page gets."""

import csv
import json
import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from dashboard.commands.terminal import messages, say, store_of, tell
from dashboard.i18n import LANGUAGES


def questions() -> None:
    """List the questions that ask answers."""
    from dashboard.edition.question import questions as known

    for question in known().values():
        parameters = " ".join(parameter.name for parameter in question.parameters)
        print(f"{question.name}\t{question.ja}\t{question.en}\t{parameters}")


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
    print_number(context, answer, sys.stdout if format == "table" else sys.stderr)


def find(
    context: typer.Context, number: Annotated[str, typer.Argument(help="E-7K3F2, with its edition or without")],
    format: Annotated[str, typer.Option(help="table, csv or json")] = "table",
) -> None:  # fmt: skip
    """Find what an evidence number stands for; exit 1 if it was never given out here."""
    from dashboard.edition.lookup import LookupRefusedError, look_up
    from dashboard.edition.store import StoreError

    try:
        found = look_up(context.obj.home, number, store_of(context).current_number())
    except (StoreError, LookupRefusedError) as error:
        raise tell(error) from None
    question = found.answer.question
    asked = " ".join(f"{name}={value}" for name, value in found.answer.parameters.items() if value is not None)
    for lang, words in (("ja", question.ja), ("en", question.en)):
        messages.print(words, found.told(lang), markup=False)
    messages.print(question.name, asked, markup=False)
    print_answer(found.answer, format)
    print_number(context, found.answer, sys.stdout if format == "table" else sys.stderr)


def print_number(context: typer.Context, answer, stream) -> None:
    """The answer's evidence number in both languages; JSON and CSV on stdout stay what they are."""
    from dashboard.edition.evidence import evidence, printed

    try:
        number = evidence(context.obj.home).of(answer)
    except OSError as error:
        say("evidence.unkept", why=error)
        return
    print(" / ".join(printed(number, answer.edition, lang) for lang in LANGUAGES), file=stream)


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
