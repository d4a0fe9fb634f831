"""brief: the briefing pack; and a written pack proved again, for audit."""

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from dashboard.commands.terminal import ProgressOption, Steps, say, tell


def brief(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="folder of the pack; a pack that stands there is replaced as a whole")],
    ward: Annotated[str | None, typer.Option(help="a ward's code, else the whole city")] = None,
    wave: Annotated[str | None, typer.Option(help="fiscal year of the survey, else the latest")] = None,
    lang: Annotated[Literal["ja", "en"], typer.Option(help="language of the pack")] = "ja",
    progress: ProgressOption = "bar",
) -> None:
    """Make the briefing pack of the current edition: briefing.pdf, briefing.xlsx, facts.json, manifest.json.

    On stdout: the folder, edition, number of facts and of questions, tab separated. With --progress json stderr gets
    one JSON object a line, {"stage", "ja", "en", "share"}; stages are brief.stage.ask and brief.stage.write. Exit code
    1: nothing was written; stderr says why in both languages (a headline that no longer holds, a cell too fine for the
    council, an unknown ward or survey, a full disk).
    """
    from dashboard.briefing.headlines import HeadlineFails
    from dashboard.briefing.making import brief as make
    from dashboard.briefing.problems import PackError
    from dashboard.edition.store import StoreError

    try:
        with Steps(progress) as steps:
            pack = make(context.obj, out, ward, wave, lang, steps)
    except (PackError, HeadlineFails, StoreError) as error:
        raise tell(error) from None
    print(f"{out}\t{pack.words.edition}\t{len(pack.facts.known)}\t{len(pack.asked)}")


def audit_written(context: typer.Context, folder: Path, as_json: bool) -> None:
    """Prove a written pack again; exit 1 on any finding."""
    from dashboard.briefing.problems import PackError
    from dashboard.briefing.reproof import audit_pack
    from dashboard.edition.store import StoreError

    try:
        tried = audit_pack(context.obj, folder)
    except (PackError, StoreError) as error:
        raise tell(error) from None
    if as_json:
        print(
            json.dumps({"pack": str(folder), "tried": [one.as_dict() for one in tried]}, ensure_ascii=False, indent=1)
        )
    else:
        for one in tried:
            print("\t".join([one.test, str(one.tried), str(one.found), "; ".join(one.examples)]))
    found = sum(one.found for one in tried)
    say("brief.audit.found" if found else "brief.audit.clean", folder=folder, count=found)
    raise typer.Exit(1 if found else 0)
