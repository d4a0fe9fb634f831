"""verify-demo: what the demo city knows against what is told of it."""

import typer

from dashboard.commands.terminal import say, store_of, tell


def verify_demo(context: typer.Context) -> None:
    """Set every planted effect of the demo edition against its estimate and interval.

    On stdout: one line a thing planted (kind, effect, bureau, planted, expected, value, lo, hi, result; tab separated),
    then `covered X of Y; null: ...; pre-trend: ...`. Exit code 1: an effect is told where none was planted, or a rise
    before the start is told wrongly. A rise too small to be seen is no wrong call: `unseen`, and the smallest that is.
    """
    from dashboard.edition.ask import ask
    from dashboard.edition.effects import of_truths
    from dashboard.edition.store import StoreError

    store = store_of(context)
    try:
        rows = ask(store.open_edition(store.current_number()), "effect_truths").rows()
    except StoreError as error:
        raise tell(error) from None
    if not rows:
        say("verify.absent")
        raise typer.Exit(1)
    for row in rows:
        print(
            "\t".join(
                "" if cell is None else f"{cell:.2f}" if isinstance(cell, float) else cell for cell in row.values()
            )
        )
    checked = of_truths(rows)
    print(checked.line)
    raise typer.Exit(0 if checked.is_right else 1)
