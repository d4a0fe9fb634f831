"""Release plans that come with a folder of tables: kept as they are, believed in nothing before they are checked."""

import re
from collections.abc import Iterable
from pathlib import Path

PLAN = re.compile(r"plan_\d{4}(r\d+)?\.json")


def plan_files(paths: Iterable[str | Path]) -> list[Path]:
    """The plan files among `paths` and in their folders."""
    found = []
    for path in map(Path, paths):
        found += sorted(path.iterdir()) if path.is_dir() else [path]
    return [path for path in found if is_plan(path)]


def is_plan(path: Path) -> bool:
    return PLAN.fullmatch(path.name) is not None


def keep_plans(paths: Iterable[str | Path], folder: Path) -> None:
    """Keep plans of surveys that have none yet: a survey once released keeps its own."""
    for path in plan_files(paths):
        kept = folder / path.name
        if not kept.exists():
            folder.mkdir(parents=True, exist_ok=True)
            draft = kept.with_suffix(".tmp")
            draft.write_bytes(path.read_bytes())
            draft.replace(kept)
