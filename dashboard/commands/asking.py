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
    context: typer.Context,
    words: Annotated[str, typer.Argument(help="E-7K3F2, or a name or reading: association, school district, town")],
    format: Annotated[str, typer.Option(help="table, csv or json")] = "table",
) -> None:  # fmt: skip
    """Find what an evidence number or a name stands for; exit 1 if there is none."""
    from dashboard.edition.lookup import LookupRefusedError, UnknownNumberError, look_up
    from dashboard.edition.store import StoreError

    try:
        found = look_up(context.obj.home, words, store_of(context).current_number())
    except UnknownNumberError as error:
        find_name(context, words, format, error)
        return
    except (StoreError, LookupRefusedError) as error:
        raise tell(error) from None
    question = found.answer.question
    asked = " ".join(f"{name}={value}" for name, value in found.answer.parameters.items() if value is not None)
    for lang, told in (("ja", question.ja), ("en", question.en)):
        messages.print(told, found.told(lang), markup=False)
    messages.print(question.name, asked, markup=False)
    print_answer(found.answer, format)
    print_number(context, found.answer, sys.stdout if format == "table" else sys.stderr)


def find_name(context: typer.Context, words: str, format: str, unknown: Exception) -> None:
    """What has such a name, the best fit first, as the find page lists it. unknown: why it is no number."""
    from dashboard.edition.ask import ask as put
    from dashboard.edition.directory import directory
    from dashboard.edition.evidence import looks_like_one
    from dashboard.edition.lookup import NothingFoundError

    store = store_of(context)
    edition = store.open_edition(store.current_number())
    hits = directory(lambda name, **parameters: put(edition, name, **parameters).rows()).find(words)
    if not hits:
        raise tell(unknown if looks_like_one(words) else NothingFoundError(written=words.strip()[:40]))
    rows = [
        {
            "kind": hit.entry.kind, "code": hit.entry.code, "name_ja": hit.entry.label["ja"],
            "name_en": hit.entry.label["en"], "kana": hit.entry.kana, "place_ja": hit.entry.place["ja"],
            "place_en": hit.entry.place["en"], "association": hit.entry.association,
        }
        for hit in hits
    ]  # fmt: skip
    if format == "json":
        print(json.dumps({"find": words, "edition": edition.number, "rows": rows}, ensure_ascii=False))
    else:
        print_rows(rows, list(rows[0]), format)


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
    """An answer's rows on stdout as a table, CSV or JSON."""
    rows = answer.rows()
    if format == "json":
        print(
            json.dumps({"question": answer.question.name, "edition": answer.edition, "rows": rows}, ensure_ascii=False)
        )
    else:
        print_rows(rows, list(answer.frame.columns), format)


def print_rows(rows: list[dict], columns: list[str], format: str) -> None:
    """Rows on stdout as CSV or a table."""
    if format == "csv":
        writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        return
    table = Table(*columns)
    for row in rows:
        table.add_row(*("" if value is None else str(value) for value in row.values()))
    wide = None if sys.stdout.isatty() else 40 + 14 * len(columns)  # a pipe has no width to fit
    Console(width=wide).print(table)
