"""karte: associations on paper, a page each."""

import multiprocessing
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import typer

from dashboard.commands.terminal import ProgressOption, Steps, say, store_of, tell
from dashboard.settings import Home

WARD, CITY = "ward", "all"


def karte(
    context: typer.Context,
    association: Annotated[str | None, typer.Argument(help="code of an association")] = None,
    ward: Annotated[str | None, typer.Option(help="every association of a ward; all: a file a ward")] = None,
    district: Annotated[str | None, typer.Option(help="every association of a school district")] = None,
    out: Annotated[Path, typer.Option(help="the folder to write to")] = Path(),
    lang: Annotated[Literal["ja", "en"], typer.Option(help="language")] = "ja",
    blank: Annotated[bool, typer.Option("--blank", help="a form for a visit and a workbook to type it back")] = False,
    progress: ProgressOption = "bar",
) -> None:
    """Write the karte of an association, or of all of a ward or school district, as PDF."""
    from dashboard.briefing.karte import NoSuchPlace
    from dashboard.edition.store import StoreError

    given = {"association": association, WARD: ward, "district": district}
    asked = {kind: code for kind, code in given.items() if code is not None}
    if len(asked) != 1 or (blank and association is None):
        say("karte.paper.one_place")
        raise typer.Exit(1)
    try:
        with Steps(progress) as steps:
            number = store_of(context).current_number()
            write = form if blank else city if asked == {WARD: CITY} else one
            for path in write(context.obj.home, number, asked, lang, out, steps):
                print(path)
    except (StoreError, NoSuchPlace) as error:
        raise tell(error) from None


def one(home: Home, number: int, asked: dict[str, str], lang: str, out: Path, steps=None) -> list[Path]:
    """One file. steps: told of the progress."""
    from dashboard.briefing.karte import write_karte
    from dashboard.edition.evidence import evidence
    from dashboard.edition.export_log import log_export
    from dashboard.edition.store import Store

    path = write_karte(Store(home.editions).open_edition(number), evidence(home), asked, lang, out, steps)
    log_export(home, path.name, number)
    return [path]


def form(home: Home, number: int, asked: dict[str, str], lang: str, out: Path, steps: Steps) -> list[Path]:
    """The blank karte: PDF and workbook."""
    from dashboard.briefing.blank import write_blank
    from dashboard.edition.export_log import log_export
    from dashboard.edition.store import Store
    from dashboard.settings import settings

    paths = write_blank(
        Store(home.editions).open_edition(number), settings(home.folder).tables, *asked.values(), lang, out
    )
    for path in paths:
        log_export(home, path.name, number)
    return paths


def city(home: Home, number: int, asked: dict[str, str], lang: str, out: Path, steps: Steps) -> Iterator[Path]:
    """A file a ward, each in a process of its own: the typesetter keeps what it has set, a gigabyte for a city."""
    from dashboard.edition.catalogue import catalogue
    from dashboard.edition.store import Store

    wards = catalogue(Store(home.editions).open_edition(number)).places.areas[WARD]
    jobs = [(home, number, {WARD: code}, lang, out) for code in wards]
    with multiprocessing.get_context("spawn").Pool(maxtasksperchild=1) as pool:
        waiting = [pool.apply_async(one, job) for job in jobs]
        for at, made in enumerate(waiting):
            yield from made.get()
            steps("karte.stage.paper", (at + 1) / len(jobs))
