"""Tables as the template takes them: heads, rows of ready texts, widths, and how each column is set."""

from collections.abc import Iterable, Sequence

from dashboard.briefing.pack import Pack
from dashboard.edition.catalogue import ALL


def heads(pack: Pack, *codes: str) -> list[str]:
    """Column heads by code."""
    return [pack.say(f"brief.head.{code}") for code in codes]


def table(
    named: Sequence[str], rows: Iterable[dict], texts: Sequence[int] = (0,), bold: Sequence[int] = (),
    wide: Sequence[str] = (),
) -> dict:  # fmt: skip
    """A table. texts: columns set left, all others are numbers; wide: widths, else the first takes what is left."""
    return {
        "heads": list(named), "rows": list(rows), "bold": list(bold),
        "numeric": [at for at in range(len(named)) if at not in texts],
        "wide": list(wide) or ["1fr", *["auto"] * (len(named) - 1)],
    }  # fmt: skip


def line(cells: Sequence[str | list[str]]) -> dict:
    """A row like any other. A cell of two texts is a value with a word beneath."""
    return {"cells": list(cells), "whole": False, "chosen": False}


def member_line(pack: Pack, member: str, cells: Sequence[str | list[str]]) -> dict:
    """A row of a ward or bureau: the whole city is shaded, the ward of the pack stands out."""
    return line(cells) | {"whole": member == ALL, "chosen": not pack.is_city and member == pack.chosen.ward}
