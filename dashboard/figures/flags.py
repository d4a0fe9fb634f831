"""Events and breaks on a time axis, and what the small multiples say about their signs."""

from dataclasses import dataclass

from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import hidden
from dashboard.i18n import text

MOST = 4  # more labels could not be read
FIRST_NUMBER = "①"


@dataclass
class Flag:
    """A labelled upright line: where it stands (fiscal years), its words, and its place once it has one."""

    at: float
    label: str
    broken: bool = False  # a break of the series, else an event
    row: int = 0
    left: bool = False


def flags(events: list[tuple[float, str]], breaks: list[tuple[int, str]], lang: str) -> list[Flag]:
    """Breaks first, then events, cut to four, in order of time. A break stands half a year before its survey."""
    kinds: dict[int, list[str]] = {}
    for year, kind in breaks:
        kinds.setdefault(year, []).append(text(f"figure.break.{kind}", lang))
    joint = "・" if lang == "ja" else ", "
    found = [Flag(year - 0.5, joint.join(dict.fromkeys(words)), True) for year, words in kinds.items()]
    found += [Flag(at, label) for at, label in events]
    return sorted(found[:MOST], key=lambda flag: flag.at)


def has_hollow(spec: FigureSpec) -> bool:
    """Whether any point is known only as an aggregate, without an interval, and so is drawn hollow."""
    if "aggregate_only" not in spec.frame:
        return False
    return any(row["aggregate_only"] and not hidden(row) and row.get("lo") is None for row in spec.rows())


def breaks_of(spec: FigureSpec, member: str) -> list[tuple[int, str]]:
    """Breaks of one member's line."""
    breaks = spec.option("breaks", [])
    return list(breaks.get(member, [])) if isinstance(breaks, dict) else list(breaks)


def numbered(spec: FigureSpec) -> list[tuple[str, Flag]]:
    """Events and breaks of all panels with their numbers ①, ②, …"""
    breaks = spec.option("breaks", [])
    every = sorted({cut for cuts in breaks.values() for cut in cuts}) if isinstance(breaks, dict) else breaks
    found = flags(spec.option("events", []), every, spec.lang)
    return [(chr(ord(FIRST_NUMBER) + k), flag) for k, flag in enumerate(found)]


def columns_of(count: int) -> int:
    """Columns of the grid for so many panels."""
    return 3 if count in (1, 2, 4, 5) else 4  # with a place left for what the signs mean


def panel_key(spec: FigureSpec, label: str) -> list[str]:
    """What the signs of small multiples mean: each number, the grey line and block, the hollow point."""
    said = [f"{sign} {flag.label}" for sign, flag in numbered(spec)]
    said.append(text("figure.grey", spec.lang, label=label))
    said += [text("figure.grey_block", spec.lang)] if spec.option("not_held") else []
    return said + ([text("figure.hollow", spec.lang)] if has_hollow(spec) else [])
