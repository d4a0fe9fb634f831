"""Events and breaks on a time axis, and what the small multiples say about their signs."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.figures.spec import FigureSpec
from dashboard.figures.words import hidden
from dashboard.i18n import text

MOST = 4  # more labels could not be read
FIRST_NUMBER = "①"
Place = Callable[[float], float]  # a year to its distance from the left end of the plot


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


def placed(found: list[Flag], width: Callable[[str], float], at: Place, right_end: float, gap: float) -> int:
    """Give every flag a row and a side so that no label meets another label or line. Returns the rows used.

    The last flag is placed first. A label right of its line is never crossed by an earlier line; one left of it
    may be, so that side is only taken where no other line stands.
    width: of a label; right_end: how far a label may reach; gap: between a label and its line; all in one unit.
    """
    done: list[tuple[float, float, float, int]] = []
    for flag in reversed(found):
        for row, left in ((row, left) for row in range(MOST) for left in (False, True)):
            span = label_span(flag, width, at, left, gap)
            crossed = left and any(span[0] - gap / 4 < at(other.at) < span[1] for other in found)
            free = not crossed and not meets(span, at(flag.at), row, done, gap)
            if span[0] >= 0 and span[1] <= right_end and free:
                break
        else:
            row, left = len(done), at(flag.at) > right_end / 2
            span = label_span(flag, width, at, left, gap)
        flag.row, flag.left = row, left
        done.append((*span, at(flag.at), row))
    return max((flag.row for flag in found), default=-1) + 1


def label_span(flag: Flag, width: Callable[[str], float], at: Place, left: bool, gap: float) -> tuple[float, float]:
    """From where to where a label runs."""
    stands, run = at(flag.at), width(flag.label)
    return (stands - gap - run, stands - gap) if left else (stands + gap, stands + gap + run)


def meets(span: tuple[float, float], at: float, row: int, done: list, gap: float) -> bool:
    """Whether a label in `row` meets a label of that row, the line of a higher one, or its line a lower label."""
    start, end = span
    for other_start, other_end, other_at, other_row in done:
        same_row = other_row == row and start < other_end + gap and other_start < end + gap
        under_its_line = other_row > row and start - gap / 4 < other_at < end + gap
        over_its_label = other_row < row and other_start - gap / 4 < at < other_end + gap
        if same_row or under_its_line or over_its_label:
            return True
    return False
