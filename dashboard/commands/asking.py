"""questions, ask: exactly what a page gets."""

import csv
import json
import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from dashboard.commands.terminal import say, store_of, tell


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
