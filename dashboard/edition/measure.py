"""What is measured, once: label, unit, decimals, good direction and map classes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """What is measured: label and unit by language, decimals, good direction, map class breaks, target or None."""

    code: str
    kind: str
    theme: str | None
    label: dict[str, str]
    unit: dict[str, str]
    difference: dict[str, str]
    decimals: int
    direction: str
    breaks: tuple[float, ...]
    target: float | None
    reversed: bool


def both(row: dict, stem: str) -> dict[str, str]:
    """The words of `stem` by language, from the columns <stem>_ja and <stem>_en."""
    return {"ja": row[f"{stem}_ja"], "en": row[f"{stem}_en"]}
