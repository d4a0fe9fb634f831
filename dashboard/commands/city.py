"""city: the city's name and the map's particulars, in the home's settings."""

import json
from typing import Annotated

import typer

from dashboard.commands.terminal import JsonOption, say, tell


def city(
    context: typer.Context,
    code: Annotated[str | None, typer.Option(help="municipality code of the whole city, five or six digits")] = None,
    name: Annotated[str | None, typer.Option(help="the city's name in Japanese")] = None,
    name_en: Annotated[str | None, typer.Option(help="the same in English")] = None,
    projection: Annotated[str | None, typer.Option(help="EPSG code of a plane in metres: 6669 to 6687")] = None,
    credit: Annotated[str | None, typer.Option(help="source of the city's own outlines; blank: none")] = None,
    credit_en: Annotated[str | None, typer.Option(help="the same in English")] = None,
    as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Name the city and the source and plane of its map; the next edition shows it. Without an option: what holds."""
    from dashboard.intake import SourcesError
    from dashboard.intake.city import particulars, save

    options = {"code": code, "name_ja": name, "name_en": name_en, "projection": projection, "credit_ja": credit,
               "credit_en": credit_en}  # fmt: skip
    given = {key: value for key, value in options.items() if value is not None}
    try:
        holds = save(context.obj, given) if given else particulars(context.obj)
    except SourcesError as error:
        raise tell(error) from None
    if as_json:
        print(json.dumps(holds, ensure_ascii=False))
    else:
        print(*(f"{key}\t{value}" for key, value in holds.items()), sep="\n")
    if given:
        say("city.saved")
