"""publish, editions, point, withdraw, audit: editions made, chosen, taken back, proved again."""

import json
from pathlib import Path
from typing import Annotated

import typer

from dashboard.commands.briefings import audit_written
from dashboard.commands.terminal import JsonOption, ProgressOption, Steps, say, store_of, tell


def publish(
    context: typer.Context,
    hold: Annotated[bool, typer.Option(help="build and gate, but do not point to it")] = False,
    progress: ProgressOption = "bar",
) -> None:
    """Make a new edition of everything kept, and point to it."""
    from dashboard.edition.store import StoreError
    from dashboard.publish import NotPublished
    from dashboard.publish import publish as make_edition

    try:
        with Steps(progress) as steps:
            published = make_edition(context.obj, hold=hold, progress=steps)
    except (NotPublished, StoreError) as error:
        raise tell(error) from None
    print(f"{published.number}\t{published.hash}")


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


def point(context: typer.Context, number: int) -> None:
    """Point to an edition: return to an earlier one, or show one that was held."""
    from dashboard.edition.store import StoreError

    try:
        store_of(context).point(number)
    except StoreError as error:
        raise tell(error) from None


def withdraw(
    context: typer.Context, number: int, reason: Annotated[str, typer.Option(help="why; kept with the edition")]
) -> None:
    """Mark an edition as withdrawn; it stays on disk and is never shown again."""
    from dashboard.edition.store import StoreError

    try:
        store_of(context).withdraw(number, reason)
    except StoreError as error:
        raise tell(error) from None


def audit(
    context: typer.Context,
    edition: Annotated[int | None, typer.Option(help="its number, else the current edition")] = None,
    pack: Annotated[Path | None, typer.Option(help="a pack's folder, in place of an edition")] = None,
    as_json: JsonOption = False,
    progress: ProgressOption = "bar",
) -> None:
    """Prove an edition again, from its file and the kept sources, or a written pack; exit 1 on any finding."""
    if pack is not None:
        audit_written(context, pack, as_json)
    from dashboard.edition.store import StoreError
    from dashboard.publish import NotPublished
    from dashboard.publish.reproof import full_audit

    store = store_of(context)
    try:
        with Steps(progress) as steps:
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
