"""confirm: how the headers and answers of a survey are to be read, as a person says."""

import json
from pathlib import Path
from typing import Annotated

import typer

from dashboard.commands.terminal import say, tell

FILE_FORM = "JSON: {headers: {text: item}, labels: {scale: {text: code}}}"
PAIR_FORM = "header=item, or scale:answer=code; header= for a column that is none"


def confirm(
    context: typer.Context,
    wave: Annotated[str, typer.Argument(help="the survey wave")],
    pairs: Annotated[list[str] | None, typer.Argument(help=PAIR_FORM)] = None,
    file: Annotated[Path | None, typer.Option(help=FILE_FORM)] = None,
) -> None:  # fmt: skip
    """Confirm what the codebook assistant proposed; it holds for this survey and the later ones."""
    from dashboard.intake import SourcesError, confirmed, values

    try:
        given = json.loads(file.read_text(encoding="utf-8")) if file is not None else {}
        wave = values.wave(wave)
    except (OSError, ValueError):
        say("command.bad_confirmation")
        raise typer.Exit(1) from None
    problems = confirmed.checked(given)
    if not problems:
        given = {"headers": dict(given.get("headers", {})), "labels": dict(given.get("labels", {}))}
        for pair in pairs or []:
            add(given, pair)
        problems = confirmed.checked(given)
    if problems:
        raise tell(SourcesError(problems))
    confirmed.keep_confirmed(context.obj.home.sources, wave, given["headers"], given["labels"])
    count = len(given["headers"]) + sum(len(it) for it in given["labels"].values())
    say("command.confirmed", count=count, wave=wave)


def add(given: dict, pair: str) -> None:
    """One confirmation as typed: 見出し=q3, or agree5:そう思います=5."""
    text, _, code = pair.rpartition("=")
    scale, colon, label = text.partition(":")
    if colon and scale.isascii() and scale.isidentifier():
        given["labels"].setdefault(scale, {})[label] = code
    else:
        given["headers"][text] = code
