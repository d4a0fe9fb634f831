"""What is true in the demo city: every planted effect, measured on the same people with and without it."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from dashboard.demo.aggregates import TWENTIETHS, index_twentieths
from dashboard.demo.answers import Sheet, Wave
from dashboard.demo.seed import Seed

THEME = "motivation"


@dataclass
class Tally:
    """Sums over the answers of those whom a programme has reached."""

    index: int = 0  # twentieths of a point gained
    respondents: int = 0
    favourable: np.ndarray | int = 0  # answers turned favourable, per item
    answers: np.ndarray | int = 0


def favourable(sheet: Sheet, here: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(favourable, valid) answers per item of those `here`."""
    codes = np.array(list(sheet.items.values()))[:, here]
    return (codes > 3).sum(axis=1), (codes > 0).sum(axis=1)


def measure(seed: Seed, waves: Iterable[Wave]) -> dict[str, Tally]:
    """programme -> what it changed, over all waves of which single responses exist."""
    tallies = {programme: Tally() for programme in seed.levels["effects"]}
    for wave in waves:
        with_all = wave.sheet(themes=(THEME,))
        index, enough = index_twentieths(with_all, seed)
        for programme, tally in tallies.items():
            reached = wave.effects[programme] > 0
            without = wave.sheet(themes=(THEME,), without=programme)
            counted = reached & enough
            tally.index += int((index - index_twentieths(without, seed)[0])[counted].sum())
            tally.respondents += int(counted.sum())
            after, valid = favourable(with_all, reached)
            tally.favourable = tally.favourable + after - favourable(without, reached)[0]
            tally.answers = tally.answers + valid
    return tallies


def signed_decimals(numerator: int, denominator: int) -> str:
    """A ratio of whole numbers with two decimals, rounded half up in size."""
    hundredths = (200 * abs(numerator) + denominator) // (2 * denominator)
    return f"{'-' if numerator < 0 else ''}{hundredths // 100}.{hundredths % 100:02d}"


def theme_points(tally: Tally) -> str:
    """Change of the theme score in percentage points: the unweighted mean over its items."""
    millionths = [10**8 * int(f) // int(n) for f, n in zip(tally.favourable, tally.answers, strict=True)]
    return signed_decimals(sum(millionths), 10**6 * len(millionths))


def truth_toml(seed: Seed, waves: Iterable[Wave]) -> str:
    """truth.toml: the effects, who got which programme when, and what was left at zero."""
    lines = [*HEAD, f"seed = {seed.levels['seed']}", ""]
    for programme, tally in measure(seed, waves).items():
        planted = seed.levels["effects"][programme]
        lines += [
            f"[effects.{programme}]",
            f"planted = {signed_decimals(planted['score'], 1000)}",
            f"index = {signed_decimals(tally.index, TWENTIETHS * tally.respondents)}",
            f"theme_motivation = {theme_points(tally)}",
            f"first_effect_after_years = {planted['after']}",
            f'unit = "{"bureau" if programme == "vision" else "department"}"',
            f"respondents = {tally.respondents}",
            "",
        ]
    return "\n".join([*lines, *rise(seed), *zeros(), *adoption(seed)]) + "\n"


HEAD = (
    "# 架空のデモデータの正解。 What is true in the fictional demo city; no number describes a real office or place.",
    "# planted: points added to the score behind every answer. index: what that is on the motivation index (points);",
    "# theme_motivation: on the % favourable of its heading (percentage points). Both are measured on the same",
    "# respondents answering with and without the effect, over all waves with single responses; not tuned afterwards.",
)


def rise(seed: Seed) -> list[str]:
    """The departments whose trend before the start is broken."""
    rule = seed.levels["rise"]
    starts = seed.programmes[rule["programme"]]
    homes = {row["unit"]: row["parent"] for row in seed.organisation}
    rising = [unit for unit, year in starts.items() if homes[unit] == rule["bureau"] and str(year) == rule["start"]]
    steps = [wave for wave in seed.exported if wave < rule["start"]]
    gained = ", ".join(f'"{wave}" = {signed_decimals(at * rule["score"], 1000)}' for at, wave in enumerate(steps))
    return [
        "[rise_before_start]",
        "# these departments of one bureau rise before they start the programme, and keep what they gained",
        f'programme = "{rule["programme"]}"',
        f"units = [{', '.join(quoted(rising))}]",
        f"points_a_wave = {signed_decimals(rule['score'], 1000)}",
        f"gained = {{ {gained} }}",
        "",
    ]


def zeros() -> list[str]:
    return ["[zero]", "membership_rate_dispatch = 0", "any_disaster = 0", "dispatch_experience_of_a_person = 0", ""]


def quoted(names: Iterable[str]) -> list[str]:
    return [f'"{name}"' for name in names]


def adoption(seed: Seed) -> list[str]:
    """Per programme: unit = the fiscal year in which it starts there; a unit without a line never starts."""
    lines = []
    for programme, starts in seed.programmes.items():
        lines += [f"[adoption.{programme}]", *(f"{unit} = {year}" for unit, year in starts.items()), ""]
    return lines[:-1]
