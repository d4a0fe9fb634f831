"""Panels of which everything is known: units with levels of their own, years, noise, and what was planted."""

import tomllib

import numpy as np

from dashboard.publish.effects.panel import NEVER, Panel
from dashboard.settings import DATA

RULES = tomllib.loads((DATA / "effects.toml").read_text(encoding="utf-8"))
YEARS = (2017, 2018, 2019, 2021, 2022, 2023, 2024, 2025)
UNITS, TREATED, NOISE = 90, 54, 5.0  # as in the demo: departments, two thirds of them taking part, a score's spread


def drawn(
    draws: np.random.Generator, effect=None, rise: float = 0, noise: float = NOISE, missing: float = 0,
    treated: int = TREATED, clusters: int = UNITS,
) -> Panel:  # fmt: skip
    """A panel. effect(start, periods since) is added from the start on; rise: points a period before the start, of
    those who start; missing: share of cells withheld; clusters: units share a start and a shock within each.
    """
    periods = len(YEARS)
    starts = np.full(clusters, NEVER)
    count = round(treated * clusters / UNITS) if clusters < UNITS else treated
    starts[:count] = 2 + np.arange(count) % (periods - 2)
    place = np.arange(UNITS) * clusters // UNITS
    starts = draws.permutation(starts)[place]
    values = 55 + 6 * draws.standard_normal((UNITS, 1)) + draws.standard_normal((1, periods))
    values = values + noise * draws.standard_normal((UNITS, periods))
    if clusters < UNITS:
        values += noise * draws.standard_normal((clusters, periods))[place]
    at, own = np.arange(periods)[None, :], np.where(starts == NEVER, periods, starts)[:, None]
    if effect is not None:
        values += np.where(at >= own, effect(own, at - own), 0.0)
    values += rise * np.where((starts == NEVER)[:, None], 0, np.minimum(at, own - 1))
    values[draws.random(values.shape) < missing] = np.nan
    names = np.array([f"U{number:02d}" for number in range(UNITS)])
    return Panel(list(names), YEARS, values, starts, place, place)
