"""dictionary: the section of data/README.md on tables and columns, written from the contract."""

import typer

from dashboard.commands.terminal import say
from dashboard.settings import DATA


def dictionary(context: typer.Context) -> None:
    """Write the tables and columns of data/contract.toml into data/README.md."""
    from dashboard.edition.dictionary import dictionary as dictionary_of
    from dashboard.edition.dictionary import replaced

    readme = DATA / "README.md"
    written = replaced(readme.read_text(encoding="utf-8"), dictionary_of(context.obj.tables).values())
    readme.write_text(written, encoding="utf-8")
    say("command.dictionary", file=readme.name)
